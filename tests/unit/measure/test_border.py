from datetime import date
from time import perf_counter

import polars as pl
import pytest

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import read_folder
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.measure.change import compare
from tanlu.measure.frame import schema_of
from tanlu.measure.page import MOST_ALIKE, MOST_ROWS
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.table import tables
from tanlu.workflow.open import bundled

GAS = {
    "record_id": "g", "member_id": "acme", "stream": "combustion", "carrier": "天然气",
    "period": "2020", "quantity": "1", "unit": "万 Nm³", "quality": "measured",
}  # fmt: skip
POWER = {
    "record_id": "p", "from_id": "world", "to_id": "acme", "carrier": "电力",
    "period": "2020", "quantity": "1", "unit": "万 kWh", "quality": "measured",
}  # fmt: skip


def draft(**extra):
    base = read_folder(bundled("minimal"))
    more = {name: sheet(name, *rows) for name, rows in extra.items()}
    return Draft(base.card, {**base.sheets, **more})


def sheet(name, *rows):
    return Sheet(name, [Row(number, cells) for number, cells in enumerate(rows, start=2)])


def checked(**extra):
    return check(draft(**extra), load_catalog())


def codes(**extra):
    with pytest.raises(InputError) as raised:
        checked(**extra)
    return [fault.code for fault in raised.value.faults]


def test_every_table_is_there_with_its_types():
    book = checked()
    for name, table in tables().items():
        assert dict(book.table(name).schema) == schema_of(table)
    assert book.table("factors").height == 0


@pytest.mark.parametrize(
    ("cells", "amount", "unit"),
    [
        ({}, 1e4, "Nm3"),
        ({"unit": "tce"}, 1.0, "tce"),
        ({"unit": "MWh"}, 3.6, "GJ"),
        ({"unit": "万 m3"}, 1e4, "Nm3"),
        ({"carrier": "diesel", "unit": "kg"}, 0.001, "t"),
        ({"carrier": "柴油", "unit": "万吨"}, 1e4, "t"),
        ({"quantity": "1,234.5", "unit": "Nm3"}, 1234.5, "Nm3"),
    ],
)
def test_fuel(cells, amount, unit):
    row = checked(activities=[GAS | cells]).table("activities").row(0, named=True)
    assert (row["amount"], row["amount_unit"]) == (pytest.approx(amount), unit)


@pytest.mark.parametrize(
    ("cells", "amount", "unit"),
    [
        ({}, 10.0, "MWh"),
        ({"unit": "GJ", "quantity": "3.6"}, 1.0, "MWh"),
        ({"unit": "万 tce"}, 1e4, "tce"),
        ({"carrier": "热力", "unit": "MWh"}, 3.6, "GJ"),
        ({"carrier": "steam", "unit": "tce"}, 1.0, "tce"),
        ({"carrier": "natural_gas", "unit": "Nm3"}, 1.0, "Nm3"),
    ],
)
def test_flows(cells, amount, unit):
    row = checked(flows=[POWER | cells]).table("flows").row(0, named=True)
    assert (row["amount"], row["amount_unit"]) == (pytest.approx(amount), unit)


def test_a_plain_cubic_metre_is_told():
    warnings = checked(activities=[GAS | {"unit": "m³"}]).warnings
    assert [fault.code for fault in warnings] == ["gas_in_plain_m3"]
    assert "0.9317" in warnings[0].fix("en")


@pytest.mark.parametrize(
    ("indicator", "quantity", "unit", "amount", "base"),
    [
        ("output_value", "5.6", "亿元", 5.6e8, "CNY"),
        ("value_added", "-1", "万元", -1e4, "CNY"),
        ("energy_total", "2", "万 tce", 2e4, "tce"),
        ("employees", "30", "人", 30.0, "piece"),
        ("electricity_share", "72.5", "%", 0.725, "1"),
        ("electricity_share", "72.5%", "1", 0.725, "1"),
        ("electricity_share", "72.5%", "%", 0.725, "1"),
    ],
)
def test_indicators(indicator, quantity, unit, amount, base):
    cells = {"record_id": "i", "indicator": indicator, "period": "2022"}
    book = checked(indicators=[cells | {"quantity": quantity, "unit": unit}])
    row = book.table("indicators").row(0, named=True)
    assert (row["amount"], row["amount_unit"]) == (pytest.approx(amount), base)


def test_published_tonnes():
    cells = {"record_id": "p", "figure": "co2", "period": "2022", "quantity": "100.6"}
    book = checked(published=[cells | {"unit": "万 t CO2", "cite": "wang2024#table-6"}])
    assert book.table("published")["amount"].to_list() == [pytest.approx(1_006_000)]


def test_blank_members_mean_the_park():
    book = checked(activities=[GAS | {"member_id": ""}], flows=[POWER | {"to_id": "park"}])
    assert book.table("activities")["member_id"].to_list() == ["minimal"]
    assert book.table("flows").select("from_id", "to_id").row(0) == ("world", "minimal")
    assert book.table("members")["parent_id"].to_list() == ["minimal"]


