"""One meter of an invented park."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meter:
    """A channel with what makes its readings.

    `mean` is the use per hour, multiplier applied; for a channel with sub-channels it is what
    no sub-channel measures. What flows through it is `mean` by its `shape`, plus what its
    sub-channels measure with `loss`, plus `ratio` times what `follows` measures.
    """

    channel_id: str
    member_id: str
    carrier: str
    unit: str
    kind: str  # interval, counter, instant
    role: str
    shape: str
    mean: float
    name_en: str
    name_zh: str
    parent_id: str = ""
    loss: float = 0.0
    multiplier: float = 1.0
    digits: int = 2
    register_max: float = 0.0
    follows: str = ""
    ratio: float = 0.0
    tariff_id: str = ""
    factor_channel: str = ""
    meter_class: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """An enterprise or a facility."""

    member_id: str
    parent_id: str
    kind: str
    system: str
    name_en: str
    name_zh: str
    sector: str = ""
    load: float = 0.0  # mean power, kW
    cny_per_kwh: float = 0.0
