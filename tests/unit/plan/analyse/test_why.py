"""Infeasible targets: the conflict is smallest, and each way out is enough and needed."""

from dataclasses import replace

from tanlu.plan.analyse.why import why
from tanlu.plan.model import Budget, Cap, Limit, Neutral, Peak
from tanlu.plan.solve import solve
from tests.unit.plan.analyse.parks import park


def lifted(system, name, **changes):
    parts = [replace(c, **changes) if c.name == name else c for c in system.components]
    return system.with_components(parts)


def test_a_plan_that_exists_needs_no_reason():
    assert why(park()) is None


def test_conflict_is_irreducible():
    targets = (
        Cap("loose", {2030: 1e9}),
        Neutral("neutral", 2040),
        Limit("land", {"pv": 1.0}, 20.0),
        Peak("peak", 2025),
    )
    found = why(park(*targets, offsets=100.0))
    assert found.policies == ("neutral",)  # offsets are too few, whatever the land
    kept = [p for p in targets if p.name in found.policies]
    assert solve(replace(park(offsets=100.0), policies=tuple(kept))).status == "infeasible"
    for out in kept:
        rest = tuple(p for p in kept if p is not out)
        assert solve(replace(park(offsets=100.0), policies=rest)).status == "optimal"


def test_more_offsets_are_just_enough():
    system = park(Neutral("neutral", 2040), offsets=100.0)
    way = next(w for w in why(system).ways if w.kind == "offset")
    assert way.by[:2] == (0, 0)
    enough = lifted(system, "offset", most=(100.0, 100.0, 100.0 + way.by[2] + 1e-3))
    short = lifted(system, "offset", most=(100.0, 100.0, 100.0 + way.by[2] - 1.0))
    assert solve(enough).status == "optimal"
    assert solve(short).status == "infeasible"


def test_a_loosened_target_is_just_enough():
    system = park(Budget("budget", 100.0))
    found = why(system)
    assert found.policies == ("budget",)
    way = next(w for w in found.ways if w.kind == "policy")
    assert solve(replace(system, policies=(Budget("b", 100.0 + way.most + 1e-2),))).objective_cny
    short = replace(system, policies=(Budget("b", 100.0 + way.most - 1.0),))
    assert solve(short).status == "infeasible"


def test_more_roof_is_named_where_it_helps():
    roof = park(Cap("cap", {2040: 10_000.0}), roof=30.0, offsets=0.0)
    found = why(roof)
    ways = {(w.kind, w.name): w.most for w in found.ways}
    assert ways["potential", "pv"] > 0
    more = park(Cap("cap", {2040: 10_000.0}), roof=30.0 + ways["potential", "pv"] + 1e-3, offsets=0)
    assert solve(more).status == "optimal"


def test_needs_that_cannot_be_met_are_told_without_targets():
    system = park()
    parts = [c for c in system.components if c.name not in {"gas", "heat_pump"}]
    found = why(system.with_components(parts))
    assert found.policies == ()
    assert "balance.heat" in found.places
