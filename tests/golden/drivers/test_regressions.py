"""Certified and printed regressions, through the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

HERE = Path(__file__).parent


def regress(name, target, *words):
    told = ["explain", "regress", str(HERE / name), "--target", target, *words, "--json"]
    result = CliRunner().invoke(tanlu, told)
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_longley_as_certified():
    """NIST StRD, Longley: certified to fifteen digits (methods-drivers-transfer A7)."""
    found = regress("longley_nist.csv", "y", "--linear", "--method", "ols")
    certified = [
        15.0618722713733, -0.0358191792925910, -2.02022980381683,
        -1.03322686717359, -0.0511041056535807, 1829.15146461355,
    ]  # fmt: skip
    assert list(found["coefficients"].values()) == pytest.approx(certified, rel=1e-10)
    assert found["intercept"] == pytest.approx(-3482258.63459582, rel=1e-11)
    assert found["s"] == pytest.approx(304.854073561965, rel=1e-11)
    assert found["r2"] == pytest.approx(0.995479004577296, rel=1e-12)
    errors = [
        84.9149257747669, 0.334910077722432e-1, 0.488399681651699,
        0.214274163161675, 0.226073200069370, 455.478499142212,
    ]  # fmt: skip
    assert list(found["standard_errors"].values()) == pytest.approx(errors, rel=1e-10)


def test_longley_as_mass_prints_it():
    """Examples of `lm.ridge`, R package MASS, tests/Examples/MASS-Ex.Rout.save."""
    found = regress("longley.csv", "GNP.deflator", "--linear", "--method", "ridge", "--k", "0")
    printed = [0.26352725, 0.03648291, 0.01116105, -1.73702984, -1.41879853, 0.23128785]
    assert list(found["coefficients"].values()) == pytest.approx(printed, abs=5e-9)
    assert found["intercept"] == pytest.approx(2946.85636017, abs=5e-8)
    selectors = found["selectors"]
    assert selectors["hkb"] == pytest.approx(0.006836982, abs=5e-10)
    assert selectors["lw"] == pytest.approx(0.05267247, abs=5e-9)
    assert selectors["gcv"] == pytest.approx(0.0057, abs=5e-5)  # MASS looks at steps of 0.0001


def test_inflation_as_car_prints_it():
    """`vif` of R package car, in RExRepos (dwoll), Rmd/regression."""
    found = regress("longley.csv", "GNP.deflator", "--linear", "--method", "ols")
    printed = [1214.57, 83.96, 12.16, 230.91, 2065.73, 220.42]
    assert list(found["vif"].values()) == pytest.approx(printed, abs=5e-3)


SEED = ("wang2024_table6.csv", "co2")


def test_table_7_of_the_seed_paper_is_refused():
    """methods-drivers-transfer 1.2: the line of exact solutions, and what the data fix."""
    found = regress(*SEED, "--method", "ols")
    assert (found["verdict"], found["rank"], found["dof"]) == ("under-determined", 2, 0)
    assert found["coefficients"] is None
    assert found["not_estimable"] == ["lead_share"]
    open_ = found["solutions"]
    assert list(open_["point"].values()) == pytest.approx([0.23573, 0.25116, -0.23571], abs=5e-6)
    assert open_["intercept"] == pytest.approx(2.9374, abs=5e-5)
    (direction,) = open_["directions"]
    assert list(direction.values()) == pytest.approx([-0.2452, 0.7758, 0.5814], abs=5e-5)
    assert open_["intercept_slopes"] == pytest.approx([-3.1137], abs=5e-5)
    first, second = open_["contrasts"]
    assert list(first["weights"].values()) == pytest.approx([0.9694, 0.2024, 0.1386], abs=5e-5)
    assert first["value"] == pytest.approx(0.2467, abs=5e-5)
    assert list(second["weights"].values()) == pytest.approx([0.0102, -0.5977, 0.8017], abs=5e-5)
    assert second["value"] == pytest.approx(-0.3367, abs=5e-5)
    assert open_["unbounded"] == ["output", "energy", "electricity_share"]
    assert "says nothing" in found["reason"]["en"]


@pytest.mark.parametrize(
    ("assumed", "slopes", "intercept"),
    [
        ("energy=1", [-0.0009, 1.0, 0.3255], -0.068),
        ("electricity_share=0", [0.1363, 0.5656, 0.0], 1.675),
    ],
)
def test_what_follows_from_assuming_one_slope(assumed, slopes, intercept):
    found = regress(*SEED, "--method", "ols", "--assume", assumed)
    (each,) = found["solutions"]["assuming"]
    assert list(each["coefficients"].values()) == pytest.approx(slopes, abs=5e-5)
    assert each["intercept"] == pytest.approx(intercept, abs=5e-4)


def test_the_published_slopes_lie_on_the_line_and_the_intercept_does_not():
    """methods-drivers-transfer 1.2 and 1.3: t = -0.00797, distance 2.0e-4."""
    open_ = regress(*SEED, "--method", "ols")["solutions"]
    point, (direction,) = list(open_["point"].values()), open_["directions"]
    away = [b - p for b, p in zip([0.2377, 0.2451, -0.2405], point, strict=True)]
    t = sum(a * n for a, n in zip(away, direction.values(), strict=True))
    rest = [a - t * n for a, n in zip(away, direction.values(), strict=True)]
    assert t == pytest.approx(-0.00797, abs=5e-6)
    assert sum(r * r for r in rest) ** 0.5 == pytest.approx(2.0e-4, abs=5e-6)
    assert open_["intercept"] + t * open_["intercept_slopes"][0] == pytest.approx(2.9623, abs=1e-4)


BOXES = {  # methods-drivers-transfer 1.2: inside the rounding box of table 6
    "energy=1": {"electricity_share": (0.316, 0.335), "output": (-0.003, 0.001)},
    "output=0": {"energy": (0.992, 1.003), "electricity_share": (0.317, 0.330)},
    "electricity_share=0": {"output": (0.134, 0.138), "energy": (0.557, 0.575)},
}


@pytest.mark.parametrize("assumed", BOXES)
def test_how_far_rounding_moves_what_is_assumed(assumed):
    found = regress(*SEED, "--method", "ols", "--assume", assumed, "--draws", "1500")
    (each,) = found["solutions"]["assuming"]
    for name, ends in BOXES[assumed].items():
        # extremes of 40,000 draws there, of 1,500 here
        assert each["within_rounding"][name] == pytest.approx(ends, abs=2e-3)


def test_slopes_that_may_not_be_negative():
    """methods-drivers-transfer 1.2: output and energy; the sign of the share stays open."""
    found = regress(*SEED, "--not-negative", "output", "--not-negative", "energy")
    ends = found["solutions"]["not_negative"]
    wanted = {"output": (0, 0.315), "energy": (0, 0.997), "electricity_share": (-0.424, 0.324)}
    for name, pair in wanted.items():
        assert ends[name] == pytest.approx(pair, abs=1e-3)
    free = regress(*SEED, "--not-negative", "output")["solutions"]["not_negative"]
    assert free["energy"][0] is None


def test_the_prior_decides():
    """methods-drivers-transfer 1.2: two priors, opposite signs."""
    share = regress(*SEED, "--method", "bayes")["solutions"]["bayes"]["coefficients"]
    share = share["electricity_share"]
    assert (share["mean"], share["deviation"]) == (
        pytest.approx(-0.24, abs=5e-3), pytest.approx(0.58, abs=5e-3),
    )  # fmt: skip
    assert share["p_below"] == pytest.approx(0.66, abs=5e-3)
    words = ("--method", "bayes", "--prior", "energy=1:0.3", "--k", "0.3")
    share = regress(*SEED, *words)["solutions"]["bayes"]["coefficients"]["electricity_share"]
    assert (share["mean"], share["deviation"]) == (
        pytest.approx(0.21, abs=5e-3), pytest.approx(0.18, abs=5e-3),
    )  # fmt: skip
    assert share["p_below"] == pytest.approx(0.11, abs=5e-3)
