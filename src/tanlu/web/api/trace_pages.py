"""Pages of carbon flow: records and routes."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.web.api.trace import CarbonStatement, CarbonTransfer, Level, View
from tanlu.workflow import trace_pages, trace_statement

router = APIRouter(responses=PROBLEM)
At = Annotated[str, Query(max_length=13, examples=["2022", "2022-03", "2022-03-05T13"])]
Most = Annotated[int, Query(ge=1, le=60)]


class SpanHead(Record):
    """A span of a year, and what lies beside it; `hours` of its day, when it has one.

    `spread` is the part of its carbon that follows no meter, of a day or hour.
    """

    park_id: str
    version: int
    level: str
    view: str
    at: str
    kind: Literal["year", "month", "day", "hour"]
    months: list[str]
    hours: list[str]
    before: str | None
    after: str | None
    spread: float | None


class PictureNode(Record):
    """A node: a source, a member, or where carbon ends; `rank` counts from the sources.

    `out` and `in` are the two halves of a band that closes a circle.
    """

    id: str
    kind: Literal["bought", "emitted", "member", "others", "kept", "sent", "out", "in"]
    rank: int
    name: Text
    member_id: str | None
    carrier_id: str | None


class PictureLink(Record):
    """A band: carbon that goes from one node to another with a carrier."""

    from_id: str
    to_id: str
    carrier_id: str | None
    carrier: Text | None
    carbon: Figure


class CarbonPicture(SpanHead):
    """From sources over members to where carbon ends: without circles, ready to be drawn."""

    total: Figure
    closing: Figure
    finding: Text
    nodes: list[PictureNode]
    links: list[PictureLink]
    left_out: int
    notes: list[Text]


@router.get("/parks/{park_id}/trace/picture", response_model=CarbonPicture)
def carbon_picture(
    park_id: str, desk: OnDesk, viewer: By, at: At = "", year: int = 0, most: Most = 24,
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """Where the carbon of a year, month, day or hour comes from, and where it ends."""
    how = (year, level, view, version)
    return trace_pages.carbon_picture(desk, viewer, park_id, at, how, most)


class CarbonMembers(SpanHead):
    """Statements of the largest members; all less what is eliminated is the park."""

    total: Figure
    members_sum: Figure
    eliminated: Figure
    sent_out: Figure
    members: list[CarbonStatement]
    left_out: int


@router.get("/parks/{park_id}/trace/statements", response_model=CarbonMembers)
def carbon_members(
    park_id: str, desk: OnDesk, viewer: By, at: At = "", year: int = 0,
    most: Annotated[int, Query(ge=1, le=5000)] = 100, level: Level = "enterprise",
    view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """What each member emitted, got and passed on in a span; the largest first."""
    how = (year, level, view, version)
    return trace_pages.carbon_members(desk, viewer, park_id, at, how, most)


class StatedTransfer(CarbonTransfer):
    """A transfer of a statement, and how what it carries was found."""

    how: list[Text]


class OwnEmission(Record):
    """What a member emits itself with a fuel or process."""

    carrier_id: str
    carrier: Text
    carbon: Figure


class EnergyBalance(Record):
    """Energy of a carrier that a member passes on; kept is own use and losses."""

    carrier_id: str
    carrier: Text
    came: Figure
    out: Figure
    kept: Figure


class MeterOfRecord(Record):
    """A record beside the meter it names; `gap` is the meter's less it, over it."""

    record_id: str
    channel_id: str
    name: Text
    recorded: Figure
    read: Figure
    gap: float | None


class ParkLine(Record):
    """How statements become the park: what members book, what is eliminated, what remains."""

    members_sum: Figure
    eliminated: Figure
    total: Figure
    entered: Figure
    closing: Figure


class MonthlyCarbon(SpanHead):
    """A member's carbon statement of a month, with what it agrees with."""

    member_id: str
    member: Text
    number: str
    statement: CarbonStatement
    purchased: list[StatedTransfer]
    received: list[StatedTransfer]
    passed_on: list[StatedTransfer]
    sent: list[StatedTransfer]
    emitted: list[OwnEmission]
    balances: list[EnergyBalance]
    meters: list[MeterOfRecord]
    park: ParkLine


@router.get("/parks/{park_id}/trace/members/{member_id}/statement", response_model=MonthlyCarbon)
def carbon_statement(
    park_id: str, member_id: str, desk: OnDesk, viewer: By, month: At = "", year: int = 0,
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """A member's carbon statement of a month: bought, got, passed on, emitted, eliminated."""
    how = (year, level, view, version)
    return trace_statement.carbon_statement(desk, viewer, park_id, (member_id, month), how)
