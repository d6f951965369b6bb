"""Sizes of components: those sought, those set, those in whole modules, and their cost."""

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.pypsa.frame import SIZED, Frame, Part, alive
from tanlu.plan.pypsa.network import Numbers, Table, Time

HOURS = 8760.0
"""Hours of PyPSA's year, by which it scales an annuity to the snapshots. [h]"""


def add_sizes(frame: Frame) -> None:
    """Columns for sizes that are sought, their whole modules, their cost, and the constant."""
    for name in SIZED:
        part = frame.parts[name]
        _check_set(part)
        if part.is_extendable.any():
            _add(frame, part)
            _add_modules(frame, part)


def _check_set(part: Part) -> None:
    name = f"{part.size_name}_set"
    wrong = ~np.isnan(part.table.numbers(name)) & ~part.is_extendable
    if wrong.any():
        at = int(np.flatnonzero(wrong)[0])
        raise InputError.of(
            "pypsa_set_not_sought",
            part.table.place(None, name),
            component=part.table.component,
            name=part.table.names[at],
            attribute=name,
        )


def _add(frame: Frame, part: Part) -> None:
    chosen, table, size = part.is_extendable, part.table, part.size_name
    low, high = table.numbers(f"{size}_min")[chosen], table.numbers(f"{size}_max")[chosen]
    cost = (size_cost(table, frame.time) * presence(table, frame.time))[chosen]
    block = frame.problem.columns(
        f"{table.component}-{size}", (int(chosen.sum()),), low, high, cost
    )
    part.size[chosen] = block.at
    frame.problem.offset -= float(cost @ table.numbers(size)[chosen])
    fixed = table.numbers(f"{size}_set")
    is_set = ~np.isnan(fixed)
    rows = frame.rows(f"{table.component}-{size}_set", is_set, fixed, fixed)
    frame.add(rows, part.size, 1.0)


def _add_modules(frame: Frame, part: Part) -> None:
    chosen = part.is_extendable & part.is_modular
    if not chosen.any():
        return
    block = frame.problem.columns(
        f"{part.table.component}-n_mod", (int(chosen.sum()),), integer=True
    )
    part.modules[chosen] = block.at
    rows = frame.rows(f"{part.table.component}-modularity", chosen, 0.0, 0.0)
    frame.add(rows, part.size, 1.0)
    frame.add(rows, part.modules, -part.table.numbers(f"{part.size_name}_mod"))


def presence(table: Table, time: Time) -> Numbers:
    """Weight of a component's fixed cost: its periods' weights, or 1 without periods."""
    if not time.has_periods:
        return np.ones(len(table))
    return time.period_objective @ alive(table, time)


def size_cost(table: Table, time: Time) -> Numbers:
    """Fixed cost of a unit of size over the snapshots: annuity or capital cost, and upkeep."""
    upkeep = np.nan_to_num(table.numbers("fom_cost"))
    return capital_cost(table, time) + upkeep


def capital_cost(table: Table, time: Time) -> Numbers:
    """Capital cost of a unit of size over the snapshots, upkeep left out.

    Raises:
        InputError: When an overnight cost meets periods of different length.
    """
    overnight = table.numbers("overnight_cost")
    given = ~np.isnan(overnight)
    if not given.any():
        return table.numbers("capital_cost")
    factor = annuity(table.numbers("discount_rate"), table.numbers("lifetime"))
    return np.where(given, overnight * factor * _years(time), table.numbers("capital_cost"))


def _years(time: Time) -> float:
    if not time.has_periods:
        return float(time.objective.sum()) / HOURS
    each = np.bincount(time.at_period, time.objective, len(time.periods)) / HOURS
    if np.unique(each).size > 1:
        raise InputError.of("pypsa_uneven_periods")
    return float(each[0])


def annuity(rate: Numbers, life: Numbers) -> Numbers:
    """Yearly share of an investment that pays it back with interest.

    Args:
        rate: Interest. [1/a]
        life: Years; without end where infinite. [a]

    Returns:
        The share: 1/life without interest, the interest itself without end. [1/a]

    Example:
        >>> annuity(np.array([0.07, 0.0, 0.05]), np.array([25, 20, np.inf])).round(4)
        array([0.0858, 0.05  , 0.05  ])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        usual = rate / (1.0 - 1.0 / (1.0 + rate) ** life)
        plain = np.where(rate == 0, 1.0 / life, usual)
    return np.where(np.isinf(life), np.maximum(rate, 0.0), plain)
