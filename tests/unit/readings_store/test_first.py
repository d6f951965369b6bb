from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from tanlu.errors import ConflictError
from tanlu.measure.readings.day import to_long
from tanlu.model.channel import Channel
from tanlu.model.reading import LONG
from tanlu.store.readings import Arrival, append, days, fold, open_readings, pin, state

START = datetime(2025, 1, 1, tzinfo=UTC)
SPAN = (date(2025, 1, 1), date(2025, 3, 1))


def frame(channel, values, first=0):
    at = [START + timedelta(minutes=15 * (first + k)) for k in range(len(values))]
    rows = {"channel": [channel] * len(values), "at": at, "value": values, "flag": 0}
    return pl.DataFrame(rows, schema=LONG)


@pytest.fixture
def store(tmp_path):
    return open_readings(tmp_path / "readings", "园区", "Asia/Shanghai", {"m": Channel("m")})


def values(store, **asked):
    found = to_long(days(store, None, *SPAN, **asked), store.clock)
    return dict(zip(found["at"], found["value"], strict=True))


def test_what_is_appended_is_read_before_and_after_a_fold(store):
    receipt = append(store, frame("m", [1.0, 2.0]), Arrival("me", "2025-01-02"))
    assert (receipt.seq, receipt.rows, receipt.is_replay) == (1, 2, False)
    assert list(values(store).values()) == [1.0, 2.0]
    assert fold(store).days == 1
    assert list(values(store).values()) == [1.0, 2.0]


def test_a_key_is_taken_once(store):
    first = append(store, frame("m", [1.0]), Arrival("me", "t", key="k"))
    again = append(store, frame("m", [1.0]), Arrival("me", "t", key="k"))
    assert again.is_replay
    assert again.seq == first.seq
    with pytest.raises(ConflictError, match="k belongs to arrival 1"):
        append(store, frame("m", [2.0]), Arrival("me", "t", key="k"))


def test_a_pinned_state_is_told_after_folds_and_corrections(store):
    append(store, frame("m", [1.0, 2.0]), Arrival("me", "t"))
    before = pin(store, "inventory")
    append(store, frame("m", [9.0], first=1), Arrival("me", "t"))
    fold(store)
    assert list(values(store).values()) == [1.0, 9.0]
    assert list(values(store, as_of=before).values()) == [1.0, 2.0]
    assert state(store).seq == 2


@pytest.mark.parametrize("hours", [0, 12, 22, 23.5, 24.5])
def test_a_day_of_twenty_five_hours_has_one_daily_reading(tmp_path, hours):
    store = open_readings(
        tmp_path / "readings", "p", "Europe/Berlin", {"d": Channel("d", minutes=1440)}
    )
    at = store.clock.begin(date(2025, 10, 26)) + timedelta(hours=hours)
    long = pl.DataFrame([("d", at, 7.0, 0)], schema=LONG, orient="row")
    append(store, long, Arrival("me", "t"))
    assert fold(store).days == 1
    (row,) = days(store, None, date(2025, 10, 25), date(2025, 10, 29)).rows(named=True)
    late = hours > 22.5  # nearly the next day
    assert (row["day"], row["size"]) == (date(2025, 10, 27 if late else 26), 1)
