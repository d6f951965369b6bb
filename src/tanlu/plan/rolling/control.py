"""The cheapest way through the next hours, from where things stand now."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.lp import Session, open_session
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Converter, Model, Slices, Store, Supply, System, build
from tanlu.plan.model.assemble import MONEY
from tanlu.plan.model.carbon import KINDS
from tanlu.plan.rolling.site import SHIFT, Site, first_mwh, most_mwh

OUTPUTS = ("power", "output", "activity", "out", "in", "claim", "shed", "level")
"""Columns that are set-points, by the name of their block; levels are told beside them."""


@dataclass(frozen=True, slots=True)
class State:
    """How things stand before a step.

    Levels of stores [MWh], activity of converters in the step before [MW], highest power of
    supplies so far in the month [MW]. What is not named is unknown: stores begin empty, what
    may be put off begins full, converters are free.
    """

    levels: Mapping[str, float] = field(default_factory=dict)
    activity: Mapping[str, float] = field(default_factory=dict)
    peaks: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Set-points by component and kind [MW; level MWh], one number a step, and their cost.

    `cost_cny` and `co2_t` are by step, without capacity charges and without what levels at
    the end are worth; `objective_cny` has both.
    """

    points: Mapping[str, Numbers]
    cost_cny: Numbers
    co2_t: Numbers
    objective_cny: float
    seconds: float
    peaks: Mapping[str, float]


def opened(site: Site, horizon: int) -> Session:
    """A solver for horizons of so many steps, to be asked again and again."""
    window = {name: np.zeros(horizon) for name in site.series}
    return open_session(build(_system(site, State(), window, {})).problem)


def schedule(
    site: Site,
    state: State,
    window: Mapping[str, Numbers],
    worth: Mapping[str, float] | None = None,
    session: Session | None = None,
) -> Schedule:
    """The cheapest schedule from a state, through the hours that a window shows.

    Args:
        site: What stands.
        state: How it stands now.
        window: The series as they are expected, one row a name; the first step is now.
        worth: What a MWh in a store is worth at the end [CNY/MWh]; nothing by default.
        session: A solver opened for horizons of this length; a new one by default.

    Returns:
        The schedule.

    Raises:
        InputError: When the limits cannot all be kept.
    """
    model = build(_system(site, state, window, worth or {}))
    live = session or open_session(model.problem)
    live.replace(model.problem.matrix())
    _hold(live, model, state)
    found = live.solve()
    if found.values is None:
        raise InputError.of("control_not_feasible", status=found.status)
    return _read(model, found.values, found.objective or 0.0, found.seconds)


def _system(
    site: Site, state: State, window: Mapping[str, Numbers], worth: Mapping[str, float]
) -> System:
    steps = min(row.size for row in window.values())
    parts = tuple(
        _begun(c, state, worth) if isinstance(c, Store) else c for c in site.system.components
    )
    return replace(
        site.system, components=parts, slices=Slices((0,), steps, site.step_h, days=1.0),
        series={name: np.asarray(row[:steps], float)[None, :] for name, row in window.items()},
    )  # fmt: skip


def _begun(c: Store, state: State, worth: Mapping[str, float]) -> Store:
    start = min(max(state.levels.get(c.name, first_mwh(c)), 0.0), most_mwh(c))
    return replace(c, start=start, worth=worth.get(c.name, 0.0))


def _hold(live: Session, model: Model, state: State) -> None:
    """What began before the window: peaks paid already, ramps, what was put off."""
    for component in model.system.components:
        if isinstance(component, Supply) and component.name in state.peaks:
            _at_least(live, model, f"{component.name}.peak", state.peaks[component.name])
        if isinstance(component, Store) and component.name.endswith(SHIFT):
            level = model.problem.block(f"{component.name}.level").at[0, 0, -1]
            live.set_columns(level, most_mwh(component), np.inf)
        if isinstance(component, Converter) and component.ramp is not None:
            _ramp(live, model, component, state.activity.get(component.name))


def _at_least(live: Session, model: Model, name: str, least: float) -> None:
    if any(block.name == name for block in model.problem.column_blocks()):
        live.set_columns(model.problem.block(name).at, least, np.inf)


def _ramp(live: Session, model: Model, c: Converter, before: float | None) -> None:
    """The first step follows what ran before; the window does not close on itself."""
    for name in ("ramp_up", "ramp_down"):
        live.set_rows(model.problem.row_block(f"{c.name}.{name}").at[0, 0, 0], -np.inf, np.inf)
    if before is not None and c.ramp is not None:
        most = c.ramp * model.system.slices.step_h * float(np.asarray(c.stock.existing, float))
        first = model.problem.block(f"{c.name}.activity").at[0, 0, 0]
        live.set_columns(first, max(before - most, 0.0), before + most)


def _read(model: Model, values: Numbers, objective: float, seconds: float) -> Schedule:
    blocks = model.problem.column_blocks()
    points = {
        block.name: block.of(values)[0, 0]
        for block in blocks
        if block.name.rpartition(".")[2] in OUTPUTS and len(block.shape) == 3
    }
    peaks = {
        block.name.removesuffix(".peak"): float(block.of(values).max())
        for block in blocks
        if block.name.endswith(".peak")
    }
    kinds = tuple(kind for kind in MONEY if kind != "charge")
    cost, carbon = (_by_step(model, values, each) for each in (kinds, KINDS["location"]))
    return Schedule(points, cost, carbon, objective, seconds, peaks)


def _by_step(model: Model, values: Numbers, kinds: tuple[str, ...]) -> Numbers:
    """Sums of tallies by step; what is not of a step (a stock, a level at the end) left out."""
    steps = model.system.slices.steps
    total, step_of = np.zeros(steps), _steps_of(model)
    for entry in model.entries:
        if entry.kind in kinds:
            at = step_of[entry.column]
            part = np.where(at >= 0, entry.amount * values[entry.column], 0.0)
            total += np.bincount(np.maximum(at, 0), part, steps)
    return total


def _steps_of(model: Model) -> Numbers:
    """The step of each column; −1 where it has none."""
    blocks = model.problem.column_blocks()
    found = np.full(sum(block.size for block in blocks), -1)
    for block in blocks:
        is_level = block.name.endswith(".level")
        if len(block.shape) == 3 and not is_level:
            found[block.at[0, 0]] = np.arange(block.shape[2])
    return found
