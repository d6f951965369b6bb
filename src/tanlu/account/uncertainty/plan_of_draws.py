"""What one block of draws has to do, worked out once.

Lines of one formula and the same factors that the same figures sum make a strand. Amounts
that only enter strands in proportion, and are normal, need not be drawn one by one: a sum
of independent normals is a normal, so that all amounts of the same strands are drawn as
their sums, with exactly the covariance that they would have had.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tanlu.account.uncertainty.draw import Slab, slabs
from tanlu.account.uncertainty.spread import moments
from tanlu.account.uncertainty.system import Bundle, Places, System
from tanlu.model.uncertainty import Input

Array = npt.NDArray[np.float64]
Key = tuple[str, ...]
_SURELY_POSITIVE = 0.5  # relative half of the 95 % range: zero is 3.9 deviations away


@dataclass(frozen=True, slots=True)
class Strand:
    """Lines of one bundle that the same figures sum.

    Attributes:
        bundle: The lines.
        figures: Figures that sum them.
        is_linear: Whether tonnes are in proportion to the amount.
        places: Inputs of the amounts, each once, ascending.
        per_input: Amount by input, weighted with the warming potential.
        fixed: Sum of these.
    """

    bundle: Bundle
    figures: Places
    is_linear: bool
    places: Places
    per_input: Array
    fixed: float


@dataclass(frozen=True, slots=True)
class Pool:
    """Amounts of the same strands, drawn as their sums.

    Attributes:
        strands: The strands.
        root: A square root of the covariance of their sums.
    """

    strands: Places
    root: Array


@dataclass(frozen=True, slots=True)
class Plan:
    """What every block does: pools, slabs of what is drawn one by one, strands."""

    pools: Sequence[Pool]
    slabs: Sequence[Slab]
    strands: Sequence[Strand]
    figures: int
    factors: Places
    row_of: Places


def plan_of(system: System, outputs: Mapping[Key, Places]) -> Plan:
    """Work out what a block of draws has to do.

    Args:
        system: Lines and inputs.
        outputs: Lines that each figure sums.
    """
    belongs = _belongs(len(system.lines), outputs)
    strands = [strand for bundle in system.bundles for strand in _strands(bundle, belongs)]
    pooled, pools = _pools(system.inputs, strands)
    spreads = [None if n in pooled else i.spread for n, i in enumerate(system.inputs)]
    factors = np.array(sorted({p for s in strands for p in s.bundle.factor_inputs.values()}), int)
    row_of = np.full(len(system.inputs), -1)
    row_of[factors] = np.arange(len(factors))
    return Plan(pools, slabs(spreads), strands, len(outputs), factors, row_of)


def _belongs(lines: int, outputs: Mapping[Key, Places]) -> list[tuple[int, ...]]:
    found: list[list[int]] = [[] for _ in range(lines)]
    for n, rows in enumerate(outputs.values()):
        for row in rows:
            found[row].append(n)
    return [tuple(figures) for figures in found]


def _strands(bundle: Bundle, belongs: Sequence[tuple[int, ...]]) -> list[Strand]:
    groups: dict[tuple[int, ...], list[int]] = {}
    for at, row in enumerate(bundle.rows):
        if figures := belongs[row]:
            groups.setdefault(figures, []).append(at)
    is_linear = _is_linear(bundle)
    return [
        _strand(bundle, np.array(figures), np.array(at), is_linear=is_linear)
        for figures, at in groups.items()
    ]


def _is_linear(bundle: Bundle) -> bool:
    once = np.asarray(bundle.run(1.0, bundle.factors), float)
    many = np.asarray(bundle.run(bundle.amounts, bundle.factors), float)
    return bool(np.allclose(once * bundle.amounts, many, rtol=1e-9, atol=0))


def _strand(bundle: Bundle, figures: Places, at: Places, *, is_linear: bool) -> Strand:
    part = replace(
        bundle, amounts=bundle.amounts[at], amount_inputs=bundle.amount_inputs[at],
        weight=bundle.weight[at], rows=bundle.rows[at],
    )  # fmt: skip
    weighted = part.amounts * part.weight
    places, back = np.unique(part.amount_inputs, return_inverse=True)
    per_input = np.bincount(back, weighted).astype(float)
    return Strand(part, figures, is_linear, places, per_input, float(weighted.sum()))


def _pools(inputs: Sequence[Input], strands: Sequence[Strand]) -> tuple[set[int], list[Pool]]:
    taken: dict[int, dict[int, float]] = {}
    loose: set[int] = set()
    for n, strand in enumerate(strands):
        for place, weight in zip(strand.places.tolist(), strand.per_input.tolist(), strict=True):
            taken.setdefault(place, {})[n] = weight
        loose |= set() if strand.is_linear else set(strand.places.tolist())
    groups: dict[tuple[int, ...], list[tuple[int, list[float]]]] = {}
    for place, by_strand in taken.items():
        if place not in loose and _is_small_normal(inputs[place]):
            groups.setdefault(tuple(by_strand), []).append((place, list(by_strand.values())))
    pools = [_pool(key, members, inputs) for key, members in groups.items()]
    return {place for members in groups.values() for place, _ in members}, pools


def _is_small_normal(found: Input) -> bool:
    spread = found.spread
    return bool(spread and spread.kind == "normal" and 1 - spread.lower <= _SURELY_POSITIVE)


def _pool(
    key: tuple[int, ...], members: Sequence[tuple[int, list[float]]], inputs: Sequence[Input]
) -> Pool:
    deviations = np.array([moments(s)[1] for p, _ in members if (s := inputs[p].spread)])
    weights = np.array([weight for _, weight in members]) * deviations[:, None]
    values, vectors = np.linalg.eigh(weights.T @ weights)
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    kept = values > values.max() * 1e-14  # gases of one fuel move together: one direction
    return Pool(np.array(key), root[:, kept] if kept.any() else root[:, :0])
