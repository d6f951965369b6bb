"""Projections say what was assumed, and nothing that was not."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanlu.errors import InputError
from tanlu.model.pathway import Assumed, Base, Point, Scenario
from tanlu.plan.assume import Path, effective, overlay_chain, path_of
from tanlu.plan.fan import growth_fan
from tanlu.plan.project import PARK, Paths, paths_of, project, shares_at
from tanlu.plan.target import gap_to, peak_of
from tanlu.types import Text

NAME = Text("x", "某")
# [wang2024] table 6 of 2022 and factors per tce: methods-drivers-transfer 1.1
BASE = Base(
    2022,
    1162e8,
    {"electricity": 0.3947 * 32.76e4, "natural_gas": 0.12 * 32.76e4, "oil": 0.4853 * 32.76e4},
    {"electricity": 4.7274, "natural_gas": 1.6093, "oil": 2.0846},
)
COAL = {"electricity": 0.1229, "natural_gas": 1.33e-3, "oil": 1.47}


def assumed(quantity, value, branch=PARK, year=2023, low=None, high=None, scenario="s"):
    name = f"{branch}-{quantity}-{year}"
    return Assumed(name, scenario, branch, quantity, year, value, low, high, "1", "assumption", "")


def scenario(*values, name="s", over=None, end=2035):
    return Scenario(name, NAME, over, end, values)


def run(*values, end=2035):
    return project(paths_of([scenario(*values)], BASE, COAL), BASE, end)


def near(value):
    return pytest.approx(value, rel=1e-12)


def test_without_assumptions_everything_stays():
    points = run()
    co2 = math.fsum(e * BASE.factor_t_per_tce[c] for c, e in BASE.energy_tce.items())
    assert [point.year for point in points] == list(range(2022, 2036))
    for point in points:
        assert point.co2_t == near(co2)
        assert point.energy_tce == near(32.76e4)
        assert point.output_cny == near(1162e8)


def test_growth_and_intensity_compound():
    points = run(assumed("output_growth", 0.05), assumed("intensity_change", -0.03))
    for n, point in enumerate(points):
        assert point.output_cny == near(1162e8 * 1.05**n)
        assert point.energy_tce == near(32.76e4 * (1.05 * 0.97) ** n)
        assert point.co2_t == near(points[0].co2_t * (1.05 * 0.97) ** n)


def test_a_cleaner_factor_in_a_straight_line():
    # 0.581 t/MWh in 2022, half of it in 2032, flat afterwards
    points = run(assumed("factor", 0.2905, "electricity", 2032))
    start = 0.3947 * 32.76e4 * 4.7274
    by_year = {point.year: point.branches["electricity"] for point in points}
    assert by_year[2022] == near(start)
    halfway = (4.7274 + 0.2905 / 0.1229) / 2
    assert by_year[2027] == near(start / 4.7274 * halfway)
    assert by_year[2032] == by_year[2035] == near(start / 4.7274 * 0.2905 / 0.1229)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["electricity", "natural_gas"]), st.integers(2020, 2040)),
        st.floats(0, 0.5),
        max_size=6,
    )
)
def test_shares_always_sum_to_one(given_shares):
    values = [assumed("share", v, branch, year) for (branch, year), v in given_shares.items()]
    paths = paths_of([scenario(*values)], BASE, COAL)
    for year in range(2022, 2041):
        shares = shares_at(paths, BASE, year)
        assert math.fsum(shares.values()) == pytest.approx(1, abs=1e-12)
        assert all(-1e-12 <= share <= 1 + 1e-12 for share in shares.values())
    for point in project(paths, BASE, 2040):
        assert math.fsum(point.branches.values()) == near(point.co2_t)


def test_the_rest_keeps_its_proportion():
    shares = shares_at(paths_of([scenario(assumed("share", 0.6, "electricity"))], BASE, COAL),
                       BASE, 2023)  # fmt: skip
    assert shares["electricity"] == 0.6
    assert shares["natural_gas"] == near(0.4 * 0.12 / (0.12 + 0.4853))


def test_shares_over_one_are_refused_with_their_place():
    with pytest.raises(InputError) as caught:
        run(assumed("share", 0.7, "electricity"), assumed("share", 0.5, "natural_gas"))
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.file, fault.place.column) == (
        "share_sum", "assumptions.csv", "value",
    )  # fmt: skip
    assert fault.params == {"year": 2023, "total": "1.2000"}


def test_shares_of_all_carriers_must_make_one():
    values = [assumed("share", 0.3, branch) for branch in BASE.energy_tce]
    with pytest.raises(InputError) as caught:
        run(*values)
    assert caught.value.faults[0].params["total"] == "0.9000"


@pytest.mark.parametrize(
    ("quantity", "branch"),
    [("share", "coal"), ("factor", "coal"), ("output_growth", "electricity"), ("share", "park")],
)
def test_an_assumption_that_touches_nothing_is_refused(quantity, branch):
    with pytest.raises(InputError) as caught:
        run(assumed(quantity, 0.1, branch))
    fault = caught.value.faults[0]
    assert fault.code == "unused_assumption"
    assert fault.params["record"] == f"{branch}-{quantity}-2023"


def test_an_overlay_changes_only_what_it_names():
    below = scenario(assumed("output_growth", 0.05), assumed("intensity_change", -0.02), name="a")
    above = scenario(assumed("output_growth", 0.01), name="b", over="a")
    chain = overlay_chain({"a": below, "b": above}, "b")
    found = effective(chain)
    assert [one.scenario_id for one in chain] == ["b", "a"]
    assert found[PARK, "output_growth"][0].value == 0.01
    assert found[PARK, "intensity_change"][0].value == -0.02


def test_overlays_in_a_ring_are_refused():
    ring = {"a": scenario(name="a", over="b"), "b": scenario(name="b", over="a")}
    with pytest.raises(InputError) as caught:
        overlay_chain(ring, "a")
    assert caught.value.faults[0].code == "scenario_ring"


@given(st.lists(st.tuples(st.integers(2020, 2050), st.floats(-1, 1)), min_size=1, max_size=5,
                unique_by=lambda knot: knot[0]))  # fmt: skip
def test_a_path_runs_through_its_knots_and_stays_between_them(knots):
    path = Path(tuple(sorted(knots)))
    values = [value for _, value in knots]
    for year, value in knots:
        assert path.at(year) == value
    for year in range(2015, 2055):
        assert min(values) - 1e-12 <= path.at(year) <= max(values) + 1e-12
    assert path.at(2060) == path.at(max(year for year, _ in knots))


def test_a_path_takes_the_centre_where_no_bound_is_given():
    values = [assumed("output_growth", 0.05, low=0.02, high=0.09)]
    plain = [assumed("output_growth", 0.05)]
    assert [path_of(values, c).at(2030) for c in ("value", "low", "high")] == [0.05, 0.02, 0.09]
    assert [path_of(plain, c).at(2030) for c in ("value", "low", "high")] == [0.05] * 3


def fan(low, centre, high, end=2035):
    growth = (assumed("output_growth", centre, low=low, high=high),)
    paths = paths_of([scenario(*growth)], BASE, COAL)
    return growth_fan(project(paths, BASE, end), paths, BASE, growth)


@pytest.mark.parametrize(
    ("low", "centre", "high"), [(0.03, 0.06, 0.09), (0.06, 0.06, 0.09), (0.0, 0.09, 0.09)]
)
def test_the_fan_contains_its_centre(low, centre, high):
    points = fan(low, centre, high)
    for n, point in enumerate(points):
        assert point.low_t <= point.co2_t <= point.high_t
        worst, best = (points[0].co2_t * (1 + g) ** n for g in (high, low))
        assert best * (1 - 1e-12) <= point.low_t
        assert point.high_t <= worst * (1 + 1e-12)
    assert (points[0].low_t, points[0].high_t) == (near(points[0].co2_t), near(points[0].co2_t))
    widths = [point.high_t - point.low_t for point in points]
    assert widths == sorted(widths)


def test_the_fan_holds_ninety_five_per_cent_of_a_triangle():
    # quantiles of the symmetric triangle on ±1: ±(1 − √0.05) at 2.5 % and 97.5 %
    points = fan(0.03, 0.06, 0.09)
    reach = 0.03 * (1 - math.sqrt(0.05))
    for bound, growth in ((points[1].low_t, 0.06 - reach), (points[1].high_t, 0.06 + reach)):
        assert bound / points[0].co2_t - 1 == pytest.approx(growth, abs=1.5e-3)


def test_the_fan_is_the_same_each_time():
    assert fan(0.03, 0.06, 0.09) == fan(0.03, 0.06, 0.09)


def test_without_a_range_there_is_no_fan():
    growth = (assumed("output_growth", 0.05),)
    paths = paths_of([scenario(*growth)], BASE, COAL)
    points = project(paths, BASE, 2030)
    assert growth_fan(points, paths, BASE, growth) == points


def test_a_range_of_no_width_is_the_centre():
    for point in fan(0.05, 0.05, 0.05):
        assert (point.low_t, point.high_t) == (near(point.co2_t), near(point.co2_t))


def test_all_draws_in_one_run_are_the_draws_one_by_one():
    paths = paths_of([scenario(assumed("output_growth", 0.04))], BASE, COAL)
    shifts = np.array([-0.02, 0.0, 0.05])
    together = project(paths, BASE, 2030, shifts)[-1].co2_t
    alone = [project(paths, BASE, 2030, float(s))[-1].co2_t for s in shifts]
    assert together.tolist() == near(alone)


def points(*co2, energy=2.0, output=4.0):
    return [Point(2022 + n, float(v), energy, output, {}) for n, v in enumerate(co2)]


@pytest.mark.parametrize(
    ("co2", "year", "is_inside"),
    [((1, 2, 3), 2024, False), ((1, 3, 2), 2023, True), ((3, 2, 1), 2022, True),
     ((1,), 2022, False)],
)  # fmt: skip
def test_the_last_year_is_no_peak(co2, year, is_inside):
    found = peak_of(points(*co2))
    assert (found.year, found.is_inside) == (year, is_inside)


def target(indicator, year, limit):
    return {"target_id": "t", "name_en": "x", "name_zh": "某", "indicator": indicator, "year": year,
            "limit": limit, "limit_unit": "1", "cite": "assumption"}  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "year", "limit", "value", "gap", "is_met"),
    [
        ("co2", 2023, 5.0, 6.0, 1.0, False),
        ("co2_per_energy", 2023, 3.0, 3.0, 0.0, True),
        ("co2_per_output", 2024, 1.0, 0.5, -0.5, True),
        ("peak_year", 2030, 2030.0, 2023.0, -7.0, True),
        ("co2", 2050, 5.0, None, None, None),  # beyond the span
    ],
)
def test_the_distance_to_a_target(indicator, year, limit, value, gap, is_met):
    found = gap_to(target(indicator, year, limit), points(4, 6, 2))
    assert (found.value, found.gap, found.is_met) == (value, gap, is_met)


def test_emissions_that_still_rise_have_no_peak_year():
    found = gap_to(target("peak_year", 2030, 2030.0), points(1, 2, 3))
    assert (found.value, found.is_met) == (None, None)


def test_paths_hold_only_what_is_moved():
    assert isinstance(paths_of([scenario()], BASE, COAL), Paths)
    assert not paths_of([scenario()], BASE, COAL).shares
