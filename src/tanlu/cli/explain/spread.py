"""`tanlu explain spread`: how sure effects are, errors shared where they are shared."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import CHAIN, FILE, JSON, SEED
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_SURE = Text("the same in every draw", "各次抽样相同")
_UP = Text("above 0: {p}", "大于 0：{p}")


@click.command()
@FILE
@click.option("--errors", type=click.Path(path_type=Path), required=True,
              help="CSV: factor, error_pct, shared[, category] / 误差表.")  # fmt: skip
@click.option("--draws", type=click.IntRange(100, 1_000_000), default=2000, show_default=True,
              help="How many draws / 抽样次数.")  # fmt: skip
@SEED
@CHAIN
@JSON
@lang_option
def spread(file: Path, errors: Path, draws: int, seed: int, chained: bool, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Intervals of the effects in FILE, and how sure their signs are / 效应的区间与符号概率."""
    from tanlu.connect.series import read_columns
    from tanlu.workflow.drivers import read_panel
    from tanlu.workflow.explain.spread import doubts_of, spread_record

    panel = read_panel(file)
    doubts = doubts_of(read_columns(errors), panel)
    record = spread_record(panel, doubts, draws, seed, chained=chained)
    if as_json:
        echo_json(record)
        return
    for step in record["steps"]:
        _print(step)


def _print(step: dict[str, Any]) -> None:
    click.echo(f"{step['from']} → {step['to']}: {step['total']:.6g}")
    for name, each in step["effects"].items():
        told = say(_UP.fill(p=f"{each['p_above']:.1%}") if each["low"] < each["high"] else _SURE)
        span = f"[{each['low']:.6g}, {each['high']:.6g}]"
        click.echo(f"  {name:<24} {each['value']:>14.6g}  {span}  {told}")
