"""Green power of a park by hour: each kWh once, as the market-based view grants it."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from tanlu.catalog.load import load_catalog
from tanlu.measure.readings.clock import Clock
from tanlu.trace.park_hours import hour_shares
from tanlu.trace.park_lines import park_lines
from tanlu.workflow.trace_green import green_day
from tanlu.workflow.trace_hours import MonthByHour, hours_of
from tests.laws.parks import ledger_of, member
from tests.laws.test_market import gec, power

CLOCK = Clock("Asia/Shanghai")
DAY, MONTH = date(2022, 3, 5), date(2022, 3, 1)
FLOWS = [
    power("world", "a", 365), power("world", "b", 730), power("roof", "a", 36.5, "pv"),
    power("roof", "bat", 7.3, "pv"), power("world", "bat", 7.3),
    power("bat", "b", 12.41, "storage"), power("roof", "world", 3.65, "pv"),
]  # fmt: skip
USE = pl.DataFrame(
    schema={"channel": pl.String, "start": pl.Datetime("us", "UTC"), "value": pl.Float64}
)


def day_of(certificates):
    tables = {
        "members": [member("a"), member("b"), member("roof", "a", "facility"), member("bat")],
        "flows": FLOWS, "certificates": certificates,
    }  # fmt: skip
    ledger = ledger_of(tables, method="cn.park")
    lines = park_lines(ledger, 2022).filter(pl.col("month") == MONTH)
    lines = lines.with_columns(channel=pl.lit(None, pl.String))
    shares = hour_shares(lines, USE, hours_of(CLOCK, MONTH, date(2022, 4, 1)))
    month = MonthByHour(ledger, 2022, lines, shares)
    return green_day(month, load_catalog(), CLOCK, DAY, "enterprise")


def of(found, name):
    (row,) = (m for m in found["members"] if m["member"] == name)
    return {k: sum(v) for k, v in row.items() if k != "member"}


def test_own_store_and_certificates_once_each():
    found = day_of([gec("g", 73, for_id="b")])
    a, b = of(found, "a"), of(found, "b")
    assert len(found["hours"]) == 24
    # a day is a 365th; a uses what the grid and its roof gave, the roof's 10 % of 365 are its own
    assert a["used"] == pytest.approx(1 + 0.1)
    assert a["own"] == pytest.approx(0.1)
    # half of what charged the battery was green; b got 12.41 of it and holds 73 certificates
    assert b["used"] == pytest.approx(2 + 0.034)
    assert b["store"] == pytest.approx(0.017)
    assert b["certificate"] == pytest.approx(0.2)
    for name in ("a", "b"):
        row = of(found, name)
        owned = row["own"] + row["store"] + row["contract"] + row["certificate"]
        assert row["used"] == pytest.approx(owned + row["open"])
    roof = next(s for s in found["sources"] if s["source"] == "roof")
    assert sum(roof["unclaimed"]) == pytest.approx(0.01)  # what was sent out is nobody's here


def test_certificates_of_own_plants_that_were_sold_take_it_away():
    sold = gec("s", 20, for_id="world", generator_id="roof")
    found = day_of([sold])
    assert of(found, "a")["own"] < 0.1


def test_hours_of_a_day_are_those_of_its_place():
    first = hours_of(CLOCK, DAY, DAY + timedelta(days=1))[0]
    assert first == (DAY, datetime(2022, 3, 4, 16, tzinfo=UTC))


def test_a_certificate_claimed_for_another_year_covers_nothing():
    old = gec("g", 73, for_id="b", claim_year="2021", period="2021", cancelled_on="2022-02-01")
    assert of(day_of([old]), "b")["certificate"] == 0
    both = day_of([old, gec("h", 73, for_id="b")])
    assert of(both, "b")["certificate"] == pytest.approx(0.2)
