"""The load curve: thinned for a screen, beside the year before."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from tanlu.measure.readings.rates import Series, Thinned, instants, places_by, thin
from tanlu.model.reading import FLAG_TEXT, names_of
from tanlu.workflow.readings.pages_facts import figure_of
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_span import Align, By, Span, Step
from tanlu.workflow.readings.pages_subject import Subject
from tanlu.workflow.readings.pages_use import series_in
from tanlu.workflow.views.figure import View, text


@dataclass(frozen=True, slots=True)
class Curve:
    """A series over a span, as it is and thinned, and the same of a year before."""

    subject: Subject
    span: Span
    step: Step
    series: Series
    thinned: Thinned
    before_span: Span
    before: Series


def curve_of(source: Source, subject: Subject, span: Span, by: By, align: Align) -> Curve:
    """Read and thin what a load curve shows.

    Args:
        source: The park's readings.
        subject: What is looked at.
        span: Which days.
        by: The step, or "auto".
        align: Beside the same weekdays of the year before, or the same dates.
    """
    series = series_in(source, subject, span)
    step = span.step(by)
    then = span.before(align)
    before = series_in(source, subject, then)
    return Curve(subject, span, step, series, thin(series, places_by(series, step)), then, before)


def points_view(curve: Curve, source: Source) -> View:
    """The points as columns; marks only where there are some."""
    found = curve.thinned
    start = instants(curve.series, found.place, source.clock)
    marked = np.flatnonzero(found.flag)
    return {
        "start": start.dt.strftime("%Y-%m-%dT%H:%M:%S%:z").to_list(),
        "mean": numbers(found.mean),
        "low": numbers(found.low),
        "high": numbers(found.high),
        "missing": found.missing.tolist(),
        "marks": [
            {
                "at": int(n),
                "count": int(found.flagged[n]),
                "flags": list(names_of(int(found.flag[n]))),
            }
            for n in marked
        ],
    }


def before_view(curve: Curve) -> View | None:
    """The year before at the same places, where it has readings."""
    if not (~np.isnan(curve.before.rate)).any():
        return None
    then = thin(curve.before, places_by(curve.before, curve.step))
    return {
        "first": curve.before_span.first.isoformat(),
        "last": curve.before_span.last.isoformat(),
        "mean": numbers(_fitted(then.mean, len(curve.thinned.mean))),
    }


def beside_view(curve: Curve) -> View:
    """Use a year before, and the change where both years have readings."""
    now, then = curve.series.rate, _fitted(curve.before.rate, len(curve.series.rate))
    there = ~np.isnan(then)
    if not there.any() or curve.subject.is_state:
        return {"before_use": None, "change": None}
    use = float(then[there].sum() * curve.before.hours)
    both = there & ~np.isnan(now)
    base = float(then[both].sum())
    same_grid = curve.series.minutes == curve.before.minutes
    change = float(now[both].sum()) / base - 1 if base > 0 and same_grid else None
    return {
        "before_use": figure_of("before", curve.subject, curve.before_span, use),
        "change": figure_of(_change_name(curve), curve.subject, curve.span, change),
    }


def _change_name(curve: Curve) -> str:
    is_by_week = curve.before_span == curve.span.before("weekday")
    return "change" if is_by_week else "change_by_date"


def flag_names(curve: Curve) -> dict[str, Any]:
    """The flags that occur, with what they say."""
    union = int(np.bitwise_or.reduce(curve.thinned.flag)) if len(curve.thinned.flag) else 0
    return {name: text(FLAG_TEXT[name]) for name in names_of(union)}


def _fitted(values: Any, size: int) -> Any:  # noqa: ANN401 - arrays
    # where clocks change, or the grid did, a year is some intervals shorter or longer
    if len(values) >= size:
        return values[:size]
    return np.concatenate([values, np.full(size - len(values), np.nan)])


def numbers(values: Any) -> list[float | None]:  # noqa: ANN401 - an array
    """An array as JSON has it: null where it is not a number."""
    found: list[float | None] = pl.Series(values).fill_nan(None).to_list()
    return found
