"""A plan's system as a PyPSA network costs the same."""

import numpy as np
import pytest

from tanlu.connect.pypsa.folder import read_folder
from tanlu.connect.pypsa.write import write_folder
from tanlu.errors import InputError
from tanlu.plan.model import (
    Budget,
    Cap,
    Converter,
    Demand,
    Generator,
    Node,
    Offset,
    Period,
    Sale,
    Slices,
    Store,
    Supply,
    System,
    Value,
)
from tanlu.plan.model.stock import Stock
from tanlu.plan.pypsa.export import to_pypsa
from tanlu.plan.pypsa.solve import optimum
from tanlu.plan.solve import solve

PERIODS = (Period(2025, 5), Period(2030, 10), Period(2040, 5))
SUN = np.array([[0.0, 0.7, 0.9, 0.1], [0.0, 0.2, 0.3, 0.0], [0.1, 0.6, 0.8, 0.2]])
LOAD = np.array([[0.6, 1.0, 1.1, 0.9], [0.7, 1.1, 1.0, 0.8], [0.5, 0.9, 1.2, 1.0]])


def system(*more, policies=(), slices=None):
    parts = (
        Demand("load", "power", Value((10.0, 14.0, 16.0), "load")),
        Demand("warmth", "heat", 5.0),
        Supply("grid", "power", price=Value((600.0, 650.0, 700.0), "load"), limit=40.0,
               factor=(0.6, 0.5, 0.3)),
        Supply("gas", "heat", price=300.0, scope=1, factor=0.2),
        Generator("pv", "power", Stock(2.0, 30.0, 12.0, (3.5e6, 2.5e6, 2e6), 4e4, life=15),
                  profile=Value(series="sun"), variable=1.0),
        Converter("pump", {"power": 1.0}, {"heat": 3.0}, Stock(investment=2.5e6, life=10)),
        Store("battery", "power", Stock((1.0, 1.0, 0.0), investment=3e6, life=10, rate=0.08),
              hours=3.0, charge=0.95, discharge=0.9, loss=0.001, link="year"),
        *more,
    )  # fmt: skip
    return System(
        PERIODS,
        slices or Slices((0, 1, 2), steps=4, step_h=6.0),
        (Node("power"), Node("heat", may_curtail=True)),
        parts,
        policies,
        {"sun": SUN, "load": LOAD},
        rate=0.05,
        base_year=2024,
    )


def both(given, tmp_path):
    ours = solve(given)
    written = write_folder(to_pypsa(given, "plan"), tmp_path / "out")
    theirs = optimum(read_folder(written), {}, {})
    return ours, theirs


@pytest.mark.parametrize(
    "policies",
    [
        (),
        (Cap("cap", {2030: 60_000.0, 2040: 38_000.0}),),
        (Budget("budget", 800_000.0),),
    ],
    ids=["free", "cap", "budget"],
)
def test_the_optimum_is_the_same(policies, tmp_path):
    ours, theirs = both(system(policies=policies), tmp_path)
    assert ours.status == theirs.solution.status == "optimal"
    assert theirs.objective == pytest.approx(ours.objective_cny, rel=1e-9)


def test_limits_of_supplies_sales_and_sizes_go_over(tmp_path):
    more = (
        Supply("coal", "heat", price=50.0, scope=1, factor=0.4, year_most=20_000.0,
               year_least=(5_000.0, 0.0, 0.0)),
        Sale("feed", "power", price=200.0, limit=Value(series="sun")),
        Converter("boiler", {}, {"heat": 1.0}, Stock(investment=1e6, life=20, block=2.0),
                  variable=40.0, least=0.2),
    )  # fmt: skip
    ours, theirs = both(system(*more), tmp_path)
    assert theirs.objective == pytest.approx(ours.objective_cny, rel=1e-6)


def test_what_pypsa_cannot_say_is_refused_by_name():
    more = (
        Offset("forest", 100.0),
        Converter("mill", {"power": 1.0}, {"heat": 0.1}, ramp=0.2),
        Supply("steam", "heat", price=80.0, charge=1_000.0),
        Demand("chargers", "power", 1.0, shift=0.2),
    )
    grouped = Slices((0, 0, 1), steps=4, step_h=6.0)
    with pytest.raises(InputError) as error:
        to_pypsa(system(*more, slices=grouped), "plan")
    found = {(f.params["name"], f.params["what"]) for f in error.value.faults}
    assert found == {
        ("forest", "Offset"),
        ("mill", "ramp"),
        ("steam", "charge"),
        ("chargers", "shift"),
        ("battery", "link: year"),
    }


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "there").write_text("mine", "utf-8")
    with pytest.raises(InputError):
        write_folder(to_pypsa(system(), "plan"), tmp_path)
