"""What power and heat of one plant carry under every rule, so that a contract sees its choice.

The rule stands on the transfer (R10): buyer and seller use the same. Here all rules stand
side by side, with the formulas of `account.sharing` and the references of the catalogue.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.account.sharing import heat_by_efficiency, heat_by_energy, heat_by_exergy, heat_first
from tanlu.catalog.joint import JointRule
from tanlu.trace.formulas import heat_after_power
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Joint:
    """Fuel, power and heat of a plant [MWh], what it emits [t], temperatures [K]."""

    fuel_mwh: float
    power_mwh: float
    heat_mwh: float
    co2_t: float
    supply_k: float | None = None
    ambient_k: float | None = None


@dataclass(frozen=True, slots=True)
class UnderRule:
    """What a unit of power and of heat carries under a rule. [t/MWh]"""

    rule: str
    label: Text
    status: str
    power: float
    heat: float


def heat_part(plant: Joint, rule: JointRule) -> float | None:
    """Part of the emissions that belongs to heat; below 0 where power is credited with more.

    Args:
        plant: A period of the plant.
        rule: A rule with its references.

    Returns:
        The part, or None where the plant lacks a figure that the rule needs. [1]
    """
    heat, power, at = plant.heat_mwh, plant.power_mwh, rule.arguments
    if rule.kind == "energy":
        return float(heat_by_energy(heat, power))
    if rule.kind == "references":
        return float(heat_by_efficiency(heat, power, at["heat"], at["power"]))
    if rule.kind == "heat_first":
        return float(heat_first(heat, plant.fuel_mwh, at["heat"])) if plant.fuel_mwh else None
    if rule.kind == "power_first":
        return float(heat_after_power(power, at["power"], plant.co2_t)) if plant.co2_t else None
    return _exergy(plant)


def _exergy(plant: Joint) -> float | None:
    supply, ambient = plant.supply_k, plant.ambient_k
    if supply is None or ambient is None or supply <= ambient:
        return None
    return float(heat_by_exergy(plant.heat_mwh, plant.power_mwh, supply, ambient))


def under_rules(plant: Joint, rules: Mapping[str, JointRule]) -> Sequence[UnderRule]:
    """The intensities of power and heat under every rule that the plant has figures for.

    Args:
        plant: A period of the plant, with both power and heat.
        rules: Rules by code.

    Returns:
        One entry per rule; power and heat together carry what was emitted under each.
    """
    found = []
    for code, rule in rules.items():
        part = heat_part(plant, rule)
        if part is None or not plant.power_mwh or not plant.heat_mwh:
            continue
        power = (1.0 - part) * plant.co2_t / plant.power_mwh
        heat = part * plant.co2_t / plant.heat_mwh
        found.append(UnderRule(code, rule.label, rule.status, power, heat))
    return found
