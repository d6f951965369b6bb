"""Emissions beside a load: the factor of each interval, as the hourly accounts take it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from tanlu.account.hourly.plan import Span as Days
from tanlu.account.hourly.profile import Factors, step_on, weights
from tanlu.catalog.content import Catalog
from tanlu.measure.readings.rates import Series
from tanlu.measure.readings.use import use_unit
from tanlu.model.channel import Channel
from tanlu.model.hourly import Plan, Source
from tanlu.model.inventory import Choice
from tanlu.store.readings import state
from tanlu.units import ratio
from tanlu.workflow.readings import pages_source as pages
from tanlu.workflow.readings.emissions import Asked, accounting
from tanlu.workflow.readings.pages_subject import Subject

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Carbon:
    """Factors of a series' intervals, and what they come from. [t CO2e per unit of use]"""

    factor: npt.NDArray[np.float64]
    unit: str
    source: Source
    choices: tuple[Choice, ...]

    def emissions(self, series: Series) -> Series:
        """The series as a rate of emissions. [t CO2e/h]"""
        return replace(series, rate=series.rate * self.factor)


def carbon_of(
    source: pages.Source, catalog: Catalog, subject: Subject, series: Series
) -> Carbon | None:
    """The factor of each interval; None where channels have several, or none is booked.

    Args:
        source: The park's readings.
        catalog: The rules.
        subject: What is looked at.
        series: Its rates.
    """
    channels = {name: source.channels[name] for name in subject.weights}
    if subject.is_state or not channels:
        return None
    few = _distinct(source, channels)
    days = [series.first + n * _DAY for n in range(len(series.offsets) - 1)]
    key = (
        source.findings.version, state(source.opened.readings), tuple(few), subject.unit,
        days[0], len(days), series.minutes,
    )  # fmt: skip
    if key in source.memory:
        known: Carbon | None = source.memory.get(key)
        return known
    found = _worked_out(source, catalog, few, (subject.unit, series, days))
    source.remember(key, found)
    return found


def _worked_out(
    source: pages.Source,
    catalog: Catalog,
    few: Mapping[str, Channel],
    wanted: tuple[str, Series, list[date]],
) -> Carbon | None:
    unit, series, days = wanted
    needed = dict(few) | {c.factor_channel: source.channels[c.factor_channel]
                    for c in few.values() if c.factor_channel}  # fmt: skip
    span = Days(days[0], days[-1] + _DAY)
    by, _ = accounting(replace(source.opened, channels=needed), catalog, span, Asked())
    found = _only(by.plan, few)
    if found is None:
        return None
    factor = _factors(found, days, series, by.factors) * ratio(unit, found.unit)
    return Carbon(factor, unit, found, step_on(found, days[0]).choices)


def _factors(
    source: Source, days: list[date], series: Series, factors: Factors
) -> npt.NDArray[np.float64]:
    found = np.full(int(series.offsets[-1]), np.nan)
    sizes = np.diff(series.offsets)
    for size in np.unique(sizes):
        same = np.flatnonzero(sizes == size)
        of = [days[n] for n in same]
        values = weights(source, of, series.minutes, int(size), factors).co2_t
        found[series.offsets[same][:, None] + np.arange(size)] = values
    return found


def _distinct(source: pages.Source, channels: Mapping[str, Channel]) -> dict[str, Channel]:
    # one channel stands for all that get the same factors, unless members have their own
    if source.has_own_factors:
        return dict(channels)
    found: dict[tuple[str, ...], Channel] = {}
    for channel in channels.values():
        key = (use_unit(channel), channel.carrier, channel.role, channel.factor_channel)
        found.setdefault(key, channel)
    return {channel.channel_id: channel for channel in found.values()}


def _only(plan: Plan, channels: Iterable[str]) -> Source | None:
    booked = [plan.booked.get(name) for name in channels]
    if any(one is None for one in booked):
        return None
    places = {one.source for one in booked if one is not None}
    return plan.sources[places.pop()] if len(places) == 1 else None
