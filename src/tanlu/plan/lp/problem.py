"""A linear problem in pieces: blocks of columns (variables) and rows (constraints)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tanlu.errors import need

Numbers: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.int32]

FREE = float("inf")
"""No bound."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of columns or of rows: their numbers in the matrix, in the shape they were asked.

    Example:
        >>> Block("build", 4, (2, 3)).at
        array([[4, 5, 6],
               [7, 8, 9]], dtype=int32)
    """

    name: str
    start: int
    shape: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many there are. [1]"""
        return int(np.prod(self.shape, dtype=np.int64))

    @property
    def at(self) -> Places:
        """Numbers in the matrix, shape as asked. [1]"""
        end = self.start + self.size
        return np.arange(self.start, end, dtype=np.int32).reshape(self.shape)

    def of(self, values: Numbers) -> Numbers:
        """This block's part of values by column (or by row), in its shape."""
        return values[self.start : self.start + self.size].reshape(self.shape)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The problem as solvers take it: minimise cost·x, low ≤ x ≤ high, row_low ≤ A·x ≤ row_high.

    A by rows: entries `start[i]` to `start[i + 1]` of `column` and `value` are those of row i.
    """

    cost: Numbers
    low: Numbers
    high: Numbers
    integer: NDArray[np.bool_]
    row_low: Numbers
    row_high: Numbers
    start: Places
    column: Places
    value: Numbers
    offset: float


@dataclass(slots=True)
class _Lines:
    """Bounds of what was asked so far, piece by piece."""

    low: list[Numbers] = field(default_factory=list)
    high: list[Numbers] = field(default_factory=list)
    blocks: dict[str, Block] = field(default_factory=dict)
    size: int = 0

    def take(self, name: str, shape: Sequence[int], low: ArrayLike, high: ArrayLike) -> Block:
        if name in self.blocks:
            raise ValueError(f"the problem already has a block {name!r}")
        block = Block(name, self.size, tuple(shape))
        self.low.append(_spread(low, block.shape))
        self.high.append(_spread(high, block.shape))
        self.blocks[name] = block
        self.size += block.size
        return block


@dataclass(slots=True)
class Problem:
    """A problem under construction; blocks are named once, terms are added to rows.

    Example:
        The cheapest way to have 10 of two goods, of which the first is limited to 4:

        >>> problem = Problem()
        >>> buy = problem.columns("buy", (2,), high=[4, 100], cost=[1, 3])
        >>> need = problem.rows("need", (1,), low=10)
        >>> problem.add(need.at, buy.at, 1.0)
        >>> problem.matrix().value
        array([1., 1.])
    """

    _columns: _Lines = field(default_factory=_Lines)
    _rows: _Lines = field(default_factory=_Lines)
    _integer: list[NDArray[np.bool_]] = field(default_factory=list)
    _cost: list[tuple[Places, Numbers]] = field(default_factory=list)
    _terms: list[tuple[Places, Places, Numbers]] = field(default_factory=list)
    offset: float = 0.0

    def columns(
        self,
        name: str,
        shape: Sequence[int],
        low: ArrayLike = 0.0,
        high: ArrayLike = FREE,
        cost: ArrayLike = 0.0,
        integer: ArrayLike = False,  # noqa: FBT002 - one answer for all, or one per column
    ) -> Block:
        """A block of variables.

        Args:
            name: Name, once in a problem.
            shape: Shape of the block.
            low: Least values, shape that broadcasts to `shape`.
            high: Greatest values, likewise.
            cost: Costs per unit in the objective, likewise; more can be added later.
            integer: Whether whole numbers only, likewise.

        Returns:
            The block.

        Raises:
            ValueError: When the name is taken.
        """
        block = self._columns.take(name, shape, low, high)
        self._integer.append(np.broadcast_to(np.asarray(integer, bool), block.shape).ravel())
        if np.any(cost):
            self.add_cost(block.at, cost)
        return block

    def rows(
        self, name: str, shape: Sequence[int], low: ArrayLike = -FREE, high: ArrayLike = FREE
    ) -> Block:
        """A block of constraints low ≤ Σ terms ≤ high; equal bounds make equations.

        Args:
            name: Name, once in a problem.
            shape: Shape of the block.
            low: Least values, shape that broadcasts to `shape`.
            high: Greatest values, likewise.

        Returns:
            The block.

        Raises:
            ValueError: When the name is taken.
        """
        return self._rows.take(name, shape, low, high)

    def add(self, rows: ArrayLike, columns: ArrayLike, values: ArrayLike) -> None:
        """Terms value × column in rows; the three broadcast; equal places add up.

        Args:
            rows: Numbers of rows, as `Block.at` gives them.
            columns: Numbers of columns.
            values: Coefficients.
        """
        r, c, v = np.broadcast_arrays(
            np.asarray(rows, np.int32), np.asarray(columns, np.int32), np.asarray(values, float)
        )
        self._terms.append((r.ravel(), c.ravel(), v.ravel()))

    def add_cost(self, columns: ArrayLike, costs: ArrayLike) -> None:
        """Costs per unit of columns in the objective; what is there already stays.

        Args:
            columns: Numbers of columns.
            costs: Costs per unit, shape that broadcasts with `columns`.
        """
        c, v = np.broadcast_arrays(np.asarray(columns, np.int32), np.asarray(costs, float))
        self._cost.append((c.ravel(), v.ravel()))

    def unbound(self, block: Block) -> None:
        """Take away the upper bounds of a block of columns."""
        self._columns.high[list(self._columns.blocks).index(block.name)] = np.full(block.size, FREE)

    def block(self, name: str) -> Block:
        """A block of columns by its name."""
        return self._columns.blocks[name]

    def row_block(self, name: str) -> Block:
        """A block of rows by its name."""
        return self._rows.blocks[name]

    def column_blocks(self) -> list[Block]:
        """All blocks of columns, in order."""
        return list(self._columns.blocks.values())

    def row_blocks(self) -> list[Block]:
        """All blocks of rows, in order."""
        return list(self._rows.blocks.values())

    def matrix(self) -> Matrix:
        """The whole problem; terms of one place summed, zeros left out."""
        start, column, value = self._entries()
        return Matrix(
            cost=self._costs(),
            low=_joined(self._columns.low),
            high=_joined(self._columns.high),
            integer=np.concatenate(self._integer) if self._integer else np.zeros(0, bool),
            row_low=_joined(self._rows.low),
            row_high=_joined(self._rows.high),
            start=start,
            column=column,
            value=value,
            offset=self.offset,
        )

    def _costs(self) -> Numbers:
        total = np.zeros(self._columns.size)
        for columns, costs in self._cost:
            # bincount, because a column may stand twice in one call
            total += np.bincount(columns, costs, self._columns.size)
        return total

    def _entries(self) -> tuple[Places, Places, Numbers]:
        sparse: Any = need("scipy.sparse", "plan")
        shape = (self._rows.size, self._columns.size)
        terms = self._terms or [(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0))]
        rows, columns, values = (np.concatenate(part) for part in zip(*terms, strict=True))
        made = sparse.coo_matrix((values, (rows, columns)), shape).tocsr()
        made.sum_duplicates()
        made.eliminate_zeros()
        return made.indptr.astype(np.int32), made.indices.astype(np.int32), made.data


def _spread(value: ArrayLike, shape: tuple[int, ...]) -> Numbers:
    return np.broadcast_to(np.asarray(value, float), shape).ravel()


def _joined(parts: list[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.zeros(0)
