"""The market-based view of purchased power: what covers a line, what is left of a certificate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from tanlu.errors import Fault
from tanlu.model.factor import Factor, Resolved

MARKET_SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "line_id": pl.String, "market_t": pl.Float64, "covered_mwh": pl.Float64,
    "own_mwh": pl.Float64, "rest_mwh": pl.Float64, "rest": pl.Int64, "way": pl.String,
}  # fmt: skip
"""One row per line of purchased power. `covered_mwh` by certificates, `own_mwh` from own plants or
a proven direct line, `rest_mwh` neither; `rest` is the index of the factor that the rest took."""

USE_SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "certificate_id": pl.String, "member_id": pl.String, "line_id": pl.String, "mwh": pl.Float64,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holding:
    """A certificate with what became of it; `state` is a code of labels.yaml. [MWh]"""

    certificate_id: str
    kind: str
    year: int
    group: str
    state: str
    factor: Factor
    cite: str
    issued_mwh: float
    used_mwh: float

    @property
    def surplus_mwh(self) -> float:
        """What no load was there for; it is never carried on or turned into a credit. [MWh]"""
        return self.issued_mwh - self.used_mwh if self.state == "used" else 0.0


@dataclass(frozen=True, slots=True)
class Market:
    """What the market-based view took, line by line and certificate by certificate.

    `uses` has the certificates of each user (`line_id` empty) and of each line: a line
    that supplies others carries theirs too, so that only the user's rows may be added up.
    """

    lines: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=MARKET_SCHEMA))
    uses: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=USE_SCHEMA))
    holdings: tuple[Holding, ...] = ()
    factors: tuple[Resolved, ...] = ()
    faults: tuple[Fault, ...] = ()
