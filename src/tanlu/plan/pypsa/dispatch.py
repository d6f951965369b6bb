"""What components do at each snapshot, within their sizes."""

import numpy as np

from tanlu.plan.pypsa.frame import NONE, SIZED, Frame, Part
from tanlu.plan.pypsa.network import Flags, Numbers

VARIABLES = {
    "generators": ("p",),
    "lines": ("s",),
    "transformers": ("s",),
    "links": ("p",),
    "processes": ("p",),
    "stores": ("e",),
    "storage_units": ("p_dispatch", "p_store", "state_of_charge"),
}
"""Operational variables that stand within bounds per unit of size."""


def add_dispatch(frame: Frame) -> None:
    """Columns of all operational variables, bounded by sizes; fixed values; energy sums."""
    for name in SIZED:
        part = frame.parts[name]
        for variable in VARIABLES[name]:
            _add(frame, part, variable)
    stores = frame.parts["stores"]
    frame.variable(stores, "p", -np.inf, np.inf)
    _add_spill(frame, frame.parts["storage_units"])
    _add_fixed(frame)
    _add_sums(frame, frame.parts["generators"])


def bounds(part: Part, variable: str) -> tuple[Numbers, Numbers]:
    """Least and greatest value of a variable per unit of size. Shape: snapshots × components."""
    kind = part.table.list_name
    if kind in {"lines", "transformers"}:
        high = part.dense("s_max_pu")
        return -high, high
    if kind == "stores":
        return part.dense("e_min_pu"), part.dense("e_max_pu")
    if kind != "storage_units":
        return part.dense("p_min_pu"), part.dense("p_max_pu")
    if variable == "state_of_charge":
        high = part.dense("max_hours")
    else:
        high = -part.dense("p_min_pu") if variable == "p_store" else part.dense("p_max_pu")
    return np.zeros_like(high), high


def _add(frame: Frame, part: Part, variable: str) -> None:
    least, most = bounds(part, variable)
    size = part.table.numbers(part.size_name)
    is_sought, is_switched = part.is_extendable, part.is_committable
    free = is_sought | is_switched
    low = np.where(
        free, np.where(is_sought & ~is_switched & (least == 0), 0.0, -np.inf), _times(least, size)
    )
    high = np.where(free, np.inf, _times(most, size))
    frame.variable(part, variable, low, high)
    _bind(frame, part, variable, is_sought & ~is_switched, least, most)


def _times(per_unit: Numbers, size: Numbers) -> Numbers:
    """Per unit × size, where nothing of an endless size is nothing."""
    with np.errstate(invalid="ignore"):
        return np.where(per_unit == 0, 0.0, per_unit * size)


def _bind(
    frame: Frame, part: Part, variable: str, chosen: Flags, least: Numbers, most: Numbers
) -> None:
    label = f"{part.table.component}-{variable}"
    here = part.is_on & chosen
    upper = frame.rows(f"{label}-upper", here & np.isfinite(most), -np.inf, 0.0)
    frame.add(upper, part.flow[variable], 1.0)
    frame.add(upper, part.size, -most)
    lower = frame.rows(f"{label}-lower", here & (least != 0) & np.isfinite(least), 0.0, np.inf)
    frame.add(lower, part.flow[variable], 1.0)
    frame.add(lower, part.size, -least)


def _add_spill(frame: Frame, part: Part) -> None:
    inflow = part.dense("inflow")
    if part.is_on.size and (inflow > 0).any():
        frame.variable(part, "spill", 0.0, np.maximum(inflow, 0.0))


_FIXED = (
    *((name, one, f"{one}_set") for name in SIZED for one in VARIABLES[name] if one != "s"),
    ("stores", "p", "p_set"),
)


def _add_fixed(frame: Frame) -> None:
    """Rows that hold a variable at a given value, where one is given."""
    for name, variable, attribute in _FIXED:
        part = frame.parts[name]
        if part.table.has(attribute):
            _hold(frame, part, ((variable, 1.0),), attribute)
    units = frame.parts["storage_units"]
    if units.table.has("p_set"):
        _hold(frame, units, (("p_dispatch", 1.0), ("p_store", -1.0)), "p_set")


def _hold(frame: Frame, part: Part, terms: tuple[tuple[str, float], ...], attribute: str) -> None:
    value = part.dense(attribute)
    label = f"{part.table.component}-{attribute}"
    rows = frame.rows(label, part.is_on & ~np.isnan(value), value, value)
    for variable, sign in terms:
        frame.add(rows, part.flow[variable], sign)


def _add_sums(frame: Frame, part: Part) -> None:
    """Least and greatest energy of a generator over all snapshots."""
    low, high = part.table.numbers("e_sum_min"), part.table.numbers("e_sum_max")
    rows = frame.rows("Generator-e_sum", (low > -np.inf) | (high < np.inf), low, high)
    spread = np.broadcast_to(rows, part.is_on.shape)
    frame.add(
        np.where(spread == NONE, NONE, spread), part.flow["p"], frame.time.generators[:, None]
    )
