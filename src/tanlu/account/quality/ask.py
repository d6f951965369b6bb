"""Expected streams of a boundary: on record, decided away, or still to be asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from tanlu.account.quality.coverage import covered_days
from tanlu.catalog.overlay import ancestry
from tanlu.measure.sign import rows_of
from tanlu.model.book import Book
from tanlu.model.expected import Expected
from tanlu.model.quality import ASKED, DECIDED, RECORDED, Ask

_OUT_OF_USE = ("planned", "closed")


@dataclass(frozen=True, slots=True)
class Asked:
    """The asks of a boundary, and which rows answer each: `code`, `node`, `table`, `row`."""

    asks: tuple[Ask, ...]
    rows: pl.DataFrame


def asks_of(book: Book, year: int, member_id: str, streams: Iterable[Expected]) -> Asked:
    """Every stream that one may expect inside a member in a year.

    Args:
        book: A checked park.
        year: Calendar year.
        member_id: Whose boundary; the park's own code for the whole.
        streams: What may be expected.

    Returns:
        One ask per expected stream and node that it is asked of: each enterprise,
        or the boundary as a whole.
    """
    chains = ancestry(book.table("members"), book.park.park_id)
    frame = _Frame(book, year, member_id, chains, _decisions(book, year))
    parts = [(one, _answers(frame, one)) for one in streams]
    asks = [ask for one, found in parts for ask in _asks(frame, one, found)]
    kept = ("code", "node", "table", "row")
    rows = [found.with_columns(code=pl.lit(one.code)).select(kept) for one, found in parts]
    schema = {"code": pl.String, "node": pl.String, "table": pl.String, "row": pl.Int64}
    return Asked(tuple(asks), pl.concat(rows) if rows else pl.DataFrame(schema=schema))


@dataclass(frozen=True, slots=True)
class _Frame:
    book: Book
    year: int
    member_id: str
    chains: Mapping[str, tuple[str, ...]]
    decisions: Mapping[tuple[str, str], Mapping[str, Any]]

    @property
    def is_park(self) -> bool:
        return self.member_id == self.book.park.park_id

    def inside(self, node: str) -> bool:
        return self.member_id in self.chains.get(node, ())


def _nodes(frame: _Frame, one: Expected) -> list[str]:
    rows = frame.book.table("members").select("member_id", "kind", "sector").iter_rows()
    inside = [(m, kind, sector) for m, kind, sector in rows if frame.inside(m)]
    enterprises = [(m, sector) for m, kind, sector in inside if kind == "enterprise"]
    concerned = [m for m, sector in enterprises if one.concerns(sector)]
    if one.level == "once":
        is_asked = frame.is_park and bool(not one.sectors or concerned)
        return [frame.member_id] if is_asked else []
    return concerned if enterprises or one.sectors else [frame.member_id]


def _cells(frame: _Frame, one: Expected) -> dict[str, str]:
    # every member inside, and the node of the ask that answers for it
    nodes = set(_nodes(frame, one))
    found = {}
    for member, chain in frame.chains.items():
        above = [node for node in chain if node in nodes]
        if above and frame.inside(member):
            found[member] = above[0]
    return found


def _answers(frame: _Frame, one: Expected) -> pl.DataFrame:
    cells = _cells(frame, one)
    node = pl.col("owner").replace_strict(cells, default=None, return_dtype=pl.String)
    return rows_of(frame.book, one.tell).with_columns(node=node).drop_nulls("node")


def _asks(frame: _Frame, one: Expected, found: pl.DataFrame) -> list[Ask]:
    start, end = date(frame.year, 1, 1), date(frame.year + 1, 1, 1)
    of_year = found.filter(
        pl.col("start").is_null() | ((pl.col("start") < end) & (pl.col("end") > start))
    )
    counts = dict(of_year.group_by("node").len().iter_rows())
    dated = of_year.drop_nulls("start")
    days = dict(covered_days(dated, ["node"]).iter_rows()) if len(dated) else {}
    known = set(found["node"])
    things = _things(frame, one)
    return [
        _ask(frame, one, node, counts.get(node, 0), days.get(node, 0),
             is_known=node in known, assets=things.get(node, ()))
        for node in _nodes(frame, one)
    ]  # fmt: skip


def _ask(
    frame: _Frame, one: Expected, node: str, records: int, days: int, *,
    is_known: bool, assets: tuple[str, ...],
) -> Ask:  # fmt: skip
    decision = _decision(frame, one.code, node)
    state = RECORDED if records else DECIDED if decision else ASKED
    return Ask(one, node, state, records, days, is_known, assets, decision)


def _decision(frame: _Frame, code: str, node: str) -> Mapping[str, Any] | None:
    keys = ((code, above) for above in frame.chains[node])
    return next((frame.decisions[key] for key in keys if key in frame.decisions), None)


def _decisions(book: Book, year: int) -> dict[tuple[str, str], Mapping[str, Any]]:
    rows = book.table("decisions").filter(pl.col("year").is_null() | (pl.col("year") == year))
    return {(row["expected"], row["member_id"]): row for row in rows.iter_rows(named=True)}


def _things(frame: _Frame, one: Expected) -> dict[str, tuple[str, ...]]:
    cells = _cells(frame, one)
    start, end = date(frame.year, 1, 1), date(frame.year + 1, 1, 1)
    rows = frame.book.table("assets").filter(
        pl.col("kind").is_in(one.assets),
        pl.col("state").is_null() | ~pl.col("state").is_in(_OUT_OF_USE),
        pl.col("from_on").is_null() | (pl.col("from_on") < end),
        pl.col("to_on").is_null() | (pl.col("to_on") > start),
    )
    found: dict[str, tuple[str, ...]] = {}
    for asset, member in rows.select("asset_id", "member_id").iter_rows():
        if member in cells:
            found[cells[member]] = (*found.get(cells[member], ()), asset)
    return found
