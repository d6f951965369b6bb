"""Use case: a member's carbon statement of a month, and how it agrees with meters and park."""

from datetime import date, timedelta
from typing import Any

import polars as pl

from tanlu.catalog.joint import joint_rules
from tanlu.errors import TanluError
from tanlu.model.inventory import CHP, PRIMARY, STORAGE
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.units import convert, parse_unit
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.pages_facts import facts_of, figure_of
from tanlu.workflow.readings.pages_source import source_of
from tanlu.workflow.readings.pages_span import Span as Days
from tanlu.workflow.readings.pages_subject import Wish, subject_of
from tanlu.workflow.readings.pages_use import series_in
from tanlu.workflow.trace_bands import emitted
from tanlu.workflow.trace_pages import asked, head
from tanlu.workflow.trace_park import Transfers, cells_in
from tanlu.workflow.trace_span import Span, lines_in
from tanlu.workflow.viewer import LOCAL, Viewer, allowed_member
from tanlu.workflow.views.figure import View, figure, key_of, named, pick, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.trace import link_view, month_names, rows_of, statement_view
from tanlu.workflow.views.trace_figures import at, sum_figure, who
from tanlu.workflow.views.trace_picture import close_figure, emitted_figure, entered_figure

_MOST_METERS = 24
_RULE = Text("Combined heat and power, shared by: {rule}", "热电联产，分摊规则：{rule}")
_BARE = Text(
    "Combined heat and power without a rule: the factor of the method or the supplier",
    "热电联产，未约定分摊规则：取方法或供应商因子",
)
_STORED = Text("Out of a store: the mean of what charged it", "储能放电：充入电量的加权平均")
_MADE = Text("Own plant: no carbon from fuel", "自有可再生电源：无燃料碳")
_MIXED = Text("Mean of what the supplier bought, made and got", "供方外购、自产与接收的加权平均")
_OUTSIDE = Text("As the inventory values supply from outside", "园区外供能，按清单取值")


def carbon_statement(
    desk: Desk, viewer: Viewer, park_id: str, of: tuple[str, str], how: tuple[int, str, str, int]
) -> View:
    """A member's month as the API's record `MonthlyCarbon`; the first month when none is named.

    Args:
        desk: The desk.
        viewer: Who asks: the member itself may.
        park_id: The park.
        of: The member, and the month; its first when it is empty.
        how: Year when there is no month, level, view, version.

    Raises:
        NotFoundError: When there is no such member or month.
    """
    member, month = of
    findings, span, done = asked(desk, park_id, month, how)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    pick(dict.fromkeys(cells_in(done.ledgers)), allowed)
    if span.kind != "month":
        first = month_names(done)[0]
        span = Span(int(first[:4]), int(first[5:7]))
    return {
        **head(desk, findings, done, span),
        "member_id": allowed,
        "member": text(who(findings, allowed)),
        "number": f"{park_id}/{allowed}/{span}/{done.view}/v{findings.version}",
        "statement": statement_view(findings, done, allowed, span.key),
        **_lines(findings, done, allowed, span),
        "balances": balances(findings, done, allowed, span),
        "meters": _meters(desk, findings, done, allowed, span),
        "park": _park(findings, done, span),
    }


def _lines(findings: Findings, done: Transfers, cell: str, span: Span) -> View:
    rows = rows_of(done, span.key)
    found: dict[str, list[View]] = {"purchased": [], "received": [], "passed_on": [], "sent": []}
    for row in rows:
        start, end = row["from_cell"], row["to_cell"]
        if cell not in (start, end):
            continue
        side = ("purchased" if start == "world" else "received") if end == cell else (
            "sent" if end == "world" else "passed_on"
        )  # fmt: skip
        shown = link_view(findings, done, row, span.key)
        found[side].append({**shown, "how": [text(t) for t in _how(findings, row)]})
    own = [
        {"carrier_id": carrier, "carrier": text(slice_label(findings, "carrier", carrier)),
         "carbon": emitted_figure(findings, done, (cell, carrier), span, carbon)}
        for of, carrier, carbon in emitted(done, span).iter_rows() if of == cell
    ]  # fmt: skip
    return {**found, "emitted": own}


def _how(findings: Findings, row: dict[str, Any]) -> list[Text]:
    told = findings.book.table("flows").filter(pl.col("record_id").is_in(row["record_id"]))
    found = [
        _told(origin, rule, is_outside=row["from_cell"] == "world")
        for origin, rule in told.select("origin", "sharing").unique(maintain_order=True).iter_rows()
    ]
    return list(dict.fromkeys(found))


