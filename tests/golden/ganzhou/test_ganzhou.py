"""The park of Wang et al. 2024 against numbers worked out apart from tanlu.

`expected.csv` holds every number with its origin; nothing in it was printed by
the program. Inputs are the bundled park.
"""

import csv
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.workflow.assess import assess
from tanlu.workflow.open import bundled, open_book

DRIVERS = ("output_value", "energy_total", "electricity_share")
# [wang2024] tables 4 to 6: energy [10⁴ tce], share of electricity, output [10⁸ yuan]
ENERGY = {2020: 29.66, 2021: 32.50, 2022: 32.76}
SHARE = {2020: 0.3655, 2021: 0.3672, 2022: 0.3947}
OUTPUT = {2020: 707.0, 2021: 954.7, 2022: 1162.0}
PER_TCE = {  # [t CO2/tce]
    "electricity": 0.581 / 0.1229,
    "natural_gas": 389.31 * 0.0153 * 0.98 * 44 / 12 / 13.3,
    "refined_oil": 43.07 * 0.0196 * 0.99 * 44 / 12 / 1.47,
}


@cache
def findings():
    return assess(open_book(bundled("ganzhou")), load_catalog())


@cache
def expected() -> list[dict[str, str]]:
    with (Path(__file__).parent / "expected.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def rows(what: str) -> Iterator[tuple[str, float]]:
    """Key, and the value within the tolerance that the table states."""
    for row in expected():
        if row["what"] == what:
            value, within = float(row["value"]), float(row["tolerance"])
            yield row["key"], pytest.approx(value, abs=within, rel=0)


def dot(a, b) -> float:
    return math.fsum(x * y for x, y in zip(a, b, strict=True))


def test_every_number_has_an_origin():
    assert all(row["origin"] for row in expected())


def test_emissions_with_gas_at_twelve_per_cent():
    for year, value in rows("co2_10kt"):
        assert findings().facts[int(year)].co2_t / 1e4 == value


def test_the_gap_to_the_published_figure_is_explained_by_the_rough_share():
    for year, value in rows("published_10kt"):
        assert findings().comparisons[int(year)].published_t / 1e4 == value
    for year, value in rows("gap_10kt"):
        assert findings().comparisons[int(year)].gap_t / 1e4 == value
    for year, value in rows("gas_share"):
        found = findings().comparisons[int(year)]
        assert (found.carrier, found.against) == ("natural_gas", "refined_oil")
        assert found.stated_share == pytest.approx(0.12, abs=1e-12)
        assert found.needed_share == value


@pytest.mark.parametrize("year", ENERGY)
def test_emissions_recomputed_with_plain_numbers(year):
    share = {"electricity": SHARE[year], "natural_gas": 0.12}
    share["refined_oil"] = 1 - math.fsum(share.values())
    facts = findings().facts[year]
    for carrier, part in share.items():
        co2 = ENERGY[year] * 1e4 * part * PER_TCE[carrier]
        assert facts.co2_by[carrier] == pytest.approx(co2, rel=1e-12)
    assert facts.scope2_t == pytest.approx(facts.co2_by["electricity"], rel=1e-12)
    assert facts.energy_tce == pytest.approx(ENERGY[year] * 1e4, rel=1e-12)
    assert facts.intensity == pytest.approx(facts.co2_t / (OUTPUT[year] * 1e8), rel=1e-12)


def test_calibrated_years_give_the_published_totals():
    for year, value in rows("published_10kt"):
        assert findings().driver_facts[int(year)].co2_t / 1e4 == value


def test_drivers_of_each_step():
    steps = {f"{s.start}-{s.end}": s for s in findings().steps}
    seen = set()
    for key, value in rows("lmdi_10kt"):
        span, name = key.split()
        step = steps[span]
        seen.add(span)
        assert (step.total if name == "total" else step.effects[name]) / 1e4 == value
    assert seen == set(steps)


def test_the_mix_by_fuel():
    whole = findings().steps[-1]
    for carrier, value in rows("mix_10kt"):
        assert whole.by_category[carrier]["mix"] / 1e4 == value
    parts = math.fsum(effects["mix"] for effects in whole.by_category.values())
    assert parts == pytest.approx(whole.effects["mix"], rel=1e-9)


def test_effects_close():
    for step in findings().steps:
        assert math.fsum(step.effects.values()) == pytest.approx(step.total, rel=1e-9)


def test_drivers_recomputed_with_plain_numbers():
    # the share of gas that gives the published total follows from one linear equation
    published = {int(year): value.expected for year, value in rows("published_10kt")}
    years = {}
    for year, energy in ENERGY.items():
        power, gas, oil = (PER_TCE[c] for c in ("electricity", "natural_gas", "refined_oil"))
        rest = 1 - SHARE[year]
        part = (published[year] / energy - SHARE[year] * power - rest * oil) / (gas - oil)
        years[year] = {"electricity": SHARE[year], "natural_gas": part, "refined_oil": rest - part}
    for step in findings().steps:
        first, last = int(step.start), int(step.end)
        output = intensity = mix = 0.0
        for carrier, factor in PER_TCE.items():
            v0, v1 = (ENERGY[y] * years[y][carrier] * factor for y in (first, last))
            weight = (v1 - v0) / math.log(v1 / v0)
            output += weight * math.log(OUTPUT[last] / OUTPUT[first])
            intensity += weight * math.log(
                ENERGY[last] / OUTPUT[last] / (ENERGY[first] / OUTPUT[first])
            )
            mix += weight * math.log(years[last][carrier] / years[first][carrier])
        for name, value in (("output", output), ("intensity", intensity), ("mix", mix)):
            assert step.effects[name] / 1e4 == pytest.approx(value, rel=1e-9)


def test_the_regression_is_under_determined():
    found = findings().identification
    assert found.verdict == "under-determined"
    assert not found.is_reported
    assert (found.observations, found.dof, found.rank) == (3, 0, 2)
    assert tuple(found.drivers) == DRIVERS
    assert found.not_estimable == ["lead_industry_share"]


def test_the_line_of_exact_solutions():
    found = findings().identification
    for index, value in rows("singular_value"):
        assert found.singular_values[int(index)] == value
    null = dict(zip(DRIVERS, found.null_direction, strict=True))
    sign = math.copysign(1, null["energy_total"])
    for name, value in rows("null_direction"):
        assert sign * null[name] == value
    point = dict(zip(DRIVERS, found.point, strict=True))
    for name, value in rows("point"):
        assert point[name] == value
    assert [found.intercept, sign * found.intercept_slope] == [v for _, v in rows("intercept")]


def test_the_combinations_that_are_identified():
    weights = {tuple(float(w) for w in key.split()): value for key, value in rows("contrast")}
    for found in findings().identification.contrasts:
        taken = tuple(found[name] for name in DRIVERS)
        near = [w for w in weights if abs(abs(dot(w, taken)) - 1) < 1e-3]
        assert len(near) == 1
        sign = math.copysign(1, dot(near[0], taken))
        assert [sign * t for t in taken] == pytest.approx(near[0], abs=5e-5)
        assert sign * found["value"] == weights.pop(near[0])
    assert not weights


def test_the_published_slopes_lie_on_the_line():
    found, told = findings().identification, dict(rows("published_slope"))
    null = [math.copysign(1, found.null_direction[1]) * n for n in found.null_direction]
    off = [told[name].expected - p for name, p in zip(DRIVERS, found.point, strict=True)]
    t = dot(off, null)
    distance = math.dist(off, [t * n for n in null])
    assert t == told["t"]
    assert distance == told["distance"]


@pytest.mark.parametrize("t", [-3.0, 0.0, 0.9653, 7.0])
def test_every_point_of_the_line_fits_exactly(t):
    found = findings().identification
    published = {int(year): value.expected for year, value in rows("published_10kt")}
    slopes = [p + t * n for p, n in zip(found.point, found.null_direction, strict=True)]
    constant = found.intercept + t * found.intercept_slope
    for year, energy in ENERGY.items():
        logs = [math.log(v) for v in (OUTPUT[year], energy, 100 * SHARE[year])]
        fitted = constant + dot(slopes, logs)
        assert math.exp(fitted) == pytest.approx(published[year], rel=1e-9)
