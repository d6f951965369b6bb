"""Measured fuels for the API: means with their batches, stocks, parts, balances, stacks."""

from typing import Any

from tanlu.account.prepare.records import line_name
from tanlu.model.inventory import Inventory
from tanlu.model.label import label
from tanlu.model.preparation import (
    CarbonBalance,
    Mean,
    PartUse,
    StackComparison,
    StockBalance,
    Term,
)
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, named, text
from tanlu.workflow.views.inventory import slice_label

SHOWN = ("ncv", "carbon", "carbon_content", "coal_equivalent")


def measured_view(findings: Findings, inventory: Inventory) -> View:
    """What was measured for an inventory, as the API's record `Measured`."""
    done = findings.ledger.preparation
    year = inventory.year
    inside = [m for m in findings.ledger.chains if _is_near(inventory, m)]
    pieces = set(inventory.lines["piece"].drop_nulls())
    return {
        "park_id": findings.book.park.park_id,
        "member_id": inventory.member_id,
        "year": year,
        "version": findings.version,
        "means": [mean_view(findings, m) for m in done.means if _is_of(m, year, inside)],
        "stocks": [stock_view(findings, s) for s in done.stocks if _is_of(s, year, inside)],
        "parts": [part_view(findings, p) for p in done.parts if p.record_id in pieces],
        "balances": [balance_view(findings, b) for b in done.balances if _is_of(b, year, inside)],
        "stacks": [stack_view(findings, s) for s in done.stacks if _is_of(s, year, inside)],
        "warnings": [fault_view(fault) for fault in done.warnings],
    }


def _is_near(inventory: Inventory, member: str) -> bool:
    chains = inventory.ledger.chains
    return inventory.member_id in chains[member] or member in chains[inventory.member_id]


def _is_of(found: Any, year: int, members: list[str]) -> bool:  # noqa: ANN401 - any part of a preparation
    return found.start.year == year and found.member_id in members


def _who(findings: Findings, found: Any) -> View:  # noqa: ANN401 - any part of a preparation
    return {
        "member_id": found.member_id,
        "member": text(slice_label(findings, "member", found.member_id)),
        "period": f"{found.start}/{found.end}",
    }


def _carrier(findings: Findings, code: str) -> View:
    return {"carrier": code, "carrier_label": text(slice_label(findings, "carrier", code))}


def mean_figure(mean: Mean, quantity: str) -> View:
    """The figure of a weighted mean."""
    factor = mean.factors[quantity]
    key = key_of("mean", mean.mean_id, quantity)
    return figure(key, factor.value, factor.unit, label("quantity", quantity))


def mean_view(findings: Findings, mean: Mean) -> View:
    """A mean with the batches it is made of, as `FuelMeanView`."""
    return {
        "mean_id": mean.mean_id,
        **_who(findings, mean),
        **_carrier(findings, mean.carrier),
        "unit": mean.unit,
        "values": [mean_figure(mean, q) for q in SHOWN if q in mean.factors],
        "weighed": mean.weighed,
        "used": mean.used,
        "records": list(mean.record_ids),
        "batches": [
            {
                "record_id": batch.record_id,
                "row": batch.row,
                "amount": batch.amount,
                "weight": batch.amount / mean.weighed,
                "ncv": batch.ncv,
                "content": batch.content,
            }
            for batch in mean.batches
        ],
    }


def stock_figure(found: StockBalance) -> View:
    """The figure of what was used by a stock."""
    return figure(key_of("stock", found.balance_id), found.used, found.unit, named("stock_use"))


def stock_view(findings: Findings, found: StockBalance) -> View:
    """A stock beside the records of its period, as `FuelStockView`."""
    items = {f"{item}": amount for item, amount in found.items.items()}
    return {
        "balance_id": found.balance_id,
        **_who(findings, found),
        **_carrier(findings, found.carrier),
        "unit": found.unit,
        "items": [
            {"item": item, "label": text(label("stock_item", item)), "amount": amount,
             "record_id": found.records[item]}
            for item, amount in items.items()
        ],
        "used": stock_figure(found),
        "recorded": found.recorded,
        "difference": found.difference,
        "is_taken": found.is_taken,
        "records": list(found.record_ids),
    }  # fmt: skip


def part_figure(findings: Findings, found: PartUse) -> View:
    """The figure of a part of a fuel."""
    name = label("part", found.part)
    if found.component:
        name = slice_label(findings, "carrier", found.component)
    return figure(key_of("part", found.record_id), found.amount, found.unit, name)


def part_view(findings: Findings, found: PartUse) -> View:
    """A part of a fuel's records, as `FuelPartView`."""
    fate = label("fate", found.fate) if found.fate else None
    return {
        "record_id": found.record_id,
        "member_id": found.member_id,
        "member": text(slice_label(findings, "member", found.member_id)),
        **_carrier(findings, found.carrier),
        "part": text(label("part", found.part)),
        "component": text(slice_label(findings, "carrier", found.component))
        if found.component
        else None,
        "fate": text(fate) if fate else None,
        "amount": part_figure(findings, found),
        "whole": found.whole,
        "share": found.amount / found.whole if found.whole else None,
        "records": list(found.record_ids),
    }


def term_figure(term: Term) -> View:
    """The figure of the carbon in one row of a balance. [t C]"""
    name = Text(term.material, term.material)
    return figure(key_of("term", term.record_id), term.carbon, "t C", name)


def balance_figure(found: CarbonBalance) -> View:
    """The figure of the carbon that is left. [t C]"""
    return figure(key_of("carbon", found.balance_id), found.net, "t C", named("net_carbon"))


def balance_view(findings: Findings, found: CarbonBalance) -> View:
    """A carbon mass balance, as `CarbonBalanceView`."""
    first = found.terms[0]
    name = line_name("mass_balance", first.record_id, "co2")
    lines = findings.ledger.lines.filter(line_id=name)
    co2 = float(lines["gas_t"][0]) if len(lines) else None
    return {
        "balance_id": found.balance_id,
        **_who(findings, found),
        "carbon_in": found.carbon_in,
        "carbon_out": found.carbon_out,
        "net": balance_figure(found),
        "co2": figure(key_of("line", name), co2, "t CO2", named("total")),
        "terms": [
            {
                "side": term.side,
                "material": term.material,
                "amount": term.amount,
                "unit": term.unit,
                "content": term.content,
                "carbon": term_figure(term),
                "destination": term.destination,
                "record_id": term.record_id,
            }
            for term in found.terms
        ],
    }


def stack_figure(found: StackComparison, what: str) -> View:
    """The figure of a stack: measured, calculated, or their difference. [t CO2]"""
    values = {
        "measured": found.measured,
        "calculated": found.calculated,
        "difference": found.difference,
    }
    key = key_of("stack", found.comparison_id, what)
    return figure(key, values[what], "t CO2", named(f"stack_{what}"))


def stack_view(findings: Findings, found: StackComparison) -> View:
    """Stacks beside what is calculated, as `StackView`."""
    gap = found.difference
    return {
        "comparison_id": found.comparison_id,
        **_who(findings, found),
        "stacks": list(found.stacks),
        "covers": text(label("covers", found.covers)),
        "booked": found.booked,
        "booked_label": text(label("booked", found.booked)),
        **{what: stack_figure(found, what) for what in ("measured", "calculated", "difference")},
        "share": gap / found.calculated if gap is not None and found.calculated else None,
    }
