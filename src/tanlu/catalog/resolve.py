"""The factor for a subject, parameter, day and place, and why this one.

Order (R5): measured by the park → certified by the supplier → stated by the
park → the method's series in its order, each at the narrowest place and the
nearest year that is not later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Method
from tanlu.errors import Fault, InputError, NoFactorError, Place
from tanlu.model.factor import Factor, Request, Resolved
from tanlu.types import Text
from tanlu.units import parse_unit, same_measure

OWN = ("own.measured", "own.supplier", "own.stated")

FOUND: Mapping[str, Text] = {
    "measured": Text("measured by the park", "园区实测"),
    "supplier": Text("certified by the supplier", "供应商证明"),
    "stated": Text("stated by the park's document", "园区文件给定"),
    "method_document": Text("given by the method's own document", "方法文件给定"),
    "exact_year": Text("same year and place", "同年同地"),
    "older_year": Text("older year, same place", "同地较早年份"),
    "wider_place": Text("wider place", "更大区域"),
    "national_default": Text("national default", "国家缺省值"),
    "international_default": Text("international default", "国际缺省值"),
    "origin": Text("by the origin of the power", "按电力来源"),
    "shared": Text("share of the plant by the rule on the transfer", "按交付约定规则分摊的份额"),
    "stored": Text("mean of what charged the store, losses included", "储能充电的加权平均，含损耗"),
}


@dataclass
class Resolver:
    """Resolves requests against a catalogue, a method and a park's own factors.

    `means` are weighted means of batches, by mean and quantity: what was measured of
    the very fuel that a record burned goes before everything else.
    Answers are kept, since thousands of records ask the same thing.
    """

    catalog: Catalog
    method: Method
    own: Sequence[Factor] = ()
    means: Mapping[tuple[str, str], Factor] = field(default_factory=dict)
    _known: dict[tuple[Request, str], Resolved | None] = field(default_factory=dict)

    def find(self, request: Request, unit: str) -> Resolved | None:
        """The factor for a request, or None when nothing is valid.

        Args:
            request: Subject, parameter, day, place, and whose.
            unit: The unit that the formula wants.

        Returns:
            The factor in that unit with its alternatives, best first. Values
            of the catalogue that measure something else, such as heat per mass
            for a gas metered by volume, are passed over.

        Raises:
            InputError: When the park's own value measures something else: what
                a user states is never passed over in silence.
        """
        key = (request, unit)
        if key not in self._known:
            self._known[key] = self._search(request, unit)
        return self._known[key]

    def _search(self, request: Request, unit: str) -> Resolved | None:
        fit = [(f, v) for f in self.ranked(request) if (v := convert_factor(f, unit)) is not None]
        if not fit:
            return None
        (best, value), *others = fit
        alternatives = tuple(factor for factor, _ in others)
        found = how_found(best, self._placed(request))
        return Resolved(request, best, value, unit, found, alternatives)

    def _placed(self, request: Request) -> Request:
        # a method may demand the nation's or the region's value instead of the province's
        span = self.method.span(request.subject, request.quantity, request.on)
        at = span.at if span else ""
        return replace(request, place=self.catalog.level(request.place, at)) if at else request

    def ranked(self, request: Request) -> list[Factor]:
        """All values that could serve, best first."""
        request = self._placed(request)
        places = self.catalog.around(request.place)
        order = (*OWN, *self.method.order(request.subject, request.quantity, request.on))
        fit = [f for f in self._candidates(request) if _is_valid(f, request, places, order)]
        found = sorted(fit, key=lambda f: _rank(f, request, places, order))
        mean = self.means.get((request.mean_id or "", request.quantity))
        return [mean, *found] if mean else found

    def _candidates(self, request: Request) -> Iterable[Factor]:
        subject = (request.subject, request.quantity)
        yield from (f for f in self.own if (f.subject, f.quantity) == subject)
        yield from self.catalog.by_subject.get(subject, ())

    def quantities(self, subject: str) -> frozenset[str]:
        """What there are values of for a subject, whatever the series."""
        own = {f.quantity for f in self.own if f.subject == subject}
        return frozenset(self.catalog.quantities.get(subject, frozenset()) | own)

    def is_own(self, request: Request) -> bool:
        """Whether the park's own value would be taken."""
        return any(factor.series in OWN for factor in self.ranked(request)[:1])


def _is_valid(
    factor: Factor, request: Request, places: Sequence[str], order: Sequence[str]
) -> bool:
    return (
        factor.series in order
        and factor.place in places
        and factor.from_on <= request.on
        and (factor.to_on is None or request.on < factor.to_on)
        and (factor.member_id is None or factor.member_id in request.member_ids)
        and (factor.supplier_id is None or factor.supplier_id == request.supplier_id)
    )


def _rank(
    factor: Factor, request: Request, places: Sequence[str], order: Sequence[str]
) -> tuple[int, int, int, int]:
    chain = request.member_ids
    nearness = chain.index(factor.member_id) if factor.member_id in chain else len(chain)
    age = request.on.toordinal() - factor.from_on.toordinal()
    return (order.index(factor.series), nearness, places.index(factor.place), age)


def how_found(factor: Factor, request: Request) -> str:
    """The step of R5 at which a factor was found: a key of `FOUND`.

    Example:
        >>> sorted(FOUND)[0]
        'exact_year'
    """
    if factor.series in OWN:
        return factor.series.removeprefix("own.")
    if factor.place == "world":
        return "international_default"
    if not factor.series.startswith("grid."):
        is_national = factor.series.startswith("cn.")
        return "national_default" if is_national else "method_document"
    if factor.place != request.place:
        return "wider_place"
    return "exact_year" if factor.from_on.year == request.on.year else "older_year"


def convert_factor(factor: Factor, unit: str) -> float | None:
    """A factor's value in the unit that a formula wants.

    A document that prints a gas per plain cubic metre means the standard state
    of its tables; it is read as per normal cubic metre, as the seed paper does.

    Returns:
        The value; None when a catalogue's value measures something else.

    Raises:
        InputError: When the park's own value measures something else.
    """
    printed, wanted = parse_unit(factor.unit), parse_unit(unit)
    is_same = same_measure(printed.dimension, wanted.dimension)
    if is_same or wanted.dimension == _at_standard_state(printed.dimension):
        return float(Fraction(factor.value) * printed.factor / wanted.factor)
    if factor.series in OWN:
        place = Place("factors", column="unit")
        raise InputError.of("wrong_dimension", place, unit=factor.unit, wanted=unit)
    return None


def _at_standard_state(dimension: str) -> str:
    return "/".join("normal_volume" if p == "volume" else p for p in dimension.split("/"))


def no_factor(request: Request, method: Method, place: Place) -> Fault:
    """The fault that says what is missing and where it is needed."""
    return Fault(
        "no_factor",
        place,
        {
            "subject": request.subject,
            "quantity": request.quantity,
            "on": request.on.isoformat(),
            "place": request.place,
            "method": method.method_id,
        },
    )


def require(resolver: Resolver, request: Request, unit: str, place: Place) -> Resolved:
    """The factor for a request.

    Raises:
        NoFactorError: When nothing is valid for this day and place.
    """
    found = resolver.find(request, unit)
    if found is None:
        raise NoFactorError([no_factor(request, resolver.method, place)])
    return found
