"""A plan's system as a PyPSA network of investment periods, or its parts refused by name.

What a PyPSA network can say, and so what goes over: supplies, sales, generators, converters,
stores and demands that do not move; caps by year and a budget, by location. Each vintage
becomes an asset of its own, as PyPSA wants it. The objective stays the same.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tanlu.errors import Fault, raise_errors
from tanlu.plan.model import (
    Budget,
    Cap,
    Converter,
    Demand,
    Generator,
    Sale,
    Store,
    Supply,
    System,
)
from tanlu.plan.model.grid import Grid
from tanlu.plan.model.stock import Stock, alive, is_open, payments
from tanlu.plan.model.value import Given
from tanlu.plan.pypsa.network import Network, Numbers, Series, Table, Time
from tanlu.plan.pypsa.schema import VERSION

Row = dict[str, Any]


@dataclass(slots=True)
class Sheet:
    """Rows of one list of components, and their time series. Shape of a series: snapshots."""

    rows: dict[str, Row] = field(default_factory=dict)
    series: dict[str, dict[str, Numbers]] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A network under construction, from a system and its grid of periods and steps."""

    grid: Grid
    sheets: dict[str, Sheet] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def system(self) -> System:
        """The system."""
        return self.grid.system

    def row(self, table: str, name: str, **values: object) -> None:
        """A component: numbers, texts and flags stay; arrays become time series."""
        sheet = self.sheets.setdefault(table, Sheet())
        sheet.rows[name] = {k: v for k, v in values.items() if not isinstance(v, np.ndarray)}
        for key, value in values.items():
            if isinstance(value, np.ndarray):
                self._dense(sheet, key, name, value)

    def _dense(self, sheet: Sheet, key: str, name: str, value: Numbers) -> None:
        whole = np.broadcast_to(value, self.grid.shape).ravel()
        if (whole == whole[0]).all():
            sheet.rows[name][key] = float(whole[0])
        else:
            sheet.series.setdefault(key, {})[name] = whole.copy()

    def refuse(self, name: str, what: str) -> None:
        """Note what PyPSA cannot say."""
        self.faults.append(Fault("pypsa_not_expressible", params={"name": name, "what": what}))


def to_pypsa(system: System, name: str) -> Network:
    """A system as a PyPSA network; its least cost is that of the system.

    Args:
        system: The system; each calendar day of its slices may be a day of its own, or days
            may be grouped where no store passes energy from day to day.
        name: Name of the network.

    Returns:
        The network: investment periods, years and discounts as weights.

    Raises:
        InputError: With everything that PyPSA cannot say.
    """
    draft = Draft(Grid(system))
    for node in system.nodes:
        draft.row("buses", node.name, carrier=node.carrier or node.name)
        if node.may_curtail:
            draft.row("generators", f"{node.name} thrown away", bus=node.name, sign=-1.0, **_FREE)
    for component in system.components:
        add = _ADD.get(type(component))
        if add is None:
            draft.refuse(component.name, type(component).__name__)
        else:
            add(draft, component)
    for policy in system.policies:
        _policy(draft, policy)
    _carriers(draft)
    raise_errors(draft.faults)
    return Network(name, _time(draft.grid), _tables(draft), ".".join(map(str, (*VERSION, 0))))


_FREE: Mapping[str, object] = {"p_nom_extendable": True}


def _time(grid: Grid) -> Time:
    periods, days, steps = grid.shape
    years = grid.system.years
    hours = np.broadcast_to(grid.hours, grid.shape).ravel().astype(float)
    each = np.full(hours.size, grid.system.slices.step_h)
    labels = [f"d{day}s{step}" for day in range(days) for step in range(steps)] * periods
    lengths = np.array([float(period.length) for period in grid.system.periods])
    of = np.repeat(np.array(years, np.int64), days * steps)
    return Time(tuple(labels), hours, each, hours, of, years, lengths, grid.discounts)


def _tables(draft: Draft) -> dict[str, Table]:
    return {name: _table(name, sheet) for name, sheet in draft.sheets.items()}


def _table(name: str, sheet: Sheet) -> Table:
    names = tuple(sheet.rows)
    keys = dict.fromkeys(key for row in sheet.rows.values() for key in row)
    bare = Table(name, names, {}, {})
    static = {}
    for key in keys:
        default = bare.texts(key)
        values = [row.get(key, default[at]) for at, row in enumerate(sheet.rows.values())]
        is_text = any(isinstance(value, str) for value in values)
        static[key] = np.array(values, object) if is_text else np.array(values)
    order = {one: at for at, one in enumerate(names)}
    series = {
        key: Series(np.array([order[one] for one in each]), np.column_stack(list(each.values())))
        for key, each in sheet.series.items()
    }
    return Table(name, names, static, series)


