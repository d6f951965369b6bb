"""Which factors differ between two choices, and whether the method or the data changed them."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.split import BOTH, FACTOR, METHOD
from tanlu.catalog.resolve import OWN
from tanlu.model.bridge import Taken
from tanlu.model.factor import Resolved
from tanlu.model.inventory import Choice

GWP = "gwp"
_COAL = "coal_equivalent"  # enters a line only where the amount was written in it


@dataclass(frozen=True, slots=True)
class Difference:
    """One factor of a choice that differs; `log` is ln of what it multiplies the line by."""

    quantity: str
    cause: str
    old: Taken | None
    new: Taken | None
    log: float | None


@dataclass(frozen=True, slots=True)
class Blame:
    """Why the emission per amount of a pair of choices differs."""

    blame: str
    differences: tuple[Difference, ...]
    factor_ratio: float | None = None
    method_ratio: float | None = None


def blame_of(
    old: Choice, new: Choice, sets: tuple[str, str], *, is_other: bool, is_coal: bool
) -> Blame:
    """What differs between two choices, and what is to blame.

    Args:
        old: Formula and factors before.
        new: Formula and factors after.
        sets: Names of the sets of warming potentials, before and after.
        is_other: Whether the two sides go by different methods.
        is_coal: Whether amounts were written in coal equivalent.

    Returns:
        A value of the park's own is always a matter of factors; another document,
        another formula and another warming potential under another method is one
        of method (R12).
    """
    found = (*_factors(old, new, is_other=is_other, is_coal=is_coal), *_potential(old, new, sets))
    causes = {difference.cause for difference in found}
    if causes != {FACTOR, METHOD}:
        return Blame(METHOD if causes == {METHOD} else FACTOR, found)
    by_method, by_factor = _ratio(found, METHOD), _ratio(found, FACTOR)
    is_told_apart = by_method is not None or by_factor is not None
    return Blame(BOTH if is_told_apart else METHOD, found, by_factor, by_method)


def _ratio(found: Sequence[Difference], cause: str) -> float | None:
    logs = [difference.log for difference in found if difference.cause == cause]
    known = [log for log in logs if log is not None]
    return math.exp(math.fsum(known)) if len(known) == len(logs) else None


def _factors(old: Choice, new: Choice, *, is_other: bool, is_coal: bool) -> Iterator[Difference]:
    for quantity in dict.fromkeys((*old.factors, *new.factors)):
        if quantity == _COAL and not is_coal:
            continue
        before, after = old.factors.get(quantity), new.factors.get(quantity)
        if _is_same(before, after):
            continue
        cause = METHOD if is_other and not _is_own(before, after) else FACTOR
        log = _log(old, new, quantity)
        yield Difference(quantity, cause, _taken(before), _taken(after), log)


def _is_same(old: Resolved | None, new: Resolved | None) -> bool:
    if old is None or new is None:
        return old is new
    return _taken(old) == _taken(new)


def _is_own(old: Resolved | None, new: Resolved | None) -> bool:
    # the same entry with another value was corrected, whatever the method
    if old and new and old.factor.factor_id == new.factor.factor_id:
        return True
    return any(side is not None and side.factor.series in OWN for side in (old, new))


def _taken(resolved: Resolved | None) -> Taken | None:
    if resolved is None:
        return None
    factor = resolved.factor
    return Taken(
        resolved.value, resolved.unit, factor.factor_id, factor.citation_id, factor.clause,
        resolved.found,
    )  # fmt: skip


def _log(old: Choice, new: Choice, quantity: str) -> float | None:
    # by what the factor alone multiplies the line: the same in both formulas, or not known
    if quantity not in old.factors or quantity not in new.factors:
        return None
    value = new.factors[quantity].value
    if quantity == _COAL:
        before = old.factors[quantity].value
        return math.log(before / value) if before > 0 and value > 0 else None
    ratios = [
        _ratio_of(old, quantity, old.factors[quantity].value, value),
        _ratio_of(new, quantity, old.factors[quantity].value, value),
    ]
    if old.formula == new.formula:
        ratios = ratios[:1]
    if any(r is None or r <= 0 for r in ratios):
        return None
    logs = [math.log(ratio) for ratio in ratios if ratio is not None]
    return logs[0] if math.isclose(logs[0], logs[-1], rel_tol=1e-9, abs_tol=1e-12) else None


def _ratio_of(choice: Choice, quantity: str, old: float, new: float) -> float | None:
    formula = FORMULAS[choice.formula]
    values = {n: choice.factors[n].value for n in formula.symbols if n in choice.factors}
    values |= {n: 1.0 for n in formula.symbols if n in AMOUNTS}
    if quantity not in formula.symbols or values.keys() != {*formula.symbols}:
        return None
    before, after = (float(formula.function(**{**values, quantity: v})) for v in (old, new))
    return after / before if before else None


def _potential(old: Choice, new: Choice, sets: tuple[str, str]) -> Iterator[Difference]:
    if old.gwp == new.gwp:
        return
    before, after = (
        Taken(choice.gwp, "1", name, name, "", "")
        for choice, name in zip((old, new), sets, strict=True)
    )
    log = math.log(new.gwp / old.gwp) if old.gwp > 0 and new.gwp > 0 else None
    yield Difference(GWP, METHOD, before, after, log)


def shares(blame: Blame) -> Mapping[int, float | None]:
    """For each difference of a blame, its share of its cause's effect; None when not separable."""
    found: dict[int, float | None] = {}
    for cause in (FACTOR, METHOD):
        own = [n for n, d in enumerate(blame.differences) if d.cause == cause]
        logs = [blame.differences[n].log for n in own]
        known = [log for log in logs if log is not None]
        total = math.fsum(known)
        is_separable = len(known) == len(own) and abs(total) > _LEAST
        if len(own) == 1:
            found[own[0]] = 1.0
            continue
        for n, log in zip(own, logs, strict=True):
            found[n] = log / total if is_separable and log is not None else None
    return found


_LEAST = 1e-9  # changes that cancel have no share of nothing
