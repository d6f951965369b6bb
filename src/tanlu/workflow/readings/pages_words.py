"""What a picture of readings says, in one sentence."""

from tanlu.types import Text
from tanlu.workflow.readings.pages_curve import Curve
from tanlu.workflow.readings.pages_facts import Facts

_CURVE = Text(
    "{name}: greatest {peak} {unit} at {at}, mean {mean} {unit}; {there} of the readings are there",
    "{name}：最大 {peak} {unit}（{at}），平均 {mean} {unit}；读数完整率 {there}",
)
_NOTHING = Text("{name}: no reading in these days", "{name}：所选日期内无读数")


def curve_finding(curve: Curve, facts: Facts) -> Text:
    """What a load curve says."""
    if facts.peak is None or facts.peak_at is None or facts.mean is None:
        return _NOTHING.fill(name=curve.subject.name)
    return _CURVE.fill(
        name=curve.subject.name,
        peak=short(facts.peak),
        mean=short(facts.mean),
        unit=curve.subject.rate_unit,
        at=f"{facts.peak_at:%Y-%m-%d %H:%M}",
        there=share(facts.completeness),
    )


def short(value: float) -> str:
    """A number with four digits, thousands separated.

    Example:
        >>> short(12345.6), short(0.012345)
        ('12,346', '0.01235')
    """
    return f"{value:,.0f}" if abs(value) >= 1e3 else f"{value:.4g}"


def share(value: float | None) -> str:
    """A share in percent that never rounds up to all.

    Example:
        >>> share(0.99996), share(1.0)
        ('99.9 %', '100 %')
    """
    if value is None:
        return "–"
    if value >= 1:
        return "100 %"
    return f"{min(value, 0.999):.1%}".replace("%", " %")
