"""Carbon flow of a park: records and routes."""

from datetime import date
from typing import Any, Literal

from fastapi import APIRouter, Response
from pydantic_core import to_json

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.workflow import trace

router = APIRouter(responses=PROBLEM)
_JSON = "application/json"
Level = Literal["enterprise", "facility"]
View = Literal["location", "market", "booked"]


class CarbonStatement(Record):
    """What a member emitted, bought, received, passed on, and what remains.

    `own` = direct + bought + received - given; over all members it is the park's total.
    `booked` is scopes 1 and 2 as the member books them, `eliminated` its supply by members.
    """

    member_id: str
    member: Text
    direct: Figure
    bought: Figure
    received: Figure
    given: Figure
    own: Figure
    booked: Figure
    eliminated: Figure
    sent_out: Figure


class MonthStatement(CarbonStatement):
    """The same for one month."""

    month: str


class CarbonTransfer(Record):
    """Energy of one carrier that passes from one to another, and the carbon in it."""

    from_id: str
    start: Text
    to_id: str
    end: Text
    carrier_id: str
    carrier: Text
    is_spread: bool
    records: list[str]
    amount: Figure
    carbon: Figure
    booked: Figure
    intensity: Figure


class SankeyNode(Record):
    """A node of the carbon Sankey."""

    id: str
    kind: Literal["outside", "emitted", "member", "remains"]
    name: Text


class SankeyLink(Record):
    """A band of the carbon Sankey; without a carrier where it is emitted or remains."""

    from_id: str
    to_id: str
    carrier_id: str | None
    carbon: Figure


class Sankey(Record):
    """Nodes and bands, ready to be laid out."""

    nodes: list[SankeyNode]
    links: list[SankeyLink]


class MatrixMember(Record):
    """A row and column of the transfer matrix."""

    member_id: str
    member: Text


class MatrixCell(Record):
    """What one member passes on to another by one carrier."""

    from_id: str
    to_id: str
    carrier_id: str
    carbon: Figure


class TransferMatrix(Record):
    """Members by size of what they exchange, at most forty; how many are left out."""

    members: list[MatrixMember]
    cells: list[MatrixCell]
    left_out: int


class _Traced(Record):
    park_id: str
    year: int
    month: str | None
    level: str
    view: str
    version: int


class ParkTransfers(_Traced):
    """A year or a month of a park; what remains with members sums to the inventory."""

    months: list[str]
    total: Figure
    members_sum: Figure
    eliminated: Figure
    sent_out: Figure
    members: list[CarbonStatement]
    transfers: list[CarbonTransfer]
    sankey: Sankey
    matrix: TransferMatrix


class MemberCarbon(_Traced):
    """A member's card: from whom, to whom, how much, how clean, and its months."""

    member_id: str
    member: Text
    statement: CarbonStatement
    months: list[MonthStatement]
    received: list[CarbonTransfer]
    passed_on: list[CarbonTransfer]
    notes: list[Text]


class NetworkNode(Record):
    """A member in the network of a carrier: what flows through it, and how clean its mix is.

    An intensity without a value: nothing flows there, or the view is refused.
    """

    carrier_id: str
    carrier: Text
    member_id: str
    member: Text
    through: Figure
    intensity: Figure


class CarbonNetwork(_Traced):
    """A month of all networks."""

    months: list[str]
    nodes: list[NetworkNode]
    links: list[CarbonTransfer]


Hourly = list[float | None]


class DayOfMember(Record):
    """A member's statement by hour; `key` opens what remains with it in the month."""

    member_id: str
    member: Text
    key: str
    direct: Hourly
    bought: Hourly
    received: Hourly
    given: Hourly
    own: Hourly


class DayOfTransfer(Record):
    """A transfer by hour: amount in its unit, carbon in `mass_unit`."""

    from_id: str
    start: Text
    to_id: str
    end: Text
    carrier_id: str
    carrier: Text
    amount_unit: str
    amount: Hourly
    carbon: Hourly


class DayOfNode(Record):
    """A member's mix of a carrier by hour; null where nothing flows."""

    carrier_id: str
    carrier: Text
    member_id: str
    member: Text
    amount_unit: str
    through: Hourly
    intensity: Hourly


