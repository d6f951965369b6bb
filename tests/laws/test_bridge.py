"""The bridge between two inventories: parts sum, nothing comes from nothing, order is irrelevant.

Expected parts are worked out here from the drawn numbers, not by the code under test.
"""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.bridge import bridge
from tanlu.account.cut import cut
from tanlu.account.shapley import cause_effect
from tanlu.model.bridge import CAUSES
from tests.laws.parks import burned, flow, ledger_of, member, own

AMOUNTS = st.integers(0, 10**6)
VALUES = st.integers(1, 5000).map(lambda n: n / 1000)
FUELS = ("natural_gas", "diesel", "anthracite")
UNITS = {"natural_gas": "Nm3", "diesel": "t", "anthracite": "t"}
METHODS = ("wang2024", "cn.park", "cn.park.ghg", "ipcc.2006")
SETS = ("AR4", "AR5", "AR6")
NAMES = ("a", "b", "c")


@st.composite
def parks(draw):
    members = draw(st.sets(st.sampled_from(NAMES), min_size=1))
    inside = st.sampled_from(sorted(members))
    burnt = draw(
        st.dictionaries(st.tuples(inside, st.sampled_from(FUELS)), AMOUNTS, min_size=1, max_size=6)
    )
    bought = draw(st.dictionaries(inside, AMOUNTS, max_size=3))
    lent = draw(st.dictionaries(inside, AMOUNTS, max_size=2))
    values = draw(st.dictionaries(st.sampled_from(FUELS), VALUES, max_size=2))
    in_coal = draw(st.booleans())
    tables = {
        "members": [member(name) for name in sorted(members)],
        "activities": [
            burned(name, fuel, amount, "tce" if in_coal and fuel == "anthracite" else UNITS[fuel])
            for (name, fuel), amount in burnt.items()
        ],
        "flows": [
            *(flow("world", name, "electricity", amount, "MWh") for name, amount in bought.items()),
            *(flow(name, "park", "electricity", amount, "MWh") for name, amount in lent.items()),
        ],
        "factors": [own(fuel, "ncv", v, f"GJ/{UNITS[fuel]}") for fuel, v in values.items()],
    }
    card = {"method": draw(st.sampled_from(METHODS[1:])), "gwp_set": draw(st.sampled_from(SETS))}
    return cut(ledger_of(tables, **card), year=2022)


@settings(max_examples=30)
@given(parks(), parks())
def test_parts_sum_to_the_difference_and_mirror(old, new):
    there, back = bridge(old, new), bridge(new, old)
    size = max(old.total_t, new.total_t, 1.0)
    assert math.fsum(there.parts.values()) == pytest.approx(
        new.total_t - old.total_t, abs=1e-10 * size
    )
    for cause in CAUSES:
        assert there.parts[cause] == pytest.approx(-back.parts[cause], abs=1e-9 * size)
    by_carrier = there.by("carrier")
    for cause in CAUSES:
        found = math.fsum(row[cause] for row in by_carrier.values())
        assert found == pytest.approx(there.parts[cause], abs=1e-9 * size)


@settings(max_examples=12)
@given(parks())
def test_nothing_changed_is_nothing(park):
    found = bridge(park, park)
    assert found.is_empty
    assert found.parts == dict.fromkeys(CAUSES, 0.0)


@settings(max_examples=60)
@given(st.tuples(*[st.floats(0, 1e6) for _ in range(6)]))
def test_three_effects_sum_to_the_change_of_the_product(drawn):
    a0, a1, b0, b1, c0, c1 = drawn
    parts = (
        cause_effect(a1 - a0, b0, b1, c0, c1),
        cause_effect(b1 - b0, a0, a1, c0, c1),
        cause_effect(c1 - c0, a0, a1, b0, b1),
    )
    size = max(a0, a1) * max(b0, b1) * max(c0, c1)
    assert math.fsum(parts) == pytest.approx(a1 * b1 * c1 - a0 * b0 * c0, abs=1e-12 * size + 1e-12)


def one(amount, ncv=None, name="a", members=("a", "b"), **card):
    factors = [] if ncv is None else [own("natural_gas", "ncv", ncv, "GJ/Nm3")]
    tables = {
        "members": [member(each) for each in members],
        "activities": [burned(name, "natural_gas", amount, "Nm3")],
        "factors": factors,
    }
    return cut(ledger_of(tables, **{"method": "cn.park", **card}), year=2022)


def test_fuel_and_heat_value_changed_at_once():
    found = bridge(one(1000, 0.03), one(2000, 0.04))
    per = one(1, 1.0).total_t  # t CO2 per GJ, whatever the guide says
    assert found.parts["activity"] == pytest.approx(1000 * (0.03 + 0.04) / 2 * per)
    assert found.parts["factor"] == pytest.approx((0.04 - 0.03) * 1500 * per)
    assert found.parts["method"] == found.parts["boundary"] == 0.0
    (change,) = found.changes
    assert (change.quantity, change.old.value, change.new.value) == ("ncv", 0.03, 0.04)
    assert change.co2_t == pytest.approx(found.parts["factor"])
    assert change.old.citation_id == "wang2024"


