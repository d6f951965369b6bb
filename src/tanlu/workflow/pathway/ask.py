"""Questions to a plan's folder, answered as plain values."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.plan.folder import PlanFolder, read_plan
from tanlu.connect.plan.uncertain import read_uncertain
from tanlu.plan.analyse.curve import OPERATION, OTHER, Step, Sum, curve, per_tonne
from tanlu.plan.analyse.front import FrontPoint, front
from tanlu.plan.analyse.futures import Futures, futures, no_regret
from tanlu.plan.analyse.near import near
from tanlu.plan.analyse.shadow import shadows
from tanlu.plan.analyse.why import why
from tanlu.plan.model import System
from tanlu.plan.model.policy import Basis
from tanlu.plan.solve import open_live, solve
from tanlu.workflow.pathway.folder import system_of
from tanlu.workflow.pathway.ways import policy_words, way_words

_NO_MEASURE = {
    OPERATION: {"en": "operation at the carbon price", "zh": "按碳价调整运行"},
    OTHER: {"en": "what other targets ask", "zh": "其他目标的要求"},
}
_SHARES = (5, 25, 50, 75, 95)


def _labels(plan: PlanFolder) -> dict[str, dict[str, str]]:
    return {name: text.both() for name, text in plan.labels.items()}


def front_record(folder: Path, points: int, basis: Basis) -> dict[str, Any]:
    """Cost against carbon.

    Raises:
        InputError: With every fault of the folder, or when nothing is feasible.
    """
    plan = read_plan(folder)
    found = front(system_of(plan), points, basis)
    return {"basis": basis, "points": [_point(each) for each in found], "labels": _labels(plan)}


def _point(point: FrontPoint) -> dict[str, Any]:
    return {
        "budget_t": point.budget_t,
        "cost_cny": point.cost_cny,
        "price_cny_per_t": point.price_cny_per_t,
        "periods": {
            str(p.year): {"co2_t": p.co2_t, "offset_t": p.offset_t, "capacity": dict(p.capacity)}
            for p in point.design.periods
        },
    }


def curve_record(folder: Path, basis: Basis) -> dict[str, Any]:
    """Abatement cost curve.

    Raises:
        InputError: With every fault of the folder, or when there is no plan.
    """
    plan = read_plan(folder)
    system = system_of(plan)
    found = curve(system, solve(system), basis)
    return {
        "basis": basis,
        "reference": found.reference._asdict(),
        "plan": found.plan._asdict(),
        "price_cny_per_t": dict(zip(map(str, system.years), found.price_cny_per_t, strict=True)),
        "steps": [_step(each) for each in found.steps],
        "labels": {**_labels(plan), **_NO_MEASURE},
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "measure": step.measure,
        "given": _sum(step.given),
        "alone": None if step.alone is None else _sum(step.alone),
    }


def _sum(step: Sum) -> dict[str, float | None]:
    return {"cny": step.cny, "t": step.t, "cny_per_t": per_tonne(step)}


def near_record(folder: Path, share: float, count: int) -> dict[str, Any]:
    """Designs that cost a little more than the least.

    Raises:
        InputError: With every fault of the folder, or when nothing is feasible.
    """
    plan = read_plan(folder)
    found = near(system_of(plan), share, count)
    return {
        "share": found.share,
        "least_cny": found.least_cny,
        "most_cny": found.most_cny,
        "ranges": {
            r.component: {"optimum": r.optimum, "least": r.least, "most": _finite(r.most)}
            for r in found.ranges
        },
        "designs": [dict(design) for design in found.designs],
        "labels": _labels(plan),
    }


def prices_record(folder: Path) -> dict[str, Any]:
    """Shadow prices; positive is what one unit less of a limit, or one MW more of need, costs.

    Raises:
        InputError: With every fault of the folder, or when there are no prices.
    """
    plan = read_plan(folder)
    live = open_live(system_of(plan))
    found = shadows(live, live.session.solve())
    keys = ("kind", "name", "year", "limit", "price_cny", "yearly_cny", "low", "high")
    prices = [{key: getattr(each, key) for key in keys} for each in found]
    return {"prices": prices, "labels": _labels(plan)}


def futures_record(folder: Path, draws: int | None) -> dict[str, Any]:
    """The plan in many futures, as `futures.yaml` of the folder draws them.

    Raises:
        InputError: With every fault of the folder, or when there is no plan.
    """
    plan = read_plan(folder)
    system = system_of(plan)
    says = read_uncertain(folder, system)
    design = solve(system)
    found = futures(
        system, design, says.uncertain, draws or says.draws, says.correlation, says.slack_cny
    )
    held = no_regret(found, design)
    return {
        "draws": len(found.draws),
        "feasible": int(np.isfinite(found.best_cny).sum()),
        "best_cny": _shares(found.best_cny),
        "fixed_cny": _shares(found.fixed_cny),
        "best_t": _shares(found.best_t),
        "fixed_t": _shares(found.fixed_t),
        "targets_kept": _kept(found),
        "information_cny": _finite(found.information_cny),
        "decisions": {
            name: {"no_regret": holds, "share": often, "mw": design.periods[0].built[name]}
            for name, (holds, often) in held.items()
        },
        "labels": _labels(plan),
    }


def _kept(found: Futures) -> float | None:
    """In how many of the futures the fixed plan keeps all targets. [1]"""
    broken = found.broken[np.isfinite(found.broken)]
    return float(np.mean(broken <= 1e-6 * max(float(np.nanmax(found.best_t)), 1.0)))


def _shares(values: np.ndarray) -> dict[str, float | None]:
    known = values[np.isfinite(values)]
    if not known.size:
        return {f"p{share}": None for share in _SHARES}
    return {f"p{share}": float(np.percentile(known, share)) for share in _SHARES}


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def why_record(folder: Path) -> dict[str, Any]:
    """Which targets contradict each other, and what alone would resolve it.

    Raises:
        InputError: With every fault of the folder.
    """
    plan = read_plan(folder)
    system = system_of(plan)
    found = why(system)
    if found is None:
        return {"feasible": True, "policies": [], "places": [], "ways": []}
    return {
        "feasible": False,
        "policies": [policy_words(system, name) for name in found.policies],
        "places": list(found.places),
        "ways": [
            {
                "kind": way.kind, "name": way.name,
                "by": dict(_by(system, way.by)), "text": way_words(plan, way),
            }
            for way in found.ways
        ],
    }  # fmt: skip


def _by(system: System, values: Sequence[float]) -> list[tuple[str, float]]:
    if len(values) == len(system.years):
        return list(zip(map(str, system.years), values, strict=True))
    return [(str(n + 1), value) for n, value in enumerate(values)]
