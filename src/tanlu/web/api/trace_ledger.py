"""The green-power ledger of a day: records and route."""

from typing import Any

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.web.api.trace import Hourly, Level, View
from tanlu.web.api.trace_pages import At, SpanHead
from tanlu.workflow import trace_ledger

router = APIRouter(responses=PROBLEM)


class GreenColumns(Record):
    """Power by hour: used, owned by kind, not covered; and what is over. [MWh]"""

    used: Hourly
    own: Hourly
    store: Hourly
    contract: Hourly
    certificate: Hourly
    open: Hourly
    over: Hourly


class GreenSums(Record):
    """The same over the day."""

    used: Figure
    own: Figure
    store: Figure
    contract: Figure
    certificate: Figure
    open: Figure


class GreenOfMember(GreenSums):
    """The day's sums of a member."""

    member_id: str
    member: Text


class GreenGiver(Record):
    """A source or certificate: what it gave this day, and what of it nobody owns. [MWh]"""

    source: str
    name: Text
    given: float
    over: float


class GreenLedger(SpanHead):
    """Who owns which green kWh: `given` is what is owned and what is over."""

    member_id: str | None
    by_hour: GreenColumns
    sums: GreenSums
    given: Figure
    over: Figure
    members: list[GreenOfMember]
    left_out: int
    sources: list[GreenGiver]
    notes: list[Text]


@router.get("/parks/{park_id}/trace/green-ledger", response_model=GreenLedger)
def green_ledger(
    park_id: str, desk: OnDesk, viewer: By, day: At, member: str = "",
    level: Level = "enterprise", view: View = "location", version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """Who owns which green power in each hour of a day, of the park or of one member."""
    how = (0, level, view, version)
    return trace_ledger.green_ledger(desk, viewer, park_id, (day, member), how)
