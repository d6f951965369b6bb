"""Completeness, worth and grades against figures worked out by hand."""

from dataclasses import replace

import pytest

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.quality.completeness import completeness
from tanlu.account.quality.grade import grades_of
from tanlu.account.quality.total import missing_of, score_of, tonnes_score_of
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tests.laws.parks import burned, draft_of, flow, member, output, own

STREAMS = expected_streams()
NONE = {code: s for code, s in STREAMS.items() if code == "purchased_power"}


def judge(tables, streams=NONE, year=2022, member_id=""):
    book = check(draft_of(tables), load_catalog())
    inventory = cut(ledger(book, load_catalog()), year=year, member_id=member_id)
    return completeness(book, inventory, streams.values()), book, inventory


def months(to, first, last, year, amount=10):
    return [
        flow("world", to, "electricity", amount, "MWh", f"{year}-{m:02d}")
        for m in range(first, last + 1)
    ]


FACTOR = [own("electricity", "emission", 0.5, "t CO2/MWh")]


def test_half_a_year_is_missing_and_worth_what_the_other_records_say():
    flows = [*months("a", 1, 12, 2021, 31), *months("a", 1, 6, 2022, 62)]
    found, *_ = judge({"members": [member("a")], "flows": flows, "factors": FACTOR})
    (cell,) = found.cells
    assert (cell.why, cell.covered_days, cell.expected_days) == ("history", 181, 365)
    assert score_of(found) == pytest.approx(181 / 365)
    (gap,) = found.gaps
    assert gap.basis == "own_history"
    # lowest rate: 31 MWh in a month of 31 days; highest: 62 MWh in 28 days
    assert gap.low_t == pytest.approx(184 * 0.5 * 31 / 31)
    assert gap.high_t == pytest.approx(184 * 0.5 * 62 / 28)
    assert gap.low_t < gap.mid_t < gap.high_t
    assert tonnes_score_of(found) == pytest.approx(186 / (186 + gap.mid_t))
    assert missing_of(found) == (gap.low_t, gap.mid_t, gap.high_t)


def test_a_stream_of_this_year_alone_is_expected_as_an_answer_for_the_whole_year():
    flows = months("a", 1, 6, 2022)
    found, *_ = judge({"members": [member("a")], "flows": flows, "factors": FACTOR})
    (cell,) = found.cells
    assert (cell.why, cell.code, cell.covered_days, cell.expected_days) == (
        "asked", "purchased_power", 181, 365,
    )  # fmt: skip
    assert found.gaps[0].basis == "own_history"


def test_what_nobody_expects_counts_for_its_own_days_only():
    tables = {"members": [member("a")], "flows": months("a", 1, 12, 2022), "factors": FACTOR,
              "activities": [burned("a", "diesel", 5, "t", "2022-05")]}  # fmt: skip
    found, *_ = judge(tables)
    new = next(cell for cell in found.cells if cell.why == "new")
    assert (new.covered_days, new.expected_days) == (31, 31)
    assert score_of(found) == 1


def test_a_member_without_power_is_valued_by_its_peers_output():
    tables = {
        "members": [member("a"), member("b"), member("c")],
        "flows": [*months("a", 1, 12, 2022, 36.5), *months("b", 1, 12, 2022, 73)],
        "indicators": [output(2, name="a"), output(2, name="b"), output(1, name="c")],
        "factors": FACTOR,
    }
    found, *_ = judge(tables)
    (gap,) = [g for g in found.gaps if g.cell.member_id == "c"]
    assert gap.basis == "peers_by_output"
    # a: 438 MWh a year × 0.5 t; c has half the output of both
    assert gap.low_t == pytest.approx(438 * 0.5 / 2, rel=5e-3)
    assert gap.high_t == pytest.approx(876 * 0.5 / 2, rel=5e-3)
    del tables["indicators"]
    found, *_ = judge(tables)
    (gap,) = [g for g in found.gaps if g.cell.member_id == "c"]
    assert gap.basis == "peers"
    assert gap.high_t == pytest.approx(876 * 0.5, rel=5e-3)


def test_where_nothing_is_known_nothing_is_valued():
    tables = {"members": [member("a")], "flows": months("a", 1, 12, 2022), "factors": FACTOR}
    found, *_ = judge(tables, STREAMS)
    assert {gap.basis for gap in found.gaps} == {"unknown"}
    assert missing_of(found) is None
    assert tonnes_score_of(found) is None


def decision(expected, **rest):
    return {"decision_id": f"d-{expected}", "expected": expected, "answer": "not_applicable",
            "reason": "because", "decided_by": "x", "decided_on": "2023-01-01", **rest}  # fmt: skip