class CarbonDay(_Traced):
    """A day by hour, as columns; `spread` is the part of its carbon that follows no meter."""

    hours: list[str]
    spread: float
    mass_unit: str
    members: list[DayOfMember]
    transfers: list[DayOfTransfer]
    nodes: list[DayOfNode]


class GreenMember(Record):
    """Power that a member used, and what of it is green and its own, by hour. [MWh]"""

    member_id: str
    member: Text
    used: Hourly
    own: Hourly
    store: Hourly
    contract: Hourly
    certificate: Hourly
    open: Hourly


class GreenSource(Record):
    """What nobody owns of a source, by hour. [MWh]"""

    source: str
    unclaimed: Hourly


class GreenDay(Record):
    """Green power of a day: each kWh owned once, in its hour."""

    park_id: str
    level: str
    hours: list[str]
    members: list[GreenMember]
    sources: list[GreenSource]


class RuleOfPlant(Record):
    """What power and heat of a plant carry under a rule."""

    rule: str
    label: Text
    status: str
    is_taken: bool
    power: Figure
    heat: Figure


class JointPlantRules(Record):
    """A plant with the rule on its transfers, and all rules beside it."""

    member_id: str
    member: Text
    rule: str
    rules: list[RuleOfPlant]


class JointPlants(Record):
    """Joint plants of a year."""

    park_id: str
    year: int
    version: int
    plants: list[JointPlantRules]


@router.get("/parks/{park_id}/trace", response_model=ParkTransfers)
def park_transfers(
    park_id: str, desk: OnDesk, viewer: By, year: int = 0, month: str = "",
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """What members of a park pass on to each other, and what remains with each."""
    asked = trace.Asked(year, month, level, view, version)
    return trace.park_transfers(desk, viewer, park_id, asked)


@router.get("/parks/{park_id}/trace/network", response_model=CarbonNetwork)
def carbon_network(
    park_id: str, desk: OnDesk, viewer: By, year: int = 0, month: str = "",
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """Intensity of every member's mix in a month, and what flows between members."""
    asked = trace.Asked(year, month, level, view, version)
    return trace.carbon_network(desk, viewer, park_id, asked)


@router.get("/parks/{park_id}/trace/hours", response_model=CarbonDay)
def day_of_park(
    park_id: str, desk: OnDesk, viewer: By, day: date, hour: int | None = None,
    member: str = "", level: Level = "enterprise", view: View = "location",
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """A day of a park hour by hour, or one hour of it; of all members, or one's card.

    The month is traced and kept when it is first asked for; after that any hour is read.
    """
    asked, when = trace.Asked(level=level, view=view), (day, hour)
    if member:
        found = trace.day_of_member(desk, viewer, park_id, member, when, asked)
    else:
        found = trace.day_of_park(desk, viewer, park_id, when, asked)
    # written as it is: of 1,300 members to check each again takes longer than all the rest;
    # the tests check that it is a `CarbonDay`
    return Response(to_json(found), media_type=_JSON)


@router.get("/parks/{park_id}/trace/green", response_model=GreenDay)
def green_of_park(
    park_id: str, desk: OnDesk, viewer: By, day: date, level: Level = "enterprise"
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Who owns which green power in each hour of a day."""
    return trace.green_of_park(desk, viewer, park_id, day, level)


@router.get("/parks/{park_id}/trace/joint", response_model=JointPlants)
def joint_of_park(park_id: str, desk: OnDesk, viewer: By, year: int = 0, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """What power and heat of joint plants carry under every rule."""
    return trace.joint_of_park(desk, viewer, park_id, trace.Asked(year, version=version))


@router.get("/parks/{park_id}/trace/members/{member_id}", response_model=MemberCarbon)
def member_carbon(
    park_id: str, member_id: str, desk: OnDesk, viewer: By, year: int = 0,
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """A member's card: from whom, to whom, how much, how clean, month by month."""
    asked = trace.Asked(year, "", level, view, version)
    return trace.member_carbon(desk, viewer, park_id, member_id, asked)
