"""What a reader must know about factors taken from batches, and about carbon said to be stored."""

from collections.abc import Sequence
from dataclasses import replace

from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.inventory import Choice
from tanlu.model.preparation import Mean, Preparation
from tanlu.periods import Period

_TOLD = ("ncv", "carbon", "carbon_content")


def with_notes(done: Preparation, choices: Sequence[Choice], book: Book) -> Preparation:
    """A preparation with warnings on analyses that nothing used, and on stored carbon.

    Args:
        done: What was prepared.
        choices: What all lines took.
        book: A checked park.

    Returns:
        The preparation, its warnings complete.
    """
    used = {r.factor.factor_id for choice in choices for r in choice.factors.values()}
    unused = [f for mean in done.means for f in _unused(mean, used, book)]
    return replace(done, warnings=(*done.warnings, *unused, *_stored(choices, book)))


def _unused(mean: Mean, used: set[str], book: Book) -> list[Fault]:
    place = book.draft.sheet("batches").place(mean.batches[0].row, "carrier")
    named = {"member": mean.member_id, "carrier": mean.carrier,
             "period": str(Period(mean.start, mean.end))}  # fmt: skip
    is_by_heat = mean.used is None  # records in heat need no heat value
    return [
        Fault("analysis_not_used", place, {**named, "quantity": quantity})
        for quantity in _TOLD
        if quantity in mean.factors
        and mean.factors[quantity].factor_id not in used
        and not (is_by_heat and quantity == "ncv")
    ]


def _stored(choices: Sequence[Choice], book: Book) -> list[Fault]:
    found = {}
    for choice in choices:
        stored = choice.factors.get("stored")
        if stored and stored.found != "measured":
            told = {"carrier": stored.request.subject, "value": f"{stored.value:g}"}
            place = book.draft.sheet("parts").place(column="fate")
            found[stored.factor.factor_id] = Fault("stored_by_default", place, told)
    return list(found.values())
