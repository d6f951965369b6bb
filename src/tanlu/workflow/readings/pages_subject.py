"""What a page of readings looks at: a channel, a member, a system or the whole park."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tanlu.errors import NotFoundError
from tanlu.measure.readings.use import is_mean, use_unit
from tanlu.model.channel import Channel
from tanlu.model.label import label
from tanlu.types import Text
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_units import BOOKED, unit_of, weight_of
from tanlu.workflow.viewer import Viewer, allowed_member
from tanlu.workflow.views.inventory import slice_label

KindOf: TypeAlias = Literal["channel", "member", "system", "park"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Channels looked at as one; each is multiplied by its weight to be in `unit`."""

    kind: KindOf
    subject_id: str
    name: Text
    carrier: str
    unit: str
    is_state: bool
    weights: Mapping[str, float]
    carriers: tuple[str, ...]
    systems: tuple[str, ...] = ()

    @property
    def rate_unit(self) -> str:
        """The unit of the use in an hour, as a rate: kWh as kW, m3 as m3/h."""
        if self.is_state:
            return self.unit
        if self.unit.endswith("Wh"):
            return self.unit.removesuffix("h")
        return f"{self.unit}/h"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked to be looked at; empty: the whole park, its main carrier."""

    channel: str = ""
    member: str = ""
    system: str = ""
    carrier: str = ""


def subject_of(source: Source, viewer: Viewer, wish: Wish) -> Subject:
    """What is looked at, within what the viewer may see.

    Raises:
        NotFoundError: When there is no such channel, member, system or carrier.
    """
    if wish.channel:
        return _one(source, viewer, wish.channel)
    member = allowed_member(viewer, wish.member, source.findings.ledger.chains)
    booked = [c for c in source.channels.values() if c.role in BOOKED]
    kind, name, found = _within(source, booked, member, wish.system)
    systems = tuple(sorted({c.system for c in booked if c.system}))
    return replace(_many(kind, name, found, wish.carrier), systems=systems)


def chain_of(source: Source, channel: Channel) -> tuple[str, ...]:
    """The member that a channel measures, and those above it."""
    return source.findings.ledger.chains.get(channel.member_id, ())


def _one(source: Source, viewer: Viewer, channel_id: str) -> Subject:
    channel = source.channel(channel_id)
    if viewer.member_id is not None and viewer.member_id not in chain_of(source, channel):
        raise NotFoundError.of("not_found", thing=channel_id)
    return Subject(
        "channel", channel_id, channel.name, channel.carrier, use_unit(channel), is_mean(channel),
        {channel_id: 1.0}, (channel.carrier,) if channel.carrier else (),
    )  # fmt: skip


def _within(
    source: Source, booked: list[Channel], member: str, system: str
) -> tuple[KindOf, tuple[str, Text], list[Channel]]:
    findings = source.findings
    if member and member != findings.book.park.park_id:
        found = [c for c in booked if member in chain_of(source, c)]
        return "member", (member, slice_label(findings, "member", member)), found
    if system:
        return "system", (system, label("system", system)), [
            c for c in booked if c.system == system
        ]  # fmt: skip
    return "park", (findings.book.park.park_id, findings.book.park.name), booked


def _many(kind: KindOf, name: tuple[str, Text], found: list[Channel], wanted: str) -> Subject:
    counts = Counter(c.carrier for c in found if c.carrier)
    carriers = tuple(sorted(counts, key=lambda c: (c != "electricity", -counts[c], c)))
    carrier = wanted or (carriers[0] if carriers else "")
    if wanted and wanted not in carriers:
        raise NotFoundError.of("not_found", thing=wanted)
    own = [c for c in found if c.carrier == carrier]
    unit = unit_of(own)
    found_in = ((c.channel_id, weight_of(c, unit)) for c in own)
    weights = {name: weight for name, weight in found_in if weight is not None}
    return Subject(kind, *name, carrier, unit, False, weights, carriers)  # noqa: FBT003 - a field
