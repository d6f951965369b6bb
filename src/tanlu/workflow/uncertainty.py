"""What a park's figures are worth: the findings' ledger judged with its ranges."""

from tanlu.account.cut import cut, years_of
from tanlu.account.uncertainty.known import is_shown
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.result import judge, uncertainty_of
from tanlu.catalog.uncertainty_rules import uncertainty_rules
from tanlu.errors import InputError
from tanlu.model.inventory import Inventory
from tanlu.model.uncertainty import Assessment, Worth
from tanlu.report.findings import Findings

DRAWS = 100_000
SEED = 1


def ranges_of(findings: Findings) -> Ranges:
    """Where the ranges of a park's amounts and factors come from."""
    return Ranges(findings.book, findings.catalog, uncertainty_rules())


def assessment(
    findings: Findings, *, year: int = 0, from_year: int = 0, member: str = "",
    draws: int = DRAWS, seed: int = SEED,
) -> Assessment:  # fmt: skip
    """Judge a year of a park or member.

    Args:
        findings: A park's findings.
        year: Calendar year; the last when 0.
        from_year: Start of the trend; the year before when 0 and on record.
        member: Whose inventory; empty for the park.
        draws: Of approach 2; 0 leaves it out.
        seed: Equal seeds give equal draws.

    Raises:
        InputError: When the year, the member or the start is not on record.
    """
    known = years_of(findings.ledger)
    last = year or (known[-1] if known else 0)
    end = _cut(findings, last, member)
    start = _start(known, last, from_year)
    inventories = [*([_cut(findings, start, member)] if start else []), end]
    if start and not from_year and inventories[0].entering.is_empty():
        inventories = [end]
    return uncertainty_of(inventories, ranges_of(findings), draws, seed)


def _cut(findings: Findings, year: int, member: str) -> Inventory:
    return cut(findings.ledger, year=year, boundary="enterprise", member_id=member)


def _start(known: list[int], year: int, wanted: int) -> int:
    earlier = [y for y in known if y < year]
    if not wanted:
        return year - 1 if year - 1 in earlier else 0
    if wanted not in earlier:
        listed = ", ".join(map(str, earlier)) or "—"
        raise InputError.of("no_earlier_year", year=year, start=wanted, known=listed)
    return wanted


def total_worth(findings: Findings, inventory: Inventory) -> Worth | None:
    """What an inventory's total is worth by approach 1; None when nothing enters."""
    if inventory.entering.is_empty():
        return None
    found = judge([inventory], ranges_of(findings))
    return found.worth(("total", str(inventory.year)))


def is_told(worth: Worth) -> bool:
    """Whether the interval of a total stands beside it on every page."""
    return is_shown(worth, uncertainty_rules())
