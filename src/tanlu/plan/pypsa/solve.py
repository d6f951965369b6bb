"""A PyPSA network's least cost, as `n.optimize()` of PyPSA 1.4 finds it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp import Solution, open_session
from tanlu.plan.pypsa.balance import add_balance
from tanlu.plan.pypsa.capacity import add_sizes
from tanlu.plan.pypsa.commit import add_commitment
from tanlu.plan.pypsa.cost import add_costs, total_fixed
from tanlu.plan.pypsa.dispatch import add_dispatch
from tanlu.plan.pypsa.frame import SIZED, Frame, open_frame
from tanlu.plan.pypsa.limits import add_bus_limits, add_growth, add_limits
from tanlu.plan.pypsa.network import Network
from tanlu.plan.pypsa.prepare import Types, prepare
from tanlu.plan.pypsa.ramp import add_ramps
from tanlu.plan.pypsa.refuse import check
from tanlu.plan.pypsa.storage import add_storage
from tanlu.plan.pypsa.voltage import add_voltage

GAP = 1e-9
"""Gap at which a search over whole numbers stops, as a share of the objective."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """What was found.

    `sizes` by list of components and name; `mu` the dual of each global constraint with
    PyPSA's sign (change of the objective per unit of the constant), absent where whole
    numbers were sought; `constant` is PyPSA's `objective_constant`, already taken off
    `objective`.
    """

    frame: Frame
    solution: Solution
    objective: float | None
    constant: float
    sizes: Mapping[str, Mapping[str, float]]
    mu: Mapping[str, float]


def formulate(network: Network, line_types: Types, transformer_types: Types) -> Frame:
    """The linear problem of a network.

    Args:
        network: As it was read.
        line_types: PyPSA's standard types of lines.
        transformer_types: PyPSA's standard types of transformers.

    Returns:
        The frame that holds the problem.

    Raises:
        InputError: With everything that is wrong or not supported.
    """
    check(network)
    frame = open_frame(prepare(network, line_types, transformer_types))
    add_sizes(frame)
    add_dispatch(frame)
    add_commitment(frame)
    add_ramps(frame)
    add_balance(frame)
    add_voltage(frame)
    add_storage(frame)
    add_limits(frame)
    add_growth(frame)
    add_bus_limits(frame)
    add_costs(frame)
    return frame


def optimum(network: Network, line_types: Types, transformer_types: Types) -> Optimum:
    """The least cost of a network, its sizes and the duals of its limits.

    Args:
        network: As it was read.
        line_types: PyPSA's standard types of lines.
        transformer_types: PyPSA's standard types of transformers.

    Returns:
        The optimum; without objective and sizes where none was found.

    Raises:
        InputError: With everything that is wrong or not supported.
    """
    return solve(network, formulate(network, line_types, transformer_types))


def solve(network: Network, frame: Frame) -> Optimum:
    """The least cost of a network that is formulated already.

    Args:
        network: As it was read.
        frame: What `formulate` made of it.

    Returns:
        The optimum; without objective and sizes where none was found.
    """
    session = open_session(frame.problem)
    session.solver.setOptionValue("mip_rel_gap", GAP)
    found = session.solve()
    return Optimum(
        frame=frame,
        solution=found,
        objective=found.objective,
        constant=total_fixed(frame),
        sizes=_sizes(network, frame, found) if found.values is not None else {},
        mu=_duals(frame, found),
    )


def _sizes(network: Network, frame: Frame, found: Solution) -> dict[str, dict[str, float]]:
    """Sizes by list and name; what is not sought has the size it was given."""
    prepared = frame.network
    sizes = {}
    for name, attribute in SIZED.items():
        table, part = prepared.table(name), frame.parts[name]
        sought = table.flags(f"{attribute}_extendable")
        values = np.where(sought, 0.0, table.numbers(attribute))
        each = dict(zip(network.table(name).names, values.tolist(), strict=True))
        if found.values is not None:
            chosen = np.flatnonzero(part.is_extendable)
            new = found.values[part.size[chosen]] + 0.0  # no negative zero
            each |= {part.table.names[at]: float(v) for at, v in zip(chosen, new, strict=True)}
        sizes[name] = each
    return sizes


def _duals(frame: Frame, found: Solution) -> dict[str, float]:
    if found.duals is None:
        return {}
    return {name: float(found.duals_of(row)[0]) + 0.0 for name, row in frame.limits.items()}
