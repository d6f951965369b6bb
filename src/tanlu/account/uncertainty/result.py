"""What an inventory is worth: both approaches, contributions, trend, what to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tanlu.account.uncertainty.contribution import variance_of
from tanlu.account.uncertainty.known import Shares, shares_by_basis, tonnes_by_input
from tanlu.account.uncertainty.mend import mend_first
from tanlu.account.uncertainty.propagate import (
    Linear,
    Slopes,
    approach_1,
    linear_of,
    slopes_of,
    trend_of,
)
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.simulate import Draws, approach_2, summary
from tanlu.account.uncertainty.system import Places, System, system_of
from tanlu.errors import InputError
from tanlu.model.inventory import Inventory
from tanlu.model.uncertainty import Assessment, Input, Interval, Trend, TrendPart, Worth

Key = tuple[str, ...]
_ORDER = {"total": 0, "scope": 1, "member": 2}
_TRACE = 1e-12  # of the variance: what rounding leaves of a factor that cancels


def _is_stated(each: Input) -> bool:
    return each.basis == "stated"


@dataclass(frozen=True, slots=True)
class Judged:
    """A system with what approach 1 says of every figure.

    Attributes:
        system: Lines and inputs.
        slopes: Of the lines.
        outputs: Lines that each figure sums: totals, scopes, then members by size.
        intervals: Of stated ranges and documented defaults.
        stated: Of stated ranges alone.
        shares: Of each figure's tonnes by the worst basis among a line's inputs.
    """

    system: System
    slopes: Slopes
    outputs: Mapping[Key, Places]
    intervals: Mapping[Key, Interval]
    stated: Mapping[Key, Interval]
    shares: Mapping[Key, Shares] = field(default_factory=dict)

    def linear(self, key: Key, *, stated: bool = False) -> Linear:
        """A figure, linear in its inputs."""
        wanted = (_is_stated,) if stated else ()
        return linear_of(self.system, self.slopes, self.outputs[key], *wanted)

    def worth(self, key: Key, draws: Draws | None = None) -> Worth:
        """What a figure is worth."""
        interval = self.intervals[key]
        is_kept = draws is not None and key in draws.places
        simulated = summary(interval.value, draws.of(key)) if draws and is_kept else None
        return Worth(interval, self.stated[key], self.shares[key], simulated)


def judge(inventories: Sequence[Inventory], ranges: Ranges) -> Judged:
    """Approach 1 for every figure of one or more years.

    Args:
        inventories: Cuts of one park or member, a year each.
        ranges: Where ranges of amounts and factors come from.
    """
    system = system_of(inventories, ranges)
    slopes = slopes_of(system)
    intervals = approach_1(system, slopes)
    ordered = sorted(system.outputs().items(), key=lambda pair: _place(pair[0], intervals))
    return Judged(
        system, slopes, dict(ordered), intervals, approach_1(system, slopes, _is_stated),
        shares_by_basis(system, slopes),
    )  # fmt: skip


def _place(key: Key, intervals: Mapping[Key, Interval]) -> tuple[int, float, Key]:
    # the first figures are those whose draws are kept
    return _ORDER[key[0]], -abs(intervals[key].value) if key[0] == "member" else 0.0, key


def uncertainty_of(
    inventories: Sequence[Inventory], ranges: Ranges, draws: int = 0, seed: int = 1
) -> Assessment:
    """Judge the last of the given years, and its trend since the first.

    Args:
        inventories: Cuts of one park or member: the year, or the earlier year and the year.
        ranges: Where ranges of amounts and factors come from.
        draws: Of approach 2; 0 leaves it out.
        seed: Equal seeds give equal draws.

    Returns:
        Intervals, shares of variance, what to mend, what is unknown.

    Raises:
        InputError: When nothing is emitted inside or enters: there is nothing to judge.
    """
    start, end = inventories[0], inventories[-1]
    _require_lines(inventories)
    found = judge(inventories, ranges)
    drawn = approach_2(found.system, found.outputs, draws, seed) if draws else None
    key = ("total", str(end.year))
    rows = found.outputs[key]
    apart = variance_of(found.system, rows)
    tonnes = tonnes_by_input(found.system, found.slopes, rows).tolist()
    return Assessment(
        year=end.year,
        member=end.member_id,
        inputs=found.system.inputs,
        figures={k: found.worth(k, drawn) for k in found.outputs},
        mean=apart.mean,
        contributions=apart.parts,
        is_exact=apart.is_exact,
        interactions=apart.interactions,
        mends=mend_first(found.linear(key), found.system.inputs, ranges.rules, ranges.catalog),
        unknown=_unknown(found.system.inputs, tonnes),
        tonnes=tonnes,
        trend=_trend(found, start.year, end.year, drawn) if start is not end else None,
        draws=draws,
        seed=seed,
        clipped=drawn.clipped if drawn else 0,
    )


def _require_lines(inventories: Sequence[Inventory]) -> None:
    for each in inventories:
        if each.entering.is_empty():
            member = each.ledger.labels[each.member_id]
            raise InputError.of("nothing_enters", member=member, year=each.year)


def _unknown(inputs: Sequence[Input], tonnes: Sequence[float]) -> list[tuple[int, float]]:
    found = [(n, tonnes[n]) for n, i in enumerate(inputs) if i.basis == "unknown" and tonnes[n]]
    return sorted(found, key=lambda pair: (-pair[1], inputs[pair[0]].key))


def _trend(found: Judged, start: int, end: int, draws: Draws | None) -> Trend | None:
    first, last = ("total", str(start)), ("total", str(end))
    if first not in found.outputs or not found.intervals[first].value:
        return None
    ends = (found.linear(first), found.linear(last))
    linear = trend_of(*ends)
    stated = trend_of(found.linear(first, stated=True), found.linear(last, stated=True))
    simulated = None
    if draws:
        simulated = summary(linear.value, draws.of(last) / draws.of(first) - 1)
    worth = Worth(linear.interval(), stated.interval(), _both(found, first, last), simulated)
    return Trend(start, end, worth, _trend_parts(linear, *ends))


def _both(found: Judged, first: Key, last: Key) -> Shares:
    # shares of the tonnes of both years
    sizes = [abs(found.intervals[key].value) for key in (first, last)]
    return {
        basis: sum(found.shares[k][basis] * s for k, s in zip((first, last), sizes, strict=True))
        / sum(sizes)
        for basis in found.shares[first]
    }


def _trend_parts(linear: Linear, first: Linear, last: Linear) -> list[TrendPart]:
    is_shared = (first.slopes != 0) & (last.slopes != 0)
    squares = np.sum([np.square(part) for part in linear.parts()], axis=0)
    whole = float(squares.sum()) or 1.0
    parts = [
        TrendPart(n, bool(is_shared[n]), float(linear.slopes[n]), float(square / whole))
        for n, square in enumerate(squares)
        if square > _TRACE * whole
    ]
    return sorted(parts, key=lambda part: -part.share)
