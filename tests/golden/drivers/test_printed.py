"""Printed results of other programs and textbooks, through the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

HERE = Path(__file__).parent


def run(*words):
    result = CliRunner().invoke(tanlu, ["explain", *map(str, words), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


# The test suite of LMDIR (R, MIT): rows of X are categories, columns factors.
ADDITIVE = [
    [69.79006598, -9.455125793, 39.66505981],
    [42.96021467, -34.31902656, 50.3588119],
    [54.01064234, -9.021284671, 54.01064234],
]
RATIOS = [
    [1.761117821, 0.926191306, 1.379410116],
    [1.229284572, 0.847970248, 1.273773912],
    [1.208140223, 0.968911503, 1.208140223],
]


@pytest.mark.parametrize(("form", "wanted"), [("additive", ADDITIVE), ("multiplicative", RATIOS)])
def test_lmdir(form, wanted):
    found = run("lmdi", HERE / "lmdir.csv", "--form", form)
    assert found["factors"] == ["a", "b", "c"]
    for step, row in zip(found["steps"], wanted, strict=True):
        assert list(step["effects"].values()) == pytest.approx(row, rel=2e-9)


def test_lmdir_first_to_last():
    step = run("lmdi", HERE / "lmdir.csv", "--no-chain")["steps"][0]
    assert [round(v, 1) for v in step["effects"].values()] == [134.3, -7.1, 130.7]
    chained = run("lmdi", HERE / "lmdir.csv")["chained"]["effects"]
    assert [round(v, 1) for v in chained.values()] == [166.8, -52.8, 144.0]


def test_the_two_sectors_of_the_textbooks():
    """Data of the type of Ang and Zhang 2000."""
    found = run("lmdi", HERE / "two_sectors.csv")["steps"][0]
    assert list(found["effects"].values()) == pytest.approx(
        [32.38464, 38.28487, -24.66951], abs=5e-6
    )
    found = run("lmdi", HERE / "two_sectors.csv", "--form", "multiplicative")["steps"][0]["effects"]
    assert list(found.values())[1:] != pytest.approx([1.71265, 0.70067], abs=5e-6)
    second = run("lmdi", HERE / "two_sectors.csv", "--form", "multiplicative", "--model", "2")
    effects = list(second["steps"][0]["effects"].values())
    assert effects[1:] == pytest.approx([1.71265, 0.70067], abs=5e-6)


def hald(*words):
    return run("regress", HERE / "hald.csv", "--target", "y", "--linear", *words)


def test_hald_least_squares():
    found = hald("--method", "ols")
    assert (found["verdict"], found["dof"], found["rank"]) == ("identified", 8, 4)
    slopes = [1.55110265, 0.51016758, 0.1019094, -0.14406103]
    assert list(found["coefficients"].values()) == pytest.approx(slopes, abs=5e-9)
    assert found["intercept"] == pytest.approx(62.4053693, abs=5e-8)
    assert found["r2"] == pytest.approx(0.98237562, abs=5e-9)
    vif = [38.496, 254.423, 46.868, 282.513]
    assert list(found["vif"].values()) == pytest.approx(vif, abs=5e-4)


def test_hald_ridge():
    found = hald("--method", "ridge", "--k", "0.324")
    slopes = [1.25624666, 0.29098837, -0.17470959, -0.35575395]
    assert list(found["coefficients"].values()) == pytest.approx(slopes, abs=5e-9)
    assert found["intercept"] == pytest.approx(84.76615, abs=5e-6)
    assert found["selectors"]["hkb"] == pytest.approx(0.0849960, abs=5e-8)
    assert found["selectors"]["hkb_classical"] == pytest.approx(0.0130763, abs=5e-8)
    assert found["selectors"]["gcv"] == pytest.approx(0.324, abs=5e-4)
