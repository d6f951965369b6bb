"""A month of a park traced for all its hours, as arrays of which any hour is one row.

What each hour needs is small: which part of every record falls into it, and the intensity of
every node. Records and nodes stand once, so that a year of 1,300 enterprises is half a
gigabyte, and an hour is read, not computed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.model.book import WORLD
from tanlu.model.inventory import Ledger
from tanlu.trace.loops import Index, Values
from tanlu.trace.park import MIXED, NODE_SCHEMA, ParkTrace, trace_lines
from tanlu.trace.park_hours import REACH, lines_of_days, with_reach

LAID, READ = 1, 2
"""How a record has its part of an hour: evenly, or as its meter read; 0 where it has none."""
_ROWS = 300_000  # records by hour that are traced at once: a month at once needs gigabytes
_SUMS = ("amount", "co2_t", "market_t")
_NODE = ("carrier", "node", "amount_unit")
Marks = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class MonthHours:
    """A month of hours.

    `records`: lines of the month with `reach`, the number of what each follows, and `place`,
    that of the node whose mix it carries, -1 where it carries what the inventory says;
    `nodes`: carrier, node, unit. `share` [1] and `laid` are (hours, reaches); `through`,
    `intensity` and `market` [t per unit of the carrier] are (hours, nodes).
    """

    hours: tuple[datetime, ...]
    records: pl.DataFrame
    nodes: pl.DataFrame
    share: Values
    laid: Marks
    through: Values
    intensity: Values
    market: Values


def month_hours(ledger: Ledger, year: int, lines: pl.DataFrame, shares: pl.DataFrame) -> MonthHours:
    """Trace all hours of a month.

    Args:
        ledger: All lines of the park.
        year: Calendar year.
        lines: Records of the month, with `channel`.
        shares: What part of each falls into every hour: see `hour_shares`.

    Returns:
        The month; each hour equals `trace_lines` of that hour alone.
    """
    hours = shares["start"].unique().sort().to_list()
    reaches = shares.select(REACH).unique(maintain_order=True).with_row_index("reach")
    laid = shares.join(reaches, on=REACH, how="left", maintain_order="left")
    at = _places(laid["start"], hours), laid["reach"].to_numpy().astype(np.int64)
    share = np.zeros((len(hours), len(reaches)))
    share[at] = laid["share"].to_numpy()
    marks = np.zeros(share.shape, np.uint8)
    marks[at] = np.where(laid["is_read"].to_numpy(), READ, LAID)
    nodes, tables = _nodes(ledger, year, lines, shares, hours)
    records = with_reach(lines).join(reaches, on=REACH, how="left", maintain_order="left")
    return MonthHours(tuple(hours), _placed(records, nodes), nodes, share, marks, *tables)


def _places(names: pl.Series, known: Sequence[datetime]) -> Index:
    number = {name: n for n, name in enumerate(known)}
    found: Index = names.replace_strict(number, return_dtype=pl.Int64).to_numpy()
    return found


def _nodes(
    ledger: Ledger, year: int, lines: pl.DataFrame, shares: pl.DataFrame,
    hours: Sequence[datetime],
) -> tuple[pl.DataFrame, tuple[Values, Values, Values]]:  # fmt: skip
    parts = []
    for first, beyond in _blocks(shares, len(lines)):
        laid = lines_of_days(lines, shares, first, beyond)
        parts.append(trace_lines(ledger, year, laid).nodes)
    bare = pl.DataFrame(schema={"month": shares.schema["start"], **NODE_SCHEMA})
    found = pl.concat(parts) if parts else bare
    nodes = found.select(_NODE).unique().sort(_NODE).with_row_index("place")
    known = found.join(nodes, on=_NODE, how="left")
    at = _places(known["month"], hours), known["place"].to_numpy().astype(np.int64)
    tables = []
    for name, nothing in (("through", 0.0), ("intensity", np.nan), ("intensity_market", np.nan)):
        table = np.full((len(hours), len(nodes)), nothing)
        table[at] = known[name].fill_null(np.nan).to_numpy()
        tables.append(table)
    return nodes, (tables[0], tables[1], tables[2])


def _blocks(shares: pl.DataFrame, records: int) -> list[tuple[date, date]]:
    days, step = shares["day"].unique().sort().to_list(), max(_ROWS // (24 * records or 1), 1)
    return [
        (days[at], days[min(at + step, len(days)) - 1] + timedelta(days=1))
        for at in range(0, len(days), step)
    ]


def _placed(records: pl.DataFrame, nodes: pl.DataFrame) -> pl.DataFrame:
    mix = nodes.select("carrier", "place", from_id="node")
    is_mix = (pl.col("table") == "flows") & MIXED & (pl.col("from_id") != WORLD)
    # a carrier one of whose records has no market figure has none at all
    known = pl.col("market_t").null_count().over("carrier") == 0
    return records.join(mix, on=["carrier", "from_id"], how="left", maintain_order="left").select(
        pl.exclude("place"),
        place=pl.when(is_mix).then("place").cast(pl.Int64).fill_null(-1),
        is_known=known,
    )


def hours_at(month: MonthHours, ledger: Ledger, year: int, span: range) -> ParkTrace:
    """Hours of a month, as `trace_lines` gives them.

    Args:
        month: A month of hours.
        ledger: All lines of the park.
        year: Calendar year.
        span: Which hours, by their number in the month.

    Returns:
        Lines and nodes; `month` is the start of the hour.
    """
    return ParkTrace(ledger, year, _lines(month, span), _mixes(month, span))


def _lines(month: MonthHours, span: range) -> pl.DataFrame:
    here, records = slice(span.start, span.stop), month.records
    reach, place = records["reach"].to_numpy(), records["place"].to_numpy()
    laid, share = month.laid[here][:, reach], month.share[here][:, reach]
    amount = records["amount"].to_numpy() * share
    every = records[np.tile(np.arange(len(records)), len(span))]
    known = every["is_known"].to_numpy()
    columns = {}
    for name, table, unknown in (
        ("traced_t", month.intensity, 0.0),
        ("traced_market_t", month.market, np.where(known, 0.0, np.nan)),
    ):
        # what goes round in a circle that nothing feeds carries nothing
        bare = np.full((len(span), 1), np.nan)
        mix = np.concatenate([table[here], bare], axis=1)[:, place].ravel()
        carried = np.where(np.isnan(mix), unknown, amount.ravel() * np.nan_to_num(mix))
        columns[name] = pl.Series(carried, nan_to_null=True)
    part = pl.Series(share.ravel())
    booked = {"traced_t": "co2_t", "traced_market_t": "market_t"}
    return every.with_columns(
        **{
            name: pl.when(pl.col("place") >= 0).then(carried).otherwise(_own(booked[name]) * part)
            for name, carried in columns.items()
        },
        **{name: pl.col(name) * part for name in _SUMS},
        month=_starts(month, span, len(records)),
        is_spread=pl.Series(laid.ravel() == LAID),
    ).filter(pl.Series(laid.ravel() > 0)).drop(*_OWN)  # fmt: skip


def _starts(month: MonthHours, span: range, times: int) -> pl.Series:
    starts = pl.Series(month.hours[span.start : span.stop], dtype=pl.Datetime("us", "UTC"))
    return starts.gather(np.repeat(np.arange(len(span)), times))


def _own(column: str) -> pl.Expr:
    direct = pl.when(pl.col("table") != "flows").then("co2_t")
    return pl.coalesce(column, direct) if column == "market_t" else pl.col(column)


_OWN = ("first", "beyond", "reach", "place", "is_known")


def _mixes(month: MonthHours, span: range) -> pl.DataFrame:
    here, nodes = slice(span.start, span.stop), month.nodes
    every = nodes[np.tile(np.arange(len(nodes)), len(span))]

    def column(table: Values) -> pl.Series:
        return pl.Series(np.array(table[here]).ravel(), nan_to_null=True)

    return every.select(
        _starts(month, span, len(nodes)).alias("month"), *_NODE, through=column(month.through),
        intensity=column(month.intensity), intensity_market=column(month.market),
    )  # fmt: skip
