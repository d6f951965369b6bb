"""What pages keep of a park's readings, brought up to date beside the asking, never before it."""

import hashlib
import logging
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock, Thread
from typing import Any

import polars as pl

from tanlu.measure.readings.virtual import leaves
from tanlu.store.readings import State, changed_since, state
from tanlu.store.readings.extent import extent
from tanlu.store.readings.rollup import Rollup, read_rollup, write_rollup
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.pages_sums import groups_of, sums_of

AT_ONCE = 600  # channel-months that are brought up to date while a page waits
_FORM = "1"  # of the kept tables: another one is worked out anew
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """Quality by channel and month and rates by group and day, as of an arrival."""

    seq: int
    mark: str
    quality: pl.DataFrame
    rates: pl.DataFrame

    @property
    def newest(self) -> datetime | None:
        """When the newest interval with a reading begins."""
        newest = self.quality["last"].max() if self.quality.width else None
        return newest if isinstance(newest, datetime) else None


@dataclass
class Keeper:
    """One park's kept sums, and whether they are being worked out now."""

    lock: Lock = field(default_factory=Lock)
    kept: Kept | None = None
    is_busy: bool = False
    failed: State | None = None
    marked: tuple[Opened, str] | None = None
    memory: dict[Hashable, Any] = field(default_factory=dict)

    def mark(self, opened: Opened) -> str:
        """What the sums depend on beside readings, worked out once for a version."""
        if self.marked is None or self.marked[0] is not opened:
            self.marked = (opened, mark_of(opened))
        return self.marked[1]


def kept_of(desk: Desk, park_id: str) -> tuple[Kept | None, bool]:
    """The kept sums, and whether newer ones are on the way.

    Few changes are worked in at once; many in the background, so that a page answers
    with what there is and says that it is of an earlier state.

    Args:
        desk: The desk.
        park_id: Whose readings.

    Returns:
        The sums, None when there are none yet; whether they lag behind the readings.
    """
    opened = of_desk(desk, park_id)
    keeper = keeper_of(desk, park_id)
    now = state(opened.readings)
    with keeper.lock:
        if keeper.kept is None:
            keeper.kept = _read(opened)
        kept = keeper.kept
        if kept is not None and (kept.seq, kept.mark) == (now.seq, keeper.mark(opened)):
            return kept, False
        if keeper.is_busy or keeper.failed == now:
            return kept, keeper.is_busy
        keeper.is_busy = True
    if _cost(opened, kept) <= AT_ONCE:
        _renew(opened, keeper, now)
        return keeper.kept, False
    Thread(target=_renew, args=(opened, keeper, now), daemon=True).start()
    return kept, True


def keeper_of(desk: Desk, park_id: str) -> Keeper:
    """What the desk keeps for the pages of a park's readings."""
    with desk.opening:
        keeper: Keeper = desk.summaries.setdefault(park_id, Keeper())
    return keeper


def mark_of(opened: Opened) -> str:
    """What the kept sums depend on beside readings: the table of channels."""
    text = _FORM + repr([opened.channels[name] for name in sorted(opened.channels)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _read(opened: Opened) -> Kept | None:
    quality = read_rollup(opened.readings, "pages-quality")
    rates = read_rollup(opened.readings, "pages-rates")
    if quality is None or rates is None or quality.seq != rates.seq or not quality.table.width:
        return None
    mark = str(quality.table["mark"][0]) if quality.table.height else ""
    return Kept(quality.seq, mark, quality.table.drop("mark"), rates.table)


def _renew(opened: Opened, keeper: Keeper, now: State) -> None:
    try:
        fresh = renewed(opened, keeper.kept)
        with keeper.lock:
            keeper.kept, keeper.failed = fresh, None
    except Exception:  # a thread has nobody to tell: the pages show what was kept before
        LOG.exception("sums of %s cannot be worked out", opened.park_id)
        keeper.failed = now
    finally:
        keeper.is_busy = False


def renewed(opened: Opened, kept: Kept | None) -> Kept:
    """The kept sums brought up to date, and written.

    Args:
        opened: The park's readings.
        kept: What was kept before; None: everything is worked out.
    """
    seq = state(opened.readings).seq
    mark = mark_of(opened)
    quality, rates = _worked_out(opened, kept if kept and kept.mark == mark else None)
    written = quality.with_columns(mark=pl.lit(mark))
    write_rollup(opened.readings, "pages-quality", Rollup(seq, written))
    write_rollup(opened.readings, "pages-rates", Rollup(seq, rates))
    return Kept(seq, mark, quality, rates)


def _worked_out(opened: Opened, kept: Kept | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    span = extent(opened.readings)
    if span is None:
        return pl.DataFrame(), pl.DataFrame()
    groups = groups_of(opened.channels)
    if kept is None or not kept.quality.height:
        return sums_of(opened, list(opened.channels), groups, *span)
    changed = changed_since(opened.readings, kept.seq)
    names = _with_virtual(opened, set(changed["channel"].to_list()) & set(opened.channels))
    quality, _ = sums_of(opened, names, [], *span)
    rest = kept.quality.filter(~pl.col("channel").is_in(names))
    touched = [g for g in groups if not names.isdisjoint(g.weights)]
    rates = kept.rates
    if touched:
        first, end = _reach(changed["month"].to_list(), span)
        all_of = {name for group in touched for name in group.weights}
        _, fresh = sums_of(opened, all_of, touched, first, end)
        rates = pl.concat(
            [kept.rates.join(fresh, on=["system", "carrier", "day"], how="anti"), fresh]
        )
    parts = [part for part in (rest, quality) if part.height]
    return pl.concat(parts) if parts else rest, rates


def _with_virtual(opened: Opened, names: set[str]) -> set[str]:
    virtual = {n for n, c in opened.channels.items() if c.formula}
    return names | {n for n in virtual if names & set(leaves([n], opened.channels))}


def _reach(months: list[str], span: tuple[date, date]) -> tuple[date, date]:
    # a register's step may reach into the month after
    first = date.fromisoformat(f"{min(months)}-01")
    year, month = (int(part) for part in max(months).split("-"))
    end = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return max(first, span[0]), min(end, span[1])


def _cost(opened: Opened, kept: Kept | None) -> int:
    span = extent(opened.readings)
    if span is None:
        return 0
    months = (span[1] - span[0]).days // 28 + 1
    if kept is None or kept.mark != mark_of(opened):
        return len(opened.channels) * months
    changed = changed_since(opened.readings, kept.seq)
    names = set(changed["channel"].to_list())
    own = [g for g in groups_of(opened.channels) if not names.isdisjoint(g.weights)]
    return len(names) * months + sum(len(g.weights) for g in own) * changed["month"].n_unique()
