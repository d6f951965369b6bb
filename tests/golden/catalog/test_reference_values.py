"""The catalogue's data files against values printed elsewhere.

Expected numbers: the ten reference values of the project's accounting notes
(recomputed there to the fourth digit), the seed paper's table 5, and the factors
that a public text prints for table C.1; they stand in `reference_values.csv`
with their origin. The files are read as plain YAML
and CSV, so that a fault of the loader cannot hide a fault of the data.
"""

import csv
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "src" / "tanlu" / "catalog" / "data"
STATES = {"primary", "confirmed", "secondary", "recalled"}
# factor from a document's unit to GJ per t or per Nm3, t C per GJ, or a plain ratio
SCALE = {
    "kJ/kg": 1e-3, "kJ/m3": 1e-6, "GJ/t": 1.0, "GJ/10^4 Nm3": 1e-4,
    "t C/TJ": 1e-3, "t C/GJ": 1.0, "1": 1.0,
}  # fmt: skip


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def subjects() -> dict[str, Any]:
    files = [p for part in ("fuels", "carriers", "processes") for p in (DATA / part).glob("*.yaml")]
    return {path.stem: read(path) for path in sorted(files)}


@cache
def documents() -> dict[str, Any]:
    return {path.stem: read(path) for path in (DATA / "citations").glob("*.yaml")}


@cache
def grid_values() -> list[dict[str, Any]]:
    found = []
    for path in sorted((DATA / "grids").glob("*.csv")):
        head = read(path.with_suffix(".yaml"))
        for row in rows(path):
            cite = row.get("cite") or head["cite_by_year"][int(row["year"])]
            found.append({**row, "cite": cite, "file": path.name})
    return found


def all_values() -> list[Any]:
    found = []
    for name, subject in subjects().items():
        for index, entry in enumerate(subject["factors"]):
            label = f"{name}-{index}-{entry['series']}-{entry['quantity']}"
            found.append(pytest.param(entry, id=label))
    found += [
        pytest.param(row, id=f"{row['series']}-{row['place']}-{row['year']}")
        for row in grid_values()
    ]
    for name, members in read(DATA / "gases" / "gwp.yaml")["sets"].items():
        for gas, entry in members["gases"].items():
            found.append(pytest.param({"cite": members["cite"], **entry}, id=f"{name}-{gas}"))
    return found


def value(subject: str, quantity: str, series: str) -> float:
    entries = subjects()[subject]["factors"]
    (entry,) = [e for e in entries if (e["quantity"], e["series"]) == (quantity, series)]
    return float(entry["value"]) * SCALE[entry["unit"]]


@pytest.mark.parametrize("case", rows(HERE / "reference_values.csv"), ids=lambda c: c["name"])
def test_co2_per_amount_is_the_reference_value(case: dict[str, str]) -> None:
    ncv = value(case["ncv_subject"], "ncv", case["ncv_series"])
    carbon = value(case["carbon_subject"], "carbon", case["carbon_series"])
    oxidised = value(case["carbon_subject"], "oxidised", case["carbon_series"])
    kilograms = ncv * carbon * oxidised * 44 / 12
    kilograms *= 1000 if subjects()[case["ncv_subject"]]["unit"] == "Nm3" else 1
    assert f"{kilograms:.4f}" == case["expected"]


@pytest.mark.parametrize("entry", all_values())
def test_value_has_document_status_and_range(entry: dict[str, Any]) -> None:
    document, _, clause = entry["cite"].partition("#")
    assert document in documents()
    assert clause
    assert entry["status"] in STATES
    middle = float(entry["value"])
    lower, upper = entry.get("lower"), entry.get("upper")
    assert (lower is None) == (upper is None)
    assert lower is None or float(lower) <= middle <= float(str(upper))
    assert entry["status"] != "primary" or documents()[document]["read"] == "primary"


@pytest.mark.parametrize("document", sorted(documents()))
def test_document_is_named_and_its_successor_is_registered(document: str) -> None:
    found = documents()[document]
    assert found["id"] == document
    assert found["title"]["en"]
    assert found["title"]["zh"]
    assert found["superseded_by"] is None or found["superseded_by"] in documents()


def ipcc_fuels() -> list[str]:
    return [n for n, s in subjects().items() if any(e["quantity"] == "co2" for e in s["factors"])]


