"""Kill -9 at random instants: what was acknowledged must be there, once, when opened again.

Each round starts two processes on one store: one appends batches and notes a key only
after its receipt; the other folds and compacts without pause. Both are killed at a
random instant. Then the store is opened, and compared with what its own receipts say
must be in it: every acknowledged key is there, no key twice, every reading once, every
replaced value kept. The next round sends again the key that was under way.

`Liar` acknowledges before the commit; `Eager` forgets arrivals before they are in the
table. They are faults planted to show that the harness sees such things.
"""

import multiprocessing
import os
import random
import shutil
import signal
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from tanlu.measure.readings.day import to_long
from tanlu.model.channel import Channel
from tanlu.model.reading import LONG
from tanlu.store.readings import Arrival, Readings, append, days, open_readings, receipts, replaced
from tanlu.store.readings import fold as folding
from tanlu.store.readings.compact import compact
from tanlu.store.readings.snapshot import commits

START = datetime(2025, 1, 30, tzinfo=UTC)
SPAN = (date(2025, 1, 1), date(2027, 1, 1))
CHANNELS = {f"c{n}": Channel(f"c{n}") for n in range(5)} | {
    "counter": Channel("counter", kind="counter", minutes=0)
}
NAMES = [*CHANNELS, "undeclared"]
_SIZE = 40
_FRESH = 25  # rounds on one store before a new one is begun


@dataclass
class Result:
    """What rounds of killing showed."""

    rounds: int = 0
    acknowledged: int = 0
    stored: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    repaired: int = 0
    folds: int = 0
    compactions: int = 0
    opening_s: list[float] = field(default_factory=list)
    before: dict[str, int] = field(default_factory=dict, repr=False)

    @property
    def is_sound(self) -> bool:
        """Nothing lost, doubled or wrong."""
        return not (self.lost or self.doubled or self.wrong)


def batch(number: int) -> pl.DataFrame:
    """The readings of a key: the same number, the same readings. Every fifth corrects."""
    rng = np.random.default_rng(number)
    place = rng.integers(0, number + 1) if number % 5 == 0 else number
    steps = place * _SIZE // len(NAMES) + np.arange(_SIZE) // len(NAMES)
    at = [START + timedelta(minutes=15 * int(step)) for step in steps]
    names = [NAMES[k % len(NAMES)] for k in range(_SIZE)]
    rows = {"channel": names, "at": at, "value": np.round(rng.normal(size=_SIZE), 3), "flag": 0}
    return pl.DataFrame(rows, schema=LONG)


def opened(folder: Path) -> Readings:
    """The store, as each process opens it."""
    return open_readings(folder, "park", "Asia/Shanghai", CHANNELS)


def ingest(folder: Path, notes: Path, first: int, is_liar: bool) -> None:  # noqa: FBT001 - a fault is planted or not
    """Append batches for ever; note each key once it is acknowledged."""
    store = opened(folder)
    handle = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    number = first
    while True:
        if is_liar:
            os.write(handle, f"{number}\n".encode())
        append(store, batch(number), Arrival("sender", "now", "test", "kill", str(number)))
        if not is_liar:
            os.write(handle, f"{number}\n".encode())
        number += 1


def fold(folder: Path, is_eager: bool) -> None:  # noqa: FBT001 - a fault is planted or not
    """Fold and compact for ever."""
    store = opened(folder)
    if is_eager:
        _plant_eager()
    while True:
        folding(store)
        if random.random() < 0.3:  # noqa: S311 - chance, not a secret
            compact(store)


def _plant_eager() -> None:
    from importlib import import_module

    module: Any = import_module("tanlu.store.readings.fold")

    write, confirm = module.write, module._confirm

    def eager(readings, rows, upto):  # noqa: ANN001, ANN202 - a stand-in
        version = module.current_commit(readings).version
        confirm(readings, version, upto, rows.head(0))
        return write(readings, rows, upto=upto)

    module.write = eager


