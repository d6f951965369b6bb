"""Pages of carbon flow: records and routes."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.web.api.trace import Level, View
from tanlu.workflow import trace_pages

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
