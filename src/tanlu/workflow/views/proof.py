"""The proof of any figure: formula with numbers, factors, records, parts."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from tanlu.account.cut import cut
from tanlu.account.facts import facts_of
from tanlu.account.formulas import FORMULAS
from tanlu.account.slices import UNSTATED
from tanlu.errors import NotFoundError
from tanlu.model.facts import YearFacts
from tanlu.model.formula import Formula
from tanlu.model.inventory import Inventory
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.catalog import cited, resolved_view
from tanlu.workflow.views.drivers import drivers_view
from tanlu.workflow.views.figure import View, figure, key_of, named, parts_of, text
from tanlu.workflow.views.inventory import T, inventory_view, line_rows, slice_label
from tanlu.workflow.views.pathway import pathway_view
from tanlu.workflow.views.series import series_view


def proof(findings: Findings, key: str) -> View:
    """All there is to know about a figure, without who saved it and when.

    Args:
        findings: What the figure was computed in.
        key: The figure's key.

    Returns:
        The API's record `Proof`, less version and author.

    Raises:
        NotFoundError: When no figure has this key.
    """
    kind, parts = parts_of(key)
    try:
        return _KINDS[kind](findings, key, parts)
    except (KeyError, ValueError, IndexError, TypeError, StopIteration) as error:
        raise NotFoundError.of("not_found", thing=key) from error


def _proof(shown: View, **found: Any) -> View:  # noqa: ANN401 - the record's own parts
    empty: View = {"formula": None, "parts": [], "factors": [], "records": [], "notes": []}
    return {"figure": shown, **empty, **found}


def formula_view(formula: Formula, values: Mapping[str, float]) -> View:
    """A formula as text, LaTeX and with numbers put in."""
    return {
        "code": formula.code,
        "text": formula.text(),
        "latex": formula.latex(),
        "numbers": formula.numbers(values),
        "citation": formula.cite,
        "symbols": {s.letter: text(s.label) for s in formula.symbols.values()},
    }


def _cut(findings: Findings, parts: list[str]) -> Inventory:
    year, boundary, member = int(parts[0]), parts[1], parts[2]
    return cut(findings.ledger, year=year, boundary=boundary, member_id=member)


def _facts(findings: Findings, year: str, member: str) -> YearFacts:
    return facts_of(cut(findings.ledger, year=int(year), member_id=member), findings.book)


def _total(findings: Findings, key: str, parts: list[str]) -> View:
    view = inventory_view(findings, _cut(findings, parts))
    scopes = {s["code"]: s["co2_t"]["value"] for s in view["by_scope"]}
    values = {"scope1": scopes.get("1", 0.0), "scope2": scopes.get("2", 0.0)}
    shown = [s["co2_t"] for s in view["by_scope"]]
    return _proof(
        view["total"],
        formula=formula_view(FORMULAS["total_co2"], values),
        parts=[*shown, view["elimination"]] if view["elimination"]["value"] else shown,
    )


def _slice(findings: Findings, key: str, parts: list[str]) -> View:
    inventory = _cut(findings, parts)
    column, code = parts[3], parts[4]
    view = inventory_view(findings, inventory)
    shown = next(s["co2_t"] for s in view[f"by_{column}"] if s["code"] == code)
    name = pl.col("cell" if column == "member" else column).cast(pl.String).fill_null(UNSTATED)
    taken = [_line_figure(findings, row) for row in line_rows(inventory.lines.filter(name == code))]
    cancelled = inventory.internal.filter(name == code) if column != "member" else pl.DataFrame()
    notes = [_CANCELLED] if len(cancelled) else []
    return _proof(shown, parts=taken, notes=[text(note) for note in notes])


_CANCELLED = Text(
    "Less supply among members, which cancels (R2).", "已扣除成员间供能，相互抵消 (R2)。"
)


def _line_figure(findings: Findings, row: Mapping[str, Any]) -> View:
    key = key_of("line", row["line_id"])
    return figure(key, row["co2_t"], T, slice_label(findings, "carrier", row["carrier"]))


def _line(findings: Findings, key: str, parts: list[str]) -> View:
    rows = findings.ledger.lines.filter(pl.col("line_id") == parts[0])
    row = next(rows.iter_rows(named=True))
    choice = findings.ledger.choices[row["choice"]]
    formula = FORMULAS[choice.formula]
    values = {name: resolved.value for name, resolved in choice.factors.items()}
    inputs = {n: row["amount"] if n in ("fuel", "energy") else values[n] for n in formula.symbols}
    return _proof(
        _line_figure(findings, row),
        formula=formula_view(formula, inputs),
        factors=[resolved_view(findings.catalog, r) for r in choice.factors.values()],
        records=[record_view(findings, row["table"], row["record_id"])],
        notes=_conversion(row, values) + _warming(row, choice.gwp, findings),
    )


def _conversion(row: Mapping[str, Any], values: Mapping[str, float]) -> list[View]:
    if row["written_unit"] == row["amount_unit"] or "coal_equivalent" not in values:
        return []
    coal = {"energy": row["written_amount"], "coefficient": values["coal_equivalent"]}
    numbers = FORMULAS["amount_of_coal_equivalent"].numbers(coal)
    result = f"{row['amount']:.10g} {row['amount_unit']}"
    return [
        text(
            Text(
                f"Amount from coal equivalent: {numbers} = {result}.",
                f"由标煤折算实物量：{numbers} = {result}。",
            )
        )
    ]


def _warming(row: Mapping[str, Any], gwp: float, findings: Findings) -> list[View]:
    if row["gas"] == "co2":
        return []
    name = findings.ledger.gwp_set
    said = f"{row['gas_t']:.10g} t × {gwp:g} ({name})"
    return [text(Text(f"Mass of gas times warming potential: {said}.", f"气体质量 × GWP：{said}。"))]


def record_view(findings: Findings, table: str, record_id: str) -> View:
    """A record as entered, with its evidence."""
    sheet = findings.book.draft.sheet(table)
    row = next(r for r in sheet.rows if r.cells.get("record_id") == record_id)
    return {
        "table": table,
        "row": row.number,
        "record_id": record_id,
        "fields": dict(row.cells),
        "evidence": cited(findings.catalog, row.cells.get("cite")),
    }


def _elimination(findings: Findings, key: str, parts: list[str]) -> View:
    inventory = _cut(findings, parts)
    view = inventory_view(findings, inventory)
    return _proof(
        view["elimination"],
        parts=[_line_figure(findings, row) for row in line_rows(inventory.internal)],
        notes=[text(_CANCELLED)],
    )


def _exported(findings: Findings, key: str, parts: list[str]) -> View:
    inventory = _cut(findings, parts)
    view = inventory_view(findings, inventory)
    note = Text(
        "Energy sent out is reported apart, never subtracted here (R7).",
        "向外输出的能源单列，不在此扣减 (R7)。",
    )
    lines = [_line_figure(findings, row) for row in line_rows(inventory.exported)]
    return _proof(view["exported"], parts=lines, notes=[text(note)])


def _energy(findings: Findings, key: str, parts: list[str]) -> View:
    inventory = _cut(findings, parts)
    facts = facts_of(inventory, findings.book)
    at = (parts[0], inventory.member_id)
    shown = figure(key, facts.energy_tce, "tce", named("energy"))
    taken = [_carrier_energy_figure(findings, facts, at, c) for c in facts.energy_by]
    return _proof(shown, parts=taken)


def _carrier_energy_figure(
    findings: Findings, facts: YearFacts, at: tuple[str, str], carrier: str
) -> View:
    name = slice_label(findings, "carrier", carrier)
    return figure(key_of("carrier_energy", *at, carrier), facts.energy_by[carrier], "tce", name)


def _carrier_energy(findings: Findings, key: str, parts: list[str]) -> View:
    year, member, carrier = parts
    facts = _facts(findings, year, member)
    inventory = findings.ledger.lines.filter(
        pl.col("year") == int(year), pl.col("carrier") == carrier
    )
    inside = [n for n, chain in findings.ledger.chains.items() if member in chain]
    lines = line_rows(inventory.filter(pl.col("to_id").is_in(inside)))
    used = [findings.ledger.choices[row["choice"]] for row in lines]
    factors = {c.factors["coal_equivalent"].factor.factor_id: c.factors["coal_equivalent"]
               for c in used if "coal_equivalent" in c.factors}  # fmt: skip
    return _proof(
        _carrier_energy_figure(findings, facts, (year, member), carrier),
        factors=[resolved_view(findings.catalog, r) for r in factors.values()],
        records=[record_view(findings, row["table"], row["record_id"]) for row in lines[:50]],
    )


def _mix(findings: Findings, key: str, parts: list[str]) -> View:
    year, member, carrier = parts
    facts = _facts(findings, year, member)
    name = slice_label(findings, "carrier", carrier)
    shown = figure(key, facts.energy_by[carrier] / facts.energy_tce, "1", name)
    return _proof(
        shown,
        parts=[
            _carrier_energy_figure(findings, facts, (year, member), carrier),
            figure(key_of("energy", year, "park", member), facts.energy_tce, "tce", named("energy")),
        ],
    )


def _intensity(findings: Findings, key: str, parts: list[str]) -> View:
    year, member = parts
    facts = _facts(findings, year, member)
    values = {"co2": facts.co2_t, "output": facts.output_cny or 0.0}
    total = figure(key_of("total", year, "park", member), facts.co2_t, T, named("total"))
    return _proof(
        figure(key, facts.intensity, "t CO2/CNY", named("intensity")),
        formula=formula_view(FORMULAS["co2_intensity"], values),
        parts=[total, _output_figure(facts, member)],
        notes=[_price_base(findings)],
    )


def _energy_intensity(findings: Findings, key: str, parts: list[str]) -> View:
    year, member = parts
    facts = _facts(findings, year, member)
    energy = figure(key_of("energy", year, "park", member), facts.energy_tce, "tce", named("energy"))
    return _proof(
        figure(key, facts.energy_intensity, "tce/CNY", named("energy_intensity")),
        parts=[energy, _output_figure(facts, member)],
        notes=[_price_base(findings)],
    )


def _price_base(findings: Findings) -> View:
    base = findings.book.park.price_base or "—"
    return text(Text(f"Price base: {base} (R14).", f"价格基准：{base} (R14)。"))


def _output_figure(facts: YearFacts, member: str) -> View:
    key = key_of("output", facts.year, member)
    return figure(key, facts.output_cny, "CNY", named("output"))


def _output(findings: Findings, key: str, parts: list[str]) -> View:
    year, member = parts
    rows = findings.book.table("indicators").filter(
        pl.col("member_id") == member,
        pl.col("indicator") == "output_value",
        pl.col("year") == int(year),
    )
    records = [record_view(findings, "indicators", r) for r in rows["record_id"]]
    facts = _facts(findings, year, member)
    return _proof(_output_figure(facts, member), records=records, notes=[_price_base(findings)])


def _published(findings: Findings, key: str, parts: list[str]) -> View:
    compared = next(c for c in findings.comparisons.values() if c.record_id == parts[0])
    finding = series_view(findings, "")["comparison"]
    return _proof(
        figure(key, compared.published_t, "t CO2", named("published")),
        records=[record_view(findings, "published", parts[0])],
        notes=[finding],
    )


_LMDI = Text(
    "Σ over carriers of L(C₁, C₀) · ln(x₁ / x₀), L(a, b) = (b − a) / ln(b / a); Ang 2015, LMDI-I.",
    "各能源 L(C₁, C₀) · ln(x₁ / x₀) 之和，L(a, b) = (b − a) / ln(b / a)；Ang 2015，LMDI-I。",
)


def _step(findings: Findings, parts: list[str]) -> View:
    years = (int(parts[0]), int(parts[1]))
    steps = drivers_view(findings)["steps"]
    found: View = next(s for s in steps if (s["from_year"], s["to_year"]) == years)
    return found


def _change(findings: Findings, key: str, parts: list[str]) -> View:
    step = _step(findings, parts)
    return _proof(step["total"], parts=[e["co2_t"] for e in step["effects"]], notes=[text(_LMDI)])


def _effect(findings: Findings, key: str, parts: list[str]) -> View:
    step = next(s for s in findings.steps if [s.start, s.end] == parts[:2])
    shown = next(e["co2_t"] for e in _step(findings, parts)["effects"] if e["code"] == parts[2])
    by_carrier = [
        Text(
            f"{slice_label(findings, 'carrier', c).en}: {effects[parts[2]]:,.1f} t",
            f"{slice_label(findings, 'carrier', c).zh}：{effects[parts[2]]:,.1f} t",
        )
        for c, effects in step.by_category.items()
    ]
    return _proof(shown, notes=[text(note) for note in (_LMDI, *by_carrier)])


def _carrier_effect(findings: Findings, key: str, parts: list[str]) -> View:
    effects = _step(findings, parts)["by_carrier"]
    shown = next(e["co2_t"] for e in effects if e["code"] == parts[2])
    return _proof(shown, notes=[text(_LMDI)])


def _endpoint(findings: Findings, key: str, parts: list[str]) -> View:
    step = _step(findings, parts)
    basis = drivers_view(findings)["basis"]
    year = parts[0] if parts[2] == "start" else parts[1]
    member = findings.book.park.park_id
    facts = _facts(findings, year, member)
    total = figure(key_of("total", year, "park", member), facts.co2_t, T, named("total"))
    return _proof(step[parts[2]], parts=[total], notes=[basis])


def _projected(findings: Findings, key: str, parts: list[str]) -> View:
    scenario_id, year = parts[0], int(parts[1])
    view = next(
        s for s in pathway_view(findings)["scenarios"] if s["scenario_id"] == scenario_id
    )
    point = next(p for p in view["points"] if p["year"] == year)
    said = [
        Text(f"{a['branch']} {a['quantity']} {a['year']}: {a['value']:g} {a['unit']} ({a['cite']})",
             f"{a['branch']} {a['quantity']} {a['year']}：{a['value']:g} {a['unit']}（{a['cite']}）")
        for a in view["assumptions"]
    ]  # fmt: skip
    rule = Text(
        "Σ over branches of output × intensity × share × factor.",
        "各分支 产值 × 能耗强度 × 占比 × 因子 之和。",
    )
    shown = figure(key, point["co2_t"], "t CO2", named("projected"))
    return _proof(shown, notes=[text(note) for note in (rule, *said)])


_KINDS: Mapping[str, Callable[[Findings, str, list[str]], View]] = {
    "total": _total,
    "slice": _slice,
    "line": _line,
    "elimination": _elimination,
    "exported": _exported,
    "energy": _energy,
    "carrier_energy": _carrier_energy,
    "mix": _mix,
    "intensity": _intensity,
    "energy_intensity": _energy_intensity,
    "output": _output,
    "published": _published,
    "change": _change,
    "effect": _effect,
    "carrier_effect": _carrier_effect,
    "endpoint": _endpoint,
    "projected": _projected,
}
