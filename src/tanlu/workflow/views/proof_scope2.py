"""Proofs of both views of purchased energy, of certificates, and of green power."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.account.scope2 import Bought, Step, bought_lines
from tanlu.model.inventory import Inventory
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.scope2_record import certificates_of, net_purchased
from tanlu.workflow.views.catalog import cited, factor_view, resolved_view
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import inventory_view, line_rows
from tanlu.workflow.views.proof_parts import (
    cut_of,
    formula_view,
    line_figure,
    proof_of,
    record_view,
)
from tanlu.workflow.views.scope2 import (
    at,
    certificate_figure,
    green_figure,
    market_figure,
    member_figure,
    net_figure,
    step_figure,
    total_figure,
)

_BESIDE = Text(
    "Location-based and market-based stand side by side; they are never added (R3).",
    "基于位置与基于市场两种口径并列，不相加 (R3)。",
)


def _location(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    rows = inventory.entering.filter(pl.col("scope") == 2)
    return proof_of(
        total_figure(findings, inventory, "location"),
        parts=[line_figure(findings, row) for row in line_rows(rows)],
        notes=[text(_BESIDE)],
    )


def _market(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    return proof_of(
        total_figure(findings, inventory, "market"),
        parts=[market_figure(findings, line) for line in _entering(inventory)],
        notes=[text(_BESIDE)],
    )


def _entering(inventory: Inventory) -> list[Bought]:
    return [line for line in bought_lines(inventory) if line.row["from_cell"] is None]


def _market_total(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    first = inventory_view(findings, inventory)["by_scope"]
    direct = [s["co2_t"] for s in first if s["code"] == "1"]
    values = {"scope1": direct[0]["value"] if direct else 0.0, "scope2": inventory.market_t or 0.0}
    return proof_of(
        total_figure(findings, inventory, "market_total"),
        formula=formula_view(FORMULAS["total_co2"], values),
        parts=[*direct, total_figure(findings, inventory, "market")],
        notes=[text(_BESIDE)],
    )


def _line_of(findings: Findings, line_id: str) -> Bought:
    rows = findings.ledger.lines.filter(pl.col("line_id") == line_id)
    nobody = pl.lit(None, pl.String)
    alone = rows.with_columns(from_cell=nobody, cell=nobody)  # whatever boundary it crosses
    year = int(rows["year"][0])
    cut_to_it = Inventory("facility", "", year, findings.ledger, alone, alone, alone)
    return bought_lines(cut_to_it)[0]


def _market_line(findings: Findings, parts: list[str]) -> View:
    line = _line_of(findings, parts[0])
    named_ids = [s.certificate_id for s in line.steps if s.certificate_id]
    return proof_of(
        market_figure(findings, line),
        parts=[step_figure(findings, line, i) for i in range(len(line.steps))],
        records=[
            record_view(findings, line.row["table"], line.row["record_id"]),
            *(_certificate_record(findings, name) for name in named_ids),
        ],
        notes=[text(_told(step)) for step in line.steps],
    )


def _told(step: Step) -> Text:
    name = label("market_step", step.code)
    mwh = "" if step.mwh is None else f" {step.mwh:.10g} MWh"
    rules = ", ".join(step.rules)
    whose = f" {step.certificate_id}" if step.certificate_id else ""
    return Text(f"{name.en}{whose}:{mwh} ({rules}).", f"{name.zh}{whose}：{mwh}（{rules}）。")


def _market_step(findings: Findings, parts: list[str]) -> View:
    line, index = _line_of(findings, parts[0]), int(parts[1])
    step = line.steps[index]
    factors = [resolved_view(findings.catalog, step.resolved)] if step.resolved else []
    if step.factor and not step.resolved:
        factors = [factor_view(findings.catalog, step.factor, "origin")]
    records = [record_view(findings, line.row["table"], line.row["record_id"])]
    if step.certificate_id:
        records.append(_certificate_record(findings, step.certificate_id))
    values = {"rest": step.mwh or 0.0, "residual": step.factor.value if step.factor else 0.0}
    is_product = step.mwh is not None and step.factor is not None and step.code != "stored"
    return proof_of(
        step_figure(findings, line, index),
        formula=formula_view(FORMULAS["market_co2"], values) if is_product else None,
        factors=factors,
        records=records,
        notes=[text(_told(step))],
    )


def _certificate_record(findings: Findings, name: str) -> View:
    sheet = findings.book.draft.sheet("certificates")
    row = next(r for r in sheet.rows if r.cells.get("certificate_id") == name)
    return {
        "table": "certificates",
        "row": row.number,
        "record_id": name,
        "fields": dict(row.cells),
        "evidence": cited(findings.catalog, row.cells.get("cite")),
    }


def _certificate(findings: Findings, parts: list[str]) -> View:
    name, what = parts
    holding = next(h for h in findings.ledger.market.holdings if h.certificate_id == name)
    note = Text(
        "Used once, up to the load of its user and year; what is left lowers nothing (R9).",
        "一证一用，以受益方当年用电量为限；余量不冲减排放 (R9)。",
    )
    return proof_of(
        certificate_figure(holding, what),
        parts=[certificate_figure(holding, n) for n in ("issued", "used") if what == "surplus"],
        records=[_certificate_record(findings, name)],
        notes=[text(note), *_users(findings, name)],
    )


def _users(findings: Findings, name: str) -> list[View]:
    uses = findings.ledger.market.uses.filter(
        pl.col("certificate_id") == name, pl.col("line_id").is_null()
    )
    labels = findings.ledger.labels
    return [
        text(Text(f"{labels[who].en}: {mwh:.10g} MWh.", f"{labels[who].zh}：{mwh:.10g} MWh。"))
        for who, mwh in uses.select("member_id", "mwh").sort("member_id").iter_rows()
    ]


def _green(findings: Findings, parts: list[str]) -> View:
    inventory, name = cut_of(findings, parts), parts[3]
    lines = inventory.ledger.lines.filter(
        pl.col("year") == inventory.year,
        pl.col("line_id").is_in(inventory.ledger.market.lines["line_id"].implode()),
    )
    records = [record_view(findings, r["table"], r["record_id"]) for r in line_rows(lines)[:50]]
    return proof_of(
        green_figure(inventory, name), records=records, notes=[text(label("green_note", name))]
    )


def _member(view: str) -> Callable[[Findings, list[str]], View]:
    def show(findings: Findings, parts: list[str]) -> View:
        inventory, cell = cut_of(findings, parts), parts[3]
        lines = [line for line in bought_lines(inventory) if line.row["cell"] == cell]
        shown = [
            market_figure(findings, line) if view == "market" else line_figure(findings, line.row)
            for line in lines
        ]
        return proof_of(member_figure(findings, inventory, cell, view), parts=shown)

    return show


def _used(findings: Findings, parts: list[str]) -> View:
    inventory, cell = cut_of(findings, parts), parts[3]
    used = certificates_of(inventory, cell)
    key = key_of("scope2_used", *at(inventory), cell)
    return proof_of(
        figure(key, sum(used.values()), "MWh", named("certificate_used")),
        records=[_certificate_record(findings, name) for name in used],
        notes=[
            text(Text(f"{n}: {mwh:.10g} MWh.", f"{n}：{mwh:.10g} MWh。")) for n, mwh in used.items()
        ],
    )


_NET = Text(
    "Purchased less sent out, as the method names it (R7): {cite}.",
    "购入减外送，按方法规定 (R7)：{cite}。",
)


def _net(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    net = net_purchased(inventory, findings.catalog)
    note = _NET.fill(cite=net["named_by"] if net else "—")
    sent = mass(
        findings, key_of("exported", *at(inventory)),
        float(inventory.exported["co2_t"].sum()), named("exported"),
    )  # fmt: skip
    return proof_of(
        net_figure(findings, inventory, net["location_t"] if net else 0.0),
        parts=[total_figure(findings, inventory, "location"), sent],
        notes=[text(note)],
    )


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "scope2_location": _location,
    "scope2_market": _market,
    "scope2_market_total": _market_total,
    "scope2_location_of": _member("location"),
    "scope2_market_of": _member("market"),
    "scope2_used": _used,
    "scope2_net": _net,
    "market_line": _market_line,
    "market_step": _market_step,
    "certificate": _certificate,
    "green": _green,
}
"""Kind of figure to the function that proves it."""
