"""Pieces of PyPSA's formulation, each by itself."""

import numpy as np
import pytest

from tanlu.errors import InputError
from tanlu.plan.pypsa.capacity import annuity
from tanlu.plan.pypsa.cycles import incidence, loops
from tanlu.plan.pypsa.delay import sources
from tanlu.plan.pypsa.network import Network, Series, Table, Time
from tanlu.plan.pypsa.solve import optimum


def hours(count):
    ones = np.ones(count)
    return Time(tuple(map(str, range(count))), ones, ones, ones)


def text(*words):
    return np.array(words, object)


def network(**tables):
    buses = Table("buses", ("b",), {}, {})
    given = {name: Table(name, *rest) for name, rest in tables.items()}
    return Network("n", hours(2), {"buses": buses, **given})


def load(mw):
    return (("l",), {"bus": text("b"), "p_set": np.array([mw])}, {})


def gas(**more):
    return (("gas",), {"bus": text("b"), "p_nom": np.array([10.0]), **more}, {})


def test_loops_are_as_many_as_branches_allow_and_close():
    ends = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 0), (0, 1), (4, 5)]
    found = loops(6, ends)
    assert len(found) == len(ends) - 6 + 2
    matrix = incidence(len(ends), found)
    at_bus = np.zeros((6, len(ends)))
    for branch, (one, other) in enumerate(ends):
        at_bus[one, branch] -= 1
        at_bus[other, branch] += 1
    assert not (at_bus @ matrix).any()
    assert np.linalg.matrix_rank(matrix) == len(found)


def test_a_delay_is_lost_or_comes_round():
    weights = np.array([1.0, 2.0, 1.0, 1.0])
    time = Time(tuple("abcd"), weights, weights, weights)
    at, counts = sources(time, 1, is_cyclic=False)
    assert at[counts].tolist() == [0, 1, 2]
    assert counts.tolist() == [False, True, True, True]
    assert sources(time, 1, is_cyclic=True)[0].tolist() == [3, 0, 1, 2]


def test_an_annuity_pays_the_investment_back():
    rate, life = 0.06, 20
    paid = annuity(np.array([rate]), np.array([life]))[0]
    assert sum(paid / (1 + rate) ** year for year in range(1, life + 1)) == pytest.approx(1.0)


def test_the_cheapest_serves():
    cost = np.array([3.0])
    found = optimum(network(loads=load(4.0), generators=gas(marginal_cost=cost)), {}, {})
    assert found.solution.status == "optimal"
    assert found.objective == pytest.approx(2 * 4 * 3)
    assert found.sizes["generators"] == {"gas": 10.0}


def test_too_small_is_infeasible_and_says_so():
    found = optimum(network(loads=load(40.0), generators=gas()), {}, {})
    assert (found.solution.status, found.objective, found.sizes) == ("infeasible", None, {})


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("marginal_cost_quadratic", 0.1, "pypsa_not_supported"),
        ("maintainable", True, "pypsa_not_supported"),
        ("p_nom_set", 5.0, "pypsa_set_not_sought"),
    ],
)
def test_what_is_not_supported_is_refused_by_name(column, value, code):
    with pytest.raises(InputError) as error:
        optimum(network(loads=load(4.0), generators=gas(**{column: np.array([value])})), {}, {})
    fault = error.value.faults[0]
    assert fault.code == code
    assert fault.place.column == column


def test_a_refused_series_is_seen_too():
    series = {"marginal_cost_quadratic": Series(np.array([0]), np.array([[0.0], [1.0]]))}
    table = (("gas",), {"bus": text("b")}, series)
    with pytest.raises(InputError, match=r"marginal_cost_quadratic of Generator .* \(gas\)"):
        optimum(network(loads=load(4.0), generators=table), {}, {})


def test_all_faults_come_together():
    limit = (("odd",), {"type": text("growth"), "sense": text("<")}, {})
    with pytest.raises(InputError) as error:
        optimum(network(loads=(("l",), {"bus": text("x")}, {}), global_constraints=limit), {}, {})
    assert [f.code for f in error.value.faults] == [
        "pypsa_unknown_bus",
        "pypsa_unknown_limit",
        "pypsa_unknown_sense",
    ]


def test_a_load_that_nothing_can_serve_is_named():
    with pytest.raises(InputError, match="Nothing is joined to bus b"):
        optimum(network(loads=load(1.0)), {}, {})


def test_a_column_of_a_newer_pypsa_is_refused():
    odd = Table("buses", ("b",), {}, {}, ("tariff",))
    with pytest.raises(InputError, match=r"written by PyPSA 9\.0\.0"):
        optimum(Network("n", hours(1), {"buses": odd}, "9.0.0"), {}, {})


def test_an_unknown_list_is_refused():
    buses = Table("buses", ("b",), {}, {})
    given = Network("n", hours(1), {"buses": buses}, strange_lists=("reactors", "shapes"))
    with pytest.raises(InputError) as error:
        optimum(given, {}, {})
    assert [f.params["list"] for f in error.value.faults] == ["reactors"]


def test_energy_is_never_made_in_a_store():
    store = (
        ("s",),
        {"bus": text("b"), "e_nom": np.array([9.0]), "e_initial": np.array([5.0]),
         "standing_loss": np.array([0.1])},
        {},
    )  # fmt: skip
    free = optimum(
        network(loads=load(2.0), generators=gas(marginal_cost=np.array([1.0])), stores=store),
        {},
        {},
    )
    # 5 MWh less 10 % each hour: 4.5 at hand, then (4.5 - 2) x 0.9 = 2.25, so nothing is bought
    assert free.objective == pytest.approx(0.0)
