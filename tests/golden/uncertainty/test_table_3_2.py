"""IPCC 2006 vol. 1, table 3.2 of approach 1, column by column as a spreadsheet has it.

The categories are invented; the expected values are recomputed here by hand-written
spreadsheet formulas in exact fractions, independently of the program. A park whose members
are these categories must give the same.
"""

import csv
from fractions import Fraction
from math import sqrt
from pathlib import Path

import numpy as np
import pytest

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.uncertainty.combine import product_uncertainty, sum_uncertainty, trend_table
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.result import uncertainty_of
from tanlu.catalog.load import load_catalog
from tanlu.catalog.uncertainty_rules import uncertainty_rules
from tests.laws.parks import book_of, flow, member, own

ROWS = list(
    csv.DictReader(Path(__file__).with_name("categories.csv").read_text("utf-8").splitlines())
)
START, END, ACTIVITY, FACTOR = (
    [Fraction(row[name]) for row in ROWS]
    for name in ("start_t", "end_t", "activity_pct", "factor_pct")
)


def spreadsheet():
    """Columns G to L and M, from the table's notes."""
    c, d = sum(START), sum(END)
    combined = [sqrt(e * e + f * f) for e, f in zip(ACTIVITY, FACTOR, strict=True)]
    contribution = [(g * float(x / d)) ** 2 for g, x in zip(combined, END, strict=True)]
    type_a = [
        abs((y / 100 + d - (x / 100 + c)) / (x / 100 + c) * 100 - (d - c) / c * 100)
        for x, y in zip(START, END, strict=True)
    ]
    type_b = [abs(y / c) for y in END]
    by_factor = [a * f for a, f in zip(type_a, FACTOR, strict=True)]
    by_activity = [float(b * e) * sqrt(2) for b, e in zip(type_b, ACTIVITY, strict=True)]
    trend = sqrt(sum(float(k) ** 2 + el**2 for k, el in zip(by_factor, by_activity, strict=True)))
    return combined, contribution, type_a, type_b, sqrt(sum(contribution)), trend


def table():
    return trend_table(*(np.array([float(x) for x in col]) for col in (START, END, ACTIVITY,
                       FACTOR)))  # fmt: skip


def test_every_column():
    combined, contribution, type_a, type_b, total, trend = spreadsheet()
    found = table()
    for ours, theirs in (
        (found.combined, combined), (found.variance, contribution), (found.type_a, type_a),
        (found.type_b, type_b),
    ):  # fmt: skip
        assert ours == pytest.approx([float(x) for x in theirs], rel=1e-9)
    assert found.total == pytest.approx(total, rel=1e-12)
    assert found.trend == pytest.approx(trend, rel=1e-9)


def test_equations_3_1_and_3_2_give_the_total():
    combined = [
        product_uncertainty([float(e), float(f)]) for e, f in zip(ACTIVITY, FACTOR, strict=True)
    ]
    total = sum_uncertainty([float(x) for x in END], combined)
    assert total == pytest.approx(spreadsheet()[4], rel=1e-12)


def categories_as_a_park():
    names = [row["category"] for row in ROWS]
    factors, flows = [], []
    for row in ROWS:
        name, half = row["category"], float(row["factor_pct"]) / 100
        factors.append(
            own("electricity", "emission", 1, "t CO2/MWh", member_id=name)
            | {"factor_id": name, "lower": str(1 - half), "upper": str(1 + half)}
        )
        flows += [
            flow("world", name, "electricity", row[column], "MWh", year)
            | {"uncertainty_pct": row["activity_pct"]}
            for year, column in (("2021", "start_t"), ("2022", "end_t"))
        ]
    return book_of({"members": [member(n) for n in names], "flows": flows, "factors": factors})


@pytest.fixture(scope="module")
def judged():
    book, catalog = categories_as_a_park(), load_catalog()
    lines = ledger(book, catalog)
    years = [cut(lines, year=year, boundary="enterprise") for year in (2021, 2022)]
    return uncertainty_of(years, Ranges(book, catalog, uncertainty_rules()), 100_000)


def test_a_park_of_these_categories_has_the_tables_total(judged):
    expected = spreadsheet()[4]
    low, high = judged.total.interval.percent
    assert (-low, high) == pytest.approx((expected, expected), rel=1e-6)
    drawn = judged.total.simulated.interval
    width = 100 * drawn.width / judged.total.interval.value
    assert width == pytest.approx(2 * expected, rel=0.01)


def test_and_its_trend_with_the_base_years_own_errors(judged):
    # the table takes √2 times year t's error of an amount for the errors of both years;
    # the slopes here have each year's own
    c, d = float(sum(START)), float(sum(END))
    variance = 0.0
    for x, y, e, f in zip(START, END, ACTIVITY, FACTOR, strict=True):
        shared = (float(y) * c - d * float(x)) / c**2 * float(f)
        last, first = float(y) / c * float(e), d * float(x) / c**2 * float(e)
        variance += shared**2 + last**2 + first**2
    half = 100 * judged.trend.worth.interval.width / 2
    assert half == pytest.approx(sqrt(variance), rel=1e-6)
    assert half == pytest.approx(spreadsheet()[5], rel=0.06)
    drawn = 100 * judged.trend.worth.simulated.interval.width / 2
    assert drawn == pytest.approx(half, rel=0.01)
