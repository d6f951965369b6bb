"""The figures of a load curve: use, mean, peak, base load, how complete; each with its key."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from tanlu.measure.readings.rates import Series, instants
from tanlu.types import Text
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_span import Span
from tanlu.workflow.readings.pages_subject import Subject
from tanlu.workflow.views.figure import View, figure, key_of

KEY = "reading"
MASS = "t CO2e"
LABELS = {
    "use": Text("Use", "用量"),
    "mean": Text("Mean load", "平均负荷"),
    "peak": Text("Greatest load", "最大负荷"),
    "least": Text("Least load", "最小负荷"),
    "load_factor": Text("Load factor", "负荷率"),
    "completeness": Text("Readings there", "读数完整率"),
    "flagged": Text("Readings flagged", "被标记读数占比"),
    "change_by_date": Text(
        "Change where both years have readings, same dates",
        "同比变化（同日期，两年均有读数的时段）",
    ),
    "co2": Text("Emissions", "排放量"),
    "factor": Text("Emission factor", "排放因子"),
    "complete": Text("Readings there", "读数完整率"),
    "score": Text("Quality score", "质量得分"),
    "before": Text("Use a year before", "上年同期用量"),
    "change": Text("Change where both years have readings", "同比变化（两年均有读数的时段）"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a series says in numbers; None where no reading says it."""

    use: float | None
    mean: float | None
    peak: float | None
    peak_at: datetime | None
    least: float | None
    least_at: datetime | None
    load_factor: float | None
    completeness: float | None
    flagged: float | None


def facts_of(series: Series, source: Source) -> Facts:
    """Sum up a series.

    Args:
        series: Rates on an even grid.
        source: For the clock.
    """
    present = ~np.isnan(series.rate)
    count, wanted = int(present.sum()), len(series.rate) * series.sources
    there = wanted - int(series.lacking.sum())
    complete = there / wanted if wanted else None
    if count == 0:
        return Facts(None, None, None, None, None, None, None, complete, None)
    rates = series.rate
    high, low = int(np.nanargmax(rates)), int(np.nanargmin(rates))
    at = instants(series, np.array([high, low]), source.clock).to_list()
    mean, peak = float(rates[present].mean()), float(rates[high])
    return Facts(
        use=float(rates[present].sum() * series.hours),
        mean=mean,
        peak=peak,
        peak_at=at[0],
        least=float(rates[low]),
        least_at=at[1],
        load_factor=mean / peak if peak > 0 else None,
        completeness=complete,
        flagged=float((series.flag[present] != 0).mean()),
    )


def figure_of(what: str, subject: Subject, span: Span, value: float | None) -> View:
    """A figure of a subject over a span, with the key under which its proof lies."""
    key = key_of(
        KEY, what, subject.kind, subject.subject_id, subject.carrier or "-", span.first, span.end
    )
    return figure(key, value, unit_of(what, subject), LABELS[what])


def figure_for(what: str, who: tuple[str, str, str], span: Span, value: float | None) -> View:
    """A share (unit 1) of a subject named by kind, id and carrier."""
    return figure(key_of(KEY, what, *who, span.first, span.end), value, "1", LABELS[what])


def unit_of(what: str, subject: Subject) -> str:
    """The unit of a fact about a subject."""
    if what == "co2":
        return MASS
    if what == "factor":
        return f"kg CO2e/{subject.unit}"
    if what in ("use", "before"):
        return subject.unit
    return subject.rate_unit if what in ("mean", "peak", "least") else "1"


def facts_view(facts: Facts, subject: Subject, span: Span) -> View:
    """The facts as figures, with the instants of peak and least."""
    shown: dict[str, View | None] = {
        name: figure_of(name, subject, span, getattr(facts, name))
        for name in ("use", "mean", "peak", "least", "load_factor", "completeness", "flagged")
    }
    if subject.is_state:
        shown["use"] = None  # a state has no amount
    return {
        **shown,
        "peak_at": facts.peak_at.isoformat() if facts.peak_at else None,
        "least_at": facts.least_at.isoformat() if facts.least_at else None,
    }
