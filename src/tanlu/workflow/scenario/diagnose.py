"""Use case: the diagnosis of a park from inventory, transfer, drivers, benchmarks, targets."""

from dataclasses import dataclass, field

import polars as pl

from tanlu.errors import InputError
from tanlu.plan.diagnose.distance import Distance, binding, distance
from tanlu.plan.diagnose.levers import Lever, ceilings, measures
from tanlu.plan.tree.branch import Tree
from tanlu.plan.tree.run import points
from tanlu.report.findings import Findings
from tanlu.workflow.path import targets_of
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.scenario.unsaid import Unsaid, unsaid
from tanlu.workflow.trace_park import transfers_of

MOST = 10


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A park's diagnosis: distances, what binds, levers, what cannot be said."""

    opened: Opened
    findings: Findings
    distances: list[Distance]
    binds: Distance | None
    levers: list[Lever]
    unsaid: list[Unsaid]
    members: list[tuple[str, float]] = field(default_factory=list)

    @property
    def tree(self) -> Tree:
        """The tree on which it stands."""
        return self.opened.tree


def diagnose(opened: Opened) -> Diagnosis:
    """Diagnose a park, once for an opened tree.

    Args:
        opened: Its tree, with the findings of the park.

    Returns:
        The diagnosis; levers are told in the year of the target that binds.

    Raises:
        InputError: When the tree has no park.
    """
    found: Diagnosis = opened.once(".diagnosis", lambda: _diagnose(opened))
    return found


def _diagnose(opened: Opened) -> Diagnosis:
    findings, tree = opened.findings, opened.tree
    if findings is None:
        raise InputError.of("tree_no_park")
    runs = {case: points(opened.run(case)) for case in tree.cases}
    found = [distance(target, runs) for target in targets_of(findings.book)]
    binds = binding(found)
    levers = _levers(opened, _year_of(tree, binds))
    return Diagnosis(opened, findings, found, binds, levers, unsaid(opened), _members(findings))


def _year_of(tree: Tree, binds: Distance | None) -> int:
    wanted = binds.target.year if binds else tree.end_year
    return min(max(wanted, tree.base_year), tree.end_year)


def _levers(opened: Opened, year: int) -> list[Lever]:
    own = measures(opened.tree, opened.ground, year) if opened.is_own else []
    bounds = ceilings(opened.ground, opened.tree.base_year)
    return [*own, *bounds][:MOST]


def _members(findings: Findings) -> list[tuple[str, float]]:
    """What remains with each member after transfers, the largest first. [t CO2e]"""
    if not len(findings.book.table("members")):
        return []
    traced = transfers_of(findings.ledger, max(findings.inventories), "enterprise", "location")
    sums = traced.ledgers.statements.group_by("cell").agg(pl.col("own_t").sum())
    return [(cell, own) for cell, own in sums.sort("own_t", descending=True).iter_rows()][:MOST]
