"""What remains with members sums to the park's inventory, whatever they pass on to each other."""

import math
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.cut import cut
from tanlu.trace.formulas import remaining
from tanlu.trace.park import trace_park
from tanlu.trace.statement import ledgers
from tanlu.workflow.trace_park import LEVELS, VIEWS, park_record, transfers_of
from tests.laws.parks import burned, flow, ledger_of, member, own
from tests.laws.test_cut import towns
from tests.laws.test_market import AMOUNTS, bought, built, issued, power

GRID, RESIDUAL = 0.4, 0.7


@settings(max_examples=40)
@given(towns(), st.sampled_from(LEVELS), st.sampled_from(["location", "booked"]))
def test_members_sum_to_the_park(town, level, view):
    lines = town.ledger()
    done = transfers_of(lines, 2022, level, view)
    inventory = cut(lines, year=2022, boundary=level)
    assert done.ledgers.total_t() == pytest.approx(inventory.total_t, rel=1e-9, abs=1e-9)
    booked = done.ledgers.total_t("booked_t")
    assert booked == pytest.approx(inventory.members_t, rel=1e-9, abs=1e-9)
    gone = done.ledgers.total_t("eliminated_t")
    assert gone == pytest.approx(inventory.elimination_t, rel=1e-9, abs=1e-9)


@settings(max_examples=30)
@given(towns())
def test_what_a_member_books_is_its_inventory(town):
    lines = town.ledger()
    statements = ledgers(trace_park(lines, 2022), "enterprise", "co2_t").statements
    inventory = cut(lines, year=2022, boundary="enterprise")
    for cell, booked in inventory.lines.group_by("cell").agg(pl.col("co2_t").sum()).iter_rows():
        mine = statements.filter(pl.col("cell") == cell)["booked_t"].sum()
        assert mine == pytest.approx(booked, rel=1e-9, abs=1e-9)


@settings(max_examples=30)
@given(bought, AMOUNTS, issued)
def test_the_market_view_sums_to_the_market_total(bought, passed, issued):
    lines = built(bought, passed, issued)
    done = transfers_of(lines, 2022, "enterprise", "market")
    total = cut(lines, year=2022).market_total_t
    assert done.ledgers.total_t() == pytest.approx(total, rel=1e-9, abs=1e-9)


@settings(max_examples=30)
@given(towns())
def test_each_month_closes_too(town):
    found = ledgers(trace_park(town.ledger(), 2022), "enterprise")
    inner = found.transfers.filter(pl.col("from_cell") != "world", pl.col("to_cell") != "world")
    for month, rows in found.statements.group_by("month"):
        moved = inner.filter(pl.col("month") == month[0])["carried_t"].sum()
        for side in ("received_t", "given_t"):
            assert rows[side].sum() == pytest.approx(moved, rel=1e-9, abs=1e-9)


def estate(*more):
    tables = {
        "members": [member("estate"), member("roof", "estate", "facility"), member("works")],
        "flows": [power("world", "estate", 100), power("roof", "estate", 25, "pv"),
                  power("estate", "works", 80), *more],
        "activities": [burned("works", "natural_gas", 1000, "Nm3")],
        "factors": [own("electricity", "emission", GRID, "t CO2/MWh"),
                    own("electricity", "residual", RESIDUAL, "t CO2/MWh")],
    }  # fmt: skip
    return ledger_of(tables, method="cn.park")


def test_what_is_passed_on_is_the_mean_of_what_came():
    # 100 MWh at 0.4 and 25 MWh of PV: 0.32; the inventory books the grid's 0.4
    done = transfers_of(estate(), 2022, "enterprise", "location")
    moves = park_record(done)["transfers"]
    (moved,) = (t for t in moves if (t["from"], t["to"]) == ("estate", "works"))
    assert moved["co2_t"] == pytest.approx(80 * 0.32)
    assert moved["booked_t"] == pytest.approx(80 * GRID)
    assert moved["intensity"] == pytest.approx(0.32)
    mine = {m["member"]: m for m in park_record(done)["members"]}
    assert mine["estate"]["own_t"] == pytest.approx(45 * 0.32)
    assert mine["works"]["own_t"] == pytest.approx(mine["works"]["direct_t"] + 80 * 0.32)


