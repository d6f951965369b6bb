"""What a regression may say: never more than the data fix."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tanlu.errors import InputError
from tanlu.explain.identify import identify

# [wang2024] table 6: emissions [10⁴ t], output [10⁸ yuan], energy [10⁴ tce], shares [%]
CO2 = (88.87, 97.50, 100.60)
DRIVERS = {
    "output": (707.0, 954.7, 1162.0),
    "energy": (29.66, 32.50, 32.76),
    "share": (36.55, 36.72, 39.47),
    "lead": (28.21, 28.21, 28.21),
}
SCALES = st.floats(1e-4, 1e4)


def scaled(values, by):
    return [value * by for value in values]


@given(SCALES, st.fixed_dictionaries(dict.fromkeys(DRIVERS, SCALES)))
def test_units_change_neither_direction_nor_verdict(target, scales):
    plain = identify(CO2, DRIVERS)
    found = identify(scaled(CO2, target), {n: scaled(v, scales[n]) for n, v in DRIVERS.items()})
    assert (found.verdict, found.rank, found.dof) == (plain.verdict, plain.rank, plain.dof)
    assert list(found.not_estimable) == ["lead"]
    assert found.null_direction == pytest.approx(plain.null_direction, abs=1e-9)
    assert found.point == pytest.approx(plain.point, abs=1e-7)
    assert found.singular_values == pytest.approx(plain.singular_values, abs=1e-9)


def test_the_seed_case():
    # methods-drivers-transfer 1.2: two singular values, the third is nothing
    found = identify(CO2, DRIVERS)
    assert found.verdict == "under-determined"
    assert found.singular_values == pytest.approx([0.3650, 0.0424, 0], abs=5e-5)
    assert found.null_direction == pytest.approx([-0.2452, 0.7758, 0.5814], abs=5e-5)


def test_a_constant_driver_is_not_estimable():
    growing = [float(2**n) for n in range(1, 10)]
    found = identify(growing, {"moves": growing, "stays": [7.0] * 9})
    assert (list(found.drivers), list(found.not_estimable)) == (["moves"], ["stays"])
    assert (found.rank, found.verdict) == (1, "identified")


def test_nothing_but_constants_identifies_nothing():
    found = identify([1.0, 2.0, 3.0], {"stays": [7.0] * 3})
    assert (found.rank, list(found.drivers), list(found.point)) == (0, [], [])


@given(
    st.lists(st.floats(-3, 3), min_size=7, max_size=12),
    st.floats(-2, 2),
    st.floats(-5, 5),
)
def test_one_driver_and_seven_years_are_identified(logs, slope, constant):
    assume(max(logs) - min(logs) > 0.1)
    driver = [math.exp(x) for x in logs]
    found = identify([math.exp(constant + slope * x) for x in logs], {"x": driver})
    assert (found.verdict, found.is_reported) == ("identified", True)
    assert (found.rank, found.dof, found.null_direction) == (1, len(logs) - 2, None)
    assert found.point == [pytest.approx(slope, abs=1e-9)]
    assert found.intercept == pytest.approx(constant, abs=1e-9)


@pytest.mark.parametrize(
    ("years", "verdict"),
    [(2, "under-determined"), (3, "weak"), (6, "weak"), (7, "identified")],
)
def test_how_many_years_one_driver_needs(years, verdict):
    values = [float(2**n) for n in range(years)]
    assert identify(values, {"x": values}).verdict == verdict


def test_drivers_that_move_together_are_never_identified():
    values = [1.0, 2.0, 4.0, 5.0, 7.0, 9.0, 11.0, 12.0, 15.0, 16.0]
    found = identify(values, {"x": values, "square": [x**2 for x in values]})
    assert (found.verdict, found.rank) == ("under-determined", 1)
    ratio = found.null_direction[0] / found.null_direction[1]
    assert ratio == pytest.approx(-2)  # ln x² = 2 ln x


def test_every_point_of_the_line_fits():
    found = identify(CO2, DRIVERS)
    for t in (-5.0, 0.0, 3.0):
        slopes = [p + t * n for p, n in zip(found.point, found.null_direction, strict=True)]
        constant = found.intercept + t * found.intercept_slope
        for year, co2 in enumerate(CO2):
            logs = [math.log(DRIVERS[name][year]) for name in found.drivers]
            fitted = constant + sum(b * x for b, x in zip(slopes, logs, strict=True))
            assert math.exp(fitted) == pytest.approx(co2, rel=1e-9)


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
@pytest.mark.parametrize("where", ["target", "driver"])
def test_what_has_no_logarithm_is_refused(where, value):
    target, driver = [1.0, 2.0, 3.0], [1.0, 2.0, 4.0]
    (target if where == "target" else driver)[1] = value
    with pytest.raises(InputError) as caught:
        identify(target, {"x": driver})
    assert [fault.code for fault in caught.value.faults] == ["driver_value"]


@pytest.mark.parametrize(("target", "driver"), [([], []), ([1.0, 2.0], [1.0])])
def test_lengths_must_agree(target, driver):
    with pytest.raises(InputError) as caught:
        identify(target, {"x": driver})
    assert [fault.code for fault in caught.value.faults] == ["driver_length"]