def _periods(draft: Draft) -> Iterator[tuple[int, int, Row]]:
    """Each period with what makes an asset stand in it alone."""
    for at, period in enumerate(draft.system.periods):
        yield at, period.year, {"build_year": period.year, "lifetime": float(period.length)}


def _at(draft: Draft, given: Given, factor: Numbers | float = 1.0) -> Numbers:
    return np.asarray(np.broadcast_to(draft.grid.at(given) * factor, draft.grid.shape), float)


def _supply(draft: Draft, c: Supply) -> None:
    if draft.grid.year(c.charge).any():
        draft.refuse(c.name, "charge")
    if c.market_factor is not None and c.market_factor != c.factor:
        draft.refuse(c.name, "market_factor")
    limit, price, factor = (_at(draft, one) for one in (c.limit, c.price, c.factor))
    least, most = draft.grid.year(c.year_least), draft.grid.year(c.year_most)
    if (factor != factor[:, :1, :1]).any():
        draft.refuse(c.name, "factor by hour")
    for at, year, alone in _periods(draft):
        carrier = f"{c.name} {year}"
        draft.row("carriers", carrier, co2_emissions=float(factor[at, 0, 0]))
        draft.row(
            "generators", carrier, bus=c.node, carrier=carrier, marginal_cost=price,
            **_bounded(limit, at), **alone,
        )  # fmt: skip
        length = float(draft.system.periods[at].length)
        for sense, bound in ((">=", least[at]), ("<=", most[at])):
            if (bound != 0.0 and np.isfinite(bound)) or (sense == "<=" and bound == 0.0):
                draft.row(
                    "global_constraints", f"{carrier} {sense}", type="operational_limit",
                    carrier_attribute=carrier, investment_period=float(year), sense=sense,
                    constant=float(bound) * length,
                )  # fmt: skip


def _bounded(limit: Numbers, at: int) -> Row:
    """A power that may be used freely up to a limit."""
    most = float(limit[at].max())
    if not np.isfinite(most):
        return dict(_FREE)
    return {"p_nom": most, "p_max_pu": limit / most if most else np.zeros_like(limit)}


def _sale(draft: Draft, c: Sale) -> None:
    if np.any(_at(draft, c.factor)):
        draft.refuse(c.name, "factor")
    limit, price = _at(draft, c.limit), _at(draft, c.price)
    for at, year, alone in _periods(draft):
        draft.row(
            "generators", f"{c.name} {year}", bus=c.node, sign=-1.0, marginal_cost=-price,
            **_bounded(limit, at), **alone,
        )  # fmt: skip


def _demand(draft: Draft, c: Demand) -> None:
    for what in ("shift", "shed"):
        if getattr(c, what):
            draft.refuse(c.name, what)
    draft.row("loads", c.name, bus=c.node, p_set=_at(draft, c.amount))


def _generator(draft: Draft, c: Generator) -> None:
    factor = _at(draft, c.factor)
    if (factor != factor.flat[0]).any():
        draft.refuse(c.name, "factor by year or hour")
    draft.row("carriers", c.name, co2_emissions=float(factor.flat[0]))
    common: Row = {"bus": c.node, "carrier": c.name, "marginal_cost": _at(draft, c.variable)}
    _assets(draft, "generators", c.name, c.stock, {**common, "p_max_pu": _at(draft, c.profile)})


def _converter(draft: Draft, c: Converter) -> None:
    for what, is_used in (
        ("ramp", c.ramp is not None),
        ("unit", c.unit is not None),
        ("factor", bool(_at(draft, c.factor).any())),
    ):
        if is_used:
            draft.refuse(c.name, what)
    flows = [(node, _at(draft, per, -1.0)) for node, per in c.inputs.items()]
    flows += [(node, _at(draft, per)) for node, per in c.outputs.items()]
    ports: Row = {f"bus{at}": node for at, (node, _) in enumerate(flows)}
    ports |= {f"rate{at}": rate for at, (_, rate) in enumerate(flows)}
    if len(flows) == 1:  # a process has two ends
        ports |= {"bus1": flows[0][0], "rate1": 0.0}
    draft.row("carriers", c.name)
    common: Row = {
        "carrier": c.name, "marginal_cost": _at(draft, c.variable),
        "p_max_pu": _at(draft, c.available), "p_min_pu": float(c.least),
    }  # fmt: skip
    _assets(draft, "processes", c.name, c.stock, {**ports, **common})


