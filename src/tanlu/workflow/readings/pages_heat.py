"""The heat map: what was used in each hour of each day; what is absent stays a hole."""

from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.catalog.content import Catalog
from tanlu.errors import InputError
from tanlu.measure.readings.rates import hour_cells
from tanlu.types import Text
from tanlu.workflow.readings.pages_carbon import carbon_of
from tanlu.workflow.readings.pages_curve import numbers
from tanlu.workflow.readings.pages_emit import co2_figure
from tanlu.workflow.readings.pages_facts import MASS, Facts, facts_of, facts_view
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_span import Span
from tanlu.workflow.readings.pages_subject import Subject
from tanlu.workflow.readings.pages_use import series_in
from tanlu.workflow.readings.pages_words import share
from tanlu.workflow.views.figure import View, text

What: TypeAlias = Literal["energy", "carbon"]
_HOUR = 60
_FOUND = Text(
    "{name}: the hour from {high} is the busiest, {ratio} times the quietest, from {low};"
    " {there} of the readings are there.",
    "{name}：{high} 起的一小时最高，为 {low} 起最低一小时的 {ratio} 倍；读数完整率 {there}。",
)


def heat_view(source: Source, catalog: Catalog, subject: Subject, span: Span, what: What) -> View:
    """Cells of hour by day.

    Args:
        source: The park's readings.
        subject: What is looked at.
        catalog: The rules.
        span: Which days.
        what: Energy as it is, or the emissions of it.

    Raises:
        InputError: When readings are further apart than an hour, or no one factor
            holds for what is looked at.
    """
    series = series_in(source, subject, span)
    if series.minutes > _HOUR:
        raise InputError.of("heat_needs_hours", thing=subject.subject_id)
    carbon = carbon_of(source, catalog, subject, series) if what == "carbon" else None
    if what == "carbon" and carbon is None:
        raise InputError.of("no_one_factor", thing=subject.subject_id)
    is_carbon = what == "carbon" and carbon is not None
    drawn = carbon.emissions(series) if is_carbon and carbon else series
    cells, partial = hour_cells(drawn, source.clock)
    facts = facts_of(series, source)
    days = pl.date_range(span.first, span.last, eager=True).dt.to_string("%Y-%m-%d").to_list()
    return {
        "unit": MASS if is_carbon else subject.unit,
        "co2": co2_figure(subject, span, series, carbon) if carbon else None,
        "days": days,
        "cells": _rows(cells),
        "partial": [[int(d), int(h)] for d, h in np.argwhere(partial)],
        "greatest": None if np.isnan(cells).all() else float(np.nanmax(cells)),
        "facts": facts_view(facts, subject, span),
        "finding": text(_finding(subject, cells, facts)),
    }


def _rows(cells: npt.NDArray[np.float64]) -> list[list[float | None]]:
    flat = numbers(cells.ravel())  # all at once: a table a row costs more than the answer
    return [flat[at : at + 24] for at in range(0, len(flat), 24)]


def _finding(subject: Subject, cells: npt.NDArray[np.float64], facts: Facts) -> Text:
    there = facts.completeness or 0.0
    present = ~np.isnan(cells)
    count = present.sum(axis=0)
    if not count.all():
        return _EMPTY.fill(name=subject.name, there=share(there))
    hours = np.where(present, cells, 0).sum(axis=0) / count
    high, low = int(hours.argmax()), int(hours.argmin())
    if hours[low] <= 0:
        return _EMPTY.fill(name=subject.name, there=share(there))
    return _FOUND.fill(
        name=subject.name,
        high=f"{high:02d}:00",
        low=f"{low:02d}:00",
        ratio=f"{hours[high] / hours[low]:.1f}",
        there=share(there),
    )


_EMPTY = Text(
    "{name}: {there} of the readings are there.",
    "{name}：读数完整率 {there}。",
)