@pytest.mark.parametrize("fuel", ipcc_fuels())
def test_ipcc_carbon_gives_the_printed_co2(fuel: str) -> None:
    found = {e["quantity"]: e for e in subjects()[fuel]["factors"] if e["series"] == "ipcc.2006"}
    carbon, printed = found["carbon"]["value"], found["co2"]["value"]
    step = 1000 if printed >= 100_000 else 100  # three significant digits are printed
    assert abs(carbon * 44 / 12 * 1000 - printed) <= step / 2 + 1e-6


def coal_equivalents() -> list[Any]:
    found = []
    for name, subject in subjects().items():
        for series, per_kgce in (("cn.gbt2589.2008", 29271.2), ("cn.gbt2589.2020", 29307.6)):
            of = {e["quantity"]: e for e in subject["factors"] if e["series"] == series}
            if {"ncv", "coal_equivalent"} <= set(of):
                found.append(pytest.param(name, of, per_kgce, id=f"{name}-{series}"))
    return found


@pytest.mark.parametrize(("name", "of", "per_kgce"), coal_equivalents())
def test_standard_coal_coefficient_is_heat_over_that_of_coal(
    name: str, of: dict[str, Any], per_kgce: float
) -> None:
    odd = (name, per_kgce) == ("refinery_gas", 29271.2)  # its note: another kilocalorie
    for end in ("value", "lower", "upper"):
        heat, coal = of["ncv"].get(end), of["coal_equivalent"].get(end)
        assert (heat is None) == (coal is None)
        wanted = 29307.6 if odd else per_kgce
        assert heat is None or abs(heat / wanted - coal) < 6e-5


def averages(year: str, places: str) -> dict[str, float]:
    def fits(place: str) -> bool:
        return place.startswith("CN-grid-") if places == "regions" else place[3:].isdigit()

    of_year = [r for r in grid_values() if (r["year"], r["series"]) == (year, "average")]
    return {r["place"]: float(r["value"]) for r in of_year if fits(r["place"])}


@pytest.mark.parametrize("year", ["2021", "2022", "2023"])
def test_nation_lies_between_its_provinces(year: str) -> None:
    provinces = averages(year, "provinces")
    (nation,) = [
        float(r["value"])
        for r in grid_values()
        if (r["year"], r["place"], r["series"]) == (year, "CN", "average")
    ]
    assert len(provinces) == 30  # all but Tibet
    assert min(provinces.values()) < nation < max(provinces.values())


@pytest.mark.parametrize("year", ["2021", "2022", "2023"])
def test_region_lies_between_its_provinces(year: str) -> None:
    parents = {p["code"]: p["parent"] for p in read(DATA / "places.yaml")["places"]}
    provinces = averages(year, "provinces")
    for region, average in averages(year, "regions").items():
        members = [v for place, v in provinces.items() if parents[place] == region]
        assert min(members) < average < max(members), region


def test_twenty_provinces_fell_and_ten_rose_to_2023() -> None:
    """The ministry's own account of the change, by the press of 2026-01-15."""
    before, after = averages("2022", "provinces"), averages("2023", "provinces")
    rose = [place for place in before if after[place] > before[place]]
    assert (len(rose), len(before) - len(rose)) == (10, 20)


def ipcc_entry(fuel: str, quantity: str) -> dict[str, Any]:
    entries = subjects()[fuel]["factors"]
    (entry,) = [e for e in entries if (e["quantity"], e["series"]) == (quantity, "ipcc.2006")]
    return entry


@pytest.mark.parametrize("case", rows(HERE / "efdb_energy.csv"), ids=lambda c: c["fuel"])
def test_ipcc_value_is_the_one_of_its_emission_factor_database(case: dict[str, str]) -> None:
    """Second pass: an export of the database, joined to the fuels by name."""
    found = ipcc_entry(case["fuel"], case["quantity"])
    assert float(found["value"]) == float(case["printed"])


@pytest.mark.parametrize("case", rows(HERE / "ipcc_ranges.csv"), ids=lambda c: c["fuel"])
def test_ipcc_range_is_the_one_seen_in_a_text(case: dict[str, str]) -> None:
    found = ipcc_entry(case["fuel"], case["quantity"])
    for end in ("value", "lower", "upper"):
        assert float(found[end]) == float(case[end])
