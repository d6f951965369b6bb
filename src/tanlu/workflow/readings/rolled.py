"""Monthly sums out of the rollup; what changed since is worked out again, nothing else."""

from collections.abc import Sequence

import polars as pl

from tanlu.account.hourly.mark import marks
from tanlu.account.hourly.month import Accounting, Month, loose_parts, parts
from tanlu.measure.readings.virtual import leaves
from tanlu.model.hourly import PARTS
from tanlu.store.readings import State, changed_since, state
from tanlu.store.readings.pick import pick
from tanlu.store.readings.rollup import Rollup, read_rollup, write_rollup
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.sweep import sweep, worked_out

ROLLED = {"channel": pl.String(), "month": pl.String(), "mark": pl.UInt64(),
          **{name: kind for name, kind in PARTS.items() if name != "channel"}}  # fmt: skip
"""One channel's month in the rollup; a month without a reading has a row too."""

_KEY = ["channel", "month"]
_MOST = 0.5  # share of all channel-months above which all readings are swept at once


def rolled(
    opened: Opened, by: Accounting, months: Sequence[Month], as_of: State | None = None
) -> dict[str, pl.DataFrame]:
    """Sums of every booked channel in some months.

    Args:
        opened: The park's readings.
        by: What they are accounted by.
        months: In order; of a month in part nothing is kept.
        as_of: A state of before, of which nothing is kept either.

    Returns:
        Month to sums, schema `PARTS`.
    """
    if as_of is not None or not _are_whole(opened, months):
        return sweep(opened, by, months, as_of)
    name = f"month-{by.factors.absent}"
    now = state(opened.readings)
    kept = read_rollup(opened.readings, name) or Rollup(0, pl.DataFrame(schema=ROLLED))
    wanted = marks(months, by)
    gone = _stale(opened, by, wanted, kept)
    stale = gone.join(wanted.select(_KEY), on=_KEY, how="semi")
    if gone.is_empty() and kept.seq == now.seq:
        return _by_month(kept.table, months, by)
    fresh = _again(opened, by, months, stale, wanted)
    # what changed in months that nobody asks for now is forgotten, not kept as it was
    rest = kept.table.join(gone, on=_KEY, how="anti")
    table = pl.concat([rest, fresh]).sort("month", "channel")
    write_rollup(opened.readings, name, Rollup(now.seq, table))
    return _by_month(table, months, by)


def _are_whole(opened: Opened, months: Sequence[Month]) -> bool:
    # the first and last day of all readings may lie within a month, and yet it is whole
    from tanlu.store.readings.extent import extent

    found = extent(opened.readings)
    if found is None:
        return False
    first, last = months[0], months[-1]
    return (first.start.day == 1 or first.start <= found[0]) and (
        last.end.day == 1 or last.end >= found[1]
    )


def _stale(opened: Opened, by: Accounting, wanted: pl.DataFrame, kept: Rollup) -> pl.DataFrame:
    known = kept.table.select(*_KEY, "mark")
    keys = pl.concat([wanted.select(_KEY), known.select(_KEY)]).unique()
    differ = wanted.join(known, on=[*_KEY, "mark"], how="anti").select(_KEY)
    changed = changed_since(opened.readings, kept.seq)
    touched = [changed, _by_factor(by, changed), _by_leaf(opened, by, changed, keys)]
    return pl.concat([differ, *touched]).unique().join(keys, on=_KEY, how="semi")


def _by_factor(by: Accounting, changed: pl.DataFrame) -> pl.DataFrame:
    # what a factor channel reads anew weighs every channel that takes it
    pairs = [
        (one.channel.factor_channel, name)
        for name, one in by.plan.booked.items()
        if one.channel.factor_channel
    ]
    users = pl.DataFrame(pairs, schema={"channel": pl.String(), "user": pl.String()}, orient="row")
    return changed.join(users, on="channel").select(pl.col("user").alias("channel"), "month")


def _by_leaf(
    opened: Opened, by: Accounting, changed: pl.DataFrame, keys: pl.DataFrame
) -> pl.DataFrame:
    # a register's step reaches over months, a formula over channels: all months of it
    names = set(changed["channel"].unique().to_list())
    hit = [name for name in by.others if names & {name, *leaves([name], opened.channels)}]
    return keys.filter(pl.col("channel").is_in(hit))


def _again(
    opened: Opened, by: Accounting, months: Sequence[Month], stale: pl.DataFrame,
    wanted: pl.DataFrame,
) -> pl.DataFrame:  # fmt: skip
    if stale.height > _MOST * wanted.height:
        found = sweep(opened, by, months)
    else:
        found = _picked(opened, by, months, stale)
    sums = [
        part.group_by("channel").agg(
            pl.col("minutes").min(), pl.exclude("channel", "minutes").sum()
        ).with_columns(month=pl.lit(name))
        for name, part in found.items()
    ]  # fmt: skip
    table = wanted.join(stale, on=_KEY, how="semi").join(pl.concat(sums), on=_KEY, how="left")
    return table.select(pl.col(name).cast(kind) for name, kind in ROLLED.items())


def _picked(
    opened: Opened, by: Accounting, months: Sequence[Month], stale: pl.DataFrame
) -> dict[str, pl.DataFrame]:
    worked = pl.Series(list(by.others), dtype=pl.String)
    is_other = pl.col("channel").is_in(worked.implode())
    others = stale.filter(is_other)["channel"].unique().to_list()
    rest = worked_out(opened, by, months, others)
    rows = pick(opened.readings, stale.filter(~is_other))
    found = {}
    for month in months:
        both = [parts(rows, month, by), loose_parts(_within(rows, month), month, by)]
        found[month.name] = pl.concat([*both, *rest[month.name]])
    return found


def _within(rows: pl.DataFrame, month: Month) -> pl.DataFrame:
    return rows.filter(pl.col("day").is_between(month.start, month.end, closed="left"))


def _by_month(
    table: pl.DataFrame, months: Sequence[Month], by: Accounting
) -> dict[str, pl.DataFrame]:
    booked = pl.Series(list(by.plan.booked), dtype=pl.String)
    mine = table.filter(pl.col("present") > 0, pl.col("channel").is_in(booked.implode()))
    by_name = mine.partition_by("month", as_dict=True)
    none = mine.clear()
    return {m.name: by_name.get((m.name,), none).select(list(PARTS)) for m in months}
