"""What an inventory is worth: both approaches, contributions, trend, what to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.account.uncertainty.contribution import variance_of
from tanlu.account.uncertainty.known import shares_by_basis, tonnes_by_input
from tanlu.account.uncertainty.mend import mend_first
from tanlu.account.uncertainty.propagate import Linear, Slopes, approach_1, slopes_of, trend_of
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.simulate import Draws, approach_2, summary
from tanlu.account.uncertainty.system import Places, System, system_of
from tanlu.model.inventory import Inventory
from tanlu.model.uncertainty import Assessment, Input, Trend, TrendPart, Worth

Key = tuple[str, ...]
_TRACE = 1e-12  # of the variance: what rounding leaves of a factor that cancels
_ORDER = {"total": 0, "scope": 1, "member": 2}


@dataclass(frozen=True, slots=True)
class _Found:
    """What approach 1 and 2 found about every figure of a system."""

    system: System
    slopes: Slopes
    outputs: Mapping[Key, Places]
    linear: Mapping[Key, Linear]
    stated: Mapping[Key, Linear]
    draws: Draws | None


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
    """
    start, end = inventories[0], inventories[-1]
    found = _found(inventories, ranges, draws, seed)
    key = ("total", str(end.year))
    rows = found.outputs.get(key, np.array([], np.int64))
    apart = variance_of(found.system, rows)
    tonnes = tonnes_by_input(found.system, found.slopes, rows)
    return Assessment(
        year=end.year,
        member=end.member_id,
        inputs=found.system.inputs,
        figures={k: _worth(found, k) for k in found.outputs},
        mean=apart.mean,
        contributions=apart.parts,
        is_exact=apart.is_exact,
        interactions=apart.interactions,
        mends=mend_first(found.linear[key], found.system.inputs, ranges.rules, ranges.catalog),
        unknown=_unknown(found.system.inputs, tonnes.tolist()),
        tonnes=tonnes.tolist(),
        trend=_trend(found, start.year, end.year) if start is not end else None,
        draws=draws,
        seed=seed,
        clipped=found.draws.clipped if found.draws else 0,
    )


def _found(inventories: Sequence[Inventory], ranges: Ranges, draws: int, seed: int) -> _Found:
    system = system_of(inventories, ranges)
    slopes, outputs = slopes_of(system), system.outputs()
    ordered = dict(sorted(outputs.items(), key=lambda item: _place(system, item)))
    return _Found(
        system, slopes, ordered, approach_1(system, slopes),
        approach_1(system, slopes, lambda i: i.basis == "stated"),
        approach_2(system, ordered, draws, seed) if draws else None,
    )  # fmt: skip


def _place(system: System, item: tuple[Key, Places]) -> tuple[int, float, Key]:
    # totals, then scopes, then members by size: the first are those whose draws are kept
    key, rows = item
    size = float(np.abs(system.lines["co2_t"].to_numpy()[rows]).sum())
    return _ORDER[key[0]], -size if key[0] == "member" else 0.0, key


def _worth(found: _Found, key: Key) -> Worth:
    linear, draws = found.linear[key], found.draws
    is_kept = draws is not None and key in draws.places
    return Worth(
        interval=linear.interval(),
        stated=found.stated[key].interval(),
        shares=shares_by_basis(found.system, found.slopes, found.outputs[key]),
        simulated=summary(linear.value, draws.of(key)) if draws and is_kept else None,
    )


def _unknown(inputs: Sequence[Input], tonnes: Sequence[float]) -> list[tuple[int, float]]:
    found = [(n, tonnes[n]) for n, i in enumerate(inputs) if i.basis == "unknown" and tonnes[n]]
    return sorted(found, key=lambda pair: (-pair[1], inputs[pair[0]].key))


def _trend(found: _Found, start: int, end: int) -> Trend | None:
    first, last = ("total", str(start)), ("total", str(end))
    if first not in found.linear or not found.linear[first].value:
        return None
    linear = trend_of(found.linear[first], found.linear[last])
    stated = trend_of(found.stated[first], found.stated[last])
    rows = np.concatenate([found.outputs[first], found.outputs[last]])
    draws = found.draws
    simulated = None
    if draws:
        simulated = summary(linear.value, draws.of(last) / draws.of(first) - 1)
    shares = shares_by_basis(found.system, found.slopes, rows)
    worth = Worth(linear.interval(), stated.interval(), shares, simulated)
    return Trend(start, end, worth, _trend_parts(found, linear, first, last))


def _trend_parts(found: _Found, linear: Linear, first: Key, last: Key) -> list[TrendPart]:
    both = (found.linear[first].slopes != 0) & (found.linear[last].slopes != 0)
    squares = sum(np.square(part) for part in linear.parts())
    whole = float(np.sum(squares)) or 1.0
    parts = [
        TrendPart(n, bool(both[n]), float(linear.slopes[n]), float(square / whole))
        for n, square in enumerate(np.atleast_1d(squares))
        if square > _TRACE * whole
    ]
    return sorted(parts, key=lambda part: -part.share)
