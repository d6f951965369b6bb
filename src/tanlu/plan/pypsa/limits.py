"""Limits over many components at once: PyPSA's global constraints."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.pypsa.capacity import capital_cost
from tanlu.plan.pypsa.frame import NONE, SIZED, Frame, Part, alive
from tanlu.plan.pypsa.network import Flags, Numbers, Table
from tanlu.plan.pypsa.storage import STORE, UNIT, Names

_CARRIED = ("generators", "lines", "links", "processes", "stores", "storage_units")
_BRANCHES = ("lines", "links", "processes")


@dataclass(frozen=True, slots=True)
class Limit:
    """One global constraint as given. `period` is the number of its period, or None for all."""

    name: str
    kind: str
    carrier: str
    sense: str
    constant: float
    bus: str
    period: int | None


@dataclass(slots=True)
class _Sum:
    """Terms of one limit and what stands on its left side without a variable."""

    columns: list[np.ndarray]
    values: list[np.ndarray]
    constant: float = 0.0
    is_there: bool = False

    def take(self, columns: np.ndarray, values: Numbers) -> None:
        at, value = np.broadcast_arrays(columns, values)
        self.columns.append(at.ravel())
        self.values.append(value.ravel())
        self.is_there = True


def add_limits(frame: Frame) -> None:
    """A row for each global constraint that has anything to limit."""
    table = frame.network.table("global_constraints")
    for limit in read_limits(table, frame):
        if limit.period == NONE:
            continue  # a period that is not optimised limits nothing
        total = _KINDS[limit.kind](frame, limit)
        if total.is_there:
            _add(frame, limit, total)


def read_limits(table: Table, frame: Frame) -> Iterator[Limit]:
    """The global constraints of a network, in order.

    Raises:
        InputError: When a constraint names a period and the network has none.
    """
    columns = [table.texts(name) for name in ("type", "carrier_attribute", "sense", "bus")]
    constants, periods = table.numbers("constant"), table.numbers("investment_period")
    for at, name in enumerate(table.names):
        kind, carrier, sense, bus = (str(column[at]) for column in columns)
        period = _period(frame, table, at, periods[at])
        yield Limit(name, kind, carrier, sense, float(constants[at]), bus, period)


def _period(frame: Frame, table: Table, at: int, period: float) -> int | None:
    if np.isnan(period):
        return None
    if not frame.time.has_periods:
        raise InputError.of(
            "pypsa_limit_period", table.place(at, "investment_period"), name=table.names[at]
        )
    known = frame.time.periods
    return known.index(int(period)) if int(period) in known else NONE


def _add(frame: Frame, limit: Limit, total: _Sum) -> None:
    right = limit.constant - total.constant
    low = -np.inf if limit.sense == "<=" else right
    high = np.inf if limit.sense == ">=" else right
    block = frame.problem.rows(f"GlobalConstraint-{limit.name}", (1,), low, high)
    frame.limits[limit.name] = block
    for columns, values in zip(total.columns, total.values, strict=True):
        frame.problem.add(block.at, columns, values)


def _when(frame: Frame, limit: Limit) -> Flags:
    """The snapshots that a limit looks at."""
    if limit.period is None:
        return np.ones(len(frame.time), bool)
    return np.asarray(frame.time.at_period == limit.period)


def _there(frame: Frame, part: Part, limit: Limit) -> Flags:
    """The components that stand in a limit's period."""
    if limit.period is None or not frame.time.has_periods:
        return np.ones(len(part.table), bool)
    return np.asarray(alive(part.table, frame.time)[limit.period])


def _primary_energy(frame: Frame, limit: Limit) -> _Sum:
    """Energy put in by carriers × what an attribute of the carrier says of it."""
    rates = _rates(frame, limit)
    total, when = _Sum([], []), _when(frame, limit)
    part = frame.parts["generators"]
    rate, chosen = _rate_of(part, rates)
    chosen &= _there(frame, part, limit)
    if chosen.any():
        weight = frame.time.year_weight[when][:, None]
        share = 1.0 / part.dense("efficiency")[when][:, chosen]
        total.take(part.flow["p"][when][:, chosen], share * weight * rate[chosen])
    for name, names in (("storage_units", UNIT), ("stores", STORE)):
        part = frame.parts[name]
        rate, chosen = _rate_of(part, rates)
        chosen &= ~part.table.flags(names.cyclic) & _there(frame, part, limit)
        _take_levels(frame, total, limit, part, names, chosen, rate)
    return total


