"""Proofs of measured fuels: down to the batch, the stock taken, the row of a balance."""

from collections.abc import Callable, Iterable, Mapping
from math import fsum
from typing import Any

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.account.prepare.stock import ITEMS
from tanlu.model.preparation import Batch, Mean
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.inventory import line_rows
from tanlu.workflow.views.measured import (
    balance_figure,
    mean_figure,
    part_figure,
    stack_figure,
    stock_figure,
    term_figure,
)
from tanlu.workflow.views.proof_parts import formula_view, line_figure, proof_of, record_view

_MOST = 60  # records of one proof that are laid out


def records_of(findings: Findings, row: Mapping[str, Any]) -> list[View]:
    """The records behind a line: its own, those that set it apart, and its batches."""
    done = findings.ledger.preparation
    found = [(row["table"], row["record_id"])]
    if row["table"] == "stocks":
        stock = next(s for s in done.stocks if row["record_id"] in s.records.values())
        found = [("stocks", name) for name in stock.records.values()]
    if row["table"] == "mass_balance":
        balance = next(b for b in done.balances if b.terms[0].record_id == row["record_id"])
        found = [("mass_balance", term.record_id) for term in balance.terms]
    if row["piece"]:
        found.append(("parts", row["piece"]))
    if row["mean"]:
        found += [("batches", batch.record_id) for batch in done.mean(row["mean"]).batches]
    return _records(findings, found)


def parts_of_line(findings: Findings, row: Mapping[str, Any]) -> list[View]:
    """Figures that a line is made of: means, terms of a balance, use by a stock."""
    done = findings.ledger.preparation
    if row["table"] == "mass_balance":
        balance = next(b for b in done.balances if b.terms[0].record_id == row["record_id"])
        return [term_figure(term) for term in balance.terms]
    found = []
    if row["table"] == "stocks":
        stock = next(s for s in done.stocks if row["record_id"] in s.records.values())
        found.append(stock_figure(stock))
    if row["mean"]:
        mean = done.mean(row["mean"])
        found += [mean_figure(mean, quantity) for quantity in mean.factors]
    return found


def notes_of(row: Mapping[str, Any]) -> list[View]:
    """What is odd about a line: a share of a record, or CO2 that stands apart."""
    found = []
    if row["share"] is not None:
        share = f"{row['share']:.6g}"
        found.append(_SHARE.fill(share=share))
    if row["gas"] == "co2_apart":
        found.append(_APART)
    return [text(note) for note in found]


_SHARE = Text("This line is {share} of its record.", "本条占其记录的 {share}。")
_APART = Text(
    "Shown and not added: another line of this inventory counts this CO2; its energy is used here.",
    "仅列示、不计入：该部分 CO2 已由清单其他明细计入，能源消耗仍计于此。",
)
_R11 = Text(
    "Carbon that leaves is subtracted only with its measured content and destination (R11).",
    "离开的碳仅凭实测含量与去向扣减 (R11)。",
)


def _records(findings: Findings, names: Iterable[tuple[str, str]]) -> list[View]:
    return [record_view(findings, table, name) for table, name in list(names)[:_MOST]]


def _mean(findings: Findings, parts: list[str]) -> View:
    mean = findings.ledger.preparation.mean(parts[0])
    quantity = parts[1]
    return proof_of(
        mean_figure(mean, quantity),
        formula=_mean_formula(mean, quantity),
        parts=[mean_figure(mean, q) for q in mean.factors if q != quantity],
        records=_records(findings, [("batches", batch.record_id) for batch in mean.batches]),
        notes=[text(_weights(mean))],
    )


def _mean_formula(mean: Mean, quantity: str) -> View | None:
    pick: Mapping[str, Callable[[Batch], float | None]] = {
        "ncv": lambda batch: batch.ncv,
        "carbon_content": lambda batch: batch.content,
        "carbon": lambda batch: batch.content,
    }
    if quantity not in pick:
        return None
    stated = [(b.amount, v) for b in mean.batches if (v := pick[quantity](b)) is not None]
    total, weight = fsum(a * v for a, v in stated), fsum(a for a, _ in stated)
    if quantity == "carbon":
        values = {"carbon_content": total / weight, "ncv": mean.factors["ncv"].value}
        return formula_view(FORMULAS["carbon_per_heat"], values)
    return formula_view(FORMULAS["weighted_mean"], {"total": total, "weight": weight})


