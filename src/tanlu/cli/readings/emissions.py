"""`tanlu readings emissions`: use times factor, by month, day or hour."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.readings.emissions import Emissions

_PER = ("enterprise", "member", "system", "scope", "carrier", "channel")
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
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def emissions(
    park: Path,
    by: Any,  # noqa: ANN401 - click has checked the choice
    per: tuple[str, ...],
    start: datetime | None,
    end: datetime | None,
    absent: Any,  # noqa: ANN401 - click has checked the choice
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Emissions of the readings of PARK / 按读数核算排放."""
    from tanlu.catalog.load import load_catalog
    from tanlu.workflow.readings.emissions import Asked
    from tanlu.workflow.readings.emissions import emissions as account
    from tanlu.workflow.readings.emissions_record import emissions_record
    from tanlu.workflow.readings.open import of_folder

    asked = Asked(
        by=by, per=per, absent=absent,
        start=start.date() if start else None, end=end.date() if end else None,
    )  # fmt: skip
    opened = of_folder(park)
    found = account(opened, load_catalog(), asked)
    for fault in found.faults:
        click.echo(fault.line(language()), err=True)
    if as_json:
        echo_json(emissions_record(found, opened))
    else:
        _print(found)


def _print(found: "Emissions") -> None:
    told = found.totals
    for row in told.rows.iter_rows(named=True):
        when = row.get("start") or row["day"]
        names = "  ".join(
            str(row[name] if row[name] is not None else "—") for name in found.asked.per
        )
        co2 = "—" if row["co2_t"] is None else f"{row['co2_t']:,.3f}"
        click.echo(f"{when}  {names:<40}{co2:>18}")
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
