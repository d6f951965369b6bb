"""`tanlu explain tapio`: whether emissions part from output."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import CHAIN, FILE, JSON, SEED
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_STANDS = Text("undefined", "无定义")


@click.command()
@FILE
@click.option("--co2", default="co2", show_default=True, help="Column of emissions / 排放列.")
@click.option("--output", default="output", show_default=True, help="Column of output / 产出列.")
@click.option("--energy", default="", help="Column of energy, for causes / 能耗列（分解原因）.")
@click.option("--co2-error", type=click.FloatRange(min=0), default=0.0, show_default=True,
              metavar="PERCENT", help="95 % half-width of emissions / 排放误差.")  # fmt: skip
@click.option("--output-error", type=click.FloatRange(min=0), default=0.0, show_default=True,
              metavar="PERCENT", help="95 % half-width of output / 产出误差.")  # fmt: skip
@click.option("--draws", type=click.IntRange(0, 1_000_000), default=10_000, show_default=True,
              help="Draws for probabilities of states / 状态概率的抽样次数.")  # fmt: skip
@SEED
@CHAIN
@JSON
@lang_option
def tapio(file: Path, chained: bool, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Decoupling of the periods of FILE (period, output, co2) / Tapio 脱钩状态."""
    from tanlu.connect.series import read_columns
    from tanlu.workflow.explain.tapio import Asked, tapio_record

    errors = told["co2_error"] / 100, told["output_error"] / 100
    asked = Asked(
        told["co2"], told["output"], told["energy"], *errors,
        told["draws"] if any(errors) else 0, told["seed"],
    )  # fmt: skip
    record = tapio_record(read_columns(file), asked, chained=chained)
    if as_json:
        echo_json(record)
        return
    for step in record["steps"]:
        _print(step)


def _print(step: dict[str, Any]) -> None:
    e = step["elasticity"]
    told = say(_STANDS) if e is None else f"{e:.4f}"
    click.echo(f"{step['from']} → {step['to']}: {told}  {step['label'][language()]}")
    from tanlu.explain.tapio import STATES

    for state, p in step.get("probabilities", {}).items():
        click.echo(f"  {p:>7.1%}  {say(STATES[state])}")
    for cause, part in step.get("causes", {}).items():
        click.echo(f"  {cause:<24} {part:>10.4f}")
