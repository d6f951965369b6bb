"""Findings as aligned text for the terminal."""

import unicodedata
from typing import TYPE_CHECKING

from tanlu.cli.language import say
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.model.pathway import Projection
    from tanlu.report.findings import Findings

FACTORS = {
    "output": Text("output", "产值"),
    "intensity": Text("energy intensity", "能耗强度"),
    "mix": Text("fuel mix", "能源结构"),
    "factor": Text("emission factor", "排放因子"),
    "total": Text("total", "合计"),
}


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _grid(rows: list[list[str]]) -> str:
    widths = [max(_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    padded = [[_pad(c, w) for c, w in zip(r, widths, strict=True)] for r in rows]
    return "\n".join("  ".join(row) for row in padded)


def _pad(text: str, width: int) -> str:
    return " " * (width - _width(text)) + text


def _number(value: float | None, scale: float, digits: int = 2) -> str:
    return "—" if value is None else f"{value / scale:,.{digits}f}"


def _signed(value: float) -> str:
    return f"{round(value, 2) + 0.0:+.2f}"  # adding zero turns -0.0 into 0.0


def years_table(findings: "Findings") -> str:
    """Emissions, energy and intensity by year, beside published figures."""
    head = [
        Text("year", "年份"), Text("CO2 [10⁴ t]", "排放量 [万 t]"), Text("scope 1", "范围一"),
        Text("scope 2", "范围二"), Text("energy [10⁴ tce]", "能耗 [万 tce]"),
        Text("CO2 per output [t/10⁸ CNY]", "碳强度 [t/亿元]"),
        Text("published [10⁴ t]", "公布值 [万 t]"),
        Text("share needed for it", "复现公布值所需占比"),
    ]  # fmt: skip
    rows = [[say(name) for name in head]]
    for year, facts in findings.facts.items():
        compared = findings.comparisons.get(year)
        needed = compared.needed_share if compared else None
        rows.append([
            str(year), _number(facts.co2_t, 1e4), _number(facts.scope1_t, 1e4),
            _number(facts.scope2_t, 1e4), _number(facts.whole_energy_tce, 1e4),
            _number(facts.intensity, 1e-8, 1),
            _number(compared.published_t if compared else None, 1e4),
            "—" if needed is None or compared is None else f"{compared.carrier} {needed:.2%}",
        ])  # fmt: skip
    title = f"{say(findings.book.park.name)} · {findings.book.park.method}"
    return f"{title}\n{_grid(rows)}\n{_gaps(findings)}"


def _gaps(findings: "Findings") -> str:
    told = Text(
        "  {year}: computed less published {gap} ×10⁴ t ({cite}){why}",
        "  {year} 年：计算值减公布值 {gap} 万 t（{cite}）{why}",
    )
    why = Text(
        "; the document states the share of {carrier} as about {stated}: {needed} gives its figure",
        "；文件仅称{carrier}占比约 {stated}，取 {needed} 即得公布值",
    )
    lines = []
    for year, found in findings.comparisons.items():
        reason = Text("", "")
        if found.needed_share is not None and found.stated_share is not None:
            name = findings.catalog.carriers[found.carrier].label
            stated, needed = f"{found.stated_share:.0%}", f"{found.needed_share:.2%}"
            reason = why.fill(carrier=name, stated=stated, needed=needed)
        gap = _signed(found.gap_t / 1e4)
        lines.append(say(told.fill(year=year, gap=gap, cite=found.cite, why=reason)))
    return "".join(f"{line}\n" for line in lines)


def drivers_table(findings: "Findings") -> str:
    """Additive LMDI-I effects of each step. [10⁴ t]"""
    if not findings.steps:
        return say(Text("No drivers: fewer than two years.", "年份不足两年，无法分解。"))
    title = say(Text("Drivers, additive LMDI-I [10⁴ t]", "影响因素，LMDI-I 加法分解 [万 t]"))
    note = Text("; energy shares calibrated to the published totals", "；能源占比按公布总量校准")
    rows = [["", *(say(label) for label in FACTORS.values())]]
    rows += [
        [
            f"{step.start}-{step.end}",
            *(_signed(v / 1e4) for v in (*step.effects.values(), step.total)),
        ]
        for step in findings.steps
    ]
    return f"{title}{say(note) if findings.is_calibrated else ''}\n{_grid(rows)}\n"


def verdict_text(findings: "Findings") -> str:
    """What a STIRPAT regression may say on these data, in plain words."""
    found = findings.identification
    if found is None:
        return say(Text("STIRPAT: no data.", "STIRPAT：无数据。"))
    size = {"n": found.observations, "rank": found.rank, "all": len(found.drivers)}
    lines = [say(_VERDICT.fill(verdict=VERDICTS[found.verdict], dof=found.dof, **size))]
    if found.not_estimable:
        lines.append(
            say(Text("  not estimable (constant): ", "  不可估计（为常数）："))
            + ", ".join(found.not_estimable)
        )
    if found.null_direction is not None:
        lines += _line_of_solutions(findings)
    if not found.is_reported:
        lines.append(say(_REFUSAL if found.dof <= 0 else _TOO_WEAK))
    return "\n".join(lines) + "\n"


VERDICTS = {
    "identified": Text("identified", "可识别"),
    "weak": Text("weak", "证据薄弱"),
    "under-determined": Text("under-determined", "欠定"),
}
_VERDICT = Text(
    "STIRPAT: {verdict}; n = {n}, rank {rank} of {all}, {dof} degrees of freedom",
    "STIRPAT：{verdict}；n = {n}，秩 {rank}/{all}，自由度 {dof}",
)
_TOO_WEAK = Text(
    "  No slope is reported: drivers that move together, or fewer than 5 degrees of freedom,\n"
    "  leave them open. LMDI above needs only two years.",
    "  不报告任何系数：因素共线或自由度不足 5，系数无从确定。上面的 LMDI 只需两个年份。",
)
_REFUSAL = Text(
    "  No slope is reported. With as many unknowns as data, R² = 1 is guaranteed whatever the\n"
    "  data: it is no evidence. LMDI above needs only two years; a regression would need monthly\n"
    "  data or a panel of enterprises.",
    "  不报告任何系数。未知数与数据一样多时，R² = 1 必然成立，不构成证据。\n"
    "  上面的 LMDI 只需两个年份；回归需要月度数据或企业面板数据。",
)


def _line_of_solutions(findings: "Findings") -> list[str]:
    found = findings.identification
    if found is None or found.null_direction is None or found.intercept_slope is None:
        return []
    names = ", ".join(found.drivers)
    point = ", ".join(f"{v:.4f}" for v in found.point)
    null = ", ".join(f"{v:.4f}" for v in found.null_direction)
    units = ", ".join(f"{name} [{unit}]" for name, unit in found.units.items())
    head = say(Text("every t fits exactly", "任意 t 均完全拟合"))
    return [
        f"  {say(Text('natural logs of', '取自然对数'))}: {units}",
        f"  ({names}) = ({point}) + t · ({null})",
        f"  intercept = {found.intercept:.4f} {found.intercept_slope:+.4f} · t;  {head}",
    ]


def projection_text(projection: "Projection") -> str:
    """A scenario: some years, its peak, its distance to each target."""
    rows = [["", "CO2 [10⁴ t]", "95 % low", "95 % high", "10⁴ tce"]]
    rows += [
        [str(p.year), *(_number(v, 1e4) for v in (p.co2_t, p.low_t, p.high_t, p.energy_tce))]
        for p in projection.points
    ]
    peak = projection.peak
    inside = Text("peak {year} at {t} ×10⁴ t", "{year} 年达峰，{t} 万 t")
    outside = Text(
        "no peak before {year}: emissions still rise at the end of the span",
        "{year} 年前未达峰：期末仍在上升",
    )
    said = (inside if peak.is_inside else outside).fill(year=peak.year, t=f"{peak.co2_t / 1e4:.2f}")
    gaps = [
        f"  {say(gap.label)}: {_number(gap.value, 1, 3)} / {gap.limit:g} {gap.unit}"
        for gap in projection.gaps
    ]
    return "\n".join([say(projection.scenario.label), _grid(rows), say(said), *gaps, ""])
