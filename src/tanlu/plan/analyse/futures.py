"""The plan in many futures: what it costs in each, and which decisions hold in nearly all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from tanlu.errors import InputError, need
from tanlu.plan.analyse.scale import scaled
from tanlu.plan.design import Design
from tanlu.plan.lp import Session, Solution, open_session
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Model, System, build, yearly
from tanlu.plan.model.carbon import KINDS

SEED = 20240501  # any constant: the same input must give the same futures
_LEAST = 1e-6  # MW: less than this is nothing built


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A quantity that may turn out otherwise: a multiplier on a field of some components.

    The multiplier is triangular between `low` and `high` around `mode`. `field` is a field of
    the components, such as `price` or `stock.investment`. With `grows` it is a rate of change
    [1/a] that is added, compounding from the first period.
    """

    name: str
    components: tuple[str, ...]
    field: str
    low: float
    mode: float
    high: float
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Futures:
    """What came of the draws; rows are draws.

    `best_cny` is the least cost with what is drawn known beforehand, `fixed_cny` that of the
    plan's builds operated in the same future, with what breaks a target paid at `slack_cny`
    and counted in `broken` (in units of the targets). NaN where even that was not feasible.
    `capacity` holds, by component, what is built in the first period when all is known [MW].
    """

    names: tuple[str, ...]
    draws: Numbers
    best_cny: Numbers
    best_t: Numbers
    fixed_cny: Numbers
    fixed_t: Numbers
    broken: Numbers
    capacity: Mapping[str, Numbers]

    @property
    def information_cny(self) -> float:
        """Value of perfect information: what knowing the future beforehand would save."""
        return float(np.nanmean(self.fixed_cny - self.best_cny))


def futures(
    system: System,
    design: Design,
    uncertain: Sequence[Uncertain],
    draws: int = 1000,
    correlation: Numbers | None = None,
    slack_cny: float = 1e6,
) -> Futures:
    """The plan fixed, and planned anew, in each of many futures.

    Args:
        system: The system.
        design: Its plan.
        uncertain: What may turn out otherwise.
        draws: How many futures.
        correlation: Rank correlation of what is uncertain, shape (n, n); none by default.
        slack_cny: Price of breaking a target by one unit when the plan is fixed.

    Returns:
        Costs and tonnes of both, and first builds.

    Raises:
        InputError: When the design has no plan, or the correlation is none.
    """
    if not design.periods:
        raise InputError.of("plan_not_feasible", status=design.status)
    drawn = draw(uncertain, draws, correlation)
    best, fixed = _Runner.of(system, None), _Runner.of(system, slack_cny, _builds(design))
    worlds = (drawn_system(system, uncertain, row) for row in drawn)
    pairs = [(best.ask(world), fixed.ask(world)) for world in worlds]
    free, held = [a for a, _ in pairs], [b for _, b in pairs]
    return Futures(
        tuple(u.name for u in uncertain), drawn,
        np.array([a.cny for a in free]), np.array([a.t for a in free]),
        np.array([a.cny for a in held]), np.array([a.t for a in held]),
        np.array([a.broken for a in held]),
        {name: np.array([a.first[name] for a in free]) for name in free[0].first},
    )  # fmt: skip


def draw(uncertain: Sequence[Uncertain], draws: int, correlation: Numbers | None = None) -> Numbers:
    """Multipliers by Latin hypercube, correlated through a normal copula, (draws, n).

    Source: McKay, Beckman and Conover, Technometrics 21 (1979) 239-245, doi 10.2307/1268522.
    """
    stats: Any = need("scipy.stats", "plan")
    qmc: Any = need("scipy.stats.qmc", "plan")
    even = qmc.LatinHypercube(len(uncertain), rng=np.random.default_rng(SEED)).random(draws)
    if correlation is not None:
        even = stats.norm.cdf(stats.norm.ppf(even) @ _root(np.asarray(correlation, float)).T)
    return np.column_stack([_triangle(u, even[:, i]) for i, u in enumerate(uncertain)])


