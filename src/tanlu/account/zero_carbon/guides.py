"""The guiding indicators: shares of clean energy, waste, water, and grades of products."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tanlu.account.formulas import FORMULAS
from tanlu.account.zero_carbon.power import PowerUse
from tanlu.account.zero_carbon.records import Records
from tanlu.model.label import label
from tanlu.model.zero_carbon import Accounting, Coefficient, Rule
from tanlu.model.zero_carbon_result import Basis, Measured, Span, Step
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """What guiding indicators are measured from."""

    records: Records
    basis: Basis
    power: PowerUse
    held: Accounting
    equal_value: Coefficient


def measured(rule: Rule, evidence: Evidence) -> Measured:
    """An indicator of a park, or what is missing for it.

    Args:
        rule: The indicator.
        evidence: Records, energy and power of the year.

    Returns:
        The figure with its steps; without a span when a record is missing (R1).

    Raises:
        KeyError: When the set asks for a measure that is not known here.
    """
    return MEASURES[rule.measure](rule, evidence)


def _core(rule: Rule, evidence: Evidence) -> Measured:
    del rule
    basis = evidence.basis
    return Measured(
        basis.ratio, basis.steps, notes=(*basis.obstacles, *basis.notes), whole=basis.energy,
        whole_unit="tce",
    )  # fmt: skip


def _clean_share(rule: Rule, evidence: Evidence) -> Measured:
    energy = evidence.basis.energy
    if energy is None or energy.low <= 0:
        return Measured(None, notes=evidence.basis.obstacles)
    held, ends = evidence.held, (evidence.equal_value.low, evidence.equal_value.high)
    low = [_clean(evidence, k, held.clean_sure) for k in ends]
    high = [_clean(evidence, k, (*held.clean_sure, *held.clean_open)) for k in ends]
    wholes = (energy.low, energy.high)
    steps = [_shares(text, parts, wholes, rule) for text, parts in ((_NARROW, low), (_WIDE, high))]
    results = [step.result for step in steps]
    span = Span(min(r.low for r in results), max(r.high for r in results))
    return Measured(span, tuple(steps), (), (held.clean_note, _GRID), energy, "tce")


def _shares(text: Text, parts: list[float], wholes: tuple[float, float], rule: Rule) -> Step:
    low, high = ({"part": p, "whole": w} for p, w in zip(parts, wholes, strict=True))
    return Step(text, FORMULAS["share_of"], low, high, rule.cite)


_NARROW = Text("Clean in the narrow reading", "窄口径清洁能源")
_WIDE = Text("Clean in the wide reading", "宽口径清洁能源")
_GRID = Text(
    "Power of the public grid is not counted as clean here, whatever its mix.",
    "公共电网电力无论构成如何，此处均不计为清洁能源。",
)


def _clean(evidence: Evidence, equal_value: float, codes: tuple[str, ...]) -> float:
    fuels = sum(p.energy.low for p in evidence.basis.parts if p.code in codes)
    return fuels + evidence.power.green_mwh * equal_value


def _product_grade(rule: Rule, evidence: Evidence) -> Measured:
    del rule
    name = "product_energy_grade"
    own = evidence.records.value(name)
    grades = {m: g for m, g in evidence.records.of_members(name).items() if g is not None}
    if own is None and not grades:
        return Measured(None, missing=(name,))
    worst = max([*grades.values(), *([own] if own is not None else [])])
    lacking = sorted(set(evidence.records.of_members(name)) - set(grades)) if own is None else []
    if lacking:
        note = _LACKING.fill(n=len(lacking), names=", ".join(lacking[:10]), worst=f"{worst:g}")
        return Measured(None, missing=(name,), notes=(note,))
    return Measured(Span(worst, worst))


_LACKING = Text(
    "{n} enterprises have no grade: {names}. The worst of the others is {worst}.",
    "{n} 家企业未填等级：{names}。其余最差为 {worst} 级。",
)


def _ratio(names: Mapping[str, str], formula: str, whole: tuple[str, ...], unit: str) -> "_Measure":
    def measure(rule: Rule, evidence: Evidence) -> Measured:
        values = {key: evidence.records.value(name) for key, name in names.items()}
        missing = tuple(dict.fromkeys(names[k] for k, value in values.items() if value is None))
        known = {key: value for key, value in values.items() if value is not None}
        total = sum(known.get(key, 0.0) for key in whole)
        if missing or total <= 0:
            return Measured(None, missing=missing, notes=() if missing else (_EMPTY,))
        step = Step(rule.label, FORMULAS[formula], known, known, rule.cite)
        return Measured(step.result, (step,), (), (), Span(total, total), unit)

    return measure


_EMPTY = Text("The whole is zero: the indicator has no value.", "总量为零，该指标无值。")
_WASTE_ENERGY = ("heat", "cold", "pressure")


def _waste_energy(rule: Rule, evidence: Evidence) -> Measured:
    found = {
        kind: (
            evidence.records.value(f"waste_{kind}_used"),
            evidence.records.value(f"waste_{kind}_available"),
        )
        for kind in _WASTE_ENERGY
    }
    whole = {k: (u, a) for k, (u, a) in found.items() if u is not None and a is not None}
    missing = tuple(
        f"waste_{kind}_{part}"
        for kind, pair in found.items()
        for part, value in zip(("used", "available"), pair, strict=True)
        if value is None
    )
    used, available = sum(u for u, _ in whole.values()), sum(a for _, a in whole.values())
    if missing or available <= 0:
        return Measured(None, missing=missing, notes=() if missing else (_EMPTY,))
    values = {"part": used, "whole": available}
    step = Step(rule.label, FORMULAS["share_of"], values, values, rule.cite)
    return Measured(step.result, (step,), (), (), Span(available, available), "GJ")


def _direct_power(rule: Rule, evidence: Evidence) -> Measured:
    power = evidence.power
    if not power.is_recorded:
        return Measured(None, notes=(_UNRECORDED,))
    if power.used_mwh <= 0:
        return Measured(None, notes=(_EMPTY,))
    values = {"part": power.own_mwh + power.direct_mwh, "whole": power.used_mwh}
    step = Step(rule.label, FORMULAS["share_of"], values, values, rule.cite)
    return Measured(step.result, (step,), (), (), Span(power.used_mwh, power.used_mwh), "MWh")


_UNRECORDED = Text(
    "No flow of power says how it came (column origin): the share is not known.",
    "电力流均未注明来源（origin 列），占比未知。",
)


def _income_growth(rule: Rule, evidence: Evidence) -> Measured:
    name = "trade_income"
    now, before = evidence.records.value(name), evidence.records.before().value(name)
    if now is None or not before:
        return Measured(None, missing=(name,), notes=(_TWO_YEARS,))
    values = {"now": now, "before": before}
    step = Step(rule.label, FORMULAS["growth"], values, values, rule.cite)
    return Measured(step.result, (step,))


_TWO_YEARS = Text("Needs this year and the year before.", "需要当年与上年数据。")
_Measure = Callable[[Rule, Evidence], Measured]
MEASURES: Mapping[str, _Measure] = {
    "core": _core,
    "clean_share": _clean_share,
    "product_grade": _product_grade,
    "solid_waste": _ratio(
        {"part": "solid_waste_used", "first": "solid_waste_made", "second": "old_waste_used"},
        "share_of_sum", ("first", "second"), "t",
    ),
    "waste_energy": _waste_energy,
    "water": _ratio(
        {"part": "water_reused", "first": "water_reused", "second": "water_fresh"},
        "share_of_sum", ("first", "second"), "m3",
    ),
    "direct_power": _direct_power,
    "income_growth": _income_growth,
}  # fmt: skip
"""How each measure of an indicator set is found."""


def names_of(codes: tuple[str, ...]) -> Text:
    """Indicator codes as a reader names them.

    Example:
        >>> names_of(("water_fresh",)).zh
        '工业取水量'
    """
    found = [label("indicator", code) for code in codes]
    return Text(", ".join(f.en for f in found), "、".join(f.zh for f in found))
