"""Use case: a carrier's network in a span: nodes by how clean their mix is, branches by flow."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from tanlu.model.book import WORLD
from tanlu.report.findings import Findings
from tanlu.trace.picture import IN, OUT, Band, ranks, unlooped
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.trace_pages import asked, head
from tanlu.workflow.trace_park import VIEWS, Transfers
from tanlu.workflow.trace_span import Span, lines_in
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, pick, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.trace_figures import at, node_figures, nodes_in, who

_FOUND = Text(
    "Cleanest: {low}, {least:.4g} {unit}; least clean: {high}, {most:.4g} {unit}",
    "最清洁：{low}，{least:.4g} {unit}；最高：{high}，{most:.4g} {unit}",
)
_ALIKE = Text("All nodes are alike", "各节点碳强度相同")
_LEFT = Text("{n} smaller nodes are not drawn.", "另有 {n} 个较小节点未绘出。")
_SOURCE = Text(
    "Sources do not mix: what they give has the intensity of its own record.",
    "电源不混合：其输出取自身记录的碳强度。",
)
_EVEN = 1e-9


def carbon_map(
    desk: Desk, viewer: Viewer, park_id: str, of: tuple[str, str, int],
    how: tuple[int, str, str, int],
) -> View:  # fmt: skip
    """A carrier's network as the API's record `CarbonMap`.

    Args:
        desk: The desk.
        viewer: Who asks.
        park_id: The park.
        of: Span, carrier (the one with most branches when empty), how many nodes are drawn.
        how: Year when the span names none, level, view, version.
    """
    require_whole(viewer, park_id)
    span_text, carrier, most = of
    findings, span, done = asked(desk, park_id, span_text, how)
    known = _carriers(done, span)
    chosen = carrier or (known[0] if known else "")
    if known:
        pick(dict.fromkeys(known), chosen)
    return {
        **head(desk, findings, done, span),
        "carrier_id": chosen,
        "carriers": [
            {"carrier_id": name, "carrier": text(slice_label(findings, "carrier", name))}
            for name in known
        ],
        **_drawn(findings, done, span, chosen, most),
    }


def _carriers(done: Transfers, span: Span) -> list[str]:
    lines = lines_in(done, span).filter(pl.col("table") == "flows")
    pairs = lines.select("carrier", "from_id", "to_id").unique()["carrier"].value_counts()
    return [
        str(name) for name in pairs.sort("count", "carrier", descending=[True, False])["carrier"]
    ]


def branches(done: Transfers, span: Span, carrier: str) -> pl.DataFrame:
    """What flows between nodes: from_id, to_id, amount, unit, carbon (null where refused)."""
    lines = lines_in(done, span).filter(
        pl.col("table") == "flows", pl.col("carrier") == carrier
    )  # fmt: skip
    value = pl.col(VIEWS[done.view])
    carbon = pl.when(value.null_count() == 0).then(value.sum()).alias("carbon")
    amount = (pl.col("amount").sum(), pl.col("amount_unit").first().alias("unit"))
    return lines.group_by("from_id", "to_id").agg(*amount, carbon).sort("from_id", "to_id")


def _drawn(findings: Findings, done: Transfers, span: Span, carrier: str, most: int) -> View:
    flows = branches(done, span, carrier)
    rows = {
        row["node"]: row
        for row in nodes_in(done, span.key).filter(pl.col("carrier") == carrier).to_dicts()
    }
    size = _sizes(flows)
    kept = sorted(size, key=lambda name: (name != WORLD, -size[name], name))[: most + 1]
    inside = flows.filter(pl.col("from_id").is_in(kept), pl.col("to_id").is_in(kept))
    place = _places(inside)
    nodes = [
        {
            "node_id": name, "name": text(who(findings, name)),
            "kind": "outside" if name == WORLD else _kind(rows.get(name)),
            "rank": place.get(name, 0),
            **_figures(findings, done, span, (carrier, name), rows.get(name), flows),
        }
        for name in kept
    ]  # fmt: skip
    left = len(size) - len(kept)
    return {
        "finding": text(_finding(nodes)),
        "nodes": nodes,
        "branches": [
            {"from_id": row["from_id"], "to_id": row["to_id"],
             **branch_figures(findings, done, span, carrier, row)}
            for row in inside.to_dicts()
        ],
        "notes": [text(_SOURCE), *([text(_LEFT.fill(n=left))] if left > 0 else [])],
    }  # fmt: skip


def _sizes(flows: pl.DataFrame) -> dict[str, float]:
    size: dict[str, float] = {}
    for start, end, amount in flows.select("from_id", "to_id", "amount").iter_rows():
        for name in (start, end):
            size[name] = size.get(name, 0.0) + abs(amount)
    return size


def _places(flows: pl.DataFrame) -> dict[str, int]:
    # what is sent out of the park ends at the outside, which stands first all the same
    bands = [
        Band(start, end, "", abs(amount))
        for start, end, amount in flows.select("from_id", "to_id", "amount").iter_rows()
        if end != WORLD
    ]
    drawn, _ = unlooped(bands)
    whole = [b for b in drawn if not b.end.startswith(OUT) and not b.start.startswith(IN)]
    return ranks(whole)


def _kind(row: Mapping[str, Any] | None) -> str:
    return "source" if row is None or row["intensity"] is None else "node"


def _figures(
    findings: Findings, done: Transfers, span: Span, of: tuple[str, str],
    row: Mapping[str, Any] | None, flows: pl.DataFrame,
) -> View:  # fmt: skip
    if row is not None and _kind(row) == "node":
        return node_figures(findings, done, row, span.key)
    return source_figures(findings, done, span, of, flows.filter(pl.col("from_id") == of[1]))


def source_figures(
    findings: Findings, done: Transfers, span: Span, of: tuple[str, str], given: pl.DataFrame
) -> View:
    """What a source gives, and how clean that is; absent where it gives nothing."""
    carrier, name = of
    unit = str(given["unit"][0]) if len(given) else "MWh"
    amount = float(given["amount"].sum())
    carbon = None if given["carbon"].null_count() else float(given["carbon"].sum())
    clean = carbon / amount if amount and carbon is not None else None
    keys = {w: key_of("trace_source", *at(done), w, carrier, name, span.key) for w in _SHOWN}
    per = f"{findings.mass_unit}/{unit}"
    return {
        "through": figure(keys["through"], amount, unit, named("trace_through")),
        "intensity": figure(keys["intensity"], clean, per, named("trace_intensity")),
    }


_SHOWN = ("through", "intensity")


def branch_figures(
    findings: Findings, done: Transfers, span: Span, carrier: str, row: Mapping[str, Any]
) -> View:
    """What a branch carries: energy and carbon."""
    ends = (row["from_id"], row["to_id"], carrier, span.key)
    name = slice_label(findings, "carrier", carrier)
    amount, carbon = (
        key_of("trace_branch", *at(done), what, *ends) for what in ("amount", "carbon")
    )
    return {
        "amount": figure(amount, row["amount"], row["unit"], name),
        "carbon": mass(findings, carbon, row["carbon"], name),
    }


def _finding(nodes: list[View]) -> Text:
    known = [n for n in nodes if n["kind"] == "node" and n["intensity"]["value"] is not None]
    if not known:
        return _ALIKE
    low, high = (f(known, key=lambda n: n["intensity"]["value"]) for f in (min, max))
    least, most = low["intensity"]["value"], high["intensity"]["value"]
    if most - least <= _EVEN * abs(most):
        return _ALIKE
    told = {"low": Text(**low["name"]), "high": Text(**high["name"])}
    return _FOUND.fill(least=least, most=most, unit=low["intensity"]["unit"], **told)
