"""Proofs of a diagnosis: distances to targets, and what levers save."""

from collections.abc import Callable, Mapping

from tanlu.plan.diagnose.levers import Lever
from tanlu.plan.tree.branch import Case
from tanlu.types import Text
from tanlu.workflow.scenario.diagnose import diagnose
from tanlu.workflow.scenario.diagnosis_view import diagnosis_view, lever_figure
from tanlu.workflow.scenario.names import lever_name
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.scenario.view import total_figure
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import proof_of
from tanlu.workflow.views.proof_parts import total_figure as year_figure

_LIMIT = Text(
    "Limit: {limit:g} {unit} in {year} ({cite})", "限值：{year} 年 {limit:g} {unit}（{cite}）"
)
_NOW = Text("The base year's value, from the park's inventory.", "基年值，取自园区清单。")
_GAP = Text("Value of the base year less the limit.", "基年值减限值。")
_CASE = Text("Value of the scenario in the target's year.", "情景在目标年的值。")
_ALONE = Text(
    "The first scenario without and with this alone: {a:,.1f} t less {b:,.1f} t. Levers that touch "
    "the same tonnes overlap: they are not to be added.",
    "基准情景不含与仅含该措施：{a:,.1f} t 减 {b:,.1f} t。作用于同一排放的措施相互重叠，不可相加。",
)
_LAST = Text(
    "The fullest scenario without this, less with it: {a:,.1f} t less {b:,.1f} t.",
    "最全情景去除该措施与包含该措施之差：{a:,.1f} t 减 {b:,.1f} t。",
)
_RANGE = Text(
    "Range: the same with every stated value at its low or high end: {low:,.1f} … {high:,.1f} t.",
    "区间：各给定值同取低值或高值：{low:,.1f} … {high:,.1f} t。",
)
_BOUND = Text(
    "A bound by arithmetic on the base year's inventory; not a measure, and not a forecast.",
    "依据基年清单的算术上限，既非措施，也非预测。",
)


def _distance(opened: Opened, parts: list[str]) -> View:
    found = diagnose(opened)
    view = diagnosis_view(found)
    own = next(d for d in view["distances"] if d["target_id"] == parts[0])
    told = {name: own[name] for name in ("limit", "unit", "year", "cite")}
    year = found.tree.base_year
    base = year_figure(found.findings, found.findings.facts[year], found.findings.book.park.park_id)
    if parts[1] == "case":
        shown = next(s["value"] for s in own["scenarios"] if s["scenario_id"] == parts[2])
        run = opened.run(parts[2])
        below = [total_figure(run, own["year"])] if own["year"] in run.years else []
        return proof_of(shown, parts=below, notes=[text(_CASE), text(_LIMIT.fill(**told))])
    note = _NOW if parts[1] == "now" else _GAP
    below = [base] if parts[1] == "now" else [own["now"], base]
    return proof_of(own[parts[1]], parts=below, notes=[text(note), text(_LIMIT.fill(**told))])


def _lever(opened: Opened, parts: list[str]) -> View:
    found = next(lever for lever in diagnose(opened).levers if lever.lever_id == parts[0])
    part = parts[2]
    shown = lever_figure(found, part, {"alone": found.alone_t, "last": found.last_t,
                                       "sum": found.sum_t}[part])  # fmt: skip
    notes = [lever_name(opened, found.lever_id), *_ways(opened, found, part)]
    return proof_of(shown or {}, notes=[text(n) for n in notes])


def _ways(opened: Opened, lever: Lever, part: str) -> list[Text]:
    if lever.kind == "ceiling":
        return [_BOUND]
    fullest = max(opened.tree.cases.values(), key=lambda case: len(case.overlays)).overlays
    rest = tuple(o for o in fullest if o != lever.lever_id)
    pairs = {"last": (rest, fullest)}.get(part, ((), (lever.lever_id,)))
    runs = [opened.run_of(Case("", opened.tree.label, names)) for names in pairs]
    at = slice(1, None) if part == "sum" else slice(*(runs[0].years.index(lever.year) + i
                                                      for i in (0, 1)))  # fmt: skip
    a, b = (float(run.total_t[at].sum()) for run in runs)
    notes = [(_LAST if part == "last" else _ALONE).fill(a=a, b=b)]
    if part == "alone" and lever.low_t is not None and lever.high_t is not None:
        notes.append(_RANGE.fill(low=lever.low_t, high=lever.high_t))
    return notes


DIAGNOSED: Mapping[str, Callable[[Opened, list[str]], View]] = {
    "distance": _distance, "lever": _lever,
}  # fmt: skip
"""Kind of figure to the function that proves it."""
