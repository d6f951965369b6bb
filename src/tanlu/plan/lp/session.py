"""HiGHS with a problem inside, kept alive between questions."""

from dataclasses import dataclass
from importlib.util import find_spec
from math import inf
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from tanlu.errors import need
from tanlu.plan.lp.problem import Matrix, Numbers, Places, Problem
from tanlu.plan.lp.solution import Algorithm, Solution, Status

Choice: TypeAlias = Literal["auto", "simplex", "ipx", "hipo"]

LARGE = 100_000
"""Rows from which an interior point method is the faster start."""

_STATUS: dict[str, Status] = {
    "kOptimal": "optimal",
    "kModelEmpty": "optimal",
    "kInfeasible": "infeasible",
    "kUnbounded": "unbounded",
    "kUnboundedOrInfeasible": "infeasible_or_unbounded",
    "kTimeLimit": "stopped",
    "kIterationLimit": "stopped",
    "kInterrupt": "stopped",
    "kSolutionLimit": "stopped",
    "kObjectiveBound": "stopped",
    "kObjectiveTarget": "stopped",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of rows and bounds that cannot hold together (numbers in the matrix)."""

    rows: Places
    columns: Places


@dataclass(slots=True)
class Session:
    """A solver that keeps its problem and its last basis.

    Changing bounds, right-hand sides or costs and solving again starts from the last answer
    and costs a fraction of the first solve.

    Example:
        >>> problem = Problem()
        >>> buy = problem.columns("buy", (2,), high=[4, 100], cost=[1, 3])
        >>> need = problem.rows("need", (1,), low=10)
        >>> problem.add(need.at, buy.at, 1.0)
        >>> session = open_session(problem)
        >>> first = session.solve()
        >>> first.objective, first.of(buy), first.duals_of(need)
        (22.0, array([4., 6.]), array([3.]))
        >>> session.set_rows(need.at, 3, np.inf)
        >>> session.solve().objective
        3.0
    """

    solver: Any
    choice: Choice
    _is_mip: bool
    _is_warm: bool = False
    _seconds: float = inf

    def set_rows(self, rows: ArrayLike, low: ArrayLike, high: ArrayLike) -> None:
        """Other bounds of rows; the three broadcast."""
        at, lo, hi = _spread(rows, low, high)
        self.solver.changeRowsBounds(at.size, at, lo, hi)

    def set_columns(self, columns: ArrayLike, low: ArrayLike, high: ArrayLike) -> None:
        """Other bounds of columns; the three broadcast."""
        at, lo, hi = _spread(columns, low, high)
        self.solver.changeColsBounds(at.size, at, lo, hi)

    def set_cost(self, columns: ArrayLike, cost: ArrayLike) -> None:
        """Other costs of columns; the two broadcast."""
        at, value, _ = _spread(columns, cost, 0.0)
        self.solver.changeColsCost(at.size, at, value)

    @property
    def size(self) -> int:
        """How many columns there are. [1]"""
        return int(self.solver.getNumCol())

    def costs(self) -> Numbers:
        """Costs of all columns as they stand now."""
        return np.array(self.solver.getLp().col_cost_)

    def offset(self) -> float:
        """The constant of the objective as it stands now."""
        return float(self.solver.getLp().offset_)

    def set_offset(self, offset: float) -> None:
        """Another constant of the objective."""
        self.solver.changeObjectiveOffset(offset)

    def set_coefficient(self, row: int, column: int, value: float) -> None:
        """Another coefficient in the matrix."""
        self.solver.changeCoeff(int(row), int(column), float(value))

    def replace(self, matrix: Matrix) -> None:
        """Another matrix of the same shape; solving starts from the basis of the last answer."""
        highs: Any = need("highspy", "plan")
        basis = self.solver.getBasis()
        self.solver.passModel(_lp(highs, matrix))
        if self._is_warm and not self._is_mip:
            self.solver.setBasis(basis)

    def limit(self, seconds: float) -> None:
        """Stop a solve after this time; what was found so far comes back as `stopped`."""
        self._seconds = seconds

    def solve(self) -> Solution:
        """The least cost and where it lies."""
        algorithm = self._algorithm()
        self.solver.setOptionValue("solver", "choose" if algorithm == "mip" else algorithm)
        # HiGHS counts the time of all runs of an instance against its limit.
        begun = self.solver.getRunTime()
        self.solver.setOptionValue("time_limit", begun + self._seconds)
        self.solver.run()
        self._is_warm = True
        seconds = self.solver.getRunTime() - begun
        return _solution(self.solver, algorithm, seconds, is_mip=self._is_mip)

    def conflict(self) -> Conflict:
        """A smallest set of rows and column bounds that contradict each other; empty when none."""
        self.solver.setOptionValue("iis_strategy", 2 + 4)  # from the LP, then made irreducible
        _, found = self.solver.getIis()
        return Conflict(np.array(found.row_index_, np.int32), np.array(found.col_index_, np.int32))

    def _algorithm(self) -> Algorithm:
        if self._is_mip:
            return "mip"
        if self.choice == "auto":
            large = not self._is_warm and self.solver.getNumRow() >= LARGE
            return ("hipo" if has_hipo() else "ipx") if large else "simplex"
        if self.choice == "hipo" and not has_hipo():
            return "ipx"  # HiGHS would fall back without a word
        return self.choice


def has_hipo() -> bool:
    """Whether HiGHS's newer interior point method is installed."""
    return find_spec("highspy_extras") is not None


def open_session(problem: Problem | Matrix, choice: Choice = "auto") -> Session:
    """A solver with the problem inside.

    Args:
        problem: The problem, or its matrix.
        choice: Algorithm; `auto` takes simplex for small and for warm problems, an interior
            point method for large ones.

    Returns:
        The session.

    Raises:
        MissingExtraError: When the extra `plan` is not installed.
    """
    matrix = problem.matrix() if isinstance(problem, Problem) else problem
    highs: Any = need("highspy", "plan")
    solver = highs.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the library's own call
    solver.passModel(_lp(highs, matrix))
    return Session(solver, choice, bool(matrix.integer.any()))


def _lp(highs: Any, matrix: Matrix) -> Any:  # noqa: ANN401 - the library ships no types
    lp = highs.HighsLp()
    lp.num_col_, lp.num_row_ = matrix.cost.size, matrix.row_low.size
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = matrix.cost, matrix.low, matrix.high
    lp.row_lower_, lp.row_upper_ = matrix.row_low, matrix.row_high
    lp.offset_ = matrix.offset
    lp.a_matrix_.format_ = highs.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
    lp.a_matrix_.start_, lp.a_matrix_.index_ = matrix.start, matrix.column
    lp.a_matrix_.value_ = matrix.value
    if matrix.integer.any():
        kinds = (highs.HighsVarType.kContinuous, highs.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(each)] for each in matrix.integer]
    return lp


