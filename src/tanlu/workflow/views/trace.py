"""Carbon flow of a park for the API: statements, transfers, Sankey, matrix, cards, network."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.model.book import WORLD
from tanlu.report.findings import Findings
from tanlu.trace.park_lines import months_of
from tanlu.types import Text
from tanlu.workflow.trace_hours import hours_record
from tanlu.workflow.trace_park import Transfers, cells_in
from tanlu.workflow.views.figure import View, key_of, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.trace_figures import (
    COLUMNS,
    YEAR,
    Row,
    at,
    link_figures,
    links_of,
    node_figures,
    nodes_in,
    part_figure,
    sum_figure,
    who,
)

MOST_IN_MATRIX = 40
HOURLY = ("direct_t", "bought_t", "received_t", "given_t", "own_t")
SPREAD = Text(
    "Records longer than a month are spread evenly over their days.",
    "跨月记录按天平均分摊到各月。",
)

EVEN = Text(
    "Records without readings of a meter are laid evenly over their hours.",
    "没有读数的记录按小时均摊。",
)


def spread_note(span: str) -> Text:
    """What is said of records that were laid out evenly, over a month or over hours."""
    return EVEN if len(span) > len("2022-03") else SPREAD


def transfers_view(findings: Findings, done: Transfers, month: str) -> View:
    """A year or month of a park as the API's record `ParkTransfers`."""
    links = [link_view(findings, done, row, month) for row in rows_of(done, month)]
    return {
        **_head(findings, done, month),
        "months": month_names(done),
        "total": sum_figure(findings, done, "own_t", month),
        "members_sum": sum_figure(findings, done, "booked_t", month),
        "eliminated": sum_figure(findings, done, "eliminated_t", month),
        "sent_out": sum_figure(findings, done, "sent_out_t", month),
        "members": [statement_view(findings, done, cell, month) for cell in cells_in(done.ledgers)],
        "transfers": links,
        "sankey": _sankey(findings, done, links, month),
        "matrix": _matrix(findings, links),
    }


def card_view(findings: Findings, done: Transfers, cell: str) -> View:
    """A member as the API's record `MemberCarbon`: from whom, to whom, how much, how clean."""
    links = [link_view(findings, done, row, YEAR) for row in rows_of(done, YEAR)]
    return {
        **_head(findings, done, YEAR),
        "member_id": cell,
        "member": text(who(findings, cell)),
        "statement": statement_view(findings, done, cell, YEAR),
        "months": [
            {"month": month, **statement_view(findings, done, cell, month)}
            for month in month_names(done)
        ],
        "received": [link for link in links if link["to_id"] == cell],
        "passed_on": [link for link in links if link["from_id"] == cell],
        "notes": _notes(done, cell),
    }


def network_view(findings: Findings, done: Transfers, month: str) -> View:
    """A month of all networks as the API's record `CarbonNetwork`, for a map of nodes."""
    nodes = nodes_in(done, month)
    return {
        **_head(findings, done, month),
        "months": month_names(done),
        "nodes": [
            {
                "carrier_id": row["carrier"],
                "carrier": text(slice_label(findings, "carrier", row["carrier"])),
                "member_id": row["node"],
                "member": text(who(findings, row["node"])),
                **node_figures(findings, done, row, month),
            }
            for row in nodes.iter_rows(named=True)
        ],
        "links": [link_view(findings, done, row, month) for row in rows_of(done, month)],
    }


def day_view(findings: Findings, done: Transfers, clock: Clock) -> View:
    """A day as the API's record `CarbonDay`: columns of one value per hour.

    Each series names the month's figure, which opens: its hours sum to it where nothing
    mixes otherwise within the month.
    """
    found, name = hours_record(done, clock), _names(findings)
    hours = found["hours"]
    month = f"{datetime.fromisoformat(hours[0]):%Y-%m}" if hours else YEAR
    return {
        **_head(findings, done, month),
        "hours": hours,
        "spread": found["spread"],
        "mass_unit": findings.mass_unit,
        "members": [
            {
                "member_id": row["cell"], "member": name("member", row["cell"]),
                "key": key_of("trace_part", *at(done), row["cell"], "own_t", month),
                **{part.removesuffix("_t"): row[part] for part in HOURLY},
            }
            for row in found["members"]
        ],
        "transfers": [_hourly(name, row) for row in found["transfers"]],
        "nodes": [
            {
                "carrier_id": row["carrier"],
                "carrier": name("carrier", row["carrier"]),
                "member_id": row["node"], "member": name("member", row["node"]),
                "amount_unit": row["amount_unit"], "through": row["through"],
                "intensity": row["intensity_market" if done.view == "market" else "intensity"],
            }
            for row in found["nodes"]
        ],
    }  # fmt: skip


def _names(findings: Findings) -> Callable[[str, str], View]:
    # of 1,300 members each stands in many rows; its name is written once
    @cache
    def name(kind: str, code: str) -> View:
        return text(who(findings, code) if kind == "member" else slice_label(findings, kind, code))

    return name


