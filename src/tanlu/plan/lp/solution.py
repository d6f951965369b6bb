"""What a solver found, and how far it can be relied on."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tanlu.plan.lp.problem import Block, Numbers

Status: TypeAlias = Literal[
    "optimal", "infeasible", "unbounded", "infeasible_or_unbounded", "stopped", "failed"
]
Algorithm: TypeAlias = Literal["simplex", "ipx", "hipo", "mip", "presolve"]


@dataclass(frozen=True, slots=True)
class Solution:
    """Values, duals and quality of one solve.

    A dual is the change of the least cost per unit of the row's bound: positive where a
    higher bound costs more. Duals are absent (None) where whole numbers were asked for.
    `values` are absent where nothing feasible was found.
    """

    status: Status
    objective: float | None
    bound: float | None
    values: Numbers | None
    duals: Numbers | None
    reduced: Numbers | None
    algorithm: Algorithm
    iterations: int
    seconds: float
    primal_residual: float
    dual_residual: float

    def of(self, columns: Block) -> Numbers:
        """Values of a block of columns, in its shape.

        Raises:
            ValueError: When nothing feasible was found.
        """
        if self.values is None:
            raise ValueError(f"no values: {self.status}")
        return columns.of(self.values)

    def duals_of(self, rows: Block) -> Numbers:
        """Duals of a block of rows, in its shape: cost per unit of the bound.

        Raises:
            ValueError: When there are none (nothing found, or whole numbers asked).
        """
        if self.duals is None:
            raise ValueError(f"no duals: {self.status}, {self.algorithm}")
        return rows.of(self.duals)

    @property
    def gap(self) -> float | None:
        """Distance of the objective from the proven bound, as a share of the objective. [1]"""
        if self.objective is None or self.bound is None:
            return None
        return abs(self.objective - self.bound) / max(abs(self.objective), 1e-9)
