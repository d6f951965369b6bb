"""Readings as they are stored now, pending ones included, a page at a time."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import polars as pl

from tanlu.connect.push.moment import instants
from tanlu.errors import Fault, InputError, NotFoundError, Place
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import to_long
from tanlu.model.reading import FLAGS, LONG, UNDECLARED
from tanlu.store.readings import days, replaced
from tanlu.store.readings.extent import extent
from tanlu.workflow.readings.opened import Opened

MOST_ROWS = 1_000_000
_AT_ONCE = 2_000_000  # readings that one look into the store may bring
_A_DAY = 96
_EARLY = datetime(1, 1, 1, tzinfo=UTC)
_LATE = datetime(9999, 12, 31, tzinfo=UTC)
_SHOWN = "%Y-%m-%dT%H:%M:%S%.f%:z"


@dataclass(frozen=True, slots=True)
class Question:
    """Which readings: channels (all when none), from an instant up to another, not included."""

    channels: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    limit: int = 100_000
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Readings of the schema `LONG` with `unit`, and where the next page begins ("" = no more)."""

    rows: pl.DataFrame
    cursor: str


def moment(text: str, name: str, clock: Clock) -> datetime | None:
    """The instant that a query parameter means; None when it is empty.

    Args:
        text: ISO 8601, local without an offset, or seconds since 1970.
        name: The parameter, for messages.
        clock: The park's clock.

    Raises:
        InputError: When it is no moment.

    Example:
        >>> moment("2025-03-01", "from", Clock("Asia/Shanghai")).isoformat()
        '2025-02-28T16:00:00+00:00'
    """
    if not text:
        return None
    # a plus sign in an address means a space
    at, flaw = instants(pl.Series([text.replace(" ", "+") if _has_offset(text) else text]),
                        clock.zone).row(0)  # fmt: skip
    if flaw:
        raise InputError([Fault(flaw, Place(column=name), {"text": text[:80]})])
    found: datetime = at
    return found


def _has_offset(text: str) -> bool:
    # "…T10:15:00 08:00": what is left of "+08:00" when it was not escaped
    return "T" in text and " " in text


def page(opened: Opened, asked: Question) -> Page:
    """A page of readings, by stretches of days, in each by channel and instant.

    Args:
        opened: The park's readings.
        asked: Which of them.

    Raises:
        InputError: When the cursor is not one of this server's.
        NotFoundError: When a channel is neither declared nor has any reading.
    """
    span = _span(opened, asked)
    at, after = _from_cursor(asked.cursor, span[0])
    step = timedelta(days=max(1, _AT_ONCE // (_A_DAY * (len(asked.channels) or _count(opened)))))
    parts: list[pl.DataFrame] = []
    got = 0
    while at < span[1]:
        part = _window(opened, asked, at, min(at + step, span[1]), after)
        if got + part.height > asked.limit:
            kept = part.head(asked.limit - got)
            return _page(opened, [*parts, kept], _cursor(at, kept, after))
        parts.append(part)
        got += part.height
        at, after = at + step, None
    if not got and not asked.cursor:
        _known(opened, asked.channels)
    return _page(opened, parts, "")


def _count(opened: Opened) -> int:
    return max(1000, len(opened.channels))


def _known(opened: Opened, names: Sequence[str]) -> None:
    for name in names:
        if name not in opened.channels:
            raise NotFoundError.of("not_found", thing=name)


def _span(opened: Opened, asked: Question) -> tuple[date, date]:
    has = extent(opened.readings)
    if has is None:
        return date.max, date.min
    first = has[0] if asked.start is None else asked.start.date() - timedelta(days=1)
    last = has[1] if asked.end is None else asked.end.date() + timedelta(days=2)
    return max(first, has[0]), min(last, has[1])


def _window(
    opened: Opened, asked: Question, start: date, end: date, after: tuple[str, datetime] | None
) -> pl.DataFrame:
    found = to_long(days(opened.readings, asked.channels or None, start, end), opened.clock)
    wanted = pl.col("at").is_between(asked.start or _EARLY, asked.end or _LATE, closed="left")
    if after:
        is_later = (pl.col("channel") == after[0]) & (pl.col("at") > after[1])
        wanted &= (pl.col("channel") > after[0]) | is_later
    return found.filter(wanted)


def _page(opened: Opened, parts: Sequence[pl.DataFrame], cursor: str) -> Page:
    rows = pl.concat([pl.DataFrame(schema=LONG), *parts])
    units = {name: channel.unit for name, channel in opened.channels.items()}
    unit = pl.col("channel").replace_strict(units, default=None, return_dtype=pl.String)
    bit = pl.lit(UNDECLARED, pl.UInt16)
    flag = pl.when(pl.col("channel").is_in(list(units))).then(pl.col("flag") & ~bit)
    return Page(rows.with_columns(unit=unit, flag=flag.otherwise(pl.col("flag") | bit)), cursor)


def _cursor(at: date, kept: pl.DataFrame, after: tuple[str, datetime] | None) -> str:
    place = (str(kept["channel"][-1]), kept["at"][-1]) if kept.height else after
    name, moment = place or ("", _EARLY)
    text = json.dumps([at.isoformat(), name, moment.isoformat()])
    return base64.urlsafe_b64encode(text.encode()).decode()


def _from_cursor(text: str, first: date) -> tuple[date, tuple[str, datetime] | None]:
    if not text:
        return first, None
    try:
        day, name, moment = json.loads(base64.urlsafe_b64decode(text.encode()))
        after = datetime.fromisoformat(moment).astimezone(UTC)
        return date.fromisoformat(day), (str(name), after)
    except (ValueError, TypeError, binascii.Error) as error:
        reason = {"reason": text[:80]}
        raise InputError([Fault("bad_request", Place(column="cursor"), reason)]) from error


def shown(rows: pl.DataFrame, clock: Clock) -> pl.DataFrame:
    """Readings as texts for people and programs: local time with offset, flags by name.

    Args:
        rows: Of a page.
        clock: The park's clock.

    Returns:
        `channel`, `at`, `value`, `unit`, `flags`.
    """
    return rows.select(
        "channel",
        at=pl.col("at").dt.convert_time_zone(clock.zone).dt.strftime(_SHOWN),
        value="value",
        unit="unit",
        flags=_names(),
    )


def _names() -> pl.Expr:
    none = pl.lit(None, pl.String)
    named = [
        pl.when(pl.col("flag") & bit != 0).then(pl.lit(name)).otherwise(none)
        for name, bit in FLAGS.items()
    ]
    return pl.concat_list(named).list.drop_nulls()


def history(opened: Opened, channel: str, asked: Question) -> pl.DataFrame:
    """Values that were replaced, with who replaced them, when and why.

    Args:
        opened: The park's readings.
        channel: Whose values.
        asked: From when until when.

    Returns:
        `channel`, `at` (local, with offset), `value` that was, `seq`, `who`, `saved_at`, `why`.

    Raises:
        NotFoundError: When the channel is neither declared nor has any reading.
    """
    span = _span(opened, asked)
    if span[0] >= span[1]:
        _known(opened, [channel])
        return pl.DataFrame()
    found = replaced(opened.readings, channel, *span)
    wanted = pl.col("at").is_between(asked.start or _EARLY, asked.end or _LATE, closed="left")
    local = pl.col("at").dt.convert_time_zone(opened.clock.zone).dt.strftime(_SHOWN)
    return found.filter(wanted).select(
        "channel", "value", "seq", "who", "why", at=local, saved_at="at_saved"
    )
