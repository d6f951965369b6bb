"""Stock turnover beside a count by hand, and beside a plain loop over vintages."""

import math

import numpy as np
import pytest

from tanlu.plan.tree.branch import Survival
from tanlu.plan.tree.stock import surviving, turnover


def test_devices_of_a_fixed_life_are_replaced_evenly():
    # 30 devices, 3 years of life, bought evenly: 10 of each age; every year 10 go and 10 come
    found = turnover(
        [30.0], [Survival(3.0)], np.full(5, 30.0), np.ones((1, 5)), np.ones((1, 5)), {}
    )
    assert found.sales[0].tolist() == [0, 10, 10, 10, 10]
    assert found.retired[0].tolist() == [0, 10, 10, 10, 10]
    assert found.stock[0].tolist() == [30.0] * 5


def test_a_new_kind_takes_over_as_the_old_one_dies():
    # all that is bought is of the second kind: after a life none of the first is left
    share = np.array([[0.0] * 5, [1.0] * 5])
    found = turnover([30.0, 0.0], [Survival(3.0)] * 2, np.full(5, 30.0), share, np.ones((2, 5)), {})
    assert found.stock[0].tolist() == [30, 20, 10, 0, 0]
    assert found.stock[1].tolist() == [0, 10, 20, 30, 30]


def test_each_vintage_keeps_the_efficiency_it_was_sold_with():
    # 20 old devices at 1, 10 new ones at 2: energy 20 + 5 for 30 units of service
    efficiency = np.array([[1.0, 2.0]])
    found = turnover([30.0], [Survival(3.0)], np.full(2, 30.0), np.ones((1, 2)), efficiency, {})
    assert found.efficiency[0].tolist() == pytest.approx([1.0, 30 / 25])


def test_more_than_is_needed_is_not_scrapped():
    need = np.array([30.0, 10.0, 10.0])
    found = turnover([30.0], [Survival(3.0)], need, np.ones((1, 3)), np.ones((1, 3)), {})
    assert found.stock[0].tolist() == [30, 20, 10]
    assert found.sales[0].tolist() == [0, 0, 0]


def test_a_known_age_profile_is_taken():
    found = turnover([8.0], [Survival(2.0)], np.full(3, 8.0), np.ones((1, 3)), np.ones((1, 3)),
                     {0: np.array([0.25, 0.75])})  # fmt: skip
    assert found.retired[0].tolist() == [0, 6, 2]


def weibull(age, life=9.0, shape=2.5):
    return math.exp(-((age * math.gamma(1 + 1 / shape) / life) ** shape))


def test_weibull_against_a_loop_over_vintages():
    """An independent recomputation: vintages as a list, survival from the closed form."""
    years, need = 20, [100 * 1.03**t for t in range(20)]
    oldest = 36  # four lives, as the module keeps
    profile = [weibull(a) for a in range(oldest + 1)]
    born = {-a: 100 * s / sum(profile) / s for a, s in enumerate(profile)}  # devices once sold
    stock, sales = [100.0], [0.0]
    for t in range(1, years):
        alive = sum(n * weibull(t - v) for v, n in born.items())
        born[t] = need[t] - alive
        sales.append(born[t])
        stock.append(alive + born[t])
    found = turnover([100.0], [Survival(9.0, 2.5)], np.array(need), np.ones((1, years)),
                     np.ones((1, years)), {})  # fmt: skip
    assert found.stock[0] == pytest.approx(stock, rel=1e-6)
    assert found.sales[0] == pytest.approx(sales, rel=1e-5)


def test_mean_life_is_the_area_under_the_curve():
    survival = Survival(9.0, 2.5)
    step = 0.001
    area = sum(surviving(survival, i * step) for i in range(40_000)) * step
    assert area == pytest.approx(9.0, rel=1e-3)
