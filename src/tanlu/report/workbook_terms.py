"""Amounts that several records make up: a stock's use and a balance's carbon, as live formulas."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import polars as pl

from tanlu.model.inventory import Choice
from tanlu.report.findings import Findings
from tanlu.report.workbook_factors import FactorCells
from tanlu.report.workbook_pen import Page
from tanlu.report.workbook_records import RecordCells, conversion
from tanlu.units import parse_unit

_LESS = {"sold", "other_use", "closing", "output"}


def terms_of(
    line: Mapping[str, Any], findings: Findings, records: RecordCells, page: Page
) -> str | None:
    """The formula of a line's amount over the cells of all records that make it up.

    Returns:
        The formula without the equals sign; None when one record alone says the amount.
    """
    if line["table"] == "stocks":
        return _stock(line, findings, records, page)
    return _balance(line, findings, records, page) if line["table"] == "mass_balance" else None


def _stock(
    line: Mapping[str, Any], findings: Findings, records: RecordCells, page: Page
) -> str | None:
    found = next(
        (b for b in findings.ledger.preparation.stocks if line["record_id"] in b.records.values()),
        None,
    )
    if found is None:
        return None
    rows = _rows(findings, "stocks", found.records.values())
    terms = [
        (row["item"], _times(_cell(records, page, "stocks", row, "quantity"),
                             conversion(row["unit"], found.unit)))
        for row in rows
    ]  # fmt: skip
    total = _sum(terms)
    return total if line["share"] is None else f"({total})*{line['share']!r}"


def _balance(
    line: Mapping[str, Any], findings: Findings, records: RecordCells, page: Page
) -> str | None:
    balances = findings.ledger.preparation.balances
    found = next((b for b in balances if b.terms[0].record_id == line["record_id"]), None)
    if found is None:
        return None
    terms = []
    for row in _rows(findings, "mass_balance", [t.record_id for t in found.terms]):
        amount = _times(
            _cell(records, page, "mass_balance", row, "quantity"),
            conversion(row["unit"], row["amount_unit"]),
        )
        scale: Fraction = parse_unit(row["carbon_unit"]).factor
        content = _times(
            _cell(records, page, "mass_balance", row, "carbon"),
            (scale.numerator, scale.denominator),
        )
        terms.append((row["side"], f"{amount}*{content}"))
    return _sum(terms)


def energy_of(
    line: Mapping[str, Any], choice: Choice, findings: Findings, cells: FactorCells, page: Page
) -> str | None:
    """The formula of the energy of a balance's fuels; None for any other line. [tce]"""
    if line["table"] != "mass_balance":
        return None
    balances = findings.ledger.preparation.balances
    found = next(b for b in balances if b.terms[0].record_id == line["record_id"])
    terms = []
    for term in found.terms:
        factor = choice.factors.get(f"coal_equivalent:{term.carrier}")
        if factor:
            terms.append((term.side, f"{term.amount!r}*{cells.of(factor).at(page)}"))
    return _sum(terms) or "0"


def _rows(findings: Findings, table: str, names: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any collection of codes
    wanted = findings.book.table(table).filter(pl.col("record_id").is_in(list(names)))
    return list(wanted.iter_rows(named=True))


def _cell(records: RecordCells, page: Page, table: str, row: Mapping[str, Any], column: str) -> str:
    found = records.find(table, row["row"], column)
    return found.at(page) if found else repr(row[column])


def _times(cell: str, scale: tuple[int, int]) -> str:
    up, down = scale
    return cell + (f"*{up}" if up != 1 else "") + (f"/{down}" if down != 1 else "")


def _sum(terms: list[tuple[str, str]]) -> str:
    signed = [f"{'-' if side in _LESS else '+'}{text}" for side, text in terms]
    return "".join(signed).removeprefix("+")