def run_rounds(root: Path, rounds: int, seed: int = 0, fault: str = "") -> Result:
    """Kill so many times, and look each time.

    Args:
        root: An empty folder.
        rounds: How often to kill.
        seed: Of the instants.
        fault: "", "liar" or "eager".
    """
    chance = random.Random(seed)  # noqa: S311 - chance, not a secret
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.readings_kill", "deltalake", "pyarrow.parquet"])
    found = Result()
    for number in range(rounds):
        folder = root / f"store{number // _FRESH}"
        notes = folder.with_suffix(".acknowledged")
        first = last_key(notes) + 1
        children = [
            context.Process(target=ingest, args=(folder, notes, first, fault == "liar")),
            context.Process(target=fold, args=(folder, fault == "eager")),
        ]
        _kill_at_random(children, notes, first, chance)
        look(folder, notes, found)
        found.rounds += 1
        if (number + 1) % _FRESH == 0:
            shutil.rmtree(folder)
            found.before.clear()
    return found


def _kill_at_random(
    children: list[BaseProcess], notes: Path, first: int, chance: random.Random
) -> None:
    for child in children:
        child.start()
    limit = time.monotonic() + 60
    if chance.random() < 0.9:  # now and then while the store is being opened
        while last_key(notes) < first and time.monotonic() < limit:
            time.sleep(0.005)
    time.sleep(chance.uniform(0, 0.8))
    for child in chance.sample(children, len(children)):
        os.kill(child.pid or 0, signal.SIGKILL)
    for child in children:
        child.join()


def last_key(notes: Path) -> int:
    """The newest key that was acknowledged; -1 when none was."""
    keys = acknowledged(notes)
    return keys[-1] if keys else -1


def acknowledged(notes: Path) -> list[int]:
    """The keys that were acknowledged."""
    if not notes.exists():
        return []
    whole = notes.read_text().rpartition("\n")[0]
    return [int(key) for key in whole.split()]


def look(folder: Path, notes: Path, found: Result) -> None:
    """Open the store and compare it with what it must hold."""
    before = time.perf_counter()
    store = opened(folder)
    found.opening_s.append(time.perf_counter() - before)
    arrivals = receipts(store).sort("seq")
    keys = arrivals["key"].to_list()
    acked = acknowledged(notes)
    found.lost += len(set(map(str, acked)) - set(keys))
    found.doubled += len(keys) - len(set(keys))
    expected, gone = _expected(arrivals)
    told = to_long(days(store, None, *SPAN), store.clock).select("channel", "at", "value")
    if not told.equals(expected):
        found.doubled += max(0, told.height - expected.height)
        found.lost += max(0, expected.height - told.height)
        found.wrong += 1
    kept = pl.concat([replaced(store, name, *SPAN) for name in NAMES])
    columns = ["channel", "at", "value", "seq"]
    if not kept.select(columns).sort(columns).equals(gone.select(columns).sort(columns)):
        found.wrong += 1
    _count(store, found, len(acked), arrivals.height)
    store.engine.dispose()


def _expected(arrivals: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    parts = [
        batch(int(key)).with_columns(seq=pl.lit(seq, pl.Int64))
        for seq, key in arrivals.select("seq", "key").iter_rows()
    ]
    empty = pl.DataFrame(schema={**LONG, "seq": pl.Int64()})
    # of several readings of a moment in one arrival the last counts
    rows = pl.concat([empty, *parts]).unique(["channel", "at", "seq"], keep="last")
    rows = rows.sort("channel", "at", "seq")
    of = ["channel", "at"]
    rows = rows.with_columns(
        later=pl.col("seq").shift(-1).over(of), then=pl.col("value").shift(-1).over(of)
    )
    newest = rows.filter(pl.col("later").is_null()).select("channel", "at", "value")
    gone = rows.filter(pl.col("later").is_not_null() & (pl.col("then") != pl.col("value")))
    return newest, gone.with_columns(seq=pl.col("later"))


def _count(store: Readings, found: Result, acked: int, stored: int) -> None:
    with store.engine.connect() as connection:
        known = commits(connection)
    kinds = [commit.kind for commit in known]
    found.repaired += bool(known and known[0].kind == "repair")
    for name, count in {
        "folds": kinds.count("fold"), "compactions": kinds.count("compact"),
        "acknowledged": acked, "stored": stored,
    }.items():  # fmt: skip
        # of the present store; those of earlier ones were added when it was begun
        before = found.before.setdefault(name, getattr(found, name))
        setattr(found, name, before + count)
