"""The second pass over the catalogue: values of texts that the first pass did not use.

Origins: `docs/reference/catalogue-audit.md`. The files are read as plain YAML and
CSV, so that a fault of the loader cannot hide a fault of the data.
"""

import csv
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "src" / "tanlu" / "catalog" / "data"
# absolute warming of CO2 over 100 years by the authors of AR6, W m-2 yr per kg
AGWP_CO2 = 8.95e-14
# the ministry states a fall of 8.0 %; the two printed values give 7.9 %
STATED_OTHERWISE = {("CN-grid-northeast", "2022", "2023")}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def fuel(name: str, series: str = "ipcc.2006") -> dict[str, Any]:
    found = yaml.safe_load((DATA / "fuels" / f"{name}.yaml").read_text("utf-8"))["factors"]
    return {e["quantity"]: e for e in found if e["series"] == series}


@cache
def process(name: str) -> dict[str, Any]:
    found = yaml.safe_load((DATA / "processes" / f"{name}.yaml").read_text("utf-8"))["factors"]
    return {e["quantity"]: e for e in found if e["series"] == "ipcc.2006"}


@cache
def potentials() -> dict[str, Any]:
    return yaml.safe_load((DATA / "gases" / "gwp.yaml").read_text("utf-8"))["sets"]


@cache
def grid() -> dict[tuple[str, str, str], float]:
    found = rows(DATA / "grids" / "cn_announcement.csv")
    return {(r["year"], r["place"], r["series"]): float(r["value"]) for r in found}


@cache
def printed(name: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(r["subject"], r["unit"]): r for r in rows(DATA / "printed" / f"{name}.csv")}


def part98_heat(name: str) -> float:
    (found,) = [r for (subject, _), r in printed("us_epa_part98_heat").items() if subject == name]
    return float(found["gcv"])


def name(case: dict[str, str]) -> str:
    return "-".join(list(case.values())[:3])


@pytest.mark.parametrize("case", rows(HERE / "ipcc_cross_sector.csv"), ids=name)
def test_ipcc_value_is_the_one_of_the_cross_sector_workbook(case: dict[str, str]) -> None:
    assert float(fuel(case["fuel"])[case["quantity"]]["value"]) == float(case["printed"])


@pytest.mark.parametrize("case", rows(HERE / "gbt2589_2008.csv"), ids=name)
def test_annex_of_2008_is_the_one_of_another_list(case: dict[str, str]) -> None:
    found = fuel(case["fuel"], "cn.gbt2589.2008")[case["quantity"]]
    assert float(found["value"]) == float(case["printed"])
    assert str(found.get("lower", "")) == case["lower"]


@pytest.mark.parametrize("case", rows(HERE / "guide_chemical_2013.csv"), ids=name)
def test_chemical_guide_is_the_one_of_the_text_read_again(case: dict[str, str]) -> None:
    found = fuel(case["fuel"], "cn.guide.chemical.2013")
    assert float(found["ncv"]["value"]) == float(case["ncv"])
    assert float(found["carbon"]["value"]) == float(case["carbon"])
    assert round(float(found["oxidised"]["value"]) * 100) == float(case["oxidised_percent"])


@pytest.mark.parametrize("case", rows(HERE / "ipcc_processes.csv"), ids=name)
def test_process_value_is_the_one_of_another_transcript(case: dict[str, str]) -> None:
    assert float(process(case["process"])[case["quantity"]]["value"]) == float(case["printed"])


@pytest.mark.parametrize("case", rows(HERE / "gwp_second.csv"), ids=name)
def test_potential_is_the_one_of_another_transcript(case: dict[str, str]) -> None:
    value = float(potentials()[case["set"]]["gases"][case["gas"]]["value"])
    assert value == float(case["epa"])
    assert not case["authors"] or value == float(case["authors"])


@pytest.mark.parametrize(
    "case", [r for r in rows(HERE / "gwp_second.csv") if r["agwp100"]], ids=name
)
def test_potential_is_the_ratio_of_absolute_warming(case: dict[str, str]) -> None:
    """Both are printed to three digits, so the ratio holds to half a percent or so."""
    value = float(potentials()[case["set"]]["gases"][case["gas"]]["value"])
    assert value == pytest.approx(float(case["agwp100"]) / AGWP_CO2, rel=0.006)


@pytest.mark.parametrize("case", rows(HERE / "grid_press.csv"), ids=name)
def test_power_factor_is_the_one_of_the_press(case: dict[str, str]) -> None:
    assert grid()[case["year"], case["place"], case["series"]] == float(case["printed"])


@pytest.mark.parametrize("case", rows(HERE / "grid_provinces.csv"), ids=name)
def test_power_factor_is_the_one_of_the_table_read_again(case: dict[str, str]) -> None:
    for year in ("2021", "2022"):
        assert grid()[year, case["place"], "average"] == float(case[year])


@pytest.mark.parametrize("case", rows(HERE / "grid_change.csv"), ids=name)
def test_power_factor_changed_as_stated(case: dict[str, str]) -> None:
    before, after = (grid()[case[y], case["place"], case["series"]] for y in ("from", "to"))
    change = round((after / before - 1) * 100, 1)
    is_odd = (case["place"], case["from"], case["to"]) in STATED_OTHERWISE
    assert (change == float(case["percent"])) is not is_odd
    assert abs(change - float(case["percent"])) < 0.11


def test_first_and_last_five_provinces_of_2022() -> None:
    of_year = {p: v for (y, p, _), v in grid().items() if y == "2022" and p[3:].isdigit()}
    order = sorted(of_year, key=of_year.__getitem__, reverse=True)
    assert order[:5] == ["CN-13", "CN-14", "CN-12", "CN-15", "CN-34"]
    assert order[-5:] == ["CN-35", "CN-45", "CN-63", "CN-51", "CN-53"]


@pytest.mark.parametrize("case", rows(HERE / "part98_c1.csv"), ids=name)
def test_table_c1_is_the_one_of_a_copy_of_the_code(case: dict[str, str]) -> None:
    assert float(printed("us_epa_part98")[case["fuel"], "mmBtu HHV"]["co2"]) == float(case["co2"])
    assert part98_heat(case["fuel"]) == float(case["gcv"])


@pytest.mark.parametrize("case", rows(HERE / "epa_hub_2024.csv"), ids=name)
def test_hub_is_the_one_of_another_transcript(case: dict[str, str]) -> None:
    found = printed("us_epa_hub")[case["fuel"], case["unit"]]
    for gas in ("co2", "ch4", "n2o"):
        assert float(found[gas]) == float(case[gas])


@pytest.mark.parametrize("case", rows(HERE / "uk_2025.csv"), ids=name)
def test_uk_total_is_the_one_of_another_transcript(case: dict[str, str]) -> None:
    found = printed("uk_desnz_2025")[case["fuel"], case["unit"]]
    assert float(found["co2"]) == float(case["printed"])