def test_a_store_gives_what_the_inventory_says():
    more = [power("roof", "works", 10, "pv"), power("estate", "roof", 5),
            power("roof", "works", 4, "storage")]  # fmt: skip
    done = transfers_of(estate(*more), 2022, "facility", "location")
    inventory = cut(done.found.ledger, year=2022)
    assert done.ledgers.total_t() == pytest.approx(inventory.total_t)


def test_a_circle_that_nothing_feeds_carries_nothing():
    more = [power("works", "roof", 3), power("roof", "works", 3)]
    tables = estate(*more)
    done = transfers_of(tables, 2022, "facility", "location")
    assert done.ledgers.total_t() == pytest.approx(cut(tables, year=2022).total_t)


def test_a_year_is_spread_over_its_months_by_days():
    found = trace_park(estate(), 2022)
    works = found.lines.filter(pl.col("to_id") == "works", pl.col("table") == "flows")
    assert works["is_spread"].all()
    by_month = dict(works.select("month", "amount").iter_rows())
    assert by_month[date(2022, 2, 1)] == pytest.approx(80 * 28 / 365)
    assert math.fsum(by_month.values()) == pytest.approx(80)


def test_a_view_that_is_refused_stays_refused():
    flows = [flow(*ends, "electricity", 10, "MWh") for ends in (("world", "a"), ("a", "b"))]
    lines = ledger_of({"members": [member("a"), member("b")], "flows": flows})
    done = transfers_of(lines, 2022, "enterprise", "market")
    known = cut(lines, year=2022).market_total_t
    assert (done.ledgers.total_t() is None) == (known is None)


def test_the_views_are_named():
    assert list(VIEWS) == ["location", "market", "booked"]


@pytest.mark.parametrize(
    ("parts", "own"), [((100, 30, 0, 50), 80), ((20, 5, 40, 0), 65), ((0, 2, 10, 0), 12)]
)
def test_the_netting_of_three_enterprises(parts, own):
    # methods-drivers-transfer 3.9: heat A→B 40, power A→C 10; together 157, naive 207
    assert remaining(*parts) == own


def test_the_netting_of_three_enterprises_through_the_inventory():
    # the same case (B11) from records: S1 100, 20, 0; grid 30, 5, 2; heat A→B 40, power A→C 10
    one = ledger_of(
        {"members": [member("a")], "activities": [burned("a", "natural_gas", 1, "Nm3")]}
    )
    each = 1 / cut(one, year=2022).total_t
    supplied = own("electricity", "emission", 1.0, "t CO2/MWh")
    warm = own("hot_water", "emission", 0.1, "t CO2/GJ")
    lines = ledger_of({
        "members": [member("a"), member("b"), member("c")],
        "activities": [burned("a", "natural_gas", 100 * each, "Nm3"),
                       burned("b", "natural_gas", 20 * each, "Nm3")],
        "flows": [flow("world", "a", "electricity", 30, "MWh"),
                  flow("world", "b", "electricity", 5, "MWh"),
                  flow("world", "c", "electricity", 2, "MWh"),
                  flow("a", "b", "hot_water", 400, "GJ"), flow("a", "c", "electricity", 10, "MWh")],
        "factors": [supplied, warm],
    })  # fmt: skip
    found = transfers_of(lines, 2022, "enterprise", "location").ledgers
    mine = dict(found.statements.group_by("cell").agg(pl.col("own_t").sum()).iter_rows())
    assert mine == pytest.approx({"a": 80, "b": 65, "c": 12})
    assert found.total_t() == pytest.approx(157)
    assert found.total_t("booked_t") == pytest.approx(207)
    assert found.total_t("eliminated_t") == pytest.approx(50)
