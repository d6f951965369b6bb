"""Energy that members of a park pass on, traced: what each transfer really carries.

In the inventory a member that resells power books its supplier's factor. Traced, what it
passes on is the mean of what it bought, made and got from stores: node by node, each carrier
a network, all months in one solve, location- and market-based together. Power of a stated
origin (own plants, stores, joint plants) carries what the inventory gave it, by its rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

import numpy as np
import polars as pl

from tanlu.model.book import WORLD
from tanlu.model.inventory import Ledger
from tanlu.trace.flows import Flows, no_branches
from tanlu.trace.loops import Index, Values
from tanlu.trace.network import network
from tanlu.trace.park_lines import months_of, park_lines
from tanlu.trace.solve import solve
from tanlu.trace.traced import system_of

Moment: TypeAlias = date | datetime
"""A month by its first day, or an hour by its start."""
MIXED = pl.col("origin").is_null() | pl.col("origin").is_in(["grid"])
"""Whether a record has no origin of its own: it carries the mix of the member that gave it."""


@dataclass(frozen=True, slots=True)
class ParkTrace:
    """A year of a park by month.

    `lines`: records by month with `traced_t` and `traced_market_t` of what each carries;
    `nodes`: month, carrier, node, `through` [unit of the carrier], `intensity` and
    `intensity_market` [t per that unit], absent where nothing flows.
    """

    ledger: Ledger
    year: int
    lines: pl.DataFrame
    nodes: pl.DataFrame


NODE_SCHEMA = {
    "carrier": pl.String, "node": pl.String, "amount_unit": pl.String,
    "through": pl.Float64, "intensity": pl.Float64, "intensity_market": pl.Float64,
}  # fmt: skip


def trace_park(ledger: Ledger, year: int) -> ParkTrace:
    """Trace what the members of a park pass on to each other in a year.

    Args:
        ledger: All lines of the park.
        year: Calendar year.

    Returns:
        Lines and nodes by month; emissions inside and supply from outside are as booked.
    """
    return trace_lines(ledger, year, park_lines(ledger, year))


def trace_lines(ledger: Ledger, year: int, lines: pl.DataFrame) -> ParkTrace:
    """Trace records that are already laid out over months, or over hours.

    Args:
        ledger: All lines of the park.
        year: Calendar year.
        lines: Records with `month`, the start of the month or hour.

    Returns:
        The same lines traced, and nodes.
    """
    flows = lines.filter(pl.col("table") == "flows")
    months = months_of(lines)
    parts, nodes = [lines.filter(pl.col("table") != "flows")], []
    for (carrier,), group in flows.group_by(["carrier"], maintain_order=True):
        traced, at = _carrier(str(carrier), group, months)
        parts.append(traced)
        nodes.append(at)
    whole = pl.concat(parts, how="diagonal_relaxed").with_columns(
        traced_t=pl.coalesce(_column("traced_t", parts), "co2_t"),
        traced_market_t=_market(parts),
    )
    bare = pl.DataFrame(schema={"month": lines.schema["month"], **NODE_SCHEMA})
    both = pl.concat(nodes) if nodes else bare
    return ParkTrace(ledger, year, whole, both)


def _column(name: str, parts: Sequence[pl.DataFrame]) -> pl.Expr:
    return pl.col(name) if any(name in part.columns for part in parts) else pl.lit(None)


def _market(parts: Sequence[pl.DataFrame]) -> pl.Expr:
    direct = pl.when(pl.col("table") != "flows").then("co2_t")
    return pl.coalesce(_column("traced_market_t", parts), direct).cast(pl.Float64)


def _carrier(
    carrier: str, group: pl.DataFrame, months: Sequence[Moment]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    nodes = sorted({*group["from_id"], *group["to_id"]} - {WORLD})
    mixed = group.filter(MIXED, pl.col("from_id") != WORLD)
    flows = flows_of(group, mixed, nodes, months)
    is_known = group["market_t"].null_count() == 0
    market = flows_of(group, mixed, nodes, months, "market_t").carbon if is_known else flows.carbon
    base = system_of(flows, "sink")
    count = len(nodes)
    both = replace(
        base, node=np.concatenate([base.node, base.node]),
        column=np.repeat([0, 1], count), amount=np.concatenate([flows.carbon, market], axis=1),
        columns=2,
    )  # fmt: skip
    place, trade = solve(both)
    trade = trade if is_known else np.full_like(trade, np.nan)
    at = _nodes(carrier, str(group["amount_unit"][0]), nodes, months, (flows.outflow, place, trade))
    return _valued(group, at, is_known=is_known), at


def flows_of(
    group: pl.DataFrame, mixed: pl.DataFrame, nodes: Sequence[str], months: Sequence[Moment],
    column: str = "co2_t",
) -> Flows:  # fmt: skip
    """A carrier's records as a network: what enters nodes, and what they pass on. [unit]"""
    inside = mixed.filter(pl.col("to_id") != WORLD)
    pairs = list(dict.fromkeys(inside.select("from_id", "to_id").iter_rows()))
    apart = group.filter((MIXED & (pl.col("from_id") != WORLD)).not_(), pl.col("to_id") != WORLD)
    entering, carbon = (
        table_of(apart, "to_id", name, nodes, months) for name in ("amount", column)
    )
    taken = table_of(inside, "to_id", "amount", nodes, months)
    given = table_of(mixed, "from_id", "amount", nodes, months)
    # who gives more than it gets makes the rest itself, at what the inventory says of it
    own = np.maximum(given - entering - taken, 0.0)
    booked = table_of(mixed, "from_id", column, nodes, months)
    carbon += np.divide(booked * own, given, out=np.zeros_like(given), where=given > 0.0)
    sent = np.zeros((len(months), len(pairs)))
    named = pl.concat_str("from_id", "to_id", separator="\t")
    wanted = ["\t".join(pair) for pair in pairs]
    places = (_places(inside["month"], months), _places(inside.select(named).to_series(), wanted))
    np.add.at(sent, places, inside["amount"].to_numpy())
    kept = table_of(inside, "from_id", "amount", nodes, months)
    none = no_branches(len(months))
    return Flows(
        network(nodes, links=pairs), none, none, sent, sent, np.arange(len(nodes)),
        entering + own, carbon, np.maximum(entering + own + taken - kept, 0.0),
    )  # fmt: skip