def _told(origin: str | None, rule: str | None, *, is_outside: bool) -> Text:
    if origin == CHP:
        known = joint_rules().get(rule or "")
        return _RULE.fill(rule=known.label) if known else _BARE
    if origin == STORAGE:
        return _STORED
    if origin in PRIMARY:
        return _MADE
    return _OUTSIDE if is_outside else _MIXED


def balances(findings: Findings, done: Transfers, cell: str, span: Span) -> list[View]:
    """Energy by carrier that a member passes on: in, out, and what it keeps or loses."""
    found = []
    for carrier, unit, came, went in _amounts(done, cell, span).iter_rows():
        if went:
            found.append(
                {
                    "carrier_id": carrier,
                    "carrier": text(slice_label(findings, "carrier", carrier)),
                    **{
                        side: balance_figure(done, (side, cell, carrier), span, value, unit)
                        for side, value in (("in", came), ("out", went), ("kept", came - went))
                    },
                }
            )
    return [{("came" if k == "in" else k): v for k, v in row.items()} for row in found]


def _amounts(done: Transfers, cell: str, span: Span) -> pl.DataFrame:
    rows = pl.DataFrame(rows_of(done, span.key), infer_schema_length=None)
    if rows.is_empty():
        return pl.DataFrame(schema={"carrier": pl.String, "u": pl.String, "a": float, "b": float})

    def side(name: str) -> pl.Expr:
        return pl.col("amount").filter(pl.col(name) == cell).sum().alias(name)

    sums = rows.group_by("carrier", "amount_unit").agg(side("to_cell"), side("from_cell"))
    return sums.sort("carrier")


def balance_figure(
    done: Transfers, what: tuple[str, str, str], span: Span, value: float, unit: str
) -> View:
    """Energy of a carrier that came into a member, went out, or was kept."""
    key = key_of("trace_balance", *at(done), *what, span.key)
    return figure(key, value, unit, named(f"trace_{what[0]}"))


def balance_of(done: Transfers, what: list[str], span: Span) -> View:
    """A balance's figure again, out of its key."""
    side, cell, carrier = what
    rows = _amounts(done, cell, span).filter(pl.col("carrier") == carrier)
    _, unit, came, went = rows.row(0)
    value = {"in": came, "out": went, "kept": came - went}[side]
    return balance_figure(done, (side, cell, carrier), span, value, unit)


def _meters(desk: Desk, findings: Findings, done: Transfers, cell: str, span: Span) -> list[View]:
    named_by = {
        row: channel
        for table in ("flows", "activities")
        for row, channel in findings.book.table(table).select("record_id", "channel_id").iter_rows()
        if channel
    }
    nodes = [node for node, of in done.ledgers.cells.items() if of == cell]
    mine = pl.col("to_id").is_in(nodes) | pl.col("from_id").is_in(nodes)
    lines = lines_in(done, span).filter(mine, pl.col("record_id").is_in(list(named_by)))
    rows = lines.select("record_id", "amount", "amount_unit").head(_MOST_METERS)
    try:
        source = source_of(desk, findings.book.park.park_id)
    except TanluError:  # a park without readings: its bills stand alone
        return []
    return [
        _meter(source, done, span, (record, named_by[record], amount, unit))
        for record, amount, unit in rows.iter_rows() if named_by[record] in source.channels
    ]  # fmt: skip


def _meter(source: Any, done: Transfers, span: Span, of: tuple[str, str, float, str]) -> View:  # noqa: ANN401 - readings with what says how to read them
    record, channel, amount, unit = of
    subject = subject_of(source, LOCAL, Wish(channel=channel))
    days = Days(span.first, _beyond(span.first))
    read = figure_of("use", subject, days, facts_of(series_in(source, subject, days), source).use)
    gap = None
    written, wanted = parse_unit(read["unit"]), parse_unit(unit)
    if read["value"] is not None and written.dimension == wanted.dimension and amount:
        gap = (convert(read["value"], read["unit"], unit) - amount) / amount
    return {
        "record_id": record, "channel_id": channel,
        "name": text(source.channels[channel].name),
        "recorded": record_figure(done, record, span, amount, unit), "read": read, "gap": gap,
    }  # fmt: skip


def record_figure(done: Transfers, record: str, span: Span, amount: float, unit: str) -> View:
    """What a record says of a span."""
    key = key_of("trace_record", *at(done), record, span.key)
    return figure(key, amount, unit, named("trace_record"))


def _beyond(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _park(findings: Findings, done: Transfers, span: Span) -> View:
    return {
        "members_sum": sum_figure(findings, done, "booked_t", span.key),
        "eliminated": sum_figure(findings, done, "eliminated_t", span.key),
        "total": sum_figure(findings, done, "own_t", span.key),
        "entered": entered_figure(findings, done, span),
        "closing": close_figure(findings, done, span),
    }
