"""Drivers and the regression verdict for the API."""

from tanlu.model.driver import Decomposition, Identification
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label

_CALIBRATED = Text(
    "Additive LMDI-I; energy shares calibrated so that totals equal the published ones.",
    "LMDI-I 加法分解；能源占比按公布总量校准。",
)
_PLAIN = Text("Additive LMDI-I on the recorded data.", "基于记录数据的 LMDI-I 加法分解。")
_NONE = Text(
    "No drivers: output or energy is missing in a year, or some emissions carry no energy.",
    "无法分解：某年缺少产值或能耗，或部分排放不来自能源。",
)


def drivers_view(findings: Findings) -> View:
    """Steps and verdict as the API's record `Drivers`."""
    return {
        "park_id": findings.book.park.park_id,
        "version": findings.version,
        "basis": text(_CALIBRATED if findings.is_calibrated else _PLAIN),
        "steps": [_step(findings, step) for step in findings.steps],
        "verdict": verdict_view(findings.identification),
        "finding": text(_finding(findings)),
    }


def _step(findings: Findings, step: Decomposition) -> View:
    at = (step.start, step.end)
    return {
        "from_year": int(step.start),
        "to_year": int(step.end),
        "start": figure(
            key_of("endpoint", *at, "start"),
            step.start_value,
            findings.mass_unit,
            _year(step.start),
        ),
        "end": mass(findings, key_of("endpoint", *at, "end"), step.end_value, _year(step.end)),
        "effects": [_effect(findings, step, code, value) for code, value in step.effects.items()],
        "by_carrier": [_carrier(findings, step, c) for c in step.by_category],
        "total": mass(findings, key_of("change", *at), step.total, named("change")),
        "closing_error": step.closing_error,
    }


def _year(year: str) -> Text:
    return Text(f"Emissions {year}", f"{year} 年排放量")


def _effect(findings: Findings, step: Decomposition, code: str, value: float) -> View:
    name = label("factor", code)
    key = key_of("effect", step.start, step.end, code)
    return {
        "code": code,
        "label": text(name),
        "co2_t": mass(findings, key, value, name),
    }


def _carrier(findings: Findings, step: Decomposition, carrier: str) -> View:
    name = slice_label(findings, "carrier", carrier)
    value = sum(step.by_category[carrier].values())
    key = key_of("carrier_effect", step.start, step.end, carrier)
    return {
        "code": carrier,
        "label": text(name),
        "co2_t": mass(findings, key, value, name),
    }


def _finding(findings: Findings) -> Text:
    if not findings.steps:
        return _NONE
    whole = findings.steps[-1]
    up = max(whole.effects, key=lambda k: whole.effects[k])
    down = min(whole.effects, key=lambda k: whole.effects[k])
    sentence = Text(
        "{start} to {end}: {up} added {plus} ×10⁴ t, {down} took off {minus} ×10⁴ t.",
        "{start}—{end} 年：{up}增加 {plus} 万 t，{down}减少 {minus} 万 t。",
    )
    return sentence.fill(
        start=whole.start, end=whole.end, up=label("factor", up), down=label("factor", down),
        plus=f"{whole.effects[up] / 1e4:.2f}", minus=f"{-whole.effects[down] / 1e4:.2f}",
    )  # fmt: skip


def verdict_view(found: Identification | None) -> View:
    """The verdict as the API's record `Verdict`."""
    if found is None:
        return _no_data()
    null = found.null_direction
    return {
        "verdict": found.verdict,
        "is_reported": found.is_reported,
        "observations": found.observations,
        "dof": found.dof,
        "rank": found.rank,
        "drivers": list(found.drivers),
        "not_estimable": list(found.not_estimable),
        "null_direction": dict(zip(found.drivers, null, strict=True)) if null else None,
        "line_point": dict(zip(found.drivers, found.point, strict=True)) if null else None,
        "intercept_point": found.intercept if null else None,
        "intercept_slope": found.intercept_slope,
        "contrasts": [dict(c) for c in found.contrasts],
        "headline": text(_headline(found)),
        "reasons": [text(reason) for reason in _reasons(found)],
        "needed": [text(need) for need in _NEEDED] if not found.is_reported else [],
    }


_NEEDED = (
    Text(
        "The decomposition beside this panel: it needs two years and no statistics.",
        "旁边的因素分解：只需两个年份，不依赖统计推断。",
    ),
    Text(
        "Monthly or quarterly data of the park over several years.",
        "园区多年的月度或季度数据。",
    ),
    Text(
        "Or a panel of enterprises: 300 enterprises over 36 months would do.",
        "或企业面板数据：例如 300 家规上企业连续 36 个月。",
    ),
)


def _headline(found: Identification) -> Text:
    if found.verdict == "under-determined":
        return Text(
            "These data cannot tell how strongly each driver acts.",
            "现有数据无法判断各因素的影响强度。",
        )
    if found.verdict == "weak":
        return Text(
            "Too few observations for a reliable regression.", "观测值过少，回归结果不可靠。"
        )
    return Text("The regression is identified.", "回归可识别。")


def _reasons(found: Identification) -> list[Text]:
    counts = Text(
        "{n} observations, {p} moving drivers and an intercept: {dof} degrees of freedom left.",
        "{n} 个观测值，{p} 个变动因素加截距，剩余自由度为 {dof}。",
    ).fill(n=found.observations, p=len(found.drivers), dof=found.dof)
    reasons = [counts]
    if found.dof <= 0:
        reasons.append(
            Text(
                "With as many unknowns as data a perfect fit (R² = 1) is guaranteed for any data,"
                " random ones included; it is no evidence.",
                "未知数与数据一样多时，任何数据（包括随机数）都能完全拟合，R² = 1 不构成证据。",
            )
        )
    if found.null_direction is not None:
        reasons.append(
            Text(
                "Infinitely many sets of slopes fit exactly; along the line drawn here even"
                " their signs change.",
                "有无穷多组系数完全拟合；沿图中直线，系数的正负号也会改变。",
            )
        )
    if found.not_estimable:
        constant = Text(
            "Not estimable, since constant over all years: {names}.",
            "历年不变，无法估计：{names}。",
        )
        labels = [label("indicator", name) for name in found.not_estimable]
        names = Text(", ".join(x.en for x in labels), "、".join(x.zh for x in labels))
        reasons.append(constant.fill(names=names))
    return reasons


def _no_data() -> View:
    nothing = Text("No published totals to regress on.", "没有可供回归的公布总量。")
    return {
        "verdict": "under-determined", "is_reported": False, "observations": 0, "dof": 0,
        "rank": 0, "drivers": [], "not_estimable": [], "null_direction": None,
        "line_point": None, "intercept_point": None, "intercept_slope": None, "contrasts": [],
        "headline": text(nothing), "reasons": [], "needed": [text(need) for need in _NEEDED],
    }  # fmt: skip
