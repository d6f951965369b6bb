"""Laws of scenario trees: parts sum, one level is the projection, stocks conserve devices."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.model.pathway import Assumed, Base, Scenario
from tanlu.plan.assume import overlay_chain
from tanlu.plan.project import paths_of, project
from tanlu.plan.tree.branch import Case, Ground, Knot, Overlay, Stated, Survival, Tree
from tanlu.plan.tree.peak import peaking
from tanlu.plan.tree.run import by, emitted, run, run_case
from tanlu.plan.tree.simplest import ground_of, simplest
from tanlu.plan.tree.stock import turnover
from tanlu.plan.tree.wedges import wedges
from tanlu.types import Text

NAME = Text("Park", "园区")
positive = st.floats(0.1, 1e3)
rate = st.floats(-0.05, 0.08)
part = st.floats(0.05, 0.95)
A, B = "industry/a/heat", "industry/b/drives"
LEAVES = (
    f"{A}/boiler/gas", f"{A}/boiler/oil", f"{A}/pump/electricity", f"{A}/steam/heat",
    f"{B}/motor/electricity",
)  # fmt: skip
PLANTS = ("supply/heat/chp/gas", "supply/heat/works/coal", "supply/electricity/pv")


def told(branch, quantity, *knots, how="set", since=None):
    return Stated(branch, quantity, tuple(Knot(*k) for k in knots), how=how, since=since)


def tree_of(gas, electric, growth, overlays=()):
    stated = (
        told("industry", "activity", (2022, 100.0)),
        told("industry", "activity_growth", (2023, growth)),
        told("industry/a", "share", (2022, 0.4)),
        told(f"{A}/boiler", "efficiency", (2022, 0.8)),
        told(f"{A}/pump", "efficiency", (2022, 3.0)),
        told(f"{A}/boiler/gas", "portion", (2022, gas)),
        told("supply/heat/chp/gas", "portion", (2022, 1 - gas)),
        told(f"{A}/boiler/oil", "portion", (2022, 1.0)),
        told("supply/heat/works/coal", "portion", (2022, 1.0)),
        told(f"{A}/steam/heat", "portion", (2022, 1.0)),
        told(f"{A}/pump/electricity", "portion", (2022, electric)),
        told(f"{B}/motor/electricity", "portion", (2022, 1 - electric)),
        told("supply/heat/chp", "efficiency", (2022, 0.45)),
        told("supply/heat/chp", "power_ratio", (2022, 0.6)),
        told("supply/heat/works", "efficiency", (2022, 0.85)),
        told("supply/heat", "loss", (2022, 0.1)),
        told("supply/electricity", "loss", (2022, 0.05)),
        told("supply/electricity/pv", "output", (2022, 5.0)),
    )
    own = {o.overlay_id: o for o in overlays}
    cases = {"as_is": Case("as_is", NAME), "all": Case("all", NAME, tuple(own))}
    return Tree("t", NAME, 2022, 2032, LEAVES, PLANTS, stated, own, cases)


def ground(amounts):
    energy = dict(zip(("gas", "oil", "coal", "electricity"), amounts, strict=True))
    return Ground(energy, {c: e * f for (c, e), f in zip(energy.items(), (1.6, 2.1, 2.7, 4.7),
                                                         strict=True)})  # fmt: skip


def overlays_of(share, factor, saving, output):
    return (
        Overlay("pumps", NAME, "measure", (told(f"{A}/pump", "share", (2030, share)),)),
        Overlay("grid", NAME, "policy", (told("supply/electricity", "factor", (2032, factor)),)),
        Overlay("motors", NAME, "measure",
                (told(B, "intensity", (2028, saving), how="times", since=2025),)),
        Overlay("pv", NAME, "measure", (told("supply/electricity/pv", "output", (2030, output)),)),
    )  # fmt: skip


worlds = st.tuples(
    part, part, rate, st.tuples(positive, positive, positive, positive),
    st.tuples(part, st.floats(0.0, 5.0), st.floats(0.5, 1.0), st.floats(0.0, 2e3)),
)  # fmt: skip


@given(worlds)
@settings(max_examples=60, deadline=None)
def test_parts_sum_to_the_whole(world):
    gas, electric, growth, amounts, changed = world
    tree, base = tree_of(gas, electric, growth, overlays_of(*changed)), ground(amounts)
    for case in tree.cases:
        found = run(tree, case, base)
        assert found.total_t[0] == pytest.approx(sum(base.co2_t.values()), rel=1e-9)
        for parts in (by(found, found.co2_t, "sector"), by(found, found.co2_t, "carrier"),
                      emitted(found)):  # fmt: skip
            np.testing.assert_allclose(sum(parts.values()), found.total_t, rtol=1e-9)


@given(worlds)
@settings(max_examples=60, deadline=None)
def test_every_carrier_balances(world):
    gas, electric, growth, amounts, changed = world
    tree = tree_of(gas, electric, growth, overlays_of(*changed))
    served = run(tree, "all", ground(amounts)).supply
    made = {"heat": served.output["supply/heat/chp"] + served.output["supply/heat/works"],
            "electricity": served.output["supply/electricity/pv"]
            + served.second["supply/heat/chp"]}  # fmt: skip
    for carrier, asked in served.asked.items():
        given = served.bought[carrier] + made.get(carrier, 0.0)
        used = asked + served.lost[carrier] + served.sent_out[carrier]
        np.testing.assert_allclose(given, used, rtol=1e-9, atol=1e-9)


@given(worlds)
@settings(max_examples=60, deadline=None)
def test_wedges_sum_exactly_and_turn_with_the_order(world):
    gas, electric, growth, amounts, changed = world
    tree, base = tree_of(gas, electric, growth, overlays_of(*changed)), ground(amounts)
    first, last = run(tree, "as_is", base), run(tree, "all", base)
    there, back = wedges(first, last), wedges(last, first)
    size = max(first.total_t.max(), last.total_t.max())
    np.testing.assert_allclose(there.parts.sum(axis=(0, 1)), last.total_t - first.total_t,
                               atol=1e-9 * size)  # fmt: skip
    for name, values in there.by_driver.items():
        np.testing.assert_allclose(values, -back.by_driver[name], atol=1e-8 * size)
    np.testing.assert_allclose(sum(there.by_row.values()), there.total, atol=1e-9 * size)


@given(worlds, st.permutations(range(4)))
@settings(max_examples=40, deadline=None)
def test_overlays_on_different_branches_may_be_laid_in_any_order(world, order):
    gas, electric, growth, amounts, changed = world
    tree, base = tree_of(gas, electric, growth, overlays_of(*changed)), ground(amounts)
    names = list(tree.overlays)
    turned = Case("turned", NAME, tuple(names[i] for i in order))
    np.testing.assert_allclose(
        run_case(tree, turned, base).total_t, run(tree, "all", base).total_t, rtol=1e-12
    )


@given(worlds, part, part)
@settings(max_examples=30, deadline=None)
def test_of_two_overlays_on_one_path_the_last_holds(world, one, other):
    gas, electric, growth, amounts, _ = world
    share = [Overlay(n, NAME, "measure", (told(f"{A}/pump", "share", (2030, v)),))
             for n, v in (("x", one), ("y", other))]  # fmt: skip
    tree, base = tree_of(gas, electric, growth, tuple(share)), ground(amounts)
    alone = run_case(tree, Case("y", NAME, ("y",)), base)
    np.testing.assert_allclose(run(tree, "all", base).total_t, alone.total_t, rtol=1e-12)


def test_an_overlay_that_says_nothing_changes_nothing():
    base = ground((10.0, 5.0, 7.0, 20.0))
    tree = tree_of(0.5, 0.5, 0.02, (Overlay("none", NAME, "measure", ()),))
    found = wedges(run(tree, "as_is", base), run(tree, "all", base))
    assert not found.parts.any()


def assumed(scenario, branch, quantity, year, value):
    return Assumed("r", scenario, branch, quantity, year, value, None, None, "1", "x", "")


@given(
    st.lists(positive, min_size=3, max_size=3), st.lists(positive, min_size=3, max_size=3),
    rate, rate, part, positive,
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_tree_of_one_level_is_the_projection(energy, factors, up, down, share, factor):
    carriers = ("gas", "oil", "power")
    base = Base(2022, 1e6, dict(zip(carriers, energy, strict=True)),
                dict(zip(carriers, factors, strict=True)))  # fmt: skip
    first = Scenario("as_is", NAME, None, 2035, (
        assumed("as_is", "park", "output_growth", 2023, up),
        assumed("as_is", "park", "output_growth", 2030, up / 2),
        assumed("as_is", "park", "intensity_change", 2023, down),
    ))  # fmt: skip
    second = Scenario("clean", NAME, "as_is", 2035, (
        assumed("clean", "power", "share", 2030, share),
        assumed("clean", "power", "factor", 2032, factor),
        assumed("clean", "park", "output_growth", 2025, up / 3),
    ))  # fmt: skip
    scenarios, coal = {"as_is": first, "clean": second}, {"power": 0.1229}
    chains = {name: overlay_chain(scenarios, name) for name in scenarios}
    tree = simplest(("p", NAME), base, chains, coal)
    for name, chain in chains.items():
        points = project(paths_of(chain, base, coal), base, 2035)
        found = run(tree, name, ground_of(base))
        np.testing.assert_allclose([p.co2_t for p in points], found.total_t, rtol=1e-12)
        np.testing.assert_allclose([p.energy_tce for p in points], found.energy_tce.sum(axis=0),
                                   rtol=1e-12)  # fmt: skip


survivals = st.builds(Survival, st.floats(2.0, 20.0), st.one_of(st.none(), st.floats(0.8, 5.0)))


@given(
    st.lists(st.floats(0.0, 1e3), min_size=2, max_size=3).filter(lambda n: sum(n) > 1),
    survivals, st.lists(st.floats(0.2, 3.0), min_size=25, max_size=25),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_stock_conserves_its_devices(start, survival, need):
    count, years = len(start), len(need)
    wanted = np.array([1.0, *need[1:]]) * sum(start)
    share = np.full((count, years), 1 / count)
    found = turnover(start, [survival] * count, wanted, share, np.ones((count, years)), {})
    np.testing.assert_allclose(
        found.stock[:, 1:], found.stock[:, :-1] + found.sales[:, 1:] - found.retired[:, 1:],
        atol=1e-8 * sum(start),
    )  # fmt: skip
    assert (found.retired >= -1e-9 * sum(start)).all()
    assert (found.sales >= 0).all()
    missing = wanted - found.stock.sum(axis=0)
    assert (missing <= 1e-9 * wanted.max()).all(), "what is needed is there"


@given(st.lists(st.floats(0.0, 1e6), min_size=2, max_size=30), st.floats(0.0, 0.2))
@settings(max_examples=100, deadline=None)
def test_a_peak_is_left_and_never_passed_again(values, share):
    found = peaking(range(2022, 2022 + len(values)), values, share)
    assert found.co2_t == max(values)
    if found.verdict in ("peak", "passed"):
        after = values[found.last - 2022 + 1]
        assert after < found.co2_t * (1 - share)
    scaled = peaking(range(2022, 2022 + len(values)), [4 * v for v in values], share)
    assert replace(scaled, co2_t=found.co2_t) == found
