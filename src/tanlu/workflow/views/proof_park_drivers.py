"""Proofs of a park's split: each effect with its formula, numbers put in."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from tanlu.explain.branches import Cell, Change
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.park_drivers import split, years_between
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.park_drivers import (
    Shown,
    amount,
    basis,
    carrier_name,
    notes,
)
from tanlu.workflow.views.proof_parts import facts_at, proof_of, total_figure

_CITE = "Ang 2015, LMDI-I"
_TEXT = "ΔC_x = Σ L(C₁, C₀) × ln(x₁ / x₀), L(a, b) = (a − b) / ln(a / b)"
_LATEX = (
    r"\Delta C_x = \sum L(C_1, C_0) \cdot \ln\frac{x_1}{x_0}, "
    r"\quad L(a, b) = \frac{a - b}{\ln a - \ln b}"
)
_SYMBOLS = {
    "C_0": Text("emissions of the category in the first year, t", "该类别首年排放量，t"),
    "C_1": Text("emissions of the category in the last year, t", "该类别末年排放量，t"),
    "x": Text("the factor: {name}", "因素：{name}"),
}
_MOST = 40


class _Asked:
    """The change that a key's first parts name."""

    def __init__(self, findings: Findings, parts: list[str]) -> None:
        code, first, last = parts[0], int(parts[1]), int(parts[2])
        self.years = years_between(findings, first, last)
        self.split = split(findings, code, self.years)
        self.shown = Shown(findings, self.split, (first, last))
        self.findings = findings

    def step(self, parts: list[str]) -> tuple[tuple[int, int], Change, View]:
        pair = (int(parts[3]), int(parts[4]))
        found = self.split.change(*pair)
        return pair, found, self.shown.change(pair, found)


def numbers(cell: Cell) -> str:
    """One category's effect with the numbers put in."""
    if cell.start_value * cell.end_value > 0:
        c0, c1, x0, x1 = (f"{v:,.6g}" for v in (cell.start_value, cell.end_value,
                                                cell.start, cell.end))  # fmt: skip
        if x0 == x1:
            return f"L({c1}, {c0}) × ln({x1} / {x0}) = {cell.effect:,.6g} t"
        return f"L({c1}, {c0}) = {cell.weight:,.6g}; × ln({x1} / {x0}) = {cell.effect:,.6g} t"
    return f"C: {cell.start_value:,.6g} → {cell.end_value:,.6g} t; x: {cell.start:,.6g} → {cell.end:,.6g}; {cell.effect:,.6g} t"  # noqa: E501 - one line of a proof


def _formula(cells: list[Cell], factor: str) -> View:
    name = label("factor", factor)
    lines = [f"{c.category}: {numbers(c)}" for c in cells[:_MOST]]
    return {
        "code": "lmdi", "text": _TEXT, "latex": _LATEX, "numbers": "\n".join(lines),
        "citation": _CITE,
        "symbols": {s: text(t.fill(name=name)) for s, t in _SYMBOLS.items()},
    }  # fmt: skip


def _effect(findings: Findings, parts: list[str]) -> View:
    asked = _Asked(findings, parts)
    pair, found, view = asked.step(parts)
    factor = parts[5]
    shown = next(e["co2_t"] for e in view["effects"] if e["code"] == factor)
    cells = sorted((c for c in found.cells if c.factor == factor), key=lambda c: -abs(c.effect))
    each = [_cell_figure(asked, pair, cell) for cell in cells]
    said = [basis(findings, asked.split), *notes(findings, asked.split)]
    return proof_of(
        shown, formula=_formula(cells, factor), parts=each,
        notes=[text(note) for note in said],
    )  # fmt: skip


def _cell_figure(asked: _Asked, pair: tuple[int, int], cell: Cell) -> View:
    name = carrier_name(asked.findings, cell.category)
    return asked.shown.figure("driver_cell", cell.effect, name, *pair, cell.factor, cell.category)


def _cell(findings: Findings, parts: list[str]) -> View:
    asked = _Asked(findings, parts)
    pair, found, _ = asked.step(parts)
    cell = next(c for c in found.cells if [c.factor, c.category] == parts[5:7])
    shown = _cell_figure(asked, pair, cell)
    return proof_of(
        shown, formula=_formula([cell], cell.factor),
        notes=[text(basis(findings, asked.split))],
    )  # fmt: skip


def _part(column: str, at: int) -> Callable[[Findings, list[str]], View]:
    def prove(findings: Findings, parts: list[str]) -> View:
        asked = _Asked(findings, parts)
        pair, found, view = asked.step(parts)
        shown = next(e["co2_t"] for e in view[f"by_{column}"] if e["code"] == parts[5])
        cells = [c for c in found.cells if _side(c.category, at) == parts[5]]
        by_factor = [_cell_figure(asked, pair, cell) for cell in cells]
        for figure, cell in zip(by_factor, cells, strict=True):
            figure["label"] = text(_both(findings, cell))
        return proof_of(shown, parts=by_factor, notes=[text(basis(findings, asked.split))])

    return prove


def _side(category: str, at: int) -> str:
    return category.partition(":")[0] if at == 0 else category.rpartition(":")[2]


def _both(findings: Findings, cell: Cell) -> Text:
    name, factor = carrier_name(findings, cell.category), label("factor", cell.factor)
    return Text(f"{factor.en}: {name.en}", f"{factor.zh}：{name.zh}")


def _total(findings: Findings, parts: list[str]) -> View:
    asked = _Asked(findings, parts)
    _, _, view = asked.step(parts)
    effects = [e["co2_t"] for e in view["effects"]]
    return proof_of(view["total"], parts=effects, notes=[text(basis(findings, asked.split))])


def _end(side: str) -> Callable[[Findings, list[str]], View]:
    def prove(findings: Findings, parts: list[str]) -> View:
        asked = _Asked(findings, parts)
        pair, _, view = asked.step(parts)
        year = str(pair[0] if side == "start" else pair[1])
        member = findings.book.park.park_id
        total = total_figure(findings, facts_at(findings, year, member), member)
        return proof_of(view[side], parts=[total], notes=[text(basis(findings, asked.split))])

    return prove


def _running(findings: Findings, parts: list[str]) -> View:
    asked = _Asked(findings, parts)
    last, factor = int(parts[3]), parts[4]
    pairs = [pair for pair in pairwise(asked.years) if pair[1] <= last]
    steps = [(pair, asked.split.change(*pair)) for pair in pairs]
    row = asked.shown.running(steps)
    shown = next(e["co2_t"] for e in row["effects"] if e["code"] == factor)
    name = Text("{start} to {end}", "{start}—{end} 年")
    each = [
        asked.shown.figure("driver_effect", found.effect(factor),
                           name.fill(start=pair[0], end=pair[1]), *pair, factor)
        for pair, found in steps
    ]  # fmt: skip
    said = Text(" ".join(amount(f["value"]).en for f in each),
                " ".join(amount(f["value"]).zh for f in each))  # fmt: skip
    return proof_of(shown, parts=each, notes=[text(said)])


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "driver_effect": _effect,
    "driver_cell": _cell,
    "driver_member": _part("member", 0),
    "driver_carrier": _part("carrier", 1),
    "driver_total": _total,
    "driver_start": _end("start"),
    "driver_end": _end("end"),
    "driver_running": _running,
}
"""Kind of figure to the function that proves it."""
