"""The bridge from one inventory to another: what changed, because of what."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

CAUSES = ("activity", "factor", "method", "boundary")
"""Why an inventory differs from another one (R12), in the order of reading."""

ITEM_SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "kind": pl.String, "table": pl.String, "record_id": pl.String, "gas": pl.String,
    "row": pl.Int64, "from_id": pl.String, "to_id": pl.String, "stream": pl.String,
    "carrier": pl.String, "scope": pl.Int8, "start": pl.Date, "end": pl.Date,
    "unit": pl.String, "old_amount": pl.Float64, "new_amount": pl.Float64,
    "old_t": pl.Float64, "new_t": pl.Float64, "pair": pl.Int64,
    **dict.fromkeys(CAUSES, pl.Float64),
}  # fmt: skip
"""Columns of a bridge's items: one line of one gas, with its share of each cause. [t CO2]

`kind` is changed, added, removed (a record of a member that is in both), joined,
left (a member or a supply that came in or went out of the boundary), gas_added or
gas_removed (a gas that is now counted, or no longer)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A factor as one side took it."""

    value: float
    unit: str
    factor_id: str
    citation_id: str
    clause: str
    found: str


@dataclass(frozen=True, slots=True)
class FactorChange:
    """A factor that differs between two inventories, and what that comes to.

    `co2_t` is None where the change cannot be told apart from others that
    happened to the same lines. [t CO2]
    """

    cause: str
    subject: str
    quantity: str
    gas: str
    old: Taken | None
    new: Taken | None
    lines: int
    co2_t: float | None


@dataclass(frozen=True, slots=True)
class Rules:
    """By which rules a side was computed."""

    method: str
    gwp_set: str
    digest: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """The difference of two totals, split exactly into causes. [t CO2]"""

    old_t: float
    new_t: float
    old_rules: Rules
    new_rules: Rules
    items: pl.DataFrame
    changes: tuple[FactorChange, ...] = ()

    @property
    def difference_t(self) -> float:
        """New less old. [t CO2]"""
        return self.new_t - self.old_t

    @property
    def parts(self) -> dict[str, float]:
        """Each cause's part; the parts sum to the difference. [t CO2]"""
        return {cause: float(self.items[cause].sum()) for cause in CAUSES}

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs: no amount, no factor, no document, no line."""
        return self.items.is_empty() and not self.changes

    def by(self, column: str) -> dict[str, dict[str, float]]:
        """Old, new and each cause by a column of the items. [t CO2]"""
        sums = self.items.group_by(pl.col(column).cast(pl.String).fill_null("")).agg(
            pl.col("old_t", "new_t", *CAUSES).sum()
        )
        return {row.pop(column): row for row in sums.sort(column).iter_rows(named=True)}
