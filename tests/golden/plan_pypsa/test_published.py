"""Published optima of PyPSA's example networks."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tanlu.cli import tanlu

HERE = Path(__file__).parent
EXPECTED = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_comes_out_as_published(name):
    result = CliRunner().invoke(tanlu, ["plan", "pypsa", str(HERE / name), "--json"])
    assert result.exit_code == 0, result.output
    found, case = json.loads(result.output), EXPECTED[name]
    assert found["status"] == "optimal"
    for key in ("objective", "co2_dual"):
        assert found[key] == pytest.approx(case[key]["value"], abs=case[key]["within"])
    for each, wanted in case["p_nom_opt"].items():
        assert found["p_nom_opt"][each] == pytest.approx(wanted["value"], abs=wanted["within"])
    assert found["co2_price"] == -found["co2_dual"]


def test_a_reader_of_chinese_is_told_the_same():
    result = CliRunner().invoke(
        tanlu, ["plan", "pypsa", str(HERE / "storage-hvdc"), "--lang", "zh"]
    )
    assert result.exit_code == 0, result.output
    assert "Storage-HVDC: 最优" in result.output
    assert "最后一吨 CO2 的成本: 394.466" in result.output
