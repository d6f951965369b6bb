"""Power of a park as the zero-carbon method sees it: what was green, and how it came."""

from dataclasses import dataclass

import polars as pl

from tanlu.account.green import green_power
from tanlu.model.inventory import RENEWABLE, Inventory


@dataclass(frozen=True, slots=True)
class PowerUse:
    """Power of a year. [MWh]

    `direct` and `traded` are parts of `received`: supplied directly by non-fossil
    plants, and covered by green-power trade or cancelled certificates. `own` is
    made in the park without fossil fuel and used there. Without a record of how any
    power came, `is_recorded` is false: that nothing is green is then not known (R1).
    """

    received_mwh: float = 0.0
    sent_mwh: float = 0.0
    own_mwh: float = 0.0
    direct_mwh: float = 0.0
    traded_mwh: float = 0.0
    sent_green_mwh: float = 0.0
    is_recorded: bool = False

    @property
    def used_mwh(self) -> float:
        """Power used that is no product of fuels burned in the park. [MWh]"""
        return self.received_mwh + self.own_mwh - self.sent_grid_mwh

    @property
    def green_mwh(self) -> float:
        """Power used that the method counts as zero. [MWh]"""
        return self.own_mwh + self.direct_mwh + self.traded_mwh

    @property
    def grid_mwh(self) -> float:
        """Power received that takes the method's factor. [MWh]"""
        return self.received_mwh - self.direct_mwh - self.traded_mwh

    @property
    def sent_grid_mwh(self) -> float:
        """Power sent out that takes the method's factor. [MWh]"""
        return self.sent_mwh - self.sent_green_mwh


def power_of(inventory: Inventory, power: tuple[str, ...]) -> PowerUse:
    """Power of a cut, green power told apart as far as flows and certificates prove it.

    Args:
        inventory: The park's cut.
        power: Codes of carriers that are power.

    Returns:
        Power received, sent and made; nothing is green without a record.
    """
    is_power, is_green = pl.col("carrier").is_in(power), pl.col("origin").is_in(RENEWABLE)
    inside = [n for n, chain in inventory.ledger.chains.items() if inventory.member_id in chain]
    outside = pl.col("from_id").is_in(inside).not_()  # own plants enter a cut too
    received = inventory.entering.filter(is_power, outside, pl.col("gas") == "co2")
    sent = inventory.exported.filter(is_power, pl.col("gas") == "co2")
    green = green_power(inventory)
    return PowerUse(
        received_mwh=_mwh(received),
        sent_mwh=_mwh(sent),
        own_mwh=green.own_mwh,
        direct_mwh=green.line_mwh,
        traded_mwh=green.traded_mwh + green.certificated_mwh,
        sent_green_mwh=_mwh(sent.filter(is_green)),
        is_recorded=bool(
            received["origin"].is_not_null().any() or green.green_mwh or green.own_mwh
        ),
    )


def _mwh(lines: pl.DataFrame) -> float:
    return float(lines["amount"].sum())
