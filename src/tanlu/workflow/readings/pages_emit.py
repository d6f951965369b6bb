"""Emissions and factor of a load curve and of a heat map, for the API."""

import numpy as np

from tanlu.catalog.content import Catalog
from tanlu.measure.readings.rates import Series, places_by, thin
from tanlu.types import Text
from tanlu.workflow.readings.pages_carbon import Carbon, carbon_of
from tanlu.workflow.readings.pages_curve import Curve, numbers
from tanlu.workflow.readings.pages_facts import figure_of
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_span import Span
from tanlu.workflow.readings.pages_subject import Subject
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.inventory import slice_label

_KG = 1000  # kg in a tonne
_READ = Text("Factor of {carrier}, by channel {channel}", "{carrier}因子（通道 {channel}）")
_GIVEN = Text("Factor of {carrier}, catalogue", "{carrier}因子（因子库）")


def emit_view(source: Source, catalog: Catalog, curve: Curve) -> View:
    """Emissions of a curve, and its factor on the same points."""
    carbon = carbon_of(source, catalog, curve.subject, curve.series)
    if carbon is None:
        return {"co2": None, "factor": None}
    return {
        "co2": co2_figure(curve.subject, curve.span, curve.series, carbon),
        "factor": _factor(source, curve, carbon),
    }


def co2_figure(subject: Subject, span: Span, series: Series, carbon: Carbon) -> View:
    """Emissions of what is there. [t CO2e]"""
    return figure_of("co2", subject, span, total_t(series, carbon))


def total_t(series: Series, carbon: Carbon) -> float | None:
    """Emissions of the intervals that have both a reading and a factor. [t CO2e]"""
    found = series.rate * carbon.factor
    there = ~np.isnan(found)
    return float(found[there].sum() * series.hours) if there.any() else None


def mean_factor(series: Series, carbon: Carbon) -> float | None:
    """The factor weighted by use. [t CO2e per unit of use]"""
    there = ~np.isnan(series.rate) & ~np.isnan(carbon.factor)
    use = float(series.rate[there].sum())
    return float((series.rate * carbon.factor)[there].sum()) / use if use > 0 else None


def _factor(source: Source, curve: Curve, carbon: Carbon) -> View:
    line = Series(
        curve.series.first, curve.series.minutes, curve.series.offsets, carbon.factor * _KG,
        np.zeros(len(carbon.factor), np.uint16), np.zeros(len(carbon.factor), np.int64), 1,
    )  # fmt: skip
    mean = mean_factor(curve.series, carbon)
    carrier = slice_label(source.findings, "carrier", curve.subject.carrier)
    name = _READ if carbon.source.channel else _GIVEN
    return {
        "label": text(name.fill(carrier=carrier, channel=carbon.source.channel)),
        "unit": f"kg CO2e/{carbon.unit}",
        "values": numbers(thin(line, places_by(line, curve.step)).mean),
        "channel": carbon.source.channel,
        "figure": figure_of(
            "factor", curve.subject, curve.span, None if mean is None else mean * _KG
        ),
    }
