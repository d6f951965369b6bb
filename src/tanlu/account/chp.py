"""What power and heat of a joint plant carry, by the rule on the transfer, the others beside it.

The plant burns fuel (its scope 1); what it delivers carries a share of that, so that buyer
and seller use one rule and all that leaves the plant sums to what it emitted (R10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from tanlu.account.sharing import heat_by_efficiency, heat_by_energy, heat_by_exergy, heat_first
from tanlu.catalog.derive import GJ_PER_TCE
from tanlu.catalog.sharing import sharing
from tanlu.model.factor import Carrier, Factor

GJ_PER_MWH = 3.6
_KELVIN = 273.15


@dataclass(frozen=True, slots=True)
class Plant:
    """A year of a plant: CO2 [t], fuel, power and heat [MWh], supply temperature [°C]."""

    member_id: str
    year: int
    rule: str
    co2_t: float
    fuel_mwh: float
    power_mwh: float
    heat_mwh: float
    supply_celsius: float | None

    def part_of_heat(self, rule: str) -> float | None:
        """Part of the emissions that belongs to heat; None where the rule lacks a figure. [1]"""
        if not self.heat_mwh or not self.power_mwh:
            return 1.0 if self.heat_mwh else 0.0
        known = sharing()
        if rule == "energy":
            return float(heat_by_energy(self.heat_mwh, self.power_mwh))
        if rule == "efficiency":
            at = (known.e_heat, known.e_power)
            return float(heat_by_efficiency(self.heat_mwh, self.power_mwh, *at))
        if rule == "heat_first":
            return self._first(known.e_heat)
        return self._exergy(known.ambient_celsius)

    def _first(self, e_heat: float) -> float | None:
        if not self.fuel_mwh:
            return None
        return min(float(heat_first(self.heat_mwh, self.fuel_mwh, e_heat)), 1.0)

    def _exergy(self, ambient_celsius: float) -> float | None:
        if self.supply_celsius is None or self.supply_celsius <= ambient_celsius:
            return None
        supply, ambient = self.supply_celsius + _KELVIN, ambient_celsius + _KELVIN
        return float(heat_by_exergy(self.heat_mwh, self.power_mwh, supply, ambient))


def shared_factors(
    burned: pl.DataFrame, shared: pl.DataFrame, carriers: Mapping[str, Carrier]
) -> dict[tuple[str, int, str], tuple[Factor, ...]]:
    """What a unit of each carrier out of a plant carries: by its rule, then by the others.

    Args:
        burned: Lines of fuel and processes, for what the plant emits.
        shared: Records of flows out of plants whose rule is named, in MWh and GJ.
        carriers: What each carrier is.

    Returns:
        Plant, year and carrier to factors, the one taken first. [t CO2/MWh], [t CO2/GJ]
    """
    found = {}
    for key, group in shared.group_by(["from_id", "year"], maintain_order=True):
        plant = plant_of(str(key[0]), int(str(key[1])), burned, group, carriers)
        for carrier in group["carrier"].unique():
            found[(plant.member_id, plant.year, carrier)] = _factors(plant, carriers[carrier])
    return found


def plant_of(
    member: str, year: int, burned: pl.DataFrame, group: pl.DataFrame,
    carriers: Mapping[str, Carrier],
) -> Plant:  # fmt: skip
    """A year of a plant from its lines and the flows out of it."""
    power = [c for c, carrier in carriers.items() if carrier.kind == "power"]
    own = burned.filter(pl.col("to_id") == member, pl.col("year") == year)
    heat = group.filter(pl.col("carrier").is_in(power).not_())
    warm = heat.filter(pl.col("supply_celsius").is_not_null())
    total = float(warm["amount"].sum())
    mean = float((warm["amount"] * warm["supply_celsius"]).sum()) / total if total else None
    return Plant(
        member_id=member,
        year=year,
        rule=str(group["sharing"][0]),
        co2_t=float(own["co2_t"].sum()),
        fuel_mwh=float(own["energy_tce"].sum()) * GJ_PER_TCE / GJ_PER_MWH,
        power_mwh=float(group.filter(pl.col("carrier").is_in(power))["amount"].sum()),
        heat_mwh=float(heat["amount"].sum()) / GJ_PER_MWH,
        supply_celsius=mean,
    )


def _factors(plant: Plant, carrier: Carrier) -> tuple[Factor, ...]:
    rules = sorted(sharing().cites, key=lambda rule: rule != plant.rule)  # the one named first
    return tuple(f for rule in rules if (f := _factor(plant, carrier, rule)))


def _factor(plant: Plant, carrier: Carrier, rule: str) -> Factor | None:
    part = plant.part_of_heat(rule)
    if part is None:
        return None
    is_power = carrier.kind == "power"
    share = 1.0 - part if is_power else part
    amount = plant.power_mwh if is_power else plant.heat_mwh * GJ_PER_MWH
    unit = "MWh" if is_power else "GJ"
    document, _, clause = sharing().cites[rule].partition("#")
    return Factor(
        factor_id=f"rule/sharing/{rule}/{plant.member_id}/{plant.year}/{carrier.carrier_id}",
        subject=carrier.carrier_id, quantity="emission", series=f"rule.sharing.{rule}",
        place="world",
        from_on=date(plant.year, 1, 1), to_on=date(plant.year + 1, 1, 1),
        value=share * plant.co2_t / amount if amount else 0.0, unit=f"t CO2/{unit}",
        citation_id=document, clause=clause, status="derived",
        printed=f"{share:.6g} × {plant.co2_t:.10g} t ÷ {amount:.10g} {unit}",
        note=f"Share of the plant {plant.member_id} by the rule {rule} (R10).",
        supplier_id=plant.member_id,
    )  # fmt: skip
