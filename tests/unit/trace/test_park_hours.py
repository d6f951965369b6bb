"""A month's records over its hours: scaled to the record, even where nobody read."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from tanlu.trace.park import trace_lines, trace_park
from tanlu.trace.park_hours import hour_shares, lines_of_day
from tanlu.trace.park_lines import park_lines
from tanlu.trace.statement import ledgers
from tests.laws.test_trace_park import estate

MONTH = date(2022, 2, 1)
HOURS = [
    (MONTH + timedelta(days=d), datetime(2022, 2, 1, tzinfo=UTC) + timedelta(days=d, hours=h))
    for d in range(28)
    for h in range(24)
]


def laid(read):
    """The estate's February; the meter of its supply reads only by day, or not at all."""
    lines = park_lines(estate(), 2022).filter(pl.col("month") == MONTH)
    lines = lines.with_columns(
        channel=pl.when(pl.col("to_id") == "estate", pl.col("from_id") == "world").then(
            pl.lit("main")
        )
    )
    rows = [("main", start, 2.0 if 8 <= start.hour < 20 else 0.0) for _, start in HOURS]
    schema = {"channel": pl.String, "start": pl.Datetime("us", "UTC"), "value": pl.Float64}
    use = pl.DataFrame(rows if read else [], schema=schema, orient="row")
    return lines, hour_shares(lines, use, HOURS)


@pytest.mark.parametrize("read", [True, False])
def test_hours_sum_to_the_month(read):
    lines, shares = laid(read)
    days = [lines_of_day(lines, shares, MONTH + timedelta(days=d)) for d in range(28)]
    hours = pl.concat(days)
    for column in ("amount", "co2_t"):
        assert hours[column].sum() == pytest.approx(lines[column].sum())


def test_a_record_follows_its_meter():
    lines, shares = laid(read=True)
    hours = lines_of_day(lines, shares, MONTH)
    main = hours.filter(pl.col("channel") == "main").sort("month")["amount"]
    assert main[3] == 0.0
    assert main[12] == pytest.approx(100 * 28 / 365 / (28 * 12))
    assert not hours.filter(pl.col("channel") == "main")["is_spread"].any()
    assert hours.filter(pl.col("channel") == "")["is_spread"].all()


def test_each_hour_closes_and_has_its_own_mix():
    lines, shares = laid(read=True)
    ledger = estate()
    found = trace_lines(ledger, 2022, lines_of_day(lines, shares, MONTH))
    whole = ledgers(found, "enterprise").statements
    for _, hour in whole.group_by("month"):
        entered = hour["direct_t"].sum() + hour["bought_t"].sum()
        assert hour["own_t"].sum() == pytest.approx(entered, rel=1e-12)
    mix = found.nodes.filter(pl.col("node") == "estate").sort("month")["intensity"]
    # by night nothing comes from the grid: what the roof gave evenly, at nothing
    assert mix[12] > 0.3


def test_a_month_is_the_sum_of_its_hours_where_nothing_mixes_differently():
    lines, shares = laid(read=False)
    days = [lines_of_day(lines, shares, MONTH + timedelta(days=d)) for d in range(28)]
    hourly = ledgers(trace_lines(estate(), 2022, pl.concat(days)), "enterprise")
    month = ledgers(trace_park(estate(), 2022), "enterprise").statements
    here = month.filter(pl.col("month") == MONTH, pl.col("cell") == "works")["own_t"].sum()
    there = hourly.statements.filter(pl.col("cell") == "works")["own_t"].sum()
    assert there == pytest.approx(here)
