"""What figures are worth: intervals, whose variance it is, what to mend first."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Figure, Record, Text
from tanlu.workflow import queries_uncertainty as queries

router = APIRouter(responses=PROBLEM)
Basis = Literal["exact", "stated", "default", "assumption", "unknown"]


class SimulatedView(Record):
    """Draws of approach 2 in short, with the histogram's classes."""

    lower: float
    upper: float
    mean: float
    median: float
    deviation: float
    edges: list[float]
    counts: list[int]


class Worth(Record):
    """A value with its 95 % interval by both approaches, and how much of it is known.

    `lower`, `upper`: approach 1 over stated ranges and documented defaults;
    `stated_only`: the same over stated ranges alone, null when nothing is stated;
    `shares`: of the tonnes, by the weakest range they hang on.
    """

    value: float
    lower: float
    upper: float
    percent: list[float] | None
    stated_only: list[float] | None
    shares: dict[str, float]
    approach_2: SimulatedView | None


class WorthFigure(Worth):
    """A figure of the inventory with its interval."""

    figure: Figure
    code: str
    label: Text


class InputView(Record):
    """Something that may be off: a stream's amount, or a factor."""

    key: str
    kind: Literal["activity", "factor"]
    name: Text
    subject: str
    quantity: str
    value: float | None
    unit: str
    basis: Basis
    basis_label: Text
    distribution: Text | None
    lower_pct: float | None
    upper_pct: float | None
    cite: str
    status: str
    document: str
    factor_id: str | None
    table: str | None
    row: int | None
    records: list[str]
    channel: str | None
    quality: str | None


class ContributionView(InputView):
    """An input with its share of the total's variance; shares sum to one."""

    first: float
    share: float
    tonnes: float


class MendView(InputView):
    """An input with the width of interval won by mending it."""

    now_pct: float
    reach_pct: float | None
    reach_cite: str | None
    reach_status: str | None
    how: Text
    won: Figure
    is_limit: bool


class UnknownView(InputView):
    """An input whose range nobody states, with the tonnes that hang on it."""

    tonnes: float
    fix: Text


class TrendInput(InputView):
    """An input with what it puts into the trend's uncertainty."""

    sensitivity: Literal["A", "B"]
    points_per_percent: float
    share: float


class TrendView(Record):
    """The change between two years with its interval, in %."""

    from_year: int
    to_year: int
    change_pct: Worth
    inputs: list[TrendInput]


class Uncertainty(Record):
    """What a year's inventory is worth; lists hold the first 200 inputs."""

    park_id: str
    member: str
    year: int
    version: int
    unit: str
    draws: int
    seed: int
    clipped: int
    finding: Text
    is_shown: bool
    bases: dict[str, Text]
    total: WorthFigure
    by_scope: list[WorthFigure]
    by_member: list[WorthFigure]
    contributions: list[ContributionView]
    rest_share: float
    rest_count: int
    interactions: float
    is_exact: bool
    mend_first: list[MendView]
    unknown: list[UnknownView]
    unknown_count: int
    trend: TrendView | None


@router.get("/parks/{park_id}/uncertainty", response_model=Uncertainty)
def uncertainty(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    year: int,
    member: str = "",
    from_year: int = 0,
    draws: Annotated[int, Query(ge=0, le=1_000_000)] = 100_000,
    seed: Annotated[int, Query(ge=0)] = 1,
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model
    """What a year's figures are worth, and what to mend first."""
    return queries.uncertainty(
        desk, viewer, park_id, year=year, member=member, from_year=from_year, draws=draws,
        seed=seed, version=version,
    )  # fmt: skip
