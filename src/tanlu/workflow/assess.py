"""From a checked park to all findings: account, explain, plan in one run."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import polars as pl

from tanlu.account.compare import calibrate, compare
from tanlu.account.cut import cut, years_of
from tanlu.account.facts import facts_of
from tanlu.account.ledger import ledger
from tanlu.account.recalculate import recalculate
from tanlu.catalog.content import Catalog
from tanlu.catalog.overlay import with_documents
from tanlu.explain.identify import identify
from tanlu.explain.kaya import Year, identity
from tanlu.explain.lmdi import chain
from tanlu.model.book import Book
from tanlu.model.driver import Decomposition, Identification
from tanlu.model.facts import Comparison, YearFacts
from tanlu.model.inventory import Ledger
from tanlu.report.findings import Findings
from tanlu.workflow.path import base_of, projections_of

REGRESSORS = ("output_value", "energy_total", "electricity_share", "lead_industry_share")
_MIN_YEARS = 2


def assess(
    book: Book, catalog: Catalog, version: int = 0, before: Findings | None = None
) -> Findings:
    """Everything tanlu finds out about a park.

    Args:
        book: A checked park.
        catalog: The factor catalogue.
        version: The stored version the park was read from, if any.
        before: Findings of the version it was made from: only lines that a changed
            factor touches are computed again.

    Returns:
        Inventories, facts, comparisons, drivers and projections.

    Raises:
        NoFactorError: With every factor that is missing.
    """
    catalog = with_documents(catalog, book)
    lines = _ledger(book, catalog, before)
    inventories = {year: cut(lines, year=year) for year in years_of(lines)}
    facts = {year: facts_of(inventory, book) for year, inventory in inventories.items()}
    comparisons = _comparisons(book, facts)
    used = {y: calibrate(f, comparisons[y]) if y in comparisons else f for y, f in facts.items()}
    base = base_of(facts)
    return Findings(
        book=book,
        catalog=catalog,
        ledger=lines,
        inventories=inventories,
        facts=facts,
        driver_facts=used,
        comparisons=comparisons,
        steps=_steps(used),
        identification=_identification(book),
        base=base,
        projections=projections_of(book, base, lines, catalog.carriers) if base else [],
        version=version,
    )


def _ledger(book: Book, catalog: Catalog, before: Findings | None) -> Ledger:
    if before is None:
        return ledger(book, catalog)
    return recalculate(before.ledger, (before.book, before.catalog), (book, catalog))


def _comparisons(book: Book, facts: Mapping[int, YearFacts]) -> dict[int, Comparison]:
    rows = book.table("published").filter(
        pl.col("figure") == "co2", pl.col("member_id") == book.park.park_id
    )
    return {
        row["year"]: compare(facts[row["year"]], row)
        for row in _whole_years(rows).iter_rows(named=True)
        if row["year"] in facts
    }


def _whole_years(rows: pl.DataFrame) -> pl.DataFrame:
    first = pl.date(pl.col("year"), 1, 1)
    return rows.filter(pl.col("start") == first, pl.col("end") == first.dt.offset_by("1y"))


def _steps(facts: Mapping[int, YearFacts]) -> list[Decomposition]:
    usable = [f for f in facts.values() if f.has_drivers]
    gaps = [b.year - a.year for a, b in pairwise(usable)]
    if len(usable) < _MIN_YEARS or any(gap != 1 for gap in gaps):
        return []
    years = [Year(str(f.year), f.output_cny or 0.0, f.energy_by, f.co2_by) for f in usable]
    return chain(identity(years))


def _identification(book: Book) -> Identification | None:
    columns = regressors(book)
    if columns is None:
        return None
    targets, drivers = columns
    found = identify(targets, drivers)
    written = {n: _written(book, "indicators", "indicator", n) for n in drivers}
    units = {n: next(iter(rows.values()))[1] for n, rows in written.items()}
    published = _written(book, "published", "figure", "co2")
    return replace(found, units={"co2": next(iter(published.values()))[1], **units})


def regressors(book: Book) -> tuple[list[float], dict[str, list[float]]] | None:
    """Published totals and the indicators that are on record in each of their years.

    Args:
        book: A checked park.

    Returns:
        One value a year, in the units as written; None when there is nothing to regress.
    """
    targets = _written(book, "published", "figure", "co2")
    columns = {n: _written(book, "indicators", "indicator", n) for n in REGRESSORS}
    drivers = {
        name: [rows[year][0] for year in targets]
        for name, rows in columns.items()
        if targets and set(targets) <= set(rows) and _has_logs(rows)
    }
    if not drivers or not _has_logs(targets):
        return None
    return [value for value, _ in targets.values()], drivers


def _has_logs(rows: Mapping[int, tuple[float, str]]) -> bool:
    return all(value > 0 for value, _ in rows.values())


def _written(book: Book, table: str, column: str, name: str) -> dict[int, tuple[float, str]]:
    # in the units of the document, when it keeps to one: the intercept depends on them
    rows = _whole_years(
        book.table(table).filter(pl.col(column) == name, pl.col("member_id") == book.park.park_id)
    )
    is_uniform = rows["unit"].n_unique() == 1
    value, unit = ("quantity", "unit") if is_uniform else ("amount", "amount_unit")
    taken = rows.sort("year").select("year", value, unit).iter_rows()
    return {year: (amount, in_unit) for year, amount, in_unit in taken}
