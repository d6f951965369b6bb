"""Generator: what sun, wind or waste heat give, up to a profile of its capacity."""

from dataclasses import dataclass, field

from tanlu.plan.model import stock
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Generator:
    """Output at `node` up to `profile` [MW/MW] of the stock [MW].

    `variable` [CNY/MWh]; `factor` [t/MWh], of processes; `green` is the share of green power
    and `tce` the coal equivalent of what it gives [tce/MWh].
    """

    name: str
    node: str
    stock: Stock = field(default_factory=Stock)
    profile: Given = 1.0
    variable: Given = 0.0
    factor: Given = 0.0
    green: Given = 1.0
    tce: Given = 0.0


def columns(grid: Grid, c: Generator) -> None:
    """Stock, and output [MW] by step ≤ profile × stock."""
    stock.columns(grid, c.name, c.stock)
    power = grid.problem.columns(f"{c.name}.power", grid.shape)
    rows = grid.problem.rows(f"{c.name}.profile", grid.shape, high=0.0)
    grid.problem.add(rows.at, power.at, 1.0)
    own = grid.of(c.name, "stock").at[:, None, None]
    grid.problem.add(rows.at, own, -grid.at(c.profile))


def balance(grid: Grid, c: Generator) -> list[Flow]:
    """Output into the node."""
    return [Flow(c.node, grid.of(c.name, "power").at, 1.0)]


def tallies(grid: Grid, c: Generator) -> list[Tally]:
    """Cost of the stock and of running, green energy."""
    power = grid.of(c.name, "power").at
    return [
        *stock.cost(grid, c.name, c.stock),
        Tally("variable", power, grid.yearly(power, c.variable)),
        Tally("process", power, grid.yearly(power, c.factor)),
        Tally("green", power, grid.yearly(power, c.green)),
        Tally("tce", power, grid.yearly(power, c.tce)),
        Tally("clean_tce", power, grid.at(c.tce) * grid.at(c.green) * grid.hours),
    ]
