"""A boundary is a cut: whatever members supply to each other, the park is what crosses it.

Expected totals are sums of plain products, taken from the drawn records alone.
"""

import math
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tanlu.account.cut import LEVELS, cut
from tests.laws.parks import burned, flow, ledger_of, member, own

GRID = 0.581  # [t CO2/MWh], [wang2024] section 4.3
HEAT = 0.11  # [t CO2/GJ]
GAS = 389.31 / 1e4 * 0.0153 * 0.98 * 44 / 12  # [t CO2/Nm³], [wang2024] table 5
UNITS = {"electricity": "MWh", "heat": "GJ"}
AMOUNTS = st.integers(0, 999_999)
# 1 MWh in each unit of electricity: kilo, ten thousand, and 3.6 GJ to the MWh
PER_MWH = {"kWh": Decimal(1000), "万 kWh": Decimal("0.1"), "MWh": Decimal(1), "GJ": Decimal("3.6")}


class Town:
    """A tree of members with what they burn and what moves between them."""

    def __init__(self, parents, gas, moved, factors):
        self.parents, self.gas, self.moved, self.factors = parents, gas, moved, factors

    def inside(self, top):
        return {n for n in (*self.parents, "p") if top in self.above(n)}

    def above(self, name):
        return (name, *(self.above(self.parents[name]) if name != "p" else ()))

    def per_unit(self, start, carrier):
        plain = {"electricity": GRID, "heat": HEAT}[carrier]
        return self.factors.get((start, carrier), plain)

    def expected(self, top):
        inside = self.inside(top)
        direct = [n * GAS for name, n in self.gas.items() if name in inside]
        carried = [
            n * self.per_unit(start, carrier)
            for (start, end, carrier), n in self.moved.items()
            if end in inside and start not in inside
        ]
        return math.fsum(direct + carried)

    def tables(self):
        return {
            "members": [
                member(n, "" if top == "p" else top, "enterprise" if top == "p" else "facility")
                for n, top in self.parents.items()
            ],
            "activities": [
                burned("" if name == "p" else name, "natural_gas", n, "Nm3")
                for name, n in self.gas.items()
            ],
            "flows": [
                flow("park" if a == "p" else a, "park" if b == "p" else b, c, n, UNITS[c])
                for (a, b, c), n in self.moved.items()
            ],
            "factors": [
                own("heat", "emission", HEAT, "t CO2/GJ"),
                *(
                    own(carrier, "emission", value, f"t CO2/{UNITS[carrier]}", kind="supplier",
                        supplier_id="park" if start == "p" else start)
                    for (start, carrier), value in self.factors.items()
                ),
            ],
        }  # fmt: skip

    def ledger(self):
        return ledger_of(self.tables())


@st.composite
def towns(draw):
    parents = {}
    for index in range(draw(st.integers(1, 4))):
        parents[f"e{index}"] = "p"
    for index in range(draw(st.integers(0, 5))):
        parents[f"f{index}"] = draw(st.sampled_from(sorted(parents)))
    names = ["p", *parents]
    gas = draw(st.dictionaries(st.sampled_from(names), AMOUNTS, max_size=4))
    ends = st.tuples(
        st.sampled_from(["world", *names]),
        st.sampled_from(["world", *names]),
        st.sampled_from(["electricity", "heat"]),
    ).filter(lambda key: key[0] != key[1])
    moved = draw(st.dictionaries(ends, AMOUNTS, min_size=1, max_size=12))
    sellers = st.tuples(st.sampled_from(sorted(parents)), st.sampled_from(["electricity", "heat"]))
    values = st.integers(1, 3000).map(lambda n: n / 1000)
    return Town(parents, gas, moved, draw(st.dictionaries(sellers, values, max_size=4)))


def near(value):
    return pytest.approx(value, rel=1e-9, abs=1e-9)


@settings(max_examples=60)
@given(towns())
def test_members_less_elimination_is_the_whole_for_everyone_at_every_level(town):
    lines = town.ledger()
    for top in (*town.parents, "p"):
        for level in LEVELS:
            found = cut(lines, year=2022, boundary=level, member_id=top)
            assert found.members_t - found.elimination_t == near(town.expected(top))
            assert found.total_t == near(town.expected(top))
            assert found.members_t >= found.total_t - 1e-9


@settings(max_examples=40)
@given(towns())
def test_the_sum_of_enterprises_standing_alone_is_the_naive_sum(town):
    # and what stands directly under the park, outside any enterprise, is one more cell
    lines = town.ledger()
    found = cut(lines, year=2022, boundary="enterprise")
    alone = [town.expected(name) for name, top in town.parents.items() if top == "p"]
    rest = town.gas.get("p", 0) * GAS + math.fsum(
        n * town.per_unit(start, carrier)
        for (start, end, carrier), n in town.moved.items()
        if end == "p" and start != "p"
    )
    assert found.members_t == near(math.fsum(alone) + rest)


