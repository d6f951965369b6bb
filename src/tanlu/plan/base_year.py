"""The base year of a plan: what the inventory holds, as a system that can be built upon."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from tanlu.model.inventory import Inventory
from tanlu.plan.model import (
    Component,
    Demand,
    Node,
    Period,
    Process,
    Slices,
    Supply,
    System,
)

HOURS = 8760.0
"""Hours of a year of the plan. [h]"""

_KEYS = ("carrier", "stream", "scope", "amount_unit")


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream of the base year: amount in its own unit, and what it carries. [unit, t, tce]"""

    carrier: str
    stream: str
    scope: int
    unit: str
    amount: float | None
    co2_t: float
    market_t: float | None
    tce: float

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return f"{self.carrier}.{self.stream}.{self.scope}"


def streams_of(inventory: Inventory) -> list[Stream]:
    """What enters an inventory, by carrier, stream, scope and unit.

    Amounts of a record that emits several gases count once. Tonnes are those of the
    inventory: its own formulas and factors, nothing is computed anew.

    Args:
        inventory: The cut of a year.

    Returns:
        Streams, in the order in which they first occur.
    """
    found = inventory.entering.group_by(*_KEYS, maintain_order=True).agg(
        pl.col("amount").filter(pl.struct("record_id", "piece").is_first_distinct()).sum(),
        pl.col("amount").is_null().any().alias("unknown"),
        pl.col("co2_t").sum(),
        pl.col("market_t").sum(),
        (pl.col("market_t").is_null() & (pl.col("scope") == 2)).any().alias("no_market"),
        pl.col("energy_tce").sum(),
    )
    return [
        Stream(
            carrier=row["carrier"] or "-", stream=row["stream"], scope=int(row["scope"]),
            unit=row["amount_unit"] or "", amount=None if row["unknown"] else row["amount"],
            co2_t=row["co2_t"], market_t=None if row["no_market"] else row["market_t"],
            tce=row["energy_tce"] or 0.0,
        )
        for row in found.iter_rows(named=True)
    ]  # fmt: skip


def base_parts(streams: Sequence[Stream]) -> tuple[tuple[Node, ...], tuple[Component, ...]]:
    """Nodes and components of the base year: each carrier a supply and the demand it meets.

    Energy keeps the unit of its record: a node's power is that unit an hour, a supply's factor
    tonnes per that unit, so that the year's tonnes are those of the inventory. What has no
    amount, or is a process, is a stream of tonnes.

    Args:
        streams: Streams of the year.

    Returns:
        Nodes and components.
    """
    nodes: list[Node] = []
    parts: list[Component] = []
    for stream in streams:
        if stream.stream == "process" or not stream.amount:
            parts.append(Process(stream.name, stream.co2_t))
            continue
        node = stream.name
        nodes.append(Node(node, stream.carrier))
        amount = stream.amount
        market = stream.co2_t if stream.market_t is None else stream.market_t
        parts.append(
            Supply(
                f"{node}.supply",
                node,
                scope=2 if stream.scope == 2 else 1,
                factor=stream.co2_t / amount,
                market_factor=market / amount,
                tce=stream.tce / amount,
            )
        )
        parts.append(Demand(f"{node}.demand", node, amount / HOURS))
    return tuple(nodes), tuple(parts)


def base_system(inventory: Inventory) -> System:
    """A park's year as a system of one period in which nothing can be chosen.

    Calibration: its emissions equal the inventory's total to rounding. Options are added to it
    and its demands grow; what it emits today stays what was accounted.

    Args:
        inventory: The cut of the year.

    Returns:
        The system.
    """
    nodes, parts = base_parts(streams_of(inventory))
    year = Slices((0,), steps=1, step_h=24.0)
    return System((Period(inventory.year),), year, nodes or (Node("-"),), parts)
