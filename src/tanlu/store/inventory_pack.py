"""An inventory as bytes: lines, factors with values and documents, tree, names.

Whatever a reader needs stands in it, so that a version stays readable when the
catalogue, the park and the program have moved on.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

import polars as pl

from tanlu.account.cut import cut
from tanlu.errors import Fault, Place
from tanlu.model.factor import Citation, Factor, Request, Resolved
from tanlu.model.inventory import LINE_SCHEMA, Choice, Inventory, Ledger
from tanlu.types import Text

Record = TypeVar("Record")
_HEADER = 8  # bytes that say how long the header is


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept inventory as read: the cut, its documents, the names of its carriers."""

    inventory: Inventory
    citations: Mapping[str, Citation]
    carriers: Mapping[str, Text]
    output_cny: float | None = None


def pack_inventory(kept: Kept) -> bytes:
    """An inventory as bytes, the same for the same inventory."""
    inventory = kept.inventory
    ledger = inventory.ledger
    lines = _touching(inventory)
    used = lines["choice"].unique().sort().to_list()
    numbers = {choice: number for number, choice in enumerate(used)}
    lines = lines.with_columns(pl.col("choice").replace_strict(numbers, return_dtype=pl.Int64))
    head = {
        "cut": {n: getattr(inventory, n) for n in ("boundary", "member_id", "year")},
        "ledger": {n: getattr(ledger, n) for n in ("park_id", "method", "gwp_set", "digest")},
        "chains": ledger.chains,
        "kinds": ledger.kinds,
        "labels": {name: asdict(label) for name, label in ledger.labels.items()},
        "choices": [_choice(ledger.choices[choice]) for choice in used],
        "citations": {name: asdict(c) for name, c in kept.citations.items()},
        "carriers": {name: asdict(label) for name, label in kept.carriers.items()},
        "output_cny": kept.output_cny,
        "missing": [_fault(fault) for fault in inventory.missing],
        "notes": [_fault(fault) for fault in ledger.notes],
    }
    header = json.dumps(head, ensure_ascii=False, sort_keys=True, default=_plain).encode()
    body = io.BytesIO()
    lines.sort("table", "line_id").write_parquet(body, compression="zstd")
    return len(header).to_bytes(_HEADER, "big") + header + body.getvalue()


def _touching(inventory: Inventory) -> pl.DataFrame:
    chains = inventory.ledger.chains
    inside = [node for node, chain in chains.items() if inventory.member_id in chain]
    is_near = pl.col("to_id").is_in(inside) | pl.col("from_id").is_in(inside)
    lines = inventory.ledger.lines.filter(pl.col("year") == inventory.year)
    return lines.filter(is_near.fill_null(value=False)).select(*LINE_SCHEMA)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Text):
        return asdict(value)
    return str(value)


def _choice(choice: Choice) -> dict[str, Any]:
    factors = {
        name: {
            "request": asdict(r.request), "factor": asdict(r.factor), "value": r.value,
            "unit": r.unit, "found": r.found,
        }
        for name, r in choice.factors.items()
    }  # fmt: skip
    return {"formula": choice.formula, "gas": choice.gas, "gwp": choice.gwp, "factors": factors}


def _fault(fault: Fault) -> dict[str, Any]:
    return {"code": fault.code, "place": asdict(fault.place), "params": fault.params}


def unpack_inventory(content: bytes) -> Kept:
    """An inventory from bytes; its cut is drawn again over the lines as they were kept."""
    length = int.from_bytes(content[:_HEADER], "big")
    head = json.loads(content[_HEADER : _HEADER + length])
    lines = pl.read_parquet(io.BytesIO(content[_HEADER + length :]))
    ledger = Ledger(
        **head["ledger"],
        lines=_with_columns(lines),
        choices=tuple(_read_choice(raw) for raw in head["choices"]),
        chains={name: tuple(chain) for name, chain in head["chains"].items()},
        kinds=head["kinds"],
        labels={name: Text(**label) for name, label in head["labels"].items()},
        notes=tuple(_read_fault(raw) for raw in head["notes"]),
    )
    inventory = cut(ledger, **head["cut"])
    return Kept(
        replace(inventory, missing=tuple(_read_fault(raw) for raw in head["missing"])),
        {name: _citation(raw) for name, raw in head["citations"].items()},
        {name: Text(**label) for name, label in head["carriers"].items()},
        head["output_cny"],
    )


def _with_columns(lines: pl.DataFrame) -> pl.DataFrame:
    # a column that a later program added is not known of an older inventory
    known = [
        (pl.col(name) if name in lines.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in LINE_SCHEMA.items()
    ]
    return lines.select(known)


def _made(kind: type[Record], raw: Mapping[str, Any]) -> Record:
    names = [field.name for field in fields(kind) if field.name in raw]  # type: ignore[arg-type]  # a dataclass
    return kind(**{name: raw[name] for name in names})


def _read_choice(raw: Mapping[str, Any]) -> Choice:
    factors = {name: _resolved(each) for name, each in raw["factors"].items()}
    return Choice(raw["formula"], raw["gas"], factors, raw["gwp"])


def _resolved(raw: Mapping[str, Any]) -> Resolved:
    asked, found = dict(raw["request"]), dict(raw["factor"])
    asked |= {"on": date.fromisoformat(asked["on"]), "member_ids": tuple(asked["member_ids"])}
    found["from_on"] = date.fromisoformat(found["from_on"])
    found["to_on"] = date.fromisoformat(found["to_on"]) if found["to_on"] else None
    return Resolved(
        _made(Request, asked), _made(Factor, found), raw["value"], raw["unit"], raw["found"]
    )


def _citation(raw: Mapping[str, Any]) -> Citation:
    texts = {name: Text(**raw[name]) for name in ("title", "issuer")}
    return _made(Citation, {**raw, **texts})


def _read_fault(raw: Mapping[str, Any]) -> Fault:
    params = {name: _read_param(value) for name, value in raw["params"].items()}
    return Fault(raw["code"], Place(**raw["place"]), params)


def _read_param(value: object) -> object:
    if isinstance(value, dict) and value.keys() == {"en", "zh"}:
        return Text(**value)
    return value
