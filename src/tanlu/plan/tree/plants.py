"""Plants of the supply side: what they burn, what they make, in the base year.

A plant is led by what users ask for (`share` of its carrier), or runs by itself (`output`).
A CHP plant makes power beside its heat (`power_ratio`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tanlu.errors import InputError
from tanlu.plan.tree.branch import Ground, Tree, above

ELECTRICITY = "electricity"
GJ_PER_TCE = 29.3076  # by definition of standard coal, 7,000 kcal/kg
Told = Callable[[str, str], float | None]
"""Value of a branch's quantity in the base year."""


@dataclass(frozen=True, slots=True)
class Plant:
    """A plant: branch, carrier made, fuels burned, power beside heat. [GJ/GJ]"""

    branch: str
    carrier: str
    fuels: tuple[str, ...]
    power_ratio: float
    is_led: bool

    @property
    def second(self) -> str | None:
        """The carrier made beside the first one."""
        return ELECTRICITY if self.power_ratio else None


def plants_of(tree: Tree, told: Told) -> list[Plant]:
    """All plants, in the order in which they are written."""
    fuels: dict[str, list[str]] = {}
    for branch in tree.plants:
        taken = fuels.setdefault(above(branch, 3), [])
        taken += branch.split("/")[3:]
    return [
        Plant(
            branch, branch.split("/")[1], tuple(burned),
            told(branch, "power_ratio") or 0.0, told(branch, "output") is None,
        )
        for branch, burned in fuels.items()
    ]  # fmt: skip


def ordered(plants: Sequence[Plant]) -> list[str]:
    """Carriers that plants make, each before what its plants burn or make beside it.

    Raises:
        InputError: When plants feed each other in a ring.

    Example:
        >>> chp = Plant("supply/heat/chp", "heat", ("gas",), 0.8, True)
        >>> pv = Plant("supply/electricity/pv", "electricity", (), 0.0, False)
        >>> ordered([pv, chp])
        ['heat', 'electricity']
    """
    made = list(dict.fromkeys(p.carrier for p in plants))
    after = {c: {d for p in plants if p.carrier == c for d in (*p.fuels, p.second)
                 if d in made} for c in made}  # fmt: skip
    found: list[str] = []
    while len(found) < len(made):
        free = [c for c in made if c not in found
                and not any(c in after[o] for o in made if o not in found)]  # fmt: skip
        if not free:
            raise InputError.of(
                "tree_supply_ring", carriers=", ".join(sorted(set(made) - {*found}))
            )
        found.append(free[0])
    return found


def ratio(tree: Tree, carrier: str, fuel: str) -> float:
    """Coal equivalent of a carrier per coal equivalent of a fuel of the same heat. [1]"""
    heat: Mapping[str, float] = tree.gj_per_tce
    return heat.get(fuel, GJ_PER_TCE) / heat.get(carrier, GJ_PER_TCE)


@dataclass
class Made:
    """What plants burned and made in the base year. [tce]"""

    inputs: dict[tuple[str, str], float]
    output: dict[str, float]
    second: dict[str, float]
    available: dict[str, float]


def made_in_base(tree: Tree, plants: Sequence[Plant], told: Told, ground: Ground) -> Made:
    """Inputs by their portions of what the inventory counted, outputs by efficiency."""
    found = Made({}, {}, {}, dict(ground.energy_tce))
    for carrier in reversed(ordered(plants)):
        for plant in plants:
            if plant.carrier == carrier:
                _run(tree, plant, told, found)
    return found


def _run(tree: Tree, plant: Plant, told: Told, found: Made) -> None:
    if plant.is_led:
        for fuel in plant.fuels:
            found.inputs[plant.branch, fuel] = taken(
                f"{plant.branch}/{fuel}", fuel, told, found.available
            )
        efficiency = told(plant.branch, "efficiency") or 1.0
        output = efficiency * sum(
            found.inputs[plant.branch, f] * ratio(tree, plant.carrier, f) for f in plant.fuels
        )
    else:
        output = told(plant.branch, "output") or 0.0
    second = output * plant.power_ratio * ratio(tree, ELECTRICITY, plant.carrier)
    found.output[plant.branch], found.second[plant.branch] = output, second
    for carrier, amount in ((plant.carrier, output), (ELECTRICITY, second)):
        if amount:
            found.available[carrier] = found.available.get(carrier, 0.0) + amount


def taken(branch: str, carrier: str, told: Told, available: Mapping[str, float]) -> float:
    """Energy that a branch took of a carrier in the base year. [tce]"""
    stated = told(branch, "energy")
    if stated is not None:
        return stated
    reached = available.get(carrier, 0.0) * (1 - (told(f"supply/{carrier}", "loss") or 0.0))
    return (told(branch, "portion") or 0.0) * reached
