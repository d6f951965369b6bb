"""Generalised Divisia index (GDIM) on indices. Experimental.

Its pseudo-inverse mixes quantities of different units, so its result depends on the
units; only indices (first period = 1) are taken, and the result depends on that period.
Method: Vaninsky 2014.
"""

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.divisia import Array

STEPS = 400
FACTORS = ("output", "co2_per_output", "energy", "co2_per_energy", "energy_per_output")


def gdim(output: Array, energy: Array, co2: Array, steps: int = STEPS) -> Array:
    """Effects of output, C/G, energy, C/E and E/G on the change of emissions.

    Args:
        output: G in the first and second period, as indices: the first is 1.
        energy: E likewise.
        co2: C likewise.
        steps: Parts of the path between the periods, exponential in every quantity.

    Returns:
        Five effects in the order of `FACTORS`, in shares of the first period's C.

    Raises:
        InputError: When a first value is not 1: the method is not free of units.

    Source: Vaninsky 2014, Z = X1 X2, constraints X1 X2 - X3 X4 = 0 and X1 X5 - X3 = 0.
    """
    if not output[0] == energy[0] == co2[0] == 1:
        raise InputError.of("gdim_units")
    return gdim_in_units(output, energy, co2, steps)


def gdim_in_units(output: Array, energy: Array, co2: Array, steps: int = STEPS) -> Array:
    """The same in whatever units; kept so that a test shows how they change the answer."""
    first = _state(output[0], energy[0], co2[0])
    last = _state(output[1], energy[1], co2[1])
    rates = np.log(last / first)
    total = np.zeros(len(first))
    for step in range(steps):
        at = first * np.exp(rates * (step + 0.5) / steps)
        moved = first * (np.exp(rates * (step + 1) / steps) - np.exp(rates * step / steps))
        total += _gradient(at) * moved
    return total


def _state(output: float, energy: float, co2: float) -> Array:
    return np.array([output, co2 / output, energy, co2 / energy, energy / output])


def _gradient(x: Array) -> Array:
    # what of the gradient of Z = X1 X2 stands at right angles to the constraints
    gradient = np.array([x[1], x[0], 0.0, 0.0, 0.0])
    binds = np.array([[x[1], x[0], -x[3], -x[2], 0.0], [x[4], 0.0, -1.0, 0.0, x[0]]]).T
    free: Array = gradient @ (np.eye(5) - binds @ np.linalg.pinv(binds))
    return free
