from datetime import date

import pytest

from tanlu.errors import InputError
from tanlu.periods import find_date, find_period, parse_period

SPANS = [
    ("2022", "2022-01-01", "2023-01-01"),
    ("2022年", "2022-01-01", "2023-01-01"),
    ("2022Q2", "2022-04-01", "2022-07-01"),
    ("2022-Q4", "2022-10-01", "2023-01-01"),
    ("2022年第1季度", None, None),
    ("2022-03", "2022-03-01", "2022-04-01"),
    ("2022/3", "2022-03-01", "2022-04-01"),
    ("2022.12", "2022-12-01", "2023-01-01"),
    ("2022年3月", "2022-03-01", "2022-04-01"),
    ("2022-03-15", "2022-03-15", "2022-03-16"),
    ("2022年3月15日", "2022-03-15", "2022-03-16"),
    ("2022/3/15", "2022-03-15", "2022-03-16"),
    ("2022-01-15/2022-02-15", "2022-01-15", "2022-02-15"),
    (" 2022 - 03 ", "2022-03-01", "2022-04-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), [span for span in SPANS if span[1]])
def test_spans_as_people_write_them(text, start, end):
    period = find_period(text)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-13", "2022-02-30", "2022Q5", "2022-03-15/2022-03-15", "2022-05-01/2022-04-01",
     "2022-01-01/", "20222", "last year", "2022-00", "2022-1-1/2022-13-1", "9999"],
)  # fmt: skip
def test_what_is_no_span_is_refused(text):
    assert find_period(text) is None
    with pytest.raises(InputError):
        parse_period(text)


def test_leap_days_exist_in_leap_years_only():
    assert find_date("2024-02-29") == date(2024, 2, 29)
    assert find_date("2022-02-29") is None
    assert parse_period("2024-02").days == 29


def test_neighbours_do_not_overlap():
    assert not parse_period("2022-03").overlaps(parse_period("2022-04"))
    assert parse_period("2022-Q1").overlaps(parse_period("2022-03-31"))
    assert parse_period("2022").overlaps(parse_period("2022"))


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("2022-01-01/2023-01-01", "2022"),
        ("2022-04-01/2022-07-01", "2022Q2"),
        ("2022-02-01/2022-03-01", "2022-02"),
        ("2022-02-01/2022-02-02", "2022-02-01"),
        ("2022-02-01/2022-02-03", "2022-02-01/2022-02-03"),
    ],
)
def test_a_span_is_written_in_the_shortest_way(text, shortest):
    assert str(parse_period(text)) == shortest
