"""A table of by-products and waste heat that pass between two enterprises, to exchanges."""

from dataclasses import dataclass
from typing import get_args

from tanlu.errors import InputError, raise_errors
from tanlu.model.book import Row, Sheet
from tanlu.trace.byproduct import EXCHANGE_RULES, Exchange, ExchangeRule, waste_heat
from tanlu.trace.cells import Cells

COLUMNS = ("pair", "rule", "giver", "taker", "process_t", "processing_t", "replaced_t")
MORE = ("share", "lost_power_mwh", "power_t_per_mwh", "extra_t")


@dataclass(frozen=True, slots=True)
class Passed:
    """An exchange with the names of its two sides."""

    giver: str
    taker: str
    exchange: Exchange


def read_byproducts(sheet: Sheet) -> list[Passed]:
    """Exchanges from a table.

    Args:
        sheet: `pair,rule,giver,taker,process_t,processing_t,replaced_t`; `share` for the rule
            `allocated`; `lost_power_mwh`, `power_t_per_mwh`, `extra_t` for `waste_heat`.

    Returns:
        One per row; each pair stands once, so that what it avoids is booked once.

    Raises:
        InputError: With every fault.
    """
    cells = Cells(sheet)
    if not sheet.rows:
        raise InputError.of("empty_file", sheet.place())
    if not cells.columns(COLUMNS, MORE):
        raise_errors(cells.faults)
    first: dict[str, int] = {}
    found = [_passed(cells, row, first) for row in sheet.rows]
    raise_errors(cells.faults)
    return [each for each in found if each]


def _passed(cells: Cells, row: Row, first: dict[str, int]) -> Passed | None:
    pair, rule, giver, taker = (cells.text(row, name) for name in COLUMNS[:4])
    amounts = [cells.amount(row, name) for name in COLUMNS[4:]]
    more = {name: cells.maybe(row, name) for name in MORE}
    if pair in first:
        cells.wrong("duplicate_id", row, "pair", id=pair, row=first[pair])
    if pair:
        first.setdefault(pair, row.number)
    if giver and giver == taker:
        cells.wrong("trace_to_itself", row, "taker", node=giver)
    if rule and rule not in EXCHANGE_RULES:
        known = ", ".join(EXCHANGE_RULES)
        cells.wrong("unknown_choice", row, "rule", text=rule, close=EXCHANGE_RULES[0], known=known)
    for name in _needed(rule):
        cells.text(row, name)
    if not (pair and giver and taker and rule in get_args(ExchangeRule)):
        return None
    process, processing, replaced = (n.value if n else 0.0 for n in amounts)
    values = {name: number.value if number else 0.0 for name, number in more.items()}
    if values["share"] > 1.0:
        cells.wrong("out_of_range", row, "share", text=row.cells["share"], least=0, most=1)
        return None
    lost, clean, extra = (values[name] for name in MORE[1:])
    drawn = float(waste_heat(lost, clean, extra))
    kind: ExchangeRule = next(known for known in EXCHANGE_RULES if known == rule)
    exchange = Exchange(pair, kind, process, processing, replaced, values["share"], drawn)
    return Passed(giver, taker, exchange)


def _needed(rule: str | None) -> tuple[str, ...]:
    if rule == "allocated":
        return ("share",)
    # heat that costs nothing says so by a 0
    return MORE[1:] if rule == "waste_heat" else ()
