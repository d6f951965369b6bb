"""The factor of power that nothing covers: the residual mix, or what stands for it."""

from dataclasses import dataclass, field, replace
from datetime import date

from tanlu.catalog.resolve import Resolver
from tanlu.model.factor import Request, Resolved
from tanlu.model.inventory import Choice

_UNIT = "t CO2/MWh"


@dataclass
class Rest:
    """Finds residual-mix factors under a method; each is kept once, by its index.

    The park's own residual mix goes first. Where none is published, the method may
    name a substitute; where it names none, there is no factor: the grid's average is
    never put in its place in silence (R3).
    """

    resolver: Resolver
    place: str
    factors: list[Resolved] = field(default_factory=list)
    _known: dict[Request, int | None] = field(default_factory=dict)

    def index(self, carrier: str, on: date, asked: Request) -> int | None:
        """The index of the factor for uncovered power; None when there is none.

        Args:
            carrier: What was bought.
            on: First day of the record.
            asked: What the location-based view asked, for whom.
        """
        request = Request(carrier, "emission", on, self.place, asked.member_ids, asked.supplier_id)
        if request not in self._known:
            found = self._own(request) or self._substitute(request)
            self._known[request] = self.keep(found) if found else None
        return self._known[request]

    def of(self, choice: Choice, carrier: str, on: date) -> int | None:
        """The same for power through the grid: a contract with the supplier goes first."""
        emission = choice.factors["emission"]
        if emission.found == "supplier":
            return self.keep(emission)
        return self.index(carrier, on, emission.request)

    def keep(self, resolved: Resolved) -> int:
        """Keep a factor and give its index."""
        if resolved not in self.factors:
            self.factors.append(resolved)
        return self.factors.index(resolved)

    def _own(self, request: Request) -> Resolved | None:
        return self.resolver.find(replace(request, quantity="residual"), _UNIT)

    def _substitute(self, request: Request) -> Resolved | None:
        method = self.resolver.method
        order = method.order(request.subject, "residual", request.on)
        if not order:
            return None
        named = replace(method, series={f"{request.subject}.emission": order}, dated={})
        return Resolver(self.resolver.catalog, named).find(request, _UNIT)
