"""An invented park: who is in it and where its meters sit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tanlu.workflow.synth import chance
from tanlu.workflow.synth.data import sectors, shapes
from tanlu.workflow.synth.dial import with_dial
from tanlu.workflow.synth.industry import factory, pick
from tanlu.workflow.synth.meter import Member, Meter
from tanlu.workflow.synth.ring import ring_meters
from tanlu.workflow.synth.services import KINDS
from tanlu.workflow.synth.size import Size, feeders, utilities

_LOAD = 70.0  # kW, mean power of the middle factory
_SPREAD = 1.1  # standard deviation of its logarithm
_WORDS = 1 << 16  # structure draws a member may use


@dataclass(frozen=True, slots=True)
class Plan:
    """An invented park: members and meters, in the order of their codes."""

    size: Size
    members: tuple[Member, ...]
    meters: tuple[Meter, ...]

    @property
    def row(self) -> dict[str, int]:
        """Where each channel stands among the meters."""
        return {meter.channel_id: index for index, meter in enumerate(self.meters)}


def plan(size: Size) -> Plan:
    """The members and meters of an invented park.

    Args:
        size: How large, and by which seed.

    Returns:
        The plan: `size.enterprises` enterprises and `size.meters` meters, and those of the
        ring where it has networks.

    Example:
        >>> made = plan(Size(26, 260, 2025))
        >>> len(made.meters), sum(m.kind == "enterprise" for m in made.members)
        (260, 26)
    """
    members = _enterprises(size)
    total = sum(member.load for member in members)
    facilities: list[Member] = []
    meters: list[Meter] = []
    for member, count in zip(members, _counts(size, members), strict=True):
        more, own = _of_member(size, member, count, total)
        facilities += more
        meters += own
    ring = ring_meters(members) if size.has_networks else []
    wired = [*_wired(meters), *_feeders(size), *ring]
    everyone = sorted([*members, *facilities], key=lambda member: member.member_id)
    return Plan(size, tuple(everyone), _finished(size, _on_feeders(size, wired)))


def _enterprises(size: Size) -> list[Member]:
    letters = _letters(size)
    return [_enterprise(size, index, letter) for index, letter in enumerate(letters)]


def _letters(size: Size) -> list[str]:
    """Kinds of the enterprises: utilities, works, logistics, offices, and factories."""
    few = max(size.enterprises // 60, 1)
    letters = ["u"] * utilities(size.enterprises) + ["w"] + ["l"] * few + ["b"] * few
    return letters + ["e"] * (size.enterprises - len(letters))


_SERVICES = {
    "u": ("energy", "D44", "Utility", "能源公司"),
    "w": ("infrastructure", "N78", "Public works", "市政公用"),
    "l": ("transport", "G54", "Logistics", "物流"),
    "b": ("buildings", "K70", "Offices", "商务楼"),
}


def _enterprise(size: Size, index: int, letter: str) -> Member:
    code = f"{letter}{index + 1:04d}"
    if letter != "e":
        system, sector, en, zh = _SERVICES[letter]
        return Member(
            code, "", "enterprise", system, f"{en} {code}", f"{zh} {code}", sector, 0.0, 20.0
        )
    draws = chance.uniform(size.seed, chance.STRUCTURE + index * _WORDS, 1)
    bell = float(chance.bell(size.seed, chance.STRUCTURE + index * _WORDS + 1, 1)[0])
    known: dict[str, Any] = {found["code"]: found for found in sectors()}
    picked = pick({key: value["weight"] for key, value in known.items()}, float(draws[0]))
    load = _LOAD * known[picked]["load"] * float(np.exp(_SPREAD * bell))
    return Member(
        code, "", "enterprise", "production", f"{known[picked]['name_en']} {code}",
        f"{known[picked]['name_zh']} {code}", picked, round(load, 3),
        known[picked]["cny_per_kwh"],
    )  # fmt: skip


def _counts(size: Size, members: Sequence[Member]) -> list[int]:
    """Meters of each member: services have what they need, factories share the rest by size."""
    fixed = [KINDS[m.member_id[0]][1] if m.load == 0 else 1 for m in members]
    left = size.meters - feeders(size.enterprises) - sum(fixed)
    weight = np.array([m.load**0.4 for m in members])
    share = left * weight / weight.sum()
    extra = np.floor(share).astype(int)
    missing = left - int(extra.sum())
    extra[np.argsort(extra - share, kind="stable")[:missing]] += 1
    return [base + int(more) for base, more in zip(fixed, extra, strict=True)]


def _of_member(
    size: Size, member: Member, count: int, total: float
) -> tuple[list[Member], list[Meter]]:
    if member.load == 0:
        return KINDS[member.member_id[0]][0](member, total / utilities(size.enterprises))
    index = int(member.member_id[1:])
    draws = chance.uniform(size.seed, chance.STRUCTURE + index * _WORDS + 2, 8 + count)
    return factory(member, count, draws)


def _wired(meters: Sequence[Meter]) -> list[Meter]:
    """Meters with steam and cold hung on the utility that sends them."""
    sources = {
        carrier: [m.channel_id for m in meters if m.carrier == carrier and m.role == "check"]
        for carrier in ("steam", "cold")
    }
    return [
        replace(m, parent_id=_near(m, sources[m.carrier])) if m.role == "transfer" else m
        for m in meters
    ]


def _near(meter: Meter, sources: list[str]) -> str:
    return sources[int(meter.member_id[1:5]) % len(sources)]


def _feeders(size: Size) -> list[Meter]:
    return [
        Meter(
            f"f{index + 1:03d}",
            "",
            "electricity",
            "kWh",
            "interval",
            "check",
            "continuous",
            2.0,
            f"Feeder {index + 1}",
            f"{index + 1} 号馈线",
            loss=shapes()["losses"]["feeder"],
            meter_class="0.2",
        )
        for index in range(feeders(size.enterprises))
    ]


def _on_feeders(size: Size, meters: Sequence[Meter]) -> list[Meter]:
    """Meters of bought power hung on the feeder of their enterprise."""
    count = feeders(size.enterprises)
    return [
        replace(m, parent_id=f"f{int(m.member_id[1:5]) % count + 1:03d}")
        if m.role == "supply"
        else m
        for m in meters
    ]


def _finished(size: Size, meters: Sequence[Meter]) -> tuple[Meter, ...]:
    """Meters in the order of their codes, each with its plate."""
    ordered = sorted(meters, key=lambda meter: meter.channel_id)
    flow = _flows(ordered)
    draws = chance.uniform(size.seed, chance.STRUCTURE - 1, len(ordered))
    return tuple(
        with_dial(meter, flow[meter.channel_id], float(draw), size.minutes)
        for meter, draw in zip(ordered, draws, strict=True)
    )


def _flows(meters: Sequence[Meter]) -> dict[str, float]:
    """Mean flow per hour through every meter, sub-channels included."""
    flow = {meter.channel_id: meter.mean for meter in meters}
    own = {meter.channel_id: meter for meter in meters}
    for meter in sorted(meters, key=lambda m: -depth(m, own)):
        if meter.parent_id:
            flow[meter.parent_id] += flow[meter.channel_id] * (1 + own[meter.parent_id].loss)
    for meter in meters:
        if meter.follows:
            flow[meter.channel_id] += meter.ratio * flow[meter.follows]
    return flow


def depth(meter: Meter, own: dict[str, Meter]) -> int:
    """How many channels stand above a meter. [1]"""
    return 1 + depth(own[meter.parent_id], own) if meter.parent_id else 0
