"""The advisor answers as the methods themselves do."""

import pytest

from tanlu.explain.advice import Shape, advise


def answers(**facts):
    return {a.method: a.answer for a in advise(Shape(**facts))}


def test_an_identity_of_two_periods_carries_lmdi():
    found = answers(periods=2, categories=3, factors=4)
    assert (found["lmdi"], found["lmdi_2"], found["shapley"], found["ols"]) == (
        "yes", "yes", "yes", "no",
    )  # fmt: skip


def test_a_change_of_sign_leaves_shapley():
    found = answers(periods=2, categories=3, factors=4, turns=True)
    assert (found["lmdi"], found["lmdi_2"], found["shapley"]) == ("with_care", "no", "yes")


def test_the_seed_paper_s_three_years_carry_no_regression():
    found = answers(periods=3, verdict="under-determined", observations=3, dof=0)
    assert {found[name] for name in ("ols", "ridge", "granger", "panel", "frontier")} == {"no"}
    assert found["tapio"] == "yes"


@pytest.mark.parametrize(("dof", "answer"), [(14, "with_care"), (15, "yes")])
def test_degrees_of_freedom_decide(dof, answer):
    assert answers(verdict="identified", dof=dof, observations=40)["ols"] == answer


def test_every_answer_has_a_reason_in_both_languages():
    for advice in advise(
        Shape(periods=5, factors=2, verdict="identified", observations=40, dof=36)
    ):
        assert advice.reason.en
        assert advice.reason.zh
