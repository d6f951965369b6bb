"""`tanlu explain index`: every index formula on one table, side by side."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import CHAIN, FILE, JSON
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_DIFFERENCES = Text("differences", "差值")
_RATIOS = Text("ratios", "比值")


@click.command()
@FILE
@click.option("--groups", default="", metavar="A+B,C+D",
              help="Factors that change together, for Owen's value / Owen 分组.")  # fmt: skip
@CHAIN
@JSON
@lang_option
def index(file: Path, groups: str, chained: bool, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Effects in FILE (period, category, factors) by all formulas / 各指数方法并列."""
    from tanlu.workflow.drivers import read_panel
    from tanlu.workflow.explain.index import index_record

    parted = [group.split("+") for group in groups.split(",")] if groups else []
    record = index_record(read_panel(file), parted, chained=chained)
    if as_json:
        echo_json(record)
        return
    for step in record["steps"]:
        click.echo(f"{step['from']} → {step['to']}: {step['total']:.6g}")
        _print(record["factors"], say(_DIFFERENCES), step["differences"])
        _print(record["factors"], say(_RATIOS), step["ratios"])


def _print(factors: list[str], heading: str, answers: dict[str, Any]) -> None:
    click.echo(f"  {heading:<12}" + "".join(f"{name:>16}" for name in factors))
    for name, answer in answers.items():
        told = [f"{answer[f]:.6g}" if answer else "-" for f in factors]
        click.echo(f"  {name:<12}" + "".join(f"{text:>16}" for text in told))
