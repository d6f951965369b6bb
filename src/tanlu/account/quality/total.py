"""Sums over the cells and gaps of a year: scores, and what is missing."""

from tanlu.account.quality.score import completeness_score, tonnes_score
from tanlu.model.quality import Completeness


def score_of(found: Completeness) -> float | None:
    """Share of expected stream-days on record; None when nothing is expected. [1]"""
    expected = found.expected_days
    return float(completeness_score(found.covered_days, expected)) if expected else None


def missing_of(found: Completeness) -> tuple[float, float, float] | None:
    """Low, middle and high of what is missing, as far as it can be valued. [t CO2e]"""
    if not found.valued:
        return None
    low, mid, high = (
        sum(getattr(gap, name) or 0.0 for gap in found.valued)
        for name in ("low_t", "mid_t", "high_t")
    )
    return low, mid, high


def tonnes_score_of(found: Completeness) -> float | None:
    """Share of tonnes booked, of those booked or estimated as missing. [1]

    None where nothing is booked, or a gap cannot be valued: then nobody knows.
    """
    if found.unvalued or found.present_t <= 0:
        return None
    missing = missing_of(found)
    return float(tonnes_score(found.present_t, missing[1] if missing else 0.0))
