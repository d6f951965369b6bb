"""`tanlu report`: the statement of a park as Excel, PDF and HTML."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option
from tanlu.cli.park import echo_json, read_findings
from tanlu.types import LANGUAGES, Language, Text

KINDS = ("xlsx", "pdf", "html")


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--in", "languages", multiple=True, type=click.Choice(LANGUAGES), help="zh, en / 语言."
)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Files / 文件类型.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def report(
    park: Path,
    out: Path,
    languages: tuple[Language, ...],
    kinds: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Write the statement of PARK into the folder OUT / 生成报告."""
    from tanlu.cli.language import say
    from tanlu.workflow.reports import write_reports

    def tell(done: int, total: int, step: Text) -> None:
        click.echo(f"{done}/{total} {say(step)}", err=True)

    findings = read_findings(park)
    paths = write_reports(findings, out, languages or LANGUAGES, kinds or KINDS, tell)
    if as_json:
        echo_json([str(path) for path in paths])
        return
    for path in paths:
        click.echo(str(path))
