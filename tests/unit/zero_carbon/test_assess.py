"""Emissions per energy as the notice counts, by hand; guiding indicators; gaps."""

import pytest

from tanlu.account.zero_carbon.power import PowerUse
from tests.laws.parks import burned, flow, member
from tests.unit.zero_carbon.parks import assessed, of, record

POWER = flow("world", "park", "electricity", 1e6, "MWh")
VALUE = record("power_coal_use", 0.3, "kgce/kWh")


def test_power_only():
    found = assessed(flows=[POWER], indicators=[VALUE])
    notice = found.bases[0]
    # 1e6 MWh × 0.8325 t/MWh over 1e6 MWh × 0.3 tce/MWh
    assert notice.co2_t == pytest.approx(832_500)
    assert notice.energy.low == notice.energy.high == pytest.approx(300_000)
    assert notice.ratio.low == pytest.approx(0.8325 / 0.3)
    assert of(found, "co2_per_energy").gaps[0].limit.value == 0.2


def test_without_an_equal_value_it_is_an_interval():
    ratio = assessed(flows=[POWER]).bases[0].ratio
    assert ratio.low == pytest.approx(0.8325 / 0.45)
    assert ratio.high == pytest.approx(0.8325 / 0.25)


def test_green_power_counts_zero_and_is_energy():
    green = PowerUse(received_mwh=1e6, direct_mwh=6e5, traded_mwh=3e5, is_recorded=True)
    found = assessed(flows=[POWER], indicators=[VALUE], power=green)
    assert found.bases[0].co2_t == pytest.approx(1e5 * 0.8325)
    assert found.bases[0].energy.low == pytest.approx(300_000)
    assert of(found, "direct_power_share").measured.span.low == pytest.approx(0.6)
    assert of(found, "clean_share").measured.span.low == pytest.approx(0.9)
    assert of(found, "clean_share").gaps[0].verdict == "met"


def test_heat_sent_out_is_subtracted_at_the_same_factor():
    flows = [
        POWER,
        flow("world", "park", "heat", 500_000, "GJ"),
        flow("park", "world", "heat", 100_000, "GJ"),
    ]
    found = assessed(flows=flows, indicators=[VALUE])
    assert found.bases[0].co2_t == pytest.approx(832_500 + 400_000 * 0.11)
    assert found.bases[0].energy.low == pytest.approx(300_000 + 400_000 * 0.03412, rel=1e-4)


def test_biogenic_fuel_is_energy_without_emissions():
    wood = burned("", "wood", 10_000, "t")
    plain, with_wood = (
        assessed(activities=a, flows=[POWER], indicators=[VALUE]) for a in ([], [wood])
    )
    assert with_wood.bases[0].co2_t == pytest.approx(plain.bases[0].co2_t)
    assert with_wood.bases[0].energy.low > plain.bases[0].energy.low


@pytest.mark.parametrize(("mwh", "value"), [(2e6, 0.2), (4e6, 0.3)])
def test_the_class_follows_energy_use(mwh, value):
    grid = flow("world", "park", "electricity", mwh, "MWh")
    gaps = of(assessed(flows=[grid], indicators=[VALUE]), "co2_per_energy").gaps
    assert [gap.limit.value for gap in gaps] == [value]


def test_a_class_that_is_not_certain_is_not_judged():
    # 3e6 MWh are 0.75 to 1.35 million tce: both classes are possible
    grid = flow("world", "park", "electricity", 3e6, "MWh")
    gaps = of(assessed(flows=[grid]), "co2_per_energy").gaps
    assert {gap.limit.value for gap in gaps} == {0.2, 0.3}
    assert {gap.verdict for gap in gaps} == {"open"}


def test_a_park_below_every_class_has_no_limit():
    grid = flow("world", "park", "electricity", 1e5, "MWh")
    found = assessed(flows=[grid], indicators=[VALUE])
    assert of(found, "co2_per_energy").gaps == ()
    assert any("smallest class" in note.en for note in found.notes)


def test_shares_of_waste_and_water():
    indicators = [
        VALUE,
        record("solid_waste_made", 900, "t"), record("solid_waste_used", 800, "t"),
        record("old_waste_used", 100, "t"),
        record("water_reused", 80, "万 m3"), record("water_fresh", 20, "万 m3"),
        record("waste_heat_available", 60, "GJ"), record("waste_heat_used", 30, "GJ"),
        record("waste_cold_available", 40, "GJ"), record("waste_cold_used", 30, "GJ"),
        record("waste_pressure_available", 0, "GJ"), record("waste_pressure_used", 0, "GJ"),
    ]  # fmt: skip
    found = assessed(flows=[POWER], indicators=indicators)
    assert of(found, "solid_waste_share").measured.span.low == pytest.approx(0.8)
    assert of(found, "water_share").measured.span.low == pytest.approx(0.8)
    assert of(found, "waste_energy_share").measured.span.low == pytest.approx(0.6)
    assert of(found, "water_share").gaps[0].verdict == "met"
    assert of(found, "solid_waste_share").gaps[0].verdict == "met"


