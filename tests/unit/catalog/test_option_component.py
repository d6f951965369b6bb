"""An option as a component of a plan: read by the plan's own reader, with the right ratios."""

from datetime import date

import pytest
import yaml
from click.testing import CliRunner

from tanlu.catalog.option_component import component_entry
from tanlu.catalog.option_values import sheet
from tanlu.catalog.options import option, options
from tanlu.cli import tanlu
from tanlu.connect.plan.folder import read_plan
from tanlu.errors import InputError

YEARS = [2025, 2040]
READY = [
    each.option_id
    for each in options().values()
    if (each.kind, each.capacity_unit)
    in {("generator", "MW"), ("converter", "MW"), ("store", "MWh")}
]


def written(folder, entries):
    nodes = {
        node: {}
        for entry in entries.values()
        for node in (*entry.get("inputs", {}), *entry.get("outputs", {}), entry.get("node"))
        if node
    }
    plan = {
        "name": "trial", "periods": YEARS, "end": 2050, "discount_rate": 0.05,
        "slices": {"step_h": 24, "steps": 1}, "nodes": nodes, "components": entries,
    }  # fmt: skip
    (folder / "plan.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")


def test_most_options_have_a_form():
    assert len(READY) >= 38


def test_every_entry_is_read_by_the_plan(tmp_path):
    written(tmp_path, {each: component_entry(option(each), YEARS) for each in READY})
    parts = {part.name: part for part in read_plan(tmp_path).system.components}
    assert set(parts) == set(READY)
    pump = parts["heat_pump_80c"]
    cop = sheet(option("heat_pump_80c"), date(2040, 1, 1))["out.heat_80c"].value
    assert pump.inputs["electricity"][1] == pytest.approx(1 / cop)
    assert pump.outputs["heat_80c"] == pytest.approx((1.0, 1.0))
    assert pump.stock.life == 20


def test_a_store_pays_for_its_hours_and_its_power():
    entry = component_entry(option("battery"), [2030], 2025, hours=2.0)
    read = sheet(option("battery"), date(2030, 1, 1), 2025)
    expected = 2 * read["investment"].value + read["power_investment"].value
    assert entry["investment"]["values"][2030] == pytest.approx(expected)
    assert entry["hours"] == 2.0
    assert "lbnl2023#battery-storage" in entry["investment"]["cite"]


def test_the_weakest_status_goes_along():
    entry = component_entry(option("chiller_electric"), [2030])
    assert entry["investment"]["assumption"] is True
    assert "cite" not in entry["investment"]


def test_what_has_no_form_is_refused():
    with pytest.raises(InputError, match="offset_ccer"):
        component_entry(option("offset_ccer"), [2030])


def test_the_command_prints_what_the_reader_takes(tmp_path):
    answer = CliRunner().invoke(
        tanlu, ["option", "component", "boiler_gas", "--years", "2025,2040"]
    )
    assert answer.exit_code == 0, answer.output
    written(tmp_path, yaml.safe_load(answer.output))
    assert [part.name for part in read_plan(tmp_path).system.components] == ["boiler_gas"]
