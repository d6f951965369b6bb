"""Working days, weekends and holidays of a year."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from tanlu.workflow.synth.data import holidays

WORK, REST, FESTIVAL = 0, 1, 2


def count(year: int) -> int:
    """Days of a year.

    Example:
        >>> count(2024)
        366
    """
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def kinds(year: int) -> NDArray[np.int8]:
    """What each day of a year is: working day, weekend or holiday.

    Args:
        year: A year whose Spring Festival is known.

    Returns:
        WORK, REST or FESTIVAL, one a day.

    Example:
        >>> [int(kinds(2025)[day]) for day in (0, 1, 3, 25, 28)]
        [2, 0, 1, 0, 2]
    """
    first = date(year, 1, 1)
    marks = np.array(
        [REST if (first + timedelta(n)).weekday() >= 5 else WORK for n in range(count(year))],
        np.int8,
    )
    known = holidays()["notices"].get(year, holidays()["rule"])
    spans = [(_on(year, a), _on(year, b)) for a, b in known["free"]]
    if "festival_days" in known:
        eve = _on(year, holidays()["spring_festival"][year]) - timedelta(1)
        spans.append((eve, eve + timedelta(known["festival_days"] - 1)))
    for start, end in spans:
        marks[(start - first).days : (end - first).days + 1] = FESTIVAL
    for text in known["work"]:
        marks[(_on(year, text) - first).days] = WORK
    return marks


def _on(year: int, text: str) -> date:
    month, _, day = text.partition("-")
    return date(year, int(month), int(day))


def month_slice(year: int, month: int) -> slice:
    """Where the days of a month stand in its year.

    Example:
        >>> month_slice(2025, 2)
        slice(31, 59, None)
    """
    first = date(year, 1, 1)
    start = (date(year, month, 1) - first).days
    end = (date(year + month // 12, month % 12 + 1, 1) - first).days
    return slice(start, end)
