"""Input made to cost much: it is answered in seconds, with a message."""

from time import perf_counter

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import read_folder
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.measure.tree import find_circles
from tanlu.model.book import Draft, Row, Sheet
from tanlu.units import find_unit
from tanlu.workflow.open import bundled

GAS = {
    "record_id": "g", "member_id": "acme", "stream": "combustion", "carrier": "natural_gas",
    "period": "2020", "quantity": "1", "unit": "万 Nm³", "quality": "measured",
}  # fmt: skip
SECONDS = 20  # generous: these took minutes or all memory before they were bounded


def codes(**tables):
    base = read_folder(bundled("minimal"))
    sheets = {
        name: Sheet(name, [Row(number, cells) for number, cells in enumerate(rows, start=2)])
        for name, rows in tables.items()
    }
    start = perf_counter()
    with pytest.raises(InputError) as raised:
        check(Draft(base.card, {**base.sheets, **sheets}), load_catalog())
    assert perf_counter() - start < SECONDS
    assert len(raised.value.text("zh")) < 1_000_000
    return {fault.code for fault in raised.value.faults}


def test_a_chain_of_members():
    rows = [{"member_id": "acme", "kind": "enterprise"}]
    rows += [
        {"member_id": f"f{n}", "parent_id": f"f{n + 1}", "kind": "facility"} for n in range(50_000)
    ]
    rows += [{"member_id": "f50000", "parent_id": "acme", "kind": "facility"}]
    assert codes(members=rows) == {"too_deep", "more_alike"}


def test_a_ring_of_members():
    ring = [
        {"member_id": f"f{n}", "parent_id": f"f{(n + 1) % 50_000}", "kind": "facility"}
        for n in range(50_000)
    ]
    acme = {"member_id": "acme", "kind": "enterprise"}
    assert codes(members=[acme, *ring]) == {"circle", "more_alike"}


def test_a_scenario_without_a_code_over_nothing():
    assert "missing_value" in codes(scenarios=[{"scenario_id": "", "over_id": ""}])


@pytest.mark.parametrize(
    ("column", "code"),
    [("carrier", "unknown_carrier"), ("member_id", "unknown_member"), ("unit", "unknown_unit")],
)
def test_a_column_of_wrong_names(column, code):
    rows = [GAS | {"record_id": f"r{n}", column: f"wrong{n}"} for n in range(50_000)]
    members = [{"member_id": f"m{n}", "kind": "enterprise"} for n in range(5_000)]
    acme = {"member_id": "acme", "kind": "enterprise"}
    assert {code, "more_alike"} <= codes(activities=rows, members=[acme, *members])


@pytest.mark.parametrize(
    "unit",
    [
        "万" * 5000 + "t",
        "10^999999999t",
        "1e99999999999t",
        "t/" * 1000 + "t",
        "(" * 5000,
        "k" * 5000,
    ],
)
def test_units_that_go_on(unit):
    assert find_unit(unit) is None
    assert codes(activities=[GAS | {"unit": unit}]) == {"unknown_unit"}


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [("1e308", "亿 Nm3"), ("9" * 400, "Nm3"), ("1e99999", "Nm3")],
)
def test_numbers_beyond_all_measure(quantity, unit):
    assert codes(activities=[GAS | {"quantity": quantity, "unit": unit}]) == {"not_finite"}


@pytest.mark.parametrize("unit", ["10^99 Nm3", "10^99 10^99 10^99 10^99 10^99 Nm3"])
def test_multipliers_heaped_up(unit):
    found = codes(activities=[GAS | {"quantity": "1e300", "unit": unit}])
    assert found <= {"not_finite", "unknown_unit"}


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "\ufeff\ufeffa", "\u202eabc", "a\tb"])
def test_characters_that_hide(text):
    assert codes(activities=[GAS | {"note": f"x{text}x"}]) == {"control_character"}


def test_circles_are_found_once_each():
    above = {"a": "b", "b": "c", "c": "b", "d": "d", "e": None}
    assert find_circles(above) == {"b": ["b", "c", "b"], "c": ["c", "b", "c"], "d": ["d", "d"]}
