"""Random networks beside PyPSA's own optimum.

`random/` holds networks that `networks.py` made, each with other features, exported by PyPSA
1.4.0 and packed; `found.csv` is what `n.optimize()` of PyPSA 1.4.0 found for them with its
default settings (HiGHS, whole numbers to a gap of 1e-9). PyPSA takes seconds for each, so only
one is solved by it anew in each run; `python -m tests.golden.plan_pypsa.anew` does them all.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from tanlu.catalog.line_types import standard_types
from tanlu.connect.pypsa.folder import read_folder
from tanlu.plan.pypsa.solve import formulate, optimum
from tests.golden.plan_pypsa.anew import by_pypsa
from tests.golden.plan_pypsa.packed import unpack

HERE = Path(__file__).parent
with (HERE / "found.csv").open(encoding="utf-8", newline="") as lines:
    FOUND = list(csv.DictReader(lines))
ANEW = ("fuel_limit",)


def names(rows):
    return [row["name"] for row in rows]


def folder_of(row, tmp_path):
    return unpack((HERE / "random" / f"{row['name']}.txt").read_text("utf-8"), tmp_path)


def solved(folder):
    types = standard_types()
    return optimum(read_folder(folder), types.lines, types.transformers)


@pytest.mark.parametrize("row", FOUND, ids=names(FOUND))
def test_the_objective_is_pypsas(row, tmp_path):
    found = solved(folder_of(row, tmp_path))
    assert found.solution.status == row["status"]
    if row["objective"]:
        assert found.objective == pytest.approx(float(row["objective"]), rel=1e-6)
        assert found.constant == pytest.approx(float(row["constant"]), rel=1e-9, abs=1e-6)
    if row["co2"] and found.mu:
        assert found.mu["co2"] == pytest.approx(float(row["co2"]), rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("row", FOUND[::4], ids=names(FOUND[::4]))
def test_the_optimum_keeps_every_row_and_nothing_is_cheaper(row, tmp_path):
    """Feasible by the matrix itself, and no dual or bound leaves room below."""
    types = standard_types()
    matrix = formulate(
        read_folder(folder_of(row, tmp_path)), types.lines, types.transformers
    ).problem.matrix()
    found = solved(tmp_path).solution
    if found.status != "optimal":
        return
    rows = np.repeat(np.arange(matrix.row_low.size), np.diff(matrix.start))
    terms = matrix.value * found.values[matrix.column]
    total = np.bincount(rows, terms, matrix.row_low.size)
    slack = 1e-5 * np.maximum(1.0, np.bincount(rows, np.abs(terms), matrix.row_low.size))
    assert (total >= matrix.row_low - slack).all()
    assert (total <= matrix.row_high + slack).all()
    assert found.objective == pytest.approx(matrix.cost @ found.values + matrix.offset, rel=1e-9)
    assert found.bound == pytest.approx(found.objective, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("name", ANEW)
def test_pypsa_still_finds_the_same(name, tmp_path):
    pytest.importorskip("pypsa")
    row = next(row for row in FOUND if row["name"] == name)
    status, objective = by_pypsa(folder_of(row, tmp_path))
    assert (status, objective) == (row["status"], pytest.approx(float(row["objective"]), rel=1e-6))
