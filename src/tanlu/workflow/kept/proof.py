"""Proofs of kept inventories and of the bridges between them, from what was kept."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.slices import UNSTATED
from tanlu.errors import NotFoundError
from tanlu.model.label import label
from tanlu.store.inventories import KeptVersion
from tanlu.store.inventory_pack import Kept
from tanlu.store.parks import read
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.kept.ask import bridge_of, head_of
from tanlu.workflow.kept.follow import read_kept
from tanlu.workflow.kept.proof_bridge import (
    MOST_PARTS,
    cause_proof,
    difference_proof,
    item_of,
    item_proof,
    side_proof,
)
from tanlu.workflow.kept.view import kept_record, line_figure
from tanlu.workflow.views.catalog import cited, resolved_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.inventory import line_rows
from tanlu.workflow.views.proof_parts import formula_view, proof_of

STORED = ("kept", "bridge")
"""Kinds of figures whose proof lies in the store, not in what is computed now."""


def stored_proof(desk: Desk, park_id: str, kind: str, parts: list[str]) -> View:
    """The proof of a figure of a kept inventory, or of a bridge between two versions.

    Raises:
        NotFoundError: When no figure has this key.
    """
    try:
        found, head = _PROOFS[kind](desk, park_id, parts)
    except (KeyError, ValueError, IndexError, TypeError, StopIteration) as error:
        raise NotFoundError.of("not_found", thing="~".join([kind, *parts])) from error
    return {
        **found,
        "version": head.park_version,
        "saved_at": head.made_at,
        "saved_by": head.made_by,
    }


def _kept(desk: Desk, park_id: str, parts: list[str]) -> tuple[View, KeptVersion]:
    head = head_of(desk, park_id, parts[0], int(parts[1]))
    kept, rest = read_kept(desk.engine, head), parts[3:]
    return {"total": _total, "elimination": _elimination, "slice": _slice, "line": _line}[parts[2]](
        desk, head, kept, rest
    ), head


def _at(head: KeptVersion) -> tuple[object, ...]:
    return ("kept", head.inventory_id, head.version)


def _said(head: KeptVersion) -> View:
    why = f" · {head.why}" if head.why else ""
    return text(
        Text(
            f"As kept in version {head.version} ({head.made_at}, {head.made_by}{why}); "
            f"catalogue {head.catalog_digest[:12]}.",
            f"版本 {head.version} 留存值（{head.made_at}，{head.made_by}{why}）；"
            f"因子库 {head.catalog_digest[:12]}。",
        )
    )


def _total(_desk: Desk, head: KeptVersion, kept: Kept, _rest: list[str]) -> View:
    record = kept_record(head, kept)
    scopes = {s["code"]: s["co2_t"]["value"] for s in record["by_scope"]}
    values = {"scope1": scopes.get("1", 0.0), "scope2": scopes.get("2", 0.0)}
    shown = [s["co2_t"] for s in record["by_scope"]]
    formula = formula_view(FORMULAS["total_co2"], values)
    return proof_of(record["total"], formula=formula, parts=shown, notes=[_said(head)])


def _elimination(_desk: Desk, head: KeptVersion, kept: Kept, _rest: list[str]) -> View:
    shown = kept_record(head, kept)["elimination"]
    lines = line_rows(kept.inventory.internal)[:MOST_PARTS]
    return proof_of(
        shown, parts=[line_figure(kept, _at(head), row) for row in lines], notes=[_said(head)]
    )


def _slice(_desk: Desk, head: KeptVersion, kept: Kept, rest: list[str]) -> View:
    column, code = rest
    record = kept_record(head, kept)
    shown = next(s["co2_t"] for s in record[f"by_{column}"] if s["code"] == code)
    name = pl.col("cell" if column == "member" else column).cast(pl.String).fill_null(UNSTATED)
    lines = line_rows(kept.inventory.lines.filter(name == code))[:MOST_PARTS]
    return proof_of(
        shown, parts=[line_figure(kept, _at(head), row) for row in lines], notes=[_said(head)]
    )


def _row(kept: Kept, table: str, line_id: str) -> Mapping[str, Any]:
    lines = kept.inventory.ledger.lines
    is_it = (pl.col("table") == table) & (pl.col("line_id") == line_id)
    return next(lines.filter(is_it).iter_rows(named=True))


def _line(desk: Desk, head: KeptVersion, kept: Kept, rest: list[str]) -> View:
    row = _row(kept, *rest)
    choice = kept.inventory.ledger.choices[row["choice"]]
    formula = FORMULAS[choice.formula]
    values = {name: resolved.value for name, resolved in choice.factors.items()}
    inputs = {n: row["amount"] if n in AMOUNTS else values[n] for n in formula.symbols}
    # the documents as they were then, whatever the catalogue says now
    catalog = replace(desk.catalog, citations={**desk.catalog.citations, **kept.citations})
    return proof_of(
        line_figure(kept, _at(head), row),
        formula=formula_view(formula, inputs),
        factors=[resolved_view(catalog, r) for r in choice.factors.values()],
        records=_record(desk, head, row),
        notes=[_said(head)],
    )


def _record(desk: Desk, head: KeptVersion, row: Mapping[str, Any]) -> list[View]:
    draft = read(desk.engine, head.park_id, head.park_version)
    rows = [
        r for r in draft.sheet(row["table"]).rows if r.cells.get("record_id") == row["record_id"]
    ]
    return [
        {
            "table": row["table"], "row": found.number, "record_id": row["record_id"],
            "fields": dict(found.cells), "evidence": cited(desk.catalog, found.cells.get("cite")),
        }
        for found in rows
    ]  # fmt: skip


def _bridge(desk: Desk, park_id: str, parts: list[str]) -> tuple[View, KeptVersion]:
    code, old, new, what = parts[0], int(parts[1]), int(parts[2]), parts[3]
    found, naming, one, other = bridge_of(desk, park_id, code, old, new)
    heads = (head_of(desk, park_id, code, old), head_of(desk, park_id, code, new))
    if what in ("old", "new"):
        side, head = (one, heads[0]) if what == "old" else (other, heads[1])
        whole = kept_record(head, side)["total"]
        shown = naming.mass(whole["value"], label("bridge", what), what)
        return side_proof(shown, whole), head
    if what == "difference":
        return difference_proof(found, naming), heads[1]
    if what == "item":
        row = item_of(found, parts[3:])
        sides = []
        for head, side in zip(heads, (one, other), strict=True):
            lines = side.inventory.ledger.lines
            names = ("table", "record_id", "gas")
            is_it = pl.all_horizontal(pl.col(name) == row[name] for name in names)
            held = lines.filter(is_it).iter_rows(named=True)
            sides += [line_figure(side, _at(head), line) for line in held]
        return item_proof(row, naming, sides), heads[1]
    return cause_proof(found, naming, what), heads[1]


_PROOFS: Mapping[str, Callable[[Desk, str, list[str]], tuple[View, KeptVersion]]] = {
    "kept": _kept,
    "bridge": _bridge,
}
