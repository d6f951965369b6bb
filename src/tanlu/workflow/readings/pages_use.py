"""Use per interval of what a page looks at, as one series."""

from datetime import timedelta

import polars as pl

from tanlu.errors import ConflictError
from tanlu.measure.readings.rates import Series, series_of
from tanlu.measure.readings.use import use_of
from tanlu.measure.readings.virtual import leaves, with_virtual
from tanlu.workflow.readings.pages_rates import kept_series
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_span import Span
from tanlu.workflow.readings.pages_subject import Subject


def series_in(source: Source, subject: Subject, span: Span) -> Series:
    """The series of a subject over a span of days.

    Args:
        source: The park's readings.
        subject: What is looked at.
        span: Which local days.
    """
    if subject.kind in ("system", "park") and source.kept is not None:
        system = subject.subject_id if subject.kind == "system" else ""
        return kept_series(source.kept.rates, subject.carrier, system, source.clock, span)
    if subject.kind in ("system", "park") and len(subject.weights) > _FEW:
        raise ConflictError.of("readings_being_summed")
    return series_of(
        uses_of(source, subject, span),
        subject.weights,
        source.clock,
        span.first,
        span.end,
        is_state=subject.is_state,
    )


def uses_of(source: Source, subject: Subject, span: Span) -> pl.DataFrame:
    """Use per interval of a subject's channels, rows of `DAY` on a grid."""
    needed = leaves(list(subject.weights), source.channels)
    channels = {name: source.channels[name] for name in source.channels if name in needed}
    # a counter's first and last step of a span need the reading beyond it
    read = [name for name, channel in channels.items() if not channel.formula]
    rows = source.days(read, span.first - _DAY, span.end + _DAY)
    use = use_of(rows, channels, source.clock, span.first, span.end)
    found = with_virtual(use, channels, source.clock)
    return found.filter(pl.col("channel").is_in(list(subject.weights)))


_DAY = timedelta(days=1)
_FEW = 60  # channels that are read at once while the sums of a system are not there yet
