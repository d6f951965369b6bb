"""Ganzhou beside the national set: 100.60 / 32.76 = 3.07 t/tce, and the way of the notice."""

import json

import pytest
from click.testing import CliRunner

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.workflow.assess import assess
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.views.proof import proof


@pytest.fixture(scope="module")
def found():
    done = CliRunner().invoke(tanlu, ["zero-carbon", str(bundled("ganzhou")), "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def basis(found, code):
    return next(b for b in found["bases"] if b["code"] == code)


def test_the_papers_own_figures(found):
    # table 6: 100.60 ×10⁴ t CO2 and 32.76 ×10⁴ tce in 2022
    own = basis(found, "own")
    assert own["co2"]["value"] / 1e4 == pytest.approx(100.60, abs=0.01)
    assert own["energy"]["value"] / 1e4 == pytest.approx(32.76, abs=1e-9)
    assert own["ratio"]["value"] == pytest.approx(100.60 / 32.76, rel=1e-4)
    (gap,) = own["gaps"]
    assert (gap["limit"]["value"], gap["verdict"]) == (0.2, "missed")
    assert gap["limit"]["from_tce"] == 200_000
    # what is to be cut at the same energy use: 100.60 − 0.2 × 32.76
    assert gap["closes"]["value"] / 1e4 == pytest.approx(100.60 - 0.2 * 32.76, abs=0.01)


def test_the_notices_way_by_hand(found):
    # annex 4: power net received × 0.8325; annex 3: energy with power at equal value
    power_mwh = 32.76e4 * 0.3947 / 0.1229
    oil, gas = 32.76e4 * 0.4853, 32.76e4 * 0.12
    direct = (
        oil / 1.47 * 43.07 * 0.0196 * 0.99 * 44 / 12
        + gas / 1.33e-3 * 0.038931 * 0.0153 * 0.98 * 44 / 12
    )
    notice = basis(found, "notice")
    assert notice["co2"]["value"] == pytest.approx(direct + power_mwh * 0.8325, rel=2e-3)
    for end, equal_value in (("lower", 0.45), ("upper", 0.25)):
        energy = oil + gas + power_mwh * equal_value
        expected = (direct + power_mwh * 0.8325) / energy
        assert notice["ratio"][end] == pytest.approx(expected, rel=2e-3)


def test_power_alone_cannot_meet_the_limit(found):
    core = next(i for i in found["indicators"] if i["kind"] == "core")
    levers = {lever["code"]: lever["figure"] for lever in core["levers"]}
    assert levers["all_green"]["lower"] > 0.2
    assert levers["more_green"] is None


def test_what_is_not_recorded_is_missing_not_zero(found):
    by_code = {i["code"]: i for i in found["indicators"]}
    for code in ("solid_waste_share", "waste_energy_share", "water_share", "direct_power_share"):
        assert by_code[code]["figure"] is None
        assert all(gap["verdict"] == "unknown" for gap in by_code[code]["gaps"])
    assert {m["code"] for m in by_code["water_share"]["missing"]} == {"water_reused", "water_fresh"}


def test_the_formula_of_a_proof_gives_the_figure_that_it_proves(found):
    findings = assess(open_book(bundled("ganzhou")), load_catalog())
    core = next(i for i in found["indicators"] if i["kind"] == "core")
    figures = [
        *(basis(found, code)[name] for code in ("own", "notice") for name in ("co2", "ratio")),
        *(gap["closes"] for b in found["bases"] for gap in b["gaps"]),
        *(driver["excess"] for driver in core["drivers"]),
    ]
    for shown in figures:
        written = proof(findings, shown["key"])["formula"]["numbers"]
        plain = written.replace("×", "*").replace("−", "-")
        ends = sorted(eval(part) for part in plain.split("…"))  # noqa: S307 - numbers of our own
        known = [v for v in (shown["value"], shown["lower"], shown["upper"]) if v is not None]
        assert (ends[0], ends[-1]) == pytest.approx((min(known), max(known)), rel=1e-8)


def test_a_difference_has_no_formula_of_another_figure(found):
    findings = assess(open_book(bundled("ganzhou")), load_catalog())
    (gap,) = basis(found, "own")["gaps"]
    assert proof(findings, gap["amount"]["key"])["formula"] is None
