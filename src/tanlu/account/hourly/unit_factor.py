"""What one unit of use emits, day by day: the ledger's own choice of formula and factors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tanlu.account.choose import Chooser, Kind
from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.intensity import amount_of_coal_equivalent
from tanlu.account.ways import BIOGENIC, subjects_of
from tanlu.catalog.method import Span
from tanlu.errors import Fault, InputError, Place
from tanlu.measure.amount import Target, carrier_target, scale
from tanlu.measure.flaw import Flaw
from tanlu.model.channel import per_hour
from tanlu.model.factor import Carrier, Factor
from tanlu.model.hourly import Booked, Step
from tanlu.model.inventory import Choice

_COAL = "coal_equivalent"
_OWN_GENERATION = "pv"  # its power carries nothing: the fuel of it, if any, is counted itself


@dataclass(frozen=True, slots=True)
class Ask:
    """One unit of a booked channel, as the chooser is asked about it."""

    kind: Kind
    amount: float
    is_burned: bool


def ask_of(booked: Booked, on: date, person: tuple[str, ...], carrier: Carrier) -> Ask:
    """The question that one unit of a channel's use puts to the chooser.

    Args:
        booked: The channel.
        on: The day.
        person: The member and those above it, where a factor of its own may hold.
        carrier: What it measures.
    """
    unit = per_hour(booked.channel.unit)
    target = carrier_target(unit, carrier)
    if isinstance(target, Flaw):  # booking has asked before
        raise InputError.of("unknown_unit", unit=unit, known=carrier.unit)
    amount = scale(1.0, unit, target)
    kind = Kind(
        carrier=carrier.carrier_id,
        on=on,
        unit=_written(target, carrier),
        member_ids=person,
        supplier_id=booked.giver or None,
        origin=_OWN_GENERATION if booked.channel.role == "generation" else None,
    )
    return Ask(kind, float(amount) if isinstance(amount, float) else 1.0, booked.scope == 1)


def _written(target: Target, carrier: Carrier) -> str:
    # as the ledger has it: the unit is named only where it is not the carrier's own
    is_named = target.unit in ("tce", "GJ") or target.unit != carrier.unit
    return target.unit if is_named else ""


def steps_of(ask: Ask, chooser: Chooser, start: date, end: date, where: Place) -> Iterator[Step]:
    """What the unit emits from each day on at which that may change.

    Args:
        ask: The question on any day.
        chooser: Of the park, its method and its catalogue.
        start: First day.
        end: First day after the last.
        where: The channel, for faults.
    """
    for on in [start, *sorted(d for d in _changes(ask.kind, chooser) if start < d < end)]:
        asked = replace(ask, kind=replace(ask.kind, on=on))
        yield _step(asked, chooser, where)[0]


def lacking(ask: Ask, chooser: Chooser, where: Place) -> list[Fault]:
    """What is wrong with a question: factors that nobody has."""
    return _step(ask, chooser, where)[1]


def _step(ask: Ask, chooser: Chooser, where: Place) -> tuple[Step, list[Fault]]:
    pick = chooser.burn if ask.is_burned else chooser.carry
    choices, faults = pick(ask.kind, where)
    if any(fault.is_error for fault in faults) or not choices:
        return Step(ask.kind.on, None, None, 0.0), faults
    masses = [(choice, _mass(choice, ask)) for choice in choices]
    return Step(
        ask.kind.on,
        sum(mass * choice.gwp for choice, mass in masses),
        sum(mass for choice, mass in masses if choice.gas == BIOGENIC),
        sum(mass for choice, mass in masses if choice.gas == "co2"),
        tuple(choices),
    ), faults


def _mass(choice: Choice, ask: Ask) -> float:
    factors = {name: found.value for name, found in choice.factors.items()}
    amount = ask.amount
    if ask.kind.unit == "tce":
        amount = amount_of_coal_equivalent(amount, factors[_COAL])
    formula = FORMULAS[choice.formula]
    values = {n: amount if n in AMOUNTS else factors[n] for n in formula.symbols}
    return float(formula.function(**values))


def _changes(kind: Kind, chooser: Chooser) -> set[date]:
    subjects = {kind.carrier, *subjects_of(chooser.carriers[kind.carrier])}
    of_catalog = chooser.resolver.catalog.by_subject.items()
    known = [f for (subject, _), factors in of_catalog if subject in subjects for f in factors]
    own = [f for f in chooser.resolver.own if f.subject in subjects]
    spans = [
        span
        for name, dated in chooser.resolver.method.dated.items()
        if name.partition(".")[0] in subjects
        for span in dated
    ]
    held: list[Factor | Span] = [*known, *own, *spans]
    return {day for each in held for day in (each.from_on, each.to_on) if day}
