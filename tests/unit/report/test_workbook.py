"""The workbook recalculates, cell by cell, to what was found out."""

import math
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tanlu.report.workbook import workbook
from tanlu.report.workbook_lines import COLUMNS, HEAD_ROW
from tanlu.types import Text
from tests.unit.report import parks
from tests.unit.report.spreadsheet import Sheets

PARKS = ("ganzhou", "members", "partial", "changing", "measured", "processes", "empty")


@cache
def made(park, language="en"):
    return workbook(getattr(parks, park)(), language)


@cache
def sheets(park, language="en"):
    return Sheets(made(park, language))


def find(book, sheet, column, text, beside):
    """The cell `beside` columns right of the row whose column starts with a text."""
    for row in book.formulas[sheet].iter_rows():
        if str(row[column].value or "").startswith(text):
            return row[column + beside].coordinate
    raise AssertionError(text)


@pytest.mark.parametrize("park", PARKS)
def test_every_formula_gives_the_value_written_with_it(park):
    book, wrong, count = sheets(park), [], 0
    for sheet, at in book.cells():
        live, written = book.value(sheet, at), book.cached(sheet, at)
        count += 1
        if isinstance(written, (bool, str)):
            is_same = live == written
        else:
            is_same = math.isclose(live, written or 0.0, rel_tol=1e-9, abs_tol=1e-6)
        if not is_same:
            wrong.append(f"{sheet}!{at}: {live} for {written}")
    assert not wrong
    assert count > (1000 if park == "ganzhou" else 0)


@pytest.mark.parametrize(
    "park", ["ganzhou", "members", "partial", "changing", "measured", "processes"]
)
def test_the_live_totals_are_the_inventories(park):
    book, findings = sheets(park), getattr(parks, park)()
    at = find(book, "Statement", 0, "Emissions", 2)
    row = book.formulas["Statement"][at].row
    for column, year in enumerate(sorted(findings.inventories), start=3):
        cell = book.formulas["Statement"].cell(row, column).coordinate
        total = book.value("Statement", cell)
        assert math.isclose(total, findings.inventories[year].total_t, rel_tol=1e-12)


@pytest.mark.parametrize("park", PARKS)
def test_all_checks_hold(park):
    book = sheets(park)
    assert book.value("Checks", find(book, "Checks", 0, "All checks hold", 3)) is True


def test_a_change_of_one_factor_is_seen_everywhere():
    book = Sheets(made("ganzhou"))
    page = book.formulas["Factors"]
    row = next(
        r for r in page.iter_rows() if r[0].value == "Electricity" and "supply" in r[1].value
    )
    row[2].value = row[2].value / 2
    at = find(book, "Statement", 0, "Scope 2", 2)
    facts = parks.ganzhou().facts[2020]
    assert math.isclose(book.value("Statement", at), facts.scope2_t / 2, rel_tol=1e-12)
    assert book.value("Checks", find(book, "Checks", 0, "All checks hold", 3)) is False


def test_members_with_codes_that_look_alike_are_summed_apart():
    book, ledger = sheets("members"), parks.members().ledger
    for member in ("001", "1", "A", "a"):
        at = find(book, "Sums", 1, f"Works {member}", 1)
        own = ledger.lines.filter(to_id=member, year=2022)["co2_t"].sum()
        assert math.isclose(book.value("Sums", at), own, rel_tol=1e-12)


def test_supply_among_members_is_eliminated():
    book = sheets("members")
    gross, cancelled, net = (
        book.value("Sums", find(book, "Sums", 0, name, 2))
        for name in ("members", "elimination", "park")
    )
    assert cancelled > 0
    assert math.isclose(gross - cancelled, net)


def test_every_line_shows_where_it_comes_from():
    book = load_workbook(BytesIO(made("ganzhou")))
    page, names = book["Lines"], list(COLUMNS)
    ledger = parks.ganzhou().ledger
    rows = list(page.iter_rows(min_row=HEAD_ROW + 2, max_row=HEAD_ROW + 1 + len(ledger.lines)))
    for row in rows:
        cells = {name: cell.value for name, cell in zip(names, row, strict=False)}
        assert cells["record_id"]
        assert cells["row"]
        assert str(cells["written"]).startswith("='Records ")
        assert "wang2024#eq" in cells["formula"]
        assert str(cells["co2"]).startswith("=")
        used = [n for n in ("ncv", "carbon", "oxidised", "emission", "factor") if cells[n]]
        assert used
        assert all(str(cells[n]).startswith("='Factors'!") for n in used)


def test_every_factor_names_document_place_and_how_it_was_found():
    book = load_workbook(BytesIO(made("ganzhou")), data_only=True)
    heads = [cell.value for cell in book["Factors"][4]]
    rows = [r for r in book["Factors"].iter_rows(min_row=5, values_only=True) if r[2] is not None]
    assert len(rows) == 10
    for row in rows:
        cells = dict(zip(heads, row, strict=True))
        assert all(cells[h] for h in ("Document", "Place in it", "How found (R5)", "Title"))


def test_no_slope_is_printed():
    page = load_workbook(BytesIO(made("ganzhou")))["Regression"]
    heads = [row[0] for row in page.iter_rows(values_only=True)]
    assert "Slopes" not in heads
    assert "Why R² = 1 is no evidence" in heads


@pytest.mark.parametrize("language", ["en", "zh"])
def test_texts_never_become_formulas(language):
    findings, bad = parks.members(), '=HYPERLINK("http://x","y")'
    names = {**findings.ledger.labels, "a": Text(bad, bad), "A": Text("@1+1", "+1+1")}
    park = replace(findings.book.park, name=Text("=1+1", "=1+1"), price_base="-1+1")
    hostile = replace(
        findings,
        ledger=replace(findings.ledger, labels=names),
        book=replace(findings.book, park=park),
    )
    book = load_workbook(BytesIO(workbook(hostile, language)))
    texts = [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "s"]
    found = {cell.value for cell in texts}
    assert {"=1+1", "-1+1", bad} <= found
    live = [c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]
    assert not [formula for formula in live if "HYPERLINK" in formula or "1+1" in formula]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_equal_findings_give_equal_bytes(language):
    assert workbook(parks.ganzhou(), language) == made("ganzhou", language)


def test_the_languages_have_the_same_cells():
    one, other = sheets("ganzhou", "en"), sheets("ganzhou", "zh")
    assert len(one.formulas.sheetnames) == len(other.formulas.sheetnames)
    for a, b in zip(one.formulas, other.formulas, strict=True):
        filled = [{c.coordinate for row in s.iter_rows() for c in row if c.value not in (None, "")}
                  for s in (a, b)]  # fmt: skip
        assert filled[0] == filled[1], a.title
