"""The indicators of zero-carbon parks as constraints of a plan."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tanlu.model.zero_carbon import IndicatorSet, Rule
from tanlu.plan.model import (
    CleanShare,
    Component,
    DirectLine,
    Generator,
    Intensity,
    Policy,
    Supply,
    System,
)


def zero_carbon_policies(
    rules: IndicatorSet, years: Sequence[int], energy_tce: float
) -> tuple[Policy, ...]:
    """Those indicators of a set that a plan decides: emissions and clean share per energy.

    Args:
        rules: The set; its thresholds stand in the catalogue with their document.
        years: First years of the periods in which they must be kept.
        energy_tce: Energy used a year, which tells the park's class. [tce]

    Returns:
        Policies; none for a park below every class.

    Source: [cn.zero_carbon_park.indicators.2025].

    Example:
        >>> from tanlu.catalog.indicator_sets import indicator_set
        >>> [p.name for p in zero_carbon_policies(indicator_set("national"), (2030,), 3e5)]
        ['co2_per_energy', 'clean_share']
    """
    found: list[Policy] = []
    for rule in rules.rules:
        limit = _limit(rule, energy_tce)
        if limit is None:
            continue
        if rule.measure == "core":
            found.append(Intensity(rule.code, dict.fromkeys(years, limit), basis="notice"))
        if rule.measure == "clean_share":
            found.append(CleanShare(rule.code, dict.fromkeys(years, limit)))
    return tuple(found)


def _limit(rule: Rule, energy_tce: float) -> float | None:
    fit = [limit.value for limit in rule.limits if limit.covers(energy_tce)]
    return fit[0] if fit else None


def as_notice_counts(system: System, rules: IndicatorSet, power: Collection[str]) -> System:
    """The system with power at the notice's factor and at equal value, at the nodes named.

    The catalogue holds the equal value as an interval, since the notice prints none: the lower
    end is taken, which makes the indicator hardest to keep.

    Args:
        system: The system.
        rules: The set, for its way of accounting.
        power: Nodes that carry electricity.

    Returns:
        The system; location and market stay as they are.
    """
    held = rules.accounting
    parts: list[Component] = []
    for part in system.components:
        if isinstance(part, Supply) and part.node in power and part.scope == 2:
            parts.append(replace(part, notice_factor=held.power.low, tce=held.equal_value.low))
        elif isinstance(part, Generator | DirectLine) and part.node in power:
            parts.append(replace(part, tce=held.equal_value.low))
        else:
            parts.append(part)
    return system.with_components(parts)
