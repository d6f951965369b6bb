"""`tanlu explain gdim`: generalised Divisia on indices, experimental."""

from pathlib import Path

import click

from tanlu.cli.explain.asked import CHAIN, FILE, JSON, print_step
from tanlu.cli.language import lang_option, language
from tanlu.cli.park import echo_json


@click.command()
@FILE
@click.option("--output", default="output", show_default=True, help="Column of output / 产出列.")
@click.option("--energy", default="energy", show_default=True, help="Column of energy / 能耗列.")
@click.option("--co2", default="co2", show_default=True, help="Column of emissions / 排放列.")
@CHAIN
@JSON
@lang_option
def gdim(file: Path, output: str, energy: str, co2: str, chained: bool, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """GDIM of FILE on indices, experimental / GDIM 分解（指数，试验性）."""
    from tanlu.connect.series import read_columns
    from tanlu.workflow.explain.gdim import gdim_record

    record = gdim_record(read_columns(file), (output, energy, co2), chained=chained)
    if as_json:
        echo_json(record)
        return
    click.echo(record["note"][language()])
    for step in record["steps"]:
        print_step(step)
