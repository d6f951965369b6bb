"""What was before: replaced values with who, when and why; what changed since; receipts."""

from datetime import date, timedelta

import polars as pl
from sqlalchemy import func, select

from tanlu.measure.readings.day import to_long
from tanlu.model.reading import DAY
from tanlu.store.readings.journal import ARRIVALS
from tanlu.store.readings.lay import lay
from tanlu.store.readings.read import arrived_between, stored_days
from tanlu.store.readings.snapshot import last_commit, snapshot
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import files_of, scan

RECEIPTS = {
    "seq": pl.Int64(), "key": pl.String(), "who": pl.String(), "at": pl.String(),
    "why": pl.String(), "origin": pl.String(), "rows": pl.Int64(), "replaced": pl.Int64(),
}  # fmt: skip
_REPLACED = {
    "channel": pl.String(), "at": pl.Datetime("us", "UTC"), "value": pl.Float64(),
    "seq": pl.Int64(), "who": pl.String(), "at_saved": pl.String(), "why": pl.String(),
}  # fmt: skip


def replaced(readings: Readings, channel: str, start: date, end: date) -> pl.DataFrame:
    """Values that a later arrival took the place of.

    Args:
        readings: The open store.
        channel: Whose values.
        start: The first local day.
        end: The day after the last one.

    Returns:
        `channel`, `at`, the `value` that was; and of the arrival that replaced it
        `seq`, `who`, `at_saved`, `why`. By instant, then in the order of replacing.
    """
    seen = snapshot(readings)
    files = files_of(readings, seen.version).filter(pl.col("layer") == 1)["path"].to_list()
    within = pl.col("day").is_between(start, end, closed="left")
    wanted = (pl.col("channel") == channel) & within
    parts = [scan(readings, files).filter(wanted).collect()] if files else []
    arrived = arrived_between(readings, seen, [channel], start, end)
    if arrived.height:
        old = stored_days(readings, seen.version, [channel], start, end)
        _, gone = lay(old, arrived, readings.channels, readings.clock)
        parts.append(gone.filter(within))
    rows = pl.concat([pl.DataFrame(schema=DAY), *parts])
    values = [
        to_long(part, readings.clock).with_columns(seq=pl.lit(seq, pl.Int64))
        for (seq,), part in rows.partition_by("seq", as_dict=True).items()
    ]
    if not values:
        return pl.DataFrame(schema=_REPLACED)
    found = pl.concat(values)
    names = {"at": "at_saved"}
    about = receipts(readings, found["seq"].unique().to_list()).rename(names)
    return (
        found.join(about, on="seq", how="left").select(list(_REPLACED)).sort("channel", "at", "seq")
    )


def receipts(
    readings: Readings, seqs: list[int] | None = None, newest: int | None = None
) -> pl.DataFrame:
    """Receipts of arrivals, the newest first.

    Args:
        readings: The open store.
        seqs: Which arrivals; all when None.
        newest: How many at most; all when None.

    Returns:
        `seq`, `key`, `who`, `at`, `why`, `origin`, `rows`; `replaced`: how many values
        it replaced, null while it is pending or when none.
    """
    query = select(*(ARRIVALS.c[name] for name in RECEIPTS)).order_by(ARRIVALS.c.seq.desc())
    found = []
    with readings.engine.connect() as connection:
        if seqs is None:
            found = [tuple(row) for row in connection.execute(query.limit(newest))]
        for first in range(0, len(seqs or ()), 10_000):
            part = (seqs or [])[first : first + 10_000]
            some = query.where(ARRIVALS.c.seq.in_(part))
            found += [tuple(row) for row in connection.execute(some)]
    return pl.DataFrame(found, schema=RECEIPTS, orient="row")


def changed_since(readings: Readings, seq: int) -> pl.DataFrame:
    """Which months of which channels arrivals after a number changed.

    A month in whose last moments a reading is pending may stand beside the next one.

    Args:
        readings: The open store.
        seq: The arrival up to which the asker knows.

    Returns:
        `channel` and `month` ("2025-03"), sorted.
    """
    seen = snapshot(readings)
    later = (pl.col("layer") == 0) & (pl.col("seq") > seq)
    files = files_of(readings, seen.version).filter(later)["path"].to_list()
    month = pl.col("day").dt.strftime("%Y-%m").alias("month")
    parts = []
    if files:
        rows = scan(readings, files).filter(pl.col("seq") > seq).select("channel", month)
        parts.append(rows.unique().collect())
    pending = seen.pending.filter(pl.col("seq") > seq)
    for ahead in (timedelta(0), _near(readings)):
        local = (pl.col("at") + ahead).dt.convert_time_zone(readings.clock.zone)
        parts.append(pending.select("channel", local.dt.strftime("%Y-%m").alias("month")).unique())
    return pl.concat(parts).unique().sort("channel", "month")


def _near(readings: Readings) -> timedelta:
    from tanlu.measure.readings.day import NEAR

    longest = max((channel.minutes for channel in readings.channels.values()), default=0)
    return timedelta(minutes=longest * NEAR)


def counts(readings: Readings) -> dict[str, int]:
    """How much there is: arrivals, readings that came, the newest number."""
    query = select(func.count(), func.sum(ARRIVALS.c.rows), func.max(ARRIVALS.c.seq))
    with readings.engine.connect() as connection:
        arrivals, rows, seq = connection.execute(query).one()
    return {"arrivals": int(arrivals), "readings": int(rows or 0), "seq": int(seq or 0)}


def pending_counts(readings: Readings) -> dict[str, int]:
    """What is in the journal and not yet in the table: arrivals and readings."""
    rows = ARRIVALS.c.rows
    with readings.engine.connect() as connection:
        after = last_commit(connection).upto
        query = select(func.count(), func.sum(rows)).where(ARRIVALS.c.seq > after)
        arrivals, total = connection.execute(query).one()
    return {"arrivals": int(arrivals), "readings": int(total or 0)}
