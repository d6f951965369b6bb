"""A day's numbers as one cell of bytes, and back, without touching each number."""

from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.errors import need

Matrix = npt.NDArray[np.float64]


def pack(rows: npt.NDArray[Any]) -> pl.Series:
    """Rows of a matrix as cells, little-endian.

    Args:
        rows: Numbers, shape (n, k).

    Returns:
        n cells of k numbers each.

    Example:
        >>> pack(np.array([[1.0, 2.0]]))[0] == np.array([1.0, 2.0]).tobytes()
        True
    """
    n, width = rows.shape[0], rows.shape[1] * rows.dtype.itemsize
    if n == 0 or width == 0:
        return pl.Series([b""] * n, dtype=pl.Binary)
    octets = np.ascontiguousarray(rows).view(np.uint8).reshape(n, width)
    return pl.Series(octets).cast(pl.List(pl.UInt8)).cast(pl.Binary)


def unpack(cells: pl.Series, dtype: str, size: int) -> npt.NDArray[Any]:
    """Cells of equal length as a matrix.

    Args:
        cells: Binary, none of them null.
        dtype: Kind of number: "<f8", "<i4", "<u2".
        size: Numbers in a cell.

    Returns:
        Shape (n, size), read-only.

    Example:
        >>> unpack(pack(np.array([[1.0, 2.0]])), "<f8", 2).tolist()
        [[1.0, 2.0]]
    """
    if len(cells) == 0:
        return np.empty((0, size), dtype)
    return flat(cells, dtype).reshape(len(cells), size)


def flat(cells: pl.Series, dtype: str) -> npt.NDArray[Any]:
    """All numbers of all cells, one after the other.

    Example:
        >>> flat(pack(np.array([[1.0], [2.0]])), "<f8").tolist()
        [1.0, 2.0]
    """
    need("pyarrow", "readings")
    whole = cells.rechunk().to_arrow()
    offsets = np.frombuffer(whole.buffers()[1], np.int64)[
        whole.offset : whole.offset + len(whole) + 1
    ]
    octets = whole.buffers()[2]
    start, end = int(offsets[0]), int(offsets[-1])
    width = np.dtype(dtype).itemsize
    if octets is None or end == start:
        return np.empty(0, dtype)
    return np.frombuffer(octets, dtype, count=(end - start) // width, offset=start)


def cells(numbers: npt.NDArray[Any], count: npt.NDArray[np.int64]) -> pl.Series:
    """Numbers as cells of unequal length.

    Args:
        numbers: All of them, cell after cell, little-endian.
        count: How many each cell holds.

    Returns:
        As many cells as there are counts.

    Example:
        >>> [len(cell) for cell in cells(np.array([1.0, 2.0, 3.0]), np.array([1, 2]))]
        [8, 16]
    """
    arrow = need("pyarrow", "readings")
    offsets = np.concatenate([[0], np.cumsum(count)]).astype(np.int64) * numbers.dtype.itemsize
    buffers = [None, arrow.py_buffer(offsets), arrow.py_buffer(np.ascontiguousarray(numbers))]
    whole = arrow.Array.from_buffers(arrow.large_binary(), len(count), buffers)
    return pl.Series(pl.from_arrow(whole))
