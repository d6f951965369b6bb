"""Process: tonnes that are emitted whatever energy is used; by the year."""

from dataclasses import dataclass

from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Process:
    """A stream of `co2_t` [t CO2/a] from materials, even through the year."""

    name: str
    co2_t: Given


def columns(grid: Grid, c: Process) -> None:
    """Tonnes by period, a constant. [t/a]"""
    tonnes = grid.year(c.co2_t)
    grid.problem.columns(f"{c.name}.tonnes", tonnes.shape, tonnes, tonnes)


def balance(grid: Grid, c: Process) -> list[Flow]:  # noqa: ARG001 - one signature for all kinds
    """Nothing: a stream moves no energy."""
    return []


def tallies(grid: Grid, c: Process) -> list[Tally]:
    """Tonnes of the process."""
    return [Tally("process", grid.of(c.name, "tonnes").at, 1.0)]
