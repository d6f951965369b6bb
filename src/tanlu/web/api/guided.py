"""The guided job: its steps, the five systems, templates, decisions, quality."""

import tempfile
from pathlib import Path
from typing import Any, Literal

from fastapi import APIRouter, Response, UploadFile
from pydantic import Field

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import (
    FaultView,
    Figure,
    ImportPreview,
    Record,
    Text,
    VersionView,
)
from tanlu.web.api.routes import XLSX
from tanlu.workflow import guided, queries
from tanlu.workflow.templates import systems_record

router = APIRouter(responses=PROBLEM)


class GuideTodo(Record):
    """One thing to do next; `expected` and `member` name what may be decided."""

    says: Text
    table: str | None
    expected: str | None
    member: str | None


class GuideStep(Record):
    """One of the six steps as the park stands."""

    step: int
    code: str
    title: Text
    state: Literal["done", "open", "blocked"]
    says: Text
    numbers: list[Figure]
    todo: list[GuideTodo]
    faults: list[FaultView]


class Guide(Record):
    """The guided job of figure 1: six steps, and the one to go on with."""

    park_id: str
    member_id: str
    year: int
    version: int
    next: int | None
    steps: list[GuideStep]


class StreamGrade(Record):
    """The grade of a stream, weighted by tonnes."""

    code: str
    label: Text
    grade: float
    band: Text | None


class MissingStream(Record):
    """Days of a stream without a record, and an estimate of their worth."""

    code: str
    label: Text
    member_id: str
    member: Text
    why: Literal["history", "asked", "new"]
    table: str
    missing_days: int
    expected_days: int
    basis: Text
    worth_t: Figure


class AskView(Record):
    """An expected stream: on record, decided away, or still asked."""

    expected: str
    label: Text
    question: Text
    system: str
    scope: int
    member_id: str
    member: Text
    state: Literal["recorded", "decided", "asked"]
    records: int
    assets: list[str]
    table: str
    reason: str | None
    decided_by: str | None
    decided_on: str | None


class GradedLine(Record):
    """A line with its data-quality grade."""

    line_id: str
    record_id: str
    carrier: Text
    member: Text
    period: str
    co2_t: Figure
    grade: Figure
    band: Text | None
    activity: float | None
    factor: float | None


class Quality(Record):
    """Completeness, gaps and grades of one inventory."""

    park_id: str
    member_id: str
    year: int
    version: int
    completeness: Figure
    completeness_by_tonnes: Figure
    missing: Figure
    unvalued: int
    grade: Figure
    band: Text | None
    scheme: Text
    scheme_note: Text
    scheme_cite: str
    by_stream: list[StreamGrade]
    gaps: list[MissingStream]
    asks: list[AskView]
    lines: list[GradedLine]


class HoldingView(Record):
    """A table that takes up a kind of data, and what its rows have fixed."""

    table: str
    fixed: dict[str, str]


class ExampleView(Record):
    """A row of the example park; never data."""

    table: str
    cells: dict[str, str]


class KindView(Record):
    """One of the 13 kinds of data of table 1."""

    code: str
    number: int
    system: str
    label: Text
    says: Text
    use: Text
    role: list[str]
    units: list[str]
    places: list[HoldingView]
    examples: list[ExampleView]


class KindState(KindView):
    """A kind of data with its state in a park."""

    rows: int
    state: Literal["present", "missing"]
    open_asks: int
    decided: list[str]
    worth_t: Figure


class SystemView(Record):
    """One of the five systems with its kinds of data."""

    system: str
    label: Text
    note: Text | None
    tables: list[str]
    kinds: list[KindView]


class SystemState(Record):
    """One of the five systems as a park has it."""

    system: str
    label: Text
    note: Text | None
    tables: list[str]
    kinds: list[KindState]


class Systems(Record):
    """The five systems of a park."""

    park_id: str
    year: int
    version: int
    cite: str
    systems: list[SystemState]


class DecisionOrder(Record):
    """That a stream does not exist here, or that the boundary stands, and why."""

    base_version: int
    expected: str
    member_id: str = ""
    year: int | None = None
    answer: Literal["not_applicable", "confirmed"] = "not_applicable"
    reason: str = Field(min_length=1, max_length=2000)


@router.get("/parks/{park_id}/guide", response_model=Guide)
def guide(
    park_id: str, desk: OnDesk, viewer: By, year: int = 0, member: str = "", version: int = 0
) -> Any:  # noqa: ANN401 - shaped by the response model
    """The six steps as they stand; found again each time, so that they go on anywhere."""
    return guided.guide(desk, viewer, park_id, year, member, version)


@router.get("/parks/{park_id}/quality", response_model=Quality)
def quality(
    park_id: str, desk: OnDesk, viewer: By, year: int = 0, member: str = "", version: int = 0
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Completeness, what the missing is worth, and data-quality grades."""
    return guided.quality(desk, viewer, park_id, year, member, version)


@router.get("/parks/{park_id}/systems", response_model=Systems)
def park_systems(park_id: str, desk: OnDesk, viewer: By, year: int = 0, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """The five systems with the state of each kind of data."""
    return guided.systems_of(desk, viewer, park_id, year, version)


@router.get("/systems", response_model=list[SystemView])
def all_systems() -> Any:  # noqa: ANN401 - shaped by the response model
    """The five systems and the 13 kinds of data, without a park."""
    return systems_record()


@router.get("/parks/{park_id}/templates/{system}", response_class=Response)
def template(park_id: str, system: str, desk: OnDesk, viewer: By) -> Response:
    """A system's template for a park, to fill in."""
    content = guided.template(desk, viewer, park_id, system)
    name = {"Content-Disposition": f'attachment; filename="{park_id}-{system}.xlsx"'}
    return Response(content, media_type=XLSX, headers=name)


@router.post("/parks/{park_id}/templates", response_model=ImportPreview)
def take_template(park_id: str, file: UploadFile, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """What merging a filled template would change; save it as any upload."""
    suffix = Path(file.filename or "template.xlsx").suffix.lower()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"upload{suffix if suffix in ('.zip', '.xls') else '.xlsx'}"
        path.write_bytes(file.file.read())
        return guided.take_template(desk, viewer, park_id, path)


@router.post("/parks/{park_id}/decisions", response_model=VersionView)
def decide(park_id: str, order: DecisionOrder, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Store a decision with its reason as a new version."""
    said = {
        "expected": order.expected,
        "member_id": "" if order.member_id == park_id else order.member_id,
        "year": "" if order.year is None else str(order.year),
        "answer": order.answer,
        "reason": order.reason,
    }
    guided.decide(desk, viewer, park_id, order.base_version, said, order.reason)
    return queries.history(desk, viewer, park_id)[0]
