"""`tanlu demo`: one real park through the whole chain."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json, read_findings
from tanlu.cli.tables import drivers_table, verdict_text, years_table
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.report.findings import Findings


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tanlu-demo"),
    show_default=True,
    help="Folder for the report files / 报告文件夹.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def demo(out: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Ganzhou park: inventory, drivers, scenarios, reports / 赣州园区全流程演示."""
    from tanlu.workflow.findings_record import demo_record
    from tanlu.workflow.open import bundled

    findings = read_findings(bundled("ganzhou"))
    reports = _reports(findings, out)
    if as_json:
        echo_json(demo_record(findings, reports))
        return
    click.echo(years_table(findings))
    click.echo(drivers_table(findings))
    click.echo(verdict_text(findings))
    click.echo(say(Text("Reports:", "报告文件：")))
    for path in reports:
        click.echo(f"  {path}")


def _reports(findings: "Findings", out: Path) -> list[str]:
    from tanlu.workflow.reports import write_reports

    def quiet(done: int, total: int, step: Text) -> None:
        """The demo is quick enough to need no progress."""

    paths = write_reports(findings, out, ("zh", "en"), ("xlsx", "pdf", "html"), quiet)
    return [str(path) for path in paths]
