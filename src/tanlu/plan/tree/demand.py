"""Final demand: activity, structure, intensity, technology and fuel of every leaf, by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.plan.tree.branch import Tree, above
from tanlu.plan.tree.calibration import BaseYear, reach, subsectors
from tanlu.plan.tree.paths import Array, Said, growth, level, shares
from tanlu.plan.tree.stock import Turnover, turnover

DRIVERS = ("activity", "structure", "intensity", "technology", "fuel", "factor")
"""What emissions of a leaf are the product of."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Drivers of each leaf but the factor, shape (leaf, year, driver), and stocks by end use."""

    drivers: Array
    stocks: Mapping[str, tuple[tuple[str, ...], Turnover]]

    @property
    def energy_tce(self) -> Array:
        """Energy of each leaf, shape (leaf, year). [tce]"""
        found: Array = self.drivers.prod(axis=2)
        return found


def demand(tree: Tree, said: Said, base: BaseYear, years: Array) -> Demand:
    """Final energy by leaf and year.

    Returns:
        Drivers and stocks; the base year's energy is the base year's own.
    """
    rows: dict[str, Array] = {}
    stocks = {}
    parts = _subsectors(tree, said, base, years)
    for use in dict.fromkeys(above(leaf, 3) for leaf in tree.leaves):
        served = _activity(said, base, above(use, 1), years)
        structure = parts[above(use, 2)] * _path(said, base, use, "penetration", years)
        devices, found, turned = _devices(tree, said, base, use, served * structure, years)
        if turned is not None:
            stocks[use] = (tuple(devices), turned)
        useful = _intensity(tree, said, base, use, found.useful, years)
        for device in devices:
            for leaf, fuel in _fuels(tree, said, base, device, years).items():
                technology = found.share[device] / found.efficiency[device]
                rows[leaf] = np.stack([served, structure, useful, technology, fuel], axis=1)
    return Demand(np.stack([rows[leaf] for leaf in tree.leaves]), stocks)


def _path(said: Said, base: BaseYear, branch: str, quantity: str, years: Array) -> Array:
    start = base.told(branch, quantity)
    return level(said.get((branch, quantity), ()), 1.0 if start is None else start, years)


def _activity(said: Said, base: BaseYear, sector: str, years: Array) -> Array:
    rates = growth(said.get((sector, "activity_growth"), ()), years)
    return _path(said, base, sector, "activity", years) * rates


def _subsectors(tree: Tree, said: Said, base: BaseYear, years: Array) -> dict[str, Array]:
    found: dict[str, Array] = {}
    for sector in dict.fromkeys(above(leaf, 1) for leaf in tree.leaves):
        start = subsectors(tree, sector, base.told)
        if start is not None:
            found |= shares(list(start), said, start, years)
    return {b: found.get(b, np.ones(len(years))) for b in (above(leaf, 2) for leaf in tree.leaves)}


def _intensity(
    tree: Tree, said: Said, base: BaseYear, use: str, useful_tce: float, years: Array
) -> Array:
    stated = base.told(use, "intensity")
    start = useful_tce / reach(tree, use, base.told) if stated is None else stated
    rates = growth(said.get((use, "intensity_change"), ()), years)
    return level(said.get((use, "intensity"), ()), start, years) * rates


@dataclass(frozen=True, slots=True)
class _Devices:
    share: Mapping[str, Array]
    efficiency: Mapping[str, Array]
    useful: float


def _devices(
    tree: Tree, said: Said, base: BaseYear, use: str, served: Array, years: Array
) -> tuple[list[str], _Devices, Turnover | None]:
    devices = list(dict.fromkeys(above(b, 4) for b in tree.leaves if above(b, 3) == use))
    efficiency = {d: _path(said, base, d, "efficiency", years) for d in devices}
    useful = {d: efficiency[d][0] * _device_tce(tree, base, d) for d in devices}
    whole = sum(useful.values())
    start = {d: u / whole if whole else _stated(base, d, devices) for d, u in useful.items()}
    if any(base.told(d, "stock") is not None for d in devices):
        turned = _turned(tree, said, base, devices, efficiency, served, years)
        share = _by_stock(devices, useful, turned)
        mean = dict(zip(devices, turned.efficiency, strict=True))
        return devices, _Devices(share, mean, whole), turned
    return devices, _Devices(shares(devices, said, start, years), efficiency, whole), None


def _stated(base: BaseYear, branch: str, siblings: Sequence[str]) -> float:
    share = base.told(branch, "share")
    return (1.0 if len(siblings) == 1 else 0.0) if share is None else share


def _device_tce(tree: Tree, base: BaseYear, device: str) -> float:
    return sum(base.leaf_tce[leaf] for leaf in tree.leaves if above(leaf, 4) == device)


def _turned(
    tree: Tree, said: Said, base: BaseYear, devices: list[str], efficiency: Mapping[str, Array],
    served: Array, years: Array,
) -> Turnover:  # fmt: skip
    start = [base.told(d, "stock") or 0.0 for d in devices]
    sold = {d: base.told(d, "sales_share") for d in devices}
    whole = sum(start)
    own = {d: (n / whole if all(s is None for s in sold.values()) else sold[d] or 0.0)
           for d, n in zip(devices, start, strict=True)}  # fmt: skip
    part = shares(devices, said, own, years, "sales_share")
    known = {i: np.array([row[1] for row in tree.stock_ages[d]])
             for i, d in enumerate(devices) if d in tree.stock_ages}  # fmt: skip
    return turnover(
        start, [tree.survival[d] for d in devices], whole * served / served[0],
        np.stack([part[d] for d in devices]), np.stack([efficiency[d] for d in devices]), known,
    )  # fmt: skip


def _by_stock(
    devices: list[str], useful: Mapping[str, float], turned: Turnover
) -> dict[str, Array]:
    # a kind that nobody had yet serves as much per device as the others do on average
    stock0 = turned.stock[:, 0]
    mean = sum(useful.values()) / stock0.sum()
    per = np.array([useful[d] / n if n else mean for d, n in zip(devices, stock0, strict=True)])
    served = turned.stock * per[:, None]
    return dict(zip(devices, served / served.sum(axis=0), strict=True))


def _fuels(
    tree: Tree, said: Said, base: BaseYear, device: str, years: Array
) -> dict[str, Array]:  # fmt: skip
    leaves = [leaf for leaf in tree.leaves if above(leaf, 4) == device]
    whole = sum(base.leaf_tce[leaf] for leaf in leaves)
    start = {b: base.leaf_tce[b] / whole if whole else _stated(base, b, leaves) for b in leaves}
    return shares(leaves, said, start, years)
