"""Methods side by side: records and routes."""

from typing import Any

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import FactorView, FaultView, Figure, Record, Text
from tanlu.workflow.method_queries import methods_compared

router = APIRouter(responses=PROBLEM)


class MethodSide(Record):
    """One of two methods: its total, and what it lacks."""

    method_id: str
    label: Text
    note: Text
    cite: str
    gwp_set: str
    total: Figure
    is_complete: bool
    lacking: list[FaultView]


class MethodCause(Record):
    """A cause of the difference; causes sum to it."""

    cause: str
    label: Text
    co2_t: Figure


class MethodPart(Record):
    """A part of a stream's difference, with the factors of both sides."""

    cause: str
    label: Text
    says: Text
    amount: Figure
    first: list[FactorView]
    second: list[FactorView]


class MethodStream(Record):
    """A stream under both methods; null where a method has no line for it."""

    scope: int
    stream: str
    stream_label: Text
    carrier: str
    carrier_label: Text
    first: Figure | None
    second: Figure | None
    difference: Figure
    parts: list[MethodPart]


class MethodRule(Record):
    """A rule that the two methods answer differently, and where each is printed."""

    rule: str
    label: Text
    first: Text
    first_cite: str | None
    second: Text
    second_cite: str | None


class OwnMethod(Record):
    """A member by its own method, beside the park's; never summed with others."""

    member_id: str
    label: Text
    method_id: str
    method: Text
    total: Figure | None
    by_park_method: Figure | None
    is_complete: bool


class MethodComparison(Record):
    """Two methods on the same records."""

    park_id: str
    member_id: str
    year: int
    version: int
    first: MethodSide
    second: MethodSide
    difference: Figure
    causes: list[MethodCause]
    streams: list[MethodStream]
    rules: list[MethodRule]
    own: list[OwnMethod]
    warnings: list[FaultView]
    finding: Text


@router.get("/parks/{park_id}/methods/compare", response_model=MethodComparison)
def compare(
    desk: OnDesk,
    viewer: By,
    park_id: str,
    first: str,
    second: str,
    year: int,
    member: str = "",
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Two methods on the records of a park or member, each difference explained."""
    return methods_compared(
        desk, viewer, park_id, methods=(first, second), year=year, member=member, version=version
    )