def green_view(findings: Findings, found: View) -> View:
    """A day of green power as the API's record `GreenDay`. [MWh]"""
    return {
        "park_id": found["park"],
        "level": found["level"],
        "hours": found["hours"],
        "members": [
            {
                "member_id": row["member"], "member": text(who(findings, row["member"])),
                **{name: value for name, value in row.items() if name != "member"},
            }
            for row in found["members"]
        ],
        "sources": found["sources"],
    }  # fmt: skip


def _hourly(name: Callable[[str, str], View], row: Row) -> View:
    start, end = row["from_cell"], row["to_cell"]
    return {
        "from_id": start, "start": name("member", start), "to_id": end,
        "end": name("member", end), "carrier_id": row["carrier"],
        "carrier": name("carrier", row["carrier"]),
        "amount_unit": row["amount_unit"], "amount": row["amount"], "carbon": row["carried_t"],
    }  # fmt: skip


def month_names(done: Transfers) -> list[str]:
    """Months with records, as 2022-03."""
    return [f"{month:%Y-%m}" for month in months_of(done.found.lines)]


def statement_view(findings: Findings, done: Transfers, cell: str, month: str) -> View:
    """A member's statement."""
    return {
        "member_id": cell,
        "member": text(who(findings, cell)),
        **{
            name.removesuffix("_t"): part_figure(findings, done, cell, name, month)
            for name in COLUMNS
        },
    }


def _head(findings: Findings, done: Transfers, month: str) -> View:
    return {
        "park_id": findings.book.park.park_id,
        "year": done.found.year,
        "month": None if month == YEAR else month,
        "level": done.ledgers.level,
        "view": done.view,
        "version": findings.version,
    }


def rows_of(done: Transfers, month: str) -> list[dict[str, Any]]:
    """Transfers of a span, between members and with the outside."""
    return list(links_of(done.ledgers, month).iter_rows(named=True))


def link_view(findings: Findings, done: Transfers, row: Row, month: str) -> View:
    """A transfer as the API's record `CarbonTransfer`."""
    start, end = row["from_cell"], row["to_cell"]
    return {
        "from_id": start,
        "start": text(who(findings, start)),
        "to_id": end,
        "end": text(who(findings, end)),
        "carrier_id": row["carrier"],
        "carrier": text(slice_label(findings, "carrier", row["carrier"])),
        "is_spread": row["is_spread"],
        "records": row["record_id"],
        **link_figures(findings, done, row, month),
    }


def _sankey(findings: Findings, done: Transfers, links: list[View], month: str) -> View:
    # left: the outside and what members emit; middle: members; right: what remains with them
    cells = cells_in(done.ledgers)
    nodes = [{"id": f"member:{c}", "kind": "member", "name": text(who(findings, c))} for c in cells]
    parts = (("emitted", "direct_t"), ("remains", "own_t"))
    flows = [
        {"from_id": f"member:{link['from_id']}", "to_id": f"member:{link['to_id']}",
         "carrier_id": link["carrier_id"], "carbon": link["carbon"]}
        for link in links if link["carbon"]["value"]
    ]  # fmt: skip
    for cell in cells:
        for kind, column in parts:
            shown = part_figure(findings, done, cell, column, month)
            if shown["value"]:
                ends = (kind, f"member:{cell}") if kind == "emitted" else (f"member:{cell}", kind)
                flows.append(
                    {"from_id": ends[0], "to_id": ends[1], "carrier_id": None, "carbon": shown}
                )
    outer = [
        {"id": kind, "kind": kind, "name": sum_figure(findings, done, column, month)["label"]}
        for kind, column in parts
    ]
    world = {"id": f"member:{WORLD}", "kind": "outside", "name": text(who(findings, WORLD))}
    return {"nodes": [world, *outer, *nodes], "links": flows}


def _matrix(findings: Findings, links: list[View]) -> View:
    inner = [link for link in links if WORLD not in (link["from_id"], link["to_id"])]
    size: dict[str, float] = {}
    for link in inner:
        for end in (link["from_id"], link["to_id"]):
            size[end] = size.get(end, 0.0) + abs(link["carbon"]["value"] or 0.0)
    kept = sorted(size, key=lambda cell: (-size[cell], cell))[:MOST_IN_MATRIX]
    cells = [
        {"from_id": link["from_id"], "to_id": link["to_id"], "carrier_id": link["carrier_id"],
         "carbon": link["carbon"]}
        for link in inner if link["from_id"] in kept and link["to_id"] in kept
    ]  # fmt: skip
    members = [{"member_id": cell, "member": text(who(findings, cell))} for cell in kept]
    return {"members": members, "cells": cells, "left_out": len(size) - len(kept)}


def _notes(done: Transfers, cell: str) -> list[View]:
    rows = done.ledgers.transfers.filter(
        (pl.col("from_cell") == cell) | (pl.col("to_cell") == cell)
    )
    return [text(SPREAD)] if rows["is_spread"].any() else []
