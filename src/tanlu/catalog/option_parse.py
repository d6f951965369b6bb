"""An option from its YAML file; each part that cannot be read is a fault of its own."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

from tanlu.errors import Fault, Place
from tanlu.model.option import Option, Point, Quantity, Series
from tanlu.types import Text, text_of

Thing = TypeVar("Thing")
_BAD = (KeyError, ValueError, TypeError, AttributeError)
HEAD = (
    "id", "label", "kind", "direction", "systems", "in", "out", "capacity", "applies_to",
    "owner", "proof", "note", "of", "cite",
)  # fmt: skip
"""The keys of an option's file that are no quantities."""
ALWAYS = date(2000, 1, 1)
"""The date of a number that holds at all times."""


def option_fault(file: str, key: str, reason: str) -> Fault:
    """A fault of an option's file, at the key that has it."""
    return Fault("option_fault", Place(file, column=key), {"reason": reason})


def option_of(file: str, raw: Mapping[str, Any], faults: list[Fault]) -> Option | None:
    """An option from its file.

    Args:
        file: Name of the file, for the faults.
        raw: Its content.
        faults: What is wrong is added here, each with its key.

    Returns:
        The option with all that could be read; None without a head.
    """
    if not isinstance(raw, Mapping):
        faults.append(option_fault(file, "id", "not a mapping"))
        return None

    parts = quantities_of(file, raw, faults)
    return _try(file, "id", faults, lambda: _head(raw, parts))


def quantities_of(
    file: str, raw: Mapping[str, Any], faults: list[Fault]
) -> tuple[dict[str, Quantity], dict[str, Quantity], dict[str, Quantity]]:
    """The quantities of inputs, of outputs and of the option itself, from its file."""

    def group(prefix: str, entries: Mapping[str, Any]) -> dict[str, Quantity]:
        found = {}
        for name, entry in entries.items():
            key = f"{prefix}{name}"
            made = _try(file, key, faults, partial(quantity_of, key, entry))
            if made:
                found[name] = made
        return found

    rest = {name: entry for name, entry in raw.items() if name not in HEAD}
    return group("in.", raw.get("in") or {}), group("out.", raw.get("out") or {}), group("", rest)


def _try(file: str, key: str, faults: list[Fault], make: Callable[[], Thing]) -> Thing | None:
    try:
        return make()
    except _BAD as error:
        reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
        faults.append(option_fault(file, key, reason))
        return None


def _head(raw: Mapping[str, Any], parts: tuple[dict[str, Quantity], ...]) -> Option:
    capacity = raw["capacity"]
    inputs, outputs, quantities = parts
    return Option(
        option_id=str(raw["id"]),
        label=text_of(raw["label"]),
        kind=str(raw["kind"]),
        direction=str(raw["direction"]),
        systems=tuple(raw["systems"]),
        capacity_unit=str(capacity["unit"]),
        capacity_of=str(capacity.get("of") or ""),
        inputs=inputs,
        outputs=outputs,
        quantities=quantities,
        applies_to=tuple(raw.get("applies_to") or ()),
        owner=str(raw.get("owner") or "enterprise"),
        proof=_text(raw.get("proof")),
        note=_text(raw.get("note")),
    )


def quantity_of(name: str, raw: Any) -> Quantity:  # noqa: ANN401 - a number or a mapping
    """A quantity from its entry: the series taken, and `others`.

    Example:
        >>> quantity_of("in.electricity", 1.0).taken.points[0].status
        'convention'
    """
    if isinstance(raw, int | float | str):
        return Quantity(name, Series("1", (_basis(raw),)))
    others = tuple(series_of(entry) for entry in raw.get("others") or ())
    return Quantity(name, series_of(raw), others)


def _basis(raw: float | str) -> Point:
    if float(raw) != 1.0:
        raise ValueError("a plain number can only be 1, the basis; give others with their document")
    return Point(ALWAYS, 1.0, "convention", None, "")


def series_of(raw: Mapping[str, Any]) -> Series:
    """A series from its entry; what stands beside `values` holds for each of them."""
    values = raw["values"] if "values" in raw else {ALWAYS.isoformat(): _alone(raw)}
    points = [_point(day, entry, raw) for day, entry in values.items()]
    year = raw.get("price_year")
    return Series(
        unit=str(raw["unit"]),
        points=tuple(sorted(points, key=lambda point: point.on)),
        between=str(raw.get("between") or "linear"),
        of=raw.get("of"),
        basis=raw.get("basis"),
        price_year=int(year) if year is not None else None,
        place=str(raw.get("place") or "world"),
    )


def _alone(raw: Mapping[str, Any]) -> dict[str, Any]:
    named = ("value", "lower", "upper")
    return {name: raw[name] for name in named if name in raw}


def _point(day: object, entry: Any, around: Mapping[str, Any]) -> Point:  # noqa: ANN401 - a number or a mapping
    own = entry if isinstance(entry, Mapping) else {"value": entry}
    if any(name in own for name in ("cite", "assumption")):  # what the value says of itself
        around = {n: v for n, v in around.items() if n not in ("cite", "status", "assumption")}
    said = {**around, **own}
    document, _, clause = str(said.get("cite") or "").partition("#")
    return Point(
        on=_day(day),
        value=float(own["value"]),
        status="assumed" if said.get("assumption") is True else str(said["status"]),
        citation_id=document or None,
        clause=clause,
        lower=_maybe(own.get("lower")),
        upper=_maybe(own.get("upper")),
        note=_text(said.get("note")),
    )


def _day(text: object) -> date:
    written = str(text)
    return date.fromisoformat(f"{written}-01-01" if written.isdigit() else written)


def _maybe(value: Any) -> float | None:  # noqa: ANN401 - as the file has it
    return None if value is None else float(value)


def _text(raw: object) -> Text | None:
    return text_of(raw) if raw else None
