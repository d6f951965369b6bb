"""What was done to records before they were computed, as a plain record for JSON."""

from collections.abc import Callable, Mapping
from typing import Any

from tanlu.account.formulas import FORMULAS
from tanlu.model.inventory import Inventory
from tanlu.model.preparation import CarbonBalance, Mean, PartUse, StackComparison, StockBalance


def preparation_record(inventory: Inventory) -> dict[str, Any]:
    """Batches used, stocks, parts, mass balances and stacks of an inventory's member and year.

    Returns:
        One list a kind, and the warnings of the whole park; amounts in the unit beside.
    """
    done = inventory.ledger.preparation
    return {
        "means": _of(inventory, done.means, _mean),
        "stocks": _of(inventory, done.stocks, _stock),
        "parts": [
            _part(part)
            for part in done.parts
            if _is_inside(inventory, part.member_id) and _has_line(inventory, part)
        ],
        "mass_balances": _of(inventory, done.balances, _balance),
        "stacks": _of(inventory, done.stacks, _stack),
        "warnings": [
            {"code": f.code, "where": f.place.of("en"), "en": f.what("en"), "zh": f.what("zh")}
            for f in done.warnings
        ],
    }


def _is_inside(inventory: Inventory, member: str) -> bool:
    # what stands at the member, below it, or above it and so holds for it as well
    chains = inventory.ledger.chains
    return inventory.member_id in chains[member] or member in chains[inventory.member_id]


def _has_line(inventory: Inventory, part: PartUse) -> bool:
    return part.record_id in set(inventory.lines["piece"])


def _of(
    inventory: Inventory, found: tuple[Any, ...], record: Callable[[Any], Mapping[str, Any]]
) -> list[dict[str, Any]]:
    return [
        {
            "member": each.member_id,
            "start": each.start.isoformat(),
            "end": each.end.isoformat(),
            **record(each),
        }
        for each in found
        if each.start.year == inventory.year and _is_inside(inventory, each.member_id)
    ]


def _mean(mean: Mean) -> dict[str, Any]:
    return {
        "id": mean.mean_id,
        "carrier": mean.carrier,
        "records": list(mean.record_ids),
        "weighed": mean.weighed,
        "used": mean.used,
        "unit": mean.unit,
        "values": {
            name: {"value": factor.value, "unit": factor.unit, "how": factor.printed}
            for name, factor in mean.factors.items()
        },
        "formula_text": FORMULAS["weighted_mean"].text(),
        "batches": [
            {
                "record": batch.record_id,
                "row": batch.row,
                "amount": batch.amount,
                "weight": batch.amount / mean.weighed,
                "ncv": batch.ncv,
                "content": batch.content,
            }
            for batch in mean.batches
        ],
    }


def _stock(balance: StockBalance) -> dict[str, Any]:
    return {
        "id": balance.balance_id,
        "carrier": balance.carrier,
        "unit": balance.unit,
        "items": dict(balance.items),
        "used": balance.used,
        "recorded": balance.recorded,
        "difference": balance.difference,
        "is_taken": balance.is_taken,
        "records": list(balance.record_ids),
        "formula_text": FORMULAS["stock_use"].text(),
    }


def _part(part: PartUse) -> dict[str, Any]:
    return {
        "member": part.member_id,
        "record": part.record_id,
        "carrier": part.carrier,
        "part": part.part,
        "component": part.component,
        "fate": part.fate,
        "amount": part.amount,
        "of": part.whole,
        "unit": part.unit,
        "records": list(part.record_ids),
    }


def _balance(balance: CarbonBalance) -> dict[str, Any]:
    return {
        "id": balance.balance_id,
        "carbon_in_t": balance.carbon_in,
        "carbon_out_t": balance.carbon_out,
        "net_carbon_t": balance.net,
        "formula_text": FORMULAS["balance_co2"].text(),
        "terms": [
            {
                "record": term.record_id,
                "side": term.side,
                "material": term.material,
                "carrier": term.carrier,
                "amount": term.amount,
                "unit": term.unit,
                "content": term.content,
                "carbon_t": term.carbon,
                "destination": term.destination,
            }
            for term in balance.terms
        ],
    }


def _stack(found: StackComparison) -> dict[str, Any]:
    return {
        "id": found.comparison_id,
        "stacks": list(found.stacks),
        "covers": found.covers,
        "booked": found.booked,
        "measured_t": found.measured,
        "calculated_t": found.calculated,
        "difference_t": found.difference,
        "biogenic_t": found.biogenic,
        "records": list(found.record_ids),
        "lines": list(found.line_ids),
    }