def _root(correlation: Numbers) -> Numbers:
    try:
        return np.asarray(np.linalg.cholesky(correlation))
    except np.linalg.LinAlgError as error:
        raise InputError.of("plan_no_correlation") from error


def _triangle(u: Uncertain, even: Numbers) -> Numbers:
    if u.high <= u.low:
        return np.full(even.shape, u.mode)
    peak = (u.mode - u.low) / (u.high - u.low)
    rising = u.low + np.sqrt(even * (u.high - u.low) * (u.mode - u.low))
    falling = u.high - np.sqrt((1 - even) * (u.high - u.low) * (u.high - u.mode))
    return np.asarray(np.where(even < peak, rising, falling))


def drawn_system(system: System, uncertain: Sequence[Uncertain], row: Numbers) -> System:
    """The system of one future."""
    parts = list(system.components)
    ages = np.array(system.years) - system.years[0]
    for u, value in zip(uncertain, row.tolist(), strict=True):
        by = (1.0 + value) ** ages if u.grows else np.full(ages.size, value)
        parts = [scaled(c, u.field, by) if c.name in u.components else c for c in parts]
    return replace(system, components=tuple(parts))


class _Answer(NamedTuple):
    """What is kept of one future: cost, tonnes, what is broken, first builds."""

    cny: float
    t: float
    broken: float
    first: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Runner:
    """One solver for all futures: each is loaded onto the basis of the last."""

    session: Session
    slack_cny: float | None
    built: Mapping[str, Numbers]

    @classmethod
    def of(
        cls, system: System, slack_cny: float | None, built: Mapping[str, Numbers] | None = None
    ) -> "_Runner":
        """A solver in which the builds named are fixed."""
        return cls(open_session(build(system, slack_cny).problem), slack_cny, built or {})

    def ask(self, system: System) -> _Answer:
        """The optimum of a future."""
        model = build(system, self.slack_cny)
        self.session.replace(model.problem.matrix())
        for name, built in self.built.items():
            self.session.set_columns(model.problem.block(name).at, built, built)
        return _answer(model, self.session.solve())


def _builds(design: Design) -> dict[str, Numbers]:
    names = design.periods[0].built
    return {f"{n}.build": np.array([p.built[n] for p in design.periods]) for n in names}


def _answer(model: Model, solution: Solution) -> _Answer:
    blocks = model.problem.column_blocks()
    builds = [block for block in blocks if block.name.endswith(".build")]
    if solution.values is None:
        none = float("nan")
        return _Answer(none, none, none, {b.name.removesuffix(".build"): none for b in builds})
    values = solution.values
    broken = sum(float(b.of(values).sum()) for b in blocks if b.name.startswith("slack."))
    first = {b.name.removesuffix(".build"): float(values[b.start]) for b in builds}
    return _Answer(float(solution.objective or 0.0), _tonnes(model, values), broken, first)


def _tonnes(model: Model, values: Numbers) -> float:
    net = yearly(model, values, *KINDS["location"]) - yearly(model, values, "offset_t")
    return float(net @ np.array([period.length for period in model.system.periods]))


def no_regret(found: Futures, design: Design, share: float = 0.9) -> dict[str, tuple[bool, float]]:
    """Which of the plan's first builds hold in nearly all futures.

    Args:
        found: The futures.
        design: The plan.
        share: In how many futures a build must come to count as no regret. [1]

    Returns:
        By component of the plan's first period: whether it is no regret, and the share of the
        feasible futures in which at least half of it is built even when all is known. [1]
    """
    held = {}
    for name, built in design.periods[0].built.items():
        if built > _LEAST:
            known = found.capacity[name][np.isfinite(found.capacity[name])]
            often = float(np.mean(known >= 0.5 * built)) if known.size else 0.0
            held[name] = (often >= share, often)
    return held
