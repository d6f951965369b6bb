"""What stands on a meter's plate: transformers, digits, kind of reading, largest register."""

from dataclasses import replace
from math import ceil, log10

from tanlu.workflow.synth.meter import Meter

# Mean power from which a meter hangs on current and voltage transformers, and their ratio.
_RATIOS = ((2000.0, 6000.0), (400.0, 2000.0), (80.0, 80.0), (0.0, 1.0))
_COUNTS = 250.0  # digits are enough that a mean interval is so many steps
_COUNTERS = {"electricity": 0.12, "natural_gas": 0.85, "steam": 0.6, "cold": 0.5}
_INSTANTS = 0.04


def with_dial(meter: Meter, mean: float, draw: float, minutes: int) -> Meter:
    """A meter with its plate filled in.

    Args:
        meter: A meter without multiplier and digits.
        mean: What flows through it per hour, sub-channels included.
        draw: An even number of [0, 1): which kind of reading it gives.
        minutes: Length of its intervals.

    Returns:
        The meter.

    Example:
        >>> bare = Meter("m", "e", "electricity", "kWh", "", "check", "one_shift", 9.0, "", "")
        >>> plate = with_dial(bare, 9.0, 0.05, 15)
        >>> plate.kind, plate.digits, plate.register_max
        ('counter', 3, 1000000.0)
    """
    kind = meter.kind or _kind(meter, draw)
    ratio = _ratio(meter, mean)
    steps = max(mean, 1e-3) * minutes / 60 / ratio
    digits = min(max(ceil(log10(_COUNTS / steps)), 0), 4)
    unit = "kW" if kind == "instant" else meter.unit
    largest = _largest(mean / ratio) if kind == "counter" else 0.0
    return replace(
        meter, kind=kind, unit=unit, multiplier=ratio, digits=digits, register_max=largest
    )


def _kind(meter: Meter, draw: float) -> str:
    share = _COUNTERS.get(meter.carrier, 0.1)
    if draw < share:
        return "counter"
    is_shown = meter.carrier == "electricity" and meter.role == "check"
    return "instant" if is_shown and draw < share + _INSTANTS else "interval"


def _ratio(meter: Meter, mean: float) -> float:
    if meter.carrier != "electricity":
        return 1.0
    return next(ratio for least, ratio in _RATIOS if mean >= least)


def _largest(per_hour: float) -> float:
    """A register that holds several years of the mean."""
    return float(10 ** max(ceil(log10(max(per_hour, 1e-6) * 8766 * 3)), 4))
