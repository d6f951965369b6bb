"""Problems from blocks against SciPy; warm questions; what contradicts."""

import numpy as np
import pytest
from scipy.optimize import linprog

from tanlu.plan.lp import Problem, open_session


def transport(seed: int = 3, many: int = 6) -> tuple[Problem, np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    cost, supply, need = (
        rng.uniform(1, 9, (many, many)),
        rng.uniform(9, 12, many),
        rng.uniform(1, 8, many),
    )
    problem = Problem()
    sent = problem.columns("sent", (many, many), cost=cost)
    problem.add(problem.rows("supply", (many,), high=supply).at[:, None], sent.at, 1)
    problem.add(problem.rows("need", (many,), low=need).at[None, :], sent.at, 1)
    return problem, cost, supply, need


def scipy_cost(cost, supply, need) -> float:
    many = len(supply)
    rows = np.kron(np.eye(many), np.ones(many))
    columns = np.kron(np.ones(many), np.eye(many))
    done = linprog(cost.ravel(), np.vstack([rows, -columns]), np.concatenate([supply, -need]))
    return done.fun


@pytest.mark.parametrize("choice", ["auto", "simplex", "ipx", "hipo"])
def test_every_algorithm_finds_scipys_optimum(choice):
    problem, *data = transport()
    found = open_session(problem, choice).solve()
    assert found.status == "optimal"
    assert found.objective == pytest.approx(scipy_cost(*data), rel=1e-7)
    assert found.gap == 0


def test_hipo_truly_runs():
    problem, *data = transport(many=40)
    session = open_session(problem, "hipo")
    session.solver.setOptionValue("presolve", "off")
    found = session.solve()
    assert found.algorithm == "hipo"
    assert found.objective == pytest.approx(scipy_cost(*data), rel=1e-7)


def test_warm_questions_answer_as_cold_ones():
    problem, cost, supply, need = transport()
    session = open_session(problem)
    session.solve()
    for share in (0.9, 0.7, 1.1):
        session.set_rows(problem.row_block("need").at, need * share, np.inf)
        assert session.solve().objective == pytest.approx(
            scipy_cost(cost, supply, need * share), rel=1e-9
        )
    session.set_cost(problem.block("sent").at, cost + 1)
    assert session.solve().objective == pytest.approx(
        scipy_cost(cost + 1, supply, need * 1.1), rel=1e-9
    )


def test_dual_is_the_change_of_cost_per_unit():
    problem, cost, supply, need = transport()
    session = open_session(problem)
    first = session.solve()
    duals = first.duals_of(problem.row_block("need"))
    more = need.copy()
    more[2] += 1e-4
    assert (scipy_cost(cost, supply, more) - first.objective) / 1e-4 == pytest.approx(
        duals[2], rel=1e-5
    )


def test_terms_of_one_place_add_up_and_zeros_vanish():
    problem = Problem(offset=7.0)
    x = problem.columns("x", (2,), high=5, cost=-1)
    problem.add_cost([x.at[0], x.at[0]], [-1, -1])
    limit = problem.rows("limit", (1,), high=6)
    problem.add(limit.at, x.at, [1, 1])
    problem.add(limit.at, x.at, [1, -1])
    matrix = problem.matrix()
    assert matrix.value.tolist() == [2]
    assert matrix.cost.tolist() == [-3, -1]
    assert open_session(problem).solve().objective == 7 - 9 - 5


def test_whole_numbers_carry_a_bound_and_no_duals():
    problem = Problem()
    x = problem.columns("x", (3,), high=[3, 3, 3], cost=[-5, -4, -3], integer=[True, True, False])
    problem.add(problem.rows("weight", (1,), high=7.5).at, x.at, [2, 3, 1])
    found = open_session(problem).solve()
    assert found.algorithm == "mip"
    assert found.duals is None
    assert found.of(x).tolist() == pytest.approx([2, 0, 3]) or found.objective <= -19
    with pytest.raises(ValueError, match="no duals"):
        found.duals_of(problem.row_block("weight"))


def test_conflict_names_the_rows_that_contradict():
    problem = Problem()
    x = problem.columns("x", (2,), high=10)
    rows = problem.rows("r", (3,), low=[5, -np.inf, 0], high=[np.inf, 3, 100])
    problem.add(rows.at[0], x.at[0], 1)
    problem.add(rows.at[1], x.at[0], 1)
    problem.add(rows.at[2], x.at, 1)
    session = open_session(problem)
    found = session.solve()
    assert found.status == "infeasible"
    assert set(session.conflict().rows) == {0, 1}
    with pytest.raises(ValueError, match="infeasible"):
        found.of(x)


def test_names_of_blocks_are_taken_once():
    problem = Problem()
    problem.columns("x", (1,))
    with pytest.raises(ValueError, match="already has a block 'x'"):
        problem.columns("x", (1,))
    assert [b.name for b in problem.column_blocks()] == ["x"]
    assert problem.row_blocks() == []


def test_a_limit_of_time_holds_for_each_solve_alone():
    problem, cost, *_ = transport(many=60)
    session = open_session(problem)
    used = session.solve().seconds
    session.limit(max(used, 0.5))  # less than what all the solves below take together
    rng = np.random.default_rng(1)
    while session.solver.getRunTime() < 2 * max(used, 0.5):
        session.set_cost(problem.block("sent").at, rng.permuted(cost))
        assert session.solve().status == "optimal"
