"""`tanlu trace exchange` on odd tables, against inverses that know nothing of tanlu."""

import json

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanlu.cli import tanlu


def table(sales, deliveries, direct, imports=None, rate=None):
    names = [f"e{n}" for n in range(len(sales))]
    more = ",imports,import_t_per_unit" if imports is not None else ""
    lines = [f"enterprise,{','.join(names)},deliveries,co2_t{more}"]
    for n, name in enumerate(names):
        cells = [*sales[n], deliveries[n], direct[n]]
        cells += [] if imports is None else [imports[n], rate[n]]
        lines.append(",".join([name, *(repr(float(c)) for c in cells)]))
    return "\n".join(lines) + "\n"


def run(path, text):
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(tanlu, ["trace", "exchange", str(path), "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def odd_trade(seed):
    """Sales to oneself, scrap below zero, little value added, one that sells nothing, imports."""
    rng = np.random.default_rng(seed)
    count = int(rng.integers(2, 8))
    sales = rng.uniform(0, 100, (count, count)) * (rng.random((count, count)) < 0.5)
    deliveries = rng.uniform(0.5, 60, count)
    direct = rng.uniform(0, 50, count)
    scrap = rng.random((count, count)) < 0.15
    sales[scrap & (np.eye(count) == 0)] *= -0.1
    if rng.random() < 0.5:
        sales[-1], deliveries[-1], direct[-1] = 0.0, 0.0, 0.0
        sales[:, -1] = np.maximum(sales[:, -1], 0.0)
    imports = rng.uniform(0, 20, count) * (rng.random(count) < 0.5)
    imports[-1] = 0.0
    return sales, deliveries, direct, imports, rng.uniform(0, 0.3, count)


def inverses(sales, deliveries, direct, imports, rate):
    """Leontief, Ghosh and shared responsibility by plain inverses; what buys only uses itself."""
    z = np.maximum(sales, 0) + np.maximum(-sales, 0).T
    x, count = z.sum(axis=1) + deliveries, len(z)
    carbon = direct + imports * rate
    each = np.divide(carbon, x, out=np.zeros(count), where=x > 0)
    a = np.divide(z, x[None, :], out=np.zeros_like(z), where=x[None, :] > 0)
    b = np.divide(z, x[:, None], out=np.zeros_like(z), where=x[:, None] > 0)
    one = np.eye(count)
    m = each @ np.linalg.inv(one - a)
    final = m * deliveries + np.where(x == 0, m @ z, 0)
    enabled = np.linalg.inv(one - b) @ each
    added = x - z.sum(axis=0) - imports
    net = x - np.diagonal(z)
    kept = np.divide(np.maximum(added, 0), net, out=np.zeros(count), where=net > 0)
    kept[x == 0] = 1
    share = np.divide(z, net[:, None], out=np.zeros_like(z), where=net[:, None] > 0)
    passing = (1 - kept)[:, None] * share * (1 - one)
    handled = carbon @ np.linalg.inv(one - passing)
    out = np.divide(deliveries, net, out=np.zeros(count), where=net > 0)
    return {
        "multipliers": np.where(x > 0, m, np.nan), "final_product": final,
        "income": added * enabled, "income_of_imports": imports * enabled,
        "producers": handled * kept, "consumers": handled * (1 - kept) * out,
    }  # fmt: skip


SAME_FOLDER = [HealthCheck.function_scoped_fixture]


@settings(max_examples=30, deadline=None, suppress_health_check=SAME_FOLDER)
@given(st.integers(0, 100_000))
def test_odd_tables_agree_with_plain_inverses(tmp_path, seed):
    parts = odd_trade(seed)
    found = run(tmp_path / "trade.csv", table(*parts))
    found |= found["shared"]
    known = inverses(*parts)
    for name, values in known.items():
        shown = list(found.get(name, dict.fromkeys(found["income"], 0.0)).values())
        plain = [np.nan if value is None else value for value in shown]
        np.testing.assert_allclose(plain, values, rtol=1e-8, atol=1e-9, err_msg=name)
    total = float((parts[2] + parts[3] * parts[4]).sum())
    imports = sum(found.get("income_of_imports", {}).values())
    views = (
        [*found["final_product"].values()], [*found["income"].values(), imports],
        [*found["producers"].values(), *found["consumers"].values()],
    )  # fmt: skip
    for view in views:
        assert sum(view) == pytest.approx(total, rel=1e-9)


def test_purchases_above_sales_are_solved_and_told(tmp_path):
    # a column of A sums above one; the spectral radius stays below it
    sales, deliveries, direct = (
        np.array([[0, 1.0], [30, 0]]),
        np.array([9.0, 5]),
        np.array([4.0, 2]),
    )
    path = tmp_path / "trade.csv"
    found = run(path, table(sales, deliveries, direct))
    assert sum(found["final_product"].values()) == pytest.approx(6)
    assert sum(found["income"].values()) == pytest.approx(6)
    assert found["income"]["e0"] < 0
    told = CliRunner().invoke(tanlu, ["trace", "exchange", str(path)]).output
    assert "its value added is -20" in told


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("e0,0,1,0,1\ne1,1,0,0,1\n", "ever leaves the park"),
        ("e0,0,1,5,1\ne0,1,0,5,1\n", "e0"),
        ("e0,0,1,-5,1\ne1,1,0,9,1\n", "negative"),
        ("e0,0,0,0,1\ne1,1,0,9,1\n", "nothing sold"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, rows, code):
    path = tmp_path / "trade.csv"
    path.write_text("enterprise,e0,e1,deliveries,co2_t\n" + rows, "utf-8")
    done = CliRunner().invoke(tanlu, ["trace", "exchange", str(path), "--json"])
    assert done.exit_code == 2
    assert code.lower() in done.output.lower()


def test_imports_without_their_suppliers_carbon_are_asked_for(tmp_path):
    path = tmp_path / "trade.csv"
    path.write_text("enterprise,e0,deliveries,co2_t,imports\ne0,0,5,1,3\n", "utf-8")
    done = CliRunner().invoke(tanlu, ["trace", "exchange", str(path)])
    assert done.exit_code == 2
    assert "import_t_per_unit" in done.output
