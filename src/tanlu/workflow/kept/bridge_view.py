"""A bridge for the API: old, new, difference, causes, what changed, record by record."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from tanlu.model.bridge import CAUSES, Bridge, FactorChange, Taken
from tanlu.model.label import label
from tanlu.types import Text
from tanlu.workflow.views.figure import View, figure, key_of, text

MOST_ITEMS = 500
"""Items that a view shows, the heaviest first; the counts and sums are of all."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What things are called beside a bridge, and under which key its figures open."""

    prefix: tuple[object, ...]
    members: Mapping[str, Text]
    carriers: Mapping[str, Text]
    unit: str

    def member(self, code: str | None) -> Text:
        """A member's name; "outside" for whatever is not of the park."""
        return self.members.get(code or "", Text(code or "", code or ""))

    def carrier(self, code: str) -> Text:
        """A carrier's name."""
        return self.carriers.get(code, Text(code, code))

    def mass(self, value: float | None, name: Text, *parts: object) -> View:
        """A mass of this bridge as a figure that opens."""
        return figure(key_of(*map(str, (*self.prefix, *parts))), value, self.unit, name)


def bridge_record(found: Bridge, naming: Naming) -> View:
    """A bridge as the API's record `Bridge`."""
    parts = found.parts
    return {
        "old": naming.mass(found.old_t, label("bridge", "old"), "old"),
        "new": naming.mass(found.new_t, label("bridge", "new"), "new"),
        "difference": naming.mass(found.difference_t, label("bridge", "difference"), "difference"),
        "parts": [_part(found, naming, cause, parts[cause]) for cause in CAUSES],
        "by_carrier": [
            {
                "code": code, "label": text(naming.carrier(code)),
                "old_t": row["old_t"], "new_t": row["new_t"],
                **{f"{cause}_t": row[cause] for cause in CAUSES},
            }
            for code, row in found.by("carrier").items()
        ],
        "changes": [change_record(change, naming) for change in found.changes],
        "items": [_item(row, naming) for row in heaviest(found).iter_rows(named=True)],
        "item_count": found.items.height,
        "old_rules": _rules(found, "old_rules"),
        "new_rules": _rules(found, "new_rules"),
        "sentence": text(sentence(found, naming.unit)),
    }  # fmt: skip


def heaviest(found: Bridge) -> pl.DataFrame:
    """The items that weigh most."""
    weight = sum((pl.col(cause).abs() for cause in CAUSES), pl.lit(0.0))
    return found.items.sort(weight, descending=True, maintain_order=True).head(MOST_ITEMS)


def _rules(found: Bridge, side: str) -> View:
    rules = getattr(found, side)
    return {"method": rules.method, "gwp_set": rules.gwp_set, "catalog_digest": rules.digest}


def _part(found: Bridge, naming: Naming, cause: str, value: float) -> View:
    name = label("cause", cause)
    return {
        "cause": cause,
        "label": text(name),
        "co2_t": naming.mass(value, name, cause),
        "of": [
            {"kind": kind, "label": text(label("bridge_kind", kind)), "co2_t": row[cause],
             "count": count}
            for kind, row, count in _kinds(found)
            if row[cause]
        ],
    }  # fmt: skip


def _kinds(found: Bridge) -> list[tuple[str, dict[str, float], int]]:
    counts = dict(found.items.group_by("kind").len().iter_rows())
    return [(kind, row, counts[kind]) for kind, row in found.by("kind").items()]


def change_record(change: FactorChange, naming: Naming) -> View:
    """A changed factor: cause, what, old and new value with document."""
    quantity = label("quantity", change.quantity)
    return {
        "cause": change.cause,
        "subject": change.subject,
        "subject_label": text(naming.carrier(change.subject)),
        "quantity": change.quantity,
        "quantity_label": text(quantity),
        "gas": change.gas,
        "old": _taken(change.old),
        "new": _taken(change.new),
        "lines": change.lines,
        "co2_t": change.co2_t,
    }


def _taken(taken: Taken | None) -> View | None:
    if taken is None:
        return None
    names = ("value", "unit", "factor_id", "citation_id", "clause", "found")
    return {name: getattr(taken, name) for name in names}


def _item(row: Mapping[str, object], naming: Naming) -> View:
    carrier = naming.carrier(str(row["carrier"]))
    whole = float(str(row["new_t"])) - float(str(row["old_t"]))
    record = row.get("record_id")
    key = ("item", row["table"], record, row["gas"]) if record else ("stream", *_stream(row))
    kept = ("kind", "table", "gas", "scope", "unit", "old_amount", "new_amount", "old_t", "new_t")
    return {
        **{name: row[name] for name in kept},
        "record_id": record,
        "row": row.get("row"),
        "period": f"{row['start']}/{row['end']}" if record else None,
        "member_id": row["to_id"],
        "member": text(naming.member(str(row["to_id"]))),
        "carrier": row["carrier"],
        "carrier_label": text(carrier),
        "stream": row["stream"],
        "kind_label": text(label("bridge_kind", str(row["kind"]))),
        "change": naming.mass(whole, carrier, *key),
        **{f"{cause}_t": row[cause] for cause in CAUSES},
    }


def _stream(row: Mapping[str, object]) -> list[str]:
    names = ("table", "from_id", "to_id", "stream", "carrier", "system", "gas")
    return ["" if row[name] is None else str(row[name]) for name in names]


_TOLD_T = 0.05


def sentence(found: Bridge, unit: str) -> Text:
    """A bridge in one sentence."""
    if found.is_empty or not found.difference_t:
        return Text("Nothing changed.", "没有变化。")
    ranked = sorted(found.parts.items(), key=lambda part: -abs(part[1]))
    # what rounds to nothing in the sentence is left to the table
    told = [part for part in ranked if abs(part[1]) >= _TOLD_T] or ranked[:1]
    en = ", ".join(f"{label('cause', cause).en} {value:+,.1f}" for cause, value in told)
    zh = "，".join(f"{label('cause', cause).zh} {value:+,.1f}" for cause, value in told)
    share = f" ({found.difference_t / found.old_t:+.2%})" if found.old_t else ""
    change = f"{found.difference_t:+,.1f} {unit}{share}"
    return Text(f"{change}: {en}.", f"{change}：{zh}。")
