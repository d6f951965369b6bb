"""Shadow prices: what one unit less of a limit costs, and how far that holds."""

from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.lp import FREE, Session, Solution
from tanlu.plan.lp.problem import Matrix
from tanlu.plan.model import Model
from tanlu.plan.solve import Live

_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Shadow:
    """The price of a limit.

    `kind` is `policy` (a target), `potential` (capacity that may stand, MW) or `energy` (a MW
    more of even demand at a node through a year). `price_cny` is in present value and at least
    zero: what tightening the limit by one unit costs, or what one unit more of demand costs.
    `yearly_cny` is the same in money of the limit's own year, per unit and year; None where the
    limit is of all years. It holds while the limit stays between `low` and `high` and all else
    is as it is; beyond, the price is another. A limit that does not bind costs nothing.
    """

    kind: str
    name: str
    year: int | None
    limit: float | None
    price_cny: float
    yearly_cny: float | None
    low: float | None
    high: float | None


def shadows(live: Live, solution: Solution) -> list[Shadow]:
    """Prices of all targets and potentials, and of energy at all nodes.

    Args:
        live: The living model, just solved.
        solution: What its solver found.

    Returns:
        Prices: targets, potentials, energy.

    Raises:
        InputError: When there are no duals: nothing feasible, or whole numbers asked for.
    """
    if solution.duals is None:
        raise InputError.of("plan_no_duals", status=solution.status)
    ranges = _Ranges.of(live.session)
    matrix = live.model.problem.matrix()
    return [
        *_policies(live.model, matrix, solution, ranges),
        *_potentials(live.model, matrix, solution, ranges),
        *_energy(live.model, solution),
    ]


@dataclass(frozen=True, slots=True)
class _Ranges:
    """Within which bounds of rows and columns the basis, and so the price, stays the same."""

    row_low: np.ndarray
    row_high: np.ndarray
    column_low: np.ndarray
    column_high: np.ndarray

    @classmethod
    def of(cls, session: Session) -> "_Ranges":
        _, found = session.solver.getRanging()
        return cls(
            np.array(found.row_bound_dn.value_), np.array(found.row_bound_up.value_),
            np.array(found.col_bound_dn.value_), np.array(found.col_bound_up.value_),
        )  # fmt: skip


def _policies(model: Model, matrix: Matrix, solution: Solution, ranges: _Ranges) -> list[Shadow]:
    found = []
    for name in model.policy_rows:
        for row in model.problem.row_block(f"policy.{name}").at.ravel():
            high = float(matrix.row_high[row])
            limit = high if np.isfinite(high) else float(matrix.row_low[row])
            price = abs(float(solution.duals[row])) if solution.duals is not None else 0.0
            span = (ranges.row_low[row], ranges.row_high[row]) if price > _LEAST else None
            year = _year(model, matrix, int(row))
            found.append(_shadow("policy", name, year, limit, price, span, model))
    return found


def _year(model: Model, matrix: Matrix, row: int) -> int | None:
    """The year of a target's row, where it names one year only."""
    at = matrix.column[matrix.start[row] : matrix.start[row + 1]]
    years = {
        model.system.years[column - block.start]
        for block in model.problem.column_blocks()
        if block.shape == (len(model.system.years),)
        for column in at
        if block.start <= column < block.start + block.size
    }
    return years.pop() if len(years) == 1 else None


def _shadow(
    kind: str,
    name: str,
    year: int | None,
    limit: float,
    price: float,
    span: tuple[float, float] | None,
    model: Model,
) -> Shadow:
    low, high = span or (None, None)
    yearly = None if year is None else price / _discount(model, year)
    return Shadow(kind, name, year, limit, price, yearly, _finite(low), _finite(high))


def _discount(model: Model, year: int) -> float:
    return float(model.discounts[model.system.years.index(year)])


def _finite(value: float | None) -> float | None:
    return None if value is None or not np.isfinite(value) else float(value)


def _potentials(model: Model, matrix: Matrix, solution: Solution, ranges: _Ranges) -> list[Shadow]:
    """Stocks at their potential: what one MW less of it would cost."""
    found, blocks = [], {b.name: b for b in model.problem.column_blocks()}
    for name in blocks:
        owner, _, part = name.rpartition(".")
        if part != "build":
            continue
        block = blocks[f"{owner}.stock"]
        for year, column in zip(model.system.years, block.at.tolist(), strict=True):
            limit = float(matrix.high[column])
            if limit >= FREE or solution.reduced is None:
                continue
            price = max(-float(solution.reduced[column]), 0.0)
            span = (ranges.column_low[column], ranges.column_high[column])
            kept = span if price > _LEAST else None
            found.append(_shadow("potential", owner, year, limit, price, kept, model))
    return found


def _energy(model: Model, solution: Solution) -> list[Shadow]:
    """What a MW more of even demand through the year costs, by node and period."""
    found = []
    for node in model.system.nodes:
        duals = solution.duals_of(model.problem.row_block(f"balance.{node.name}"))
        for year, price in zip(model.system.years, duals.sum(axis=(1, 2)).tolist(), strict=True):
            yearly = price / _discount(model, year)
            found.append(Shadow("energy", node.name, year, None, price, yearly, None, None))
    return found
