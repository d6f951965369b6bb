"""Readings of a file put by month, on disk where memory would not hold them."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl

from tanlu.connect.readings.parsed import TAKEN

IN_MEMORY = 2_000_000  # readings; about 130 MB
AT_ONCE = 2_000_000
_BUCKETS = 16
_PREFIX = ".import-"


class Spill:
    """Readings added in any order, given back month by month.

    Whole days of a channel come together, so that each is stored once and not in
    as many pieces as the file has blocks.
    """

    def __init__(self, folder: Path, zone: str) -> None:
        self._parent, self._zone = folder, zone
        self._frames: list[pl.DataFrame] = []
        self._rows = 0
        self._files: dict[tuple[int, int], list[Path]] = {}
        self._sizes: dict[tuple[int, int], int] = {}
        self._folder: Path | None = None

    def __enter__(self) -> Self:
        """Nothing is made before it is needed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """What was put on disk is thrown away."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, readings: pl.DataFrame) -> None:
        """Add readings (schema `TAKEN`)."""
        if readings.is_empty():
            return
        self._frames.append(readings)
        self._rows += readings.height
        if self._rows >= IN_MEMORY:
            self._flush()

    def parts(self) -> Iterator[pl.DataFrame]:
        """The readings by month, in the order of the file within each part."""
        if self._folder is None:
            yield from self._months(pl.concat([pl.DataFrame(schema=TAKEN), *self._frames]))
            return
        self._flush()
        for month in sorted({month for month, _ in self._files}):
            yield from self._of_month(month)

    def _months(self, readings: pl.DataFrame) -> Iterator[pl.DataFrame]:
        parts = readings.with_columns(month=self._month()).partition_by("month", as_dict=True)
        for key in sorted(parts, key=str):
            yield in_order(parts[key].drop("month"))

    def _month(self) -> pl.Expr:
        local = pl.col("at").dt.convert_time_zone(self._zone)
        return local.dt.year() * 100 + local.dt.month()

    def _of_month(self, month: int) -> Iterator[pl.DataFrame]:
        waiting: list[Path] = []
        size = 0
        for bucket in range(_BUCKETS):
            waiting += self._files.get((month, bucket), [])
            size += self._sizes.get((month, bucket), 0)
            if size >= AT_ONCE or (bucket == _BUCKETS - 1 and waiting):
                found = pl.concat([pl.read_ipc(path) for path in waiting])
                yield in_order(found)
                waiting, size = [], 0

    def _flush(self) -> None:
        if not self._frames:
            return
        if self._folder is None:
            self._parent.mkdir(parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._parent))
        dated = pl.concat(self._frames).with_columns(
            month=self._month(), bucket=(pl.col("channel").hash(0) % _BUCKETS).cast(pl.Int64)
        )
        self._frames, self._rows = [], 0
        for key, part in dated.partition_by("month", "bucket", as_dict=True).items():
            name = (int(key[0]), int(key[1]))
            files = self._files.setdefault(name, [])
            path = self._folder / f"{name[0]}-{name[1]}-{len(files)}.arrow"
            part.drop("month", "bucket").write_ipc(path, compression="lz4")
            files.append(path)
            self._sizes[name] = self._sizes.get(name, 0) + part.height


def in_order(readings: pl.DataFrame) -> pl.DataFrame:
    """Readings in the order of the file; those whose hour comes twice were added last."""
    if readings["sheet"].n_unique() == 1 and readings["row"].is_sorted():
        return readings
    return readings.sort("sheet", "row", "column")
