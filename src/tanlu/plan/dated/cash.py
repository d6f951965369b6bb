"""Cash flow of a plan, year by year and owner by owner."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.plan.dated.action import actions_of
from tanlu.plan.design import Design
from tanlu.plan.model import System, yearly
from tanlu.plan.model.assemble import MONEY

OPERATION = "operation"
"""Who pays for energy, charges, carbon and offsets where nobody is named."""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money of a year [CNY of the base year, real]: `kind` is investment, fixed, or operation."""

    year: int
    owner: str
    component: str
    kind: str
    cny: float


def payments_of(system: System, design: Design, owners: Mapping[str, str]) -> list[Payment]:
    """What is paid in each year.

    Investments are paid in the year in which they stand, in full: no loans, no salvage. What
    is paid for running is that of the period, in each of its years.

    Args:
        system: The system.
        design: Its design.
        owners: Who owns each component; `operation` where nobody is named.

    Returns:
        Payments. Discounted, those for running add up to the design's cost less capital.
    """
    found = [
        Payment(a.year, _owner(owners, a.component), a.component, "investment", a.investment_cny)
        for a in actions_of(system, design)
    ]
    for place, period in enumerate(system.periods):
        for year in range(period.year, period.year + period.length):
            found += [
                Payment(year, _owner(owners, name), name, kind, cny)
                for name, kind, cny in _running(design, place)
            ]
    return sorted(found, key=lambda p: (p.year, p.owner, p.component, p.kind))


def _owner(owners: Mapping[str, str], component: str) -> str:
    return owners.get(component, OPERATION)


def _running(design: Design, place: int) -> list[tuple[str, str, float]]:
    model, values = design.model, design.solution.values
    if values is None:
        return []
    found = []
    for owner in dict.fromkeys(entry.owner for entry in model.entries):
        for kind, kinds in (("fixed", ("fixed",)), ("operation", _OTHER)):
            cny = float(yearly(model, values, *kinds, owner=owner)[place])
            if cny:
                found.append((owner, kind, cny))
    return found


_OTHER = tuple(kind for kind in MONEY if kind not in {"capital", "fixed"})