def test_a_decision_takes_the_question_away_for_its_years():
    tables = {"members": [member("a")], "flows": months("a", 1, 12, 2022), "factors": FACTOR,
              "decisions": [decision("road_fuel", year="2021"), decision("storage")]}  # fmt: skip
    found, *_ = judge(tables, STREAMS)
    states = {ask.expected.code: ask.state for ask in found.asks}
    assert states["storage"] == "decided"
    assert states["road_fuel"] == "asked"
    assert states["purchased_power"] == "recorded"
    assert "road_fuel" in {cell.code for cell in found.cells}
    assert "storage" not in {cell.code for cell in found.cells}


def test_records_against_a_decision_are_seen():
    tables = {"members": [member("a")], "flows": months("a", 1, 12, 2022), "factors": FACTOR,
              "activities": [{**burned("a", "diesel", 1, "t"), "system": "transport"}],
              "decisions": [decision("road_fuel")]}  # fmt: skip
    found, _, inventory = judge(tables, STREAMS)
    (ask,) = [ask for ask in found.asks if ask.expected.code == "road_fuel"]
    assert ask.is_contradicted
    assert inventory.total_t > 60  # they count all the same


def test_an_asset_in_use_makes_a_stream_certain():
    asset = {"asset_id": "truck", "member_id": "a", "kind": "vehicle"}
    tables = {"members": [member("a")], "flows": months("a", 1, 12, 2022), "factors": FACTOR,
              "assets": [asset, {**asset, "asset_id": "old", "to_on": "2020-01-01"},
                         {**asset, "asset_id": "plan", "state": "planned"}]}  # fmt: skip
    found, *_ = judge(tables, STREAMS)
    (ask,) = [ask for ask in found.asks if ask.expected.code == "road_fuel"]
    assert ask.assets == ("truck",)


def test_sectors_are_asked_what_their_trade_does():
    tables = {
        "members": [{**member("a"), "sector": "C3011"}, {**member("b"), "sector": "C39"}],
        "flows": months("a", 1, 12, 2022), "factors": FACTOR,
    }  # fmt: skip
    found, *_ = judge(tables, STREAMS)
    asked = {(ask.expected.code, ask.member_id) for ask in found.asks}
    assert ("cement_clinker", "a") in asked
    assert ("cement_clinker", "b") not in asked
    assert ("electronics_gases", "b") in asked


def test_a_members_own_view_asks_only_of_itself():
    tables = {"members": [member("a"), member("b")], "factors": FACTOR,
              "flows": [*months("a", 1, 12, 2022), *months("b", 1, 3, 2022)]}  # fmt: skip
    found, *_ = judge(tables, STREAMS, member_id="b")
    assert {ask.member_id for ask in found.asks} == {"b"}
    assert {c.member_id for c in found.cells} == {"b"}


def test_a_grade_by_hand():
    """Invoice with evidence at a meter; the park's own factor stated by a document of 2020."""
    record = {**months("a", 1, 1, 2022)[0], "cite": "bill#1", "period": "2022"}
    book = check(
        draft_of({"members": [member("a")], "flows": [record], "factors": FACTOR}), load_catalog()
    )
    inventory = cut(ledger(book, load_catalog()), year=2022)
    grades = grades_of(inventory, book, quality_scheme())
    row = grades.lines.row(0, named=True)
    scores = [row[n] for n in ("reliability", "collection", "time", "place", "technology")]
    assert scores == [1, 1, 1, 2, 2]  # invoiced.cited, whole year, same year, enterprise, named
    (factor,) = grades.factors[row["choice"]]
    assert dict(factor.scores) == {"reliability": 3, "time": 1, "place": 1, "technology": 1}
    assert row["grade"] == pytest.approx((7 / 5 + 6 / 4) / 2)
    assert grades.total == pytest.approx(1.45)
    assert grades.scheme.band(grades.total).code == "very_good"


def test_a_line_without_a_factor_has_the_grade_of_its_record():
    book = check(
        draft_of({"members": [member("a")], "flows": months("a", 1, 12, 2022), "factors": FACTOR}),
        load_catalog(),
    )
    whole = ledger(book, load_catalog())
    bare = replace(whole, choices=tuple(replace(c, factors={}) for c in whole.choices))
    grades = grades_of(cut(bare, year=2022), book, quality_scheme())
    assert grades.lines["grade"].to_list() == grades.lines["activity"].to_list()
    assert grades.total == pytest.approx(grades.lines["activity"][0])
