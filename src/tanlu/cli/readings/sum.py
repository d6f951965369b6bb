"""`tanlu readings sum`: use by hour, day, month or year, with what is missing beside it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_FILL = "How gaps are filled: linear, same_weekday, hold, layered / 补缺方法."
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("sum")
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--channel", "names", multiple=True, help="Channel; all when left out / 通道.")
@click.option(
    "--by", type=click.Choice(["hour", "day", "month", "year"]), default="month",
    show_default=True, help="Length of a sum, in local time / 汇总周期（当地时间）.",
)  # fmt: skip
@click.option("--from", "start", type=_DAY, help="First day / 首日.")
@click.option("--to", "end", type=_DAY, help="Day after the last one / 末日次日.")
@click.option("--fill", default="", help=_FILL)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def sum_readings(
    park: Path, names: tuple[str, ...], by: Any, start: datetime | None,  # noqa: ANN401 - one of the choices
    end: datetime | None, fill: str, as_json: bool,  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """What PARK's channels used / 汇总通道用量."""
    from tanlu.workflow.readings.open import of_folder
    from tanlu.workflow.readings.sum import sum_record, sums

    opened = of_folder(park)
    first, last = start and start.date(), end and end.date()
    found = sum_record(opened, sums(opened, names, by, first, last, fill))
    if as_json:
        echo_json(found)
        return
    for row in found["rows"]:
        click.echo(_line(row))


def _line(row: dict[str, Any]) -> str:
    value = "–" if row["value"] is None else f"{row['value']:,.6g}"
    parts = [row["start"], row["channel"], f"{value} {row['unit']}"]
    if row.get("cost_cny") is not None:
        parts.append(f"{row['cost_cny']:,.2f} CNY")
    if row["missing"]:
        told = Text("{missing} of {expected} missing", "缺失 {missing}/{expected}")
        parts.append(say(told.fill(missing=row["missing"], expected=row["expected"])))
    if row.get("filled"):
        told = Text("{n} filled ({value:,.6g})", "补缺 {n}（{value:,.6g}）")
        parts.append(say(told.fill(n=row["filled"], value=row["filled_value"])))
    if row["flagged"]:
        parts.append(say(Text("{n} flagged", "标记 {n}").fill(n=row["flagged"])))
    return "  ".join(parts)
