"""Two methods side by side: parts sum, nothing to oneself, opposite when exchanged."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.shares import shares
from tanlu.catalog.load import load_catalog
from tanlu.workflow.methods import compare_methods
from tests.laws.parks import book_of, burned, flow, member

METHODS = sorted(
    code
    for code in load_catalog().methods
    if code.startswith(("cn.park", "cn.guide", "cn.zero", "cn.provincial", "ipcc", "ghgp"))
)
FUELS = {"natural_gas": "Nm3", "diesel": "t", "bituminous_coal": "t", "gasoline": "t"}
AMOUNTS = st.integers(1, 999_999)


@st.composite
def parks(draw):
    fuels = draw(st.dictionaries(st.sampled_from(sorted(FUELS)), AMOUNTS, min_size=1))
    units = {f: draw(st.sampled_from([FUELS[f], "tce", "GJ"])) for f in fuels}
    moved = draw(
        st.dictionaries(
            st.sampled_from([("world", "a"), ("a", "b"), ("b", "world"), ("world", "park")]),
            AMOUNTS, max_size=4,
        )
    )  # fmt: skip
    return {
        "members": [member("a"), member("b")],
        "activities": [burned("a", fuel, n, units[fuel]) for fuel, n in fuels.items()],
        "flows": [flow(s, e, "electricity", n, "MWh") for (s, e), n in moved.items()],
    }


def compared(tables, first, second):
    book = book_of(tables, method="cn.park")
    return compare_methods(book, load_catalog(), (first, second), 2022).result


pairs = st.tuples(st.sampled_from(METHODS), st.sampled_from(METHODS))


@settings(max_examples=40, deadline=None)
@given(parks(), pairs)
def test_parts_sum_to_the_difference_in_all_and_in_each_stream(tables, methods):
    found = compared(tables, *methods)
    size = max(found.first_t, found.second_t, 1.0)
    assert math.fsum(p.amount_t for p in found.parts) == pytest.approx(
        found.difference_t, abs=1e-9 * size
    )
    assert math.fsum(found.by_cause.values()) == pytest.approx(found.difference_t, abs=1e-9 * size)
    for pair in found.pairs:
        assert math.fsum(p.amount_t for p in pair.parts) == pytest.approx(
            pair.difference_t, abs=1e-9 * size
        )


@settings(max_examples=20, deadline=None)
@given(parks(), st.sampled_from(METHODS))
def test_a_method_beside_itself_has_no_parts(tables, method):
    found = compared(tables, method, method)
    assert found.difference_t == 0
    assert found.parts == ()


@settings(max_examples=30, deadline=None)
@given(parks(), pairs)
def test_exchanged_sides_turn_the_sign_of_every_part(tables, methods):
    first, second = methods
    there, back = compared(tables, first, second), compared(tables, second, first)
    size = max(there.first_t, there.second_t, 1.0)
    assert there.difference_t == pytest.approx(-back.difference_t, abs=1e-9 * size)
    told = {(p.cause, p.stream, p.carrier, p.gas, p.quantity): p.amount_t for p in there.parts}
    turned = {(p.cause, p.stream, p.carrier, p.gas, p.quantity): p.amount_t for p in back.parts}
    assert told.keys() == turned.keys()
    for key, amount in told.items():
        assert amount == pytest.approx(-turned[key], abs=1e-9 * size), key


@given(
    st.lists(st.floats(0.1, 10), min_size=1, max_size=5),
    st.lists(st.floats(0.1, 10), min_size=5, max_size=5),
)
def test_shares_sum_to_the_whole_change(old, new):
    names = [f"x{n}" for n in range(len(old))]

    def value(done):
        return math.prod(new[n] if name in done else old[n] for n, name in enumerate(names))

    found = shares(names, value)
    whole = value(frozenset(names)) - value(frozenset())
    assert math.fsum(found.values()) == pytest.approx(
        whole, rel=1e-9, abs=1e-9 * math.prod([10.0] * len(old))
    )


def test_a_change_that_changes_nothing_has_no_share():
    found = shares(["a", "idle"], lambda done: 5.0 if "a" in done else 2.0)
    assert found == {"a": 3.0, "idle": 0.0}
