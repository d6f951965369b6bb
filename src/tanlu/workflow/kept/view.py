"""A kept inventory for the API: read-only, from what was kept and nothing else."""

from collections.abc import Mapping
from typing import Any

from tanlu.account.slices import by, by_member
from tanlu.catalog.resolve import FOUND
from tanlu.model.factor import Resolved
from tanlu.model.label import label
from tanlu.store.inventories import KeptVersion
from tanlu.store.inventory_pack import Kept
from tanlu.types import Text
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, named, text
from tanlu.workflow.views.inventory import line_rows

MOST_LINES = 2000
_NET = ("scope", "stream", "carrier", "gas")


def unit_of(kept: Kept) -> str:
    """The unit of its masses: of CO2 alone, or of all gases it counts (R4)."""
    gases = set(kept.inventory.lines["gas"].unique())
    return "t CO2" if gases <= {"co2", "co2_biogenic"} else "t CO2e"


def kept_record(head: KeptVersion, kept: Kept) -> View:
    """A version as the API's record `KeptInventory`."""
    drawn, unit = kept.inventory, unit_of(kept)
    at = ("kept", head.inventory_id, head.version)
    rows = line_rows(drawn.lines)
    elimination = key_of(*map(str, (*at, "elimination")))
    return {
        "inventory_id": head.inventory_id,
        "version": head.version,
        "year": head.year,
        "boundary": head.boundary,
        "member_id": head.member_id,
        "member": text(
            drawn.ledger.labels.get(head.member_id, Text(head.member_id, head.member_id))
        ),
        "method": head.method,
        "gwp_set": head.gwp_set,
        "catalog_digest": head.catalog_digest,
        "park_version": head.park_version,
        "made_at": head.made_at,
        "made_by": head.made_by,
        "why": head.why,
        "total": figure(key_of(*map(str, (*at, "total"))), drawn.total_t, unit, named("total")),
        "elimination": figure(elimination, drawn.elimination_t, unit, named("elimination")),
        **{f"by_{column}": _slices(kept, at, column) for column in _NET},
        "by_member": _slices(kept, at, "member"),
        "missing": [fault_view(fault) for fault in drawn.missing],
        "lines": [_line(kept, at, row) for row in rows[:MOST_LINES]],
        "line_count": len(rows),
    }


def name_in(kept: Kept, column: str, code: str) -> Text:
    """What a part of a kept inventory is called, from what was kept."""
    if column == "carrier" and code in kept.carriers:
        return kept.carriers[code]
    if column == "member":
        return kept.inventory.ledger.labels.get(code, Text(code, code))
    return label(column, code)


def _slices(kept: Kept, at: tuple[object, ...], column: str) -> list[View]:
    drawn = kept.inventory
    sums = by_member(drawn) if column == "member" else by(drawn, column)
    whole = sum(sums.values())
    return [
        {
            "code": code, "label": text(name_in(kept, column, code)),
            "co2_t": figure(
                key_of(*map(str, (*at, "slice", column, code))), value, unit_of(kept),
                name_in(kept, column, code),
            ),
            "share": value / whole if whole else None,
        }
        for code, value in sums.items()
    ]  # fmt: skip


def line_figure(kept: Kept, at: tuple[object, ...], row: Mapping[str, Any]) -> View:
    """The figure of a kept line."""
    key = key_of(*map(str, (*at, "line", row["table"], row["line_id"])))
    return figure(key, row["co2_t"], unit_of(kept), name_in(kept, "carrier", row["carrier"]))


def _line(kept: Kept, at: tuple[object, ...], row: Mapping[str, Any]) -> View:
    choice = kept.inventory.ledger.choices[row["choice"]]
    names = ("record_id", "table", "stream", "carrier", "scope", "gas", "amount", "amount_unit",
             "quality")  # fmt: skip
    return {
        **{name: row[name] for name in names},
        "member_id": row["to_id"],
        "member": text(name_in(kept, "member", row["to_id"])),
        "carrier_label": text(name_in(kept, "carrier", row["carrier"])),
        "period": f"{row['start']}/{row['end']}",
        "co2_t": line_figure(kept, at, row),
        "factors": [
            factor_text(kept, name, taken)
            for name, taken in choice.factors.items()
            if name != "coal_equivalent"
        ],
    }  # fmt: skip


def factor_text(kept: Kept, name: str, resolved: Resolved) -> View:
    """A factor as it was taken: value, document, clause, how found."""
    document = kept.citations.get(resolved.factor.citation_id)
    title = (
        document.title
        if document
        else Text(resolved.factor.citation_id, resolved.factor.citation_id)
    )
    what, found = label("quantity", name), FOUND.get(resolved.found, Text("", ""))
    unit = "" if resolved.unit == "1" else f" {resolved.unit}"
    value = f"{resolved.value:.10g}{unit}"
    return text(
        Text(
            f"{what.en} = {value} · {title.en} {resolved.factor.clause} · {found.en}",
            f"{what.zh} = {value} · {title.zh} {resolved.factor.clause} · {found.zh}",
        )
    )
