"""A figure kept with what it was found by, and told again at any later day."""

from dataclasses import replace
from datetime import date
from typing import Any

from tanlu.catalog.content import Catalog
from tanlu.errors import InputError
from tanlu.store.readings import State
from tanlu.store.readings.results import is_name, keep_result, read_result
from tanlu.workflow.readings.emissions import Asked, Emissions, emissions
from tanlu.workflow.readings.opened import Opened


def keep(opened: Opened, found: Emissions, name: str, who: str, at: str) -> None:
    """Keep a figure under a name.

    Args:
        opened: The park's readings.
        found: What was found of their present state.
        name: Letters, digits, points and dashes.
        who: Who keeps it.
        at: When, ISO 8601.

    Raises:
        InputError: When the name will not do.
    """
    if not is_name(name):
        raise InputError.of("result_name", name=name[:80])
    about = {
        "who": who, "at": at, "catalog_digest": found.plan.digest,
        "method": opened.book.park.method, "gwp_set": opened.book.park.gwp_set,
        "from": found.span.start.isoformat(), "to": found.span.end.isoformat(),
        "absent_factor": found.asked.absent, "total_t": found.totals.total_t,
    }  # fmt: skip
    keep_result(opened.readings, name, about)


def told_again(
    opened: Opened, catalog: Catalog, asked: Asked, name: str
) -> tuple[Emissions, dict[str, Any]]:
    """A kept figure worked out again from the readings as they were.

    Args:
        opened: The park's readings.
        catalog: The rules of today.
        asked: How it is to be told; days, state and fallback are those of the figure.
        name: Of the figure.

    Returns:
        What comes out now, and what was kept, with `difference_t` and whether the rules are
        the same: readings are as they were, so that a difference is of factors or channels.
    """
    kept = read_result(opened.readings, name)
    then = replace(
        asked, start=date.fromisoformat(kept["from"]), end=date.fromisoformat(kept["to"]),
        as_of=State(**kept["state"]), absent=kept["absent_factor"],
    )  # fmt: skip
    found = emissions(opened, catalog, then)
    before, now = kept["total_t"], found.totals.total_t
    gap = None if before is None or now is None else now - before
    is_same = kept["catalog_digest"] == found.plan.digest
    return found, {**kept, "difference_t": gap, "is_same_catalog": is_same}
