"""Parquet files as blocks of typed columns."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.connect.readings.block import HEAD_ROWS, Block, Grid, Source
from tanlu.errors import InputError, Place, need

_BATCH = 1_000_000


def open_parquet(path: Path) -> Source:
    """A Parquet file; its columns' names stand for a heading in row 1.

    Args:
        path: The file.

    Raises:
        InputError: When it is damaged.
        MissingExtraError: When the reader of batches is not installed.
    """
    place = Place(path.name)
    try:
        pl.read_parquet_schema(path)
        head = pl.read_parquet(path, n_rows=HEAD_ROWS)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError.of("broken_archive", place, reason=str(error)[:120]) from None
    parquet = need("pyarrow.parquet", "readings")
    names = list(head.columns)
    texts = [[_text(value) for value in row] for row in head.iter_rows()]
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    grid = Grid("", [names, *texts], lambda: _blocks(path, parquet), is_typed=True)
    return Source(path.name, digest, path.stat().st_size, [grid])


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _blocks(path: Path, parquet: Any) -> Iterator[Block]:  # noqa: ANN401 - an extra's module
    first = 2  # the columns' names are row 1
    for batch in parquet.ParquetFile(path).iter_batches(batch_size=_BATCH):
        cells = pl.from_arrow(batch)
        if isinstance(cells, pl.DataFrame) and cells.height:
            yield Block(first, _columns(cells))
            first += cells.height


def _columns(cells: pl.DataFrame) -> pl.DataFrame:
    plain = cells.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))
    return plain.rename({name: str(at) for at, name in enumerate(plain.columns)})
