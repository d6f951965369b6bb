"""Which attributes a PyPSA network may have, what each defaults to, and what part it plays.

The table is `attributes.csv`: names, kinds and defaults as PyPSA 1.4.0 documents them; `role`
is ours: `use` enters the optimisation, `free` plays no part in it (geography, colours, power
flow), `result` is what an optimisation writes, `refuse` is not supported and refused by name
where it differs from its default.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, cast

Kind: TypeAlias = Literal["float", "int", "bool", "text"]
Role: TypeAlias = Literal["use", "free", "result", "refuse"]
Value: TypeAlias = float | int | bool | str

VERSION = (1, 4)
"""PyPSA's version whose meaning of the attributes is kept here."""

COMPONENTS = {
    "buses": "Bus",
    "carriers": "Carrier",
    "generators": "Generator",
    "loads": "Load",
    "links": "Link",
    "processes": "Process",
    "stores": "Store",
    "storage_units": "StorageUnit",
    "lines": "Line",
    "transformers": "Transformer",
    "line_types": "LineType",
    "transformer_types": "TransformerType",
    "global_constraints": "GlobalConstraint",
}
"""PyPSA's component by the name of its list."""

IGNORED = frozenset({"shunt_impedances", "shapes", "sub_networks"})
"""Lists that play no part in PyPSA's optimisation."""

_PORT = re.compile(r"(bus|efficiency|delay|cyclic_delay|rate)([0-9]+)")
_PORTED = {"links": ("efficiency", "delay", "cyclic_delay"), "processes": ()}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a component."""

    name: str
    kind: Kind
    default: Value
    is_varying: bool
    role: Role


@cache
def attributes(table: str) -> dict[str, Attribute]:
    """Attributes of a list of components, by name.

    Args:
        table: Name of the list, such as "generators".

    Example:
        >>> attributes("storage_units")["p_min_pu"].default
        -1.0
    """
    text = (files("tanlu.plan.pypsa") / "attributes.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["list"] == table]
    return {row["attribute"]: _attribute(row) for row in rows}


def attribute(table: str, name: str) -> Attribute | None:
    """An attribute by its name, further ports of links and processes included.

    Example:
        >>> attribute("links", "efficiency3").default
        1.0
        >>> attribute("links", "colour") is None
        True
    """
    known = attributes(table)
    if name in known:
        return known[name]
    port = _PORT.fullmatch(name)
    if port is None or table not in _PORTED or int(port[2]) < 2:
        return None
    like = known.get(port[1] if port[1] in _PORTED[table] else f"{port[1]}1")
    return like and Attribute(name, like.kind, like.default, like.is_varying, like.role)


def _attribute(row: dict[str, str]) -> Attribute:
    kind = cast("Kind", row["kind"])
    return Attribute(
        row["attribute"],
        kind,
        _default(kind, row["default"]),
        row["varying"] == "yes",
        cast("Role", row["role"]),
    )


def _default(kind: Kind, text: str) -> Value:
    if kind == "float":
        return float(text)
    if kind == "int":
        return int(text)
    return text == "True" if kind == "bool" else text
