"""A park's year beside a set of zero-carbon indicators."""

from collections.abc import Mapping
from dataclasses import replace

from tanlu.account.zero_carbon.core import Base, notice_basis, own_basis
from tanlu.account.zero_carbon.gap import drivers_of, gaps_of, levers_of
from tanlu.account.zero_carbon.guides import Evidence, measured
from tanlu.account.zero_carbon.power import PowerUse
from tanlu.account.zero_carbon.records import Records
from tanlu.catalog.method import Method
from tanlu.model.book import Book
from tanlu.model.factor import Carrier
from tanlu.model.inventory import Inventory
from tanlu.model.zero_carbon import Coefficient, IndicatorSet, Rule
from tanlu.model.zero_carbon_result import Assessment, Basis, Found, Measured
from tanlu.types import Text

_OWN_VALUE = "power_coal_use"


def assess_park(
    inventory: Inventory,
    book: Book,
    rules: IndicatorSet,
    power: PowerUse,
    terms: tuple[Mapping[str, Carrier], Method],
) -> Assessment:
    """Every indicator of a set: figure, steps, gap to each limit, and what drives it.

    Args:
        inventory: The park's cut of the year.
        book: The park, for its indicator records.
        rules: The set of indicators.
        power: Power of the year, green power told apart. [MWh]
        terms: Carriers by code, and the park's accounting method.

    Returns:
        The core indicator by the notice (judged) and by the park's own method,
        and each rule with its gaps; what cannot be told says what is missing.

    Source: [cn.zero_carbon_park.indicators.2025], [cn.zero_carbon_park.2025].
    """
    carriers, method = terms
    records = Records(book, inventory.year)
    equal_value = _equal_value(records, rules.accounting.equal_value)
    base = Base(inventory, carriers, power, equal_value)
    notice = notice_basis(base, rules.accounting)
    own = own_basis(base, method.cite, method.label)
    evidence = Evidence(records, notice, power, rules.accounting, equal_value)
    return Assessment(
        park_id=book.park.park_id,
        year=inventory.year,
        rules=rules,
        bases=tuple(_with_gaps(basis, notice, rules) for basis in (notice, own)),
        found=tuple(_found(rule, evidence) for rule in rules.rules),
        notes=_notes(notice, rules),
    )


def _with_gaps(basis: Basis, judged: Basis, rules: IndicatorSet) -> Basis:
    # the class is that of energy use as the notice counts it, whichever way emissions are
    core = next(rule for rule in rules.rules if rule.measure == "core")
    found = Measured(basis.ratio, whole=basis.energy, whole_unit="tce")
    return replace(basis, gaps=gaps_of(core, found, judged.energy))


def _equal_value(records: Records, printed: Coefficient) -> Coefficient:
    own = records.value(_OWN_VALUE)
    if own is None:
        return printed
    cite = f"{records.book.park.park_id}#indicators-{_OWN_VALUE}"
    return replace(printed, low=own, high=own, cite=cite, status="own", note=None)


def _found(rule: Rule, evidence: Evidence) -> Found:
    figure = measured(rule, evidence)
    gaps = gaps_of(rule, figure, evidence.basis.energy)
    if rule.measure != "core" or not gaps or figure.span is None:
        return Found(rule, figure, gaps)
    limit, held = gaps[0].limit, evidence.held
    net = evidence.power.grid_mwh - evidence.power.sent_grid_mwh
    return Found(
        rule, figure, gaps,
        drivers=drivers_of(evidence.basis, limit),
        levers=levers_of(evidence.basis, limit, net, held.power.low),
    )  # fmt: skip


_SMALL = Text(
    "The park uses less energy than the smallest class of this set: no limit is in force for it.",
    "园区年综合能源消费量低于该指标体系的最小档次，无适用限值。",
)


def _notes(notice: Basis, rules: IndicatorSet) -> tuple[Text, ...]:
    least = min(
        (limit.from_tce for rule in rules.rules for limit in rule.limits if limit.from_tce),
        default=0.0,
    )
    is_small = notice.energy is not None and notice.energy.high < least
    return (rules.note, *((_SMALL,) if is_small else ()))
