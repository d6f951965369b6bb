"""Decisions and assets: an answer that fits its question, a capacity with its unit."""

from tanlu.measure.flaw import Flaw
from tanlu.measure.page import Page

BOUNDARY = "boundary"
ANSWERS = {True: "confirmed", False: "not_applicable"}
"""What may be answered about the boundary, and about a stream."""


def check_decisions(page: Page) -> None:
    """A boundary is confirmed; a stream is declared not applicable; nothing else.

    Args:
        page: The table of decisions, references resolved.
    """
    for index, (about, answer) in enumerate(page.rows("expected", "answer")):
        wanted = ANSWERS[about == BOUNDARY]
        if about is not None and answer not in (None, wanted):
            params = {"expected": about, "answer": answer, "wanted": wanted}
            page.note(index, "answer", Flaw("decision_answer", params))


def check_capacities(page: Page) -> None:
    """A capacity has a unit, and an asset does not end before it begins.

    Args:
        page: The table of assets, references resolved.
    """
    columns = ("capacity", "unit", "from_on", "to_on")
    for index, (capacity, unit, from_on, to_on) in enumerate(page.rows(*columns)):
        if capacity is not None and unit is None:
            page.note(index, "unit", Flaw("capacity_without_unit", {}))
        if from_on is not None and to_on is not None and to_on <= from_on:
            page.note(index, "to_on", Flaw("ends_before_start", {"from": from_on, "to": to_on}))
