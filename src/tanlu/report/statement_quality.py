"""Data quality, what is missing, what the figures cannot say, and the documents."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from tanlu.account.scope2 import is_asked
from tanlu.errors import Fault
from tanlu.report.block import Block, Bullets, Callout, Paragraph, Section, Table
from tanlu.report.citations import cited, document
from tanlu.report.setting import Setting
from tanlu.report.statement_grade import grade_blocks
from tanlu.report.statement_worth import worth_point
from tanlu.report.workbook_lines import booked_lines
from tanlu.types import Text


def quality_section(setting: Setting) -> Section:
    """The section of data quality and gaps (R1)."""
    words, findings = setting.words, setting.findings
    language = words.language
    blocks: list[Block] = [_qualities(setting)] if setting.years else []
    missing = [f for i in findings.inventories.values() for f in i.missing]
    if missing:
        head = words("quality.missing_head", n=len(missing))
        blocks += [Callout(head, words("quality.missing"), "warn"),
                   Bullets([_named(setting, f).what(language) for f in missing[:40]])]  # fmt: skip
        if len(missing) > 40:
            blocks.append(Paragraph(words("quality.more", n=len(missing) - 40)))
    else:
        blocks.append(Paragraph(words("quality.complete")))
    blocks += grade_blocks(setting)
    prepared = [_named(setting, fault) for fault in findings.ledger.preparation.warnings]
    told = [*findings.book.warnings, *prepared]
    warnings = [f"{w.place.of(language)}: {w.what(language)}" for w in told[:40]]
    if warnings:
        blocks += [Paragraph(words("quality.warnings")), Bullets(warnings)]
    return Section(words("section.quality"), blocks)


def _named(setting: Setting, fault: Fault) -> Fault:
    # a fault names members and carriers by code; a reader knows them by name
    labels, carriers = setting.findings.ledger.labels, setting.findings.catalog.carriers
    named: dict[str, Mapping[str, Text]] = {
        "member": labels,
        "carrier": {code: carrier.label for code, carrier in carriers.items()},
    }
    params = {k: named.get(k, {}).get(str(v), v) for k, v in fault.params.items()}
    return replace(fault, params=params)


def quality_shares(setting: Setting) -> dict[tuple[str, int], float]:
    """Share of each year's emissions by the quality of the records behind them."""
    frame = booked_lines(setting.findings.ledger).with_columns(
        net=pl.col("co2_t") * (pl.col("booked") - pl.col("cancels"))
    )
    sums = frame.group_by("quality", "year").agg(pl.col("net").sum()).iter_rows()
    totals = {year: setting.findings.facts[year].co2_t for year in setting.years}
    return {(q or "none", y): v / totals[y] for q, y, v in sums if totals.get(y)}


def _qualities(setting: Setting) -> Table:
    words, shares = setting.words, quality_shares(setting)
    present = {quality for quality, _ in shares}
    known = [q for q in ("measured", "invoiced", "calculated", "estimated", "none") if q in present]
    rows = [
        [
            words.name("quality", q),
            *(setting.percent(shares.get((q, y), 0.0), 1) for y in setting.years),
        ]
        for q in known
    ]
    head = [words("line.quality"), *map(str, setting.years)]
    return Table(words("quality.table"), head, rows)


def _has_market(setting: Setting) -> bool:
    return any(is_asked(inventory) for inventory in setting.findings.inventories.values())


def limit_section(setting: Setting) -> Section:
    """What these figures cannot say."""
    words, findings = setting.words, setting.findings
    points = [words("limit.scope3"), words("limit.market"), worth_point(setting)]
    market = "limit.market_beside" if _has_market(setting) else "limit.market"
    points = [words("limit.scope3"), words(market), words("limit.uncertainty")]
    if len(findings.ledger.chains) < 2:
        points.insert(0, words("limit.members"))
    gases = findings.catalog.methods[findings.ledger.method].gases
    points.append(words("limit.gases", gases=words("list.mark").join(
        words.name("gas", g) for g in gases)))  # fmt: skip
    last = setting.years[-1] if setting.years else 0
    shares = quality_shares(setting)
    soft = sum(shares.get((q, last), 0.0) for q in ("calculated", "estimated"))
    if soft > 0.005:
        points.append(words("limit.soft", share=setting.percent(soft, 0), year=last))
    if setting.has_output:
        points.append(words("limit.prices"))
    if findings.identification and not findings.identification.is_reported:
        points.append(words("limit.regression"))
    if findings.projections:
        points.append(words("limit.scenarios"))
    return Section(words("section.limit"), [Bullets(points)])


def document_section(setting: Setting) -> Section:
    """The documents that anything cites."""
    words, language, rows = setting.words, setting.words.language, []
    for code, places in cited(setting.findings).items():
        known = document(setting.findings, code)
        if known is None:
            rows.append([code, words("document.unregistered"), words("unknown"), ", ".join(places)])
            continue
        is_own = known.status == "own"
        note = known.note if is_own else ""
        parts = (known.title.of(language), known.issuer.of(language), known.number, note)
        about = words("list.break").join(part for part in parts if part)
        # whoever registers a document has not thereby read it
        read = words("document.own") if is_own else words.name("status", known.read)
        rows.append([code, about, read, ", ".join(places)])
    head = [words(f"document.{n}") for n in ("code", "title", "read", "places")]
    table = Table(words("document.table"), head, rows, 4, widths=[1.6, 3.6, 1.2, 2.6])
    return Section(words("section.documents"), [table])
