"""Components from their entries in `components.yaml`."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from tanlu.connect.plan.quantity import quantity
from tanlu.connect.plan.reader import Reader
from tanlu.plan.model import (
    Capture,
    Certificates,
    Component,
    Converter,
    Demand,
    DirectLine,
    Fleet,
    Generator,
    GreenPower,
    Measure,
    Offset,
    Process,
    Sale,
    Stock,
    Store,
    Supply,
)

KINDS: Mapping[str, type] = {
    "supply": Supply, "sale": Sale, "generator": Generator, "converter": Converter,
    "store": Store, "demand": Demand, "process": Process, "measure": Measure,
    "capture": Capture, "offset": Offset, "direct_line": DirectLine,
    "green_power": GreenPower, "certificates": Certificates, "fleet": Fleet,
}  # fmt: skip
"""Kinds by the word that a file uses."""

UNITS: Mapping[str, str] = {
    "price": "CNY/MWh", "premium": "CNY/MWh", "variable": "CNY/MWh", "shift_cost": "CNY/MWh",
    "shed_cost": "CNY/MWh", "charge": "CNY/MW", "limit": "MW", "amount": "MW",
    "year_least": "MWh", "year_most": "MWh", "factor": "t/MWh", "market_factor": "t/MWh",
    "notice_factor": "t/MWh",
    "tce": "tce/MWh", "investment": "CNY/MW", "fixed_om": "CNY/MW", "existing": "MW",
    "potential": "MW", "build_most": "MW", "block": "MW", "unit": "MW", "hours": "h",
    "co2_t": "t", "saves": "1", "profile": "1", "available": "1", "share": "1", "shift": "1",
    "shed": "1", "loss": "1", "charge_efficiency": "1", "discharge_efficiency": "1",
}  # fmt: skip
"""Units of the plan by key; a `unit` that is given is converted to it."""

_OWN_UNITS: Mapping[type, Mapping[str, str]] = {
    Offset: {"price": "CNY/t", "most": "t"},
    Capture: {"price": "CNY/t", "investment": "", "fixed_om": "", "existing": "", "potential": ""},
    Measure: {"investment": "CNY", "fixed_om": "CNY", "existing": "1", "potential": "1"},
    Fleet: {"investment": "", "fixed_om": "", "existing": "", "potential": "", "build_most": "",
            "factor": "", "variable": "", "serves": ""},
}  # fmt: skip

_TEXTS = {"name", "node", "of", "link", "service"}
_MAPS = {"inputs", "outputs"}
_TUPLES = {"ages", "survival"}
_PLAIN = {
    "scope", "window", "shift", "shed", "hours", "loss", "ramp", "least", "unit", "share",
    "life", "rate", "block",
}  # fmt: skip
"""Quantities that are one number for all periods."""
_WHOLE = {"scope", "window", "life"}
_SWITCHES = {"may_retire", "take_or_pay"}
_REMARKS = {"kind", "label", "cite", "status", "note", "assumption", "owner", "option"}
_RENAMED = {"charge_efficiency": "charge", "discharge_efficiency": "discharge"}


def component(reader: Reader, name: str, raw: Any) -> Component | None:  # noqa: ANN401 - whatever the file holds
    """A component from its entry.

    Args:
        reader: The file, with the plan's years and series.
        name: The component's name.
        raw: Its entry.

    Returns:
        The component, None where a fault was noted that leaves nothing to make.
    """
    if not isinstance(raw, dict):
        reader.blame("plan_not_mapping", name, name=name)
        return None
    kind = reader.one_of(raw.get("kind"), KINDS, f"{name}.kind")
    if kind is None:
        return None
    made = KINDS[kind]
    has_stock = "stock" in {field.name for field in fields(made)}
    names = {field.name for field in fields(made)} - {"name", "stock"}
    stock_names = {field.name for field in fields(Stock)} if has_stock else set()
    reader.known(raw, {*names, *stock_names, *_RENAMED, *_REMARKS}, f"{name}.")
    given = {_own(key, made): (key, raw[key]) for key in raw if key not in _REMARKS}
    own = _taken(reader, made, name, {k: v for k, v in given.items() if k in names})
    _missing(reader, made, name, own)
    if has_stock:
        stocks = {k: v for k, v in given.items() if k in stock_names}
        own["stock"] = _stock(reader, made, name, stocks)
    return _made(reader, made, name, own)


def _own(key: str, made: type) -> str:
    return _RENAMED.get(key, key) if made is Store else key


def _missing(reader: Reader, made: type, name: str, own: Mapping[str, Any]) -> None:
    for field in fields(made):
        is_needed = field.default is MISSING and field.default_factory is MISSING
        if is_needed and field.name not in {*own, "name"}:
            reader.blame("plan_missing_key", f"{name}.{field.name}", key=field.name)


def _made(reader: Reader, made: type, name: str, own: dict[str, Any]) -> Component | None:
    try:
        found: Component = made(name, **own)
    except TypeError:
        return None  # what is missing has been told
    except ValueError as error:
        reader.blame("plan_bad_value", name, reason=error)
        return None
    return found


def _stock(reader: Reader, made: type, name: str, given: Mapping[str, Any]) -> Stock:
    fixed = given.get("fixed_om", ("", None))[1]
    is_share = isinstance(fixed, dict) and fixed.get("of") == "investment"
    rest = {k: v for k, v in given.items() if not (is_share and k == "fixed_om")}
    taken = _taken(reader, made, name, rest)
    if made is Measure:
        taken.setdefault("potential", 1.0)
    if is_share:
        share = {k: v for k, v in fixed.items() if k not in {"of", "unit"}}
        rate = quantity(reader, share, "1", f"{name}.fixed_om")
        taken["fixed_om"] = _product(rate, taken.get("investment", 0.0), len(reader.years))
    return Stock(**taken)


def _product(share: Any, investment: Any, periods: int) -> tuple[float, ...]:  # noqa: ANN401 - a quantity
    from tanlu.plan.model.value import by_year

    return tuple((by_year(share, periods) * by_year(investment, periods)).tolist())


def _taken(
    reader: Reader, made: type, name: str, given: Mapping[str, tuple[str, Any]]
) -> dict[str, Any]:
    return {
        field: _read(reader, made, field, raw, f"{name}.{key}")
        for field, (key, raw) in given.items()
    }


def _read(reader: Reader, made: type, field: str, raw: Any, at: str) -> Any:  # noqa: ANN401 - one of many kinds
    if field in _TEXTS:
        return str(raw)
    if field in _SWITCHES:
        return bool(raw)
    if field in _MAPS:
        return _map(reader, raw, at)
    if field in _TUPLES:
        return tuple(reader.number(each, at) or 0.0 for each in raw or ())
    if field in _PLAIN and not (field == "share" and isinstance(raw, dict)):
        return _one(reader, made, field, raw, at)
    return quantity(reader, raw, _unit(made, field, at), at)


def _unit(made: type, field: str, at: str) -> str:
    unit = {**UNITS, **_OWN_UNITS.get(made, {})}.get(field, "")
    return "1" if made is Store and at.endswith("charge_efficiency") else unit


def _one(reader: Reader, made: type, field: str, raw: Any, at: str) -> float | int | None:  # noqa: ANN401 - whatever the file holds
    value = quantity(reader, raw, _unit(made, field, at), at)
    if not isinstance(value, float):
        reader.blame("plan_one_number", at)
        return 1
    return int(value) if field in _WHOLE else value


def _map(reader: Reader, raw: Any, at: str) -> dict[str, Any]:  # noqa: ANN401 - whatever the file holds
    if not isinstance(raw, dict):
        reader.blame("plan_not_mapping", at, name=at)
        return {}
    return {str(node): quantity(reader, per, "", f"{at}.{node}") for node, per in raw.items()}
