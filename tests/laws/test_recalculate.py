"""What is computed again after a factor changed equals what is computed from nothing."""

from dataclasses import fields, replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.ledger import ledger
from tanlu.account.recalculate import recalculate, touched_carriers
from tanlu.catalog.load import load_catalog
from tests.laws.parks import book_of, burned, flow, member, own

FUELS = {"natural_gas": "Nm3", "diesel": "t", "anthracite": "t"}
QUANTITIES = {
    "ncv": "GJ/{}",
    "carbon": "t C/GJ",
    "oxidised": "1",
    "co2": "t CO2/GJ",
    "ch4": "t CH4/GJ",
}
WHERE = st.sampled_from(["", "a", "b"])
FROM = st.sampled_from(["2020-01-01", "2022-01-01", "2022-06-01"])
OWN = st.lists(
    st.tuples(
        st.sampled_from(sorted(FUELS)), st.sampled_from(sorted(QUANTITIES)), WHERE, FROM,
        st.integers(1, 999),
    ),
    max_size=4, unique_by=lambda drawn: drawn[:4],
)  # fmt: skip


def rows(drawn):
    return [
        {
            **own(fuel, quantity, value / 1000, QUANTITIES[quantity].format(FUELS[fuel])),
            "factor_id": f"f{n}", "member_id": where, "from_on": since, "kind": "measured",
        }
        for n, (fuel, quantity, where, since, value) in enumerate(drawn)
    ]  # fmt: skip


def park(drawn, **card):
    tables = {
        "members": [member("a"), member("b")],
        "activities": [
            burned(name, fuel, 1000 + 7 * n, "GJ" if n % 3 == 0 else unit, period)
            for name in ("a", "b")
            for n, (fuel, unit) in enumerate(FUELS.items())
            for period in ("2022-03", "2022-08")
        ],
        "flows": [flow("world", "a", "electricity", 100, "MWh"), flow("a", "b", "heat", 5, "GJ")],
        "factors": [own("heat", "emission", 0.1, "t CO2/GJ"), *rows(drawn)],
    }
    return book_of(tables, **{"method": "cn.park.ghg", **card})


def told(found):
    """Lines with what they took, in an order of their own."""
    told_of = [
        repr([(n, r.factor.factor_id, r.value, r.found) for n, r in c.factors.items()])
        + repr((c.formula, c.gas, c.gwp))
        for c in found.choices
    ]
    took = pl.Series("took", [told_of[c] for c in found.lines["choice"]], dtype=pl.String)
    return found.lines.drop("choice").with_columns(took).sort("line_id")


def assert_same(found, wanted):
    assert told(found).drop(pl.selectors.float()).equals(told(wanted).drop(pl.selectors.float()))
    for name in ("amount", "gas_t", "co2_t", "energy_tce", "market_t"):
        pairs = zip(told(found)[name], told(wanted)[name], strict=True)
        assert all(a == b or a == pytest.approx(b, rel=1e-12) for a, b in pairs)
    one, other = (side.market.lines.sort("line_id") for side in (found, wanted))
    assert one.equals(other)
    for field in fields(found):
        if field.name not in ("lines", "choices", "notes", "market", "preparation"):
            assert getattr(found, field.name) == getattr(wanted, field.name)
    assert {n.what("en") for n in found.notes} == {n.what("en") for n in wanted.notes}


@settings(max_examples=20, deadline=None)
@given(OWN, OWN)
def test_own_factors(before, after):
    catalog = load_catalog()
    old, new = park(before), park(after)
    found = recalculate(ledger(old, catalog), (old, catalog), (new, catalog))
    assert_same(found, ledger(new, catalog))


def test_power_is_laid_side_by_side_again():
    catalog = load_catalog()
    old = park([])
    new = park([("diesel", "ncv", "", "2020-01-01", 50)])
    found = recalculate(ledger(old, catalog), (old, catalog), (new, catalog))
    assert found.market.lines.height == 1
    assert_same(found, ledger(new, catalog))


def test_a_new_catalogue():
    catalog = load_catalog()
    changed = tuple(
        replace(f, value=f.value * 1.1)
        if f.subject == "diesel" and f.quantity == "ncv" else f for f in catalog.factors
    )  # fmt: skip
    other = replace(catalog, factors=changed, digest="other")
    book = park([])
    old = ledger(book, catalog)
    assert touched_carriers(old, (book, catalog), (book, other)) == ["diesel"]
    assert_same(recalculate(old, (book, catalog), (book, other)), ledger(book, other))


def test_heat_is_behind_whatever_is_given_in_heat():
    catalog = load_catalog()
    changed = tuple(
        replace(f, value=f.value * 2) if f.subject == "heat" else f for f in catalog.factors
    )
    other = replace(catalog, factors=changed)
    book = park([])
    found = recalculate(ledger(book, catalog), (book, catalog), (book, other))
    assert_same(found, ledger(book, other))


def test_another_method_is_computed_anew():
    catalog = load_catalog()
    old, new = park([]), park([], method="cn.park")
    found = recalculate(ledger(old, catalog), (old, catalog), (new, catalog))
    assert_same(found, ledger(new, catalog))
