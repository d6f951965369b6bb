"""Whatever happens to the store, it says what a plain dictionary says."""

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from tanlu.measure.readings.day import to_long
from tanlu.model.channel import Channel
from tanlu.model.reading import LONG
from tanlu.store.readings import (
    Arrival,
    append,
    append_many,
    changed_since,
    close_readings,
    compact,
    days,
    fold,
    open_readings,
    pin,
    replaced,
    scan,
    state,
)

ZONE = "Europe/Berlin"
LOCAL = ZoneInfo(ZONE)
FIRST = datetime(2025, 3, 29, 21, tzinfo=UTC)  # the night in which clocks go forward; a month ends
SPAN = (date(2025, 3, 1), date(2025, 5, 1))
CHANNELS = {
    "quarter": Channel("quarter"),
    "hour": Channel("hour", minutes=60),
    "counter": Channel("counter", kind="counter", minutes=0),
}
STEP = {"quarter": 15, "hour": 60, "counter": 7, "undeclared": 15}

reading = st.tuples(
    st.sampled_from(sorted(STEP)),
    st.integers(0, 400),
    st.integers(-4, 4).map(float) | st.floats(allow_nan=False, allow_infinity=False, width=32),
)
batch = st.lists(reading, min_size=1, max_size=12)


def moment(channel, step):
    return FIRST + timedelta(minutes=STEP[channel] * step)


def frame(rows):
    table = [(channel, moment(channel, step), value, 0) for channel, step, value in rows]
    return pl.DataFrame(table, schema=LONG, orient="row")


class Store(RuleBasedStateMachine):
    sent = Bundle("sent")
    pinned = Bundle("pinned")

    def __init__(self):
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "readings"
        self.store = open_readings(self.folder, "park", ZONE, CHANNELS)
        self.values, self.gone, self.seq, self.number = {}, [], 0, 0

    def teardown(self):
        close_readings(self.store)
        shutil.rmtree(self.root)

    def lay(self, rows):
        self.seq += 1
        latest = {(channel, moment(channel, step)): value for channel, step, value in rows}
        for (channel, at), value in latest.items():
            before = self.values.get((channel, at))
            if before is not None and before != value:
                self.gone.append((channel, at, before, self.seq))
            self.values[channel, at] = value

    def arrival(self):
        self.number += 1
        return Arrival("somebody", "2025-04-01T00:00:00Z", "why", "test", f"key {self.number}")

    @rule(target=sent, rows=batch)
    def append(self, rows):
        arrival = self.arrival()
        receipt = append(self.store, frame(rows), arrival)
        self.lay(rows)
        assert (receipt.seq, receipt.rows, receipt.is_replay) == (self.seq, len(rows), False)
        return arrival, rows, self.seq

    @rule(batches=st.lists(batch, min_size=1, max_size=4), old=sent)
    def append_group(self, batches, old):
        again, rows, seq = old
        arrivals = [*(self.arrival() for _ in batches), again]
        sizes = [*map(len, batches), len(rows)]
        long = frame([row for each in [*batches, rows] for row in each])
        found = append_many(self.store, long, arrivals, sizes)
        for each in batches:
            self.lay(each)
        first = self.seq - len(batches) + 1
        assert [receipt.seq for receipt in found] == [*range(first, self.seq + 1), seq]
        assert [receipt.is_replay for receipt in found] == [False] * len(batches) + [True]

    @rule(old=sent)
    def send_again(self, old):
        arrival, rows, seq = old
        receipt = append(self.store, frame(rows), arrival)
        assert (receipt.seq, receipt.is_replay) == (seq, True)

    @rule(old=sent, by=st.sampled_from([0.0, 1.0, -2.5]))
    def correct(self, old, by):
        _, rows, _ = old
        corrected = [(channel, step, value + by) for channel, step, value in rows]
        append(self.store, frame(corrected), self.arrival())
        self.lay(corrected)

    @rule()
    def fold(self):
        fold(self.store)

    @rule()
    def compact(self):
        compact(self.store)

    @rule()
    def reopen(self):
        close_readings(self.store)
        self.store = open_readings(self.folder, "park", ZONE, CHANNELS)

    @rule(target=pinned)
    def pin(self):
        return pin(self.store, f"pin {self.seq}"), dict(self.values)

    @rule(kept=pinned)
    def as_of(self, kept):
        then, values = kept
        assert self.told(days(self.store, None, *SPAN, as_of=then)) == values
        differs = {key for key in self.values if values.get(key) != self.values[key]}
        months = {(channel, at.astimezone(LOCAL).strftime("%Y-%m")) for channel, at in differs}
        assert months <= set(changed_since(self.store, then.seq).rows())
        assert changed_since(self.store, self.seq).is_empty()

    def told(self, table):
        long = to_long(table, self.store.clock)
        return {(channel, at): value for channel, at, value, _ in long.iter_rows()}

    @invariant()
    def says_what_the_dictionary_says(self):
        assert state(self.store).seq == self.seq
        assert self.told(days(self.store, None, *SPAN)) == self.values

    @invariant()
    def scans_the_same(self):
        for month, chunk in scan(self.store):
            assert chunk["day"].dt.strftime("%Y-%m").unique().to_list() == [month]
        chunks = [chunk for _, chunk in scan(self.store)]
        found = self.told(pl.concat(chunks)) if chunks else {}
        assert found == self.values

    @invariant()
    def keeps_what_was_replaced(self):
        found = []
        for channel in STEP:
            table = replaced(self.store, channel, *SPAN)
            found += table.select("channel", "at", "value", "seq").rows()
            assert set(table["who"]) <= {"somebody"}
        assert sorted(found) == sorted(self.gone)


# a step writes to disk; shrinking a failure would take minutes
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
TestStore = Store.TestCase
TestStore.settings = settings(
    max_examples=20, stateful_step_count=20, deadline=None, phases=NO_SHRINKING
)
