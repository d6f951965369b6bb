"""What moved a park's emissions, and what its data cannot say: records and routes."""

from typing import Any, Literal

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Effect, Figure, Record, Text
from tanlu.web.api.models_drivers import MethodAdvice, Regression, RegressionMethod
from tanlu.workflow import queries_drivers as queries

router = APIRouter(responses=PROBLEM)
Identity = Literal["", "carrier", "enterprise", "enterprise_output", "output", "energy"]


class IdentityChoice(Record):
    """A way to write emissions as products; `reason` says why the years do not allow it."""

    code: str
    label: Text
    formula: str
    reason: Text | None


class DriverChange(Record):
    """A change between two years: by factor, by enterprise, by carrier; each sums to it."""

    from_year: int
    to_year: int
    start: Figure
    end: Figure
    total: Figure
    effects: list[Effect]
    by_member: list[Effect]
    by_carrier: list[Effect]
    closing_error: float


class RunningEffects(Record):
    """Effects of all steps up to a year, summed."""

    year: int
    total: Figure
    effects: list[Effect]


class DriverSplit(Record):
    """A park's change taken apart: first against last, step by step, and summed up."""

    park_id: str
    version: int
    identity: str
    formula: str
    identities: list[IdentityChoice]
    years: list[int]
    from_year: int
    to_year: int
    basis: Text
    notes: list[Text]
    whole: DriverChange
    steps: list[DriverChange]
    running: list[RunningEffects]
    finding: Text
    chain_finding: Text


class DecouplingState(Record):
    """One of Tapio's states, its name and what happened in plain words."""

    code: str
    label: Text
    meaning: Text


class DecouplingCause(Record):
    """What one factor adds to the elasticity; they sum to it."""

    code: str
    label: Text
    elasticity: Figure


class StateChance(Record):
    """How often draws of the data fall into a state."""

    state: DecouplingState
    chance: float


class DecouplingPoint(Record):
    """Two years: relative changes, elasticity, state, causes and chances."""

    from_year: int
    to_year: int
    output_change: Figure
    emission_change: Figure
    elasticity: Figure
    state: DecouplingState
    causes: list[DecouplingCause]
    chances: list[StateChance]


class ParkDecoupling(Record):
    """Decoupling of a park's emissions from its output; `low`, `high` bound the states."""

    park_id: str
    version: int
    years: list[int]
    from_year: int
    to_year: int
    low: float
    high: float
    basis: Text
    states: list[DecouplingState]
    points: list[DecouplingPoint]
    whole: DecouplingPoint
    chances_note: Text
    finding: Text


@router.get("/parks/{park_id}/drivers/split", response_model=DriverSplit)
def split(
    park_id: str, desk: OnDesk, viewer: By, identity: Identity = "", from_year: int = 0,
    to_year: int = 0, version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """The change between two years by the factors of an identity."""
    return queries.split(desk, viewer, park_id, identity, (from_year, to_year), version)


@router.get("/parks/{park_id}/drivers/decoupling", response_model=ParkDecoupling)
def decoupling(
    park_id: str, desk: OnDesk, viewer: By, from_year: int = 0, to_year: int = 0,
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """Whether emissions parted from output, year by year."""
    return queries.decoupling(desk, viewer, park_id, (from_year, to_year), version)


@router.get("/parks/{park_id}/drivers/regression", response_model=Regression)
def regression(
    park_id: str, desk: OnDesk, viewer: By, method: RegressionMethod = "ridge", k: str = "",
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model  # fmt: skip
    """A regression on the park's published totals, behind the verdict."""
    return queries.regression(desk, viewer, park_id, method, k, version)


@router.get("/parks/{park_id}/drivers/which", response_model=MethodAdvice)
def which(park_id: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """Which method the park's own data allow."""
    return queries.which(desk, viewer, park_id, version)
