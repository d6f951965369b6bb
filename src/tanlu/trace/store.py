"""The carbon ledger of a store: what charged it goes in, and comes out with what it gives.

A battery charged by its owner's PV at noon gives almost carbon-free power at night,
whatever the grid is at that hour. Losses of the store stay with the carbon in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tanlu.errors import InputError
from tanlu.trace.flows import Flows, Loss
from tanlu.trace.formulas import carried, stored_intensity
from tanlu.trace.loops import Values
from tanlu.trace.solve import solve
from tanlu.trace.traced import Traced, system_of

_EMPTY = 1e-9  # of what the store ever held


@dataclass(frozen=True)
class Store:
    """A store at a node: meters of charge and discharge [MWh] by hour, what it held at first.

    The efficiencies are those of going in and of coming out. [1]
    """

    name: str
    node: int
    charged: Values
    given: Values
    e_in: float
    e_out: float
    opening_mwh: float = 0.0
    opening_t: float = 0.0


@dataclass(frozen=True)
class Kept:
    """A store's ledger by hour: energy and carbon in it at the hour's end, carbon in and out.

    `left_t` is what was left when the store ran empty; its operator bears it.
    """

    store: Store
    held_mwh: Values
    held_t: Values
    taken_t: Values
    given_t: Values
    left_t: Values

    @property
    def closing_error(self) -> float:
        """Opening and what was taken, less what was given, left and is still held. [t]"""
        gone = self.given_t.sum() + self.left_t.sum() + self.held_t[-1]
        return float(self.store.opening_t + self.taken_t.sum() - gone)


@dataclass
class _State:
    mwh: float
    carbon_t: float
    most: float


def netted(store: Store) -> Store:
    """The same store with charge and discharge of one hour set off against each other.

    Example:
        >>> two = Store("b", 0, np.array([3.0]), np.array([1.0]), 0.9, 0.9)
        >>> netted(two).charged.tolist(), netted(two).given.tolist()
        ([2.0], [0.0])
    """
    net = store.charged - store.given
    return replace(store, charged=np.maximum(net, 0.0), given=np.maximum(-net, 0.0))


def keep(store: Store, intensity: Values) -> Kept:
    """The ledger of a store whose node's intensity is known.

    Args:
        store: Its meters.
        intensity: Intensity of what charges it. [t/MWh], (hours,)

    Returns:
        The ledger.

    Raises:
        InputError: When it gives more than it holds.

    Example:
        >>> four = np.array([2.0, 2.0, 2.0, 2.0, 0.0])
        >>> one = Store("b", 0, four, np.array([0.0, 0, 0, 0, 2]), 0.95, 0.95)
        >>> round(float(keep(one, np.array([0.2, 0.3, 0.6, 0.1, 9.9])).given_t[4]), 5)
        0.66482
    """
    state, rows = _opening(store), []
    for hour in range(len(store.charged)):
        given_t = _out(store, state, hour)
        taken_t, left_t = _in(store, state, hour, float(intensity[hour]))
        rows.append((state.mwh, state.carbon_t, taken_t, given_t, left_t))
    return Kept(store, *np.array(rows, float).reshape(-1, 5).T)


def trace_stores(
    flows: Flows, stores: Sequence[Store], loss: Loss = "sink", workers: int = 2
) -> tuple[Traced, list[Kept]]:
    """Trace a network with stores: all hours in one solve, then one pass over time.

    Args:
        flows: Flows without the stores' charge and discharge.
        stores: The stores.
        loss: Who bears what is lost on the way.
        workers: Threads.

    Returns:
        Hours traced with what the stores take and give, and the stores' ledgers.

    Raises:
        InputError: When a store gives more than it holds.
    """
    stores = [netted(store) for store in stores]
    whole = _with_stores(flows, stores)
    first, count = len(flows.at), len(stores)
    base = system_of(whole, loss)
    amount = np.concatenate([flows.carbon, *(s.given[:, None] for s in stores)], axis=1)
    column = np.array([0] * first + list(range(1, count + 1)), np.int64)
    solved = solve(replace(base, amount=amount, column=column, columns=count + 1), workers)
    return _passed(whole, stores, loss, solved)


def _with_stores(flows: Flows, stores: Sequence[Store]) -> Flows:
    at = np.concatenate([flows.at, [store.node for store in stores]]).astype(np.int64)
    given = np.concatenate([flows.given, *(s.given[:, None] for s in stores)], axis=1)
    nothing = np.zeros((len(given), len(stores)))
    loads = flows.loads.copy()
    for store in stores:
        loads[:, store.node] += store.charged
    carbon = np.concatenate([flows.carbon, nothing], axis=1)
    return replace(flows, at=at, given=given, carbon=carbon, loads=loads)


def _passed(
    flows: Flows, stores: Sequence[Store], loss: Loss, solved: Values
) -> tuple[Traced, list[Kept]]:
    hours, count = len(flows.loads), len(stores)
    states = [_opening(store) for store in stores]
    rows: list[list[tuple[float, ...]]] = [[] for _ in stores]
    per_mwh = np.zeros((hours, count))
    carbon = flows.carbon.copy()
    for hour in range(hours):
        given = [_out(store, state, hour) for store, state in zip(stores, states, strict=True)]
        for s, store in enumerate(stores):
            per_mwh[hour, s] = given[s] / store.given[hour] if store.given[hour] else 0.0
        carbon[hour, len(flows.at) - count :] = given
        for s, store in enumerate(stores):
            here = solved[0, hour, store.node]
            here = here + sum(
                per_mwh[hour, k] * solved[k + 1, hour, store.node] for k in range(count)
            )
            taken, left = _in(store, states[s], hour, float(here))
            rows[s].append((states[s].mwh, states[s].carbon_t, taken, given[s], left))
    intensity = solved[0] + sum(per_mwh[:, [s]] * solved[s + 1] for s in range(count))
    kept = [
        Kept(store, *np.array(row, float).reshape(-1, 5).T)
        for store, row in zip(stores, rows, strict=True)
    ]
    return Traced(replace(flows, carbon=carbon), loss, np.asarray(intensity)), kept


def _opening(store: Store) -> _State:
    return _State(store.opening_mwh, store.opening_t, store.opening_mwh)


def _out(store: Store, state: _State, hour: int) -> float:
    given = float(store.given[hour])
    if not given:
        return 0.0
    drawn = given / store.e_out
    if drawn > state.mwh + _EMPTY * max(state.most, drawn):
        raise InputError.of(
            "store_overdrawn", store=store.name, hour=hour, given=f"{given:.6g}",
            held=f"{state.mwh * store.e_out:.6g}",
        )  # fmt: skip
    per_mwh = stored_intensity(state.carbon_t, state.mwh, store.e_out) if state.mwh else 0.0
    carbon = float(carried(per_mwh, given))
    state.mwh -= drawn
    state.carbon_t -= carbon
    return carbon


def _in(store: Store, state: _State, hour: int, intensity: float) -> tuple[float, float]:
    charged = float(store.charged[hour])
    taken = float(carried(intensity, charged)) if charged else 0.0
    state.mwh += store.e_in * charged
    state.carbon_t += taken
    state.most = max(state.most, state.mwh)
    left = 0.0
    if state.mwh <= _EMPTY * state.most:
        left, state.carbon_t, state.mwh = state.carbon_t, 0.0, 0.0
    return taken, left


def cyclic_opening(store: Store, intensity: Values) -> float:
    """Carbon that a store must hold at first so that it holds the same at the end. [t]

    Args:
        store: Its meters; what it holds at first must not be nothing.
        intensity: Intensity of what charges it. [t/MWh], (hours,)

    Returns:
        Opening carbon: what is held at the end hangs on it in a straight line; the store's
        own where it never gives anything.

    Example:
        >>> day = Store("b", 0, np.array([2.0, 0.0]), np.array([0.0, 2.0]), 1.0, 1.0, 1.0)
        >>> round(cyclic_opening(day, np.array([0.3, 0.5])), 9)
        0.3
    """
    none, one = (float(keep(replace(store, opening_t=t), intensity).held_t[-1]) for t in (0.0, 1.0))
    turned = 1.0 - (one - none)  # part of what it held at first that left it
    return none / turned if turned > _EMPTY else store.opening_t
