"""The objective: what running costs (sizes bring their own cost)."""

from tanlu.plan.pypsa.frame import SIZED, Frame, Part

_FLOW = {
    "stores": "p",
    "storage_units": "p_dispatch",
    "generators": "p",
    "links": "p",
    "processes": "p",
}
_LEVEL = {"stores": "e", "storage_units": "state_of_charge"}


def add_costs(frame: Frame) -> None:
    """Marginal costs of flows and levels, cost of spilling, of running and of switching."""
    for name, variable in _FLOW.items():
        _add(frame, frame.parts[name], variable, "marginal_cost")
    for name, variable in _LEVEL.items():
        _add(frame, frame.parts[name], variable, "marginal_cost_storage")
    units = frame.parts["storage_units"]
    if "spill" in units.flow:
        _add(frame, units, "spill", "spill_cost")
    for name in SIZED:
        _add_switching(frame, frame.parts[name])


def _add(frame: Frame, part: Part, variable: str, attribute: str) -> None:
    cost = part.table.over_time(attribute)
    if len(part.table) and cost.any():
        frame.problem.add_cost(part.flow[variable], cost * frame.time.cost_weight[:, None])


def _add_switching(frame: Frame, part: Part) -> None:
    if "status" not in part.flow:
        return
    chosen = part.is_committable
    running = part.dense("stand_by_cost")[:, chosen] * frame.time.cost_weight[:, None]
    frame.problem.add_cost(part.flow["status"][:, chosen], running)
    for event in ("start_up", "shut_down"):  # PyPSA does not weigh these
        cost = part.dense(f"{event}_cost")[:, chosen]
        if cost.sum() != 0:
            frame.problem.add_cost(part.flow[event][:, chosen], cost)


def total_fixed(frame: Frame) -> float:
    """Fixed cost of the sizes that stand already: PyPSA's `objective_constant`."""
    return -frame.problem.offset
