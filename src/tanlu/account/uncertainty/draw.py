"""Chance numbers, a block at a time: the same draws whatever the memory or the cores.

Every block of draws has a generator of its own, spawned from the seed by the block's
number, so that neither the order of the blocks nor who computes them changes a result.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.random import SFC64, Generator, SeedSequence

from tanlu.account.uncertainty.spread import Z, log_parameters
from tanlu.model.uncertainty import Spread

Array = npt.NDArray[np.float64]
Single = npt.NDArray[np.float32]
BLOCK = 512
"""Draws of one generator."""
SLAB = 2048
"""Inputs drawn at once: a slab holds BLOCK × SLAB numbers of 4 bytes, 4 MiB."""


def generators(seed: int, draws: int) -> list[Generator]:
    """One generator for each block that the draws fill.

    Example:
        >>> len(generators(1, 100_000))
        196
    """
    return [Generator(SFC64(child)) for child in SeedSequence(seed).spawn(-(-draws // BLOCK))]


@dataclass(frozen=True, slots=True)
class Slab:
    """Inputs of one kind that are drawn at once: their places and parameters."""

    places: npt.NDArray[np.int64]
    kind: str
    first: Single
    second: Single

    def deviations(self, generator: Generator) -> Single:
        """Draws less one, relative to the value: one row per input, BLOCK columns."""
        return _DRAWN[self.kind](self.first, self.second, generator)


def slabs(spreads: Sequence[Spread | None]) -> list[Slab]:
    """All inputs that vary, in an order that depends on nothing but themselves.

    Args:
        spreads: By input; None does not vary.

    Returns:
        Slabs of at most `SLAB` inputs.
    """
    return [slab for kind in _DRAWN for slab in _of_kind(kind, spreads)]


def _of_kind(kind: str, spreads: Sequence[Spread | None]) -> Iterator[Slab]:
    places = [n for n, spread in enumerate(spreads) if spread and spread.kind == kind]
    for start in range(0, len(places), SLAB):
        chosen = places[start : start + SLAB]
        pairs = [_parameters(spread) for n in chosen if (spread := spreads[n])]
        first, second = np.array(pairs, np.float32).T[:, :, None]
        yield Slab(np.array(chosen), kind, first, second)


def _parameters(spread: Spread) -> tuple[float, float]:
    if spread.kind == "lognormal":
        return log_parameters(spread)
    if spread.kind in ("normal", "two_piece"):
        return (1 - spread.lower) / Z, (spread.upper - 1) / Z
    return spread.lower, spread.upper


def _standard(first: Single, generator: Generator) -> Single:
    return generator.standard_normal((len(first), BLOCK), np.float32)


def _normal(down: Single, _: Single, generator: Generator) -> Single:
    drawn = _standard(down, generator)
    drawn *= down
    return drawn


def _two_piece(down: Single, up: Single, generator: Generator) -> Single:
    drawn = _standard(down, generator)
    drawn *= np.where(drawn < 0, down, up)
    return drawn


def _lognormal(centre: Single, scale: Single, generator: Generator) -> Single:
    drawn = _standard(centre, generator)
    drawn *= scale
    drawn += centre
    np.exp(drawn, out=drawn)  # four times as fast as expm1, exact to 1e-7 of the value
    drawn -= 1
    return drawn


def _uniform(low: Single, high: Single, generator: Generator) -> Single:
    drawn = generator.random((len(low), BLOCK), np.float32)
    drawn *= high - low
    drawn += low - 1
    return drawn


def _triangular(low: Single, high: Single, generator: Generator) -> Single:
    drawn = generator.random((len(low), BLOCK), np.float32)
    down, up = 1 - low, high - 1
    whole = np.maximum(down + up, np.float32(1e-12))
    found: Single = np.where(
        drawn < down / whole,
        np.sqrt(drawn * whole * down) - down,
        up - np.sqrt((1 - drawn) * whole * up),
    )
    return found


_DRAWN: Mapping[str, Callable[[Single, Single, Generator], Single]] = {
    "normal": _normal,
    "two_piece": _two_piece,
    "lognormal": _lognormal,
    "uniform": _uniform,
    "triangular": _triangular,
}