def table_of(
    lines: pl.DataFrame, side: str, column: str, nodes: Sequence[str], months: Sequence[Moment]
) -> Values:
    """A column summed by moment and by the node at one side of the records."""
    found = np.zeros((len(months), len(nodes)))
    np.add.at(
        found,
        (_places(lines["month"], months), _places(lines[side], nodes)),
        lines[column].fill_null(0.0).to_numpy(),
    )
    return found


def _places(names: pl.Series, known: Sequence[Any]) -> Index:
    number = dict(zip(known, range(len(known)), strict=True))
    if not len(names):
        return np.zeros(0, np.int64)
    found: Index = names.replace_strict(number, return_dtype=pl.Int64).to_numpy()
    return found


def _nodes(
    carrier: str, unit: str, nodes: Sequence[str], months: Sequence[Moment],
    tables: tuple[Values, Values, Values],
) -> pl.DataFrame:  # fmt: skip
    through, place, trade = (table.ravel() for table in tables)
    count = len(nodes)
    hours = pl.Series("month", months).gather(np.repeat(np.arange(len(months)), count))
    names = pl.Series("node", nodes, pl.String).gather(np.tile(np.arange(count), len(months)))
    found = pl.DataFrame([hours, names]).with_columns(
        carrier=pl.lit(carrier), amount_unit=pl.lit(unit), through=through, intensity=place,
        intensity_market=trade,
    ).select("month", *NODE_SCHEMA)  # fmt: skip
    return found.with_columns(pl.col("intensity", "intensity_market").fill_nan(None))


def _valued(group: pl.DataFrame, nodes: pl.DataFrame, *, is_known: bool) -> pl.DataFrame:
    mix = nodes.select("month", pl.col("node").alias("from_id"), "intensity", "intensity_market")
    both = group.join(mix, on=["month", "from_id"], how="left", maintain_order="left")
    is_mix = MIXED & (pl.col("from_id") != WORLD)

    def value(intensity: str, booked: str, nothing: pl.Expr) -> pl.Expr:
        mixed = pl.coalesce(pl.col("amount") * pl.col(intensity), nothing)
        return pl.when(is_mix).then(mixed).otherwise(pl.col(booked))

    # what goes round in a circle that nothing feeds carries nothing
    nothing = pl.lit(0.0)
    unknown = nothing if is_known else pl.lit(None, pl.Float64)
    return both.with_columns(
        traced_t=value("intensity", "co2_t", nothing),
        traced_market_t=value("intensity_market", "market_t", unknown),
    ).drop("intensity", "intensity_market")
