"""Decoupling for the API: points, states in plain words, causes and chances."""

from collections.abc import Mapping
from types import MappingProxyType

from tanlu.explain.tapio import HIGH, LOW, STATES
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.decoupling import Decoupled, Point
from tanlu.workflow.views.figure import View, figure, key_of, named, text
from tanlu.workflow.views.park_drivers import basis

MEANINGS: Mapping[str, Text] = MappingProxyType(
    {
        "strong_decoupling": Text("output grew, emissions fell", "产出增长，排放下降"),
        "weak_decoupling": Text(
            "output grew, emissions grew more slowly", "产出增长，排放增长较慢"
        ),
        "expansive_coupling": Text("both grew about alike", "产出与排放同步增长"),
        "expansive_negative_decoupling": Text(
            "output grew, emissions grew faster", "产出增长，排放增长更快"
        ),
        "strong_negative_decoupling": Text("output fell, emissions grew", "产出下降，排放上升"),
        "weak_negative_decoupling": Text(
            "output fell, emissions fell more slowly", "产出下降，排放下降较慢"
        ),
        "recessive_coupling": Text("both fell about alike", "产出与排放同步下降"),
        "recessive_decoupling": Text(
            "output fell, emissions fell faster", "产出下降，排放下降更快"
        ),
        "not_resolvable": Text(
            "output hardly moved: no ratio can be read", "产出几乎不变，无法判读"
        ),
    }
)  # fmt: skip
"""Code of a state to what happened, in plain words."""
_UNSURE = 0.95


def decoupling_view(findings: Findings, found: Decoupled) -> View:
    """The API's record `ParkDecoupling`."""
    return {
        "park_id": findings.book.park.park_id,
        "version": findings.version,
        "years": list(findings.inventories),
        "from_year": found.whole.start,
        "to_year": found.whole.end,
        "low": LOW,
        "high": HIGH,
        "basis": text(basis(findings, found.split)),
        "states": [state_view(code) for code in STATES],
        "points": [point_view(point, span_of(found)) for point in found.points],
        "whole": point_view(found.whole, span_of(found)),
        "chances_note": text(found.why),
        "finding": text(_finding(found)),
    }


def state_view(code: str) -> View:
    """A state with its name and what it means."""
    return {"code": code, "label": text(STATES[code]), "meaning": text(MEANINGS[code])}


def span_of(found: Decoupled) -> tuple[int, int]:
    """First and last year that were asked for: what is split rests on all between."""
    return found.whole.start, found.whole.end


def point_view(point: Point, span: tuple[int, int]) -> View:
    """The API's record `DecouplingPoint`."""
    at = (*span, point.start, point.end)
    ratio = "decoupling_change"
    return {
        "from_year": point.start,
        "to_year": point.end,
        "output_change": figure(
            key_of(ratio, *at, "output"), point.output_change * 100, "%", named(f"{ratio}_output")
        ),
        "emission_change": figure(
            key_of(ratio, *at, "co2"), point.emission_change * 100, "%", named(f"{ratio}_co2")
        ),
        "elasticity": figure(
            key_of("decoupling", *at), point.found.elasticity, "1", named("decoupling")
        ),
        "state": state_view(point.found.state),
        "causes": [
            {
                "code": code,
                "label": text(label("factor", code)),
                "elasticity": figure(
                    key_of("decoupling_cause", *at, code), value, "1", label("factor", code)
                ),
            }
            for code, value in point.causes.items()
        ],
        "chances": [{"state": state_view(s), "chance": p} for s, p in point.chances.items()],
    }


def _finding(found: Decoupled) -> Text:
    whole = found.whole
    sentence = Text(
        "{start} to {end}: {state} - output {g}, emissions {c}, {e} % for each percent of output.",
        "{start}—{end} 年：{state}。产值 {g}，排放 {c}，产值每变动 1 % 排放变动 {e} %。",
    )
    if whole.found.elasticity is None:
        sentence = Text("{start} to {end}: {state}.", "{start}—{end} 年：{state}。")
    said = sentence.fill(
        start=whole.start, end=whole.end, state=STATES[whole.found.state],
        g=_signed(whole.output_change), c=_signed(whole.emission_change),
        e=f"{whole.found.elasticity or 0.0:.2f}",
    )  # fmt: skip
    chance = max(whole.chances.values(), default=1.0)
    if chance < _UNSURE:
        sure = Text(" Chance of this state: {p} %.", "该状态的概率为 {p} %。")
        likely = whole.chances.get(whole.found.state, 0.0)
        more = sure.fill(p=f"{likely * 100:.0f}")
        said = Text(said.en + more.en, said.zh + more.zh)
    return said


def _signed(share: float) -> str:
    return f"{share * 100:+.1f} %".replace("-", "−")
