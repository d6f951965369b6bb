"""Policies that a diagnosis cites: those whose documents the park's targets and levers name."""

from tanlu.report.findings import Findings
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View


def policy_views(findings: Findings) -> list[View]:
    """The documents behind the park's targets, with the clause each names."""
    rows = findings.book.table("targets").iter_rows(named=True)
    cites = dict.fromkeys(row["cite"] for row in rows if row["cite"])
    return [
        {"cite": cite, "clause": cite.partition("#")[2], "document": cited(findings.catalog, cite)}
        for cite in cites
    ]
