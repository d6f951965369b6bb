"""`tanlu explain kaya`: identities with a name, and layers of shares."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import CHAIN, FILE, JSON, print_numbers, print_step
from tanlu.cli.language import lang_option, language
from tanlu.cli.park import echo_json


@click.command()
@FILE
@click.option("--identity", type=click.Choice(["kaya", "ipat", "impact", "park"]), default="kaya",
              show_default=True, help="Which identity / 恒等式.")  # fmt: skip
@click.option("--column", "columns", multiple=True, metavar="NAME=HEADING",
              help="A column that has another heading / 列名对应.")  # fmt: skip
@click.option("--layers", default="", metavar="A,B,C",
              help="Columns of layers, the highest first / 层级列，由高到低.")  # fmt: skip
@click.option("--form", type=click.Choice(["additive", "multiplicative"]), default="additive",
              show_default=True, help="Differences or ratios / 加法或乘法.")  # fmt: skip
@CHAIN
@JSON
@lang_option
def kaya(
    file: Path, identity: str, columns: tuple[str, ...], layers: str, form: Any, chained: bool,  # noqa: ANN401, FBT001 - click passes options
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """Split the change of FILE's quantities by an identity / 按恒等式分解."""
    from tanlu.connect.series import read_columns
    from tanlu.workflow.explain.kaya import kaya_panel, kaya_record

    parts = [layer.strip() for layer in layers.split(",") if layer.strip()]
    panel = kaya_panel(read_columns(file), identity, _renamed(columns), parts)
    record = kaya_record(panel, identity, form, chained=chained)
    if as_json:
        echo_json(record)
        return
    click.echo(record["formula"][language()])
    for step in record["steps"]:
        print_step(step)
        if parts:
            for group, effects in step["by_group"][0].items():
                click.echo(f"  {group}")
                print_numbers(effects, 4)


def _renamed(texts: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for text in texts:
        name, mark, heading = text.partition("=")
        if not (name and mark and heading):
            raise click.BadParameter(text)
        found[name] = heading
    return found
