"""Plants between networks as their tables tell them: what goes in, what comes out, by which rule.

A plant with one output gives it all its carbon. Power and heat share by a rule of the
catalogue; other outputs by energy, or by shares of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.catalog.joint import JointRule
from tanlu.errors import InputError
from tanlu.trace.converter import Converter
from tanlu.trace.joint import Joint, heat_part
from tanlu.trace.loops import Index, Values

OWN_SHARES, BY_ENERGY = "shares", "energy"
POWER, HEAT = "power", "heat"


@dataclass(frozen=True)
class Plant:
    """A plant's hours. [MWh], (hours, inputs or outputs)

    `kinds` says of each output whether it is power or heat; `shares` are its own, not a
    number where none is written. `fuel_mwh` is energy that comes from no network, and
    `direct_t` what it emits. Temperatures in K.
    """

    name: str
    rule: str
    inputs: Index
    taken: Values
    outputs: Index
    given: Values
    kinds: tuple[str, ...]
    shares: Values
    fuel_mwh: Values
    direct_t: Values
    supply_k: float | None = None
    ambient_k: float | None = None

    @property
    def is_joint(self) -> bool:
        """Whether it gives power and heat, so that a rule must share between the two."""
        return {POWER, HEAT} <= set(self.kinds)


def converters(plants: Sequence[Plant], rules: Mapping[str, JointRule]) -> list[Converter]:
    """The plants with the shares of their outputs.

    Args:
        plants: Plants.
        rules: Rules of joint plants by code.

    Returns:
        One converter per plant.

    Raises:
        InputError: When a rule needs a figure that the plant lacks.
    """
    return [
        Converter(
            one.name, one.inputs, one.taken, one.outputs, one.given, shares_of(one, rules),
            one.direct_t,
        )
        for one in plants
    ]  # fmt: skip


def shares_of(plant: Plant, rules: Mapping[str, JointRule]) -> Values:
    """Part of a plant's carbon that each output bears. [1], (hours, outputs)

    Args:
        plant: A plant.
        rules: Rules by code.

    Returns:
        Parts that sum to 1 in every hour; where nothing comes out the first has all.

    Raises:
        InputError: When the rule needs a figure that the plant lacks.

    Example:
        >>> one = np.zeros((1, 0)), np.array([[35.0, 45.0]])
        >>> at = np.zeros(0, np.int64), np.array([0, 1])
        >>> nothing = np.zeros(1)
        >>> plant = Plant("chp", "energy", at[0], one[0], at[1], one[1], ("power", "heat"),
        ...     one[1] * np.nan, nothing, nothing)
        >>> shares_of(plant, {}).tolist()
        [[0.4375, 0.5625]]
    """
    if len(plant.kinds) == 1:
        return np.ones_like(plant.given)
    if plant.rule == OWN_SHARES:
        shares = np.nan_to_num(plant.shares)
    elif plant.rule in ("", BY_ENERGY) or not plant.is_joint:
        shares = _parts(plant.given)
    else:
        shares = _by_rule(plant, rules[plant.rule])
    return _idle(shares, plant.given)


def _parts(given: Values) -> Values:
    total = given.sum(axis=1, keepdims=True)
    parts: Values = np.divide(given, total, out=np.zeros_like(given), where=total > 0.0)
    return parts


def _idle(shares: Values, given: Values) -> Values:
    # with no output the carbon stays with the operator, whatever the shares
    bare = np.zeros_like(shares)
    bare[:, 0] = 1.0
    return np.where(given.sum(axis=1, keepdims=True) > 0.0, shares, bare)


def _by_rule(plant: Plant, rule: JointRule) -> Values:
    is_heat = np.array([kind == HEAT for kind in plant.kinds])
    heat, power = (plant.given * mine for mine in (is_heat, ~is_heat))
    part = np.array([_heat(plant, rule, hour, heat, power) for hour in range(len(heat))])
    shares: Values = _parts(heat) * part[:, None] + _parts(power) * (1.0 - part[:, None])
    return shares


def _heat(plant: Plant, rule: JointRule, hour: int, heat: Values, power: Values) -> float:
    q, w = float(heat[hour].sum()), float(power[hour].sum())
    if not q or not w:  # what comes out alone bears all
        return 1.0 if q else 0.0
    fuel = float(plant.taken[hour].sum() + plant.fuel_mwh[hour])
    direct = float(plant.direct_t[hour])
    found = heat_part(Joint(fuel, w, q, direct, plant.supply_k, plant.ambient_k), rule)
    if found is None:
        raise InputError.of("trace_rule_lacks", plant=plant.name, rule=plant.rule)
    return found