def test_a_gap_in_waste_is_told_in_tonnes():
    indicators = [
        VALUE, record("solid_waste_made", 1000, "t"), record("solid_waste_used", 600, "t"),
        record("old_waste_used", 0, "t"),
    ]  # fmt: skip
    (gap,) = of(assessed(flows=[POWER], indicators=indicators), "solid_waste_share").gaps
    assert (gap.verdict, gap.closes_unit) == ("missed", "t")
    assert gap.closes.low == pytest.approx(200)


MEMBERS = [member(name) for name in ("a", "b")]


def test_members_add_up_only_when_each_has_a_record():
    half = [record("water_reused", 80, "m3", "a"), record("water_fresh", 20, "m3", "a")]
    rest = [record("water_reused", 20, "m3", "b"), record("water_fresh", 80, "m3", "b")]
    one = assessed(flows=[POWER], indicators=half, members=MEMBERS)
    both = assessed(flows=[POWER], indicators=[*half, *rest], members=MEMBERS)
    assert of(one, "water_share").measured.span is None
    assert of(both, "water_share").measured.span.low == pytest.approx(0.5)


def test_the_worst_grade_counts_and_none_may_be_missing():
    grades = [record("product_energy_grade", g, "1", m) for m, g in (("a", 1), ("b", 3))]
    found = of(assessed(flows=[POWER], indicators=grades, members=MEMBERS), "product_energy_grade")
    assert found.measured.span.low == 3
    assert found.gaps[0].verdict == "missed"
    lacking = of(
        assessed(flows=[POWER], indicators=grades[:1], members=MEMBERS), "product_energy_grade"
    )
    assert lacking.measured.span is None


def test_income_of_two_years():
    indicators = [
        record("trade_income", 100, "亿元", year=2021), record("trade_income", 110, "亿元"),
    ]  # fmt: skip
    found = of(assessed(flows=[POWER], indicators=indicators, set_id="hunan"), "income_growth")
    assert found.measured.span.low == pytest.approx(0.1)
    assert found.gaps[0].verdict == "met"


def test_a_process_emits_and_is_no_energy():
    clinker = burned("", "cement_clinker", 1000, "t") | {"stream": "process"}
    plain, more = (
        assessed(activities=a, flows=[POWER], indicators=[VALUE]) for a in ([], [clinker])
    )
    assert more.bases[0].co2_t > plain.bases[0].co2_t
    assert more.bases[0].energy == plain.bases[0].energy


def test_own_plants_direct_lines_and_certificates_of_the_records():
    plant = member("pv") | {"system": "energy"}
    own_power = flow("pv", "works", "electricity", 50_000, "MWh") | {"origin": "pv"}
    line = flow("world", "works", "electricity", 150_000, "MWh") | {"origin": "wind"}
    grid = flow("world", "works", "electricity", 800_000, "MWh") | {"channel_id": ""}
    certificate = {
        "certificate_id": "gec-1", "kind": "gec", "for_id": "works", "period": "2022",
        "quantity": "300000", "unit": "MWh", "cancelled_on": "2023-01-10",
        "cite": "wang2024#none",
    }  # fmt: skip
    contract = certificate | {
        "certificate_id": "line-1", "kind": "direct_line_contract", "quantity": "150000",
    }  # fmt: skip
    grid["record_id"], line["record_id"] = "grid", "line"
    found = assessed(
        members=[plant, member("works")], flows=[own_power, line, grid],
        certificates=[certificate, contract], indicators=[VALUE],
    )  # fmt: skip
    notice = found.bases[0]
    # only the 500,000 MWh that nothing green covers take the factor; all 1e6 are energy
    assert notice.co2_t == pytest.approx(500_000 * 0.8325)
    assert notice.energy.low == pytest.approx(1e6 * 0.3)
    assert of(found, "direct_power_share").measured.span.low == pytest.approx(0.2)
    assert of(found, "clean_share").measured.span.low == pytest.approx(0.5)


def test_months_of_one_heat_are_one_step():
    heat = [flow("world", "park", "heat", 100, "GJ", f"2022-{month:02d}") for month in range(1, 13)]
    steps = assessed(flows=[POWER, *heat], indicators=[VALUE]).bases[0].steps
    assert sum(step.cite.endswith("2.2.3-heat") for step in steps) == 1