def _operational(frame: Frame, limit: Limit) -> _Sum:
    """Net production of one carrier."""
    total, when = _Sum([], []), _when(frame, limit)
    part = frame.parts["generators"]
    chosen = part.table.texts("carrier") == limit.carrier
    if chosen.any():
        weight = frame.time.year_weight[when][:, None]
        total.take(part.flow["p"][when][:, chosen], weight)
    for name, names in (("storage_units", UNIT), ("stores", STORE)):
        part = frame.parts[name]
        chosen = part.table.texts("carrier") == limit.carrier
        chosen &= ~part.table.flags(names.cyclic)
        _take_levels(frame, total, limit, part, names, chosen, np.ones(len(part.table)))
    return total


def _rates(frame: Frame, limit: Limit) -> dict[str, float]:
    carriers = frame.network.table("carriers")
    if limit.carrier not in carriers.static:
        if limit.carrier == "co2_emissions":
            return {}
        raise InputError.of("pypsa_no_attribute", name=limit.name, attribute=limit.carrier)
    values = np.asarray(carriers.static[limit.carrier], float)
    return {
        name: float(value)
        for name, value in zip(carriers.names, values, strict=True)
        if value != 0 and not np.isnan(value)
    }


def _rate_of(part: Part, rates: dict[str, float]) -> tuple[Numbers, Flags]:
    carriers = [str(name) for name in part.table.texts("carrier")]
    rate = np.array([rates.get(name, 0.0) for name in carriers])
    return rate, np.array([name in rates for name in carriers], bool)


def _take_levels(
    frame: Frame,
    total: _Sum,
    limit: Limit,
    part: Part,
    names: Names,
    chosen: Flags,
    rate: Numbers,
) -> None:
    """What storages end with less than they began with counts as used."""
    time = frame.time
    initial = part.table.numbers(names.initial)
    each = part.table.flags(names.initial_per_period) & time.has_periods
    once = chosen & ~each
    periods = range(len(time.periods)) if limit.period is None else [limit.period]
    if once.any():
        _check_years(frame, limit, part, once)
        _take_last(total, part, names, once, rate, initial, _when(frame, limit), 1.0)
    for number in periods if (chosen & each).any() else ():
        when = time.at_period == number
        there = chosen & each
        _take_last(total, part, names, there, rate, initial, when, float(time.years[number]))


def _check_years(frame: Frame, limit: Limit, part: Part, once: Flags) -> None:
    time = frame.time
    relevant = time.years
    if limit.kind == "operational_limit" and limit.period is not None:
        relevant = time.years[limit.period : limit.period + 1]
    if time.has_periods and (relevant != 1).any():
        at = int(np.flatnonzero(once)[0])
        raise InputError.of(
            "pypsa_level_over_periods",
            name=limit.name,
            component=part.table.component,
            storage=part.table.names[at],
        )


def _take_last(
    total: _Sum,
    part: Part,
    names: Names,
    chosen: Flags,
    rate: Numbers,
    initial: Numbers,
    when: Flags,
    weight: float,
) -> None:
    level = part.flow[names.level]
    for at in np.flatnonzero(chosen):
        on = np.flatnonzero(when & part.is_on[:, at])
        if on.size:
            total.take(level[on[-1:], at], np.array([-rate[at] * weight]))
        total.constant += float(rate[at] * initial[at]) * weight
        total.is_there = True


def _technology(frame: Frame, limit: Limit) -> _Sum:
    """Sizes sought of one carrier, everywhere or at one bus."""
    total = _Sum([], [])
    for name in _CARRIED:
        part = frame.parts[name]
        chosen = part.is_extendable & (part.table.texts("carrier") == limit.carrier)
        chosen &= _there(frame, part, limit)
        if limit.bus:
            chosen &= part.table.texts("bus0" if name in _BRANCHES else "bus") == limit.bus
        if chosen.any():
            total.take(part.size[chosen], np.ones(1))
    return total


def _volume(frame: Frame, limit: Limit) -> _Sum:
    return _transmission(frame, limit, lambda table: table.numbers("length"))


def _spending(frame: Frame, limit: Limit) -> _Sum:
    def cost(table: Table) -> Numbers:
        each = capital_cost(table, frame.time)
        if frame.time.has_periods and limit.period is None:
            return each * (frame.time.period_objective @ alive(table, frame.time))
        return each

    return _transmission(frame, limit, cost)


