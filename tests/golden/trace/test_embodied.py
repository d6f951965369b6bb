"""The two sectors of Miller and Blair: Leontief, Ghosh, and the park's shares."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.trace.embodied import Trade, embodied, retained

SALES = np.array([[150.0, 500.0], [200.0, 100.0]])
LEONTIEF = [[1.254125, 0.330033], [0.264026, 1.122112]]
GHOSH = [[1.254125, 0.660066], [0.132013, 1.122112]]


def trade(direct):
    output, none = np.array([1000.0, 2000.0]), np.zeros(2)
    return Trade(("1", "2"), SALES, output - SALES.sum(axis=1), np.array(direct, float), none)


def test_columns_of_the_inverses():
    for sector in (0, 1):
        one = np.eye(2)[sector] * np.array([1000.0, 2000.0])  # one tonne per unit sold
        found = embodied(trade(one))
        assert found.multipliers == pytest.approx(LEONTIEF[sector], abs=5e-7)
        assert found.enabled == pytest.approx(np.array(GHOSH)[:, sector], abs=5e-7)


def test_output_for_another_final_demand():
    # y (600, 1500): gross output as printed, by the multipliers of each sector's own output
    found = [embodied(trade(np.eye(2)[s] * [1000.0, 2000.0])).multipliers for s in (0, 1)]
    gross = [float(m @ np.array([600.0, 1500.0])) for m in found]
    assert gross == pytest.approx([1247.5248, 1841.5842], abs=5e-5)


def test_the_three_views_of_the_command(tmp_path):
    path = tmp_path / "trade.csv"
    path.write_text("enterprise,a,b,deliveries,co2_t\na,150,500,350,100\nb,200,100,1700,50\n")
    found = json.loads(CliRunner().invoke(tanlu, ["trace", "exchange", str(path), "--json"]).stdout)
    assert list(found) == ["multipliers", "final_product", "income", "shared"]
    # by hand: m = (0.1, 0.025) L; income = v × G f
    a, b = 0.1 * 1.25412541 + 0.025 * 0.26402640, 0.1 * 0.33003300 + 0.025 * 1.12211221
    assert found["multipliers"] == pytest.approx({"a": a, "b": b}, rel=1e-7)
    assert found["final_product"] == pytest.approx({"a": a * 350, "b": b * 1700}, rel=1e-7)
    income = {"a": 650 * (0.1 * 1.25412541 + 0.025 * 0.66006601),
              "b": 1400 * (0.1 * 0.13201320 + 0.025 * 1.12211221)}  # fmt: skip
    assert found["income"] == pytest.approx(income, rel=1e-7)
    shared = [*found["shared"]["producers"].values(), *found["shared"]["consumers"].values()]
    assert sum(shared) == pytest.approx(150, rel=1e-12)
    kept = retained(trade([1, 1]))
    assert kept == pytest.approx([650 / 850, 1400 / 1900])
