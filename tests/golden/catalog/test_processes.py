"""Process factors: shape, units, names, and what arithmetic can prove.

Stoichiometric values are recomputed from standard atomic weights; printed ones
are recomputed where their document's own parts (shares, ratios, fuel needs) give them.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tanlu.units import find_unit

DATA = Path(__file__).parents[3] / "src" / "tanlu" / "catalog" / "data"
CO2 = 12.011 + 2 * 15.999


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@cache
def processes() -> dict[str, Any]:
    return {path.stem: read(path) for path in sorted((DATA / "processes").glob("*.yaml"))}


@cache
def others() -> dict[str, Any]:
    files = [*(DATA / "fuels").glob("*.yaml"), *(DATA / "carriers").glob("*.yaml")]
    return {path.stem: read(path) for path in files}


def value(process: str, quantity: str, series: str = "ipcc.2006") -> float:
    entries = processes()[process]["factors"]
    (entry,) = [e for e in entries if (e["quantity"], e["series"]) == (quantity, series)]
    return float(entry["value"])


@pytest.mark.parametrize("name", sorted(processes()))
def test_process_is_a_subject_of_its_own(name: str) -> None:
    found = processes()[name]
    assert found["id"] == name
    assert name not in others()
    assert found["kind"] == "process"
    assert found["label"]["en"]
    assert found["label"]["zh"]
    assert find_unit(found["unit"]) is not None
    for entry in found["factors"]:
        assert find_unit(entry["unit"]) is not None, entry["unit"]


def test_no_name_means_two_things() -> None:
    seen: dict[str, str] = {}
    for name, found in {**others(), **processes()}.items():
        for alias in {*found["aliases"], found["label"]["en"], found["label"]["zh"]}:
            is_new = seen.setdefault(alias.casefold(), name) == name
            assert is_new or {name, seen[alias.casefold()]} <= set(others()), alias


def test_no_value_is_given_twice() -> None:
    keys = [
        (name, e["series"], e["quantity"], e["place"], str(e["from"]))
        for name, found in processes().items()
        for e in found["factors"]
    ]
    assert len(keys) == len(set(keys))


def computed() -> list[Any]:
    return [
        pytest.param(entry, id=f"{name}-{entry['quantity']}")
        for name, found in processes().items()
        for entry in found["factors"]
        if entry["series"] == "stoichiometry"
    ]


@pytest.mark.parametrize("entry", computed())
def test_stoichiometric_value_is_co2_over_molar_mass(entry: dict[str, Any]) -> None:
    found = re.search(r"(\d) × 44\.009 ÷ ([\d.]+\d)", entry["note"])
    assert found
    assert entry["value"] == round(int(found[1]) * CO2 / float(found[2]), 5)


@pytest.mark.parametrize("name", [n for n in processes() if n.endswith("carbonate")])
def test_printed_carbonate_factor_is_near_the_stoichiometric_one(name: str) -> None:
    exact = value(name, "emission", "stoichiometry")
    for entry in processes()[name]["factors"]:
        is_pure = entry["series"] in {"ipcc.2006", "cn.guide.chemical.2013"}
        assert (
            not is_pure or abs(entry["value"] - exact) < 4e-4
        )  # soda ash: IPCC's formula weight is 0.08 % high


@pytest.mark.parametrize("name", [n for n in processes() if n.startswith("ammonia")])
def test_ammonia_factor_is_fuel_need_times_carbon(name: str) -> None:
    carbon = 21.0 if "partial" in name else 15.3
    expected = value(name, "energy") * carbon * 44 / 12 / 1000
    assert abs(value(name, "emission") - expected) < 1e-3


def test_default_mixes_are_those_of_their_parts() -> None:
    assert round(0.65 * value("cement_clinker", "emission_per_cao"), 2) == 0.51
    assert round(0.51 * value("cement_clinker", "dust_correction"), 2) == 0.52
    lime = 0.85 * value("lime_high_calcium", "emission") + 0.15 * value(
        "lime_dolomitic", "emission"
    )
    assert round(lime, 2) == value("lime", "emission")
    lead = 0.8 * value("lead_isf", "emission") + 0.2 * value("lead_direct", "emission")
    assert round(lead, 2) == value("lead", "emission")
    zinc = 0.6 * value("zinc_isf", "emission") + 0.4 * value("zinc_waelz", "emission")
    assert round(zinc, 2) == value("zinc", "emission")


@pytest.mark.parametrize(
    ("name", "carbon"),
    [
        ("pig_iron_used", 4.7),
        ("dri_used", 2.0),
        ("nickel_iron_used", 1.0),
        ("molybdenum_iron_used", 0.5),
    ],
)
def test_carbon_bought_with_iron_is_a_round_share(name: str, carbon: float) -> None:
    assert round(carbon / 100 * 44 / 12, 3) == value(name, "emission", "cn.guide.steel.2013")
