"""Options as records for JSON: a line of the list, and all of one on a day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from tanlu.catalog.option_units import currency_of
from tanlu.catalog.option_values import series_reading, sheet
from tanlu.catalog.option_words import kinds, meanings, plan_carriers, words_of
from tanlu.errors import InputError
from tanlu.model.option import STATUSES, Option, Point, Reading, Series
from tanlu.types import Text

Json = dict[str, Any]


def option_line(option: Option) -> Json:
    """An option as a line of the list: what it is, and how its numbers were found."""
    return {
        "id": option.option_id,
        **_both(option.label),
        "kind": option.kind,
        "kind_label": _both(kinds()[option.kind].label),
        "direction": option.direction,
        "direction_label": _both(words_of("directions")[option.direction]),
        "systems": list(option.systems),
        "statuses": status_counts(option),
    }


def status_counts(option: Option) -> dict[str, int]:
    """How many numbers of an option have each status, best first; definitions apart."""
    points = [point.status for quantity in option.every() for point in quantity.taken.points]
    counts = Counter(points)
    return {name: counts[name] for name in STATUSES if counts[name] and name != "convention"}


def option_record(option: Option, on: date, price_year: int | None = None) -> Json:
    """All of an option on a day, each number with unit, document and how it was found."""
    readings = sheet(option, on, price_year)
    return {
        **option_line(option),
        "on": on.isoformat(),
        "owner": option.owner,
        "capacity": {"unit": option.capacity_unit, "of": option.capacity_of or None},
        "applies_to": list(option.applies_to),
        "note": _both(option.note) if option.note else None,
        "proof": _both(option.proof) if option.proof else None,
        "values": {name: reading_record(reading) for name, reading in readings.items()},
        "series": {q.name: [_series(s) for s in (q.taken, *q.others)] for q in option.every()},
        "others": {
            q.name: list(_others(option, q.name, q.others, on, price_year))
            for q in option.every()
            if q.others
        },
    }


def _others(
    option: Option, name: str, others: tuple[Series, ...], on: date, price_year: int | None
) -> Iterator[Json]:
    for series in others:
        try:
            yield reading_record(series_reading(option, name, series, on, price_year))
        except InputError as error:  # a document whose prices nobody can carry is told, not lost
            yield {"value": None, "reason": error.text("en"), "printed_unit": series.unit}


def quantity_label(name: str) -> Text:
    """What a quantity is called; the carrier's name for an amount in or out.

    Example:
        >>> quantity_label("out.heat_80c").zh
        '产出：热（80 ℃）'
    """
    group, dot, carrier = name.partition(".")
    if not dot:
        return meanings()[name].label
    words = Text("in: {of}", "投入：{of}") if group == "in" else Text("out: {of}", "产出：{of}")
    return words.fill(of=plan_carriers()[carrier].label)


def reading_record(reading: Reading) -> Json:
    """A reading with everything that it was made from."""
    return {
        "value": reading.value,
        "unit": reading.unit,
        "lower": reading.lower,
        "upper": reading.upper,
        "label": _both(quantity_label(reading.name)),
        "printed": reading.printed,
        "printed_unit": reading.printed_unit,
        "status": reading.status,
        "assumption": reading.status == "assumed",
        "found": reading.how,
        "place": reading.place,
        "price_year": reading.price_year,
        "of": reading.of,
        "basis": reading.basis,
        "cites": list(reading.cites),
        "points": [_point(point) for point in reading.points],
        "conversion": [
            {
                **_both(step.label),
                "value": step.value,
                "unit": step.unit,
                "cite": step.cite,
                "status": step.status,
            }
            for step in reading.steps
        ],
    }


def _series(series: Series) -> Json:
    return {
        "unit": series.unit,
        "between": series.between,
        "place": series.place,
        "price_year": series.price_year,
        "currency": currency_of(series.unit),
        "points": [_point(point) for point in series.points],
    }


def _point(point: Point) -> Json:
    return {
        "on": point.on.isoformat(),
        "value": point.value,
        "lower": point.lower,
        "upper": point.upper,
        "status": point.status,
        "cite": point.cite or None,
        "note": _both(point.note) if point.note else None,
    }


def _both(text: Text) -> dict[str, str]:
    return text.both()
