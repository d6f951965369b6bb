"""Decisions and assets at the border."""

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.systems import example_card

DECISION = {"decision_id": "d", "expected": "purchased_heat", "answer": "not_applicable",
            "reason": "none", "decided_by": "somebody", "decided_on": "2023-01-01"}  # fmt: skip
ASSET = {"asset_id": "a", "kind": "pv", "capacity": "5", "unit": "MW"}


def faults(table, *rows):
    sheet = Sheet(table, [Row(at, cells) for at, cells in enumerate(rows, start=2)])
    try:
        check(Draft(example_card(), {table: sheet}), load_catalog())
    except InputError as error:
        return [fault.code for fault in error.faults if fault.is_error]
    return []


@pytest.mark.parametrize(
    ("table", "row", "change", "code"),
    [
        ("decisions", DECISION, {}, None),
        ("decisions", DECISION, {"answer": "confirmed"}, "decision_answer"),
        ("decisions", DECISION, {"expected": "boundary"}, "decision_answer"),
        ("decisions", DECISION, {"expected": "boundary", "answer": "confirmed"}, None),
        ("decisions", DECISION, {"reason": ""}, "missing_value"),
        ("decisions", DECISION, {"expected": "magic"}, "unknown_choice"),
        ("decisions", DECISION, {"member_id": "nobody"}, "unknown_member"),
        ("assets", ASSET, {}, None),
        ("assets", ASSET, {"unit": ""}, "capacity_without_unit"),
        ("assets", ASSET, {"from_on": "2022-01-01", "to_on": "2021-01-01"}, "ends_before_start"),
        ("assets", ASSET, {"parent_id": "a"}, "circle"),
        ("assets", ASSET, {"kind": "volcano"}, "unknown_choice"),
    ],
)
def test_a_row_is_judged(table, row, change, code):
    assert faults(table, {**row, **change}) == ([code] if code else [])


def test_two_decisions_about_the_same_are_one_too_many():
    assert faults("decisions", DECISION, {**DECISION, "decision_id": "e"}) == ["duplicate_row"]


def test_an_exchange_needs_two_ends_and_a_plain_unit():
    row = {"record_id": "x", "from_id": "world", "to_id": "park", "material": "water",
           "kind": "fresh_water", "period": "2022", "quantity": "3", "unit": "m3",
           "quality": "invoiced"}  # fmt: skip
    assert faults("exchanges", row) == []
    assert faults("exchanges", {**row, "to_id": "world"}) == ["outside_flow"]
    assert faults("exchanges", {**row, "unit": "t/h"}) == ["unit_not_for_figure"]
