"""Drivers of a table of one's own: records and routes. Nothing is kept."""

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import Field

from tanlu.web.api.ask import PROBLEM
from tanlu.web.api.drivers import DecouplingState, StateChance
from tanlu.web.api.models import FaultView, Record, Text
from tanlu.web.api.models_drivers import MethodAdvice, Regression, RegressionMethod
from tanlu.workflow import own_tables

router = APIRouter(responses=PROBLEM)
_MOST = 20_000_000


class OwnContent(Record):
    """A table as text: its name for faults, and its cells with commas, semicolons or tabs."""

    name: str = Field(default="table.csv", max_length=200)
    text: str = Field(max_length=_MOST)


class LmdiQuestion(OwnContent):
    """A long table (period, category, factors) to be taken apart."""

    model: Literal[1, 2] = 1


class RegressQuestion(OwnContent):
    """A table of observations, and what of it is explained."""

    target: str
    method: RegressionMethod = "ridge"
    k: str = ""
    logs: bool = True


class DecouplingQuestion(OwnContent):
    """A table of periods: its columns, and how sure they are (95 %, in percent)."""

    co2: str
    output: str
    energy: str = ""
    co2_error: float = Field(default=0.0, ge=0, le=100)
    output_error: float = Field(default=0.0, ge=0, le=100)


class WhichQuestion(OwnContent):
    """A table to be judged; `target` when a regression is thought of."""

    target: str = ""


class OwnColumn(Record):
    """A column, and its cells that are no numbers where it is meant to be numbers."""

    name: str
    is_numeric: bool
    low: float | None
    high: float | None
    flaws: list[FaultView]


class OwnTable(Record):
    """What a table holds; `is_long` when it has period, category and factors."""

    file: str
    rows: int
    is_long: bool
    columns: list[OwnColumn]
    periods: list[str]
    categories: int


class OwnEffect(Record):
    """What one factor adds; `ratio` is its multiplicative effect, where there is one."""

    factor: str
    value: float
    ratio: float | None


class OwnCategory(Record):
    """What one category adds, by factor."""

    category: str
    value: float
    effects: list[OwnEffect]


class OwnStep(Record):
    """A change between two periods; effects, and categories, sum to its total."""

    from_period: str
    to_period: str
    start: float
    end: float
    total: float
    effects: list[OwnEffect]
    by_category: list[OwnCategory]
    split_equally: list[str]
    by_shapley: list[str]


class OwnRunning(Record):
    """Effects of all steps up to a period, summed."""

    period: str
    effects: list[OwnEffect]
    total: float


class OwnMethod(Record):
    """The whole change by one method."""

    code: str
    label: Text
    effects: list[OwnEffect]


class OwnLmdi(Record):
    """A table taken apart: first against last, step by step, summed up, and by method."""

    file: str
    model: int
    factors: list[str]
    periods: list[str]
    steps: list[OwnStep]
    whole: OwnStep
    running: list[OwnRunning]
    methods: list[OwnMethod]
    finding: Text


class OwnCause(Record):
    """What one factor adds to the elasticity."""

    code: str
    label: Text
    elasticity: float


class OwnPoint(Record):
    """Two periods: relative changes in %, elasticity, state, causes and chances."""

    from_period: str
    to_period: str
    output_change: float
    emission_change: float
    elasticity: float | None
    state: DecouplingState
    causes: list[OwnCause]
    chances: list[StateChance]


class OwnDecoupling(Record):
    """Decoupling of a table: step by step, and first against last."""

    file: str
    low: float
    high: float
    states: list[DecouplingState]
    points: list[OwnPoint]
    whole: OwnPoint
    chances_note: Text
    finding: Text


@router.post("/explain/table", response_model=OwnTable)
def table(asked: OwnContent) -> Any:  # noqa: ANN401 - shaped by the response model
    """What a table holds, with cells that cannot be read."""
    return own_tables.held(own_tables.table_of(asked.name, asked.text))


@router.post("/explain/lmdi", response_model=OwnLmdi)
def lmdi(asked: LmdiQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """A long table taken apart without residue."""
    return own_tables.lmdi_of(asked.name, asked.text, asked.model)


@router.post("/explain/regress", response_model=Regression)
def regress(asked: RegressQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """A regression on a table, behind the verdict."""
    return own_tables.regress_of(
        asked.name, asked.text, target=asked.target, method=asked.method, k=asked.k,
        logs=asked.logs,
    )  # fmt: skip


@router.post("/explain/decoupling", response_model=OwnDecoupling)
def decoupling(asked: DecouplingQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """Whether the emissions of a table parted from its output."""
    return own_tables.decoupling_of(
        asked.name, asked.text, co2=asked.co2, output=asked.output, energy=asked.energy,
        errors=(asked.co2_error, asked.output_error),
    )  # fmt: skip


@router.post("/explain/which", response_model=MethodAdvice)
def which(asked: WhichQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """Which method a table allows, and why."""
    return own_tables.which_of(asked.name, asked.text, asked.target)
