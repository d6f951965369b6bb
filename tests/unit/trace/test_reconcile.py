"""Measured flows are moved as little as the meters' classes allow, until they balance."""

import json

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tanlu.cli import tanlu
from tanlu.errors import InputError
from tanlu.trace.reconcile import chance_above, reconcile
from tests.unit.trace.test_read import folder


def test_two_meters_in_series_share_by_variance():
    balance = np.array([[1.0, -1.0]])
    found = reconcile(np.array([[100.0, 103.0]]), np.array([[1.0, 2.0]]), balance)
    # weights 1 and 1/4: (100 + 103/4) / 1.25
    assert found.values[0] == pytest.approx([100.6, 100.6])
    assert found.chi2 == pytest.approx([9 / 5])
    assert np.abs(found.moved[0]) == pytest.approx([3 / np.sqrt(5)] * 2)
    assert found.p == pytest.approx(stats.chi2.sf(9 / 5, 1))


@given(st.floats(0.01, 200), st.integers(1, 40))
def test_the_chance_is_scipys(chi2, dof):
    assert chance_above(chi2, dof) == pytest.approx(stats.chi2.sf(chi2, dof), abs=1e-12)


@given(st.integers(0, 1000))
def test_no_balanced_values_are_nearer(seed):
    rng = np.random.default_rng(seed)
    balance = rng.integers(-1, 2, (2, 5)).astype(float)
    sigma = rng.uniform(0.5, 3, (1, 5))
    measured = rng.uniform(1, 9, (1, 5))
    found = reconcile(measured, sigma, balance)
    assert found.values @ balance.T == pytest.approx(0, abs=1e-9)
    null = np.linalg.svd(balance)[2][np.linalg.matrix_rank(balance) :]
    for step in null:
        for size in (0.1, -0.1):
            other = found.values[0] + size * step
            distance = (((other - measured[0]) / sigma[0]) ** 2).sum()
            assert distance >= found.chi2[0] - 1e-9


def test_meters_that_may_not_move_must_balance():
    with pytest.raises(InputError):
        reconcile(np.array([[1.0, 2.0]]), np.zeros((1, 2)), np.array([[1.0, -1.0]]))


def test_the_command_reconciles_first(tmp_path):
    path = folder(tmp_path, "0,A,B,101,101\n", "0,A,100,0.5\n", "0,B,102\n")
    run = CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--reconcile", "1", "--json"])
    found = json.loads(run.stdout)
    hour = found["hours"][0]
    assert abs(hour["closing_error"]) < 1e-9
    assert 100 < hour["loads"]["B"] * 2 < 102
    assert found["reconciled"]["dof"] == 2
    assert found["reconciled"]["largest"]["meter"] in {"+A", "−B", "A→B"}
    text = CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--reconcile", "1"]).stdout
    assert "reconciled" in text


def test_what_would_have_to_grow_on_its_way_is_refused(tmp_path):
    path = folder(tmp_path, "0,A,B,90,89\n", "0,A,60,0.5\n", "0,B,150\n")
    run = CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--reconcile", "1"])
    assert run.exit_code == 2
    assert "A→B" in run.stderr
