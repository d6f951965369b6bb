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
        number: Place of the bundle.
        bundle: These lines of it.
        figures: Figures that sum them.
        is_linear: Whether tonnes are in proportion to the amount.
        places: Inputs of the amounts, each once, ascending.
        per_input: Amount by input, weighted with the warming potential.
    """

    number: int
    bundle: Bundle
    figures: tuple[int, ...]
    is_linear: bool
    places: Places
    per_input: Array


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
class Drawn:
    """A slab and where its draws go.

    Attributes:
        slab: What is drawn at once.
        from_rows: Rows of the slab that are factors.
        to_rows: Rows of the factors that these are.
        rows: Rows of the slab by strand that sums them.
        weights: Their weights.
        spans: Each strand with the start and end of its rows.
        loose: Rows and inputs of lines that are computed one by one.
    """

    slab: Slab
    from_rows: Places
    to_rows: Places
    rows: Places
    weights: npt.NDArray[np.float32]
    spans: tuple[tuple[int, int, int], ...]
    loose: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What every block does.

    Attributes:
        strands: All strands.
        fixed: Sum of each strand at its amounts as they are.
        figures: Number of figures.
        bundles: The bundles that strands are of.
        factors: Row of each factor's input.
        single: Strands that have a pool to themselves, and their deviations.
        pools: The other pools.
        drawn: Slabs of what is drawn one by one.
    """

    strands: Sequence[Strand]
    fixed: Array
    figures: int
    bundles: Sequence[Bundle]
    factors: Mapping[int, int]
    single: tuple[Places, Array]
    pools: Sequence[Pool]
    drawn: Sequence[Drawn]


def plan_of(system: System, outputs: Mapping[Key, Places]) -> Plan:
    """Work out what a block of draws has to do.

    Args:
        system: Lines and inputs.
        outputs: Lines that each figure sums.
    """
    belongs = _belongs(len(system.lines), outputs)
    strands = [s for n, bundle in enumerate(system.bundles) for s in _strands(n, bundle, belongs)]
    pooled, pools = _pools(system.inputs, strands)
    spreads = [None if n in pooled else i.spread for n, i in enumerate(system.inputs)]
    taken = sorted({p for s in strands for p in s.bundle.factor_inputs.values()})
    factors = {place: row for row, place in enumerate(taken)}
    own = [p for p in pools if p.root.shape == (1, 1)]
    single = (np.array([p.strands[0] for p in own], int), np.array([p.root[0, 0] for p in own]))
    entries = _entries(strands)
    return Plan(
        strands=strands,
        fixed=np.array([s.per_input.sum() for s in strands]),
        figures=len(outputs),
        bundles=system.bundles,
        factors=factors,
        single=single,
        pools=[p for p in pools if p.root.shape != (1, 1)],
        drawn=[_drawn(slab, factors, entries, strands) for slab in slabs(spreads)],
    )


def _entries(strands: Sequence[Strand]) -> dict[int, list[tuple[int, float]]]:
    # by input: strands that sum it, with its weight
    found: dict[int, list[tuple[int, float]]] = {}
    for n, strand in enumerate(strands):
        for place, weight in zip(strand.places.tolist(), strand.per_input.tolist(), strict=True):
            found.setdefault(place, []).append((n, weight))
    return found


def _drawn(
    slab: Slab, factors: Mapping[int, int], entries: Mapping[int, list[tuple[int, float]]],
    strands: Sequence[Strand],
) -> Drawn:  # fmt: skip
    places = slab.places.tolist()
    shared = [(row, factors[place]) for row, place in enumerate(places) if place in factors]
    taken = [(n, row, w) for row, place in enumerate(places) for n, w in entries.get(place, ())]
    summed = sorted((n, row, w) for n, row, w in taken if strands[n].is_linear)
    loose = {(row, places[row]) for n, row, _ in taken if not strands[n].is_linear}
    numbers = np.array([n for n, _, _ in summed], int)
    known, starts = np.unique(numbers, return_index=True)
    bounds = [*starts.tolist(), len(numbers)]
    return Drawn(
        slab=slab,
        from_rows=np.array([row for row, _ in shared], int),
        to_rows=np.array([row for _, row in shared], int),
        rows=np.array([row for _, row, _ in summed], int),
        weights=np.array([w for _, _, w in summed], np.float32)[:, None],
        spans=tuple(zip(known.tolist(), bounds, bounds[1:], strict=False)),
        loose=tuple(sorted(loose)),
    )


def _belongs(lines: int, outputs: Mapping[Key, Places]) -> list[tuple[int, ...]]:
    found: list[list[int]] = [[] for _ in range(lines)]
    for n, rows in enumerate(outputs.values()):
        for row in rows:
            found[row].append(n)
    return [tuple(figures) for figures in found]


def _strands(number: int, bundle: Bundle, belongs: Sequence[tuple[int, ...]]) -> list[Strand]:
    groups: dict[tuple[int, ...], list[int]] = {}
    for at, row in enumerate(bundle.rows):
        if figures := belongs[row]:
            groups.setdefault(figures, []).append(at)
    is_linear = _is_linear(bundle)
    return [
        _strand(number, bundle, (figures, np.array(at)), is_linear=is_linear)
        for figures, at in groups.items()
    ]


def _is_linear(bundle: Bundle) -> bool:
    once = np.asarray(bundle.run(1.0, bundle.factors), float)
    many = np.asarray(bundle.run(bundle.amounts, bundle.factors), float)
    return bool(np.allclose(once * bundle.amounts, many, rtol=1e-9, atol=0))


def _strand(
    number: int, bundle: Bundle, found: tuple[tuple[int, ...], Places], *, is_linear: bool
) -> Strand:
    figures, at = found
    part = replace(
        bundle, amounts=bundle.amounts[at], amount_inputs=bundle.amount_inputs[at],
        weight=bundle.weight[at], rows=bundle.rows[at],
    )  # fmt: skip
    places, back = np.unique(part.amount_inputs, return_inverse=True)
    per_input = np.bincount(back, part.amounts * part.weight).astype(float)
    return Strand(number, part, figures, is_linear, places, per_input)


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
