"""What every option must satisfy: words, units, documents, sane numbers and dates."""

from collections.abc import Collection, Iterator
from datetime import date

from tanlu.catalog.option_parse import option_fault
from tanlu.catalog.option_units import currency_of, plan_unit, units_of
from tanlu.catalog.option_words import Meaning, kinds, meanings, plan_carriers, words_of
from tanlu.errors import Fault
from tanlu.model.option import STATUSES, Option, Point, Quantity, Series
from tanlu.model.systems import systems

_FIRST, _LAST = date(1990, 1, 1), date(2100, 1, 1)


def option_faults(file: str, option: Option, documents: Collection[str]) -> Iterator[Fault]:
    """Every fault of an option, each with its key.

    Args:
        file: Name of its file.
        option: The option.
        documents: Codes of the documents that are registered.
    """
    yield from (option_fault(file, key, reason) for key, reason in _head_reasons(option))
    for quantity in option.every():
        for series in (quantity.taken, *quantity.others):
            for reason in _series_reasons(option, quantity, series, documents):
                yield option_fault(file, quantity.name, reason)


def _head_reasons(option: Option) -> Iterator[tuple[str, str]]:
    known = {
        "kind": (option.kind, kinds()),
        "direction": (option.direction, words_of("directions")),
        "owner": (option.owner, words_of("owners")),
    }
    for key, (word, words) in known.items():
        if word not in words:
            yield key, f"{word} is none of {', '.join(words)}"
    if option.kind in kinds():
        for name in kinds()[option.kind].needs:
            if name not in option.quantities:
                yield name, f"is missing: a {option.kind} needs it"
    for system in option.systems:
        if system not in systems():
            yield "systems", f"{system} is none of {', '.join(systems())}"
    for carrier in (*option.inputs, *option.outputs):
        if carrier not in plan_carriers():
            yield carrier, "is not a carrier of the plan"


def _series_reasons(
    option: Option, quantity: Quantity, series: Series, documents: Collection[str]
) -> Iterator[str]:
    meaning = meanings().get(quantity.name)
    if meaning is None and "." not in quantity.name:
        yield f"{quantity.name} is not a quantity of options"
        return
    wanted = units_of(quantity.name, series, meaning, option.capacity_unit)
    found = plan_unit(series, wanted)
    if found is None:
        yield f"unit {series.unit} is not one of {', '.join(wanted)}"
    yield from _shape_reasons(option, series)
    for point in series.points:
        yield from _point_reasons(point, documents)
        if found and not currency_of(series.unit):
            yield from _range_reasons(point, meaning, found[1])


def _shape_reasons(option: Option, series: Series) -> Iterator[str]:
    if currency_of(series.unit) and series.price_year is None:
        yield "price_year is missing: money has a year"
    if series.place not in words_of("places"):
        yield f"place {series.place} is none of {', '.join(words_of('places'))}"
    if currency_of(series.unit) and series.place == "world":
        yield "place is missing: money has a price level"
    if series.between not in ("linear", "step"):
        yield f"between is {series.between}, not linear or step"
    if series.of and series.of not in option.quantities:
        yield f"is a share of {series.of}, which is missing"
    if series.basis and series.basis not in (*option.inputs, *option.outputs):
        yield f"its basis {series.basis} is no carrier of the option"
    if len({point.on for point in series.points}) < len(series.points):
        yield "two values claim the same day"


def _point_reasons(point: Point, documents: Collection[str]) -> Iterator[str]:
    low = point.value if point.lower is None else point.lower
    high = point.value if point.upper is None else point.upper
    needs_document = point.status not in ("assumed", "convention")
    tests = {
        f"status {point.status} is not known": point.status not in STATUSES,
        f"date {point.on} is not sane": not _FIRST <= point.on < _LAST,
        "value outside its range": not low <= point.value <= high,
        "has neither a document nor assumption: true": needs_document and not point.citation_id,
        "is an assumption, yet cites a document": (
            not needs_document and point.citation_id is not None
        ),
        "is an assumption without a note that says why": (
            point.status == "assumed" and point.note is None
        ),
        f"document {point.citation_id} is not registered": (
            point.citation_id is not None and point.citation_id not in documents
        ),
        "no clause after # in cite": point.citation_id is not None and not point.clause,
    }
    yield from (reason for reason, is_wrong in tests.items() if is_wrong)


def _range_reasons(point: Point, meaning: Meaning | None, scale: float) -> Iterator[str]:
    value = point.value * scale
    if meaning is None:
        return
    if meaning.least is not None and value < meaning.least:
        yield f"{point.value:g} is below {meaning.least:g}"
    if meaning.most is not None and value > meaning.most:
        yield f"{point.value:g} is above {meaning.most:g}"
