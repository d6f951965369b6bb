"""Offset: tonnes taken out elsewhere, bought by the year."""

from dataclasses import dataclass

from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Offset:
    """`price` [CNY/t], at most `most` [t/a]."""

    name: str
    price: Given
    most: Given = float("inf")


def columns(grid: Grid, c: Offset) -> None:
    """Tonnes by period. [t/a]"""
    grid.problem.columns(f"{c.name}.tonnes", grid.shape[:1], 0.0, grid.year(c.most))


def balance(grid: Grid, c: Offset) -> list[Flow]:  # noqa: ARG001 - one signature for all kinds
    """Nothing: offsets move no energy."""
    return []


def tallies(grid: Grid, c: Offset) -> list[Tally]:
    """Money, and tonnes that count against emissions."""
    tonnes = grid.of(c.name, "tonnes").at
    return [Tally("offset", tonnes, grid.year(c.price)), Tally("offset_t", tonnes, 1.0)]
