"""Purchased energy in both views for the API: totals, lines with steps, members, certificates."""

from typing import Any

import polars as pl

from tanlu.account.green import green_power
from tanlu.account.scope2 import Bought, Step, bought_lines, is_asked
from tanlu.model.inventory import Inventory
from tanlu.model.label import label
from tanlu.model.market import Holding
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.scope2_record import certificates_of, holdings, net_purchased, warnings
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label

GREEN = ("used", "own", "line", "direct_sold", "traded", "certificated", "green")


def scope2_view(findings: Findings, inventory: Inventory) -> View:
    """Scope 2 of an inventory as the API's record `Scope2`; the two are never added (R3)."""
    lines = bought_lines(inventory)
    net = net_purchased(inventory, findings.catalog)
    return {
        "park_id": findings.book.park.park_id,
        "member_id": inventory.member_id,
        "boundary": inventory.boundary,
        "year": inventory.year,
        "version": findings.version,
        "is_asked": is_asked(inventory),
        "location": total_figure(findings, inventory, "location"),
        "market": total_figure(findings, inventory, "market"),
        "market_total": total_figure(findings, inventory, "market_total"),
        "lines": [_line(findings, line) for line in lines],
        "members": _members(findings, inventory),
        "certificates": [certificate_view(findings, h) for h in holdings(inventory)],
        "green": [green_figure(inventory, name) for name in GREEN],
        "exported": mass(
            findings, key_of("exported", *at(inventory)), _sent(inventory), named("exported")
        ),
        "net": net_figure(findings, inventory, net["location_t"]) if net else None,
        "net_cite": net["named_by"] if net else None,
        "warnings": [fault_view(fault) for fault in warnings(inventory)],
    }


def at(inventory: Inventory) -> tuple[int, str, str]:
    """Year, boundary and member: the parts of a key that name a cut."""
    return (inventory.year, inventory.boundary, inventory.member_id)


def total_figure(findings: Findings, inventory: Inventory, view: str) -> View:
    """Scope 2 by one view, or the total with the market-based one. [t CO2e]"""
    values = {
        "location": inventory.location_t,
        "market": inventory.market_t,
        "market_total": inventory.market_total_t,
    }
    key = key_of(f"scope2_{view}", *at(inventory))
    return mass(findings, key, values[view], named(f"scope2_{view}"))


def net_figure(findings: Findings, inventory: Inventory, value: float) -> View:
    """Purchased less sent out, location-based. [t CO2e]"""
    return mass(findings, key_of("scope2_net", *at(inventory)), value, named("scope2_net"))


def market_figure(findings: Findings, line: Bought) -> View:
    """What a line carries in the market-based view. [t CO2e]"""
    row = line.row
    name = slice_label(findings, "carrier", row["carrier"])
    return mass(findings, key_of("market_line", row["line_id"]), row["market_t"], name)


def step_figure(findings: Findings, line: Bought, index: int) -> View:
    """What a part of a line carries in the market-based view. [t CO2e]"""
    step = line.steps[index]
    key = key_of("market_step", line.row["line_id"], index)
    return mass(findings, key, step.market_t, label("market_step", step.code))


def green_figure(inventory: Inventory, name: str) -> View:
    """One part of the power of a year. [MWh]"""
    value = getattr(green_power(inventory), f"{name}_mwh")
    return figure(key_of("green", *at(inventory), name), value, "MWh", named(f"green_{name}"))


def certificate_figure(holding: Holding, name: str) -> View:
    """What a certificate was issued for, what was used of it, and what is left. [MWh]"""
    value = getattr(holding, f"{name}_mwh")
    key = key_of("certificate", holding.certificate_id, name)
    return figure(key, value, "MWh", named(f"certificate_{name}"))


def _line(findings: Findings, line: Bought) -> View:
    row = line.row
    origin = row["origin"]
    return {
        "line_id": row["line_id"],
        "record_id": row["record_id"],
        "start": text(slice_label(findings, "member", row["from_id"])),
        "end": text(slice_label(findings, "member", row["to_id"])),
        "carrier": text(slice_label(findings, "carrier", row["carrier"])),
        "origin": text(label("origin", origin)) if origin else None,
        "period": f"{row['start']}/{row['end']}",
        "amount": row["amount"],
        "amount_unit": row["amount_unit"],
        "is_internal": row["from_cell"] is not None,
        "location": mass(
            findings, key_of("line", row["line_id"]), row["co2_t"],
            slice_label(findings, "carrier", row["carrier"]),
        ),
        "market": market_figure(findings, line),
        "steps": [_step(findings, line, i, step) for i, step in enumerate(line.steps)],
    }  # fmt: skip


def _step(findings: Findings, line: Bought, index: int, step: Step) -> View:
    factor = step.factor
    return {
        "code": step.code,
        "label": text(label("market_step", step.code)),
        "certificate_id": step.certificate_id or None,
        "mwh": step.mwh,
        "market": step_figure(findings, line, index),
        "factor": f"{factor.value:g} {factor.unit}" if factor else None,
        "cite": f"{factor.citation_id}#{factor.clause}" if factor else None,
        "rules": list(step.rules),
    }


def _members(findings: Findings, inventory: Inventory) -> list[View]:
    lines = inventory.lines.filter(pl.col("scope") == 2)
    return [_member(findings, inventory, cell) for cell in lines["cell"].unique().sort()]


def _member(findings: Findings, inventory: Inventory, cell: str) -> View:
    found = {
        view: member_figure(findings, inventory, cell, view) for view in ("location", "market")
    }
    used = certificates_of(inventory, cell)
    name = slice_label(findings, "member", cell)
    key = key_of("scope2_used", *at(inventory), cell)
    return {
        "member_id": cell,
        "member": text(name),
        **found,
        "used": figure(key, sum(used.values()), "MWh", named("certificate_used")),
        "certificates": sorted(used),
    }


def member_figure(findings: Findings, inventory: Inventory, cell: str, view: str) -> View:
    """Scope 2 of one cell by one view, as if it stood alone. [t CO2e]"""
    column = {"location": "co2_t", "market": "market_t"}[view]
    lines = inventory.lines.filter(pl.col("scope") == 2, pl.col("cell") == cell)[column]
    value = None if lines.null_count() else float(lines.sum())
    key = key_of(f"scope2_{view}_of", *at(inventory), cell)
    return mass(findings, key, value, slice_label(findings, "member", cell))


def certificate_view(findings: Findings, holding: Holding) -> View:
    """A certificate with what became of it."""
    names: dict[str, Any] = {
        name: certificate_figure(holding, name) for name in ("issued", "used", "surplus")
    }
    return {
        "certificate_id": holding.certificate_id,
        "kind": text(label("certificate", holding.kind)),
        "group": text(_who(findings, holding.group)),
        "year": holding.year,
        "state": holding.state,
        "state_label": text(label("certificate_state", holding.state)),
        **names,
        "cite": holding.cite,
        "document": cited(findings.catalog, holding.cite),
    }


def _who(findings: Findings, group: str) -> Text:
    return slice_label(findings, "member", group)


def _sent(inventory: Inventory) -> float:
    return float(inventory.exported["co2_t"].sum())
