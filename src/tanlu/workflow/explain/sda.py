"""Two tables of trade between enterprises: why the emissions of what they deliver changed."""

from typing import Any

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.structure import Economy, structural, structural_orders
from tanlu.trace.embodied import Trade


def sda_record(first: Trade, last: Trade) -> dict[str, Any]:
    """Structural decomposition of the change of all direct emissions.

    Args:
        first: The first period.
        last: The last period, of the same enterprises.

    Returns:
        The record of `--json`: three effects by the mean of both polar forms, and four by
        the mean over all orders.

    Raises:
        InputError: When enterprises differ, or one emits and sells nothing.
    """
    if set(first.names) != set(last.names):
        odd = ", ".join(sorted(set(first.names) ^ set(last.names)))
        raise InputError.of("driver_categories", names=odd)
    order = [last.names.index(name) for name in first.names]
    one, two = _economy(first, list(range(len(order)))), _economy(last, order)
    totals = [float(trade.carbon.sum()) for trade in (first, last)]
    return {
        "enterprises": list(first.names),
        "first_t": totals[0],
        "last_t": totals[1],
        "total": totals[1] - totals[0],
        "polar": structural(one, two),
        "orders": structural_orders(one, two),
    }


def _economy(trade: Trade, order: list[int]) -> Economy:
    sales = trade.sales[np.ix_(order, order)]
    output, co2 = trade.output[order], trade.carbon[order]
    idle = (output == 0) & (co2 != 0)
    if idle.any():
        name = trade.names[order[int(idle.argmax())]]
        raise InputError.of("emits_without_output", name=name)
    per = np.where(output > 0, output, 1.0)
    return Economy(co2 / per, sales / per[None, :], trade.deliveries[order])
