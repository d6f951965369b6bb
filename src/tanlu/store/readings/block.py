"""Readings as a compact block of bytes, and back.

The frame: b"1", then zstd over: rows u32, length of names u32, names joined by NUL,
codes u32, instants i64 as differences, values f64, flags u16 (left out when all are 0).
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.errors import need

_HEAD = struct.Struct("<IIB")
_FORM = b"1"
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd, as xxHash mixes

Words = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Readings as arrays: names, and for each reading its code, instant [µs], value, flag."""

    names: list[str]
    codes: npt.NDArray[np.uint32]
    at: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    flag: npt.NDArray[np.uint16]


def columns_of(long: pl.DataFrame) -> Columns:
    """A frame of readings as arrays."""
    coded = long["channel"].cast(pl.String).to_arrow().dictionary_encode()
    if hasattr(coded, "combine_chunks"):
        coded = coded.combine_chunks()
    return Columns(
        coded.dictionary.to_pylist(),
        np.asarray(coded.indices.to_numpy(zero_copy_only=False), np.uint32),
        long["at"].dt.epoch("us").to_numpy().astype(np.int64, copy=False),
        long["value"].cast(pl.Float64).fill_null(float("nan")).to_numpy(),
        long["flag"].cast(pl.UInt16).fill_null(0).to_numpy(),
    )


def take(columns: Columns, keep: npt.NDArray[np.bool_]) -> Columns:
    """Some of the readings."""
    arrays = (columns.codes[keep], columns.at[keep], columns.value[keep], columns.flag[keep])
    return Columns(columns.names, *arrays)


def pack(columns: Columns) -> bytes:
    """A block of bytes."""
    pa = need("pyarrow", "readings")
    names = "\0".join(columns.names).encode()
    has_flags = bool(columns.flag.any())
    body = b"".join((
        _HEAD.pack(len(columns.at), len(names), has_flags),
        names,
        columns.codes.astype("<u4", copy=False).tobytes(),
        np.diff(columns.at, prepend=0).astype("<i8", copy=False).tobytes(),
        columns.value.astype("<f8", copy=False).tobytes(),
        columns.flag.astype("<u2", copy=False).tobytes() if has_flags else b"",
    ))  # fmt: skip
    size = struct.pack("<Q", len(body))
    return _FORM + size + bytes(pa.compress(body, codec="zstd", asbytes=True))


def unpack(content: bytes) -> pl.DataFrame:
    """The readings of a block, in the order in which they came.

    Example:
        >>> from datetime import UTC, datetime
        >>> long = pl.DataFrame({"channel": ["a"], "at": [datetime(2025, 1, 1, tzinfo=UTC)],
        ...                      "value": [1.5], "flag": [0]})
        >>> unpack(pack(columns_of(long))).rows()[0][2:]
        (1.5, 0)
    """
    pa = need("pyarrow", "readings")
    (size,) = struct.unpack_from("<Q", content, 1)
    body = pa.decompress(content[9:], decompressed_size=size, codec="zstd", asbytes=True)
    rows, length, has_flags = _HEAD.unpack_from(body)
    start = _HEAD.size + length
    names = body[_HEAD.size : start].decode().split("\0")
    codes = np.frombuffer(body, "<u4", rows, start)
    at = np.cumsum(np.frombuffer(body, "<i8", rows, start + 4 * rows))
    value = np.frombuffer(body, "<f8", rows, start + 12 * rows)
    flag = np.frombuffer(body, "<u2", rows, start + 20 * rows) if has_flags else np.zeros(rows)
    return pl.DataFrame({
        "channel": pl.Series(names, dtype=pl.String).gather(codes),
        "at": pl.Series(at, dtype=pl.Int64).cast(pl.Datetime("us", "UTC")),
        "value": value,
        "flag": pl.Series(flag, dtype=pl.UInt16),
    })  # fmt: skip


def digests(columns: Columns, rows: Sequence[int]) -> list[int]:
    """A 63-bit mark of each arrival's content, whatever the order of its readings.

    It finds a key that was used again for something else; it proves nothing.

    Args:
        columns: The readings of several arrivals, one after the other.
        rows: How many readings each arrival has.
    """
    marks = [blake2b(name.encode(), digest_size=8).digest() for name in columns.names]
    word: Words = np.frombuffer(b"".join(marks), np.uint64)[columns.codes]
    with np.errstate(over="ignore"):
        word = _mix(word ^ columns.at.view(np.uint64), _MIX[0])
        word = _mix(word ^ columns.value.view(np.uint64), _MIX[1])
        word = _mix(word ^ columns.flag.astype(np.uint64), _MIX[2])
        sums = np.concatenate(([np.uint64(0)], np.cumsum(word, dtype=np.uint64)))
        ends = np.cumsum(rows)
        found = sums[ends] - sums[ends - np.asarray(rows)]
    return [int(mark) >> 1 for mark in found]


def _mix(word: Words, factor: int) -> Words:
    word = word * np.uint64(factor)
    return word ^ (word >> np.uint64(29))
