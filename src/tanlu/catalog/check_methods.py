"""What the methods of a catalogue must satisfy, seen only when all files are read."""

from collections.abc import Iterable, Iterator, Mapping

from tanlu.catalog.check import catalog_fault
from tanlu.catalog.content import Location
from tanlu.catalog.method import Method
from tanlu.errors import Fault
from tanlu.model.factor import Citation, Factor

WHO = ("park", "enterprise", "region")
"""To whom a method may apply."""


def check_methods(
    methods: Mapping[str, Method],
    factors: Iterable[Factor],
    citations: Mapping[str, Citation],
    gwp: Mapping[str, object],
    places: Mapping[str, Location],
) -> list[Fault]:
    """Names in methods that lead nowhere: series, documents, places, sets, methods.

    Returns:
        One fault per reason, with the method that has it.
    """
    series = {factor.series for factor in factors}
    known_places = {*places, "", "region", "world"}
    found = []
    for method in methods.values():
        reasons = [
            *_missing("series {} has no values", _series(method), series),
            *_missing("document of {} is not registered", _cites(method), citations),
            *_missing("place {} is not known", _places(method), known_places),
            *_missing("potentials {} are not known", method.gwp_sets, gwp),
            *_missing("it cannot apply to {}", method.applies.to, WHO),
            *_missing(
                "it succeeds {}, which is not there", filter(None, [method.succeeds]), methods
            ),
        ]
        found += [catalog_fault(method.method_id, reason) for reason in reasons]
    return found


def _missing(told: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    there = set(known)
    for name in sorted(set(names)):
        if name.partition("#")[0] not in there:
            yield told.format(name)


def _series(method: Method) -> Iterator[str]:
    for order in method.series.values():
        yield from order
    for spans in method.dated.values():
        for span in spans:
            yield from span.series


def _cites(method: Method) -> Iterator[str]:
    yield method.cite
    yield from (clause.cite for clause in method.clauses.values())
    yield from (span.clause.cite for spans in method.dated.values() for span in spans)


def _places(method: Method) -> Iterator[str]:
    yield method.applies.place
    yield from (span.at for spans in method.dated.values() for span in spans)
