"""Power of a park as the zero-carbon method sees it: what was green, and how it came."""

from dataclasses import dataclass

import polars as pl

from tanlu.model.inventory import Inventory


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
        """Power used in the park. [MWh]"""
        return self.received_mwh + self.own_mwh - self.sent_mwh

    @property
    def green_mwh(self) -> float:
        """Power used that the method counts as zero. [MWh]"""
        return self.own_mwh + self.direct_mwh + self.traded_mwh - self.sent_green_mwh

    @property
    def grid_mwh(self) -> float:
        """Power received that takes the method's factor. [MWh]"""
        return self.received_mwh - self.direct_mwh - self.traded_mwh

    @property
    def sent_grid_mwh(self) -> float:
        """Power sent out that takes the method's factor. [MWh]"""
        return self.sent_mwh - self.sent_green_mwh


def power_of(inventory: Inventory, power: tuple[str, ...]) -> PowerUse:
    """Power received and sent, as far as the lines of a cut tell.

    Args:
        inventory: The park's cut.
        power: Codes of carriers that are power.

    Returns:
        Power received and sent; nothing is green without a proof.
    """
    is_power = pl.col("carrier").is_in(power)
    received = inventory.entering.filter(is_power)["amount"].sum()
    sent = inventory.exported.filter(is_power)["amount"].sum()
    return PowerUse(received_mwh=float(received), sent_mwh=float(sent))
