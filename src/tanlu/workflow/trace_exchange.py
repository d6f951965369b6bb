"""Use case: carbon embodied in the trade of a table, as the command line prints it."""

from pathlib import Path
from typing import Any

from tanlu.connect.plain import read_plain
from tanlu.errors import Fault
from tanlu.trace.embodied import Embodied, embodied
from tanlu.trace.loops import Values
from tanlu.trace.read_trade import read_trade


def trace_exchange(path: Path) -> tuple[dict[str, Any], list[Fault]]:
    """Embodied carbon of a file `enterprise,<names …>,deliveries,co2_t`, imports if it has them.

    Args:
        path: The file.

    Returns:
        Multipliers [t per unit sold] and the three views [t]; and warnings.

    Raises:
        InputError: With every fault of the table.
    """
    trade, warnings = read_trade(read_plain(path))
    return exchange_record(embodied(trade)), warnings


def exchange_record(found: Embodied) -> dict[str, Any]:
    """The three views as a plain record; who sells nothing has no multiplier."""
    names, output = found.trade.names, found.trade.output

    def named(values: Values) -> dict[str, float]:
        return dict(zip(names, map(float, values), strict=True))

    per_unit = named(found.multipliers)
    record = {
        "multipliers": {n: per_unit[n] if x else None for n, x in zip(names, output, strict=True)},
        "final_product": named(found.final_product),
        "income": named(found.income),
        "shared": {"producers": named(found.producers), "consumers": named(found.consumers)},
    }
    if found.trade.bought_outside.any():
        record["imports"] = named(found.trade.brought_t)
        record["income_of_imports"] = named(found.income_of_imports)
    return record
