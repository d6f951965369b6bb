"""The workbook: a verifier can follow every tonne from cell to cell."""

from tanlu.report.findings import Findings
from tanlu.report.wording import Words
from tanlu.report.workbook_checks import write_checks
from tanlu.report.workbook_compare import write_comparison
from tanlu.report.workbook_drivers import write_drivers, write_regression
from tanlu.report.workbook_factors import write_factors
from tanlu.report.workbook_lines import write_lines
from tanlu.report.workbook_pen import Pen
from tanlu.report.workbook_records import write_records
from tanlu.report.workbook_scenarios import write_scenarios
from tanlu.report.workbook_summary import Parts, write_documents, write_summary
from tanlu.report.workbook_sums import write_sums
from tanlu.types import Language

_ORDER = (
    "summary", "checks", "lines", "factors", "sums", "comparison", "drivers", "regression",
    "scenarios", "documents",
)  # fmt: skip


def workbook(findings: Findings, language: Language) -> bytes:
    """The workbook of a park with live formulas and their values.

    Args:
        findings: What was found out about the park.
        language: Language of headings, labels and notes.

    Returns:
        An xlsx file; equal findings give equal bytes.

    Example:
        `Path("park.xlsx").write_bytes(workbook(findings, "zh"))`
    """
    pen = Pen(Words(language))
    pen.lay_out(_ORDER)
    first = pen.pages["summary"]
    records = write_records(pen, findings.book)
    factors = write_factors(pen, findings)
    lines = write_lines(pen, findings, records, factors)
    sums = write_sums(pen, findings, lines, records)
    used = write_comparison(pen, findings, sums, records)
    steps = write_drivers(pen, findings, sums, used)
    write_regression(pen, findings)
    scenarios = write_scenarios(pen, findings, sums, records, factors)
    all_hold = write_checks(pen, findings, sums, used, steps, scenarios)
    write_documents(pen, findings)
    write_summary(first, findings, Parts(sums, used, steps, scenarios, all_hold))
    first.sheet.activate()
    return pen.close(first.pen.words("sheet.summary.title"), findings.book.park.name.of(language))
