"""Whether a park's emissions parted from its output, year by year, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tanlu.account.cut import cut
from tanlu.account.uncertainty.result import judge
from tanlu.account.uncertainty.simulate import approach_2
from tanlu.errors import InputError
from tanlu.explain.divisia import Array
from tanlu.explain.identities import IDENTITIES
from tanlu.explain.tapio import Decoupling, chain_of_causes, decoupling, probabilities
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.park_drivers import Split, split, years_between, years_of
from tanlu.workflow.uncertainty import SEED, is_told, ranges_of

DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Point:
    """Two years: relative changes, elasticity and state, its causes, and their chances."""

    start: int
    end: int
    emissions: tuple[float, float]
    outputs: tuple[float, float]
    found: Decoupling
    causes: Mapping[str, float]
    chances: Mapping[str, float]

    @property
    def emission_change(self) -> float:
        """ΔC / C0. [1]"""
        return self.emissions[1] / self.emissions[0] - 1

    @property
    def output_change(self) -> float:
        """ΔG / G0. [1]"""
        return self.outputs[1] / self.outputs[0] - 1


@dataclass(frozen=True, slots=True)
class Decoupled:
    """All steps of the years asked for, first against last, and why chances are given or not."""

    split: Split
    points: Sequence[Point]
    whole: Point
    why: Text


_DRAWN = Text(
    "Chances from {draws} draws of the inventory within its stated ranges, shared factors drawn "
    "once for all years; output is taken as recorded.",
    "概率来自 {draws} 次抽样：清单在已知区间内变动，共享因子各年同取；产值按记录取值。",
)
_UNKNOWN = Text(
    "No chances: most of a year's tonnes rest on data whose range nobody states.",
    "不给概率：某年多数排放量所依据的数据没有任何区间说明。",
)


def decoupled(findings: Findings, start: int, end: int, draws: int = DRAWS) -> Decoupled:
    """Decoupling of a park's emissions from its output.

    Args:
        findings: A park's findings.
        start: First year; the first on record when 0.
        end: Last year; the last on record when 0.
        draws: For the chances of the states; 0 leaves them out.

    Returns:
        One point a step, and one from first to last.

    Raises:
        InputError: When there are no two years, or output is missing in one.
    """
    years = years_between(findings, start, end)
    found = split(findings, _identity(findings, years), years)
    drawn, why = _drawn(findings, years, draws)
    pairs = [*pairwise(years), (years[0], years[-1])]
    points = [_point(found, pair, drawn) for pair in pairs]
    return Decoupled(found, points[:-1], points[-1], why)


def _identity(findings: Findings, years: Sequence[int]) -> str:
    # causes need energy; without it output alone is left, and without that nothing
    rows = years_of(findings, years, by_member=False)
    return "output" if IDENTITIES["carrier"].refuses(rows) else "carrier"


def _point(found: Split, pair: tuple[int, int], drawn: Mapping[int, Array]) -> Point:
    change = found.change(*pair)
    if not change.start_value > 0:
        raise InputError.of("no_emissions", year=pair[0])
    output = {y.year: y.output_cny or 0.0 for y in found.years}
    g = (output[pair[0]], output[pair[1]])
    moved = g[1] / g[0] - 1
    state = decoupling(change.total / change.start_value, moved)
    names = list(dict.fromkeys(cell.factor for cell in change.cells))
    effects = np.array([change.effect(name) for name in names])
    causes = chain_of_causes(effects, change.start_value, moved).tolist() if moved else []
    return Point(
        pair[0], pair[1], (change.start_value, change.end_value), g, state,
        dict(zip(names, causes, strict=False)), _chances(pair, moved, drawn, change.total
                                                         / change.start_value + 1),
    )  # fmt: skip


def _chances(
    pair: tuple[int, int], moved: float, drawn: Mapping[int, Array], ratio: float
) -> Mapping[str, float]:
    if not drawn:
        return {}
    # relative to the inventory as recorded, around the ratio that the page shows
    ratios = drawn[pair[1]] / drawn[pair[0]] * ratio
    return probabilities(ratios - 1, np.full(len(ratios), moved))


def _drawn(
    findings: Findings, years: Sequence[int], draws: int
) -> tuple[Mapping[int, Array], Text]:
    if not draws:
        return {}, _UNKNOWN
    found = judge([cut(findings.ledger, year=y, boundary="enterprise") for y in years],
                  ranges_of(findings))  # fmt: skip
    keys = {y: ("total", str(y)) for y in years}
    known = [key in found.outputs and is_told(found.worth(key)) for key in keys.values()]
    if not all(known):
        return {}, _UNKNOWN
    drawn = approach_2(found.system, {k: found.outputs[k] for k in keys.values()}, draws, SEED)
    relative = {y: drawn.of(key) / found.intervals[key].value for y, key in keys.items()}
    return relative, _DRAWN.fill(draws=f"{draws:,}")
