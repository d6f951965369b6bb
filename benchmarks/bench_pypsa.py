"""A PyPSA network, built and solved, beside PyPSA itself at equal objective.

The network is a park of eight buses with PV, wind, gas, links of two outputs, batteries and heat
stores, sized over a number of days. Both start from the same exported folder, already read, and
use HiGHS; both ends are the same objective. PyPSA builds by linopy, tanlu by NumPy blocks; on top
of that the time of the solver itself is the same for both, so the ratio falls as networks grow.
"""

import logging
import tempfile
import warnings
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks.run import Row
from tanlu.catalog.line_types import standard_types
from tanlu.connect.pypsa.folder import read_folder
from tanlu.plan.pypsa.solve import optimum

DAYS = (2, 7)
BUSES = 8


def park(days: int):  # noqa: ANN201 - PyPSA is imported by those who have it
    """A network of PyPSA's."""
    import pypsa

    rng = np.random.default_rng(5)
    n = pypsa.Network()
    hours = 24 * days
    n.set_snapshots(range(hours))
    for weight in ("objective", "generators"):
        n.snapshot_weightings[weight] = 365 / days
    n.add("Carrier", ["gas", "sun", "wind", "heat", "AC"])
    n.c.carriers.static.loc["gas", "co2_emissions"] = 0.2
    sun = np.clip(np.sin((np.arange(hours) % 24 - 6) / 12 * np.pi), 0, None)
    for at in range(BUSES):
        power, heat = f"p{at}", f"h{at}"
        n.add("Bus", power, carrier="AC")
        n.add("Bus", heat, carrier="heat")
        n.add("Load", f"l{at}", bus=power, p_set=rng.uniform(5, 20, hours))
        n.add("Load", f"w{at}", bus=heat, p_set=rng.uniform(2, 9, hours))
        common = {"bus": power, "p_nom_extendable": True}
        n.add("Generator", f"pv{at}", carrier="sun", capital_cost=5e4, p_nom_max=60,
              p_max_pu=sun * rng.uniform(0.3, 1, hours), **common)  # fmt: skip
        n.add("Generator", f"wind{at}", carrier="wind", capital_cost=9e4, p_nom_max=30,
              p_max_pu=rng.uniform(0, 1, hours), **common)  # fmt: skip
        n.add("Generator", f"gas{at}", carrier="gas", capital_cost=6e4, efficiency=0.5,
              marginal_cost=rng.uniform(60, 90), **common)  # fmt: skip
        n.add("StorageUnit", f"b{at}", capital_cost=2e4, max_hours=4, efficiency_store=0.95,
              efficiency_dispatch=0.95, cyclic_state_of_charge=True, **common)  # fmt: skip
        n.add("Link", f"hp{at}", bus0=power, bus1=heat, efficiency=3, capital_cost=3e4,
              p_nom_extendable=True)  # fmt: skip
        n.add("Link", f"line{at}", bus0=power, bus1=f"p{(at + 1) % BUSES}", p_nom=6, p_min_pu=-1)
        n.add("Store", f"t{at}", bus=heat, e_nom_extendable=True, capital_cost=500, e_cyclic=True)
    n.add("GlobalConstraint", "co2", sense="<=", constant=9e4)
    return n


def run() -> list[Row]:
    """A row for each number of days."""
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pandas, xarray and linopy, about each other
            return [_row(days) for days in DAYS]
    except ModuleNotFoundError:
        return [Row("PyPSA network", 0.0, "PyPSA", None, note="PyPSA is not installed")]
    finally:
        logging.disable(logging.NOTSET)


def _row(days: int) -> Row:
    n = park(days)
    types = standard_types()
    with tempfile.TemporaryDirectory() as folder:
        n.export_to_csv_folder(folder)
        network = read_folder(Path(folder))
    begun = perf_counter()
    ours = optimum(network, types.lines, types.transformers)
    ours_s = perf_counter() - begun
    begun = perf_counter()
    n.optimize(log_to_console=False, progress=False, include_objective_constant=True)
    peer_s = perf_counter() - begun
    assert ours.objective is not None
    assert abs(ours.objective - n.objective) <= 1e-6 * abs(n.objective)
    solver = ours.solution.seconds
    note = f"{ours.frame.problem.matrix().cost.size} variables; of ours {solver:.2f} s is HiGHS"
    return Row(f"PyPSA network, {days} days of 24 h", ours_s, "PyPSA", peer_s, note=note)
