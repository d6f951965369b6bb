"""Process factors: shape, units, names, and what arithmetic can prove.

Stoichiometric values are recomputed from standard atomic weights; printed ones
are recomputed where their document's own parts (shares, ratios, fuel needs) give them.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tanlu.units import find_unit

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "src" / "tanlu" / "catalog" / "data"
CO2 = 12.011 + 2 * 15.999


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@cache
def processes() -> dict[str, Any]:
    return {path.stem: read(path) for path in sorted((DATA / "processes").glob("*.yaml"))}


@cache
def table_entries() -> dict[str, list[dict[str, Any]]]:
    """The rows of `<process>.csv`, each filled up from the header in `<process>.yaml`."""
    found = {}
    for path in sorted((DATA / "processes").glob("*.csv")):
        head = processes()[path.stem]["table"]
        if not head:
            continue  # a table of combinations, without values of its own
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        found[path.stem] = [table_entry(head, row) for row in rows]
    return found


def table_entry(head: dict[str, Any], row: dict[str, str]) -> dict[str, Any]:
    given = {name: text for name, text in row.items() if text != ""}
    return {**head, **given, "quantity": row.get("quantity") or head["quantity"].format(**row)}


def every_entry() -> list[Any]:
    return [
        pytest.param(entry, id=f"{name}-{entry['series']}-{entry['quantity']}")
        for name, entries in table_entries().items()
        for entry in entries
    ]


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


@pytest.mark.parametrize("entry", every_entry())
def test_row_of_a_table_is_a_whole_factor(entry: dict[str, Any]) -> None:
    document, _, clause = entry["cite"].partition("#")
    cited = read(DATA / "citations" / f"{document}.yaml")
    assert clause
    assert entry["status"] in {"primary", "confirmed", "secondary", "recalled"}
    assert entry["status"] != "primary" or cited["read"] == "primary"
    assert find_unit(entry["unit"]) is not None
    lower, upper = entry.get("lower"), entry.get("upper")
    assert (lower is None) == (upper is None)
    assert lower is None or float(lower) <= float(entry["value"]) <= float(upper)


def test_no_value_is_given_twice() -> None:
    keys = [
        (name, e["series"], e["quantity"], e["place"], str(e["from"]))
        for name, found in processes().items()
        for e in [*found["factors"], *table_entries().get(name, [])]
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


def rows_of(name: str, series: str = "ipcc.2006") -> dict[str, dict[str, Any]]:
    return {e["quantity"]: e for e in table_entries()[name] if e["series"] == series}


def test_national_electronics_guide_repeats_tier_2a() -> None:
    national = rows_of("semiconductor", "cn.guide.electronics.2015")
    for quantity, entry in national.items():
        assert float(entry["value"]) == float(rows_of("semiconductor")[quantity]["value"])


@pytest.mark.parametrize("name", ["semiconductor", "display", "photovoltaic"])
def test_what_leaves_an_etch_tool_is_not_more_than_what_went_in(name: str) -> None:
    for entry in table_entries()[name]:
        assert not entry["quantity"].endswith(".remains") or 0 < float(entry["value"]) <= 1


# 40 CFR 98 tables I-6 and I-7 took IPCC's values of 2006 for displays and photovoltaics
@pytest.mark.parametrize(
    ("name", "quantity", "printed"),
    [
        ("display", "etch.cf4.remains", 0.6),
        ("display", "etch.hfc23.remains", 0.2),
        ("display", "etch.hfc23.cf4", 0.07),
        ("display", "etch.c_c4f8.remains", 0.1),
        ("display", "etch.c_c4f8.cf4", 0.009),
        ("display", "etch.c_c4f8.hfc23", 0.02),
        ("display", "etch.sf6.remains", 0.3),
        ("display", "clean.nf3_remote.remains", 0.03),
        ("display", "clean.nf3.remains", 0.3),
        ("display", "clean.sf6.remains", 0.9),
        ("photovoltaic", "etch.cf4.remains", 0.7),
        ("photovoltaic", "etch.c2f6.remains", 0.4),
        ("photovoltaic", "etch.c2f6.cf4", 0.2),
        ("photovoltaic", "etch.hfc23.remains", 0.4),
        ("photovoltaic", "etch.c_c4f8.remains", 0.2),
        ("photovoltaic", "etch.c_c4f8.cf4", 0.1),
        ("photovoltaic", "etch.c_c4f8.c2f6", 0.1),
        ("photovoltaic", "etch.sf6.remains", 0.4),
        ("photovoltaic", "clean.c2f6.remains", 0.6),
        ("photovoltaic", "clean.c2f6.cf4", 0.2),
        ("photovoltaic", "clean.c3f8.remains", 0.1),
        ("photovoltaic", "clean.nf3.remains", 0.3),
        ("photovoltaic", "clean.sf6.remains", 0.4),
    ],
)
def test_electronics_default_is_the_one_printed_elsewhere(
    name: str, quantity: str, printed: float
) -> None:
    assert float(rows_of(name)[quantity]["value"]) == printed


def test_methane_from_cod_is_that_from_bod_by_their_ratio() -> None:
    of = rows_of("wastewater")
    assert float(of["bo.bod"]["value"]) / 2.4 == pytest.approx(float(of["bo.cod"]["value"]))


@pytest.mark.parametrize("part", ["paper", "textiles", "food", "wood", "garden"])
def test_degradable_carbon_is_not_more_than_carbon(part: str) -> None:
    """Total carbon of dry waste times dry matter bounds the degradable carbon of wet waste."""
    of = {k: float(e["value"]) for k, e in rows_of("waste").items()}
    carbon = of[f"municipal.{part}.carbon_dry"] * of[f"municipal.{part}.dry_matter"] / 100
    assert of[f"municipal.{part}.doc_wet"] <= carbon + 0.5  # whole per cents are printed


def efdb_electronics() -> list[Any]:
    with (HERE / "efdb_electronics.csv").open(encoding="utf-8", newline="") as lines:
        return [
            pytest.param(r, id=f"{r['process']}-{r['quantity']}") for r in csv.DictReader(lines)
        ]


@pytest.mark.parametrize("case", efdb_electronics())
def test_electronics_value_is_the_one_of_ipccs_database(case: dict[str, str]) -> None:
    found = rows_of(case["process"])[case["quantity"]]
    assert float(found["value"]) == float(case["printed"])


# AR4 potentials of blends as reporting tables print them
@pytest.mark.parametrize(
    ("blend", "printed"),
    [("r404a", 3922), ("r407a", 2107), ("r407c", 1774), ("r407f", 1825), ("r410a", 2088),
     ("r507a", 3985)],
)  # fmt: skip
def test_blend_gives_its_printed_potential(blend: str, printed: int) -> None:
    gases = read(DATA / "gases" / "gwp.yaml")["sets"]["AR4"]["gases"]
    shares = {
        quantity.partition(".")[2]: float(entry["value"])
        for quantity, entry in rows_of("refrigerant_blends", "ashrae.34").items()
        if quantity.startswith(f"{blend}.")
    }
    assert sum(shares.values()) == 100
    potential = sum(share / 100 * gases[gas]["value"] for gas, share in shares.items())
    assert abs(potential - printed) <= 0.5


def carbon_shares() -> list[Any]:
    return [
        pytest.param(e, id=f"{e['series']}-{e['quantity']}")
        for e in table_entries()["chemical_products"]
        if "12.011" in e["note"]
    ]


@pytest.mark.parametrize("entry", carbon_shares())
def test_carbon_of_a_product_is_that_of_its_formula_or_the_note_says_so(
    entry: dict[str, Any],
) -> None:
    found = re.search(r"(\d) × 12\.011 ÷ ([\d.]+\d) = ([\d.]+\d)", entry["note"])
    assert found
    exact = int(found[1]) * 12.011 / float(found[2])
    assert f"{exact:.4f}" == found[3]
    is_near = abs(float(entry["value"]) - exact) <= 0.005
    assert is_near != ("the printed value is not that of the formula" in entry["note"])
