"""A regression for the API: the verdict in plain words, then slopes, trace and selectors."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from tanlu.explain.design import Design, unscaled
from tanlu.explain.ridge import SELECTORS, edf, inflation_at, trace
from tanlu.explain.solutions import solutions
from tanlu.types import Text
from tanlu.workflow.regressions import regression_record
from tanlu.workflow.views.figure import View, text

_POINTS = 61
_REACH = 100.0
_SELECTORS = {
    "hkb": Text("HKB (Hoerl, Kennard, Baldwin)", "HKB 法"),
    "lw": Text("L-W (Lawless, Wang)", "L-W 法"),
    "gcv": Text("GCV (generalised cross-validation)", "GCV（广义交叉验证）"),
    "loocv": Text("LOOCV (leaving one out)", "LOOCV（留一交叉验证）"),
    "trace": Text("Trace (all VIF below 10, slopes steady)", "岭迹法（VIF 均小于 10 且系数平稳）"),
}
_HEADLINES = {
    "identified": Text("The data carry a slope for each driver.", "数据足以给出各因素的系数。"),
    "weak": Text(
        "Slopes can be computed, but rest on few observations: do not build on them.",
        "可以算出系数，但观测过少，不宜据此下结论。",
    ),
    "under-determined": Text(
        "These data cannot tell how strongly each driver acts: no slope is given.",
        "现有数据无法判断各因素的影响强度：不给出系数。",
    ),
}
_COUNT = Text(
    "{n} observations against {u} unknowns ({p} drivers and an intercept): {dof} degrees of "
    "freedom are left.",
    "{n} 个观测，{u} 个未知数（{p} 个因素加截距），剩余自由度 {dof}。",
)
_PERFECT = Text(
    "A perfect fit (R² = 1) is then certain for any numbers, random ones included; it is no "
    "evidence.",
    "此时任何数字（包括随机数）都能完全拟合，R² = 1 不构成证据。",
)
_TOGETHER = Text(
    "The {p} drivers move in {rank} independent ways only: what one does and what another does "
    "cannot be told apart.",
    "{p} 个因素只有 {rank} 个独立变化方向，无法区分各自作用。",
)
_SIGNS = Text(
    "Infinitely many sets of slopes fit equally well, with either sign; the picture shows them.",
    "有无穷多组系数同样符合数据，正负号都可能；见图。",
)
_STILL = Text(
    "Never changes, so that nothing can be said of it: {names}.", "从未变化，无从判断：{names}。"
)
_MORE = Text(
    "At least {n} observations more, with drivers that move apart (monthly or quarterly data "
    "instead of years).",
    "至少再增加 {n} 个观测，且各因素不同步变化（例如改用月度或季度数据）。",
)
_FEWER = Text(
    "Or fewer drivers: with {n} observations at most {most}.",
    "或减少因素：{n} 个观测最多 {most} 个。",
)
_PANEL = Text(
    "Or enterprises over months: 300 enterprises over 36 months would do.",
    "或企业面板数据：例如 300 家企业连续 36 个月。",
)
_APART = Text(
    "Leave out drivers that repeat each other, or observe times in which they part.",
    "去掉相互重复的因素，或补充它们不同步变化的时期。",
)
_LMDI = Text(
    "A decomposition: it needs two periods and no statistics.",
    "因素分解：只需两期，不依赖统计推断。",
)
_SPAN, _PLACES, _NOTHING = 2.0, 9, 1e-12
_WANTED = 5
_GOOD = 15


def regression_view(
    found: Design, target: str, method: str, k: str, *, logs: bool,
    name_of: Callable[[str], Text] | None = None, more: Sequence[Text] = (),
) -> View:  # fmt: skip
    """The API's record `Regression`.

    Args:
        found: The design.
        target: What is explained.
        method: One of the estimators.
        k: As the estimator takes it.
        logs: Whether the regression is in natural logarithms.
        name_of: What a driver is called; its code when None.
        more: Further reasons.

    Returns:
        Verdict, reasons and needs; slopes only where the verdict allows them.
    """
    named = name_of or (lambda code: Text(code, code))
    record = regression_record(found, method, k)
    is_refused = found.verdict == "under-determined"
    return {
        "target": target,
        "method": method,
        "logs": logs,
        "verdict": found.verdict,
        "is_reported": not is_refused,
        "observations": found.n,
        "unknowns": len(found.drivers) + 1,
        "dof": found.dof,
        "rank": found.rank,
        "headline": text(_HEADLINES[found.verdict]),
        "reasons": [text(reason) for reason in _reasons(found, record, named, more)],
        "needed": [text(need) for need in _needed(found)],
        "k": record["k"],
        "chosen_by": record.get("chosen_by"),
        "k_unit_length": (record["k_convention"] or {}).get("unit_length"),
        "intercept": record["intercept"],
        "drivers": [_driver(record, name, named(name)) for name in found.drivers],
        "not_estimable": [text(named(name)) for name in found.constant],
        "selectors": [] if is_refused else _selected(record),
        "trace": None if is_refused else _trace(found, record),
        "line": _line(found, named) if is_refused else None,
        "finding": text(_finding(found, record, named)),
    }


def _reasons(
    found: Design, record: View, named: Callable[[str], Text], more: Sequence[Text]
) -> list[Text]:
    p = len(found.drivers)
    said = [_COUNT.fill(n=found.n, u=p + 1, p=p, dof=found.dof)]
    if found.n <= p + 1:
        said.append(_PERFECT)
    if found.rank < min(p, found.n - 1):
        said.append(_TOGETHER.fill(p=p, rank=found.rank))
    if found.constant:
        said.append(_STILL.fill(names=_list([named(name) for name in found.constant])))
    if found.rank < p:
        said.append(_SIGNS)
    return [*said, *more, *(Text(w["en"], w["zh"]) for w in record.get("warnings", []))]


def _list(names: list[Text]) -> Text:
    return Text(", ".join(n.en for n in names), "、".join(n.zh for n in names))


def _needed(found: Design) -> list[Text]:
    if found.verdict == "identified":
        return []
    p = len(found.drivers)
    said = [_LMDI]
    lacking = p + 1 + _GOOD - found.n
    if lacking > 0:
        said.append(_MORE.fill(n=lacking))
    most = found.n - 1 - _WANTED
    if 1 <= most < p:
        said.append(_FEWER.fill(n=found.n, most=most))
    if found.rank < min(p, found.n - 1):
        said.append(_APART)
    return [*said, _PANEL]


def _driver(record: View, code: str, name: Text) -> View:
    def of(key: str) -> float | None:
        value = (record.get(key) or {}).get(code)
        return None if value is None or not math.isfinite(value) else float(value)

    spread = "standard_deviations" if record["method"] == "bayes" else "standard_errors"
    return {
        "code": code,
        "label": text(name),
        "slope": of("coefficients"),
        "scaled": of("scaled_coefficients"),
        "vif": of("vif"),
        "standard_error": of(spread),
    }


def _usable(k: float | None) -> float | None:
    # with fewer than three drivers HKB and L-W come out at nothing or below it
    return k if k is not None and k >= 0 else None


def _selected(record: View) -> list[View]:
    return [
        {"code": code, "label": text(_SELECTORS[code]), "k": _usable(record["selectors"][code]),
         "is_chosen": record.get("chosen_by") == code}
        for code in SELECTORS
    ]  # fmt: skip


def _trace(found: Design, record: View) -> View:
    """Slopes along k, wide enough to hold every selector and the k that was taken."""
    marks = [record["selectors"][code] for code in SELECTORS]
    if record["method"] == "ridge":
        marks.append(record["k"])
    known = [k for k in marks if k is not None and k > 0] or [found.n * 1e-2]
    ks = np.geomspace(min(known) / _REACH, max(known) * _REACH, _POINTS)
    slopes = trace(found, ks)
    return {
        "k": ks.tolist(),
        "slopes": [
            {"code": name, "scaled": slopes[:, i].tolist(),
             "slope": [unscaled(found, row)[0][name] for row in slopes]}
            for i, name in enumerate(found.drivers)
        ],
        "worst_vif": [float(inflation_at(found, float(k)).max()) for k in ks],
        "edf": [edf(found, float(k)) for k in ks],
    }  # fmt: skip


def _line(found: Design, named: Callable[[str], Text]) -> View | None:
    """Slopes along the line of exact solutions, where there is one line of them."""
    all_ = solutions(found)
    if len(all_.directions) != 1:
        return None
    direction = all_.directions[0]
    steps = np.linspace(-_SPAN, _SPAN, _PLACES)
    slopes = all_.point + steps[:, None] * direction / np.abs(direction).max()
    return {
        "at": steps.tolist(),
        "slopes": [
            {"code": name, "label": text(named(name)), "slope": slopes[:, i].tolist()}
            for i, name in enumerate(found.drivers)
            if abs(direction[i]) > _NOTHING
        ],
    }


def _finding(found: Design, record: View, named: Callable[[str], Text]) -> Text:
    if record["coefficients"] is None:
        return _HEADLINES["under-determined"]
    scaled = record["scaled_coefficients"]
    most = max(scaled, key=lambda name: abs(scaled[name]))
    said = Text(
        "{verdict} The strongest driver is {name}: one standard deviation of it moves the target "
        "by {by}.",
        "{verdict}影响最大的是 {name}：其每变动一个标准差，目标变动 {by}。",
    )
    by = f"{scaled[most]:+.3g}".replace("-", "−")
    return said.fill(verdict=_HEADLINES[found.verdict], name=named(most), by=by)
