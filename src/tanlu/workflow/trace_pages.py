"""Use cases of the pages of carbon flow: a picture of any span, and what moves it in time."""

from datetime import timedelta

from tanlu.report.findings import Findings
from tanlu.workflow.desk import Desk
from tanlu.workflow.trace_bands import picture
from tanlu.workflow.trace_park import Transfers, transfers_of
from tanlu.workflow.trace_span import Span, hours_in, last_year, span_of, spanned, spread_in
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.trace import month_names
from tanlu.workflow.views.trace_figures import statement_of_row, sum_figure, sums_by_member
from tanlu.workflow.views.trace_picture import picture_view

_MONTHS, _LAST_HOUR = 12, 23


def carbon_picture(
    desk: Desk, viewer: Viewer, park_id: str, at: str, how: tuple[int, str, str, int], most: int
) -> View:
    """Where the carbon of a span comes from and where it ends, as `CarbonPicture`.

    Args:
        desk: The desk.
        viewer: Who asks.
        park_id: The park.
        at: The span: a year, month, day or hour; empty is the whole year.
        how: Year when `at` names none, level, view, version.
        most: How many members are drawn by themselves.
    """
    require_whole(viewer, park_id)
    findings, span, done = asked(desk, park_id, at, how)
    return {
        **head(desk, findings, done, span),
        **picture_view(findings, done, span, most, picture(done, span, most)),
    }


def carbon_members(
    desk: Desk, viewer: Viewer, park_id: str, at: str, how: tuple[int, str, str, int], most: int
) -> View:
    """Statements of the largest members in a span, and how all become the park.

    Args:
        desk: The desk.
        viewer: Who asks.
        park_id: The park.
        at: The span; empty is the whole year.
        how: Year when `at` names none, level, view, version.
        most: How many members.
    """
    require_whole(viewer, park_id)
    findings, span, done = asked(desk, park_id, at, how)
    rows = sums_by_member(done, span.key)
    return {
        **head(desk, findings, done, span),
        **{name: sum_figure(findings, done, column, span.key) for name, column in _SUMS},
        "members": [
            statement_of_row(findings, done, row, span.key)
            for row in rows.head(most).iter_rows(named=True)
        ],
        "left_out": max(0, rows.height - most),
    }


_SUMS = (
    ("total", "own_t"), ("members_sum", "booked_t"), ("eliminated", "eliminated_t"),
    ("sent_out", "sent_out_t"),
)  # fmt: skip


def asked(
    desk: Desk, park_id: str, at: str, how: tuple[int, str, str, int]
) -> tuple[Findings, Span, Transfers]:
    """Findings, span and what was traced; year, level, view and version say how."""
    year, level, view, version = how
    findings = desk.findings(park_id, version)
    span = span_of(at, year or last_year(findings))
    return findings, span, spanned(desk, findings, span, level, view)


def head(desk: Desk, findings: Findings, done: Transfers, span: Span) -> View:
    """What every answer about a span says of it, and which spans are beside it."""
    hours = hours_in(desk, findings, span.first) if span.day else []
    before, after = _beside(span, len(hours))
    whole = transfers_of(findings.ledger, span.year, done.ledgers.level, done.view)
    return {
        "park_id": findings.book.park.park_id,
        "version": findings.version,
        "level": done.ledgers.level,
        "view": done.view,
        "at": str(span),
        "kind": span.kind,
        "months": month_names(whole),
        "hours": hours,
        "before": before,
        "after": after,
        "spread": spread_in(done, span),
    }


def _beside(span: Span, hours: int) -> tuple[str | None, str | None]:
    """The spans before and after; within the year, so that a film of it ends where it does."""
    if span.kind == "year":
        return None, None
    if span.kind == "month":
        return _month(span, -1), _month(span, 1)
    if span.hour is None:
        return _day(span, -1), _day(span, 1)
    return _hour(span, -1, hours), _hour(span, 1, hours)


def _month(span: Span, way: int) -> str | None:
    month = span.month + way
    return str(Span(span.year, month)) if 1 <= month <= _MONTHS else None


def _day(span: Span, way: int, hour: int | None = None) -> str | None:
    day = span.first + timedelta(days=way)
    return str(Span(day.year, day.month, day.day, hour)) if day.year == span.year else None


def _hour(span: Span, way: int, hours: int) -> str | None:
    hour = (span.hour or 0) + way
    if 0 <= hour < hours:
        return str(Span(span.year, span.month, span.day, hour))
    return _day(span, way, 0 if way > 0 else _LAST_HOUR)
