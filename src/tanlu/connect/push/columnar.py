"""Arrow streams and Parquet files with the columns `channel`, `at` and `value`."""

import io
from collections.abc import Callable
from typing import Any

import polars as pl

from tanlu.connect.push.taken import COLUMNS, RAW, Taken, taken
from tanlu.errors import InputError, need

MOST_ROWS = 5_000_000
_MOST_BYTES = 2**30
_Read = Callable[[bytes], Any]


def read_arrow(body: bytes, zone: str) -> Taken:
    """Readings of an Arrow IPC stream.

    Args:
        body: The stream.
        zone: The park's time zone, for moments without a zone.

    Raises:
        InputError: When it is no such stream, or holds too much.
    """
    return _read(body, zone, "Arrow", _stream)


def read_parquet(body: bytes, zone: str) -> Taken:
    """Readings of a Parquet file.

    Raises:
        InputError: When it is no such file, or holds too much.
    """
    return _read(body, zone, "Parquet", _parquet)


def _read(body: bytes, zone: str, kind: str, read: _Read) -> Taken:
    try:
        table = read(body)
    except InputError:
        raise
    except Exception as error:  # the readers raise some ten kinds of errors for what is no table
        raise InputError.of("not_a_table", kind=kind, reason=str(error)[:120]) from error
    missing = [name for name in COLUMNS if name not in table.column_names]
    if missing:
        raise InputError.of("not_a_table", kind=kind, reason=f"no column {missing[0]}")
    return taken(_raw(table, kind), zone)


def _stream(body: bytes) -> Any:  # noqa: ANN401 - an extra's type
    arrow = need("pyarrow", "readings")
    batches, rows = [], 0
    with need("pyarrow.ipc", "readings").open_stream(body) as reader:
        for batch in reader:
            rows += batch.num_rows
            _bound(rows, batch.nbytes)
            batch.validate(full=True)
            batches.append(batch)
        return arrow.Table.from_batches(batches, reader.schema)


def _parquet(body: bytes) -> Any:  # noqa: ANN401 - an extra's type
    file = need("pyarrow.parquet", "readings").ParquetFile(io.BytesIO(body))
    about = file.metadata
    size = sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
    _bound(about.num_rows, size)
    names = [name for name in file.schema_arrow.names if name in COLUMNS]
    table = file.read(columns=names)
    table.validate(full=True)
    return table


def _bound(rows: int, size: int) -> None:
    if rows > MOST_ROWS or size > _MOST_BYTES:
        raise InputError.of("too_many_readings", most=MOST_ROWS)


def _raw(table: Any, kind: str) -> pl.DataFrame:  # noqa: ANN401 - an extra's type
    try:
        frame = pl.DataFrame(pl.from_arrow(table.select(list(COLUMNS))))
        return frame.select(
            line=pl.int_range(1, pl.len() + 1, dtype=pl.Int64),
            channel=pl.col("channel").cast(pl.String),
            at=_text(frame.schema["at"]),
            value=_number(frame.schema["value"]),
        ).cast(pl.Schema(RAW))
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, TypeError) as error:
        raise InputError.of("not_a_table", kind=kind, reason=str(error)[:120]) from error


def _text(kind: pl.DataType) -> pl.Expr:
    at = pl.col("at")
    if isinstance(kind, pl.Datetime):
        if kind.time_zone:
            return at.dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00")
        return at.dt.strftime("%Y-%m-%dT%H:%M:%S%.6f")
    if not (kind.is_integer() or kind in (pl.String, pl.Date)):
        raise TypeError(f"at: {kind}")
    return at.cast(pl.String)


def _number(kind: pl.DataType) -> pl.Expr:
    if not (kind.is_numeric() or kind == pl.Null):
        raise TypeError(f"value: {kind}")
    return pl.col("value").cast(pl.Float64)
