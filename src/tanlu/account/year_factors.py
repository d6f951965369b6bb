"""Which factors differ from one year to the next, and what that comes to."""

import math
from collections.abc import Iterable

import polars as pl

from tanlu.account.blame import blame_of, shares
from tanlu.model.bridge import FactorChange
from tanlu.model.inventory import Choice, Inventory

STREAM = ["table", "from_id", "to_id", "stream", "carrier", "system", "gas"]
"""What makes a stream the same in two years."""

_Key = tuple[str | None, ...]


def year_changes(items: pl.DataFrame, old: Inventory, new: Inventory) -> tuple[FactorChange, ...]:
    """Factors that streams of both years took otherwise, the heaviest first.

    A stream whose records of one year took several values of a factor has no one
    value to name: its part of the factor cause stands unnamed.
    """
    before, after = _plain_choices(old), _plain_choices(new)
    found: dict[tuple[object, ...], list[FactorChange]] = {}
    moved = items.filter("in_old", "in_new")
    for row in moved.iter_rows(named=True):
        key = tuple(row[name] for name in STREAM)
        if key not in before or key not in after:
            continue
        for change in _of_stream(row, before[key], after[key]):
            at = (change.subject, change.quantity, change.gas, change.old, change.new)
            found.setdefault(at, []).append(change)
    merged = [_merged(same) for same in found.values()]
    return tuple(sorted(merged, key=lambda change: -abs(change.co2_t or 0.0)))


def _plain_choices(side: Inventory) -> dict[_Key, Choice]:
    # streams that took the same factors in every record of the year
    found: dict[_Key, list[Choice]] = {}
    for *key, choice in side.entering.select(*STREAM, "choice").unique().iter_rows():
        found.setdefault(tuple(key), []).append(side.ledger.choices[choice])
    return {key: each[0] for key, each in found.items() if _is_one(each)}


def _is_one(choices: Iterable[Choice]) -> bool:
    told = {
        (c.formula, c.gwp, *((n, r.value, r.factor.factor_id) for n, r in c.factors.items()))
        for c in choices
    }
    return len(told) == 1


def _of_stream(row: dict[str, object], old: Choice, new: Choice) -> list[FactorChange]:
    is_coal = row["unit"] == "tce"
    blame = blame_of(old, new, ("", ""), is_other=False, is_coal=is_coal)
    parts, whole = shares(blame), float(str(row["factor"]))
    return [
        FactorChange(
            difference.cause, str(row["carrier"]), difference.quantity, str(row["gas"]),
            difference.old, difference.new, int(str(row["new_records"])),
            None if (part := parts[n]) is None else whole * part,
        )
        for n, difference in enumerate(blame.differences)
        if difference.old is None or difference.new is None
        or difference.old.value != difference.new.value
        or difference.old.citation_id != difference.new.citation_id
    ]  # fmt: skip


def _merged(same: list[FactorChange]) -> FactorChange:
    first = same[0]
    known = [change.co2_t for change in same if change.co2_t is not None]
    whole = math.fsum(known) if len(known) == len(same) else None
    lines = sum(change.lines for change in same)
    return FactorChange(
        first.cause, first.subject, first.quantity, first.gas, first.old, first.new, lines, whole
    )