def test_another_method_alone_is_a_matter_of_method():
    found = bridge(one(1000), one(1000, method="ipcc.2006"))
    assert found.difference_t != 0.0
    assert found.parts["method"] == pytest.approx(found.difference_t)
    assert found.parts["activity"] == found.parts["factor"] == 0.0
    assert {change.cause for change in found.changes} == {"method"}
    assert {"gas_added"} < set(found.items["kind"])


def test_own_value_and_other_method_at_once_are_told_apart():
    old, new = one(1000, 0.03), one(1000, 0.04, method="ipcc.2006")
    found = bridge(old, new)
    assert found.parts["activity"] == 0.0
    assert found.parts["factor"] > 0
    assert found.parts["factor"] + found.parts["method"] == pytest.approx(found.difference_t)


def test_warming_potentials_are_method():
    old = one(1000, method="cn.park.ghg", gwp_set="AR5")
    new = one(1000, method="cn.park.ghg", gwp_set="AR6")
    found = bridge(old, new)
    assert found.parts["method"] == pytest.approx(new.total_t - old.total_t)
    assert found.parts["factor"] == found.parts["activity"] == 0.0
    assert {(c.quantity, c.gas) for c in found.changes} == {("gwp", "ch4"), ("gwp", "n2o")}


def test_a_record_that_goes_is_activity_and_a_member_that_goes_is_boundary():
    full = {
        "members": [member("a"), member("b")],
        "activities": [burned("a", "diesel", 10, "t"), burned("b", "diesel", 30, "t")],
    }
    whole = cut(ledger_of(full), year=2022)
    no_record = cut(ledger_of({**full, "activities": full["activities"][:1]}), year=2022)
    no_member = cut(
        ledger_of({"members": full["members"][:1], "activities": full["activities"][:1]}), year=2022
    )
    gone = whole.total_t - no_record.total_t
    found = bridge(whole, no_record)
    assert (found.parts["activity"], found.items["kind"].to_list()) == (
        pytest.approx(-gone), ["removed"],
    )  # fmt: skip
    found = bridge(whole, no_member)
    assert (found.parts["boundary"], found.items["kind"].to_list()) == (
        pytest.approx(-gone), ["left"],
    )  # fmt: skip


def test_a_supplier_that_leaves_makes_its_supply_bought_energy():
    def park(supplier):
        members = [member("a"), *([member("b")] if supplier == "b" else [])]
        moved = {**flow(supplier, "a", "electricity", 100, "MWh"), "record_id": "power"}
        burnt = burned("a", "diesel", 1, "t")
        return cut(
            ledger_of({"members": members, "flows": [moved], "activities": [burnt]}), year=2022
        )

    found = bridge(park("b"), park("world"))
    assert found.parts["boundary"] == pytest.approx(58.1)
    assert found.items["kind"].to_list() == ["joined"]


def test_records_renamed_by_a_new_file_are_the_same_records():
    new = one(1500)
    renamed = {
        "members": [member("a"), member("b")],
        "activities": [{**burned("a", "natural_gas", 1000, "Nm3"), "record_id": "row-1"}],
    }
    found = bridge(cut(ledger_of(renamed, method="cn.park"), year=2022), new)
    assert found.items["kind"].to_list() == ["changed"]
    assert found.parts["activity"] == pytest.approx(found.difference_t)


def test_an_amount_in_another_unit_is_a_change_of_activity():
    tables = {"activities": [{**burned("", "natural_gas", 38.931, "GJ"), "record_id": "x"}]}
    other = {"activities": [{**burned("", "natural_gas", 2000, "Nm3"), "record_id": "x"}]}
    found = bridge(cut(ledger_of(tables), year=2022), cut(ledger_of(other), year=2022))
    assert found.parts["activity"] == pytest.approx(found.difference_t)


def blend(amount, share):
    part = {
        "record_id": "q", "member_id": "a", "carrier": "diesel", "period": "2022",
        "part": "component", "quantity": str(share), "unit": "%", "cite": "lab#1",
        "component": "fuel_oil",
    }  # fmt: skip
    tables = {
        "members": [member("a")],
        "citations": [{"citation_id": "lab", "title_en": "Laboratory", "title_zh": "检测"}],
        "activities": [burned("a", "diesel", amount, "t")],
        "parts": [part] if share else [],
    }
    return cut(ledger_of(tables, method="cn.park"), year=2022)


@pytest.mark.parametrize("shares", [(0, 0), (0, 30), (30, 30), (30, 0), (30, 60)])
def test_a_record_in_pieces_is_one_record(shares):
    old, new = blend(100, shares[0]), blend(150, shares[1])
    found = bridge(old, new)
    assert math.fsum(found.parts.values()) == pytest.approx(new.total_t - old.total_t)
    rates = old.total_t / 100, new.total_t / 150
    assert found.parts["activity"] == pytest.approx(50 * sum(rates) / 2)
    assert found.parts["factor"] == pytest.approx((rates[1] - rates[0]) * 125)
    assert bridge(old, old).is_empty
