"""A zero-carbon assessment for command line and API: every figure with its key."""

from collections.abc import Mapping

from tanlu.catalog.content import Catalog
from tanlu.catalog.indicator_sets import indicator_sets
from tanlu.model.label import label
from tanlu.model.zero_carbon import Limit
from tanlu.model.zero_carbon_result import (
    Assessment,
    Basis,
    Driver,
    Found,
    Gap,
    Lever,
    Part,
    Span,
    Step,
)
from tanlu.types import Text
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View, figure, key_of, text


def zero_view(found: Assessment, catalog: Catalog) -> View:
    """An assessment as the API's record `ZeroCarbon`."""
    rules, at = found.rules, (found.rules.set_id, found.year)
    return {
        "park_id": found.park_id,
        "year": found.year,
        "set_id": rules.set_id,
        "label": text(rules.label),
        "cite": rules.cite,
        "document": cited(catalog, rules.cite),
        "status": rules.status,
        "sets": [
            {"set_id": s.set_id, "label": text(s.label), "place": s.place}
            for s in indicator_sets().values()
        ],
        "bases": [_basis(basis, at, catalog) for basis in found.bases],
        "indicators": [_found(each, at, catalog) for each in found.found],
        "notes": [text(note) for note in found.notes],
    }


_At = tuple[str, int]


def span_figure(key: str, span: Span | None, unit: str, name: Text) -> View | None:
    """A figure of a span: its value, or both ends where it has no one value."""
    if span is None:
        return None
    shown = figure(key, span.low if span.is_point else None, unit, name)
    return {**shown, "lower": None if span.is_point else span.low,
            "upper": None if span.is_point else span.high}  # fmt: skip


def zero_key(at: _At, *parts: object) -> str:
    """The key of a figure of an assessment."""
    return key_of("zero", *at, *parts)


def _basis(basis: Basis, at: _At, catalog: Catalog) -> View:
    co2 = Span(basis.co2_t, basis.co2_t) if basis.co2_t is not None else None
    name = _BASIS_NAMES
    here = (basis.code,)
    return {
        "code": basis.code,
        "label": text(basis.label),
        "cite": basis.cite,
        "co2": span_figure(zero_key(at, *here, "co2"), co2, "t CO2", name["co2"]),
        "energy": span_figure(zero_key(at, *here, "energy"), basis.energy, "tce", name["energy"]),
        "ratio": span_figure(zero_key(at, *here, "ratio"), basis.ratio, "t CO2/tce", name["ratio"]),
        "steps": step_views(basis.steps, zero_key(at, *here, "step"), catalog),
        "parts": [_part(p, zero_key(at, *here, "part", p.code)) for p in basis.parts],
        "gaps": [
            _gap(g, zero_key(at, *here, "gap", i), "t CO2/tce") for i, g in enumerate(basis.gaps)
        ],
        "notes": [text(n) for n in basis.notes],
        "obstacles": [text(n) for n in basis.obstacles],
    }


_BASIS_NAMES: Mapping[str, Text] = {
    "co2": Text("Emissions of the park", "园区碳排放量"),
    "energy": Text("Energy used", "综合能源消费量"),
    "ratio": Text("Emissions per energy", "单位能耗碳排放"),
}


def step_views(steps: tuple[Step, ...], key: str, catalog: Catalog) -> list[View]:
    """Steps with formula, numbers, result and document."""
    return [
        {
            "label": text(step.label),
            "formula": step.formula.text(),
            "numbers": list(step.numbers),
            "result": span_figure(key_of(key, i), step.result, step.formula.unit, step.label),
            "cite": step.cite,
            "document": cited(catalog, step.cite),
            "note": text(step.note) if step.note else None,
        }
        for i, step in enumerate(steps)
    ]


def _part(part: Part, key: str) -> View:
    return {
        "code": part.code,
        "label": text(part.label),
        "co2": figure(key, part.co2_t, "t CO2", part.label),
        "energy": span_figure(key_of(key, "energy"), part.energy, "tce", part.label),
    }


def _limit(limit: Limit) -> View:
    return {
        "value": limit.value,
        "from_tce": limit.from_tce or None,
        "below_tce": limit.below_tce,
        "year": limit.year,
    }


_GAP = Text("Distance from the limit", "与限值的差距")
_CLOSES = Text("What closes it", "达标所需")


def _gaps(gaps: tuple[Gap, ...], key: str, unit: str) -> list[View]:
    return [_gap(gap, key_of(key, i), unit) for i, gap in enumerate(gaps)]


def _gap(gap: Gap, key: str, unit: str) -> View:
    return {
        "limit": _limit(gap.limit),
        "verdict": gap.verdict,
        "is_certain_class": gap.is_certain_class,
        "amount": span_figure(key, gap.amount, unit, _GAP),
        "closes": span_figure(key_of(key, "closes"), gap.closes, gap.closes_unit, _CLOSES),
    }


def _found(found: Found, at: _At, catalog: Catalog) -> View:
    rule, here = found.rule, (found.rule.code,)
    figures = found.measured
    return {
        "code": rule.code,
        "kind": rule.kind,
        "label": text(rule.label),
        "unit": rule.unit,
        "sense": rule.sense,
        "definition": text(rule.definition),
        "numerator": text(rule.numerator),
        "denominator": text(rule.denominator),
        "cite": rule.cite,
        "status": rule.status,
        "figure": span_figure(zero_key(at, *here, "value"), figures.span, rule.unit, rule.label),
        "steps": step_views(figures.steps, zero_key(at, *here, "step"), catalog),
        "missing": [{"code": c, "label": text(label("indicator", c))} for c in figures.missing],
        "notes": [text(note) for note in figures.notes],
        "gaps": [
            _gap(g, zero_key(at, *here, "gap", i), rule.unit) for i, g in enumerate(found.gaps)
        ],
        "drivers": [_driver(d, zero_key(at, *here, "driver", d.part.code)) for d in found.drivers],
        "levers": [_lever(each, zero_key(at, *here, "lever", each.code)) for each in found.levers],
    }


def _driver(driver: Driver, key: str) -> View:
    part = driver.part
    return {
        "code": part.code,
        "label": text(part.label),
        "co2": figure(key, part.co2_t, "t CO2", part.label),
        "excess": span_figure(key_of(key, "excess"), driver.excess, "t CO2", part.label),
    }


def _lever(lever: Lever, key: str) -> View:
    return {
        "code": lever.code,
        "label": text(lever.label),
        "figure": span_figure(key, lever.span, lever.unit, lever.label),
    }
