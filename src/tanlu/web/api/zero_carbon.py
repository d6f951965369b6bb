"""Zero-carbon indicators: records and route."""

from typing import Any, Literal

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import CitationView, Figure, Record, Text
from tanlu.workflow import queries

router = APIRouter(responses=PROBLEM)
Verdict = Literal["met", "missed", "open", "unknown"]


class StepView(Record):
    """One line of the way to a figure; two `numbers` where it is an interval."""

    label: Text
    formula: str
    numbers: list[str]
    result: Figure
    cite: str
    document: CitationView | None
    note: Text | None


class LimitView(Record):
    """A limit: for parks of a size [tce a year], by a year."""

    value: float
    from_tce: float | None
    below_tce: float | None
    year: int | None


class GapView(Record):
    """A limit beside a figure; `amount` above zero when missed."""

    limit: LimitView
    verdict: Verdict
    is_certain_class: bool
    amount: Figure | None
    closes: Figure | None


class PartView(Record):
    """What a carrier or process adds."""

    code: str
    label: Text
    co2: Figure
    energy: Figure


class BasisView(Record):
    """Emissions per energy counted in one way."""

    code: str
    label: Text
    cite: str
    co2: Figure | None
    energy: Figure | None
    ratio: Figure | None
    steps: list[StepView]
    parts: list[PartView]
    gaps: list[GapView]
    notes: list[Text]
    obstacles: list[Text]


class MissingRecord(Record):
    """A record that an indicator needs and the park does not have."""

    code: str
    label: Text


class DriverView(Record):
    """What a part adds to the distance from the limit: emissions less its allowance."""

    code: str
    label: Text
    co2: Figure
    excess: Figure


class LeverView(Record):
    """What power alone could do; null where it could not meet the limit."""

    code: str
    label: Text
    figure: Figure | None


class IndicatorView(Record):
    """One indicator: definition, figure, gaps, what drives it."""

    code: str
    kind: Literal["core", "guide", "principle"]
    label: Text
    unit: str
    sense: Literal["at_most", "at_least"]
    definition: Text
    numerator: Text
    denominator: Text
    cite: str
    status: str
    figure: Figure | None
    steps: list[StepView]
    missing: list[MissingRecord]
    notes: list[Text]
    gaps: list[GapView]
    drivers: list[DriverView]
    levers: list[LeverView]


class SetView(Record):
    """A set of indicators that there is."""

    set_id: str
    label: Text
    place: str


class ZeroCarbon(Record):
    """A park's year beside a set of zero-carbon indicators; the first basis is judged."""

    park_id: str
    year: int
    set_id: str
    label: Text
    cite: str
    document: CitationView | None
    status: str
    sets: list[SetView]
    bases: list[BasisView]
    indicators: list[IndicatorView]
    notes: list[Text]


@router.get("/parks/{park_id}/zero-carbon", response_model=ZeroCarbon)
def zero_carbon(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    indicator_set: str = "national",
    year: int = 0,
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model
    """The whole park beside a set of zero-carbon indicators."""
    return queries.zero(desk, viewer, park_id, indicator_set, year, version)
