"""Use case: the bands of a picture of a park's carbon, from sources over members to its end."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from tanlu.model.book import WORLD
from tanlu.trace.picture import Band, folded, ranks, unlooped
from tanlu.workflow.trace_park import VIEWS, Transfers
from tanlu.workflow.trace_span import Span, lines_in
from tanlu.workflow.views.trace_figures import in_month, links_of

MEMBER, BOUGHT, EMITTED, KEPT, SENT = "member:", "buy:", "emit:", "kept", "sent"


@dataclass(frozen=True, slots=True)
class Picture:
    """Bands ready to be drawn, largest first, without circles.

    `rank` says how far each node stands from the sources; `cut` are the bands that closed a
    circle; `left_out` members are drawn as one; `dark` bands cannot be drawn: removals, or
    refused by the view.
    """

    bands: tuple[Band, ...]
    rank: dict[str, int]
    cut: tuple[Band, ...]
    left_out: int
    dark: int


def picture(done: Transfers, span: Span, most: int) -> Picture:
    """The picture of a span.

    Args:
        done: What was traced, of this span or the whole year.
        span: The span.
        most: How many members are drawn by themselves.
    """
    every = list(bands_of(done, span))
    good = [b for b in every if b.carbon_t > 0.0]
    members = dict.fromkeys(e for b in good for e in (b.start, b.end) if e.startswith(MEMBER))
    few, left_out = folded(good, members, most)
    drawn, cut = unlooped(few)
    dark = sum(b.carbon_t < 0.0 or b.carbon_t != b.carbon_t for b in every)
    return Picture(tuple(drawn), ranks(drawn), tuple(cut), left_out, dark)


def bands_of(done: Transfers, span: Span) -> Iterable[Band]:
    """All bands of a span; not a number where the view is refused. [t CO2e]"""
    nan = float("nan")
    for cell, carrier, carbon in emitted(done, span).iter_rows():
        yield Band(f"{EMITTED}{carrier}", MEMBER + cell, carrier, nan if carbon is None else carbon)
    moved = links_of(done.ledgers, span.key)
    columns = ("from_cell", "to_cell", "carrier", "carried_t")
    for start, end, carrier, carbon in moved.select(columns).iter_rows():
        begin = f"{BOUGHT}{carrier}" if start == WORLD else MEMBER + start
        goal = SENT if end == WORLD else MEMBER + end
        yield Band(begin, goal, carrier, nan if carbon is None else carbon)
    for cell, carbon in _kept(done, span).iter_rows():
        yield Band(MEMBER + cell, KEPT, "", nan if carbon is None else carbon)


def emitted(done: Transfers, span: Span) -> pl.DataFrame:
    """What each member emits itself by what it burns or does: cell, carrier, carbon."""
    cells = pl.col("to_id").replace_strict(
        dict(done.ledgers.cells), default=None, return_dtype=pl.String
    )
    lines = lines_in(done, span).filter(pl.col("table") != "flows")
    column = pl.col(VIEWS[done.view])
    total = pl.when(column.null_count() == 0).then(column.sum()).alias("carbon")
    return lines.group_by(cells.alias("cell"), "carrier").agg(total).sort("cell", "carrier")


def _kept(done: Transfers, span: Span) -> pl.DataFrame:
    # only who passes on: with all others what comes in stays, and its node is the end
    rows = in_month(done.ledgers.statements, span.key)
    column = pl.col("kept_t")
    total = pl.when(column.null_count() == 0).then(column.sum()).alias("carbon")
    passes = (pl.col("given_t") + pl.col("sent_out_t")).sum() > 0.0
    sums = rows.group_by("cell").agg(total, passes.alias("passes"))
    return sums.filter("passes").select("cell", "carbon").sort("cell")
