"""`tanlu explain ekc`: whether emissions turn as output grows, and where."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import FILE, JSON, WITHOUT
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_NONE = Text(
    "too few observations, or terms that move together: nothing is said", "观测不足或共线，不作结论"
)
_RISES = Text(
    "does not turn down within this form: curve {curve}", "该形式下不转降：二次项 {curve}"
)
_TURNS = Text("turns at {at}, 95 % {low} … {high}", "拐点 {at}，95% 区间 {low} … {high}")
_LOOSE = Text("turns at {at}, and the data set no bound", "拐点 {at}，数据不能给出区间")
_OUTSIDE = Text("the turn lies outside what was observed", "拐点在观测范围之外")


@click.command()
@FILE
@click.option("--target", required=True, help="Explained column / 被解释变量列.")
@click.option("--by", required=True, help="Column of output / 产出列.")
@WITHOUT
@JSON
@lang_option
def ekc(file: Path, target: str, by: str, without: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """The environmental Kuznets curve of FILE / 环境库兹涅茨曲线."""
    from tanlu.connect import series
    from tanlu.workflow.explain.ekc import ekc_record

    record = ekc_record(series.without(series.read_columns(file), without), target, by)
    if as_json:
        echo_json(record)
        return
    click.echo(say(_told(record)))
    if record["turn"] and record["turn"]["is_outside"]:
        click.echo(say(_OUTSIDE))


def _told(record: dict[str, Any]) -> Text:
    turn = record["turn"]
    if turn is None:
        return _NONE
    if turn["at"] is None:
        return _RISES.fill(curve=f"{record['curve']:.4g}")
    at, *ends = (turn[name] for name in ("at", "low", "high"))
    if None in ends:
        return _LOOSE.fill(at=f"{at:.6g}")
    return _TURNS.fill(at=f"{at:.6g}", low=f"{ends[0]:.6g}", high=f"{ends[1]:.6g}")
