"""Some months of some channels: only the row groups that hold them are read."""

from bisect import bisect_left
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import polars as pl

from tanlu.errors import need
from tanlu.model.reading import DAY
from tanlu.store.readings.lay import newest_days
from tanlu.store.readings.read import newest
from tanlu.store.readings.snapshot import snapshot
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import files_of, scan

_KEY = ["channel", "day"]
_THREADS = 2


def pick(readings: Readings, pairs: pl.DataFrame) -> pl.DataFrame:
    """The day rows of some channels in some months, as they are now.

    Args:
        readings: The open store.
        pairs: `channel` and `month` ("2025-03").

    Returns:
        Schema `DAY`, one row for each channel and day, sorted.
    """
    seen = snapshot(readings)
    names = {m: sorted(c) for m, c in pairs.group_by("month").agg("channel").iter_rows()}
    here = (pl.col("layer") == 0) & pl.col("month").is_in(list(names))
    files = files_of(readings, seen.version).filter(here)
    with ThreadPoolExecutor(_THREADS) as pool:
        tasks = [(readings, path, names[month]) for path, month in
                 files.select("path", "month").iter_rows()]  # fmt: skip
        found = pl.concat([pl.DataFrame(schema=DAY), *pool.map(_of_file, tasks)])
    found = newest(found) if files["month"].n_unique() < files.height else found
    mine = pl.col("channel").is_in(pairs["channel"].unique().implode())
    arrived = seen.pending.filter(mine)
    if arrived.height:
        newer = newest_days(found, arrived, readings.channels, readings.clock)
        newer = newer.with_columns(month=pl.col("day").dt.strftime("%Y-%m"))
        newer = newer.join(pairs, on=["channel", "month"], how="semi").drop("month")
        found = pl.concat([found.join(newer, on=_KEY, how="anti"), newer])
    return found.sort(_KEY)


def _of_file(task: tuple[Readings, str, Sequence[str]]) -> pl.DataFrame:
    readings, path, names = task
    mine = pl.col("channel").is_in(pl.Series(names).implode())
    if not readings.is_local:  # the object store is asked for what it can tell apart itself
        return scan(readings, [path]).filter(mine).collect()
    parquet = need("pyarrow.parquet", "readings")
    with parquet.ParquetFile(path) as file:
        groups = _groups(file.metadata, names)
        table = file.read_row_groups(groups, columns=list(DAY), use_threads=False)
    rows = pl.DataFrame(table).filter(mine)
    return rows.select(pl.col(name).cast(kind) for name, kind in DAY.items())


def _groups(metadata: Any, names: Sequence[str]) -> list[int]:  # noqa: ANN401 - of pyarrow, which has no stubs here
    if not metadata.num_row_groups:
        return []
    first = metadata.row_group(0)
    paths = [first.column(number).path_in_schema for number in range(first.num_columns)]
    place = paths.index("channel")
    return [
        number
        for number in range(metadata.num_row_groups)
        if _holds(metadata.row_group(number).column(place).statistics, names)
    ]


def _holds(known: Any, names: Sequence[str]) -> bool:  # noqa: ANN401 - see above
    if known is None or not known.has_min_max:
        return True
    place = bisect_left(names, known.min)
    return place < len(names) and bool(names[place] <= known.max)
