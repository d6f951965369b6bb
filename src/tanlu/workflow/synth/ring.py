"""A ring of hot water through an invented park: each member passes on what it does not use."""

from collections.abc import Sequence

from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.meter import Member, Meter

_EVERY = 20  # one factory in so many stands on the ring
_LEAST = 3
_PLANT = "u0001-chp"
CARRIER = "hot_water"
SENT, BACK = f"{_PLANT}-ring", "ring-back"
"""Meters of what the plant sends into the ring, and of what comes round to its first member."""


def stations(members: Sequence[Member]) -> list[Member]:
    """Members on the ring, in the order of the flow.

    Args:
        members: Enterprises of the park.

    Returns:
        Factories, three or more.
    """
    factories = [member for member in members if member.load]
    step = max(min(_EVERY, len(factories) // _LEAST), 1)
    return factories[::step]


def ring_meters(members: Sequence[Member]) -> list[Meter]:
    """Meters of the ring: what each member gets from the one before, and what comes round.

    Args:
        members: Enterprises of the park.

    Returns:
        The plant's meter with its gas, one meter per member, and that of the closing pipe.
    """
    known, on = shapes()["ring"], stations(members)
    used = [member.load * known["gj_per_kwh"] for member in on]
    back = known["comes_round"] * sum(used)
    gas = 1.0 / known["boiler_efficiency"] / shapes()["utility"]["gas_gj_per_nm3"]
    found = [_meter(_PLANT, SENT, "check", "Hot water sent out", "热水供出总表", 0.0)]
    for member, mean in zip(on, used, strict=True):
        name, above = f"{member.member_id}-ring", found[-1].channel_id
        # what comes round to the first member it does not draw from the plant
        own = mean - back if member is on[0] and mean > back else mean
        found.append(_meter(member.member_id, name, "transfer", "Hot water", "热水", own, above))
    last = found[-1].channel_id
    found.append(_meter(on[0].member_id, BACK, "transfer", "Comes round", "环网回流", back, last))
    boiler = Meter(
        f"{_PLANT}-boiler", _PLANT, "natural_gas", "Nm3", "interval", "combustion", "continuous",
        0.0, "Gas of the hot-water boiler", "热水锅炉燃气表", follows=SENT, ratio=gas,
        meter_class="1",
    )  # fmt: skip
    return [*found, boiler]


def _meter(
    place: str, name: str, role: str, en: str, zh: str, mean: float, above: str = ""
) -> Meter:
    return Meter(
        name, place, CARRIER, "GJ", "interval", role, "three_shifts", mean, en, zh, above,
        loss=shapes()["losses"]["ring"], meter_class="1.5",
    )  # fmt: skip
