"""`tanlu compare` and `tanlu restate`: the same figures as text and as JSON, in both languages."""

import json
import math
from dataclasses import replace

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.connect.folder import read_folder, write_folder
from tanlu.model.book import Row, Sheet
from tanlu.workflow.open import bundled


@pytest.fixture
def parks(tmp_path):
    """The example park, and the same with less diesel and a certified power factor in 2022."""
    old = read_folder(bundled("minimal"))
    rows = [
        Row(row.number, {**row.cells, "quantity": "30"})
        if row.cells["record_id"] == "diesel-2022"
        else row
        for row in old.sheet("activities").rows
    ]
    factor = {
        "factor_id": "power", "subject": "electricity", "quantity": "emission",
        "from_on": "2022-01-01", "value": "0.5", "unit": "t CO2/MWh", "kind": "stated",
        "cite": "wang2024#section-4.3",
    }  # fmt: skip
    sheets = {
        **old.sheets, "activities": replace(old.sheet("activities"), rows=rows),
        "factors": Sheet("factors", [Row(2, factor)]),
    }  # fmt: skip
    write_folder(old, tmp_path / "old")
    write_folder(replace(old, sheets=sheets), tmp_path / "new")
    return tmp_path / "old", tmp_path / "new"


def run(*arguments, code=0):
    result = CliRunner().invoke(tanlu, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return result.stdout


def parts_of(bridge):
    return {part["cause"]: part["co2_t"]["value"] for part in bridge["parts"]}


def test_restate_splits_what_was_changed(parks):
    found = json.loads(run("restate", *parks, "--json"))["years"]
    assert parts_of(found["2021"]) == dict.fromkeys(("activity", "factor", "method", "boundary"), 0)
    bridge = found["2022"]
    causes = parts_of(bridge)
    # 30,000 MWh at 0.5752, then at 0.5 t/MWh; 34 t of diesel, then 30
    assert causes["factor"] == pytest.approx(30_000 * (0.5 - 0.5752))
    per_tonne = next(i for i in bridge["items"] if i["record_id"] == "diesel-2022")
    assert causes["activity"] == pytest.approx(per_tonne["old_t"] / 34 * -4)
    assert math.fsum(causes.values()) == pytest.approx(bridge["difference"]["value"], abs=1e-9)
    shown = run("restate", *parks, "--year", "2022", "--lang", "zh")
    assert "因子" in shown
    assert f"{causes['factor']:+,.3f}" in shown


def test_restate_of_the_same_is_nothing(parks):
    found = json.loads(run("restate", parks[0], parks[0], "--json"))["years"]
    assert all(not bridge["items"] and not bridge["changes"] for bridge in found.values())
    assert found["2022"]["sentence"]["en"] == "Nothing changed."
    run("restate", *parks, "--year", "1999", code=2)


def test_compare_lists_what_moved(parks):
    found = json.loads(run("compare", parks[1], "--json"))
    assert (found["from_year"], found["to_year"]) == (2021, 2022)
    assert {item["carrier"] for item in found["moved"]} == {"electricity", "natural_gas", "diesel"}
    assert found["vanished"] == found["new"] == []
    checks = {look["check"] for look in found["looks"]}
    assert "factor_document" in checks
    whole = found["bridge"]["difference"]["value"]
    assert math.fsum(parts_of(found["bridge"]).values()) == pytest.approx(whole)
    assert "变动" in run("compare", parks[1], "--lang", "zh")


def test_one_year_cannot_be_compared(parks):
    run("compare", parks[0], "--to", "2021", code=2)
