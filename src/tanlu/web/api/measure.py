"""Pages of readings: records and routes of load curve, heat map, channels and quality."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.workflow.readings import pages
from tanlu.workflow.readings.pages_subject import Wish

router = APIRouter(responses=PROBLEM)


class NamedCode(Record):
    """A code with its name."""

    code: str
    label: Text


class SubjectOfReadings(Record):
    """What a picture shows: one channel, or the sum of some that measure one carrier."""

    kind: Literal["channel", "member", "system", "park"]
    subject_id: str
    name: Text
    carrier: str
    carriers: list[NamedCode]
    systems: list[NamedCode]
    channels: int
    is_state: bool


class ReadingFacts(Record):
    """What a span of readings says in figures."""

    use: Figure | None
    mean: Figure
    peak: Figure
    least: Figure
    load_factor: Figure
    completeness: Figure
    flagged: Figure
    peak_at: str | None
    least_at: str | None


class MarkedPoint(Record):
    """A point that carries flags: its place among the points, how many readings, which flags."""

    at: int
    count: int
    flags: list[str]


class CurvePoints(Record):
    """Points as columns; null where nothing was read. `low` and `high` bound what is behind."""

    start: list[str]
    mean: list[float | None]
    low: list[float | None]
    high: list[float | None]
    missing: list[int]
    marks: list[MarkedPoint]


class YearBefore(Record):
    """The same days a year before, at the places of the points."""

    first: str
    last: str
    mean: list[float | None]


class FactorLine(Record):
    """The emission factor at the places of the points; from a channel, or constant."""

    label: Text
    unit: str
    values: list[float | None]
    channel: str
    figure: Figure


class PictureOfReadings(Record):
    """What all pictures of readings say about themselves; `last` is a day that is shown."""

    park_id: str
    subject: SubjectOfReadings
    first: str
    last: str
    zone: str
    extent: list[str]
    unit: str
    facts: ReadingFacts
    finding: Text
    notes: list[Text]
    lags: bool


class LoadCurve(PictureOfReadings):
    """A load curve: rates per hour in steps that a screen can show."""

    step: Literal["native", "hour", "day"]
    minutes: int
    points: CurvePoints
    flags: dict[str, Text]
    before: YearBefore | None
    before_use: Figure | None
    change: Figure | None
    co2: Figure | None
    factor: FactorLine | None


class HeatMap(PictureOfReadings):
    """Amounts by local day (outer) and hour (24 inner); null: absent. `partial`: day, hour."""

    what: Literal["energy", "carbon"]
    days: list[str]
    cells: list[list[float | None]]
    partial: list[list[int]]
    greatest: float | None
    co2: Figure | None


class FlagCount(Record):
    """A flag and how many readings carry it."""

    flag: str
    label: Text
    count: int


class ChannelNode(Record):
    """A channel with its quality over the months shown."""

    channel_id: str
    name: Text
    member_id: str
    member: Text
    parent_id: str | None
    carrier: str
    carrier_label: Text | None
    unit: str
    kind: str
    role: str
    minutes: int
    last: str | None
    completeness: Figure
    score: Figure
    missing: int
    flags: list[FlagCount]
    mend: Text | None


class MemberOfChannels(Record):
    """A member with the sums of its channels; `worst` is the least score among them."""

    member_id: str
    parent_id: str | None
    name: Text
    channels: int
    complete: float | None
    worst: float | None


class MonthsOfReadings(Record):
    """Which months an answer about quality is of; `lags`: newer readings are not in it yet."""

    park_id: str
    first: str
    last: str
    extent: list[str]
    zone: str
    lags: bool


class ChannelTree(MonthsOfReadings):
    """Members, and the channels asked for; `found` may be more than are listed."""

    members: list[MemberOfChannels]
    channels: list[ChannelNode]
    found: int


class ReadingQuality(MonthsOfReadings):
    """Channels, worst first, and what is wrong over all of them."""

    channels: list[ChannelNode]
    found: int
    good: int
    silent: int
    completeness: Figure
    flags: list[FlagCount]


def _window(
    channel: str = "",
    member: str = "",
    system: str = "",
    carrier: str = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
) -> pages.Window:
    return pages.Window(Wish(channel, member, system, carrier), first, last)


Shown = Annotated[pages.Window, Depends(_window)]


@router.get("/parks/{park_id}/readings/curve", response_model=LoadCurve)
def curve(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    window: Shown,
    by: Literal["auto", "native", "hour", "day"] = "auto",
    align: Literal["weekday", "date"] = "weekday",
) -> Any:  # noqa: ANN401 - shaped by the response model
    """The load curve of a channel, a member, a system or the park; `to` is the last day shown."""
    return pages.curve(desk, viewer, park_id, window, by, align)


@router.get("/parks/{park_id}/readings/heat", response_model=HeatMap)
def heat(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    window: Shown,
    what: Literal["energy", "carbon"] = "energy",
) -> Any:  # noqa: ANN401 - shaped by the response model
    """What was used in each hour of each day; `to` is the last day shown."""
    return pages.heat(desk, viewer, park_id, window, what)


@router.get("/parks/{park_id}/readings/channels", response_model=ChannelTree)
def channels(park_id: str, desk: OnDesk, viewer: By, window: Shown, search: str = "") -> Any:  # noqa: ANN401 - shaped by the response model
    """Members and channels with last reading, completeness and score."""
    return pages.channels(desk, viewer, park_id, window, search)


@router.get("/parks/{park_id}/readings/quality", response_model=ReadingQuality)
def quality(park_id: str, desk: OnDesk, viewer: By, window: Shown, offset: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """Channels, the worst first, with what to mend."""
    return pages.quality(desk, viewer, park_id, window, offset)
