"""The diagnosis in one line, and why a target binds."""

from tanlu.plan.diagnose.distance import Distance
from tanlu.plan.tree.peak import PEAK
from tanlu.types import Text
from tanlu.workflow.scenario.diagnose import Diagnosis

_NONE = Text(
    "{t:,.2f} ×10⁴ t in {year}; the park has no target to be measured against.",
    "{year} 年 {t:,.2f} 万 t；园区没有可对照的目标。",
)
_ALL = Text(
    "{t:,.2f} ×10⁴ t in {year}; all {n} targets are met.",
    "{year} 年 {t:,.2f} 万 t；{n} 项目标均已达到。",
)
_SOME = Text(
    "{t:,.2f} ×10⁴ t in {year}; of {n} targets {met} met today, {reach} within reach, "
    "{missed} missed by every scenario. What binds: {binds}.",
    "{year} 年 {t:,.2f} 万 t；{n} 项目标中 {met} 项已达到，{reach} 项有情景可达到，{missed} 项"
    "所有情景均达不到。约束最紧的是：{binds}。",
)


def answer(found: Diagnosis) -> Text:
    """The diagnosis in one line."""
    year = found.tree.base_year
    told = {"t": found.findings.facts[year].co2_t / 1e4, "year": year, "n": len(found.distances)}
    if not found.distances:
        return _NONE.fill(**told)
    if found.binds is None:
        return _ALL.fill(**told)
    counts = {v: sum(d.verdict == v for d in found.distances)
              for v in ("met", "within_reach", "missed", "open")}  # fmt: skip
    return _SOME.fill(
        **told, met=counts["met"], reach=counts["within_reach"],
        missed=counts["missed"] + counts["open"], binds=found.binds.target.label,
    )  # fmt: skip


def binds_text(found: Diagnosis) -> Text:
    """Why the target that binds does: the pace it asks for, and what the best scenario gives."""
    binds = found.binds
    if binds is None:
        return Text("", "")
    best = binds.best(list(binds.cases))
    parts = [_pace(binds)]
    if best is None or best.value is None:
        parts.append(Text("no scenario has a value there", "没有情景给出该值"))
    elif binds.target.indicator == PEAK:
        parts.append(Text("the earliest scenario peaks in {v:.0f}", "最早的情景 {v:.0f} 年达峰"
                          ).fill(v=best.value))  # fmt: skip
    else:
        told = {"v": f"{best.value:.3g}", "l": f"{best.limit:.3g}", "u": best.unit}
        parts.append(Text("the best scenario comes to {v} against {l} {u}",
                          "最好的情景为 {v}，限值 {l} {u}").fill(**told))  # fmt: skip
    said = [p for p in parts if p.en]
    return Text("; ".join(p.en for p in said), "；".join(p.zh for p in said))


def _pace(binds: Distance) -> Text:
    if binds.pace is None:
        return Text("", "")
    told = {"p": f"{binds.pace:+.1%}".replace("-", "−"), "y": binds.target.year}
    return Text("it asks for {p} a year until {y}", "要求到 {y} 年每年 {p}").fill(**told)
