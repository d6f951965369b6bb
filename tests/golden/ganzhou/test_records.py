"""What the command line prints as JSON for the bundled park."""

import json
from functools import cache
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.workflow.open import bundled

YEAR = {"co2_t", "scope1_t", "scope2_t", "energy_tce", "intensity_t_per_100m_cny"}
STEP = {"output", "intensity", "mix", "factor", "total"}
SLOPES = {"slopes", "coefficients", "elasticities", "beta", "coef", "b", "params"}
# [wang2024] table 7, which no output may repeat, and the minimum-norm point
NEVER = (0.2377, 0.2451, 0.2405, 0.2357, 0.2512)


def printed(*arguments):
    result = CliRunner().invoke(tanlu, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@cache
def demo():
    with TemporaryDirectory() as folder:
        return printed("demo", "--json", "--out", folder)


@cache
def drivers():
    return printed("explain", "drivers", bundled("ganzhou"), "--json")


def test_the_demo_has_the_keys_that_scripts_rely_on():
    assert set(demo()) == {"park", "years", "drivers", "reports"}
    assert demo()["park"] == "ganzhou"
    assert set(demo()["years"]) == {"2020", "2021", "2022"}
    assert all(set(year) == YEAR for year in demo()["years"].values())
    assert set(demo()["drivers"]) == {"lmdi", "stirpat"}
    lmdi = demo()["drivers"]["lmdi"]
    assert set(lmdi) == {"2020-2021", "2021-2022", "2020-2022"}
    assert all(set(step) == STEP for step in lmdi.values())
    assert len(demo()["reports"]) == 6


def test_the_demo_prints_the_numbers():
    assert demo()["years"]["2022"]["co2_t"] == pytest.approx(100.60e4, abs=100)
    # 100.60 x 10⁴ t over 1162 x 10⁸ yuan, with the 0.005 by which gas at 12 % falls short
    assert demo()["years"]["2022"]["intensity_t_per_100m_cny"] == pytest.approx(865.75, abs=0.1)
    assert demo()["drivers"]["lmdi"]["2020-2022"]["mix"] == pytest.approx(2.33e4, abs=100)


def test_the_verdict_reports_nothing():
    verdict = demo()["drivers"]["stirpat"]
    assert {"verdict", "dof", "rank", "null_direction", "reported"} <= set(verdict)
    assert verdict["not_estimable"] == ["lead_industry_share"]
    assert not {"coefficients", "slopes", "point"} & set(verdict)
    assert verdict["verdict"] == "under-determined"
    assert (verdict["dof"], verdict["rank"], verdict["reported"]) == (0, 2, False)
    assert [abs(x) for x in verdict["null_direction"]] == pytest.approx(
        [0.245, 0.776, 0.581], abs=5e-4
    )


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path, value


@pytest.mark.parametrize("record", [demo, drivers], ids=["demo", "drivers"])
def test_no_slope_is_a_result(record):
    for path, value in leaves(record()):
        assert not SLOPES & {str(part).lower() for part in path}
        if isinstance(value, float) and "line_of_exact_solutions" not in path:
            near = [n for n in NEVER if abs(abs(value) - n) < 5e-5]
            assert not near or "contrasts" in path, (path, value)
        assert "r2" not in {str(part).lower() for part in path}


def test_only_the_line_of_exact_solutions_holds_slopes():
    line = drivers()["stirpat"]["line_of_exact_solutions"]
    assert set(line) == {"point", "direction", "intercept", "intercept_slope", "units"}
    assert set(line["point"]) == {"output_value", "energy_total", "electricity_share"}
    assert drivers()["stirpat"]["reported"] is False
    assert drivers()["stirpat"]["not_estimable"] == ["lead_industry_share"]


def test_the_gap_is_in_the_record_of_drivers():
    found = drivers()["comparison"]["2020"]
    assert found["gap_t"] == pytest.approx(-0.08e4, abs=50)
    assert found["needed_share"] == pytest.approx(0.1141, abs=5e-5)


def test_the_account_of_a_year():
    record = printed("account", bundled("ganzhou"), "--year", "2020", "--json")
    assert record["total"] == pytest.approx(88.79e4, abs=100)
    assert record["by_scope"]["1"]["co2_t"] + record["by_scope"]["2"]["co2_t"] == pytest.approx(
        record["total"], rel=1e-12
    )
    assert {year: total / 1e4 for year, total in record["years"].items()} == pytest.approx(
        {"2020": 88.79, "2021": 97.43, "2022": 100.60}, abs=0.01
    )
    taken = {f["quantity"]: f for f in record["by_carrier"]["natural_gas"]["factors"]}
    assert taken["oxidised"]["value"] == 0.98
    assert {f["citation"] for f in taken.values()} == {"wang2024"}
    assert all(f["clause"] for f in taken.values())
