"""One writer for a park's readings: what waits while it writes goes into its next commit.

Each arrival is answered after the commit that holds it. Nothing is held back to make
groups bigger: under load they grow by themselves, and a lone message waits for nobody.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import polars as pl

from tanlu.connect.push.few import Few
from tanlu.errors import ConflictError, Fault, StateError
from tanlu.model.reading import LONG
from tanlu.store.readings import Arrival, Readings, Receipt, append_many

LOG = logging.getLogger(__name__)
MOST_ROWS = 4_000_000  # readings that may wait; some 130 MB
MOST_ARRIVALS = 50_000
_GROUP_ROWS = 1_000_000
Outcome: TypeAlias = Receipt | Fault


class BusyError(StateError):
    """More waits than may wait."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Arrivals that came together, their readings, and who waits for the receipts."""

    readings: pl.DataFrame | Few
    arrivals: Sequence[Arrival]
    rows: Sequence[int]
    waiting: "asyncio.Future[list[Outcome]]"

    @property
    def size(self) -> int:
        """How many readings it holds."""
        return len(self.readings)


@dataclass
class Intake:
    """The writer of one park's readings. Make it on the loop that waits for receipts."""

    store: Readings
    _lots: deque[Lot] = field(default_factory=deque)
    _rows: int = 0
    _arrivals: int = 0
    _open: bool = True
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None

    def put(
        self, readings: pl.DataFrame | Few, arrivals: Sequence[Arrival], rows: Sequence[int]
    ) -> "asyncio.Future[list[Outcome]]":
        """Have arrivals stored; never blocks.

        Args:
            readings: Of all arrivals, one after the other.
            arrivals: Who, when, why, under which key.
            rows: How many readings each has.

        Returns:
            What will hold a receipt, or a fault, for each arrival once they are durable.

        Raises:
            BusyError: When too much waits already.
        """
        lot = Lot(readings, arrivals, rows, asyncio.get_running_loop().create_future())
        with self._changed:
            is_full = self._rows + lot.size > MOST_ROWS or self._arrivals > MOST_ARRIVALS
            if not self._open or (is_full and self._lots):
                raise BusyError.of("too_busy")
            self._lots.append(lot)
            self._rows += lot.size
            self._arrivals += len(arrivals)
            self._start()
            self._changed.notify()
        return lot.waiting

    def _start(self) -> None:
        if self._thread is None:
            name = f"tanlu-intake-{self.store.park_id}"
            self._thread = threading.Thread(target=self._write, name=name, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Store what waits, and end."""
        with self._changed:
            self._open = False
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _write(self) -> None:
        while lots := self._next():
            try:
                outcomes: list[Outcome] | Exception = commit(self.store, lots)
            except Exception as error:  # who waits must hear of it, whatever it was
                if not isinstance(error, StateError):
                    LOG.exception("readings of %s", self.store.park_id)
                outcomes = error
            _answer(lots, outcomes)

    def _next(self) -> list[Lot]:
        found: list[Lot] = []
        rows = 0
        with self._changed:
            while self._open and not self._lots:
                self._changed.wait()
            while self._lots and (not found or rows + self._lots[0].size <= _GROUP_ROWS):
                lot = self._lots.popleft()
                found.append(lot)
                rows += lot.size
            self._rows -= rows
            self._arrivals -= sum(len(lot.arrivals) for lot in found)
        return found


def commit(store: Readings, lots: Sequence[Lot]) -> list[Outcome]:
    """Store lots with one write to disk."""
    arrivals = [arrival for lot in lots for arrival in lot.arrivals]
    rows = [count for lot in lots for count in lot.rows]
    return append_many(store, joined([lot.readings for lot in lots]), arrivals, rows)


def joined(parts: Sequence[pl.DataFrame | Few]) -> pl.DataFrame:
    """Tables and a few readings as one table, in their order.

    Example:
        >>> joined([[("m", 0, 1.0)], [("m", 1_000_000, 2.0)]]).height
        2
    """
    tables: list[pl.DataFrame] = []
    few: Few = []
    for part in parts:
        if isinstance(part, list):
            few += part
            continue
        if few:
            tables.append(table_of(few))
            few = []
        tables.append(part)
    if few:
        tables.append(table_of(few))
    return pl.concat(tables) if len(tables) != 1 else tables[0]


def table_of(few: Few) -> pl.DataFrame:
    """A few readings as a table of the schema `LONG`."""
    channel, at, value = zip(*few, strict=True)
    return pl.DataFrame(
        {
            "channel": pl.Series(channel, dtype=pl.String),
            "at": pl.Series(at, dtype=pl.Int64).cast(LONG["at"]),
            "value": pl.Series(value, dtype=pl.Float64),
            "flag": pl.repeat(0, len(few), dtype=pl.UInt16, eager=True),
        }
    )


def _answer(lots: Sequence[Lot], outcomes: list[Outcome] | Exception) -> None:
    # one call into each loop for the whole group: a wake-up costs more than an answer
    loops: dict[asyncio.AbstractEventLoop, list[tuple[Lot, list[Outcome] | Exception]]] = {}
    start = 0
    for lot in lots:
        end = start + len(lot.arrivals)
        one = outcomes if isinstance(outcomes, Exception) else outcomes[start:end]
        loops.setdefault(lot.waiting.get_loop(), []).append((lot, one))
        start = end
    for loop, pairs in loops.items():
        try:
            loop.call_soon_threadsafe(_settle, pairs)
        except RuntimeError:  # the loop is gone, and with it whoever waited
            LOG.info("nobody waits for %d receipts", len(pairs))


def _settle(pairs: Sequence[tuple[Lot, list[Outcome] | Exception]]) -> None:
    for lot, outcome in pairs:
        if lot.waiting.done():  # who waited has gone away
            continue
        if isinstance(outcome, Exception):
            lot.waiting.set_exception(outcome)
        else:
            lot.waiting.set_result(outcome)


@dataclass
class Intakes:
    """The writers of all parks of a desk."""

    _known: dict[str, Intake] = field(default_factory=dict)

    def of(self, store: Readings) -> Intake:
        """The writer of a store, started when first asked for."""
        known = self._known.get(store.park_id)
        if known is None or known.store.engine is not store.engine:
            if known is not None:
                known.close()
            known = Intake(store)
            self._known[store.park_id] = known
        return known

    def close(self) -> None:
        """Store what waits in all of them, and end."""
        for intake in self._known.values():
            intake.close()


def one_receipt(outcomes: Sequence[Outcome]) -> Receipt:
    """The receipt of a lone arrival.

    Raises:
        ConflictError: When its key came with other readings before.
    """
    (outcome,) = outcomes
    if isinstance(outcome, Fault):
        raise ConflictError([outcome])
    return outcome
