"""Sums of months kept beside the readings: derived, so that they may be deleted at any time."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError
from sqlalchemy import select

from tanlu.store.readings.journal import ARRIVALS
from tanlu.store.readings.store import Readings

FOLDER = "rollup"
_FORM = 1  # of the files; another one is made anew


@dataclass(frozen=True, slots=True)
class Rollup:
    """A table of sums, and the newest arrival that is in it."""

    seq: int
    table: pl.DataFrame


def read_rollup(readings: Readings, name: str) -> Rollup | None:
    """A rollup as it was kept; None when there is none that still can be true.

    A journal that was restored may give a number a second time: the arrival of that
    number must be the very one that it was.

    Args:
        readings: The open store.
        name: Which rollup.
    """
    path = _path(readings, name)
    try:
        head = json.loads(pl.read_parquet_metadata(path)["tanlu"])
        if head["form"] != _FORM or head["arrival"] != _arrival(readings, head["seq"]):
            return None
        return Rollup(head["seq"], pl.read_parquet(path))
    except (OSError, ValueError, KeyError, TypeError, PolarsError):  # not there, or half written
        return None


def write_rollup(readings: Readings, name: str, rollup: Rollup) -> None:
    """Keep a rollup in the place of what was there; a reader sees the one or the other.

    Args:
        readings: The open store.
        name: Which rollup.
        rollup: The table, with the newest arrival that is in it.
    """
    path = _path(readings, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(f".{os.getpid()}.new")
    head = {"form": _FORM, "seq": rollup.seq, "arrival": _arrival(readings, rollup.seq)}
    rollup.table.write_parquet(new, compression="lz4", metadata={"tanlu": json.dumps(head)})
    new.replace(path)


def _path(readings: Readings, name: str) -> Path:
    return readings.folder / FOLDER / f"{name}.parquet"


def _arrival(readings: Readings, seq: int) -> list[object]:
    columns = ARRIVALS.c
    query = select(columns.digest, columns.at, columns.who, columns.rows).where(columns.seq == seq)
    with readings.engine.connect() as connection:
        found = connection.execute(query).first()
    return [] if found is None else list(found)
