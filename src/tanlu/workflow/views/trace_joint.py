"""Joint plants for the API: what power and heat carry under every rule, each with its proof."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.joint import joint_rules
from tanlu.model.inventory import CHP
from tanlu.report.findings import Findings
from tanlu.trace.joint import UnderRule
from tanlu.types import Text
from tanlu.workflow.trace_joint import JointPlant, joint_plants
from tanlu.workflow.views.figure import View, figure, key_of, named, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.proof_parts import formula_view, proof_of, record_view

_RULE = Text("{name}; {cite}; {status}.", "{name}；{cite}；{status}。")
_FORMULAS = {
    "energy": "heat_by_energy", "references": "heat_by_efficiency", "exergy": "heat_by_exergy",
    "heat_first": "heat_first",
}  # fmt: skip


def joint_view(findings: Findings, year: int) -> View:
    """The plants of a year as the API's record `JointPlants`."""
    plants = joint_plants(findings.book, findings.catalog, findings.ledger, year)
    return {
        "park_id": findings.book.park.park_id,
        "year": year,
        "version": findings.version,
        "plants": [_plant(findings, one) for one in plants],
    }


def _plant(findings: Findings, one: JointPlant) -> View:
    return {
        "member_id": one.member_id,
        "member": text(slice_label(findings, "member", one.member_id)),
        "rule": one.rule,
        "rules": [
            {
                "rule": under.rule,
                "label": text(under.label),
                "status": under.status,
                "is_taken": under.rule == one.rule,
                "power": _figure(findings, one, under, "power"),
                "heat": _figure(findings, one, under, "heat"),
            }
            for under in one.rules
        ],
    }


def _figure(findings: Findings, one: JointPlant, under: UnderRule, side: str) -> View:
    key = key_of("trace_joint", one.year, one.member_id, under.rule, side)
    value = under.power if side == "power" else under.heat
    return figure(key, value, f"{findings.mass_unit}/MWh", named(f"trace_joint_{side}"))


def _proof(findings: Findings, parts: list[str]) -> View:
    year, member, rule, side = parts
    plants = joint_plants(findings.book, findings.catalog, findings.ledger, int(year))
    one = next(plant for plant in plants if plant.member_id == member)
    under = next(found for found in one.rules if found.rule == rule)
    known = joint_rules()[rule]
    told = _RULE.fill(name=known.label, cite=known.cite, status=known.status)
    lines = findings.ledger.lines.filter(
        pl.col("year") == int(year), pl.col("from_id") == member, pl.col("origin") == CHP
    )
    records = lines["record_id"].unique(maintain_order=True)
    code = _FORMULAS[known.kind]
    values = {name: _value(one, known.arguments, name) for name in FORMULAS[code].symbols}
    return proof_of(
        _figure(findings, one, under, side), formula=formula_view(FORMULAS[code], values),
        records=[record_view(findings, "flows", name) for name in records],
        notes=[text(told)],
    )  # fmt: skip


def _value(one: JointPlant, arguments: Mapping[str, float], name: str) -> float:
    plant = one.plant
    known: dict[str, float | None] = {
        "heat": plant.heat_mwh, "electric": plant.power_mwh, "fuel_in": plant.fuel_mwh,
        "e_heat": arguments.get("heat"), "e_power": arguments.get("power"),
        "supply_k": plant.supply_k, "ambient_k": plant.ambient_k,
    }  # fmt: skip
    return known[name] or 0.0


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {"trace_joint": _proof}
"""Kind of figure to the function that proves it."""
