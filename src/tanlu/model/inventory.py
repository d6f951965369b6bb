"""The ledger of all emitting lines, and an inventory as a cut through it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from tanlu.errors import Fault
from tanlu.model.factor import Resolved
from tanlu.model.market import Market
from tanlu.model.preparation import NOTHING, Preparation
from tanlu.types import Text

LINE_SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "line_id": pl.String, "table": pl.String, "record_id": pl.String, "row": pl.Int64,
    "from_id": pl.String, "to_id": pl.String, "stream": pl.String, "carrier": pl.String,
    "system": pl.String, "scope": pl.Int8, "gas": pl.String, "start": pl.Date, "end": pl.Date,
    "year": pl.Int32, "quality": pl.String, "written_amount": pl.Float64,
    "written_unit": pl.String, "amount": pl.Float64, "amount_unit": pl.String,
    "energy_tce": pl.Float64, "gas_t": pl.Float64, "co2_t": pl.Float64, "formula": pl.String,
    "choice": pl.Int64, "origin": pl.String, "share": pl.Float64, "piece": pl.String,
    "mean": pl.String, "market_t": pl.Float64,
}  # fmt: skip
"""Columns of a line. `co2_t` is CO2 equivalent under the ledger's one GWP set;
an activity line has `from_id` null and stands at `to_id`. `origin` is of power alone.
`share` of the record and `piece`, the row that set it apart, are null where the line
is the whole of it; `mean` names the batches whose values the line took. `market_t` is
what purchased energy carries in the market-based view, null where none is known."""

STORAGE, CHP = "storage", "chp"
PRIMARY = ("pv", "wind", "hydro", "other_renewable")
"""Origins whose power is energy gained from nature: no fuel was counted for it before."""
RENEWABLE = (*PRIMARY, "biomass")
"""Origins that certificates are issued for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The formula and factors taken for all records of one kind."""

    formula: str
    gas: str
    factors: Mapping[str, Resolved]
    gwp: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every line of a park, before any boundary is drawn."""

    park_id: str
    method: str
    gwp_set: str
    digest: str
    lines: pl.DataFrame
    choices: tuple[Choice, ...]
    chains: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    labels: Mapping[str, Text]
    notes: tuple[Fault, ...] = ()
    preparation: Preparation = NOTHING
    market: Market = field(default_factory=Market)


@dataclass(frozen=True, slots=True)
class Inventory:
    """A cut: what is emitted inside, carried inward, carried outward, and cancels."""

    boundary: str
    member_id: str
    year: int
    ledger: Ledger
    lines: pl.DataFrame
    exported: pl.DataFrame
    internal: pl.DataFrame
    missing: tuple[Fault, ...] = ()

    @property
    def members_t(self) -> float:
        """Sum over members as if each stood alone. [t CO2]"""
        return float(self.lines["co2_t"].sum())

    @property
    def elimination_t(self) -> float:
        """What members booked for supply among themselves. [t CO2]"""
        return float(self.internal["co2_t"].sum())

    @property
    def total_t(self) -> float:
        """Emissions of the boundary: members less elimination. [t CO2]

        Summed over what enters, not as a difference, so that supply among
        members leaves no trace in it, not even a rounding.
        """
        return float(self.entering["co2_t"].sum())

    @property
    def entering(self) -> pl.DataFrame:
        """Lines that no other cell supplied: emitted inside, or carried in from outside."""
        return self.lines.filter(pl.col("from_cell").is_null())

    @property
    def location_t(self) -> float:
        """Scope 2 by the location-based view: a part of the total. [t CO2]"""
        return float(self.entering.filter(pl.col("scope") == 2)["co2_t"].sum())

    @property
    def market_t(self) -> float | None:
        """Scope 2 by the market-based view; None when any line has none (R1, R3). [t CO2]"""
        bought = self.entering.filter(pl.col("scope") == 2)["market_t"]
        return None if bought.null_count() else float(bought.sum())

    @property
    def market_total_t(self) -> float | None:
        """The total with the market-based view of scope 2 in place of the other (R3). [t CO2]

        It stands beside `total_t` and is never added to it.
        """
        if self.market_t is None:
            return None
        rest = self.entering.filter(pl.col("scope") != 2)["co2_t"]
        return float(rest.sum()) + self.market_t

    @property
    def biogenic_t(self) -> float:
        """CO2 of biogenic origin, apart from the total (R4). [t CO2]"""
        return float(self.entering.filter(pl.col("gas") == "co2_biogenic")["gas_t"].sum())
