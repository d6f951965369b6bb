"""Networks of carbon flow, and days of their nodes and members: records and routes."""

from typing import Any, Literal

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.web.api.trace import CarbonStatement, Hourly, Level, View
from tanlu.web.api.trace_pages import At, Most, SpanHead
from tanlu.workflow import trace_day, trace_map

router = APIRouter(responses=PROBLEM)


class NamedCarrier(Record):
    """A carrier that has a network."""

    carrier_id: str
    carrier: Text


class MapNode(Record):
    """A node: what flows through it, and how clean its mix is; `rank` counts from sources."""

    node_id: str
    name: Text
    kind: Literal["outside", "source", "node"]
    rank: int
    through: Figure
    intensity: Figure


class MapBranch(Record):
    """What flows between two nodes, and the carbon in it."""

    from_id: str
    to_id: str
    amount: Figure
    carbon: Figure


class CarbonMap(SpanHead):
    """A carrier's network in a span."""

    carrier_id: str
    carriers: list[NamedCarrier]
    finding: Text
    nodes: list[MapNode]
    branches: list[MapBranch]
    notes: list[Text]


class NodeHours(Record):
    """A node by hour."""

    through: Hourly
    intensity: Hourly


class SourceShare(Record):
    """Which part of a node's energy comes from a class of sources: of the day, and by hour."""

    source: str
    name: Text
    share: Figure
    by_hour: Hourly


class CarbonNode(SpanHead):
    """A node's day: how clean, how much, from which sources."""

    node_id: str
    name: Text
    carrier_id: str
    carrier: Text
    through: Figure
    intensity: Figure
    by_hour: NodeHours
    sources: list[SourceShare]


class MemberHours(Record):
    """A member's carbon by hour, in `mass_unit`."""

    direct: Hourly
    bought: Hourly
    received: Hourly
    given: Hourly
    own: Hourly


class CarrierHours(Record):
    """What a member got of a carrier by hour, and how clean it was."""

    carrier_id: str
    carrier: Text
    unit: str
    amount: Hourly
    intensity: Hourly


class MemberDay(SpanHead):
    """A member's day: what it emits, gets and passes on, and how clean what it gets is."""

    member_id: str
    member: Text
    mass_unit: str
    statement: CarbonStatement
    by_hour: MemberHours
    carriers: list[CarrierHours]


@router.get("/parks/{park_id}/trace/map", response_model=CarbonMap)
def carbon_map(
    park_id: str, desk: OnDesk, viewer: By, at: At = "", carrier: str = "", year: int = 0,
    most: Most = 40, level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """Nodes of a carrier by how clean their mix is, and what flows between them."""
    how = (year, level, view, version)
    return trace_map.carbon_map(desk, viewer, park_id, (at, carrier, most), how)


@router.get("/parks/{park_id}/trace/nodes/{node_id}", response_model=CarbonNode)
def carbon_node(
    park_id: str, node_id: str, desk: OnDesk, viewer: By, carrier: str, day: At,
    view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """A node's day: intensity by hour, and the shares of its sources."""
    how = (0, "enterprise", view, version)
    return trace_day.carbon_node(desk, viewer, park_id, (node_id, carrier, day), how)


@router.get("/parks/{park_id}/trace/members/{member_id}/day", response_model=MemberDay)
def member_day(
    park_id: str, member_id: str, desk: OnDesk, viewer: By, day: At,
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """A member's day: when it emits, gets and passes on, and how clean what it gets is."""
    how = (0, level, view, version)
    return trace_day.member_day(desk, viewer, park_id, (member_id, day), how)
