"""What the pages of readings ask: load curve, heat map, channels; within what a viewer may see."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from tanlu.catalog.content import Catalog
from tanlu.model.label import label
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.pages_curve import (
    Curve,
    before_view,
    beside_view,
    curve_of,
    flag_names,
    points_view,
)
from tanlu.workflow.readings.pages_emit import emit_view
from tanlu.workflow.readings.pages_facts import facts_of, facts_view
from tanlu.workflow.readings.pages_heat import heat_view
from tanlu.workflow.readings.pages_source import Source, source_of
from tanlu.workflow.readings.pages_span import Align, By, Span, span_of
from tanlu.workflow.readings.pages_subject import Subject, Wish, subject_of
from tanlu.workflow.readings.pages_tree import quality_view, tree_view
from tanlu.workflow.readings.pages_words import curve_finding
from tanlu.workflow.viewer import Viewer, allowed_member
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.inventory import slice_label


@dataclass(frozen=True, slots=True)
class Window:
    """What of a park's readings a page shows, and from which day to which."""

    wish: Wish
    first: str = ""
    last: str = ""


def curve(desk: Desk, viewer: Viewer, park_id: str, window: Window, by: By, align: Align) -> View:
    """The load curve of a channel, member, system or park."""
    source = source_of(desk, park_id)
    subject = subject_of(source, viewer, window.wish)
    span = span_of(window.first, window.last, source.newest)
    return curve_view(source, desk.catalog, curve_of(source, subject, span, by, align))


def curve_view(source: Source, catalog: Catalog, found: Curve) -> View:
    """A load curve for the API."""
    facts = facts_of(found.series, source)
    return {
        **_about(source, found.subject, found.span),
        "step": found.step,
        "minutes": found.series.minutes,
        "unit": found.subject.rate_unit,
        "points": points_view(found, source),
        "flags": flag_names(found),
        "before": before_view(found),
        **beside_view(found),
        **emit_view(source, catalog, found),
        "facts": facts_view(facts, found.subject, found.span),
        "finding": text(curve_finding(found, facts)),
    }


def heat(
    desk: Desk, viewer: Viewer, park_id: str, window: Window, what: Literal["energy", "carbon"]
) -> View:
    """The heat map of hour by day."""
    source = source_of(desk, park_id)
    subject = subject_of(source, viewer, window.wish)
    span = span_of(window.first, window.last, source.newest)
    shown = heat_view(source, desk.catalog, subject, span, what)
    return {**_about(source, subject, span), "what": what, **shown}


def channels(desk: Desk, viewer: Viewer, park_id: str, window: Window, search: str) -> View:
    """Members with their channels, and the quality of each."""
    source = source_of(desk, park_id)
    member = allowed_member(viewer, window.wish.member, source.findings.ledger.chains)
    return tree_view(source, viewer, _months(source, window), member, search)


def quality(desk: Desk, viewer: Viewer, park_id: str, window: Window, offset: int) -> View:
    """Channels, the worst first."""
    source = source_of(desk, park_id)
    member = allowed_member(viewer, window.wish.member, source.findings.ledger.chains)
    return quality_view(source, viewer, _months(source, window), member, offset)


def _months(source: Source, window: Window) -> Span:
    # without a wish all months that have readings, a year at most
    first, last = source.bounds
    since = max(first, last - timedelta(days=364)).isoformat()
    return span_of(window.first or since, window.last, source.newest)


def _about(source: Source, subject: Subject, span: Span) -> View:
    findings = source.findings
    return {
        "park_id": findings.book.park.park_id,
        "subject": {
            "kind": subject.kind,
            "subject_id": subject.subject_id,
            "name": text(subject.name),
            "carrier": subject.carrier,
            "systems": [{"code": s, "label": text(label("system", s))} for s in subject.systems],
            "carriers": [
                {"code": c, "label": text(slice_label(findings, "carrier", c))}
                for c in subject.carriers
            ],
            "channels": len(subject.weights),
            "is_state": subject.is_state,
        },
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "zone": source.clock.zone,
        "extent": [day.isoformat() for day in source.extent or ()],
        "lags": source.lags and subject.kind in ("system", "park"),
        "notes": [text(note) for note in _notes(subject)],
    }


def _notes(subject: Subject) -> list[Text]:
    return [] if subject.kind == "channel" else [_SUM.fill(n=len(subject.weights))]


_SUM = Text(
    "Sum of {n} channels that enter the accounts; check, export and own generation are not in it.",
    "{n} 个计入核算的通道之和；不含校核、外送与自发通道。",
)
