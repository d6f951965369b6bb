"""Computed figures beside published ones, and what would explain a gap."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tanlu.model.facts import Comparison, YearFacts


def compare(facts: YearFacts, published: Mapping[str, Any]) -> Comparison:
    """A computed total beside a published one.

    Where the document states a share only roughly, the share that would give
    the published figure is computed: the other carrier takes the rest, so that
    total energy stays as stated.

    Args:
        facts: Energy and emissions of the year, by carrier.
        published: A row of the table `published` of figure co2.

    Returns:
        Both figures [t CO2], and the stated and needed share of the carrier
        where a share between nothing and all that the two have explains the gap.
    """
    carrier, against = published["adjusts"], published["against"]
    plain = Comparison(
        facts.year, facts.co2_t, published["amount"], published["cite"], published["record_id"]
    )
    moved = _moved(facts, carrier, against, published["amount"])
    if moved is None:
        return plain
    stated = facts.energy_by[carrier] / facts.energy_tce
    return replace(
        plain, carrier=carrier, against=against, stated_share=stated,
        needed_share=stated + moved / facts.energy_tce,
    )  # fmt: skip


def _moved(facts: YearFacts, carrier: str, against: str, wanted_t: float) -> float | None:
    # energy to move between the two; None when no such move gives the wanted total
    energy = facts.energy_by
    if facts.unknown_energy or not (energy.get(carrier, 0) > 0 and energy.get(against, 0) > 0):
        return None
    per_tce = facts.factor(carrier) - facts.factor(against)
    if per_tce == 0:
        return None
    moved = (wanted_t - facts.co2_t) / per_tce
    return moved if -energy[carrier] <= moved <= energy[against] else None


def calibrate(facts: YearFacts, comparison: Comparison) -> YearFacts:
    """The year with the share that gives the published figure.

    Energy moves between the two carriers; the total and all factors stay.
    """
    if comparison.needed_share is None or comparison.stated_share is None:
        return facts
    moved = (comparison.needed_share - comparison.stated_share) * facts.energy_tce
    shifts = {comparison.carrier: moved, comparison.against: -moved}
    energy = {c: e + shifts.get(c, 0.0) for c, e in facts.energy_by.items()}
    co2 = {c: e * facts.factor(c) if c in shifts else facts.co2_by[c] for c, e in energy.items()}
    return replace(facts, energy_by=energy, co2_by=co2)
