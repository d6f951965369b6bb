"""The table of `tanlu trace exchange`."""

import pytest

from tanlu.connect.plain import sheet_of
from tanlu.errors import InputError
from tanlu.trace.read_trade import read_trade

HEAD = "enterprise,a,b,deliveries,co2_t\n"


def read(text):
    return read_trade(sheet_of(text.encode(), "trade.csv"))


def test_all_faults_together():
    with pytest.raises(InputError) as raised:
        read(HEAD + "a,0,x,5,-1\nb,1,0,,2\n")
    assert [(f.code, f.place.row, f.place.column) for f in raised.value.faults] == [
        ("text_in_number", 2, "b"),
        ("missing_value", 3, "deliveries"),
        ("negative", 2, "co2_t"),
    ]


def test_columns_must_be_the_rows():
    with pytest.raises(InputError) as raised:
        read("enterprise,a,deliveries,co2_t\na,0,5,1\nb,0,5,1\n")
    assert [(f.code, f.place.column) for f in raised.value.faults] == [("missing_column", "b")]


def test_a_name_stands_once():
    with pytest.raises(InputError, match="a"):
        read("enterprise,a,deliveries,co2_t\na,0,5,1\na,0,5,1\n")


def test_a_sale_below_zero_is_one_the_other_way():
    trade, warnings = read(HEAD + "a,0,-3,5,1\nb,1,0,9,2\n")
    assert trade.sales.tolist() == [[0.0, 0.0], [4.0, 0.0]]
    assert [w.code for w in warnings] == ["exchange_turned"]


def test_who_adds_no_value_is_told():
    trade, warnings = read(HEAD + "a,0,1,5,1\nb,20,0,9,2\n")
    assert [(w.code, w.params["name"]) for w in warnings] == [("exchange_no_value", "a")]
    assert trade.added.tolist() == [6 - 20, 29 - 1]


def test_an_empty_sale_is_none():
    assert read(HEAD + "a,,1,5,1\nb,,,9,2\n")[0].sales.tolist() == [[0.0, 1.0], [0.0, 0.0]]


def test_a_row_without_a_name_is_told():
    with pytest.raises(InputError) as raised:
        read("enterprise,a,deliveries,co2_t\na,0,5,1\n,0,5,1\n")
    assert [(f.code, f.place.row, f.place.column) for f in raised.value.faults] == [
        ("missing_value", 3, "enterprise")
    ]
