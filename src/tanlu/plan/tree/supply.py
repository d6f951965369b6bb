"""Supply that takes what final demand asks for: plants, networks' losses, purchases, carbon.

Energy runs from users upstream: what is asked of a carrier, with what its network loses, is
met by plants that run by themselves, by power beside heat, by plants that are led, and by
purchase. Carbon runs back: a carrier carries what its plants burned and what was bought,
mixed (proportional sharing); a CHP plant divides by energy content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.tree.branch import Tree, last
from tanlu.plan.tree.calibration import BaseYear
from tanlu.plan.tree.paths import Array, Said, level, shares
from tanlu.plan.tree.plants import ELECTRICITY, Plant, ordered, ratio

IMPORT = "import"


@dataclass(slots=True)
class Supply:
    """Energy of supply, each entry of shape (year,). [tce]

    `asked`: by users of a carrier, plants among them, before losses. `factor`: CO2 that a
    delivered unit of each carrier carries. [t/tce]
    """

    asked: dict[str, Array] = field(default_factory=dict)
    lost: dict[str, Array] = field(default_factory=dict)
    bought: dict[str, Array] = field(default_factory=dict)
    sent_out: dict[str, Array] = field(default_factory=dict)
    output: dict[str, Array] = field(default_factory=dict)
    second: dict[str, Array] = field(default_factory=dict)
    burned: dict[str, Array] = field(default_factory=dict)
    factor: dict[str, Array] = field(default_factory=dict)
    first_factor: dict[str, Array] = field(default_factory=dict)


def supply(
    tree: Tree, said: Said, base: BaseYear, asked: Mapping[str, Array], years: Array
) -> Supply:
    """Everything that supplies what is asked for.

    Args:
        tree: The tree.
        said: What holds in the scenario.
        base: The base year.
        asked: Energy that leaves use, by carrier. [tce]
        years: All years.

    Returns:
        The balance of every carrier; purchases plus outputs equal use, losses and exports.

    Raises:
        InputError: When plants feed each other in a ring, or nothing may supply a carrier.
    """
    found = Supply(asked={c: a.copy() for c, a in asked.items()})
    for carrier in (*ordered(base.plants), *asked):
        if carrier not in found.lost:
            _serve(tree, said, base, carrier, found, years)
    for branch in tree.plants:  # fuels that nobody but a plant burns are bought last
        for fuel in branch.split("/")[3:]:
            if fuel not in found.lost:
                _serve(tree, said, base, fuel, found, years)
    _carry(said, base, found, years)
    return found


def _serve(
    tree: Tree, said: Said, base: BaseYear, carrier: str, found: Supply, years: Array
) -> None:
    zero = np.zeros(len(years))
    loss = _level(said, base, f"supply/{carrier}", "loss", 0.0, years)
    need = found.asked.get(carrier, zero) / (1 - loss)
    found.lost[carrier] = need * loss
    plants = [p for p in base.plants if p.carrier == carrier]
    for plant in plants:
        if not plant.is_led:
            start = base.made.output[plant.branch]
            found.output[plant.branch] = _level(said, base, plant.branch, "output", start, years)
    own = sum((found.output[p.branch] for p in plants if not p.is_led), zero)
    own = own + sum(found.second.values(), zero) * (carrier == ELECTRICITY)
    found.sent_out[carrier] = np.maximum(own - need, 0.0)
    rest = np.maximum(need - own, 0.0)
    led = [p for p in plants if p.is_led]
    parts = _led_shares(said, base, carrier, led, years)
    found.bought[carrier] = rest * parts.pop(f"supply/{carrier}/{IMPORT}", zero)
    for plant in plants:
        if plant.is_led:
            found.output[plant.branch] = rest * parts[plant.branch]
        _burn(tree, said, base, plant, found, years)


def _led_shares(
    said: Said, base: BaseYear, carrier: str, led: Sequence[Plant], years: Array
) -> dict[str, Array]:
    bought = f"supply/{carrier}/{IMPORT}"
    made = {p.branch: base.made.output[p.branch] for p in led}
    can_buy = carrier in base.factor
    if can_buy:
        made[bought] = base.bought.get(carrier, 0.0)
    if not made:
        return {} if any(p.carrier == carrier for p in base.plants) else _refuse(carrier)
    whole = sum(made.values())
    start = {b: m / whole if whole else float(b == bought) for b, m in made.items()}
    if not whole and not can_buy:
        start = {b: base.told(b, "share") or float(len(led) == 1) for b in made}
    return shares(list(made), said, start, years)


def _refuse(carrier: str) -> dict[str, Array]:
    raise InputError.of("tree_no_factor", carrier=carrier)


def _burn(
    tree: Tree, said: Said, base: BaseYear, plant: Plant, found: Supply, years: Array
) -> None:
    output = found.output[plant.branch]
    second = output * plant.power_ratio * ratio(tree, ELECTRICITY, plant.carrier)
    if plant.second:
        found.second[plant.branch] = second
    if not plant.fuels:
        return
    efficiency = _level(said, base, plant.branch, "efficiency", 1.0, years)
    branches = [f"{plant.branch}/{fuel}" for fuel in plant.fuels]
    used = {b: base.made.inputs.get((plant.branch, last(b)), 0.0) for b in branches}
    whole = sum(used.values())
    start = {b: u / whole if whole else base.told(b, "share") or float(len(branches) == 1)
             for b, u in used.items()}  # fmt: skip
    parts = shares(branches, said, start, years)
    # a tonne of coal equivalent of each fuel brings its own heat
    heat = sum((parts[b] * ratio(tree, plant.carrier, last(b)) for b in branches), output * 0)
    for branch in branches:
        burned = output / (efficiency * heat) * parts[branch]
        found.burned[branch] = burned
        fuel = last(branch)
        found.asked[fuel] = found.asked.get(fuel, output * 0) + burned


def _level(
    said: Said, base: BaseYear, branch: str, quantity: str, start: float, years: Array
) -> Array:
    told = base.told(branch, quantity)
    return level(said.get((branch, quantity), ()), start if told is None else told, years)


def _carry(said: Said, base: BaseYear, found: Supply, years: Array) -> None:
    # M f = b for every year: carriers' carbon with plants that burn each other's product
    carriers = list(found.asked)
    at = {c: i for i, c in enumerate(carriers)}
    for carrier, start in base.factor.items():
        found.first_factor[carrier] = level(
            said.get((f"supply/{carrier}", "factor"), ()), start, years
        )
    zero = np.zeros(len(years))
    matrix = np.zeros((len(years), len(carriers), len(carriers)))
    right = np.zeros((len(years), len(carriers)))
    for carrier, i in at.items():
        sent = found.sent_out[carrier]
        delivered = found.asked[carrier] + sent
        matrix[:, i, i] = np.where(delivered > 0, delivered, 1.0)
        right[:, i] = found.bought[carrier] * found.first_factor.get(carrier, zero)
    for plant in base.plants:
        for product, part in _parts(plant, found):
            for fuel in plant.fuels:
                burned = found.burned[f"{plant.branch}/{fuel}"]
                matrix[:, at[product], at[fuel]] -= burned * part
    solved = np.linalg.solve(matrix, right[:, :, None])[:, :, 0]
    found.factor = {c: np.asarray(solved[:, i], np.float64) for c, i in at.items()}


def _parts(plant: Plant, found: Supply) -> list[tuple[str, Array]]:
    first = found.output[plant.branch]
    one = np.ones(len(first))
    if plant.second is None:
        return [(plant.carrier, one)]
    heat_part = one / (1 + plant.power_ratio)
    return [(plant.carrier, heat_part), (plant.second, 1 - heat_part)]
