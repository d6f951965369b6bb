"""Purchased energy of a cut in both views, line by line, each step with its rule (R3, R7-R10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from tanlu.model.factor import Factor, Resolved
from tanlu.model.inventory import Inventory
from tanlu.model.market import Holding

RULES: Mapping[str, tuple[str, ...]] = {
    "own": ("R8",),
    "direct": ("R9",),
    "certificate": ("R9",),
    "supplier": ("R5", "R9"),
    "residual": ("R3", "R5"),
    "substitute": ("R3", "R5"),
    "refused": ("R1", "R3"),
    "shared": ("R10",),
    "stored": ("R8",),
    "same": ("R3",),
    "gas": ("R3",),
}
"""What the market-based view took for a part of a line, and the rules it follows."""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a line in the market-based view: how much, by what, at which factor."""

    code: str
    mwh: float | None
    market_t: float | None
    factor: Factor | None = None
    resolved: Resolved | None = None
    certificate_id: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that it follows."""
        return RULES[self.code]


@dataclass(frozen=True, slots=True)
class Bought:
    """A line of purchased energy in both views, never added up."""

    row: Mapping[str, Any]
    location: Resolved
    steps: tuple[Step, ...]
    is_power: bool

    @property
    def covered_mwh(self) -> float:
        """What certificates cover. [MWh]"""
        return sum(s.mwh or 0.0 for s in self.steps if s.certificate_id)


def bought_lines(inventory: Inventory) -> list[Bought]:
    """Lines of purchased energy that a cut books, supply among its cells included.

    Args:
        inventory: A cut.

    Returns:
        One per line, ordered by its code.
    """
    view = inventory.ledger.market
    known = {row["line_id"]: row for row in view.lines.iter_rows(named=True)}
    covers: dict[str, list[tuple[str, float]]] = {}
    for use in view.uses.filter(pl.col("line_id").is_not_null()).iter_rows(named=True):
        covers.setdefault(use["line_id"], []).append((use["certificate_id"], use["mwh"]))
    rows = inventory.lines.filter(pl.col("scope") == 2).sort("line_id").iter_rows(named=True)
    return [
        _bought(inventory, row, known.get(row["line_id"]), covers.get(row["line_id"], []))
        for row in rows
    ]


def _bought(
    inventory: Inventory,
    row: Mapping[str, Any],
    market: Mapping[str, Any] | None,
    cover: list[tuple[str, float]],
) -> Bought:
    factors = inventory.ledger.choices[row["choice"]].factors
    location = factors.get("emission") or next(iter(factors.values()))
    if market is None:  # heat, cold, and other gases of power
        code = "same" if row["gas"] == "co2" else "gas"
        step = Step(code, None, row["market_t"], location.factor, location)
        return Bought(row, location, (step,), is_power=False)
    if market["way"] == "stored":
        return Bought(row, location, (_stored(row, market, location),), is_power=True)
    held = {h.certificate_id: h for h in inventory.ledger.market.holdings}
    steps = [_covered(held[name], mwh, market["way"]) for name, mwh in sorted(cover)]
    if market["own_mwh"]:
        steps.append(Step("own", market["own_mwh"], 0.0, location.factor, location))
    steps += _rest(inventory, market)
    return Bought(row, location, tuple(steps), is_power=True)


def _stored(row: Mapping[str, Any], market: Mapping[str, Any], location: Resolved) -> Step:
    return Step("stored", row["amount"], market["market_t"], location.factor, location)


def _covered(holding: Holding, mwh: float, way: str) -> Step:
    code = "direct" if way == "direct" else "certificate"
    factor = holding.factor
    return Step(code, mwh, mwh * factor.value, factor, None, holding.certificate_id)


def _rest(inventory: Inventory, market: Mapping[str, Any]) -> list[Step]:
    if not market["rest_mwh"]:
        return []
    if market["rest"] is None:
        return [Step("refused", market["rest_mwh"], None)]
    resolved = inventory.ledger.market.factors[market["rest"]]
    code = "shared" if market["way"] == "shared" else _code(resolved)
    rest = market["rest_mwh"]
    return [Step(code, rest, rest * resolved.value, resolved.factor, resolved)]


def _code(resolved: Resolved) -> str:
    if resolved.factor.quantity == "residual":
        return "residual"
    # a factor of the grid here is what the method names where no residual mix is published
    return "supplier" if resolved.found == "supplier" else "substitute"


def is_asked(inventory: Inventory) -> bool:
    """Whether any instrument is on record, so that the market-based view says more than the other.

    Certificates, contracts, a supplier's factor, own plants or stores.
    """
    view = inventory.ledger.market
    ways = view.lines["way"].unique()
    own = any(f.found == "supplier" for f in view.factors)
    return bool(view.holdings) or own or any(way != "plain" for way in ways)
