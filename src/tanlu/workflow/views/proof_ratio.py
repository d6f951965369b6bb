"""Proofs of energy, shares, output and intensities."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.account.facts import facts_of
from tanlu.account.formulas import FORMULAS
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, figure, key_of, named, text
from tanlu.workflow.views.inventory import line_rows, slice_label
from tanlu.workflow.views.proof_parts import (
    carrier_energy_figure,
    cut_of,
    facts_at,
    formula_view,
    output_figure,
    proof_of,
    record_view,
    total_figure,
)


def _energy(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    facts = facts_of(inventory, findings.book)
    at = (parts[0], inventory.member_id)
    shown = figure(key_of("energy", *parts), facts.whole_energy_tce, "tce", named("energy"))
    taken = [carrier_energy_figure(findings, facts, at, c) for c in facts.energy_by]
    return proof_of(shown, parts=taken)


def _carrier_energy(findings: Findings, parts: list[str]) -> View:
    year, member, carrier = parts
    facts = facts_at(findings, year, member)
    inventory = findings.ledger.lines.filter(
        pl.col("year") == int(year), pl.col("carrier") == carrier
    )
    inside = [n for n, chain in findings.ledger.chains.items() if member in chain]
    lines = line_rows(inventory.filter(pl.col("to_id").is_in(inside)))
    used = [findings.ledger.choices[row["choice"]] for row in lines]
    factors = {c.factors["coal_equivalent"].factor.factor_id: c.factors["coal_equivalent"]
               for c in used if "coal_equivalent" in c.factors}  # fmt: skip
    return proof_of(
        carrier_energy_figure(findings, facts, (year, member), carrier),
        factors=[resolved_view(findings.catalog, r) for r in factors.values()],
        records=[record_view(findings, row["table"], row["record_id"]) for row in lines[:50]],
    )


def _mix(findings: Findings, parts: list[str]) -> View:
    year, member, carrier = parts
    facts = facts_at(findings, year, member)
    name = slice_label(findings, "carrier", carrier)
    shown = figure(key_of("mix", *parts), facts.energy_by[carrier] / facts.energy_tce, "1", name)
    return proof_of(
        shown,
        parts=[
            carrier_energy_figure(findings, facts, (year, member), carrier),
            figure(
                key_of("energy", year, "park", member),
                facts.whole_energy_tce,
                "tce",
                named("energy"),
            ),
        ],
    )


def _intensity(findings: Findings, parts: list[str]) -> View:
    year, member = parts
    facts = facts_at(findings, year, member)
    values = {"co2": facts.co2_t, "output": facts.output_cny or 0.0}
    total = total_figure(findings, facts, member)
    return proof_of(
        figure(key_of("intensity", *parts), facts.intensity, "t CO2/CNY", named("intensity")),
        formula=formula_view(FORMULAS["co2_intensity"], values),
        parts=[total, output_figure(facts, member)],
        notes=[_price_base(findings)],
    )


def _energy_intensity(findings: Findings, parts: list[str]) -> View:
    year, member = parts
    facts = facts_at(findings, year, member)
    energy = figure(
        key_of("energy", year, "park", member), facts.whole_energy_tce, "tce", named("energy")
    )
    return proof_of(
        figure(
            key_of("energy_intensity", *parts),
            facts.energy_intensity,
            "tce/CNY",
            named("energy_intensity"),
        ),
        parts=[energy, output_figure(facts, member)],
        notes=[_price_base(findings)],
    )


def _price_base(findings: Findings) -> View:
    base = findings.book.park.price_base or "—"
    return text(Text(f"Price base: {base} (R14).", f"价格基准：{base} (R14)。"))


def _output(findings: Findings, parts: list[str]) -> View:
    year, member = parts
    rows = findings.book.table("indicators").filter(
        pl.col("member_id") == member,
        pl.col("indicator") == "output_value",
        pl.col("year") == int(year),
    )
    records = [record_view(findings, "indicators", r) for r in rows["record_id"]]
    facts = facts_at(findings, year, member)
    return proof_of(output_figure(facts, member), records=records, notes=[_price_base(findings)])


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "energy": _energy,
    "carrier_energy": _carrier_energy,
    "mix": _mix,
    "intensity": _intensity,
    "energy_intensity": _energy_intensity,
    "output": _output,
}
"""Kind of figure to the function that proves it."""
