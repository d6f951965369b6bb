"""A year beside the year before: parts sum; what looks wrong is told, nothing from too little."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.cut import cut
from tanlu.account.oddity import oddities
from tanlu.account.yearly import compare_years
from tanlu.catalog.comparison import checks
from tanlu.model.bridge import CAUSES
from tests.laws.parks import burned, flow, ledger_of, member, own

FUELS = {"natural_gas": "Nm3", "diesel": "t"}
STREAMS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.sampled_from(sorted(FUELS)), st.sampled_from([2021, 2022])),
    st.integers(1, 10**6), max_size=8,
)  # fmt: skip


def park(drawn, extra=(), factors=(), **card):
    tables = {
        "members": [member("a"), member("b")],
        "activities": [
            *(burned(n, fuel, q, FUELS[fuel], str(year)) for (n, fuel, year), q in drawn.items()),
            *(burned("", "diesel", 7, "t", str(year)) for year in (2021, 2022)),
            *extra,
        ],
        "factors": list(factors),
    }
    return ledger_of(tables, **{"method": "cn.park.ghg", **card})


def years(lines):
    return cut(lines, year=2021), cut(lines, year=2022)


@settings(max_examples=25, deadline=None)
@given(STREAMS, st.integers(10, 99))
def test_parts_sum_and_mirror(drawn, ncv):
    later = {"from_on": "2022-01-01"}
    lines = park(drawn, factors=[own("natural_gas", "ncv", ncv / 1000, "GJ/Nm3", **later)])
    old, new = years(lines)
    there, back = compare_years(old, new), compare_years(new, old)
    size = max(old.total_t, new.total_t, 1.0)
    assert math.fsum(there.parts.values()) == pytest.approx(
        new.total_t - old.total_t, abs=1e-10 * size
    )
    for cause in CAUSES:
        assert there.parts[cause] == pytest.approx(-back.parts[cause], abs=1e-9 * size)
    assert there.parts["method"] == 0.0


def test_a_stream_that_goes_and_a_member_that_goes():
    lines = park({("a", "diesel", 2021): 5, ("a", "natural_gas", 2021): 5,
                  ("a", "diesel", 2022): 5, ("b", "diesel", 2021): 9})  # fmt: skip
    found = compare_years(*years(lines))
    kinds = {(r["to_id"], r["carrier"], r["kind"]) for r in found.items.iter_rows(named=True)}
    assert {("a", "natural_gas", "vanished"), ("b", "diesel", "left")} <= kinds
    per = found.items.filter(carrier="diesel", to_id="a", gas="co2")["old_t"][0] / 5
    left = found.items.filter(to_id="b")["boundary"].sum()
    assert left == pytest.approx(found.parts["boundary"])
    assert found.items.filter(to_id="b", gas="co2")["boundary"].sum() == pytest.approx(-9 * per)


def test_the_grid_s_factor_is_told_from_the_power_bought():
    tables = {"flows": [flow("world", "park", "electricity", 100, "MWh", "2021"),
                        flow("world", "park", "electricity", 120, "MWh", "2022")],
              "factors": [own("electricity", "emission", 0.6, "t CO2/MWh", from_on="2021-01-01"),
                          own("electricity", "emission", 0.5, "t CO2/MWh", from_on="2022-01-01",
                              factor_id="later")]}  # fmt: skip
    found = compare_years(*years(ledger_of(tables)))
    assert found.parts["activity"] == pytest.approx(20 * 0.55)
    assert found.parts["factor"] == pytest.approx(-0.1 * 110)
    (change,) = found.changes
    assert (change.old.value, change.new.value) == (0.6, 0.5)
    assert change.co2_t == pytest.approx(-11)


def months(amounts, year=2022, name="a", fuel="diesel"):
    return [
        burned(name, fuel, amount, FUELS[fuel], f"{year}-{month:02d}")
        for month, amount in enumerate(amounts, start=1)
    ]


STEADY = [100, 104, 97, 99, 101, 96, 103, 98, 102, 95, 105, 100.5]


def looked(*extra):
    lines = park({}, extra=[row for rows in extra for row in rows])
    old, new = years(lines)
    found = oddities(old, new, compare_years(old, new), checks())
    return [(each.check, each.record_ids) for each in found if each.check != "factor_document"]


def test_a_steady_stream_gives_no_finding():
    assert looked(months(STEADY, 2021), months(STEADY[::-1])) == []


@pytest.mark.parametrize(("factor", "said"), [(1000, "1000"), (0.001, "1/1000"), (3.6, "3.6")])
def test_a_unit_slip_is_told_with_its_step(factor, said):
    amounts = [*STEADY[:5], STEADY[5] * factor, *STEADY[6:]]
    lines = park({}, extra=[*months(STEADY, 2021), *months(amounts)])
    old, new = years(lines)
    found = oddities(old, new, compare_years(old, new), checks())
    slips = [each for each in found if each.check == "unit_slip"]
    assert [each.record_ids for each in slips] == [("a-diesel-2022-06",)]
    assert slips[0].fault.params["times"] == said
    assert f"about {said} times" in slips[0].fault.what("en")


def test_out_of_range_zero_and_repetition():
    assert ("out_of_range", ("a-diesel-2022-03",)) in looked(
        months(STEADY, 2021), months([*STEADY[:2], 230, *STEADY[3:]])
    )
    assert ("zero", ("a-diesel-2022-02",)) in looked(
        months(STEADY, 2021), months([100, 0, *STEADY[2:]])
    )
    run = ("a-diesel-2022-04", "a-diesel-2022-05", "a-diesel-2022-06")
    assert ("repeated", run) in looked(
        months(STEADY, 2021), months([*STEADY[:3], 77, 77, 77, *STEADY[6:]])
    )


def test_too_few_records_say_nothing():
    assert looked(months([100], 2021), months([100, 100_000])) == [("year_ratio", ())]


def test_every_check_has_a_reason_and_known_wording():
    from tanlu.errors import wording

    for check in checks().values():
        assert check.why.en
        assert check.why.zh
        assert f"look_{check.check_id}" in wording()
