"""What enters a bus leaves it, at each snapshot."""

import numpy as np

from tanlu.errors import Fault, raise_errors
from tanlu.plan.lp.problem import Places as Columns
from tanlu.plan.pypsa.delay import sources
from tanlu.plan.pypsa.frame import NONE, Frame, Part
from tanlu.plan.pypsa.network import Flags, Numbers
from tanlu.plan.pypsa.ports import Port, ports

_PLAIN = (
    ("generators", "p", "bus", 1.0),
    ("stores", "p", "bus", 1.0),
    ("storage_units", "p_dispatch", "bus", 1.0),
    ("storage_units", "p_store", "bus", -1.0),
    ("lines", "s", "bus0", -1.0),
    ("lines", "s", "bus1", 1.0),
    ("transformers", "s", "bus0", -1.0),
    ("transformers", "s", "bus1", 1.0),
    ("links", "p", "bus0", -1.0),
)


def add_balance(frame: Frame) -> None:
    """One row for each bus and snapshot: what components bring equals what loads take."""
    need = demand(frame)
    rows = frame.problem.rows("Bus-balance", need.shape, need, need).at
    is_fed = np.zeros(need.shape, bool)
    for name, variable, column, sign in _PLAIN:
        part = frame.parts[name]
        if len(part.table):
            scale = sign * (part.table.numbers("sign") if _is_signed(name) else 1.0)
            at = frame.buses_of(part, column)
            _join(frame, rows, is_fed, at, part.flow[variable], scale, part.is_on)
    for name in ("links", "processes"):
        for port in ports(frame.parts[name].table):
            _add_port(frame, rows, is_fed, frame.parts[name], port)
    _check_fed(frame, is_fed, need)


def _is_signed(name: str) -> bool:
    return name in {"generators", "stores", "storage_units"}


def demand(frame: Frame) -> Numbers:
    """What loads take from each bus. Shape: snapshots × buses. [MW]"""
    loads = frame.parts["loads"]
    total = np.zeros((len(frame.time), len(frame.bus)))
    at = frame.buses_of(loads, "bus")
    taken = -loads.dense("p_set") * loads.table.numbers("sign")
    np.add.at(total.T, at, taken.T)
    return total


def _join(
    frame: Frame,
    rows: Columns,
    is_fed: Flags,
    at: np.ndarray,
    columns: Columns,
    values: Numbers | float,
    is_on: Flags,
) -> None:
    there = at != NONE
    spread = np.broadcast_to(np.asarray(values, float), columns.shape)
    frame.problem.add(rows[:, at[there]], columns[:, there], spread[:, there])
    np.logical_or.at(is_fed.T, at[there], is_on[:, there].T)


def _add_port(frame: Frame, rows: Columns, is_fed: Flags, part: Part, port: Port) -> None:
    at, share = frame.buses_of(part, port.bus), part.dense(port.coefficient)
    flow, is_on = part.flow["p"], part.is_on
    delays, cyclic = part.table.numbers(port.delay), part.table.flags(port.cyclic_delay)
    for delay, is_cyclic in sorted(set(zip(delays.tolist(), cyclic.tolist(), strict=True))):
        here = (delays == delay) & (cyclic == is_cyclic) & (at != NONE)
        source, is_valid = sources(frame.time, delay, is_cyclic=is_cyclic)
        given = np.where(is_valid[:, None], share[:, here], 0.0)
        came = flow[source][:, here]
        _join(frame, rows, is_fed, at[here], came, given, is_on[:, here])


def _check_fed(frame: Frame, is_fed: Flags, need: Numbers) -> None:
    names = frame.network.table("buses").names
    stranded = np.flatnonzero((~is_fed & (need != 0)).any(axis=0))
    raise_errors([Fault("pypsa_stranded_load", params={"bus": names[at]}) for at in stranded])
