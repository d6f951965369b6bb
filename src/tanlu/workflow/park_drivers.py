"""A park's own inventories, taken apart by what moved them."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from tanlu.account.cut import cut
from tanlu.account.facts import facts_of
from tanlu.account.indicator import indicator
from tanlu.errors import InputError
from tanlu.explain.branches import Branch, Change, change
from tanlu.explain.identities import IDENTITIES, IdentityOf, YearOf
from tanlu.model.inventory import PRIMARY, Inventory
from tanlu.report.findings import Findings
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Split:
    """A park's years, the identity that they are written by, and its factors."""

    identity: IdentityOf
    years: Sequence[YearOf]
    branches: Sequence[Branch]

    def change(self, start: int, end: int) -> Change:
        """The change from one year to another."""
        places = [y.year for y in self.years]
        return change(self.branches, places.index(start), places.index(end))


def years_between(findings: Findings, start: int, end: int) -> list[int]:
    """Years on record from one to another; from the first, to the last when 0.

    Raises:
        InputError: When fewer than two are left.
    """
    known = list(findings.inventories)
    first, last = start or (known[0] if known else 0), end or (known[-1] if known else 0)
    found = [year for year in known if first <= year <= last]
    if len(found) < 2 or first not in known or last not in known:
        listed = ", ".join(map(str, known)) or "—"
        raise InputError.of("driver_years", start=first, end=last, known=listed)
    return found


def offered(findings: Findings, years: Sequence[int]) -> list[tuple[IdentityOf, Text | None]]:
    """Every identity, with the reason why these years do not allow it."""
    rows = {flag: years_of(findings, years, by_member=flag) for flag in (False, True)}
    return [(found, found.refuses(rows[found.is_by_member])) for found in IDENTITIES.values()]


def split(findings: Findings, code: str, years: Sequence[int]) -> Split:
    """The factors of a park's years.

    Args:
        findings: A park's findings.
        code: An identity; empty for the first that the years allow.
        years: At least two, on record.

    Returns:
        Factors of each branch in each year.

    Raises:
        InputError: When there is no such identity, or the years do not allow it.
    """
    found = _chosen(findings, code, years)
    rows = years_of(findings, years, by_member=found.is_by_member)
    refused = found.refuses(rows)
    if refused:
        raise InputError.of("driver_identity", identity=found.label, reason=refused)
    return Split(found, rows, found.branches(rows))


def _chosen(findings: Findings, code: str, years: Sequence[int]) -> IdentityOf:
    if code:
        if code not in IDENTITIES:
            raise InputError.of("unknown_identity", identity=code, known=", ".join(IDENTITIES))
        return IDENTITIES[code]
    for found, refused in offered(findings, years):
        if refused is None:
            return found
    return next(iter(IDENTITIES.values()))


def years_of(findings: Findings, years: Sequence[int], *, by_member: bool) -> list[YearOf]:
    """Output, energy and emissions of years, as the identities take them."""
    return [_members(findings, y) if by_member else _whole(findings, y) for y in years]


def _whole(findings: Findings, year: int) -> YearOf:
    # calibrated to published totals where the park asks for it
    facts = findings.driver_facts[year]
    return YearOf(
        year, facts.output_cny,
        {("", c): e for c, e in facts.energy_by.items()},
        {("", c): e for c, e in facts.co2_by.items()},
        frozenset(("", c) for c in facts.unknown_energy),
    )  # fmt: skip


def _members(findings: Findings, year: int) -> YearOf:
    drawn = cut(findings.ledger, year=year, boundary="enterprise")
    output = facts_of(findings.inventories[year], findings.book).output_cny
    outputs = {m: indicator(findings.book, m, "output_value", year) for m in _cells(drawn)}
    # power of own plants that was sent out was never gained by the boundary
    gone = drawn.exported.filter(pl.col("origin").is_in(PRIMARY).not_().fill_null(value=True))
    sent = _sums(gone, "from_cell", "energy_tce")
    gained = _sums(drawn.entering, "cell", "energy_tce")
    unknown = drawn.entering.filter(
        pl.col("gas").str.starts_with("co2"), pl.col("energy_tce").is_null()
    )
    return YearOf(
        year, output,
        {key: value - sent.get(key, 0.0) for key, value in gained.items()},
        _sums(drawn.entering, "cell", "co2_t"),
        frozenset(unknown.select("cell", "carrier").iter_rows()),
        {m: value for m, value in outputs.items() if value is not None},
    )  # fmt: skip


def _cells(drawn: Inventory) -> list[str]:
    return list(drawn.entering["cell"].unique(maintain_order=True))


def _sums(lines: pl.DataFrame, cell: str, column: str) -> dict[tuple[str, str], float]:
    rows = lines.group_by(cell, "carrier", maintain_order=True).agg(pl.col(column).sum())
    return {(member, carrier): value for member, carrier, value in rows.iter_rows()}
