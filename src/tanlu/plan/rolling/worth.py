"""What a stored MWh is worth at the end of a look ahead: from the plan's own prices."""

from tanlu.plan.design import Design
from tanlu.plan.model import Store


def worth_of(design: Design, year: int) -> dict[str, float]:
    """Worth of a MWh in each store: the mean price of energy at its node, less discharge loss.

    Args:
        design: An optimum with duals.
        year: A first year of one of its periods.

    Returns:
        Worth by store [CNY/MWh], in money of the year; empty where there are no duals.
    """
    model, solution = design.model, design.solution
    if solution.duals is None:
        return {}
    place = model.system.years.index(year)
    hours = float((model.system.slices.weights() * model.system.slices.step_h).sum())
    through = hours * model.system.slices.steps * float(model.discounts[place])
    found = {}
    for component in model.system.components:
        if isinstance(component, Store):
            rows = model.problem.row_block(f"balance.{component.node}")
            mean = float(solution.duals_of(rows)[place].sum()) / through
            found[component.name] = max(mean, 0.0) * component.discharge
    return found
