"""Proofs of decoupling: elasticity and its causes, numbers put in."""

from collections.abc import Callable, Mapping

from tanlu.explain.tapio import HIGH, LOW
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.decoupling import Point, decoupled
from tanlu.workflow.views.decoupling import point_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.park_drivers import Shown, basis
from tanlu.workflow.views.proof_parts import facts_at, output_figure, proof_of

_CITE = "Tapio 2005"
_SYMBOLS = {
    "e": Text("elasticity of emissions to output", "排放对产出的弹性"),
    "C": Text("emissions, t", "排放量，t"),
    "G": Text("output value, CNY", "产值，元"),
}
_BOUNDS = Text(
    "Bounds of the states: {low} and {high} (Tapio 2005).",
    "状态分界：{low} 与 {high}（Tapio 2005）。",
)


def _ask(findings: Findings, parts: list[str]) -> tuple[Point, Shown, list[View]]:
    first, last = int(parts[0]), int(parts[1])
    found = decoupled(findings, first, last, draws=0)
    pair = (int(parts[2]), int(parts[3]))
    point = next(p for p in (*found.points, found.whole) if (p.start, p.end) == pair)
    shown = Shown(findings, found.split, (first, last))
    said = [text(basis(findings, found.split)), text(_BOUNDS.fill(low=LOW, high=HIGH))]
    return point, shown, said


def _ends(findings: Findings, point: Point, shown: Shown) -> list[View]:
    change = shown.change((point.start, point.end), shown.found.change(point.start, point.end))
    member = findings.book.park.park_id
    outputs = [
        output_figure(facts_at(findings, str(year), member), member)
        for year in (point.start, point.end)
    ]
    return [change["start"], change["end"], *outputs]


def _formula(code: str, said: str, latex: str, numbers: str) -> View:
    symbols = {name: text(value) for name, value in _SYMBOLS.items()}
    return {"code": code, "text": said, "latex": latex, "numbers": numbers, "citation": _CITE,
            "symbols": symbols}  # fmt: skip


def _elasticity(findings: Findings, parts: list[str]) -> View:
    point, shown, said = _ask(findings, parts)
    (c0, c1), (g0, g1) = point.emissions, point.outputs
    numbers = f"({c1:,.6g} − {c0:,.6g}) / {c0:,.6g} / (({g1:,.6g} − {g0:,.6g}) / {g0:,.6g})"
    formula = _formula("decoupling", "e = (ΔC / C₀) / (ΔG / G₀)",
                       r"e = \frac{\Delta C / C_0}{\Delta G / G_0}", numbers)  # fmt: skip
    parts_ = _ends(findings, point, shown)
    return proof_of(
        point_view(point, shown.span)["elasticity"], formula=formula, parts=parts_, notes=said
    )


def _change(findings: Findings, parts: list[str]) -> View:
    point, shown, said = _ask(findings, parts)
    is_output = parts[4] == "output"
    first, last = point.outputs if is_output else point.emissions
    letter = "G" if is_output else "C"
    formula = _formula("change", f"Δ{letter} / {letter}₀ × 100", rf"\Delta {letter} / {letter}_0",
                       f"({last:,.6g} − {first:,.6g}) / {first:,.6g} × 100")  # fmt: skip
    ends = _ends(findings, point, shown)
    view = point_view(point, shown.span)["output_change" if is_output else "emission_change"]
    return proof_of(view, formula=formula, parts=ends[2:] if is_output else ends[:2], notes=said)


def _cause(findings: Findings, parts: list[str]) -> View:
    point, shown, said = _ask(findings, parts)
    factor = parts[4]
    view = next(c for c in point_view(point, shown.span)["causes"] if c["code"] == factor)
    pair = (point.start, point.end)
    effects = shown.change(pair, shown.found.change(*pair))["effects"]
    effect = next(e["co2_t"] for e in effects if e["code"] == factor)
    numbers = f"{effect['value']:,.6g} / {point.emissions[0]:,.6g} / {point.output_change:.6g}"
    formula = _formula("decoupling_cause", "e_x = (ΔC_x / C₀) / (ΔG / G₀)",
                       r"e_x = \frac{\Delta C_x / C_0}{\Delta G / G_0}", numbers)  # fmt: skip
    return proof_of(view["elasticity"], formula=formula, parts=[effect], notes=said)


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "decoupling": _elasticity,
    "decoupling_change": _change,
    "decoupling_cause": _cause,
}
"""Kind of figure to the function that proves it."""