def _weights(mean: Mean) -> Text:
    said = "; ".join(
        f"{b.record_id}: {b.amount:.8g} {mean.unit} ({b.amount / mean.weighed:.1%})"
        for b in mean.batches[:_MOST]
    )
    return Text(f"Weights: {said}.", f"权重：{said}。")


def _stock(findings: Findings, parts: list[str]) -> View:
    done = findings.ledger.preparation
    found = next(s for s in done.stocks if s.balance_id == parts[0])
    values = {item: found.items.get(item, 0.0) for item in ITEMS}
    absent = [item for item in ITEMS if item not in found.items]
    note = Text(f"Not recorded: {', '.join(absent)}.", f"未记录：{'、'.join(absent)}。")
    lines = findings.ledger.lines.filter(pl.col("record_id").is_in(list(found.record_ids)))
    return proof_of(
        stock_figure(found),
        formula=formula_view(FORMULAS["stock_use"], values),
        parts=[line_figure(findings, row) for row in line_rows(lines)],
        records=_records(findings, [("stocks", name) for name in found.records.values()]),
        notes=[text(note)] if absent else [],
    )


def _part(findings: Findings, parts: list[str]) -> View:
    found = next(p for p in findings.ledger.preparation.parts if p.record_id == parts[0])
    lines = findings.ledger.lines.filter(pl.col("piece") == found.record_id)
    whole = f"{found.amount:.10g} / {found.whole:.10g} {found.unit}"
    return proof_of(
        part_figure(findings, found),
        parts=[line_figure(findings, row) for row in line_rows(lines)],
        records=_records(
            findings,
            [("parts", found.record_id), *(_where(findings, name) for name in found.record_ids)],
        ),
        notes=[text(Text(f"Of the records: {whole}.", f"占记录：{whole}。"))],
    )


def _where(findings: Findings, name: str) -> tuple[str, str]:
    rows = findings.ledger.lines.filter(pl.col("record_id") == name)
    return str(rows["table"][0]) if len(rows) else "activities", name


def _carbon(findings: Findings, parts: list[str]) -> View:
    done = findings.ledger.preparation
    found = next(b for b in done.balances if b.balance_id == parts[0])
    said = f"{found.carbon_in:.10g} − {found.carbon_out:.10g} = {found.net:.10g} t C"
    return proof_of(
        balance_figure(found),
        parts=[term_figure(term) for term in found.terms],
        records=_records(findings, [("mass_balance", t.record_id) for t in found.terms]),
        notes=[text(Text(f"In − out: {said}.", f"输入 − 输出：{said}。")), text(_R11)],
    )


def _term(findings: Findings, parts: list[str]) -> View:
    done = findings.ledger.preparation
    found = next(t for b in done.balances for t in b.terms if t.record_id == parts[0])
    values = {"amount": found.amount, "carbon_content": found.content}
    return proof_of(
        term_figure(found),
        formula=formula_view(FORMULAS["carbon_in_material"], values),
        records=_records(findings, [("mass_balance", found.record_id)]),
        notes=[text(_R11)] if found.side == "output" else [],
    )


def _stack(findings: Findings, parts: list[str]) -> View:
    done = findings.ledger.preparation
    found = next(s for s in done.stacks if s.comparison_id == parts[0])
    lines = findings.ledger.lines.filter(pl.col("line_id").is_in(list(found.line_ids)))
    sides = [w for w in ("measured", "calculated") if parts[1] == "difference"]
    shown = [line_figure(findings, row) for row in line_rows(lines)]
    return proof_of(
        stack_figure(found, parts[1]),
        parts=[stack_figure(found, side) for side in sides] or shown * (parts[1] == "calculated"),
        records=_records(findings, [("cems", name) for name in found.record_ids]),
        notes=[text(_BOOKED[found.booked])],
    )


_BOOKED = {
    "measured": Text(
        "The measured figure is booked; lines that it replaces stand apart and are not added.",
        "计入监测值；被替代的明细单列，不再计入。",
    ),
    "calculated": Text(
        "The calculated figure is booked; the measured one is only laid beside it.",
        "计入计算值；监测值仅作对照。",
    ),
}

HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "mean": _mean,
    "stock": _stock,
    "part": _part,
    "carbon": _carbon,
    "term": _term,
    "stack": _stack,
}
"""Kind of figure to the function that proves it."""
