"""A table of who sells what to whom, as written, to trade."""

from collections.abc import Sequence

import numpy as np

from tanlu.errors import Fault, InputError, raise_errors
from tanlu.model.book import Row, Sheet
from tanlu.trace.cells import Cells
from tanlu.trace.embodied import Trade
from tanlu.trace.loops import Values

_HEAD, _DELIVERIES, _DIRECT = "enterprise", "deliveries", "co2_t"
IMPORTS, SUPPLIED = "imports", "import_t_per_unit"


def read_trade(sheet: Sheet) -> tuple[Trade, list[Fault]]:
    """Trade from a table `enterprise,<names …>,deliveries,co2_t`.

    Args:
        sheet: Row i holds what i sells to each, what it delivers out of the park, and its
            direct emissions [t]. `imports` and `import_t_per_unit` may follow: what it buys
            outside the park, in the unit of the sales, and its suppliers' carbon per unit.

    Returns:
        Trade, and warnings: who adds no value, sales below zero taken as sales the other way.

    Raises:
        InputError: With every fault: names that differ, what is no number or negative.
    """
    cells = Cells(sheet)
    if not sheet.rows:
        raise InputError.of("empty_file", sheet.place())
    names = [row.cells[_HEAD] for row in sheet.rows if row.cells.get(_HEAD)]
    if not cells.columns([_HEAD, *names, _DELIVERIES, _DIRECT], (IMPORTS, SUPPLIED)):
        raise_errors(cells.faults)
    _named_once(cells)
    sales = np.array([[_sale(cells, row, name) for name in names] for row in sheet.rows])
    deliveries, direct = (_column(cells, name) for name in (_DELIVERIES, _DIRECT))
    imports, brought = _imports(cells)
    raise_errors(cells.faults)
    warnings = _turned(sheet, names, sales)
    sales = np.maximum(sales, 0.0) + np.maximum(-sales, 0.0).T
    trade = Trade(tuple(names), sales, deliveries, direct, brought, imports)
    return trade, [*warnings, *_without_value(sheet, trade)]


def _named_once(cells: Cells) -> None:
    first: dict[str, int] = {}
    for row in cells.sheet.rows:
        name = cells.text(row, _HEAD)
        if name in first:
            cells.wrong("duplicate_id", row, _HEAD, id=name, row=first[name])
        elif name:
            first[name] = row.number


def _sale(cells: Cells, row: Row, name: str) -> float:
    if not row.cells.get(name, ""):  # nothing sold needs no digit
        return 0.0
    found = cells.number(row, name)
    return found.value if found else 0.0


def _column(cells: Cells, name: str) -> Values:
    found = [cells.amount(row, name) for row in cells.sheet.rows]
    return np.array([number.value if number else 0.0 for number in found])


def _imports(cells: Cells) -> tuple[Values, Values]:
    bought, brought = [], []
    for row in cells.sheet.rows:
        amount, rate = cells.maybe(row, IMPORTS), None
        if row.cells.get(SUPPLIED, ""):
            rate = cells.number(row, SUPPLIED)
        elif amount and amount.value:  # carbon that nobody stated is not none
            cells.text(row, SUPPLIED)
        bought.append(amount.value if amount else 0.0)
        brought.append(bought[-1] * (rate.value if rate else 0.0))
    return np.array(bought), np.array(brought)


def _turned(sheet: Sheet, names: Sequence[str], sales: Values) -> list[Fault]:
    return [
        Fault(
            "exchange_turned",
            sheet.place(sheet.rows[i].number, names[j]),
            {"seller": names[i], "buyer": names[j], "amount": f"{sales[i, j]:.10g}"},
        )
        for i, j in np.argwhere(sales < 0.0).tolist()
    ]


def _without_value(sheet: Sheet, trade: Trade) -> list[Fault]:
    return [
        Fault(
            "exchange_no_value",
            sheet.place(sheet.rows[i].number),
            {"name": trade.names[i], "added": f"{trade.added[i]:.10g}"},
        )
        for i in np.flatnonzero((trade.added < 0.0) & (trade.output > 0.0)).tolist()
    ]
