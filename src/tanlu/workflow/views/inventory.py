"""An inventory for the API: slices, elimination, lines, what is missing."""

from typing import Any

import polars as pl

from tanlu.account.facts import facts_of
from tanlu.account.slices import by, by_member
from tanlu.model.facts import YearFacts
from tanlu.model.inventory import Inventory
from tanlu.model.label import label
from tanlu.model.uncertainty import Interval
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.uncertainty import is_told, total_worth
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, mass, named, text


def inventory_view(findings: Findings, inventory: Inventory) -> View:
    """One inventory as the API's record `Inventory`."""
    at = (inventory.year, inventory.boundary, inventory.member_id)
    facts = facts_of(inventory, findings.book)
    sent_out = float(inventory.exported["co2_t"].sum())
    return {
        "park_id": findings.book.park.park_id,
        "member_id": inventory.member_id,
        "boundary": inventory.boundary,
        "year": inventory.year,
        "version": findings.version,
        "total": total_figure_of(findings, inventory),
        **{f"by_{c}": _slices(findings, inventory, c) for c in ("scope", "stream", "carrier",
           "system", "gas")},
        "by_member": _members(findings, inventory),
        "elimination": mass(
            findings, key_of("elimination", *at), inventory.elimination_t, named("elimination")
        ),
        "exported": mass(findings, key_of("exported", *at), sent_out, named("exported")),
        "energy": energy_figure(inventory, facts),
        **_ratios(inventory, facts),
        "quality": _slices(findings, inventory, "quality"),
        "missing": [fault_view(fault) for fault in inventory.missing],
        "lines": [_line(findings, row) for row in line_rows(inventory.lines)],
    }  # fmt: skip


def total_figure_of(findings: Findings, inventory: Inventory) -> View:
    """Emissions of a cut, with the 95 % interval where enough of it has a known range (R13)."""
    at = (inventory.year, inventory.boundary, inventory.member_id)
    shown = mass(findings, key_of("total", *at), inventory.total_t, named("total"))
    worth = total_worth(findings, inventory)
    return {**shown, **bounds_of(worth.interval)} if worth and is_told(worth) else shown


def bounds_of(interval: Interval) -> View:
    """Bounds of a figure."""
    return {"lower": interval.lower, "upper": interval.upper}


def energy_figure(inventory: Inventory, facts: YearFacts) -> View:
    """Energy use of a cut. [tce]"""
    at = (inventory.year, inventory.boundary, inventory.member_id)
    return figure(key_of("energy", *at), facts.whole_energy_tce, "tce", named("energy"))


def _ratios(inventory: Inventory, facts: YearFacts) -> View:
    at = (inventory.year, inventory.member_id)
    return {
        name: figure(key_of(name, *at), value, unit, named(name)) if value is not None else None
        for name, value, unit in (
            ("intensity", facts.intensity, "t CO2/CNY"),
            ("energy_intensity", facts.energy_intensity, "tce/CNY"),
        )
    }


def slice_label(findings: Findings, column: str, code: str) -> Text:
    """What a slice is called."""
    if column == "carrier" and code in findings.catalog.carriers:
        return findings.catalog.carriers[code].label
    if column == "member":
        return findings.ledger.labels.get(code, Text(code, code))
    return label(column, code)


def _slices(findings: Findings, inventory: Inventory, column: str) -> list[View]:
    return _view(findings, inventory, column, by(inventory, column))


def _members(findings: Findings, inventory: Inventory) -> list[View]:
    return _view(findings, inventory, "member", by_member(inventory))


def _view(
    findings: Findings, inventory: Inventory, column: str, sums: dict[str, float]
) -> list[View]:
    at = (inventory.year, inventory.boundary, inventory.member_id)
    whole = sum(sums.values())
    found = []
    for code, value in sums.items():
        name = slice_label(findings, column, code)
        key = key_of("slice", *at, column, code)
        share = value / whole if whole else None
        shown = mass(findings, key, value, name)
        found.append({"code": code, "label": text(name), "co2_t": shown, "share": share})
    return found


def _line(findings: Findings, row: dict[str, Any]) -> View:
    carrier = slice_label(findings, "carrier", row["carrier"])
    member = row["to_id"]
    kept = ("line_id", "record_id", "stream", "carrier", "system", "scope", "gas", "amount",
            "amount_unit", "energy_tce", "quality")  # fmt: skip
    return {
        **{name: row[name] for name in kept},
        "member_id": member,
        "member": text(slice_label(findings, "member", member)),
        "carrier_label": text(carrier),
        "period": f"{row['start']}/{row['end']}",
        "co2_t": mass(findings, key_of("line", row["line_id"]), row["co2_t"], carrier),
    }


def line_rows(lines: pl.DataFrame) -> list[dict[str, Any]]:
    """Lines as dictionaries, in a stable order."""
    return list(lines.sort("line_id").iter_rows(named=True))
