"""Linear problems from NumPy blocks, and HiGHS to solve them.

A model states whole blocks (all hours of all periods) at once, so that the matrix is built at
the speed of NumPy, and keeps its solver alive, so that the next question costs little.
"""

from tanlu.plan.lp.problem import FREE, Block, Matrix, Problem
from tanlu.plan.lp.session import Session, open_session
from tanlu.plan.lp.solution import Solution

__all__ = ["FREE", "Block", "Matrix", "Problem", "Session", "Solution", "open_session"]