def _solution(solver: Any, algorithm: Algorithm, seconds: float, *, is_mip: bool) -> Solution:  # noqa: ANN401 - the library ships no types
    info = solver.getInfo()
    status = _STATUS.get(solver.getModelStatus().name, "failed")
    is_found = info.primal_solution_status == 2 or status == "optimal"
    found = solver.getSolution()
    has_duals = is_found and not is_mip
    value = float(solver.getObjectiveValue()) if is_found else None
    return Solution(
        status=status,
        objective=value,
        bound=float(info.mip_dual_bound) if is_mip else (value if status == "optimal" else None),
        values=np.array(found.col_value) if is_found else None,
        duals=np.array(found.row_dual) if has_duals else None,
        reduced=np.array(found.col_dual) if has_duals else None,
        algorithm=_ran(info, algorithm),
        iterations=max(info.simplex_iteration_count, 0) + max(info.ipm_iteration_count, 0),
        seconds=seconds,
        primal_residual=float(info.max_primal_infeasibility),
        dual_residual=float(info.max_dual_infeasibility),
    )


def _ran(info: Any, asked: Algorithm) -> Algorithm:  # noqa: ANN401 - the library ships no types
    """Which algorithm truly worked: presolve alone may have been enough."""
    if asked == "mip":
        return asked
    if info.ipm_iteration_count > 0:
        return asked
    return "simplex" if info.simplex_iteration_count > 0 else "presolve"


def _spread(at: ArrayLike, low: ArrayLike, high: ArrayLike) -> tuple[Places, Any, Any]:
    places, lo, hi = np.broadcast_arrays(
        np.asarray(at, np.int32), np.asarray(low, float), np.asarray(high, float)
    )
    return places.ravel(), lo.ravel(), hi.ravel()
