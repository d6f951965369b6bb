"""What was read of a body: readings, and what is wrong with which line."""

from dataclasses import dataclass

import polars as pl

from tanlu.connect.push.moment import instants
from tanlu.errors import Fault, Place
from tanlu.model.reading import LONG

RAW = {"line": pl.Int64(), "channel": pl.String(), "at": pl.String(), "value": pl.Float64()}
"""A reading as it came: `at` still a text, any cell null where it is missing or wrong."""

COLUMNS = ("channel", "at", "value")
_MOST_NAME = 200
_CONTROL = r"[\x00-\x1f\x7f]"


@dataclass(frozen=True, slots=True)
class Taken:
    """Readings of the schema `LONG`, the line of each, and the faults of the others."""

    long: pl.DataFrame
    lines: pl.Series
    faults: tuple[Fault, ...] = ()


def taken(raw: pl.DataFrame, zone: str, faults: list[Fault] | None = None) -> Taken:
    """Raw readings as readings, with a fault for each that cannot be one.

    Args:
        raw: Schema `RAW`.
        zone: The park's time zone, for moments without an offset.
        faults: What is wrong already; a line that stands there is left out.

    Example:
        >>> rows = [(1, "m1", "2025-03-01", 1.5), (2, "", "2025-03-01", 2.0)]
        >>> found = taken(pl.DataFrame(rows, schema=RAW, orient="row"), "Asia/Shanghai")
        >>> found.long.height, found.faults[0].code, found.faults[0].place.row
        (1, 'no_channel', 2)
    """
    known = list(faults or [])
    told = pl.Series([f.place.row for f in known], dtype=pl.Int64)
    rows = raw.filter(~pl.col("line").is_in(told.implode())) if known else raw
    found = rows.rename({"at": "text"}).hstack(instants(rows["at"], zone))
    is_named = pl.col("channel").str.len_chars().is_between(1, _MOST_NAME) & ~pl.col(
        "channel"
    ).str.contains(_CONTROL)
    found = found.with_columns(
        named=is_named.fill_null(value=False),
        finite=pl.col("value").is_finite().fill_null(value=False),
    )
    good = found["flaw"].is_null() & found["named"] & found["finite"]
    if not good.all():
        known += _faults(found.filter(~good))
    kept = found.filter(good).with_columns(flag=pl.lit(0, pl.UInt16))
    long = kept.select(pl.col(name).cast(kind) for name, kind in LONG.items())
    return Taken(long, kept["line"], tuple(sorted(known, key=lambda f: f.place.row or 0)))


def _faults(wrong: pl.DataFrame) -> list[Fault]:
    found = []
    for row in wrong.iter_rows(named=True):
        if not row["named"]:
            found.append(_fault("no_channel", row["line"], "channel", row["channel"]))
        if row["flaw"]:
            found.append(_fault(row["flaw"], row["line"], "at", row["text"]))
        if not row["finite"]:
            found.append(_fault("no_value", row["line"], "value", row["value"]))
    return found


def _fault(code: str, line: int, column: str, found: object) -> Fault:
    shown = "" if found is None else str(found)[:80]
    return Fault(code, Place(row=line, column=column), {"text": shown})
