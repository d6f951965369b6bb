"""Records that a park's drivers share with those of a table of one's own."""

from typing import Literal

from tanlu.web.api.models import Record, Text

RegressionMethod = Literal["ols", "ridge", "pls", "pcr", "lasso", "bayes"]


class DriverSlope(Record):
    """A driver of a regression; `scaled` is per standard deviation; null where refused."""

    code: str
    label: Text
    slope: float | None
    scaled: float | None
    vif: float | None
    standard_error: float | None


class KSelector(Record):
    """A way to choose the k of ridge, and what it chooses (MASS convention)."""

    code: str
    label: Text
    k: float | None
    is_chosen: bool


class TraceSlope(Record):
    """One driver's slope along k, per standard deviation and as the column came."""

    code: str
    scaled: list[float]
    slope: list[float]


class RidgeTrace(Record):
    """Slopes, worst variance inflation and effective degrees of freedom along k."""

    k: list[float]
    slopes: list[TraceSlope]
    worst_vif: list[float]
    edf: list[float]


class LineSlope(Record):
    """One driver's slope along the line of exact solutions."""

    code: str
    label: Text
    slope: list[float]


class ExactLine(Record):
    """Slopes that all fit equally well, by their place on the line."""

    at: list[float]
    slopes: list[LineSlope]


class Regression(Record):
    """A verdict, why, and what would help; slopes only where the verdict allows them."""

    target: str
    method: str
    logs: bool
    verdict: Literal["identified", "weak", "under-determined"]
    is_reported: bool
    observations: int
    unknowns: int
    dof: int
    rank: int
    headline: Text
    reasons: list[Text]
    needed: list[Text]
    k: float | None
    chosen_by: str | None
    k_unit_length: float | None
    intercept: float | None
    drivers: list[DriverSlope]
    not_estimable: list[Text]
    selectors: list[KSelector]
    trace: RidgeTrace | None
    line: ExactLine | None
    finding: Text


class DataShape(Record):
    """What the advisor read from the data."""

    periods: int
    categories: int
    factors: int
    has_zeros: bool
    turns: bool
    dof: int
    verdict: str
    worst_inflation: float | None
    observations: int
    enterprises: int


class MethodAnswer(Record):
    """A method, whether it may be used, why, and the page that runs it."""

    method: str
    label: Text
    answer: Literal["yes", "with_care", "no"]
    reason: Text
    page: Literal["change", "decoupling", "regression"] | None


class MethodAdvice(Record):
    """Which methods data allow, in the order in which to try them."""

    data: DataShape
    methods: list[MethodAnswer]
    finding: Text
