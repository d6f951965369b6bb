"""The checks that a verifier would make, live: each cell says TRUE or FALSE."""

from tanlu.report.findings import Findings
from tanlu.report.workbook_compare import DriverCells
from tanlu.report.workbook_drivers import StepCells
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_scenarios import ScenarioCells
from tanlu.report.workbook_sums import SumCells

_FIRST = 4


class CheckList:
    """Checks as they are written, one a row: label, both sides, TRUE or FALSE."""

    def __init__(self, page: Page) -> None:
        """Start below the headings."""
        self.page, self.row, self.hold = page, _FIRST, True

    def equal(self, label: str, left: Cell, right: Cell | float) -> None:
        """Check that two figures agree within one millionth."""
        page, row = self.page, self.row
        page.text(row, 0, label)
        a = page.formula(row, 1, left.at(page), left.value, "tonnes")
        if isinstance(right, Cell):
            b = page.formula(row, 2, right.at(page), right.value, "tonnes")
        else:
            b = page.number(row, 2, right, "tonnes")
        formula = f"ABS({a.at(page)}-{b.at(page)})<=0.000001*ABS({b.at(page)})+0.000001"
        is_equal = abs(a.number - b.number) <= 1e-6 * abs(b.number) + 1e-6
        page.formula(row, 3, formula, is_equal, "check")
        self.hold = self.hold and is_equal
        self.row += 1


def write_checks(
    pen: Pen, findings: Findings, sums: SumCells, used: DriverCells, steps: StepCells,
    scenarios: ScenarioCells,
) -> Cell:  # fmt: skip
    """Write all checks; gives the cell that says whether all hold."""
    page = pen.pages["checks"]
    page.widths(70, 20, 20, 14, 20)
    page.heads(_FIRST - 1, [pen.words(f"check.{n}") for n in ("what", "left", "right", "holds")])
    page.frozen(_FIRST, 0)
    checks = CheckList(page)
    for year in sums.years:
        _sums(checks, findings, sums, year)
    for span, cell in steps.closing.items():
        checks.equal(pen.words("check.lmdi", span=span), cell, 0.0)
    for year in used.moved:
        _calibrated(checks, findings, used, year)
    if findings.base:
        total = sums.at("scope", "", findings.base.year)
        for projection in findings.projections:
            label = projection.scenario.label.of(pen.words.language)
            first = scenarios.first[projection.scenario.scenario_id]
            checks.equal(pen.words("check.start", scenario=label), first, total)
    return _all_hold(page, checks)


def _sums(checks: CheckList, findings: Findings, sums: SumCells, year: int) -> None:
    words = checks.page.pen.words
    total = sums.at("reconciliation", "park", year)
    for block in ("scope", "carrier", "system", "gas"):
        label = words("check.sum", split=words(f"sum.{block}"), year=year)
        checks.equal(label, sums.at(block, "", year), total)
    label = words("check.members", year=year)
    checks.equal(label, sums.at("reconciliation", "park", year), sums.at("scope", "", year))
    written = findings.inventories[year].total_t
    checks.equal(words("check.written", year=year), sums.at("scope", "", year), written)


def _calibrated(checks: CheckList, findings: Findings, used: DriverCells, year: int) -> None:
    page, words = checks.page, checks.page.pen.words
    cells = [cell for (_, y), cell in used.co2.items() if y == year]
    formula = "+".join(cell.at(page) for cell in cells)
    left = page.formula(checks.row, 4, formula, sum(c.number for c in cells), "tonnes")
    checks.equal(words("check.calibrated", year=year), left, findings.comparisons[year].published_t)


def _all_hold(page: Page, checks: CheckList) -> Cell:
    row = checks.row
    span = f"D{_FIRST + 1}:D{row}"
    page.text(row + 1, 0, page.pen.words("check.all"), "total")
    cell = page.formula(row + 1, 3, f"AND({span})", checks.hold, "check")
    page.coloured(span)
    page.coloured(cell.at(page))
    return cell
