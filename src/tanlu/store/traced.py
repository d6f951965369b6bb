"""Traced hours on disk: one folder per month, written once, read row by row.

A folder is named after the mark of what it was computed from. When that changes another is
written and the old one goes. Arrays are mapped, not read: an hour costs a few pages.
"""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import numpy as np
import polars as pl

from tanlu.trace.month_hours import MonthHours

_TABLES = ("records", "nodes")
_HOURS = "hours"
_ARRAYS = tuple(f.name for f in fields(MonthHours) if f.name not in (*_TABLES, _HOURS))


def keep_month(folder: Path, name: str, mark: str, month: MonthHours) -> Path:
    """Keep a month; earlier ones of the same name go.

    Args:
        folder: Where months of a park are kept; made when missing.
        name: The month, such as "2025-06".
        mark: What it was computed from.
        month: Its hours.

    Returns:
        The folder that holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.{mark}"
    half = Path(tempfile.mkdtemp(prefix=".", dir=folder))
    for table in _TABLES:
        getattr(month, table).write_parquet(half / f"{table}.parquet")
    pl.DataFrame({_HOURS: month.hours}).write_parquet(half / f"{_HOURS}.parquet")
    for array in _ARRAYS:
        np.save(half / f"{array}.npy", np.ascontiguousarray(getattr(month, array)))
    # who wrote the same a moment before wrote the same bytes
    with suppress(OSError):
        half.rename(target)
    shutil.rmtree(half, ignore_errors=True)
    for other in folder.glob(f"{name}.*"):
        if other != target:
            shutil.rmtree(other, ignore_errors=True)
    return target


def kept_month(folder: Path, name: str, mark: str) -> MonthHours | None:
    """A month that was kept, its arrays mapped; None where none with that mark is."""
    here = folder / f"{name}.{mark}"
    if not here.is_dir():
        return None
    hours, records, nodes = (
        pl.read_parquet(here / f"{table}.parquet") for table in (_HOURS, *_TABLES)
    )
    arrays = {array: np.load(here / f"{array}.npy", mmap_mode="r") for array in _ARRAYS}
    return MonthHours(tuple(hours[_HOURS]), records, nodes, **arrays)
