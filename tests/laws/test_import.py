"""Laws of the import: order, splitting, units and form of a file do not change what it says."""

from datetime import datetime, timedelta

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.connect.readings.files import parse

START = datetime.fromisoformat("2025-03-01T00:00")
VALUES = st.lists(
    st.one_of(st.none(), st.integers(-10_000_000, 10_000_000).map(lambda n: n / 1000)),
    min_size=10, max_size=60,
)  # fmt: skip
KEPT = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def mapped(unit="kWh"):
    channel = f"{{id: m, column: v, unit: {unit}, minutes: 15}}"
    return f'time: {{column: t}}\ndecimal: "."\nchannels: [{channel}]'


def lines(values, scale=1):
    stamps = [START + timedelta(minutes=15 * n) for n in range(len(values))]
    return [
        f"{at:%Y-%m-%d %H:%M},{'N/A' if value is None else repr(value * scale)}"
        for at, value in zip(stamps, values, strict=True)
    ]


def read(folder, rows, text, name="f.csv"):
    (folder / name).write_text("t,v\n" + "\n".join(rows) + "\n", "utf-8")
    found = parse(folder / name, text)
    assert not found.refused
    return found.frame.select("channel", "at", "value").sort("at")


@KEPT
@given(VALUES, st.randoms())
def test_the_order_of_rows_does_not_matter(tmp_path, values, random):
    rows = lines(values)
    mixed = random.sample(rows, len(rows))
    assert read(tmp_path, mixed, mapped()).equals(read(tmp_path, rows, mapped()))


@KEPT
@given(VALUES, st.integers(5, 8))
def test_two_halves_are_the_whole(tmp_path, values, cut):
    rows = lines(values)
    parts = [read(tmp_path, rows[:cut], mapped()), read(tmp_path, rows[cut:], mapped())]
    assert pl.concat(parts).sort("at").equals(read(tmp_path, rows, mapped()))


@KEPT
@given(VALUES)
def test_what_is_read_is_what_was_written(tmp_path, values):
    found = read(tmp_path, lines(values), mapped())
    assert found["value"].to_list() == [value for value in values if value is not None]


@KEPT
@given(VALUES)
def test_separator_encoding_and_decimal_mark_do_not_matter(tmp_path, values):
    rows = lines(values)
    (tmp_path / "g.csv").write_text(
        "t;v\n" + "\n".join(row.replace(",", ";").replace(".", ",") for row in rows), "utf-16"
    )
    found = parse(tmp_path / "g.csv", mapped().replace('"."', '","'))
    assert not found.refused
    same = read(tmp_path, rows, mapped())
    assert found.frame.select("channel", "at", "value").sort("at").equals(same)
