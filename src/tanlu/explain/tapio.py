"""Decoupling of emissions from output after Tapio: eight states, and how sure they are.

e = (ΔC / C0) / (ΔG / G0). Method: Tapio 2005, bounds 0.8 and 1.2.
"""

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from tanlu.explain.divisia import Array
from tanlu.types import Text

LOW, HIGH = 0.8, 1.2

STATES = MappingProxyType(
    {
        "strong_decoupling": Text("strong decoupling", "强脱钩"),
        "weak_decoupling": Text("weak decoupling", "弱脱钩"),
        "expansive_coupling": Text("expansive coupling", "扩张连结"),
        "expansive_negative_decoupling": Text("expansive negative decoupling", "扩张负脱钩"),
        "strong_negative_decoupling": Text("strong negative decoupling", "强负脱钩"),
        "weak_negative_decoupling": Text("weak negative decoupling", "弱负脱钩"),
        "recessive_coupling": Text("recessive coupling", "衰退连结"),
        "recessive_decoupling": Text("recessive decoupling", "衰退脱钩"),
        "not_resolvable": Text("not resolvable: output hardly moved", "无法判定：产出几乎不变"),
    }
)
"""Code of a state to its name."""


@dataclass(frozen=True, slots=True)
class Decoupling:
    """Elasticity of emissions to output, and the state it stands for; None when output stood."""

    elasticity: float | None
    state: str


def decoupling(emission_change: float, output_change: float, resolution: float = 0.0) -> Decoupling:
    """The state of two relative changes.

    Args:
        emission_change: ΔC / C0. [1]
        output_change: ΔG / G0. [1]
        resolution: Relative change of output below which the data say nothing. [1]

    Returns:
        Elasticity and state; never an infinite one.

    Example:
        >>> decoupling(0.05, 0.1)
        Decoupling(elasticity=0.5, state='weak_decoupling')

    Source: Tapio 2005.
    """
    if output_change == 0 or abs(output_change) < resolution:
        return Decoupling(None, "not_resolvable")
    elasticity = emission_change / output_change
    state = _rising(elasticity) if output_change > 0 else _falling(elasticity)
    return Decoupling(elasticity, state)


def _rising(elasticity: float) -> str:
    if elasticity < 0:
        return "strong_decoupling"
    if elasticity < LOW:
        return "weak_decoupling"
    return "expansive_coupling" if elasticity <= HIGH else "expansive_negative_decoupling"


def _falling(elasticity: float) -> str:
    if elasticity < 0:
        return "strong_negative_decoupling"
    if elasticity < LOW:
        return "weak_negative_decoupling"
    return "recessive_coupling" if elasticity <= HIGH else "recessive_decoupling"


def probabilities(
    emission_changes: Array, output_changes: Array, resolution: float = 0.0
) -> dict[str, float]:
    """How often draws of the data fall into each state.

    Args:
        emission_changes: Draws of ΔC / C0, shape (draw,).
        output_changes: Draws of ΔG / G0, same draws.
        resolution: As in `decoupling`.

    Returns:
        State to probability, the likeliest first; they sum to 1.

    Example:
        >>> probabilities(np.array([0.05, -0.05]), np.array([0.1, 0.1]))
        {'strong_decoupling': 0.5, 'weak_decoupling': 0.5}
    """
    pairs = zip(emission_changes.tolist(), output_changes.tolist(), strict=True)
    states = [decoupling(c, g, resolution).state for c, g in pairs]
    names, counts = np.unique(states, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return {str(names[i]): float(counts[i] / len(states)) for i in order}


def chain_of_causes(effects: Array, emissions: float, output_change: float) -> Array:
    """Elasticity by cause: effects of a decomposition over C0, divided by ΔG / G0.

    Args:
        effects: Additive effects, in the unit of `emissions`.
        emissions: C0.
        output_change: ΔG / G0, not 0. [1]

    Returns:
        Parts that sum to the elasticity. [1]
    """
    parts: Array = effects / emissions / output_change
    return parts