def _transmission(frame: Frame, limit: Limit, value: Callable[[Table], Numbers]) -> _Sum:
    """Sizes sought of lines and links of some carriers × a value of each."""
    wanted = {one.strip() for one in limit.carrier.translate(_BRACKETS).split(",")}
    total = _Sum([], [])
    for name in ("lines", "links"):
        part = frame.parts[name]
        is_wanted = [str(carrier) in wanted for carrier in part.table.texts("carrier")]
        chosen = part.is_extendable & np.array(is_wanted, bool) & _there(frame, part, limit)
        if frame.time.has_periods:
            chosen &= alive(part.table, frame.time).any(axis=0)
        if chosen.any():
            total.take(part.size[chosen], value(part.table)[chosen])
    return total


_BRACKETS = str.maketrans("", "", "[]()")

_KINDS: dict[str, Callable[[Frame, Limit], _Sum]] = {
    "primary_energy": _primary_energy,
    "operational_limit": _operational,
    "tech_capacity_expansion_limit": _technology,
    "transmission_volume_expansion_limit": _volume,
    "transmission_expansion_cost_limit": _spending,
}

KINDS = frozenset(_KINDS)
"""Kinds of global constraints that are understood."""


def add_growth(frame: Frame) -> None:
    """What may be built of a carrier in each period, on its own and against the one before."""
    carriers, time = frame.network.table("carriers"), frame.time
    most = carriers.numbers("max_growth")
    if not time.has_periods or not np.isfinite(most).any():
        return
    share = np.maximum(carriers.numbers("max_relative_growth"), 0.0)
    for at in np.flatnonzero(np.isfinite(most)):
        rows = frame.problem.rows(
            f"Carrier-growth-{carriers.names[at]}", (len(time.periods),), -np.inf, most[at]
        ).at
        for name in SIZED:
            if name in _CARRIED:
                _add_grown(frame, frame.parts[name], carriers.names[at], rows, float(share[at]))


def _add_grown(frame: Frame, part: Part, carrier: str, rows: np.ndarray, share: float) -> None:
    chosen = part.is_extendable & (part.table.texts("carrier") == carrier)
    stands = alive(part.table, frame.time) & chosen
    first = stands & (np.cumsum(stands, axis=0) == 1)
    period, at = np.nonzero(first)
    frame.problem.add(rows[period], part.size[at], 1.0)
    later = period + 1 < rows.size
    frame.problem.add(rows[period[later] + 1], part.size[at[later]], -share)


def add_bus_limits(frame: Frame) -> None:
    """Sizes sought of a carrier at a bus, where a bus has a column nom_min_… or nom_max_…."""
    buses = frame.network.table("buses")
    for column in buses.strange:
        if not column.startswith(("nom_min_", "nom_max_")):
            continue
        carrier, period = _split(frame, column[8:])
        if carrier:
            _add_bus_limit(frame, column, carrier, period)


def _split(frame: Frame, rest: str) -> tuple[str, int | None]:
    known = frame.network.table("carriers").names
    if rest in known:
        return rest, None
    carrier, _, year = rest.rpartition("_")
    years = [str(period) for period in frame.time.periods]
    if carrier in known and year in years:
        return carrier, years.index(year)
    return "", None


def _add_bus_limit(frame: Frame, column: str, carrier: str, period: int | None) -> None:
    buses = frame.network.table("buses")
    value = np.asarray(buses.static[column], float)
    limit = Limit(column, "", carrier, "", 0.0, "", period)
    total = [(part, _chosen(frame, part, limit)) for part in _at_one_bus(frame)]
    if not any(chosen.any() for _, chosen in total):
        return
    low = np.where(column.startswith("nom_min_"), value, -np.inf)
    high = np.where(column.startswith("nom_max_"), value, np.inf)
    rows = frame.rows(f"Bus-{column}", ~np.isnan(value), low, high)
    for part, chosen in total:
        at = frame.buses_of(part, "bus")[chosen]
        frame.add(rows[at], part.size[chosen], 1.0)


def _at_one_bus(frame: Frame) -> list[Part]:
    return [frame.parts[name] for name in ("generators", "stores", "storage_units")]


def _chosen(frame: Frame, part: Part, limit: Limit) -> Flags:
    same = part.table.texts("carrier") == limit.carrier
    return np.asarray(part.is_extendable & same & _there(frame, part, limit))