def _store(draft: Draft, c: Store) -> None:
    slices = draft.system.slices
    is_full = slices.group == tuple(range(slices.count))
    if slices.count > 1 and not (c.link == "year" and is_full):
        draft.refuse(c.name, f"link: {c.link}")
    draft.row("carriers", c.name)
    common: Row = {
        "bus": c.node, "carrier": c.name, "max_hours": float(c.hours),
        "efficiency_store": float(c.charge), "efficiency_dispatch": float(c.discharge),
        "standing_loss": float(c.loss), "marginal_cost": _at(draft, c.variable),
        "cyclic_state_of_charge_per_period": True,
    }  # fmt: skip
    _assets(draft, "storage_units", c.name, c.stock, common)


def _assets(draft: Draft, table: str, name: str, stock: Stock, common: Row) -> None:
    """One asset for what exists in each period, one for each vintage that may be built."""
    if stock.survival or stock.may_retire:
        draft.refuse(name, "survival" if stock.survival else "may_retire")
    grid = draft.grid
    existing, upkeep = grid.year(stock.existing), grid.year(stock.fixed_om)
    for at, year, alone in _periods(draft):
        if existing[at]:
            fixed = {"p_nom_min": float(existing[at]), "p_nom_max": float(existing[at])}
            row = {**common, **_FREE, **fixed, **alone, "capital_cost": float(upkeep[at])}
            draft.row(table, f"{name} existing {year}", **row)
    if is_open(stock, grid):
        _vintages(draft, table, name, stock, common)
        _potential(draft, name, stock, existing)


def _vintages(draft: Draft, table: str, name: str, stock: Stock, common: Row) -> None:
    grid, stands = draft.grid, alive(stock, draft.system)
    due = payments(stock, draft.system) * grid.year(stock.investment)[None, :]
    upkeep = stands * (grid.year(stock.fixed_om) * grid.discounts)[:, None]
    cost = (due + upkeep).sum(axis=0) / (stands * grid.discounts[:, None]).sum(axis=0)
    most = grid.year(stock.build_most)
    block = {"p_nom_mod": float(stock.block)} if stock.block is not None else {}
    for at, year in enumerate(draft.system.years):
        built = {"build_year": year, "lifetime": float(stock.life), "p_nom_max": float(most[at])}
        row = {**common, **_FREE, **block, **built, "capital_cost": float(cost[at])}
        draft.row(table, f"{name} {year}", **row)


def _potential(draft: Draft, name: str, stock: Stock, existing: Numbers) -> None:
    room = np.maximum(draft.grid.year(stock.potential), existing)
    for at, year in enumerate(draft.system.years):
        if np.isfinite(room[at]):
            draft.row(
                "global_constraints", f"{name} potential {year}", sense="<=",
                type="tech_capacity_expansion_limit", carrier_attribute=name,
                investment_period=float(year), constant=float(room[at]),
            )  # fmt: skip


def _policy(draft: Draft, policy: object) -> None:
    name = str(getattr(policy, "name", ""))
    if not isinstance(policy, Cap | Budget) or policy.basis != "location":
        draft.refuse(name, type(policy).__name__)
    elif isinstance(policy, Budget):
        _limit(draft, name, float(policy.most), {})
    else:
        length = {period.year: period.length for period in draft.system.periods}
        for year, most in policy.most.items():
            if year in length:
                label = f"{name} {year}"
                _limit(draft, label, most * length[year], {"investment_period": float(year)})


def _limit(draft: Draft, name: str, most: float, when: Row) -> None:
    draft.row(
        "global_constraints", name, type="primary_energy", carrier_attribute="co2_emissions",
        sense="<=", constant=most, **when,
    )  # fmt: skip


def _carriers(draft: Draft) -> None:
    """Every carrier that is named stands in the list of carriers."""
    known = draft.sheets.setdefault("carriers", Sheet()).rows
    for row in draft.sheets["buses"].rows.values():
        known.setdefault(row["carrier"], {})


_ADD: Mapping[type, Callable[[Draft, Any], None]] = {
    Supply: _supply,
    Sale: _sale,
    Demand: _demand,
    Generator: _generator,
    Converter: _converter,
    Store: _store,
}
