"""After a factor changed: only the lines that a changed factor can touch are computed again."""

from dataclasses import replace

import polars as pl

from tanlu.account.ledger import ledger
from tanlu.account.prepare.prepare import is_prepared
from tanlu.account.ways import subjects_of
from tanlu.catalog.content import Catalog
from tanlu.catalog.overlay import own_factors
from tanlu.model.book import PLAIN_TABLES, Book
from tanlu.model.inventory import Ledger

_FACTORS = ("factors", "citations")
_RECORDS = ("activities", "flows")


def recalculate(old: Ledger, before: tuple[Book, Catalog], after: tuple[Book, Catalog]) -> Ledger:
    """The ledger of a park whose factors changed.

    Args:
        old: The ledger of `before`.
        before: The park and the catalogue it was computed with.
        after: The park and the catalogue that hold now.

    Returns:
        What `ledger(*after)` gives, in another order of lines. Where anything but
        factors differs, it is computed anew altogether; so it is where records are
        made ready with stocks, stacks and the like, which need all of them.

    Raises:
        NoFactorError: With every factor that is missing now.

    Example:
        See `tests/laws/test_recalculate.py`: equal to a computation of everything.
    """
    book, catalog = after
    if not _is_same_but_factors(before, after) or is_prepared(book):
        return ledger(book, catalog)
    touched = _with_power(touched_carriers(old, before, after), catalog)
    rest = {name: book.table(name).filter(pl.col("carrier").is_in(touched)) for name in _RECORDS}
    fresh = ledger(replace(book, tables={**book.tables, **rest}), catalog)
    names = [carrier.label for c, carrier in catalog.carriers.items() if c in touched]
    kept = [note for note in old.notes if note.params.get("subject") not in names]
    told = [note for note in fresh.notes if note not in kept]
    joined = replace(_joined(old, fresh, touched), notes=(*kept, *told))
    return joined if _power(catalog) & {*touched} else replace(joined, market=old.market)


def _power(catalog: Catalog) -> set[str]:
    return {c for c, carrier in catalog.carriers.items() if carrier.kind == "power"}


def _with_power(touched: list[str], catalog: Catalog) -> list[str]:
    # the market-based view lays all power side by side: all of it, or none
    power = _power(catalog)
    return sorted({*touched, *power}) if power & {*touched} else touched


def touched_carriers(
    old: Ledger, before: tuple[Book, Catalog], after: tuple[Book, Catalog]
) -> list[str]:
    """Carriers whose lines may come out otherwise, sorted."""
    subjects = _changed_subjects(before, after)
    used = old.lines.select("carrier", "choice").unique()
    return sorted(
        {
            carrier
            for carrier, choice in used.iter_rows()
            if not subjects.isdisjoint(subjects_of(after[1].carriers[carrier]))
            or any(r.request.subject in subjects for r in old.choices[choice].factors.values())
        }
    )


def _changed_subjects(before: tuple[Book, Catalog], after: tuple[Book, Catalog]) -> set[str]:
    own = set(own_factors(before[0])) ^ set(own_factors(after[0]))
    subjects = {factor.subject for factor in own}
    old, new = before[1], after[1]
    if old is new:
        return subjects
    for key in {*old.by_subject, *new.by_subject}:
        if old.by_subject.get(key) != new.by_subject.get(key):
            subjects.add(key[0])
    carriers = {*old.carriers, *new.carriers}
    return subjects | {c for c in carriers if old.carriers.get(c) != new.carriers.get(c)}


def _is_same_but_factors(before: tuple[Book, Catalog], after: tuple[Book, Catalog]) -> bool:
    (old, rules), (new, other) = before, after
    method = old.park.method
    is_one_rule = old.park == new.park and rules.methods.get(method) == other.methods.get(method)
    is_one_scale = rules.gwp == other.gwp and rules.places == other.places
    names = {*old.tables, *new.tables} - {*_FACTORS}
    is_plain = all(new.tables[name].is_empty() for name in new.tables.keys() - PLAIN_TABLES)
    is_same = all(_is_same_table(old, new, name) for name in names)
    return is_one_rule and is_one_scale and is_plain and is_same


def _is_same_table(old: Book, new: Book, name: str) -> bool:
    if name not in old.tables or name not in new.tables:
        return False
    return old.tables[name] is new.tables[name] or old.tables[name].equals(new.tables[name])


def _joined(old: Ledger, fresh: Ledger, touched: list[str]) -> Ledger:
    kept = old.lines.filter(~pl.col("carrier").is_in(touched))
    used = kept["choice"].unique().sort().to_list()
    numbers = {choice: number for number, choice in enumerate(used)}
    choices = [old.choices[choice] for choice in used]
    lines = pl.concat(
        [
            kept.with_columns(pl.col("choice").replace_strict(numbers, return_dtype=pl.Int64)),
            fresh.lines.with_columns(pl.col("choice") + len(choices)),
        ]
    )
    return replace(fresh, lines=lines, choices=(*choices, *fresh.choices))
