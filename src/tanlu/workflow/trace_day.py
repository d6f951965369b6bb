"""Use cases: a day of one node of a network, and a day of one member, hour by hour."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
import polars as pl

from tanlu.errors import NotFoundError
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.trace.loops import Values
from tanlu.trace.park_lines import months_of
from tanlu.trace.park_shares import OUTSIDE, OWN, source_shares
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.trace_pages import asked, head
from tanlu.workflow.trace_park import Transfers, cells_in
from tanlu.workflow.trace_span import Span
from tanlu.workflow.viewer import Viewer, allowed_member, require_whole
from tanlu.workflow.views.figure import View, figure, key_of, named, pick, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.trace import statement_view
from tanlu.workflow.views.trace_figures import at, node_figures, nodes_in, who

_PARTS = ("direct_t", "bought_t", "received_t", "given_t", "own_t")
_CLASSES = {
    OUTSIDE: Text("from outside the park", "园区外"),
    OWN: Text("made by members, origin not stated", "成员自产（来源未注明）"),
}


def carbon_node(
    desk: Desk, viewer: Viewer, park_id: str, of: tuple[str, str, str],
    how: tuple[int, str, str, int],
) -> View:  # fmt: skip
    """A node's day as the API's record `CarbonNode`: how clean, how much, from which sources.

    Args:
        desk: The desk.
        viewer: Who asks.
        park_id: The park.
        of: Node, carrier, day.
        how: Year, level, view, version.

    Raises:
        NotFoundError: When there is no such node on that day.
    """
    require_whole(viewer, park_id)
    node, carrier, day = of
    findings, span, done = _day(desk, park_id, day, how)
    rows = nodes_in(done, span.key).filter(pl.col("carrier") == carrier, pl.col("node") == node)
    if rows.is_empty():
        raise NotFoundError.of("not_found", thing=node)
    own = done.found.nodes.filter(pl.col("carrier") == carrier, pl.col("node") == node)
    hours = months_of(done.found.lines)
    clean = "intensity_market" if done.view == "market" else "intensity"
    return {
        **head(desk, findings, done, span),
        "node_id": node,
        "name": text(who(findings, node)),
        "carrier_id": carrier,
        "carrier": text(slice_label(findings, "carrier", carrier)),
        **node_figures(findings, done, rows.row(0, named=True), span.key),
        "by_hour": {
            "through": _column(own, "through", hours), "intensity": _column(own, clean, hours),
        },
        "sources": _sources(done, span, (carrier, node)),
    }  # fmt: skip


def _day(
    desk: Desk, park_id: str, day: str, how: tuple[int, str, str, int]
) -> tuple[Findings, Span, Transfers]:
    found = asked(desk, park_id, day, how)
    if found[1].kind != "day":
        raise NotFoundError.of("not_found", thing=day)
    return found


def _column(rows: pl.DataFrame, name: str, hours: Sequence[Any]) -> list[float | None]:
    known: dict[datetime, float | None] = dict(rows.select("month", name).iter_rows())
    return [known.get(hour) for hour in hours]


def class_name(code: str) -> Text:
    """What a class of sources is called."""
    return _CLASSES.get(code) or label("origin", code)


def _sources(done: Transfers, span: Span, of: tuple[str, str]) -> list[View]:
    by_hour = _shares(done, of)
    return [
        {"source": kind, "name": text(class_name(kind)),
         "share": _share(done, span, (*of, kind), values),
         "by_hour": [None if np.isnan(value) else float(value) for value in values]}
        for kind, values in by_hour.items()
    ]  # fmt: skip


def _shares(done: Transfers, of: tuple[str, str]) -> dict[str, Values]:
    carrier, node = of
    lines = done.found.lines.filter(pl.col("table") == "flows", pl.col("carrier") == carrier)
    found = source_shares(lines, months_of(lines))
    place = found.nodes.index(node)
    return {kind: found.shares[k, :, place] for k, kind in enumerate(found.classes)}


def share_figure(done: Transfers, span: Span, of: tuple[str, str, str]) -> View:
    """Which part of a node's energy comes from a class of sources in a span. [1]"""
    return _share(done, span, of, _shares(done, of[:2])[of[2]])


def _share(done: Transfers, span: Span, of: tuple[str, str, str], values: Values) -> View:
    carrier, node, _ = of
    flows = done.found.lines.filter(pl.col("table") == "flows", pl.col("carrier") == carrier)
    moments = months_of(flows)
    rows = done.found.nodes.filter(pl.col("carrier") == carrier, pl.col("node") == node)
    through = np.array([value or 0.0 for value in _column(rows, "through", moments)])
    total = through.sum()
    share = float((np.where(through > 0.0, values, 0.0) * through).sum() / total) if total else None
    key = key_of("trace_share", *at(done), *of, span.key)
    return figure(key, share, "1", named("trace_share"))


def member_day(
    desk: Desk, viewer: Viewer, park_id: str, of: tuple[str, str], how: tuple[int, str, str, int]
) -> View:
    """A member's day as the API's record `MemberDay`: what it emits, gets and passes on by hour.

    Raises:
        NotFoundError: When there is no such member, or no such day.
    """
    member, day = of
    findings, span, done = _day(desk, park_id, day, how)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    pick(dict.fromkeys(cells_in(done.ledgers)), allowed)
    hours = months_of(done.found.lines)
    mine = done.ledgers.statements.filter(pl.col("cell") == allowed)
    return {
        **head(desk, findings, done, span),
        "member_id": allowed,
        "member": text(who(findings, allowed)),
        "mass_unit": findings.mass_unit,
        "statement": statement_view(findings, done, allowed, span.key),
        "by_hour": {name.removesuffix("_t"): _column(mine, name, hours) for name in _PARTS},
        "carriers": _carriers(findings, done, allowed, hours),
    }


def _carriers(findings: Findings, done: Transfers, cell: str, hours: Sequence[Any]) -> list[View]:
    into = done.ledgers.transfers.filter(pl.col("to_cell") == cell)
    clean = pl.when(pl.col("amount") > 0.0).then(pl.col("carried_t") / pl.col("amount"))
    carbon = pl.when(pl.col("carried_t").null_count() == 0).then(pl.col("carried_t").sum())
    sums = (
        into.group_by("month", "carrier", "amount_unit")
        .agg(pl.col("amount").sum(), carbon.alias("carried_t"))
        .with_columns(clean=clean)
    )
    return [
        {"carrier_id": carrier, "carrier": text(slice_label(findings, "carrier", carrier)),
         "unit": unit, "amount": _column(rows, "amount", hours),
         "intensity": _column(rows, "clean", hours)}
        for (carrier, unit), rows in sums.group_by(["carrier", "amount_unit"], maintain_order=True)
    ]  # fmt: skip
