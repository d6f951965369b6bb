"""Use case: by-products and waste heat of a table, booked once on both sides."""

import math
from pathlib import Path
from typing import Any

from tanlu.connect.plain import read_plain
from tanlu.trace.byproduct import Booking, book
from tanlu.trace.read_byproduct import Passed, read_byproducts


def trace_byproducts(path: Path) -> dict[str, Any]:
    """Bookings of a file `pair,rule,giver,taker,process_t,processing_t,replaced_t`.

    Args:
        path: The file.

    Returns:
        Pairs, what each enterprise books and saves by them, and both totals. [t]

    Raises:
        InputError: With every fault of the table.
    """
    return byproduct_record(read_byproducts(read_plain(path)))


def byproduct_record(passed: list[Passed]) -> dict[str, Any]:
    """Exchanges as a record: bookings sum to what was emitted, credits to what was avoided."""
    booked = [(each, book(each.exchange)) for each in passed]
    emitted = math.fsum(p.exchange.process_t + p.exchange.processing_t for p in passed)
    avoided = math.fsum(p.exchange.replaced_t - p.exchange.processing_t for p in passed)
    mine: dict[str, dict[str, float]] = {}
    for each, done in booked:
        _add(mine, each.giver, done.giver_t, done.giver_credit_t)
        _add(mine, each.taker, done.taker_t, done.taker_credit_t)
    return {
        "pairs": [_pair(each, done) for each, done in booked],
        "enterprises": mine,
        "emitted_t": emitted,
        "avoided_t": avoided,
        "closing_error": math.fsum(m["booked_t"] for m in mine.values()) - emitted,
    }


def _add(mine: dict[str, dict[str, float]], name: str, booked: float, credit: float) -> None:
    own = mine.setdefault(name, {"booked_t": 0.0, "credit_t": 0.0})
    own["booked_t"] += booked
    own["credit_t"] += credit


def _pair(each: Passed, done: Booking) -> dict[str, Any]:
    return {
        "pair": done.pair_id, "rule": done.rule, "giver": each.giver, "taker": each.taker,
        "giver_t": done.giver_t, "taker_t": done.taker_t,
        "giver_credit_t": done.giver_credit_t, "taker_credit_t": done.taker_credit_t,
    }  # fmt: skip
