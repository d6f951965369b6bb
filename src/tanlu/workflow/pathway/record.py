"""A design as JSON: keys that stay, figures in CNY, MW, MWh and t CO2."""

from collections.abc import Mapping
from typing import Any

from tanlu.connect.plan.folder import PlanFolder
from tanlu.plan.design import Design, PeriodPlan


def design_record(plan: PlanFolder, design: Design) -> dict[str, Any]:
    """A design as plain values.

    Duals: positive is what one tonne less costs; `co2` in money of the year, `objective_co2`
    as the change of the objective (present value).
    """
    discounts = {period.year: period.discount for period in design.periods}
    prices = design.co2_cny_per_t
    return {
        "name": plan.label.both(),
        "status": design.status,
        "objective_cny": design.objective_cny,
        "lower_bound_cny": design.lower_bound_cny,
        "full_year_cost_cny": design.full_year_cost_cny,
        "interval": design.interval,
        "unserved_mwh": design.unserved_mwh,
        "overshoot": dict(design.overshoot),
        "algorithm": design.algorithm,
        "seconds": {"build": design.build_s, "solve": design.solve_s},
        "days": design.model.system.slices.count,
        "rounds": design.rounds,
        "residuals": {
            "primal": design.solution.primal_residual,
            "dual": design.solution.dual_residual,
        },
        "currency_year": plan.currency_year,
        "periods": {str(period.year): _period(period) for period in design.periods},
        "duals": {
            "co2": {str(year): price for year, price in prices.items()},
            "objective_co2": {str(y): price * discounts[y] for y, price in prices.items()},
            "policies": {name: list(values) for name, values in design.policies.items()},
        },
        "labels": {name: label.both() for name, label in plan.labels.items()},
    }


def _period(period: PeriodPlan) -> dict[str, Any]:
    return {
        "length": period.length,
        "discount": period.discount,
        "co2_t": period.co2_t,
        "co2_market_t": period.co2_market_t,
        "offset_t": period.offset_t,
        "carbon_t": _plain(period.carbon),
        "cost_cny": period.cost_cny,
        "costs_cny": _plain(period.costs),
        "capacity": _plain(period.capacity),
        "built": _plain(period.built),
        "imports_mwh": _plain(period.imports_mwh),
    }


def _plain(values: Mapping[str, float]) -> dict[str, float]:
    return {name: value + 0.0 for name, value in values.items()}
