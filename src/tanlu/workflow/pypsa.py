"""A PyPSA network on disk, solved; what was found as a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from tanlu.catalog.line_types import standard_types
from tanlu.connect.pypsa.folder import read_network
from tanlu.plan.pypsa.network import Network
from tanlu.plan.pypsa.schema import COMPONENTS
from tanlu.plan.pypsa.solve import Optimum, formulate, solve

CO2 = "co2_emissions"

_SIZED = {
    "p_nom_opt": ("generators", "links", "storage_units", "processes"),
    "s_nom_opt": ("lines", "transformers"),
    "e_nom_opt": ("stores",),
}


@dataclass(frozen=True, slots=True)
class Solved:
    """A network, its optimum, and how long reading and formulating took. [s]"""

    network: Network
    found: Optimum
    read_s: float
    build_s: float


def solve_pypsa(path: Path) -> Solved:
    """Read a PyPSA network and find its least cost.

    Args:
        path: The folder that `n.export_to_csv_folder` wrote, or a netCDF file.

    Raises:
        InputError: With everything that cannot be read, is wrong, or is not supported.
    """
    begun = perf_counter()
    network = read_network(path)
    read = perf_counter()
    types = standard_types()
    frame = formulate(network, types.lines, types.transformers)
    built = perf_counter()
    return Solved(network, solve(network, frame), read - begun, built - read)


def record(solved: Solved) -> dict[str, Any]:
    """The optimum as JSON: `objective` is PyPSA's `n.objective`, costs in the network's money.

    `co2_dual` has the sign of PyPSA's `mu` (change of the objective per tonne that a limit is
    raised, so negative where it binds); `co2_price` is its opposite, the cost of the last tonne.
    """
    found = solved.found
    return {
        "status": found.solution.status,
        "objective": found.objective,
        "objective_constant": found.constant + 0.0,
        **{key: named(found.sizes, lists) for key, lists in _SIZED.items()},
        "co2_dual": co2_dual(solved),
        "co2_price": co2_price(solved),
        "global_constraints": dict(found.mu),
        "periods": list(solved.network.time.periods),
        "algorithm": found.solution.algorithm,
        "gap": found.solution.gap,
        "seconds": {
            "read": solved.read_s,
            "build": solved.build_s,
            "solve": found.solution.seconds,
        },
        "notices": [
            {"place": fault.place.of("en"), "en": fault.what("en"), "zh": fault.what("zh")}
            for fault in solved.network.notices
        ],
    }


def named(sizes: Mapping[str, Mapping[str, float]], lists: tuple[str, ...]) -> dict[str, float]:
    """Sizes of several lists by name; a name that an earlier list has stands as "Link/name".

    Example:
        >>> named({"generators": {"a": 1.0}, "links": {"a": 2.0}}, ("generators", "links"))
        {'a': 1.0, 'Link/a': 2.0}
    """
    found: dict[str, float] = {}
    for each in lists:
        for name, value in sizes.get(each, {}).items():
            found[name if name not in found else f"{COMPONENTS[each]}/{name}"] = value
    return found


def co2_duals(solved: Solved) -> dict[str, float]:
    """Duals of the limits on CO2, by name."""
    table = solved.network.table("global_constraints")
    kinds = zip(table.names, table.texts("type"), table.texts("carrier_attribute"), strict=True)
    wanted = {name for name, kind, of in kinds if kind == "primary_energy" and of == CO2}
    return {name: value for name, value in solved.found.mu.items() if name in wanted}


def co2_dual(solved: Solved) -> float | dict[str, float] | None:
    """The dual of the CO2 limit; by name where there are several, None where there is none."""
    duals = co2_duals(solved)
    return next(iter(duals.values())) if len(duals) == 1 else (duals or None)


def co2_price(solved: Solved) -> float | dict[str, float] | None:
    """What the last tonne costs: the dual with its sign turned."""
    prices = {name: 0.0 - value for name, value in co2_duals(solved).items()}
    return next(iter(prices.values())) if len(prices) == 1 else (prices or None)
