"""The catalogue in memory: documents, carriers, factors, gases, places, methods."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tanlu.catalog.method import Method
from tanlu.errors import CatalogError
from tanlu.model.factor import Carrier, Citation, Factor
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Location:
    """A place that factors hold for, and the wider places around it."""

    code: str
    label: Text
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Potential:
    """The warming potential of a gas in one named set."""

    gas: str
    label: Text
    value: float
    citation_id: str
    clause: str


@dataclass(frozen=True)
class Catalog:
    """Everything the rules say, with the digest of the files it came from."""

    digest: str
    citations: Mapping[str, Citation]
    carriers: Mapping[str, Carrier]
    factors: tuple[Factor, ...]
    gwp: Mapping[str, Mapping[str, Potential]]
    places: Mapping[str, Location]
    methods: Mapping[str, Method]
    series_labels: Mapping[str, Text] = field(default_factory=dict)
    cities: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_subject(self) -> Mapping[tuple[str, str], tuple[Factor, ...]]:
        """Factors of a subject and parameter."""
        found: dict[tuple[str, str], list[Factor]] = {}
        for factor in self.factors:
            found.setdefault((factor.subject, factor.quantity), []).append(factor)
        return {key: tuple(values) for key, values in found.items()}

    @cached_property
    def quantities(self) -> Mapping[str, frozenset[str]]:
        """What there are values of, by subject."""
        found: dict[str, set[str]] = {}
        for subject, quantity in self.by_subject:
            found.setdefault(subject, set()).add(quantity)
        return {subject: frozenset(names) for subject, names in found.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every word for a carrier, normalised, to its code."""
        found: dict[str, str] = {}
        for carrier in self.carriers.values():
            words = (carrier.carrier_id, carrier.label.en, carrier.label.zh, *carrier.aliases)
            for word in words:
                found.setdefault(normal(word), carrier.carrier_id)
        return found

    def find_carrier(self, text: str) -> Carrier | None:
        """The carrier that a word means: its code, name in either language, or alias.

        Example:
            >>> from tanlu.catalog.load import load_catalog
            >>> load_catalog().find_carrier("天然气").carrier_id
            'natural_gas'
        """
        code = self.names.get(normal(text))
        return self.carriers[code] if code else None

    def close_carriers(self, text: str) -> list[str]:
        """Codes whose names come near a word, best first."""
        near = difflib.get_close_matches(normal(text), self.names, n=3, cutoff=0.5)
        return list(dict.fromkeys(self.names[name] for name in near))

    def around(self, place: str) -> tuple[str, ...]:
        """A place and the wider places around it, narrowest first."""
        here = self.places.get(place)
        return (place, *(here.around if here else ()), "world")

    def level(self, place: str, at: str) -> str:
        """The place whose value a method takes for one of the park's place.

        Args:
            place: Where the park is.
            at: "" for the place itself, "region" for its power grid's region
                (the nation where it has none), otherwise the code of a place.
        """
        if at != "region":
            return at or place
        wider = self.around(place)
        return next((code for code in wider if "-grid-" in code), wider[-2])

    def method(self, method_id: str) -> Method:
        """A method by its code.

        Raises:
            CatalogError: When the catalogue does not know it.
        """
        found = self.methods.get(method_id)
        if found is None:
            near = difflib.get_close_matches(method_id, self.methods, n=5, cutoff=0.4)
            known = ", ".join(near or self.methods)
            raise CatalogError.of("unknown_method", method=method_id, known=known)
        return found


def normal(text: str) -> str:
    """A name without case, spaces, width and joining marks, for comparison.

    Example:
        >>> normal("Natural Gas（管道）")
        'naturalgas管道'
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s_\-()·.]", "", folded)
