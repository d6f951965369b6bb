"""Use case: a day of a park's green power by hour, each kWh owned once."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.account.ledger import ledger
from tanlu.catalog.content import Catalog
from tanlu.catalog.load import load_catalog
from tanlu.connect.park import load_park
from tanlu.measure.readings.clock import Clock
from tanlu.model.inventory import RENEWABLE, STORAGE
from tanlu.trace.park_green import ParkGreen, green_record, park_green
from tanlu.trace.park_hours import lines_of_day
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.trace_hours import MonthByHour, hours_of, month_by_hour


def green_hours_of(
    month: MonthByHour, catalog: Catalog, clock: Clock, day: date, level: str
) -> ParkGreen:
    """The green-power ledger of a day.

    Args:
        month: The day's month, laid out over hours.
        catalog: The catalogue, for what is power.
        clock: The park's clock.
        day: Local day.
        level: `enterprise` or `facility`.

    Returns:
        Loads, and claims granted, hour by hour.
    """
    power = [c for c, carrier in catalog.carriers.items() if carrier.kind == "power"]
    is_power = (pl.col("table") == "flows") & pl.col("carrier").is_in(power)
    lines = lines_of_day(month.lines, month.shares, day).filter(is_power)
    new_year = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return park_green(
        month.ledger, lines, _charged(month.lines.filter(is_power)), level,
        (day.year, len(hours_of(clock, *new_year))),
    )  # fmt: skip


def green_day(month: MonthByHour, catalog: Catalog, clock: Clock, day: date, level: str) -> Any:  # noqa: ANN401 - a plain record
    """The same as columns: used, owned by kind, open; and what nobody owns. [MWh]"""
    found = green_hours_of(month, catalog, clock, day, level)
    return {
        "park": month.ledger.park_id,
        "level": level,
        "hours": [clock.show(hour) for hour in found.hours],
        "members": green_record(found),
        "sources": _sources(found),
    }


def _charged(lines: pl.DataFrame) -> dict[str, float]:
    # which part of what charged each store in the month was green
    stores = lines.filter(pl.col("origin") == STORAGE)["from_id"].unique()
    into = lines.filter(pl.col("to_id").is_in(stores.implode()))
    green = pl.col("origin").is_in(RENEWABLE).fill_null(value=False)
    parts = into.group_by("to_id").agg(
        pl.col("amount").filter(green).sum() / pl.col("amount").sum()
    )
    known = dict(parts.iter_rows())
    return {store: known.get(store) or 0.0 for store in stores}


def _sources(found: ParkGreen) -> list[dict[str, Any]]:
    left = found.ledger.unclaimed
    return [
        {"source": name, "unclaimed": left[:, n].tolist()} for n, name in enumerate(found.sources)
    ]


def trace_green(path: Path, day: date, level: str) -> Any:  # noqa: ANN401 - a plain record
    """The same of a park on disk, by the readings beside its tables.

    Raises:
        InputError: With every fault of the park, or when it has no records of that year.
    """
    catalog = load_catalog()
    opened, book = of_folder(path), load_park(path, catalog)
    month = month_by_hour(ledger(book, catalog), book, opened, day)
    return green_day(month, catalog, opened.clock, day, level)
