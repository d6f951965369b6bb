"""Bills whose periods cut across months: their amount day by day, and month by month.

Two methods, both named in what they give. *By days*: every day of the period is taken
to be alike; this is arithmetic, not knowledge, and at most shifts between two months
what the days around their border differ from the period's mean. *By shape*: a channel
that was read over the same days says how the amount was spread; right so far as the
bill's use ran with that channel's. Neither creates or loses anything: the days of a
bill add up to it, to the last bit.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from tanlu.measure.readings.day import month_of

BY_DAYS, BY_SHAPE = "days", "shape"
LONGEST = 400  # days; a longer period is a mistake in a date


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill: its first day, the day after its last one, and what it states.

    `row` is where it stands in its file.
    """

    channel_id: str
    start: date
    end: date
    amount: float
    cost: float | None = None
    row: int = 0

    @property
    def days(self) -> int:
        """How many days it is for."""
        return (self.end - self.start).days


def days_of(bill: Bill) -> list[date]:
    """The days that a bill is for."""
    return [bill.start + timedelta(days=n) for n in range(bill.days)]


def spread(amount: float, weights: Sequence[float]) -> list[float]:
    """Parts of an amount in proportion to weights, which add up to it exactly.

    Args:
        amount: What is spread.
        weights: Not negative, not all zero.

    Returns:
        A part for each weight; `math.fsum` of them is the amount.

    Source:
        part_i = amount · w_i / Σ w; what rounding leaves goes to the smallest part.

    Example:
        >>> parts = spread(0.1, [1.0, 1.0, 1.0])
        >>> math.fsum(parts)
        0.1
    """
    whole = sum(map(Fraction, weights))
    parts = [float(Fraction(amount) * Fraction(weight) / whole) for weight in weights]
    return _adding_up(parts, amount)


def _adding_up(parts: list[float], total: float) -> list[float]:
    """Parts of which rounding left a bit too much or too little, mended at a small one."""
    for at in sorted(range(len(parts)), key=lambda at: abs(parts[at])):
        if math.fsum(parts) == total:
            break
        if parts[at]:
            rest = Fraction(total) - sum(map(Fraction, parts))
            parts[at] = float(Fraction(parts[at]) + rest)
    return parts


def by_days(bill: Bill) -> dict[date, float]:
    """A bill's amount day by day, every day alike.

    Example:
        >>> bill = Bill("m", date(2025, 1, 30), date(2025, 2, 3), 8.0)
        >>> by_days(bill)[date(2025, 2, 1)]
        2.0
    """
    return dict(zip(days_of(bill), spread(bill.amount, [1.0] * bill.days), strict=True))


def by_shape(bill: Bill, use: Mapping[date, float]) -> dict[date, float] | None:
    """A bill's amount day by day, in proportion to what another channel used.

    Args:
        bill: The bill.
        use: The other channel's use by day.

    Returns:
        The amount of each day; None when the other channel lacks a day, ran
        backwards or used nothing at all: then it says nothing of the bill.

    Example:
        >>> bill = Bill("m", date(2025, 1, 31), date(2025, 2, 2), 8.0)
        >>> by_shape(bill, {date(2025, 1, 31): 1.0, date(2025, 2, 1): 3.0})[date(2025, 2, 1)]
        6.0
    """
    weights = [use.get(day, math.nan) for day in days_of(bill)]
    if not all(weight >= 0 for weight in weights) or not any(weights):
        return None
    return dict(zip(days_of(bill), spread(bill.amount, weights), strict=True))


def by_month(days: Mapping[date, float]) -> dict[str, float]:
    """Days to months; `math.fsum` of the months is that of the days.

    Example:
        >>> by_month({date(2025, 1, 31): 1.0, date(2025, 2, 1): 3.0})
        {'2025-01': 1.0, '2025-02': 3.0}
    """
    found: dict[str, Fraction] = {}
    for day, value in sorted(days.items()):
        found[month_of(day)] = found.get(month_of(day), Fraction(0)) + Fraction(value)
    if not found:
        return {}
    parts = _adding_up([float(value) for value in found.values()], math.fsum(days.values()))
    return dict(zip(found, parts, strict=True))


def ends_included(bills: Sequence[tuple[date, date]]) -> bool | None:
    """Whether a bill's end is its last day, by how the next one begins.

    Args:
        bills: Start and end as written, of one channel, in time.

    Returns:
        True when the next bill begins a day later, False when it begins on the same
        day, None when neither is usual.

    Example:
        >>> first, second = (1, 31), (32, 59)
        >>> day = date.fromordinal
        >>> ends_included([(day(first[0]), day(first[1])), (day(second[0]), day(second[1]))])
        True
    """
    gaps = [(after[0] - before[1]).days for before, after in pairwise(bills)]
    same, next_day = gaps.count(0), gaps.count(1)
    if not gaps or same == next_day or max(same, next_day) * 2 < len(gaps):
        return None
    return next_day > same


def overlaps(bills: Sequence[Bill]) -> list[tuple[Bill, Bill]]:
    """Pairs of bills of one channel that claim the same day."""
    ordered = sorted(bills, key=lambda bill: (bill.channel_id, bill.start, bill.row))
    return [
        (before, after)
        for before, after in pairwise(ordered)
        if before.channel_id == after.channel_id and after.start < before.end
    ]


def gaps(bills: Sequence[Bill]) -> list[tuple[str, date, date]]:
    """Days between bills of one channel for which there is none."""
    ordered = sorted(bills, key=lambda bill: (bill.channel_id, bill.start))
    return [
        (before.channel_id, before.end, after.start)
        for before, after in pairwise(ordered)
        if before.channel_id == after.channel_id and after.start > before.end
    ]
