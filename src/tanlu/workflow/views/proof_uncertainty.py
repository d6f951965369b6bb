"""Proofs of what mending an input wins."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tanlu.catalog.uncertainty_rules import uncertainty_rules
from tanlu.model.factor import Resolved
from tanlu.model.uncertainty import Assessment, Input, Mend
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.uncertainty import assessment
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import proof_of, record_view
from tanlu.workflow.views.uncertainty import token_of, uncertainty_view
from tanlu.workflow.views.uncertainty_words import BASES, EXACT, input_name

_RULE = Text(
    "Width of the total's 95 % interval by approach 1, less its width with this input at the "
    "level that can be reached: √ΣU² with the input's U replaced (IPCC 2006 vol. 1, eq. 3.2).",
    "按方法 1 计算的总量 95% 区间宽度，减去将该输入改进到可达水平后的宽度：在 √ΣU² 中替换该项 U"
    "（IPCC 2006 第 1 卷式 3.2）。",
)
_NOW = Text(
    "{name}: {low:+.3g} % to {high:+.3g} % ({basis}; {cite}).",
    "{name}：{low:+.3g}% 至 {high:+.3g}%（{basis}；{cite}）。",
)
_REACH = Text("Level: ±{percent:g} % ({cite}). {how}", "可达水平：±{percent:g}%（{cite}）。{how}")


def _won(findings: Findings, parts: list[str]) -> View:
    year, member, token = parts
    found = assessment(findings, year=int(year), member=member, draws=0)
    mend = next(m for m in found.mends if token_of(found.inputs[m.index]) == token)
    each = found.inputs[mend.index]
    view = uncertainty_view(findings, replace(found, mends=[mend]))
    shown = view["mend_first"][0]["won"]
    return proof_of(
        shown,
        parts=[view["total"]["figure"]],
        factors=[resolved_view(findings.catalog, r) for r in _resolved(findings, each)],
        records=[record_view(findings, each.table, r) for r in each.records[:50]],
        notes=[text(note) for note in _notes(findings, found, mend)],
    )


def _notes(findings: Findings, found: Assessment, mend: Mend) -> list[Text]:
    each, reach = found.inputs[mend.index], mend.reach
    spread = each.spread
    assert spread is not None  # noqa: S101 - what is mended has a spread
    now = _NOW.fill(
        name=input_name(findings, each), basis=BASES[each.basis], cite=each.cite or "—",
        low=100 * (spread.lower - 1), high=100 * (spread.upper - 1),
    )  # fmt: skip
    if reach is None:
        return [_RULE, now, EXACT]
    how = _REACH.fill(percent=reach.percent, cite=reach.cite, how=reach.note)
    return [_RULE, now, how, _dated()]


def _dated() -> Text:
    day = uncertainty_rules().from_on.isoformat()
    return Text(f"Rules of uncertainty of {day}.", f"不确定性规则版本：{day}。")


def _resolved(findings: Findings, each: Input) -> list[Resolved]:
    found = [
        resolved
        for choice in findings.ledger.choices
        for resolved in choice.factors.values()
        if each.factor_id and resolved.factor.factor_id == each.factor_id
    ]
    return found[:1]


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {"won": _won}
"""Kind of figure to the function that proves it."""
