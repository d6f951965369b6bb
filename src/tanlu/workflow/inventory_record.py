"""An inventory as a plain record for JSON: totals, slices, lines, each with its proof."""

from typing import Any

from tanlu.account.formulas import FORMULAS
from tanlu.account.slices import NET, by, by_member, factors_of
from tanlu.catalog.content import Catalog
from tanlu.errors import Fault
from tanlu.model.factor import Resolved
from tanlu.model.inventory import Inventory
from tanlu.workflow.preparation_record import preparation_record


def inventory_record(inventory: Inventory, catalog: Catalog) -> dict[str, Any]:
    """Everything about one inventory; masses in t CO2 equivalent.

    Returns:
        Total, elimination, export, slices with factors, lines, what is missing.
    """
    ledger = inventory.ledger
    return {
        "park": ledger.park_id,
        "member": inventory.member_id,
        "boundary": inventory.boundary,
        "year": inventory.year,
        "method": ledger.method,
        "gwp_set": ledger.gwp_set,
        "catalog_digest": ledger.digest,
        "total": inventory.total_t,
        "members_sum": inventory.members_t,
        "elimination": inventory.elimination_t,
        "exported": float(inventory.exported["co2_t"].sum()),
        "biogenic": inventory.biogenic_t,
        **{f"by_{name}": _net(inventory, name, catalog) for name in NET},
        "by_member": _parts(inventory, "member", by_member(inventory), catalog),
        "lines": [_line(row, inventory, catalog) for row in _rows(inventory)],
        "preparation": preparation_record(inventory),
        "missing": [_fault(fault) for fault in inventory.missing],
        "notes": [_fault(fault) for fault in ledger.notes],
    }


def _net(inventory: Inventory, column: str, catalog: Catalog) -> dict[str, Any]:
    return _parts(inventory, column, by(inventory, column), catalog)


def _parts(
    inventory: Inventory, column: str, sums: dict[str, float], catalog: Catalog
) -> dict[str, Any]:
    return {
        code: {
            "co2_t": value,
            "factors": [factor_record(r, catalog) for r in factors_of(inventory, column, code)],
        }
        for code, value in sums.items()
    }


def factor_record(resolved: Resolved, catalog: Catalog) -> dict[str, Any]:
    """A factor as taken: value in the formula's unit, value as printed, document, clause."""
    factor = resolved.factor
    document = catalog.citations.get(factor.citation_id)
    return {
        "subject": factor.subject,
        "quantity": factor.quantity,
        "value": resolved.value,
        "unit": resolved.unit,
        "printed_value": factor.value,
        "printed_unit": factor.unit,
        "citation": factor.citation_id,
        "document": document.title.en if document else None,
        "document_zh": document.title.zh if document else None,
        "clause": factor.clause,
        "found": resolved.found,
        "place": factor.place,
        "valid_from": factor.from_on.isoformat(),
        "status": factor.status,
    }


def _rows(inventory: Inventory) -> list[dict[str, Any]]:
    return list(inventory.lines.sort("line_id").iter_rows(named=True))


def _line(row: dict[str, Any], inventory: Inventory, catalog: Catalog) -> dict[str, Any]:
    choice = inventory.ledger.choices[row["choice"]]
    shown = {k: v for k, v in row.items() if k not in ("choice", "start", "end", "from_cell")}
    return {
        **shown,
        "start": row["start"].isoformat(),
        "end": row["end"].isoformat(),
        "formula_text": FORMULAS[choice.formula].text(),
        "factors": [factor_record(r, catalog) for r in choice.factors.values()],
    }


def _fault(fault: Fault) -> dict[str, str]:
    return {"code": fault.code, "en": fault.what("en"), "zh": fault.what("zh")}
