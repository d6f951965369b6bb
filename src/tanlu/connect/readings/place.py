"""Stamps to the instant at which each reading's interval begins; hours that come twice last.

A file that marks the end of its intervals is read by the clock of their beginning:
real load profiles write 02:15 … 03:00 twice in autumn, and the first 03:00 is the end
of a quarter that began at 02:45 summer time. Files that write the clock of the end
itself (02:00 twice) are told by their own rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from tanlu.connect.readings.parsed import READ, TAKEN, Parsed, Refused
from tanlu.connect.readings.zone import Zone, to_instants

_GROUP = ["sheet", "column", "channel"]
_KEY = [*_GROUP, "local"]
_HELD = {**READ, "step": pl.Int32()}


@dataclass
class Placer:
    """Puts readings in time, and keeps those that only the whole file can tell."""

    zone: Zone
    held: list[pl.DataFrame] = field(default_factory=list)
    backwards: bool | None = None

    def take(self, readings: pl.DataFrame, steps: Mapping[str, int]) -> pl.DataFrame:
        """Readings whose instant is clear (schema `TAKEN`); the others are kept.

        Args:
            readings: Schema `READ`.
            steps: Minutes from an interval's beginning to its stamp, by channel; 0 when
                the stamp is the beginning.
        """
        if self.backwards is None and readings.height > 1:
            self.backwards = _runs_backwards(readings)
        known = _with_steps(readings, steps)
        begins = _beginnings(known, self.zone)
        is_clear = (
            (pl.col("early") == pl.col("late"))
            & (pl.col("begin") == pl.col("begin_late"))
            & (pl.col("early") - pl.duration(minutes="step") == pl.col("begin"))
        ).fill_null(value=False)
        self.held.append(begins.filter(~is_clear).select(*_HELD))
        return begins.filter(is_clear).select(
            pl.col("begin").alias(name) if name == "at" else pl.col(name) for name in TAKEN
        )

    def rest(self, names: Mapping[tuple[int, int], tuple[str, str]]) -> Parsed:
        """What was kept: told apart by the order of the file, or refused.

        Args:
            names: Name of the sheet and heading, by number of sheet and column.
        """
        held = pl.concat([pl.DataFrame(schema=_HELD), *self.held])
        is_shifted = pl.col("step") > 0
        parts = [held.filter(~is_shifted), _begun(held.filter(is_shifted), self.zone)]
        rows = pl.concat(parts).sort(*_GROUP, "row")
        gone = rows.filter(pl.col("early").is_null())
        found = _told(rows.filter(pl.col("early").is_not_null()), is_backwards=bool(self.backwards))
        unclear = found.filter(pl.col("at").is_null())
        refused = [
            *_refused(gone, "no_such_hour", names),
            *_refused(unclear, "ambiguous_hour", names),
        ]
        clear = found.filter(pl.col("at").is_not_null()).select(*TAKEN)
        return Parsed(clear, refused, refused_count=len(refused))


def _runs_backwards(readings: pl.DataFrame) -> bool:
    first = readings.filter(pl.col("channel") == readings["channel"][0])
    steps = first["local"].diff().drop_nulls().dt.total_seconds()
    return int((steps < 0).sum()) > int((steps > 0).sum())


def _with_steps(readings: pl.DataFrame, steps: Mapping[str, int]) -> pl.DataFrame:
    channel = pl.col("channel")
    step = channel.replace_strict(dict(steps), default=0, return_dtype=pl.Int32) if steps else None
    return readings.with_columns(step=pl.lit(0, pl.Int32) if step is None else step)


def _beginnings(readings: pl.DataFrame, zone: Zone) -> pl.DataFrame:
    """Each stamp's interval by the clock of its beginning."""
    if not (readings["step"] > 0).any():
        return readings.with_columns(begin="early", begin_late="late")
    pairs = readings.select("local", "step").unique()
    begun = (
        pairs["local"].dt.offset_by("0m") - pairs.select(pl.duration(minutes="step")).to_series()
    )
    found = to_instants(begun, zone)
    pairs = pairs.with_columns(begin=found["early"], begin_late=found["late"])
    return readings.join(pairs, on=["local", "step"], how="left", maintain_order="left")


def _begun(held: pl.DataFrame, zone: Zone) -> pl.DataFrame:
    """Stamps of ends as stamps of beginnings, by the convention that the rows show."""
    if held.is_empty():
        return held
    shift = pl.duration(minutes="step")
    if _writes_ends(held):
        return held.with_columns(early=pl.col("early") - shift, late=pl.col("late") - shift)
    local = held.select(pl.col("local") - shift).to_series()
    return held.with_columns(local.alias("local"), *to_instants(local, zone).iter_columns())


def _writes_ends(held: pl.DataFrame) -> bool:
    """Whether the first stamp of the repeated hour stands twice, and none of the next hour."""
    counts = held.group_by(_KEY, maintain_order=True).len()
    twice = counts.filter(pl.col("len") == 2)["local"].dt.truncate("1h")
    whole = counts.filter(pl.col("len") == 2)["local"]
    is_ambiguous = held.filter(pl.col("early") != pl.col("late"))["local"].dt.truncate("1h")
    firsts = whole.filter((whole == twice) & whole.is_in(is_ambiguous.unique().implode()))
    return len(firsts) > 0


def _told(rows: pl.DataFrame, *, is_backwards: bool) -> pl.DataFrame:
    """`at`: the instant, null where the order of the file does not tell it."""
    rows = rows.with_columns(
        place=pl.int_range(pl.len()).over(_GROUP),
        times=pl.len().over(_KEY),
        turn=pl.int_range(pl.len()).over(_KEY),
    )
    apart = pl.col("place").max().over(_KEY) - pl.col("place").min().over(_KEY)
    is_hourly = pl.col("local").dt.truncate("1h").n_unique().over(_GROUP) == pl.col(
        "local"
    ).n_unique().over(_GROUP)
    is_clear = (pl.col("times") == 2) & ((apart > 1) | is_hourly)
    first = 1 if is_backwards else 0
    at = pl.when(pl.col("turn") == first).then("early").otherwise("late")
    once = pl.col("early") == pl.col("late")
    return rows.with_columns(at=pl.when(once).then("early").when(is_clear).then(at))


def _refused(
    rows: pl.DataFrame, why: str, names: Mapping[tuple[int, int], tuple[str, str]]
) -> list[Refused]:
    columns = ("row", "sheet", "column", "value")
    return [
        Refused(row, name[1], f"{value:.15g}", why, name[0], column)
        for row, sheet, column, value in rows.select(columns).iter_rows()
        for name in (names.get((sheet, column), ("", "")),)
    ]
