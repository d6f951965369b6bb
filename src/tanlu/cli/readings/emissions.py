"""`tanlu readings emissions`: use times factor, by month, day or hour."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.readings.emissions import Emissions

_PER = ("enterprise", "member", "system", "scope", "carrier", "channel")
_DAY = 1440  # minutes
_DATE = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--by", type=click.Choice(["month", "day", "hour"]), default="month",
              show_default=True, help="How finely / 时间粒度.")  # fmt: skip
@click.option("--per", type=click.Choice(_PER), multiple=True, default=("system",),
              show_default=True, help="By what; may be repeated / 汇总维度，可重复.")  # fmt: skip
@click.option("--from", "start", type=_DATE, help="First day / 首日.")
@click.option("--to", "end", type=_DATE, help="The day after the last / 末日次日.")
@click.option("--absent", type=click.Choice(["absent", "catalogue"]), default="absent",
              show_default=True, help="Where a factor channel reads nothing: no emission, "
              "or the catalogue's factor / 因子通道缺值时留空或用因子库.")  # fmt: skip
@click.option("--keep", "keep_as", default="", metavar="NAME",
              help="Keep the figure, with its state / 连同数据状态保存结果.")  # fmt: skip
@click.option("--as-of", default="", metavar="NAME",
              help="A kept figure, of the readings then / 按当时读数复算.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def emissions(
    park: Path,
    by: Any,  # noqa: ANN401 - click has checked the choice
    per: tuple[str, ...],
    start: datetime | None,
    end: datetime | None,
    absent: Any,  # noqa: ANN401 - click has checked the choice
    keep_as: str,
    as_of: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Emissions of the readings of PARK / 按读数核算排放."""
    from tanlu.catalog.load import load_catalog
    from tanlu.workflow.readings.emissions import Asked
    from tanlu.workflow.readings.emissions import emissions as account
    from tanlu.workflow.readings.emissions_record import emissions_record
    from tanlu.workflow.readings.open import of_folder
    from tanlu.workflow.readings.results import keep, told_again

    asked = Asked(
        by=by, per=per, absent=absent,
        start=start.date() if start else None, end=end.date() if end else None,
    )  # fmt: skip
    opened = of_folder(park)
    kept: dict[str, Any] | None = None
    if as_of:
        found, kept = told_again(opened, load_catalog(), asked, as_of)
    else:
        found = account(opened, load_catalog(), asked)
    if keep_as:
        keep(opened, found, keep_as, _who(), _now())
    for fault in found.faults:
        click.echo(fault.line(language()), err=True)
    if as_json:
        echo_json(emissions_record(found, opened) | ({"kept": kept} if kept else {}))
        return
    _print(found)
    if kept:
        _print_kept(kept)


def _when(row: dict[str, Any]) -> str:
    if "start" in row:
        return f"{row['start']:%Y-%m}"
    minutes = row["second"] // 60
    clock = f" {minutes // 60:02d}:{minutes % 60:02d}" if row["minutes"] < _DAY else ""
    return f"{row['day']}{clock}"


def _who() -> str:
    from getpass import getuser

    return getuser()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _print_kept(kept: dict[str, Any]) -> None:
    gap, total = kept["difference_t"], kept["total_t"]
    told = Text("kept by {who} at {at}: {total}; difference {gap}",
                "{who} 于 {at} 保存：{total}；差异 {gap}")  # fmt: skip
    shown = {"total": "—" if total is None else f"{total:,.3f}",
             "gap": "—" if gap is None else f"{gap:+,.3f}"}  # fmt: skip
    click.echo(say(told.fill(who=kept["who"], at=kept["at"], **shown)))
    if not kept["is_same_catalog"]:
        click.echo(say(Text("The catalogue is another one than then.", "因子库与当时不同。")))


def _print(found: "Emissions") -> None:
    told = found.totals
    for row in told.rows.iter_rows(named=True):
        when = _when(row)
        names = "  ".join(
            str(row[name] if row[name] is not None else "—") for name in found.asked.per
        )
        co2 = "—" if row["co2_t"] is None else f"{row['co2_t']:,.3f}"
        label = f"{when}  {names}"
        click.echo(f"{label:<52}{co2:>18}")
    total = "—" if told.total_t is None else f"{told.total_t:,.3f}"
    click.echo(f"{say(Text('total, t CO2e', '合计（t CO2e）')):<52}{total:>18}")
    if told.elimination_t:
        label = say(Text("of which moved between members, counted once", "成员间传递，仅计一次"))
        click.echo(f"{label}: {told.elimination_t:,.3f}")
    if told.exported_t:
        click.echo(f"{say(Text('apart: sent out', '另列：输出'))}: {told.exported_t:,.3f}")
    if not told.is_complete:
        click.echo(
            say(Text("Incomplete: readings or factors are missing.", "不完整：缺读数或因子。")),
            err=True,
        )
