"""A year of a member in a few totals, and its comparison with what was published."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Totals of a year: output [CNY], energy [tce] and CO2 [t] by carrier.

    `unknown_energy` names carriers of which some coal equivalent is unknown:
    energy lacks them, so that it is no total and nothing may be divided by it.
    """

    year: int
    output_cny: float | None
    energy_by: Mapping[str, float]
    co2_by: Mapping[str, float]
    scope1_t: float
    scope2_t: float
    unknown_energy: tuple[str, ...] = ()

    @property
    def co2_t(self) -> float:
        """Emissions. [t CO2]"""
        return math.fsum(self.co2_by.values())

    @property
    def energy_tce(self) -> float:
        """Energy used, as far as it is known. [tce]"""
        return math.fsum(self.energy_by.values())

    @property
    def whole_energy_tce(self) -> float | None:
        """Energy used; None when any line's coal equivalent is unknown (R1). [tce]"""
        return None if self.unknown_energy else self.energy_tce

    @property
    def intensity(self) -> float | None:
        """Emissions per output value. [t/CNY]"""
        return self.co2_t / self.output_cny if self.output_cny else None

    @property
    def energy_intensity(self) -> float | None:
        """Energy per output value. [tce/CNY]"""
        energy = self.whole_energy_tce
        return energy / self.output_cny if self.output_cny and energy is not None else None

    @property
    def has_drivers(self) -> bool:
        """Whether output and energy are known and every carrier's share is one.

        More energy sent out than received makes a share negative; emissions of a
        process carry no energy, and the identity would lose them.
        """
        is_whole = not self.unknown_energy and all(e >= 0 for e in self.energy_by.values())
        is_energy = all(self.energy_by[c] > 0 for c, co2 in self.co2_by.items() if co2)
        return is_whole and is_energy and (self.output_cny or 0.0) > 0 and self.energy_tce > 0

    def factor(self, carrier: str) -> float:
        """Emissions per energy of a carrier. [t CO2/tce]"""
        return self.co2_by[carrier] / self.energy_by[carrier]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A computed total beside a published one, and the share that explains the gap."""

    year: int
    computed_t: float
    published_t: float
    cite: str
    record_id: str
    carrier: str = ""
    against: str = ""
    stated_share: float | None = None
    needed_share: float | None = None

    @property
    def gap_t(self) -> float:
        """Computed less published. [t CO2]"""
        return self.computed_t - self.published_t
