"""Tables beside the three of carbon flow: stores, plants between networks, contracts.

What is wrong in any of them is kept with its row and told together with the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from tanlu.catalog.joint import joint_rules
from tanlu.model.book import Row, Sheet
from tanlu.trace.cells import Cells, Number
from tanlu.trace.plants import HEAT, OWN_SHARES, POWER

STORE = ("store", "node", "charge_efficiency", "discharge_efficiency", "opening_mwh", "opening_t")
STORAGE = ("hour", "store", "charged_mwh", "given_mwh")
CONVERTER = ("converter", "rule")
CONVERTER_MORE = ("supply_celsius", "ambient_celsius")
CONVERSION = ("hour", "converter", "node", "taken_mwh", "given_mwh", "direct_t")
CONVERSION_MORE = ("output", "share")
CONTRACT = ("hour", "contract", "source", "node", "mwh", "factor_t_per_mwh")
EXTRAS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "stores": (STORE, ()), "storage": (STORAGE, ()), "converters": (CONVERTER, CONVERTER_MORE),
    "conversions": (CONVERSION, CONVERSION_MORE), "contracts": (CONTRACT, ()),
}  # fmt: skip
"""Table to the columns that it must have, and those that it may have."""

Numbers: TypeAlias = Mapping[str, Number | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A row of one of these tables: texts and numbers by column."""

    row: Row
    texts: Mapping[str, str]
    numbers: Numbers

    def value(self, column: str, empty: float = 0.0) -> float:
        """A number, or what an empty cell stands for."""
        found = self.numbers[column]
        return empty if found is None else found.value


@dataclass
class Extras:
    """The tables that are there, read."""

    cells: dict[str, Cells] = field(default_factory=dict)
    items: dict[str, list[Item]] = field(default_factory=dict)

    def of(self, table: str) -> list[Item]:
        """Rows of a table; none where it is not there."""
        return self.items.get(table, [])


_TEXTS = ("hour", "store", "node", "converter", "contract", "source", "rule", "output")
_EMPTY = {"rule", "output"}
_MUST = {"stores": STORE[2:], "storage": STORAGE[2:], "contracts": CONTRACT[4:]}


def read_extras(sheets: Mapping[str, Sheet]) -> Extras:
    """The tables beside flows, sources and loads.

    Args:
        sheets: Those of `EXTRAS` that are there.

    Returns:
        Rows, with every fault in `cells`.
    """
    found = Extras()
    for table, sheet in sheets.items():
        cells = found.cells[table] = Cells(sheet)
        if cells.columns(*EXTRAS[table]):
            items = (_item(cells, table, row) for row in sheet.rows)
            found.items[table] = [item for item in items if item]
    _stores(found)
    _converters(found)
    return found


def _item(cells: Cells, table: str, row: Row) -> Item | None:
    wanted, more = EXTRAS[table]
    named = [name for name in (*wanted, *more) if name in _TEXTS]
    texts, before = {}, len(cells.faults)
    for name in named:
        # a conversion without a node is fuel, or what the plant emits itself
        if name in _EMPTY or (table == "conversions" and name == "node"):
            texts[name] = row.cells.get(name, "")
        else:
            texts[name] = cells.text(row, name) or ""
    numbers: dict[str, Number | None] = {}
    for name in (*wanted, *more):
        if name not in _TEXTS:
            numbers[name] = _number(cells, table, row, name)
    return Item(row, texts, numbers) if len(cells.faults) == before else None


def _number(cells: Cells, table: str, row: Row, name: str) -> Number | None:
    if name in _MUST.get(table, ()):
        return cells.number(row, name) if name == "factor_t_per_mwh" else cells.amount(row, name)
    # a share may be below 0, where a rule credits the other output with more than there is
    if name == "share":
        return cells.number(row, name) if row.cells.get(name, "") else None
    return cells.maybe(row, name)


def _stores(found: Extras) -> None:
    cells = found.cells.get("stores")
    for item in found.of("stores"):
        for name in STORE[2:4]:
            if cells and not 0.0 < item.value(name) <= 1.0:
                cells.wrong("trace_store_rate", item.row, name, text=item.row.cells[name])
    _once(found, "stores", "store")
    _named(found, ("storage", "store"), "stores")


def _converters(found: Extras) -> None:
    cells = found.cells.get("converters")
    known = ["", OWN_SHARES, *joint_rules()]
    for item in found.of("converters"):
        rule = item.texts["rule"]
        if cells and rule not in known:
            params = {"text": rule, "close": known[2], "known": ", ".join(known[1:])}
            cells.wrong("unknown_choice", item.row, "rule", **params)
    _once(found, "converters", "converter")
    _named(found, ("conversions", "converter"), "converters")
    rows = found.cells.get("conversions")
    for item in found.of("conversions"):
        if rows and item.texts["output"] not in ("", POWER, HEAT):
            params = {"text": item.texts["output"], "close": POWER, "known": f"{POWER}, {HEAT}"}
            rows.wrong("unknown_choice", item.row, "output", **params)


def _once(found: Extras, table: str, column: str) -> None:
    first: dict[str, int] = {}
    for item in found.of(table):
        name = item.texts[column]
        if name in first:
            found.cells[table].wrong("duplicate_id", item.row, column, id=name, row=first[name])
        first.setdefault(name, item.row.number)


def _named(found: Extras, where: tuple[str, str], table: str) -> None:
    known = [item.texts[where[1]] for item in found.of(table)]
    for item in found.of(where[0]):
        name = item.texts[where[1]]
        if name not in known:
            params = {"name": name, "table": f"{table}.csv", "known": ", ".join(known[:20])}
            found.cells[where[0]].wrong("trace_no_such", item.row, where[1], **params)


def nodes_of(found: Extras) -> Sequence[str]:
    """Nodes at which stores and plants stand."""
    at_stores = [item.texts["node"] for item in found.of("stores")]
    at_plants = [item.texts["node"] for item in found.of("conversions") if item.texts["node"]]
    return [*at_stores, *at_plants]
