"""Tables make subjects; every way can be gone; no two subjects share a word."""

from math import exp

import pytest

from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.ways import unit_for, ways_of
from tanlu.catalog.content import normal
from tanlu.catalog.load import load_catalog
from tanlu.catalog.tables import gas_names, table_subjects
from tanlu.workflow.quick import Question, answer

CATALOG = load_catalog()
PROCESSES = [c for c in CATALOG.carriers.values() if c.kind == "process"]


def every_way():
    return [pytest.param(c, w, id=f"{c.carrier_id}-{w.gas}") for c in PROCESSES for w in c.ways]


def test_every_way_feeds_every_argument_of_its_formula():
    for carrier in PROCESSES:
        for way in carrier.ways:
            arguments = {name for name in FORMULAS[way.formula].symbols if name not in AMOUNTS}
            assert {name for name, _ in way.takes} == arguments, (carrier.carrier_id, way)


def test_every_way_names_subjects_that_are_there():
    for carrier in PROCESSES:
        for way in carrier.ways:
            named = [n.split("/")[0] for _, names in way.takes for n in names if "/" in n]
            # what an abatement destroys is known for some gases; a plant states the others
            shared = {n for n in named if not n.startswith("abatement_")}
            assert shared <= set(CATALOG.carriers), (carrier.carrier_id, way)


def test_every_process_has_a_way():
    gases = dict.fromkeys(gas for members in CATALOG.gwp.values() for gas in members)
    for carrier in PROCESSES:
        known = CATALOG.quantities.get(carrier.carrier_id, ())
        assert ways_of(carrier, known, gases), carrier.carrier_id


def test_no_word_means_two_subjects():
    meant = {}
    for carrier in CATALOG.carriers.values():
        for word in (carrier.carrier_id, carrier.label.en, carrier.label.zh, *carrier.aliases):
            meant.setdefault(normal(word), set()).add(carrier.carrier_id)
    assert {word: codes for word, codes in meant.items() if len(codes) > 1} == {}


HEADER = {
    "id": "etching",
    "table": {
        "series": "s", "place": "world", "from": "2006-01-01", "unit": "kg/kg", "cite": "d#t",
    },
    "names": {"tool": {"etch": {"en": "etching", "zh": "刻蚀", "also": ["蚀刻"]}}},
    "derive": {"fed": {"of": "gas", "nf3_remote": "nf3"}},
    "makes": [{
        "where": {"tool": "etch"}, "subject": "{tool}_{gas}", "unit": "kg", "quantity": "remains",
        "label": {"en": "{tool} with {gas}", "zh": "{tool}用 {gas}"}, "aliases": ["{tool} {gas}"],
        "ways": [{"gas": "{fed}", "formula": "process_gas", "takes": {"factor": "remains"}}],
    }],
}  # fmt: skip
ROW = {"tool": "etch", "gas": "nf3", "value": "0.2", "status": "secondary", "unit": ""}
GASES = {"nf3": {"en": "NF3", "zh": "NF3", "also": ["三氟化氮"]}}


def made(*rows, header=HEADER):
    faults = []
    tables = [("processes/x.csv", {"header": header, "rows": rows})]
    return [raw for _, raw in table_subjects(tables, GASES, faults)], faults


def test_a_row_becomes_a_subject_with_names_value_and_way():
    (subject,), faults = made(ROW)
    assert faults == []
    assert subject["id"] == "etch_nf3"
    assert subject["label"] == {"en": "etching with NF3", "zh": "刻蚀用 NF3"}
    assert "蚀刻 三氟化氮" in subject["aliases"]
    assert subject["factors"] == [{
        "series": "s", "place": "world", "from": "2006-01-01", "unit": "kg/kg", "cite": "d#t",
        "value": "0.2", "status": "secondary", "quantity": "remains",
    }]  # fmt: skip
    assert subject["ways"][0]["gas"] == "nf3"


def test_rows_that_fit_nothing_make_nothing_and_rows_of_one_subject_add_up():
    assert made({**ROW, "tool": "clean"}) == ([], [])
    (subject,), _ = made(ROW, {**ROW, "series": "t"})
    assert [f["series"] for f in subject["factors"]] == ["s", "t"]
    assert len(subject["ways"]) == 1


