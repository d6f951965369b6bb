"""The statement says how complete its years are, and how good their data."""

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.report.setting import Setting
from tanlu.report.statement_grade import grade_blocks
from tanlu.report.wording import Words
from tanlu.workflow.assess import assess
from tanlu.workflow.open import bundled, open_book


@pytest.mark.parametrize(("language", "grade"), [("en", "good"), ("zh", "好")])
def test_a_whole_park_is_said_to_be_whole(language, grade):
    findings = assess(open_book(bundled("opulent")), load_catalog())
    table, note = grade_blocks(Setting(findings, Words(language)))
    score, asked, missing, unvalued, dqr = (row[1:] for row in table.rows)
    assert len(score) == len(findings.inventories) == 2
    assert all(cell.startswith("100") for cell in score)
    assert [asked, missing, unvalued] == [["0", "0"]] * 3
    assert all(grade in cell for cell in dqr)
    assert "us.epa.600.r16.096" in note.text


def test_what_is_missing_is_valued_or_said_to_be_unknown():
    findings = assess(open_book(bundled("minimal")), load_catalog())
    table, _ = grade_blocks(Setting(findings, Words("en")))
    rows = {row[0]: row[1:] for row in table.rows}
    assert all(int(cell) > 0 for cell in rows["Gaps that cannot be valued"])
    assert all(cell == "—" for name, cells in rows.items() for cell in cells if "booked" in name)


def test_a_park_without_a_year_has_no_table():
    findings = assess(open_book(bundled("empty")), load_catalog())
    assert grade_blocks(Setting(findings, Words("en"))) == []
