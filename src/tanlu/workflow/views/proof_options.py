"""Proofs of the numbers of options and of the targets of policies."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.content import Catalog
from tanlu.catalog.option_values import ratios, reading, time_share
from tanlu.catalog.options import option
from tanlu.catalog.policies import policy
from tanlu.model.option import Option, Point, Quantity, Reading, Series, Step
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.option_records import quantity_label
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.options import option_figure
from tanlu.workflow.views.policies import target_figure
from tanlu.workflow.views.proof_parts import formula_view, proof_of

_ASSUMED = Text(
    "An assumption: no document was found. Replace it by a quote of your own.",
    "假设值：未找到文件，请以自有报价替换。",
)
_BETWEEN = Text(
    "On the straight line between {first} ({start}) and {last} ({end}) {unit}.",
    "在 {first}（{start}）与 {last}（{end}）{unit} 之间线性内插。",
)
_CARRIED = Text(
    "Carried between price years by consumer prices: a convention, equipment does not follow them.",
    "不同价格年份按居民消费价格换算，属约定做法，设备价格未必同步。",
)


def _option(findings: Findings, parts: list[str]) -> View:
    option_id, name, day, year = parts
    found = option(option_id)
    quantity = next(each for each in found.every() if each.name == name)
    on = date.fromisoformat(day)
    read = reading(found, quantity, on, int(year))
    return proof_of(
        option_figure(found, read, on, int(year)),
        formula=_formula(read, on),
        parts=_parts(found, quantity, (on, int(year), read)),
        factors=[
            *(_factor(findings.catalog, found, quantity.taken, (name, p)) for p in read.points),
            *(_rate(findings.catalog, step, read) for step in read.steps),
        ],
        notes=list(_notes(read)),
    )


def _formula(read: Reading, on: date) -> View:
    if len(read.points) == 1 or read.steps or read.unit_scale != 1:
        rate, prices = ratios(read.steps)
        return formula_view(
            FORMULAS["value_in_plan"],
            {
                "printed_value": read.printed,
                "unit_scale": read.unit_scale,
                "rate_cny": rate,
                "price_ratio": prices,
            },
        )
    return _line(read, on)


def _line(read: Reading, on: date) -> View:
    first, last = read.points
    values = {
        "value_before": first.value,
        "value_after": last.value,
        "time_share": time_share(read.points, on),
    }
    return formula_view(FORMULAS["value_between"], values)


def _parts(found: Option, quantity: Quantity, asked: tuple[date, int, Reading]) -> list[View]:
    # the dates that the value lies between, each a figure of its own
    on, year, read = asked
    if len(read.points) == 1:
        return []
    return [
        option_figure(found, reading(found, quantity, point.on, year), point.on, year)
        for point in read.points
        if point.on != on
    ]


def _factor(catalog: Catalog, found: Option, series: Series, at: tuple[str, Point]) -> View:
    name, point = at
    return {
        "factor_id": f"option/{found.option_id}/{name}/{point.on}",
        "subject": f"options/{found.option_id}",
        "subject_label": text(found.label),
        "quantity": name,
        "quantity_label": text(quantity_label(name)),
        "value": point.value,
        "unit": series.unit,
        "lower": point.lower,
        "upper": point.upper,
        "printed": None,
        "place": series.place,
        "series": "option",
        "valid_from": point.on.isoformat(),
        "valid_to": None,
        "citation": cited(catalog, point.cite) or _nothing(),
        "clause": point.clause,
        "status": point.status,
        "note": None,
        "found": None,
        "found_label": None,
        "alternatives": [],
    }


def _nothing() -> View:
    none = {"en": "Assumption of this catalogue", "zh": "本目录的假设"}
    return {
        "citation_id": "assumption", "title": none, "issuer": {"en": "", "zh": ""},
        "number": None, "published_on": None, "status": "unknown", "read": "assumed", "note": None,
    }  # fmt: skip


def _rate(catalog: Catalog, step: Step, read: Reading) -> View:
    cite = step.cite.split("; ")[0]
    return {
        "factor_id": f"money/{step.unit}/{read.price_year}",
        "subject": "",
        "subject_label": text(Text("Money", "货币")),
        "quantity": step.unit,
        "quantity_label": text(step.label),
        "value": step.value,
        "unit": step.unit,
        "lower": None,
        "upper": None,
        "printed": None,
        "place": "CN",
        "series": "money",
        "valid_from": str(read.price_year),
        "valid_to": None,
        "citation": cited(catalog, cite) or _nothing(),
        "clause": cite.partition("#")[2],
        "status": step.status,
        "note": None,
        "found": None,
        "found_label": None,
        "alternatives": [],
    }


def _notes(read: Reading) -> Iterator[View]:
    if read.status == "assumed":
        yield text(_ASSUMED)
    if len(read.points) == 2:
        first, last = read.points
        yield text(
            _BETWEEN.fill(
                unit=read.printed_unit,
                first=f"{first.value:g}",
                last=f"{last.value:g}",
                start=first.on,
                end=last.on,
            )
        )
    for note in dict.fromkeys(point.note for point in read.points if point.note):
        yield text(note)
    if any(step.unit == "1" for step in read.steps):
        yield text(_CARRIED)


def _policy(findings: Findings, parts: list[str]) -> View:
    policy_id, index = parts
    found = policy(policy_id)
    demand = found.demands[int(index)]
    document = findings.catalog.citations[policy_id]
    shown = target_figure(found, int(index))
    if shown is None:
        raise KeyError(index)
    return proof_of(
        shown,
        factors=[],
        notes=[
            text(demand.says),
            text(Text("Clause {clause} of {title}", "{title} 第 {clause} 条").fill(
                clause=demand.clause, title=document.title)),
            *([text(Text(document.note, document.note))] if document.note else []),
        ],
    )  # fmt: skip


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "option": _option,
    "policy": _policy,
}
"""Kind of figure to the function that proves it."""
