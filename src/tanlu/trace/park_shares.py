"""Which sources the energy at each node of a carrier comes from, moment by moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from tanlu.model.book import WORLD
from tanlu.trace.loops import Values
from tanlu.trace.park import MIXED, Moment, flows_of, table_of
from tanlu.trace.solve import solve
from tanlu.trace.traced import system_of

OUTSIDE, OWN = "outside", "own"
_NOISE = 1e-9  # of what a node is given: rounding of meters, not a plant


@dataclass(frozen=True, slots=True)
class SourceShares:
    """Shares of the energy at each node by class of source: (classes, moments, nodes). [1]

    Classes are `outside`, `own` (made at nodes that give more than they get), or an origin.
    """

    classes: tuple[str, ...]
    nodes: tuple[str, ...]
    shares: Values


def source_shares(lines: pl.DataFrame, moments: Sequence[Moment]) -> SourceShares:
    """Trace energy instead of carbon, one solve for all classes.

    Args:
        lines: Records of one carrier by month or hour.
        moments: The months or hours.

    Returns:
        Shares; where anything flows they sum to 1, else they are not numbers.

    Example:
        See `tests/unit/trace/test_park_shares.py`: half from outside, half from a roof.
    """
    nodes = sorted({*lines["from_id"], *lines["to_id"]} - {WORLD})
    mixed = lines.filter(MIXED, pl.col("from_id") != WORLD)
    flows = flows_of(lines, mixed, nodes, moments)
    apart = lines.filter((MIXED & (pl.col("from_id") != WORLD)).not_(), pl.col("to_id") != WORLD)
    named = pl.when(pl.col("from_id") == WORLD).then(pl.lit(OUTSIDE)).otherwise("origin")
    apart = apart.with_columns(kind=named)
    kinds = apart["kind"].unique().sort().to_list()
    tables = [
        table_of(apart.filter(pl.col("kind") == kind), "to_id", "amount", nodes, moments)
        for kind in kinds
    ]
    made = flows.given - sum(tables, np.zeros_like(flows.given))
    if (made > _NOISE * flows.given).any():
        kinds, tables = [*kinds, OWN], [*tables, np.maximum(made, 0.0)]
    if not kinds:
        return SourceShares((), tuple(nodes), np.zeros((0, len(moments), len(nodes))))
    base, count = system_of(flows, "sink"), len(nodes)
    system = replace(
        base, node=np.tile(base.node, len(kinds)), column=np.repeat(np.arange(len(kinds)), count),
        amount=np.concatenate(tables, axis=1), columns=len(kinds),
    )  # fmt: skip
    return SourceShares(tuple(kinds), tuple(nodes), solve(system))
