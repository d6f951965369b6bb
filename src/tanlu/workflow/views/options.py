"""Options for the API: cards, and all numbers of one on a day as figures that open."""

from datetime import date

from tanlu.catalog.content import Catalog
from tanlu.catalog.option_values import sheet
from tanlu.catalog.option_words import kinds, words_of
from tanlu.model.option import Option, Point, Quantity, Reading, Series
from tanlu.types import Text
from tanlu.workflow.option_records import quantity_label, status_counts
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View, figure, key_of, text


def option_card(option: Option) -> View:
    """An option as a line of the list, as `OptionCard`."""
    counts = status_counts(option)
    statuses = words_of("statuses")
    return {
        "option_id": option.option_id,
        "label": text(option.label),
        "kind": option.kind,
        "kind_label": text(kinds()[option.kind].label),
        "direction": option.direction,
        "direction_label": text(words_of("directions")[option.direction]),
        "systems": list(option.systems),
        "statuses": [
            {"status": name, "label": text(statuses[name]), "count": count}
            for name, count in counts.items()
        ],
    }


def option_view(option: Option, catalog: Catalog, on: date, price_year: int) -> View:
    """All of an option on a day, as `OptionView`."""
    readings = sheet(option, on, price_year)
    return {
        **option_card(option),
        "on": on.isoformat(),
        "price_year": price_year,
        "owner": text(words_of("owners")[option.owner]),
        "capacity": option.capacity_unit,
        "note": text(option.note) if option.note else None,
        "proof": text(option.proof) if option.proof else None,
        "values": [
            _value(option, quantity, readings[quantity.name], (catalog, on, price_year))
            for quantity in option.every()
        ],
    }


def option_figure(option: Option, reading: Reading, on: date, price_year: int) -> View:
    """One number of an option as a figure. [unit of the plan]"""
    key = key_of("option", option.option_id, reading.name, on.isoformat(), price_year)
    name = Text("{of}: {what}, {on}", "{of}：{what}，{on}")
    said = name.fill(of=option.label, what=quantity_label(reading.name), on=on)
    shown = figure(key, reading.value, reading.unit, said)
    return {**shown, "lower": reading.lower, "upper": reading.upper}


def _value(
    option: Option, quantity: Quantity, reading: Reading, asked: tuple[Catalog, date, int]
) -> View:
    catalog, on, year = asked
    documents = [cited(catalog, cite) for cite in reading.cites]
    return {
        "name": reading.name,
        "label": text(quantity_label(reading.name)),
        "figure": option_figure(option, reading, on, year),
        "printed": f"{reading.printed:.6g} {reading.printed_unit}",
        "status": reading.status,
        "status_label": text(words_of("statuses")[reading.status]),
        "found_label": text(words_of("found")[reading.how]),
        "place": reading.place,
        "place_label": text(words_of("places")[reading.place]),
        "price_year": reading.price_year,
        "cites": list(reading.cites),
        "documents": [document for document in documents if document],
        "notes": [text(point.note) for point in reading.points if point.note][:1],
        "series": [_series(series) for series in (quantity.taken, *quantity.others)],
    }


def _series(series: Series) -> View:
    return {
        "unit": series.unit,
        "place": series.place,
        "price_year": series.price_year,
        "points": [_point(point) for point in series.points],
    }


def _point(point: Point) -> View:
    return {
        "on": point.on.isoformat(),
        "value": point.value,
        "status": point.status,
        "status_label": text(words_of("statuses")[point.status]),
        "cite": point.cite or None,
    }
