"""Purchased energy in both views: records and route."""

from typing import Any

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import CitationView, FaultView, Figure, Record, Text
from tanlu.workflow import scope2

router = APIRouter(responses=PROBLEM)


class MarketStep(Record):
    """A part of a line in the market-based view, with the rules it follows."""

    code: str
    label: Text
    certificate_id: str | None
    mwh: float | None
    market: Figure
    factor: str | None
    cite: str | None
    rules: list[str]


class BoughtLine(Record):
    """Purchased energy of one record in both views."""

    line_id: str
    record_id: str
    start: Text
    end: Text
    carrier: Text
    origin: Text | None
    period: str
    amount: float
    amount_unit: str
    is_internal: bool
    location: Figure
    market: Figure
    steps: list[MarketStep]


class MemberViews(Record):
    """A member in both views as if it stood alone, with the certificates its users took."""

    member_id: str
    member: Text
    location: Figure
    market: Figure
    used: Figure
    certificates: list[str]


class CertificateView(Record):
    """A certificate: issued, used, left. [MWh]"""

    certificate_id: str
    kind: Text
    group: Text
    year: int
    state: str
    state_label: Text
    issued: Figure
    used: Figure
    surplus: Figure
    cite: str
    document: CitationView | None


class Scope2(Record):
    """Scope 2 location-based and market-based, side by side and never added.

    A market figure without a value is refused: some power has no residual mix.
    """

    park_id: str
    member_id: str
    boundary: str
    year: int
    version: int
    is_asked: bool
    location: Figure
    market: Figure
    market_total: Figure
    lines: list[BoughtLine]
    members: list[MemberViews]
    certificates: list[CertificateView]
    green: list[Figure]
    exported: Figure
    net: Figure | None
    net_cite: str | None
    warnings: list[FaultView]


@router.get("/parks/{park_id}/scope2", response_model=Scope2)
def both_views(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    year: int,
    member: str = "",
    boundary: str = "park",
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Purchased energy of a park or member in both views."""
    return scope2.both_views(
        desk, viewer, park_id, year=year, member=member, boundary=boundary, version=version
    )
