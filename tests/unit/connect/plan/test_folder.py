"""Plans on disk: what is read, and every fault with its line."""

import pytest

from tanlu.connect.plan.folder import read_plan
from tanlu.errors import InputError
from tanlu.plan.model import Period, Value
from tanlu.plan.model.value import by_year
from tanlu.plan.solve import solve
from tanlu.workflow.pathway.folder import copy_examples, example

PLAN = """\
periods: [2025, 2030]
end: 2040
discount_rate: 0.05
slices: {step_h: 12}
nodes:
  power: {carrier: electricity}
policies:
  cap: {kind: cap, most: {2030: 100}}
"""
PARTS = """\
load: {kind: demand, node: power, amount: {series: load, values: {2025: 1, 2035: 3}, unit: kW}}
grid: {kind: supply, node: power, price: {value: 0.5, unit: CNY/kWh}, factor: 0.5}
pv:
  kind: generator
  node: power
  investment: {values: {2020-01-01: {value: 4}, 2030-01-01: {value: 2}}, unit: CNY/W}
  fixed_om: {value: 0.02, unit: 1/a, of: investment}
"""
SERIES = "hour,load\n0,1\n12,2\n"


def write(folder, plan=PLAN, parts=PARTS, series=SERIES):
    (folder / "plan.yaml").write_text(plan, "utf-8")
    (folder / "components.yaml").write_text(parts, "utf-8")
    (folder / "series.csv").write_text(series, "utf-8")
    return folder


def faults(folder):
    with pytest.raises(InputError) as raised:
        read_plan(folder)
    return [(f.code, f.place.file, f.place.row, f.place.column) for f in raised.value.faults]


def test_quantities_come_in_the_units_of_the_plan(tmp_path):
    system = read_plan(write(tmp_path)).system
    load, grid, pv = system.components
    assert system.periods == (Period(2025, 5), Period(2030, 10))
    assert load.amount == Value((0.001, 0.002), "load")
    assert grid.price == pytest.approx(500)
    assert by_year(pv.stock.investment, 2) == pytest.approx([3e6, 2e6], rel=1e-3)
    assert by_year(pv.stock.fixed_om, 2) == pytest.approx([6e4, 4e4], rel=1e-3)
    assert system.slices.steps == 2


def test_all_faults_are_told_together_with_their_lines(tmp_path):
    plan = PLAN.replace("2030: 100", "2031: 100").replace("nodes:", "colour: red\nnodes:")
    parts = PARTS.replace("node: power, price", "node: pwer, price").replace("CNY/W}", "CNY/t}")
    parts += "x: {kind: engine}\ny: {kind: store, node: power, charge_efficiency: 1.2}\n"
    found = faults(write(tmp_path, plan, parts, SERIES))
    assert ("plan_unknown_key", "plan.yaml", 5, "colour") in found
    assert ("plan_no_period", "plan.yaml", 9, "policies.cap.most.2031") in found
    assert ("plan_unknown_node", "components.yaml", 2, "grid.node") in found
    assert ("wrong_dimension", "components.yaml", 6, "pv.investment.unit") in found
    assert ("plan_unknown_word", "components.yaml", 8, "x.kind") in found
    assert ("plan_not_share", "components.yaml", 9, "y.charge") in found
    assert len(found) == 6


def test_an_hour_without_a_value_is_told_not_filled(tmp_path):
    assert ("plan_series_value", "series.csv", 3, "load") in faults(
        write(tmp_path, series="hour,load\n0,1\n12,\n")
    )


def test_rows_that_are_no_whole_days(tmp_path):
    found = faults(write(tmp_path, series="hour,load\n0,1\n12,2\n24,3\n"))
    assert found[0][0] == "plan_series_rows"


def test_a_folder_without_a_plan(tmp_path):
    assert faults(tmp_path) == [("plan_no_file", "plan.yaml", None, "")]


def test_a_missing_key_is_told_at_its_component(tmp_path):
    parts = PARTS + "more: {kind: demand, node: power}\n"
    assert ("plan_missing_key", "components.yaml", 8, "more.amount") in faults(
        write(tmp_path, parts=parts)
    )


def test_the_examples_can_be_copied_and_read(tmp_path):
    copies = copy_examples(tmp_path / "new")
    assert [path.name for path in copies] == ["small", "synthetic"]
    assert len(read_plan(copies[1]).system.slices.group) == 365
    with pytest.raises(InputError):
        copy_examples(tmp_path / "new")


def test_the_small_plan_by_hand():
    design = solve(read_plan(example("small")).system)
    # offsets at 900 CNY/t set the price of carbon in both years with a cap
    assert design.co2_cny_per_t[2030] == pytest.approx(900)
    assert design.periods[1].co2_t - design.periods[1].offset_t == pytest.approx(3000)