@settings(max_examples=40)
@given(towns(), st.data())
def test_supply_among_members_leaves_the_total_of_the_park(town, data):
    assume(len(town.parents) > 1)
    before = cut(town.ledger(), year=2022).total_t
    start, end = data.draw(st.permutations(sorted(town.parents)))[:2]
    carrier = data.draw(st.sampled_from(sorted(UNITS)))
    town.moved[start, end, carrier] = town.moved.get((start, end, carrier), 0) + data.draw(AMOUNTS)
    after = town.ledger()
    assert cut(after, year=2022).total_t == before
    for level in LEVELS:
        assert cut(after, year=2022, boundary=level).total_t == before


@settings(max_examples=40)
@given(towns(), st.randoms(use_true_random=False))
def test_the_order_of_records_is_irrelevant(town, chance):
    plain, mixed = town.tables(), town.tables()
    for rows in mixed.values():
        chance.shuffle(rows)
    first, second = ledger_of(plain), ledger_of(mixed)
    for level in LEVELS:
        a, b = (cut(lines, year=2022, boundary=level) for lines in (first, second))
        assert (a.members_t, a.elimination_t) == (near(b.members_t), near(b.elimination_t))


@settings(max_examples=40)
@given(st.integers(1, 10**7), st.booleans())
def test_the_unit_of_electricity_is_irrelevant(mwh, has_own_factor):
    factors = [own("electricity", "emission", 0.3, "t CO2/MWh")] if has_own_factor else []
    per_mwh = 0.3 if has_own_factor else GRID
    for unit, per in PER_MWH.items():
        moved = flow("world", "park", "electricity", per * mwh, unit)
        found = cut(ledger_of({"flows": [moved], "factors": factors}), year=2022)
        assert found.total_t == pytest.approx(mwh * per_mwh, rel=1e-12)


@settings(max_examples=40)
@given(towns(), st.integers(1, 364), st.integers(0, 999_999))
def test_splitting_a_record_in_two_periods_changes_nothing(town, day, part):
    middle = date(2022, 1, 1) + timedelta(days=day)
    halves = f"2022-01-01/{middle}", f"{middle}/2023-01-01"
    tables = town.tables()
    for name in ("activities", "flows"):
        tables[name] = [
            {**row, "record_id": f"{row['record_id']}-{index}", "period": period,
             "quantity": str(amount)}
            for row in tables[name]
            for index, (period, amount) in enumerate(
                zip(halves, halved(int(row["quantity"]), part), strict=True)
            )
        ]  # fmt: skip
    whole, split = town.ledger(), ledger_of(tables)
    for level in LEVELS:
        a, b = (cut(lines, year=2022, boundary=level) for lines in (whole, split))
        assert (a.members_t, a.elimination_t) == (near(b.members_t), near(b.elimination_t))


def halved(amount, part):
    first = min(amount, part)
    return first, amount - first


def test_two_enterprises_that_supply_each_other():
    # a heats b, b powers a; a buys 100 MWh outside, b burns 1000 Nm³
    town = Town(
        parents={"a": "p", "b": "p"},
        gas={"b": 1000},
        moved={
            ("world", "a", "electricity"): 100,
            ("a", "b", "heat"): 50,
            ("b", "a", "electricity"): 20,
        },
        factors={("a", "heat"): 0.2, ("b", "electricity"): 0.9},
    )
    found = cut(town.ledger(), year=2022, boundary="enterprise")
    park = 100 * 0.581 + 1000 * GAS
    assert found.elimination_t == near(50 * 0.2 + 20 * 0.9)
    assert found.members_t == near(park + 28)
    assert found.members_t > park
    assert found.total_t == near(park)


GRID_OF = {"a": 30, "b": 5, "c": 2}


def test_the_worked_example_of_netting():
    # methods-drivers-transfer 3.9: scope 1 (100, 20, 0), grid (30, 5, 2), heat a→b 40,
    # power a→c 10: naive 207, park 157, elimination 50. All factors are 1.
    tables = {
        "members": [member(name) for name in "abc"],
        "activities": [
            burned("a", "natural_gas", 100, "GJ"), burned("b", "natural_gas", 20, "GJ"),
        ],
        "flows": [
            *(flow("world", n, "electricity", q, "MWh") for n, q in GRID_OF.items()),
            flow("a", "b", "heat", 40, "GJ"), flow("a", "c", "electricity", 10, "MWh"),
        ],
        "factors": [
            own("natural_gas", "co2", 1, "t CO2/GJ"),
            own("electricity", "emission", 1, "t CO2/MWh"),
            own("heat", "emission", 1, "t CO2/GJ"),
        ],
    }  # fmt: skip
    found = cut(ledger_of(tables), year=2022, boundary="enterprise")
    assert (found.members_t, found.elimination_t, found.total_t) == (near(207), near(50), near(157))
    assert {n: cut(ledger_of(tables), year=2022, member_id=n).total_t for n in "abc"} == {
        "a": near(130), "b": near(65), "c": near(12),
    }  # fmt: skip


def test_what_is_sent_out_stands_apart():
    tables = {
        "members": [member("a")],
        "flows": [
            flow("world", "a", "electricity", 100, "MWh"),
            flow("a", "world", "electricity", 30, "MWh"),
        ],
    }
    found = cut(ledger_of(tables), year=2022)
    assert found.total_t == near(58.1)
    assert found.exported["co2_t"].to_list() == [near(17.43)]
