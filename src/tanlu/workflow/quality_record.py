"""Completeness and grades as plain records for JSON."""

from typing import Any

import polars as pl

from tanlu.account.quality.completeness import completeness
from tanlu.account.quality.grade import ACTIVITY, grades_of
from tanlu.account.quality.total import missing_of, score_of, tonnes_score_of
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.model.book import Book
from tanlu.model.inventory import Inventory
from tanlu.model.quality import Ask, Completeness, Gap, Grades


def add_quality(record: dict[str, Any], book: Book, inventory: Inventory) -> None:
    """Add completeness and grades to the record of an inventory, in place.

    Args:
        record: As `inventory_record` gives it; each line gets `quality_grade`.
        book: The park.
        inventory: The cut.
    """
    found = completeness(book, inventory, expected_streams().values())
    grades = grades_of(inventory, book, quality_scheme())
    record["completeness"] = completeness_record(found)
    record["missing_value"] = [gap_record(gap) for gap in found.gaps]
    record["quality_grade"] = grades_record(grades)
    by_line = {row["line_id"]: line_record(row, grades) for row in _rows(grades)}
    for line in record["lines"]:
        line["quality_grade"] = by_line.get(line["line_id"])


def _rows(grades: Grades) -> list[dict[str, Any]]:
    return list(grades.lines.iter_rows(named=True))


def completeness_record(found: Completeness) -> dict[str, Any]:
    """Scores, what is asked, and the sum of what can be valued. [t CO2e]"""
    missing = missing_of(found)
    return {
        "score": score_of(found),
        "score_by_tonnes": tonnes_score_of(found),
        "covered_days": found.covered_days,
        "expected_days": found.expected_days,
        "missing_t": None if missing is None else missing[1],
        "missing_low_t": None if missing is None else missing[0],
        "missing_high_t": None if missing is None else missing[2],
        "unvalued": len(found.unvalued),
        "asks": [ask_record(ask) for ask in found.asks],
    }


def ask_record(ask: Ask) -> dict[str, Any]:
    """One expected stream at a member."""
    return {
        "expected": ask.expected.code,
        "member": ask.member_id,
        "state": ask.state,
        "records": ask.records,
        "assets": list(ask.assets),
        "reason": ask.decision["reason"] if ask.decision else None,
    }


def gap_record(gap: Gap) -> dict[str, Any]:
    """What is missing of a stream, and an estimate of its worth; never booked. [t CO2e]"""
    cell = gap.cell
    return {
        "stream": cell.code,
        "member": cell.member_id,
        "why": cell.why,
        "missing_days": cell.missing_days,
        "expected_days": cell.expected_days,
        "basis": gap.basis,
        "low_t": gap.low_t,
        "estimate_t": gap.mid_t,
        "high_t": gap.high_t,
    }


def grades_record(grades: Grades) -> dict[str, Any]:
    """The grade of a total, and by stream; 1 is best, 5 is worst."""
    total = grades.total
    return {
        "dqr": total,
        "grade": None if total is None else grades.scheme.band(total).code,
        "by_stream": dict(grades.by_stream),
        "scheme": grades.scheme.scheme_id,
        "cite": grades.scheme.cite,
        "status": grades.scheme.status,
    }


def line_record(row: dict[str, Any], grades: Grades) -> dict[str, Any] | None:
    """The grade of one line with the scores behind it."""
    if row["grade"] is None:
        return None
    factors = grades.factors.get(row["choice"], ())
    return {
        "dqr": row["grade"],
        "grade": grades.scheme.band(row["grade"]).code,
        "activity": {"dqr": row["activity"], **{name: row[name] for name in ACTIVITY}},
        "factor": {
            "dqr": row["factor"],
            "factors": [{"factor": f.factor_id, "dqr": f.grade, **f.scores} for f in factors],
        },
    }


def graded_tonnes(grades: Grades, inventory: Inventory) -> pl.DataFrame:
    """Lines that enter the boundary with their grades, the most tonnes first."""
    entering = grades.lines.join(inventory.entering.select("line_id"), on="line_id")
    order = pl.col("co2_t").abs()
    return entering.sort([order, pl.col("line_id")], descending=[True, False])
