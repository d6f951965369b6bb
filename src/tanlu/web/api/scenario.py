"""Scenario tree, wedges and diagnosis of a park: records and routes."""

from typing import Any, Literal

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import CitationView, Figure, Record, TargetGap, Text
from tanlu.workflow.scenario import ask

router = APIRouter(responses=PROBLEM)
PeakVerdict = Literal["peak", "plateau", "rising", "passed", "flat"]


class Band(Record):
    """A carrier or sector over the years, in the unit of the whole."""

    code: str
    label: Text
    values: list[float]


class PeakView(Record):
    """The highest year, the plateau around it, and whether that is a peak."""

    verdict: PeakVerdict
    year: int | None
    highest: Figure
    highest_year: int
    first: int
    last: int
    says: Text


class StockBand(Record):
    """Devices of a kind over the years. [piece]"""

    device: str
    label: Text
    stock: list[float]
    sales: list[float]
    retired: list[float]


class TreeScenario(Record):
    """One scenario of a tree; `keys` open the emissions of each year."""

    scenario_id: str
    label: Text
    overlays: list[str]
    co2_t: list[float]
    keys: list[str]
    by_carrier: list[Band]
    by_sector: list[Band]
    energy_by_carrier: list[Band]
    peak: PeakView
    base: Figure
    end: Figure
    cumulative: Figure
    targets: list[TargetGap]
    stocks: list[StockBand]


class OverlayView(Record):
    """A measure or policy that scenarios lay over the tree."""

    overlay_id: str
    kind: str
    label: Text
    note: Text | None
    cite: str


class ScenarioTree(Record):
    """Scenarios of a park side by side; `assumed` of `stated` values have no document."""

    park_id: str
    version: int
    tree_id: str
    label: Text
    is_own: bool
    base_year: int
    end_year: int
    years: list[int]
    stated: int
    assumed: int
    scenarios: list[TreeScenario]
    overlays: list[OverlayView]
    answer: Text


class WedgeTotal(Record):
    """The whole difference: in the last year, summed after the first, and by year. [t CO2]"""

    end: Figure
    sum: Figure
    values: list[float]


class WedgeBand(Record):
    """What one driver makes of the difference. [t CO2]"""

    code: str
    label: Text
    values: list[float]
    end: Figure
    sum: Figure


class ScenarioWedges(Record):
    """What turns one scenario into another: drivers, and sectors, each summing to the whole."""

    first: str
    second: str
    years: list[int]
    total: WedgeTotal
    by_driver: list[WedgeBand]
    by_branch: list[Band]


class ReachedView(Record):
    """What a scenario reaches of a target."""

    scenario_id: str
    label: Text
    value: Figure | None
    is_met: bool | None


class DistanceView(Record):
    """A target beside today and every scenario; `pace` is the change a year it asks for."""

    target_id: str
    label: Text
    indicator: str
    year: int
    limit: float
    unit: str
    cite: str
    verdict: Literal["met", "within_reach", "missed", "open"]
    pace: float | None
    now: Figure | None
    gap: Figure | None
    scenarios: list[ReachedView]


class PlanLever(Record):
    """A lever: alone, when left out of the fullest scenario, over all years; and its grade."""

    lever_id: str
    kind: Literal["measure", "policy", "ceiling"]
    label: Text
    year: int
    alone: Figure
    last: Figure | None
    sum: Figure | None
    grade: Literal["A", "B", "C"]
    grade_why: Text
    cite: str
    policies: list[str]


class DriverStep(Record):
    """What moved emissions over the accounted years."""

    from_year: int
    to_year: int
    effects: list[Figure]
    total: Figure


class BenchmarkView(Record):
    """A zero-carbon indicator beside its limit."""

    code: str
    label: Text
    unit: str
    sense: Literal["at_most", "at_least"]
    cite: str
    value: Figure | None
    limit: float | None
    verdict: Literal["met", "missed", "open", "unknown"]


class MemberOwn(Record):
    """What remains with a member after transfers. [t CO2e]"""

    member_id: str
    member: Text
    own_t: float | None


class UnsaidView(Record):
    """What these data cannot say, and what would."""

    code: str
    what: Text
    needs: Text


class ClauseTarget(Record):
    """The number that a clause sets."""

    label: Text
    sense: str
    value: float
    unit: str
    year: int | None


class PolicyCited(Record):
    """A clause that concerns the park: what it says, whom it is for, how it was read."""

    cite: str
    clause: str
    document: CitationView | None
    says: Text
    status: str
    scope: Text
    target: ClauseTarget | None


class Diagnosis(Record):
    """A park's diagnosis."""

    park_id: str
    version: int
    year: int
    end_year: int
    is_own: bool
    answer: Text
    total: Figure
    distances: list[DistanceView]
    binds: str | None
    binds_why: Text | None
    levers: list[PlanLever]
    lever_year: int
    drivers: DriverStep | None
    benchmarks: list[BenchmarkView]
    members: list[MemberOwn]
    unsaid: list[UnsaidView]
    policies: list[PolicyCited]


@router.get("/parks/{park_id}/scenarios", response_model=ScenarioTree)
def scenario_tree(park_id: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """Scenarios of a park's tree side by side."""
    return ask.scenario_tree(desk, viewer, park_id, version)


@router.get("/parks/{park_id}/scenarios/wedges", response_model=ScenarioWedges)
def scenario_wedges(
    park_id: str, desk: OnDesk, viewer: By, first: str, second: str, version: int = 0
) -> Any:  # noqa: ANN401 - shaped by the response model
    """The difference of two scenarios by driver and sector."""
    return ask.scenario_wedges(desk, viewer, park_id, (first, second), version)


@router.get("/parks/{park_id}/diagnosis", response_model=Diagnosis)
def diagnosis(park_id: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """Distances to targets, what binds, levers, and what the data cannot say."""
    return ask.diagnosis(desk, viewer, park_id, version)
