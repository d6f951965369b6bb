"""Peak, plateau, and neither."""

import pytest

from tanlu.plan.tree.peak import cumulative, peaking

YEARS = range(2025, 2030)


@pytest.mark.parametrize(
    ("path", "verdict", "year"),
    [
        ([1, 2, 3, 2, 1], "peak", 2027),
        ([1, 2, 3, 4, 5], "rising", 2029),
        ([5, 4, 3, 2, 1], "passed", 2025),
        ([1, 2, 3, 2.99, 2.98], "plateau", 2027),
        ([3, 3, 3, 3, 3], "flat", 2025),
        ([1, 3, 3, 3, 1], "peak", 2026),  # of equal years the first
        ([1, 3, 1, 3, 1], "peak", 2026),
        ([1, 3, 1, 2.99, 1], "peak", 2026),
        ([1, 2.5, 2, 3, 3.001], "rising", 2029),
    ],
)
def test_verdict(path, verdict, year):
    found = peaking(YEARS, path)
    assert (found.verdict, found.year) == (verdict, year)
    assert (found.peak_year is None) == (verdict not in ("peak", "passed"))


def test_the_plateau_is_the_run_of_years_around_the_highest():
    found = peaking(YEARS, [1, 2.99, 3, 2.98, 1])
    assert (found.first, found.last, found.verdict) == (2026, 2028, "peak")


def test_the_base_year_is_not_in_the_sum():
    assert cumulative([5.0, 1.0, 2.0]) == 3.0
