"""Use case: what power and heat of a park's joint plants carry under every rule."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from tanlu.account.chp import plant_of
from tanlu.catalog.content import Catalog
from tanlu.catalog.joint import joint_rules
from tanlu.catalog.sharing import sharing
from tanlu.model.book import Book
from tanlu.model.inventory import CHP, Ledger
from tanlu.trace.joint import Joint, UnderRule, under_rules

_KELVIN = 273.15


@dataclass(frozen=True, slots=True)
class JointPlant:
    """A plant of a year: the rule on its transfers, its figures, and all rules beside it."""

    member_id: str
    year: int
    rule: str
    plant: Joint
    rules: tuple[UnderRule, ...]

    def heat_t(self, under: UnderRule) -> float:
        """Carbon that heat would carry under a rule. [t]"""
        return under.heat * self.plant.heat_mwh

    def power_t(self, under: UnderRule) -> float:
        """Carbon that power would carry under a rule. [t]"""
        return under.power * self.plant.power_mwh


def joint_plants(book: Book, catalog: Catalog, ledger: Ledger, year: int) -> list[JointPlant]:
    """All plants whose transfers name a rule.

    Args:
        book: The park.
        catalog: The catalogue.
        ledger: All lines of the park.
        year: Calendar year.

    Returns:
        One per plant, with what a unit of power and of heat carries under each rule.
    """
    told = book.table("flows").select("record_id", "sharing", "supply_celsius")
    lines = ledger.lines.filter(pl.col("year") == year)
    out = lines.filter(pl.col("origin") == CHP, pl.col("gas") == "co2").join(told, on="record_id")
    burned = lines.filter(pl.col("table") == "activities")
    named = out.filter(pl.col("sharing").is_not_null())
    found = []
    for (member,), group in named.group_by(["from_id"], maintain_order=True):
        plant = plant_of(str(member), year, burned, group, catalog.carriers)
        warm = plant.supply_celsius
        joint = Joint(
            plant.fuel_mwh, plant.power_mwh, plant.heat_mwh, plant.co2_t,
            None if warm is None else warm + _KELVIN, sharing().ambient_celsius + _KELVIN,
        )  # fmt: skip
        rules = tuple(under_rules(joint, joint_rules()))
        found.append(JointPlant(plant.member_id, year, plant.rule, joint, rules))
    return found


def joint_record(plants: list[JointPlant]) -> list[dict[str, Any]]:
    """The plants as plain records."""
    return [
        {
            "plant": one.member_id,
            "year": one.year,
            "rule": one.rule,
            "co2_t": one.plant.co2_t,
            "fuel_mwh": one.plant.fuel_mwh,
            "power_mwh": one.plant.power_mwh,
            "heat_mwh": one.plant.heat_mwh,
            "rules": [
                {
                    "rule": under.rule,
                    "name": under.label.both(),
                    "status": under.status,
                    "power_t_per_mwh": under.power,
                    "heat_t_per_mwh": under.heat,
                    "power_t": one.power_t(under),
                    "heat_t": one.heat_t(under),
                }
                for under in one.rules
            ],
        }
        for one in plants
    ]
