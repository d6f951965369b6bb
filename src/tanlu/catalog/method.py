"""An accounting method: to whom it applies, what it counts, which factors it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tanlu.types import Text

# a method that names no order for these computes without them
_OF_FUELS = ("ncv", "carbon", "oxidised", "co2", "coal_equivalent")
INHERIT = "inherit"
"""In a list of series: the order of the method that is extended."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a rule of a method is printed, and how surely that is known."""

    cite: str
    status: str
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Applies:
    """To whom a method applies, where, and for the data of which days.

    `sectors` are codes of GB/T 4754; empty means all. `to_on` is the first day
    on which it no longer holds.
    """

    to: tuple[str, ...] = ("park", "enterprise")
    sectors: tuple[str, ...] = ()
    guide: Text | None = None
    place: str = "world"
    from_on: date | None = None
    to_on: date | None = None

    def holds_in(self, year: int) -> bool:
        """Whether it holds on some day of a calendar year.

        Example:
            >>> Applies(from_on=date(2026, 7, 1)).holds_in(2025)
            False
        """
        is_begun = self.from_on is None or self.from_on <= date(year, 12, 31)
        return is_begun and (self.to_on is None or self.to_on > date(year, 1, 1))

    def is_for(self, sector: str) -> bool:
        """Whether a sector is among those it names; one that is not known is not refused.

        Example:
            >>> Applies(sectors=("C31",)).is_for("C3120"), Applies(sectors=("C31",)).is_for("C39")
            (True, False)
        """
        return not (self.sectors and sector) or sector.startswith(self.sectors)


@dataclass(frozen=True, slots=True)
class Span:
    """The order of series for one parameter between two days.

    `at` names the place whose value is taken: "" the narrowest one with a
    value, "region" the power grid's region, otherwise the code of a place.
    """

    series: tuple[str, ...]
    clause: Clause
    at: str = ""
    from_on: date | None = None
    to_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        is_begun = self.from_on is None or self.from_on <= day
        return is_begun and (self.to_on is None or day < self.to_on)


@dataclass(frozen=True, slots=True)
class Method:
    """Which series of factors a method takes, in its order, and what it counts.

    `series` maps a parameter, or `carrier.parameter` where one carrier differs,
    to the series in order of preference, and `process` those of processes
    that are not named; `dated` does so where the order
    changes with the day. `gases_by_stream` narrows the gases of one
    stream. `streams` lists what is counted, empty for all.
    `ways` gives, by stream, the ways to compute it, best first; empty for all
    in their own order. `exports` says whether energy sent out is left in
    ("gross") or subtracted ("net", R7); `energy` by which value electricity
    counts as energy use; `gwp_sets` which sets of potentials are allowed,
    empty for any. `clauses` says where each rule is printed. `heat` says what
    heat of a fuel means where a unit does not say it: "net", "gross", or
    "stated", when it must say so; all but "net" take factors per amount as
    their document prints them. `gas_volume` is the state of a plain cubic
    metre of gas, `units` the country whose ton and gallon are meant, `gwp`
    the set taken from a year on where nobody chooses one.
    """

    method_id: str
    label: Text
    cite: str
    gases: tuple[str, ...]
    series: Mapping[str, tuple[str, ...]]
    note: Text
    applies: Applies = Applies()
    extends: str = ""
    succeeds: str = ""
    status: str = "secondary"
    scopes: tuple[int, ...] = (1, 2)
    streams: tuple[str, ...] = ()
    gases_by_stream: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dated: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    exports: str = "gross"
    energy: str = "equivalent"
    gwp_sets: tuple[str, ...] = ()
    biogenic: str = "apart"
    categories: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    heat: str = "net"
    gas_volume: str = "Nm3"
    units: str = "metric"
    gwp: Mapping[int, str] = field(default_factory=dict)
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def gwp_set(self, year: int) -> str:
        """The set of potentials of its documents in a year; AR5 where they name none.

        Example:
            >>> from tanlu.catalog.load import load_catalog
            >>> load_catalog().method("cn.park").gwp_set(2022)
            'AR5'
        """
        begun = [first for first in self.gwp if first <= year]
        return self.gwp[max(begun)] if begun else (*self.gwp_sets, "AR5")[0]

    def counts_gas(self, gas: str, stream: str) -> bool:
        """Whether a gas of a stream is counted, by its own name or by that of its family.

        Example:
            >>> from tanlu.catalog.load import load_catalog
            >>> load_catalog().method("ipcc.2006").counts_gas("hfc134a", "process")
            True
        """
        names = self.gases_in(stream)
        return gas in names or any(gas in self.families.get(name, ()) for name in names)

    def order(self, subject: str, quantity: str, on: date | None = None) -> tuple[str, ...]:
        """The series that the method takes for a parameter on a day, best first."""
        span = self.span(subject, quantity, on)
        if span is not None:
            return span.series
        own = self.series.get(f"{subject}.{quantity}")
        shared = self.series.get(quantity)
        if shared is None:
            shared = () if quantity in _OF_FUELS else self.series.get("process", ())
        order = shared if own is None else own
        if quantity != "coal_equivalent":
            return order
        return tuple(dict.fromkeys((*order, *self.order(subject, "ncv"))))  # derived: behind

    def span(self, subject: str, quantity: str, on: date | None) -> Span | None:
        """The dated order that holds for a parameter on a day, if there is one."""
        spans = self.dated.get(f"{subject}.{quantity}", ())
        return next((s for s in spans if on is not None and s.holds_on(on)), None)

    def counts(self, stream: str, scope: int) -> bool:
        """Whether a stream is counted; `purchased` stands for all that is purchased.

        Example:
            >>> from tanlu.catalog.load import load_catalog
            >>> load_catalog().method("cn.park").counts("purchased.power", 2)
            True
        """
        names = (stream, stream.partition(".")[0])
        return scope in self.scopes and (
            not self.streams or any(name in self.streams for name in names)
        )

    def gases_in(self, stream: str) -> tuple[str, ...]:
        """The gases counted in a stream.

        Example:
            >>> from tanlu.catalog.load import load_catalog
            >>> load_catalog().method("cn.park").gases_in("combustion")
            ('co2',)
        """
        return self.gases_by_stream.get(stream, self.gases)
