"""Accounting methods from their files: what one extends is filled in, every fault is told."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tanlu.catalog.method import INHERIT, Applies, Clause, Method, Span
from tanlu.types import Text, text_of

_MERGED = ("series", "dated", "clauses", "applies", "ways", "categories", "gases_by_stream")
_OWN = ("id", "extends", "succeeds")  # never inherited
_KNOWN = {
    "label", "note", "cite", "status", "gases", "scopes", "streams", "exports", "energy",
    "gwp_sets", "biogenic", "heat", "gas_volume", "units", "gwp", *_MERGED, *_OWN,
}  # fmt: skip
_APPLIES = {"to", "sectors", "guide", "place", "from", "until"}
CHOICES: Mapping[str, tuple[str, ...]] = {
    "exports": ("gross", "net"),
    "energy": ("equivalent", "equal_value", "unstated"),
    "biogenic": ("apart", "excluded"),
    "heat": ("net", "gross", "stated"),
    "gas_volume": ("Nm3", "Sm3", "none"),
    "units": ("metric", "us", "uk"),
    "status": ("primary", "confirmed", "secondary", "recalled", "convention"),
}
"""What a rule with a fixed set of answers may say."""

Raw = Mapping[str, Any]


def extended(files: Sequence[tuple[str, Any]], name: str) -> dict[str, Any]:
    """The content of a method's file with all that it extends filled in.

    Args:
        files: All files of methods: name and content.
        name: The method's code.

    Returns:
        One content that stands alone.

    Raises:
        ValueError: When a method extends itself, or one that is not there.

    Example:
        >>> files = [("a", {"id": "a", "gases": ["co2"], "series": {"ncv": ["x"]}}),
        ...          ("b", {"id": "b", "extends": "a", "series": {"ncv": ["y", "inherit"]}})]
        >>> extended(files, "b")["series"]
        {'ncv': ['y', 'x']}
    """
    by_id = {raw["id"]: raw for _, raw in files if isinstance(raw, dict) and "id" in raw}
    chain: list[str] = []
    at = name
    while at:
        if at in chain:
            raise ValueError("extends itself: " + " → ".join([*chain, at]))
        if at not in by_id:
            raise ValueError(f"extends {at}, which is not there")
        chain.append(at)
        at = by_id[at].get("extends") or ""
    found: dict[str, Any] = {}
    for code in reversed(chain):
        found = _over(found, by_id[code])
    return found


def _over(below: Raw, above: Raw) -> dict[str, Any]:
    kept = {name: value for name, value in below.items() if name not in _OWN}
    merged = {
        name: _merged(name, below.get(name) or {}, above[name]) for name in _MERGED if name in above
    }
    return {**kept, **above, **merged}


def _merged(name: str, below: Raw, above: Raw) -> dict[str, Any]:
    if name != "series":
        return {**below, **above}
    filled = {
        key: [s for item in order for s in (below.get(key, ()) if item == INHERIT else (item,))]
        for key, order in above.items()
    }
    return {**below, **filled}


def method_of(raw: Raw) -> Method:
    """A method from a content that stands alone.

    Raises:
        KeyError: When something required is left out.
        ValueError: When a name or an answer is not known, or dates contradict.
    """
    _check_names(raw)
    return Method(
        method_id=raw["id"],
        label=text_of(raw["label"]),
        cite=raw["cite"],
        gases=tuple(raw["gases"]),
        series={name: tuple(order) for name, order in raw["series"].items()},
        note=text_of(raw["note"]),
        applies=_applies(raw.get("applies") or {}),
        extends=raw.get("extends") or "",
        succeeds=raw.get("succeeds") or "",
        status=raw.get("status", "secondary"),
        scopes=tuple(int(n) for n in raw.get("scopes", (1, 2))),
        streams=tuple(raw.get("streams") or ()),
        gases_by_stream={s: tuple(g) for s, g in (raw.get("gases_by_stream") or {}).items()},
        ways={stream: tuple(ways) for stream, ways in (raw.get("ways") or {}).items()},
        dated={n: tuple(map(_span, spans)) for n, spans in (raw.get("dated") or {}).items()},
        exports=raw.get("exports", "gross"),
        energy=raw.get("energy", "equivalent"),
        gwp_sets=tuple(raw.get("gwp_sets") or ()),
        biogenic=raw.get("biogenic", "apart"),
        categories=dict(raw.get("categories") or {}),
        heat=raw.get("heat", "net"),
        gas_volume=raw.get("gas_volume", "Nm3"),
        units=raw.get("units", "metric"),
        gwp={int(year): name for year, name in (raw.get("gwp") or {}).items()},
        clauses={rule: _clause(entry) for rule, entry in (raw.get("clauses") or {}).items()},
    )


def _check_names(raw: Raw) -> None:
    for name in raw:
        if name not in _KNOWN:
            raise ValueError(f"{name} is not known")
    for name in raw.get("applies") or {}:
        if name not in _APPLIES:
            raise ValueError(f"applies.{name} is not known")
    for name, allowed in CHOICES.items():
        if name in raw and raw[name] not in allowed:
            raise ValueError(f"{name} is one of {', '.join(allowed)}, not {raw[name]}")


def _applies(raw: Raw) -> Applies:
    from_on, to_on = _days(raw)
    return Applies(
        to=tuple(raw.get("to") or ("park", "enterprise")),
        sectors=tuple(raw.get("sectors") or ()),
        guide=text_of(raw["guide"]) if raw.get("guide") else None,
        place=raw.get("place", "world"),
        from_on=from_on,
        to_on=to_on,
    )


def _span(raw: Raw) -> Span:
    from_on, to_on = _days(raw)
    return Span(tuple(raw["series"]), _clause(raw), raw.get("at") or "", from_on, to_on)


def _days(raw: Raw) -> tuple[date | None, date | None]:
    from_on, to_on = (
        date.fromisoformat(str(raw[name])) if raw.get(name) else None for name in ("from", "until")
    )
    if from_on and to_on and to_on <= from_on:
        raise ValueError(f"ends on {to_on}, before it starts on {from_on}")
    return from_on, to_on


def _clause(raw: Raw) -> Clause:
    status = raw["status"]
    if status not in CHOICES["status"]:
        raise ValueError(f"status is one of {', '.join(CHOICES['status'])}, not {status}")
    note: Text | None = text_of(raw["note"]) if raw.get("note") else None
    return Clause(str(raw["cite"]), status, note)
