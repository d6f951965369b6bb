"""Green power of a boundary and year: used, supplied directly, traded, certificated. [MWh]"""

from dataclasses import dataclass

import polars as pl

from tanlu.account.claim import DIRECT
from tanlu.model.book import WORLD
from tanlu.model.inventory import PRIMARY, RENEWABLE, Inventory

_PLAIN = pl.col("origin").is_null() | pl.col("origin").is_in(["grid"])
_BY_FUEL = ("chp", "biomass")


@dataclass(frozen=True, slots=True)
class GreenPower:
    """Power of a boundary in a year, in parts. [MWh]

    `direct_mwh` is physical: own plants and direct lines, whoever holds the certificates;
    `direct_sold_mwh` is the part of it that the market-based view does not grant, because
    its certificates were sold or no contract is on record.
    """

    used_mwh: float
    own_mwh: float
    line_mwh: float
    direct_sold_mwh: float
    traded_mwh: float
    certificated_mwh: float

    @property
    def direct_mwh(self) -> float:
        """Green power supplied directly, own plants included. [MWh]"""
        return self.own_mwh + self.line_mwh

    @property
    def green_mwh(self) -> float:
        """Green power that may be claimed: direct and not sold, traded, certificated. [MWh]"""
        granted = self.direct_mwh - self.direct_sold_mwh
        return granted + self.traded_mwh + self.certificated_mwh


def green_power(inventory: Inventory) -> GreenPower:
    """Green power of a cut.

    Args:
        inventory: A cut at any level; its member's whole is what counts.

    Returns:
        Power used and its green parts. Power used is what was received and made,
        less what was sent out; what a store lost is used.
    """
    ledger = inventory.ledger
    inside = [n for n, chain in ledger.chains.items() if inventory.member_id in chain]
    power = ledger.lines.filter(
        pl.col("year") == inventory.year, pl.col("line_id").is_in(_powers(inventory))
    )
    received = power.filter(pl.col("to_id").is_in(inside))
    green = received.filter(pl.col("origin").is_in(RENEWABLE))
    outside = pl.col("from_id") == WORLD
    view = ledger.market.lines.filter(pl.col("line_id").is_in(green["line_id"].implode()))
    kinds = _by_kind(inventory, received.filter(pl.col("from_id").is_in(inside).not_()))
    return GreenPower(
        used_mwh=_used(power, inside),
        own_mwh=_sum(green.filter(outside.not_())),
        line_mwh=_sum(green.filter(outside)),
        direct_sold_mwh=float(view["rest_mwh"].sum()),
        traded_mwh=kinds.get("green_power_trade", 0.0),
        certificated_mwh=kinds.get("gec", 0.0),
    )


def _powers(inventory: Inventory) -> pl.Expr:
    return pl.lit(inventory.ledger.market.lines["line_id"].implode())


def _used(power: pl.DataFrame, inside: list[str]) -> float:
    into, out = pl.col("to_id").is_in(inside), pl.col("from_id").is_in(inside)
    gained = pl.col("origin").is_in(PRIMARY).fill_null(value=False)
    made = pl.col("origin").is_in(_BY_FUEL).fill_null(value=False)
    entering = power.filter(into, out.not_() | gained | made)
    sent = power.filter(out, into.not_(), (gained | made).not_())
    return _sum(entering) + _by_plants(power, inside) - _sum(sent)


def _by_plants(power: pl.DataFrame, inside: list[str]) -> float:
    # a member that gives more than it gets, of no stated origin, makes the difference itself
    plain = power.filter(_PLAIN)
    given = dict(plain.group_by("from_id").agg(pl.col("amount").sum()).iter_rows())
    taken = dict(plain.group_by("to_id").agg(pl.col("amount").sum()).iter_rows())
    return float(sum(max(given.get(n, 0.0) - taken.get(n, 0.0), 0.0) for n in inside))


def _by_kind(inventory: Inventory, entering: pl.DataFrame) -> dict[str, float]:
    kinds = {h.certificate_id: h.kind for h in inventory.ledger.market.holdings}
    uses = inventory.ledger.market.uses.filter(
        pl.col("line_id").is_in(entering["line_id"].implode())
    )
    found: dict[str, float] = {}
    for name, mwh in uses.select("certificate_id", "mwh").iter_rows():
        if kinds[name] not in DIRECT:
            found[kinds[name]] = found.get(kinds[name], 0.0) + mwh
    return found


def _sum(lines: pl.DataFrame) -> float:
    return float(lines["amount"].sum())