def test_systems_come_from_the_member():
    line = {"member_id": "line", "parent_id": "acme", "kind": "facility"}
    acme = {"member_id": "acme", "kind": "enterprise", "system": "buildings"}
    book = checked(
        members=[line, acme],
        activities=[GAS | {"member_id": "line"}, GAS | {"record_id": "h", "system": "energy"}],
        flows=[POWER, POWER | {"record_id": "q", "from_id": "acme", "to_id": "world"}],
    )
    assert book.table("activities")["system"].to_list() == ["buildings", "energy"]
    assert book.table("flows")["system"].to_list() == ["buildings", "buildings"]


def test_periods_become_days():
    row = checked(activities=[GAS | {"period": "2022年3月"}]).table("activities").row(0, named=True)
    assert (row["start"], row["end"]) == (date(2022, 3, 1), date(2022, 4, 1))
    assert (row["year"], row["period"], row["row"]) == (2022, "2022-03", 2)


def test_own_factors_stay_as_printed_and_for_everybody():
    cells = {
        "factor_id": "f", "subject": "natural_gas", "quantity": "oxidised", "value": "98 %",
        "unit": "1", "from_on": "2022-01-01", "kind": "stated", "cite": "wang2024#table-5",
    }  # fmt: skip
    row = checked(factors=[cells]).table("factors").row(0, named=True)
    assert row["value"] == pytest.approx(0.98)
    assert row["member_id"] is None
    assert row["supplier_id"] is None
    twice = [cells, cells | {"factor_id": "g"}]
    assert codes(factors=twice) == ["duplicate_row"]


def test_a_document_of_ones_own_may_be_cited():
    cells = {"record_id": "p", "figure": "co2", "period": "2022", "quantity": "1", "unit": "t CO2"}
    own = {"citation_id": "mine", "title_en": "Mine", "title_zh": "自有"}
    assert checked(published=[cells | {"cite": "mine#1"}], citations=[own])
    assert codes(published=[cells | {"cite": "mine#1"}]) == ["unknown_citation"]
    assert codes(published=[cells | {"cite": "assumption"}]) == ["unknown_citation"]


def test_all_faults_of_all_tables_come_together():
    found = codes(
        activities=[GAS | {"unit": "x"}, GAS | {"quantity": "?"}],
        flows=[POWER | {"from_id": "nobody", "period": "soon"}],
        targets=[{"target_id": "t"}],
    )
    wanted = {"unknown_unit", "absence_in_number", "unknown_member", "unknown_period"}
    assert wanted | {"missing_column", "duplicate_id"} <= set(found)


def test_circles_of_any_length():
    ring = [
        {"member_id": f"f{n}", "parent_id": f"f{(n + 1) % 3}", "kind": "facility"} for n in range(3)
    ]
    acme = {"member_id": "acme", "kind": "enterprise"}
    assert codes(members=[acme, *ring]) == ["circle"] * 3


def test_facilities_may_stand_under_the_park():
    acme = {"member_id": "acme", "kind": "enterprise"}
    assert checked(members=[acme, {"member_id": "hall", "kind": "facility"}])


def test_neighbouring_periods_are_fine_and_reach_is_seen():
    months = [GAS | {"record_id": f"m{n}", "period": f"2020-{n:02d}"} for n in range(1, 13)]
    assert checked(activities=months).table("activities").height == 12
    assert codes(activities=[*months, GAS | {"record_id": "y"}]) == ["overlapping_periods"] * 12


def test_a_column_full_of_faults_is_summed_up():
    rows = [GAS | {"record_id": f"r{n}", "period": "x"} for n in range(MOST_ALIKE + 50)]
    found = codes(activities=rows)
    assert found.count("unknown_period") == MOST_ALIKE
    assert found[-1] == "more_alike"


def test_too_many_rows_are_refused_with_a_way_out():
    rows = [GAS] * (MOST_ROWS + 1)
    with pytest.raises(InputError) as raised:
        checked(activities=rows)
    assert raised.value.faults[0].code == "too_many_rows"
    assert "per month" in raised.value.text("en")


def test_a_hundred_thousand_rows_take_seconds():
    rows = [
        GAS
        | {"record_id": f"r{n}", "period": f"{1950 + n // 2000}-03", "channel_id": f"c{n % 2000}"}
        for n in range(100_000)
    ]
    channels = [
        {"channel_id": f"c{n}", "carrier": "natural_gas", "unit": "Nm3"} for n in range(2000)
    ]
    start = perf_counter()
    book = checked(activities=rows, channels=channels, flows=[])
    assert perf_counter() - start < 15
    assert book.table("activities")["amount"].sum() == 1e9


def test_versions_are_compared_by_code():
    old = draft(activities=[GAS, GAS | {"record_id": "gone"}])
    new = draft(activities=[GAS | {"quantity": "2"}, GAS | {"record_id": "fresh"}])
    changes = compare(old, new)
    assert list(changes) == ["activities"]
    assert changes["activities"].added == ("fresh",)
    assert changes["activities"].removed == ("gone",)
    cell = changes["activities"].changed[0]
    assert (cell.row_id, cell.column, cell.before, cell.after) == ("g", "quantity", "1", "2")


def test_empty_tables_can_be_computed_with():
    book = check(Draft(read_folder(bundled("minimal")).card, {}), load_catalog())
    assert book.table("flows").select(pl.col("amount").sum()).item() == 0


def test_a_park_without_a_card_is_told_what_a_card_needs():
    with pytest.raises(InputError) as raised:
        check(Draft({}, {}), load_catalog())
    assert {fault.code for fault in raised.value.faults} == {"missing_value"}
