"""A file as blocks of cells: the first rows to look at, then all of them, some at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import polars as pl

HEAD_ROWS = 400
BLOCK_ROWS = 50_000  # rows of a sheet that are turned into columns at once


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a file, one after the other.

    `first`: number of the first row as a spreadsheet shows it. `cells`: columns
    "0", "1" … of texts, or of numbers and datetimes where the file is typed.
    """

    first: int
    cells: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or a whole file that has none.

    `head`: texts of its first rows. `separator`: what parts its columns, empty
    unless it is a file of text. `merged`: top, left, bottom, right of merged
    cells, from 1.
    """

    name: str
    head: Sequence[Sequence[str]]
    blocks: Callable[[], Iterator[Block]]
    separator: str = ""
    merged: Sequence[tuple[int, int, int, int]] = field(default=())
    is_typed: bool = False

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in self.head), default=0)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was opened: its name, the digest of its bytes, its grids."""

    file: str
    digest: str
    size: int
    grids: Sequence[Grid]
    encoding: str = ""


def from_rows(rows: Sequence[Sequence[str]], width: int, first: int) -> Block:
    """Rows of texts as a block.

    Example:
        >>> from_rows([["a", "b"]], 3, 7).cells.row(0)
        ('a', 'b', '')
    """
    padded = [[*row, *[""] * (width - len(row))] if len(row) < width else row for row in rows]
    columns = list(zip(*padded, strict=True)) if padded else [()] * width
    cells = {str(at): list(column) for at, column in enumerate(columns[:width])}
    return Block(first, pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String())))
