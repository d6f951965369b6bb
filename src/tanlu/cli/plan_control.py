"""`tanlu plan schedule | control`: set-points for the next hours, and what they are worth."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.cli.plan_parts import FOLDER, JSON, line
from tanlu.types import Text

_YEAR = click.option("--year", type=int, default=None,
                     help="First year of a period; else the first / 规划期首年.")  # fmt: skip
_AT = click.option("--at", "moment", required=True,
                   type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d"]),
                   help="When, in the calendar of series.csv / 起始时刻.")  # fmt: skip
_HOURS = click.option("--hours", default=48.0, show_default=True, type=click.FloatRange(1, 168),
                      help="How far to look ahead / 前瞻小时数.")  # fmt: skip
_MINUTES = click.option("--minutes", default=15, show_default=True, type=click.IntRange(5, 60),
                        help="Length of a step / 步长（分钟）.")  # fmt: skip
_FORECAST = click.option("--forecast", "way", default="day", show_default=True,
                         type=click.Choice(["perfect", "day", "week", "learned"]),
                         help="What is expected: as it comes, as a day or a week ago, learned / "
                              "预测方法.")  # fmt: skip


@click.command("schedule")
@FOLDER
@_YEAR
@_AT
@_HOURS
@_MINUTES
@_FORECAST
@click.option("--state", type=click.Path(path_type=Path, exists=True), default=None,
              help="JSON of levels, activity and peaks now / 当前状态 JSON.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=None,
              help="Write set-points to this CSV / 设定值写入 CSV.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file / 覆盖已有文件.")
@JSON
@lang_option
def schedule(
    folder: Path, year: int | None, moment: datetime, hours: float, minutes: int, way: Any,  # noqa: ANN401 - as click gives it
    state: Path | None, out: Path | None, force: bool, as_json: bool,  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """Set-points of FOLDER's plan for the next hours / 未来若干小时的调度方案."""
    from tanlu.workflow.pathway.control import control_of, read_state, schedule_record, write_points

    record = schedule_record(
        control_of(folder, year, minutes), moment, hours, way, read_state(state)
    )
    if out is not None:
        write_points(record, out, force=force)
    if as_json:
        echo_json(record)
        return
    line(Text("{n} steps from {start}: {cost:,.0f} CNY, {co2:,.2f} t CO2; solved in {s:.3f} s",
               "自 {start} 起 {n} 步：{cost:,.0f} CNY，{co2:,.2f} t CO2；求解 {s:.3f} s"),
          n=record["steps"], start=record["start"], cost=record["cost_cny"],
          co2=record["co2_t"], s=record["seconds"])  # fmt: skip
    for name, row in record["set_points"].items():
        click.echo(f"  {name:<28}" + " ".join(f"{value:8.3f}" for value in row[:8]) + " …")


@click.command("control")
@FOLDER
@_YEAR
@_AT
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 366),
              help="How many days / 天数.")  # fmt: skip
@_HOURS
@_MINUTES
@_FORECAST
@JSON
@lang_option
def control(
    folder: Path, year: int | None, moment: datetime, days: int, hours: float, minutes: int,
    way: Any, as_json: bool,  # noqa: ANN401, FBT001 - as click gives it
) -> None:  # fmt: skip
    """What rolling control of FOLDER's plan is worth / 滚动控制的收益."""
    from tanlu.workflow.pathway.control import control_of, worth_record

    record = worth_record(control_of(folder, year, minutes), moment, days, hours, way)
    if as_json:
        echo_json(record)
        return
    line(_HEAD, d=record["days"], start=record["start"])
    for name, run in record["runs"].items():
        figures = [f"{run[key]:>14,.0f}" for key in ("cost_cny", "charge_cny", "total_cny")]
        click.echo(f"  {say(_RUNS[name])}".ljust(24) + "".join(figures) + f"{run['co2_t']:>12,.2f}")
    for name, told in record["skill"].items():
        share = "—" if told["skill"] is None else f"{told['skill']:.0%}"
        line(Text("forecast of {name}: {s} better than as a day ago",
                   "{name} 预测：比“同昨日”改善 {s}"), name=name, s=share)  # fmt: skip


_HEAD = Text(
    "{d:.0f} days from {start}: cost, capacity charge, total less what is stored [CNY]; t CO2",
    "自 {start} 起 {d:.0f} 天：成本、容量费、扣除储能余值后的总额 [CNY]；t CO2",
)
_RUNS = {
    "none": Text("no control", "不控制"),
    "perfect": Text("perfect forecast", "完美预测"),
    "day": Text("as a day ago", "同昨日"),
    "week": Text("as a week ago", "同上周"),
    "learned": Text("learned", "机器学习"),
}
