"""Proofs of differences: each cause by what it consists of, each item by its two sides."""

from collections.abc import Mapping

import polars as pl

from tanlu.model.bridge import CAUSES, Bridge, FactorChange
from tanlu.model.label import label
from tanlu.types import Text
from tanlu.workflow.kept.bridge_view import Naming
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import proof_of

MOST_PARTS = 50
_RULE = Text(
    "A line is amount × factor × method's part; each cause takes the mean of what it adds over all "
    "orders in which the causes could have come (Shapley), so that the parts sum exactly.",
    "每行 = 活动量 × 因子 × 方法部分；各原因取所有先后次序下增量的平均值（Shapley），"
    "各部分之和严格等于差异。",
)
_ALONE = Text(
    "What stands on one side only has one cause: the boundary when the member or supply came or "
    "went, the activity when a record did, the method or factor when a gas did.",
    "仅在一侧出现的行只有一个原因：成员或供能进出为边界，记录增减为活动，气体增减为方法或因子。",
)


def side_proof(shown: View, whole: View) -> View:
    """The proof of a bridge's end: the inventory's own total."""
    return proof_of(shown, parts=[whole])


def difference_proof(found: Bridge, naming: Naming) -> View:
    """The proof of a difference: its causes."""
    parts = found.parts
    shown = naming.mass(found.difference_t, label("bridge", "difference"), "difference")
    causes = [naming.mass(parts[cause], label("cause", cause), cause) for cause in CAUSES]
    return proof_of(shown, parts=causes, notes=[text(_RULE), text(_ALONE)])


def cause_proof(found: Bridge, naming: Naming, cause: str) -> View:
    """The proof of a cause: the items it is made of and the factors that changed."""
    weight = pl.col(cause).abs()
    items = found.items.filter(weight > 0).sort(weight, descending=True).head(MOST_PARTS)
    named = [c for c in found.changes if c.cause == cause]
    shown = naming.mass(found.parts[cause], label("cause", cause), cause)
    return proof_of(
        shown,
        parts=[
            naming.mass(row[cause], _name(row, naming), *item_key(row))
            for row in items.iter_rows(named=True)
        ],
        notes=[text(_RULE), *(text(change_text(c, naming)) for c in named[:MOST_PARTS])],
    )


def item_key(row: Mapping[str, object]) -> tuple[object, ...]:
    """The key of an item: a record and gas, or a stream of a year."""
    if "record_id" in row:
        return ("item", row["table"], row["record_id"], row["gas"])
    names = ("table", "from_id", "to_id", "stream", "carrier", "system", "gas")
    return ("stream", *("" if row[name] is None else row[name] for name in names))


def item_of(found: Bridge, parts: list[str]) -> Mapping[str, object]:
    """The item that a key names.

    Raises:
        StopIteration: When there is none.
    """
    rows = found.items.iter_rows(named=True)
    return next(row for row in rows if [str(part) for part in item_key(row)] == parts)


def item_proof(row: Mapping[str, object], naming: Naming, sides: list[View]) -> View:
    """The proof of an item: amounts before and after, causes, both sides' lines."""
    whole = float(str(row["new_t"])) - float(str(row["old_t"]))
    said = [f"{cause} {float(str(row[cause])):+,.6g}" for cause in CAUSES]
    chinese = [f"{label('cause', cause).zh} {float(str(row[cause])):+,.6g}" for cause in CAUSES]
    kind = label("bridge_kind", str(row["kind"]))
    amounts = f"{_number(row['old_amount'])} → {_number(row['new_amount'])} {row['unit'] or ''}"
    notes = [
        Text(f"{kind.en}: {amounts}", f"{kind.zh}：{amounts}"),
        Text("; ".join(said) + f" {naming.unit}", "；".join(chinese) + f" {naming.unit}"),
        _RULE if row["kind"] in ("changed", "moved") else _ALONE,
    ]
    shown = naming.mass(whole, _name(row, naming), *item_key(row))
    return proof_of(shown, parts=sides, notes=[text(note) for note in notes])


def _number(value: object) -> str:
    return "—" if value is None else f"{float(str(value)):.10g}"


def _name(row: Mapping[str, object], naming: Naming) -> Text:
    carrier, member = naming.carrier(str(row["carrier"])), naming.member(str(row["to_id"]))
    return Text(f"{member.en} · {carrier.en}", f"{member.zh} · {carrier.zh}")


def change_text(change: FactorChange, naming: Naming) -> Text:
    """A changed factor in one line: old and new value with their documents."""
    sides = [
        f"{side.value:.10g} {side.unit} [{side.citation_id} {side.clause}]" if side else "—"
        for side in (change.old, change.new)
    ]
    weight = "" if change.co2_t is None else f" ({change.co2_t:+,.3f} {naming.unit})"
    carrier, quantity = naming.carrier(change.subject), label("quantity", change.quantity)
    moved = f"{sides[0]} → {sides[1]}{weight}"
    return Text(f"{carrier.en}, {quantity.en}: {moved}", f"{carrier.zh} {quantity.zh}：{moved}")