def test_faults_name_the_row():
    header = {**HEADER, "makes": [{**HEADER["makes"][0], "subject": "{nothing}"}]}
    found, faults = made(ROW, header=header)
    assert found == []
    assert faults[0].place.row == 2


def test_names_of_gases_come_from_the_potentials():
    raw = {"sets": {"AR5": {"gases": {
        "cf4": {"label": {"en": "PFC-14", "zh": "PFC-14"}, "formula": "CF4"},
        "hfc23": {"label": {"en": "HFC-23", "zh": "HFC-23"}, "formula": "CHF3"},
    }}}}  # fmt: skip
    names = gas_names(raw)
    assert (names["cf4"]["en"], names["hfc23"]["en"]) == ("CF4", "HFC-23")


# amount times factors must be tonnes; these units are what a factor is per, not what it gives
_PER = {"min", "mV", "a"}  # slope per minute, overvoltage per millivolt, leak per year


def exponents(unit):
    """Atoms of a unit with their powers; the substance that a mass names is left out."""
    found = {}
    for place, part in enumerate(unit.split("/")):
        atom = part.split(" ")[0]
        if atom not in {"1", ""}:
            found[atom] = found.get(atom, 0) + (1 if place == 0 else -1)
    return found


def test_the_units_of_every_way_give_tonnes():
    for carrier in PROCESSES:
        for way in ways_of(carrier, CATALOG.quantities.get(carrier.carrier_id, ()), ("co2",)):
            units = [carrier.unit]
            for _, names in way.takes:
                subject, _, quantity = names[0].rpartition("/")
                of = CATALOG.carriers[subject] if subject else carrier
                found = {unit_for(quantity, of)}
                for name in names[1:]:
                    subject, _, quantity = name.rpartition("/")
                    if subject in CATALOG.carriers:
                        found.add(unit_for(quantity, CATALOG.carriers[subject]))
                assert len(found) == 1, (carrier.carrier_id, way)
                units.append(found.pop())
            total = {}
            for unit in units:
                for atom, power in exponents(unit).items():
                    total[atom] = total.get(atom, 0) + power
            left = {atom: power for atom, power in total.items() if power and atom not in _PER}
            assert left == {"t": 1}, (carrier.carrier_id, way.gas, way.formula, units)


def test_wastewater_by_hand():
    # 1,000 kg COD × 0.25 kg CH4/kg × 0.8 = 200 kg: IPCC 2006 vol. 5 tables 6.2 and 6.8
    question = Question(["污水COD 厌氧=1000 kg"], method="ipcc.2006")
    assert answer(question, CATALOG)["lines"][0]["ch4_t"] == pytest.approx(0.2)
    # 1,000 t beer × 6.3 m³/t × 2.9 kg/m³ × 0.25 × 0.8 = 3,654 kg: table 6.9
    question = Question(["啤酒废水=1000 t"], method="ipcc.2006", own=["methane_correction=0.8"])
    assert answer(question, CATALOG)["lines"][0]["ch4_t"] == pytest.approx(3.654)


def test_a_landfill_by_mass_balance_and_by_decay():
    # 1,000 t food, DOC 15 %, half of it decomposes, half of the gas is methane: 37.5 t C × 16/12
    whole = answer(Question(["厨余填埋=1000 t"], method="ipcc.2006"), CATALOG)
    assert whole["lines"][0]["ch4_t"] == pytest.approx(37.5 * 16 / 12)
    # vol. 5 eqs. 3.4 to 3.6: at k = 0.185 a year, 60 years give nearly all of it
    rates = [exp(-0.185 * (n - 1)) - exp(-0.185 * n) for n in range(1, 61)]
    own = [[f"decayed={rate:.12g}"] for rate in rates]
    years = [answer(Question(["厨余填埋=1000 t"], method="ipcc.2006", own=o), CATALOG) for o in own]
    masses = [found["lines"][0]["ch4_t"] for found in years]
    assert masses[0] == pytest.approx(37.5 * 16 / 12 * (1 - exp(-0.185)))
    assert sum(masses) == pytest.approx(37.5 * 16 / 12 * (1 - exp(-0.185 * 60)))
