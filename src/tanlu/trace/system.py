"""The equation of carbon flow over many hours, and its solution.

(diag(P) - Wᵀ) e = R: what flows through a node has one intensity e, the mean of what comes
in; W is what carries the node's carbon on to others, and R the carbon that enters there.
Method: [zhou2012] eq. 13; [bialek1996], upstream tracing. Solved by `solve.py`.
"""

from dataclasses import dataclass

from tanlu.trace.loops import Index, Values
from tanlu.trace.order import Programme


@dataclass(frozen=True, slots=True)
class System:
    """Flows of all hours, and what enters.

    `ahead` and `behind` are what branches carry to their end and to their start, positive
    from start to end. `leaving` is what leaves a node for good: use and losses. An
    injection stands at a `node` and belongs to a right-hand side, its `column`.
    """

    plan: Programme
    ahead: Values
    behind: Values
    leaving: Values
    links: Values
    node: Index
    column: Index
    amount: Values
    columns: int = 1
    is_adjoint: bool = False

    @property
    def forward(self) -> Index:
        """Place of each branch from start to end; the programme has links behind branches."""
        return self.plan.forward[: self.ahead.shape[1]]

    @property
    def back(self) -> Index:
        """Place of each branch from end to start."""
        return self.plan.back[: self.ahead.shape[1]]

    @property
    def link(self) -> Index:
        """Place of each link."""
        return self.plan.forward[self.ahead.shape[1] :]

    @property
    def hours(self) -> int:
        """How many hours."""
        return len(self.leaving)
