"""Whether a method fits: its years, its potentials, what it leaves out."""

import pytest

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.method_warnings import held_instead, method_warnings
from tanlu.catalog.load import load_catalog
from tanlu.errors import InputError
from tanlu.workflow.methods import own_methods
from tests.laws.parks import book_of, burned, flow, member

CATALOG = load_catalog()


def warned(method, tables=None, years=(2022,), **card):
    book = book_of(tables or {}, method=method, **card)
    return [(f.code, f.params) for f in method_warnings(book, CATALOG, years)]


def test_a_method_that_fits_warns_of_nothing():
    tables = {"activities": [burned("", "diesel", 1, "t")]}
    assert warned("cn.park", tables) == []


def test_a_method_that_did_not_hold_names_the_one_that_did():
    [(code, told)] = warned("cn.gbt32150.2025")
    assert code == "method_not_valid"
    assert told["others"] == "cn.gbt32150.2015"


@pytest.mark.parametrize(
    ("method", "year", "instead"),
    [
        ("cn.gbt32150.2015", 2027, "cn.gbt32150.2025"),
        ("cn.ets.power.2023", 2022, "cn.ets.power.2022"),
        ("cn.ets.power.2022", 2024, "cn.ets.power.2023"),
        ("cn.provincial.2025", 2022, "cn.provincial.2011"),
        ("cn.ets.cement.2024", 2020, "cn.guide.cement.2013"),
    ],
)
def test_the_line_of_a_method_is_followed_both_ways(method, year, instead):
    assert instead in held_instead(CATALOG.method(method), CATALOG, year, "CN-36")


def test_what_the_method_leaves_out_is_told_and_makes_no_line():
    tables = {"flows": [flow("world", "park", "heat", 10, "GJ")]}
    [(code, told)] = warned("cn.ets.power.2022", tables)
    assert code == "method_leaves_out"
    assert told["stream"] == "purchased.heat"
    assert told["count"] == 1


def test_potentials_that_a_method_does_not_take_are_told():
    assert warned("cn.ets.aluminium.2024", years=(2025,), gwp_set="AR4")[0][0] == "method_gwp_set"
    assert warned("cn.ets.aluminium.2024", years=(2025,), gwp_set="AR5") == []


def test_a_member_by_its_own_method_stands_beside_the_park():
    tables = {
        "members": [{**member("a"), "method": "cn.zero_carbon_park.2025"}, member("b")],
        "flows": [flow("world", "a", "electricity", 1000, "MWh")],
    }
    book = book_of(tables, method="cn.park")
    [own] = own_methods(book, CATALOG, 2022)
    assert own.member_id == "a"
    assert own.compared.result.first_t == pytest.approx(575.2)
    assert own.compared.result.second_t == pytest.approx(832.5)
    # the park's own inventory is by the park's method alone
    assert cut(ledger(book, CATALOG), year=2022).total_t == pytest.approx(575.2)


def test_a_member_without_records_in_the_year_has_no_figure():
    tables = {"members": [{**member("a"), "method": "cn.guide"}]}
    assert own_methods(book_of(tables), CATALOG, 2022) == []


def test_an_unknown_own_method_is_told_with_its_row():
    with pytest.raises(InputError) as caught:
        book_of({"members": [{**member("a"), "method": "cn.guide.steal"}]})
    [fault] = caught.value.faults
    assert (fault.code, fault.place.row, fault.place.column) == ("unknown_method", 2, "method")
    assert str(fault.params["known"]).startswith("cn.guide.steel.2013")
