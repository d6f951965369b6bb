"""Amounts as people write them, and what must not be guessed."""

import re

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.errors import TanluError
from tanlu.workflow.place_names import find_place
from tanlu.workflow.quick import Question, answer
from tanlu.workflow.quick_item import read_item


def known(word):
    return load_catalog().find_carrier(word) is not None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("原煤=1,200t", 1200),
        ("原煤=1 200 t", 1200),
        ("原煤＝１，２００ｔ", 1200),
        ("原煤=1.2e3吨", 1200),
        ("原煤 1200 吨", 1200),
        ("原煤1200吨", 1200),
        ("1.2 kt raw coal", 1200),
        ("1200 t of raw coal", 1200),
        ("原煤=0.12 万吨", 1200),
        ("天然气=10^4 Nm3", 1e4),
        ("天然气=10⁴ Nm³", 1e4),
        ("天然气=2.5×10⁴ Nm³", 2.5e4),
        ("天然气=100万方", 1e6),
        ("电力=12 万度电", 120),
        ("电力=3.5 GWh", 3500),
        ("电力：3500 兆瓦时", 3500),
    ],
)
def test_one_meaning(text, amount):
    found = answer(Question([text]), load_catalog())["lines"][0]
    assert found["activity"] == pytest.approx(amount)


@pytest.mark.parametrize(
    "text",
    [
        "电力=", "电力=1", "=1 t", "电力==1 kWh", "电力=abc kWh", "电力=1/2 kWh", "电力=10~20 kWh",
        "电力=100+50 kWh", "电力=1 kWh=2", "电力=1e-400 kWh", "电力=5^2 kWh", "12 t 3 diesel",
        "diesel", "10 furlongs diesel", "unknown 10 t",
    ],
)  # fmt: skip
def test_no_meaning(text):
    assert read_item(text, known) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("原煤=1200,5 t", "decimal_comma"),
        ("原煤=-1 t", "negative"),
        ("原煤=−1 t", "negative"),
        ("原煤=1.2.3 t", "text_in_number"),
        ("原煤=1e400 t", "not_finite"),
        ("天然气=1 mmBtu", "heat_not_stated"),
        ("天然气=10 therms", "heat_not_stated"),
        ("柴油=1000 L", "unit_not_for_carrier"),
        ("柴油=10 gal", "unit_not_for_carrier"),
    ],
)
def test_told_by_its_name(text, code):
    with pytest.raises(TanluError) as caught:
        answer(Question([text]), load_catalog())
    assert {fault.code for fault in caught.value.faults} == {code}


def test_a_year_without_a_value_names_the_nearest():
    with pytest.raises(TanluError) as caught:
        answer(Question(["电力=1 MWh"], "江西", 1990), load_catalog())
    (fault,) = caught.value.faults
    assert fault.code == "no_factor_near"
    # its own region's value, not that of another province
    assert "CN-grid-central, 2010-01-01" in fault.fix("en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("赣州", "CN-36"), ("赣州市", "CN-36"), ("深圳", "CN-44"), ("恩施", "CN-42"),
        ("延边朝鲜族自治州", "CN-22"), ("吉林", "CN-22"), ("内蒙古自治区", "CN-15"),
        ("重庆市", "CN-50"), ("新疆维吾尔自治区", "CN-65"), ("Inner Mongolia", "CN-15"),
        ("Guangdong Province", "CN-44"),
        ("USA", "US"), ("UK", "GB"), ("RFCE", "US-RFCE"), ("Victoria", "AU-VIC"), ("全国", "CN"),
    ],
)  # fmt: skip
def test_places_by_any_name(text, code):
    assert find_place(load_catalog(), text) == code


def test_every_city_has_a_place():
    catalog = load_catalog()
    assert len(catalog.cities) > 300
    assert set(catalog.cities.values()) <= set(catalog.places)


def test_a_fuel_without_a_value_names_those_that_have_one():
    with pytest.raises(TanluError) as caught:
        answer(Question(["coal=1 t"], year=2023, method="uk.desnz"), load_catalog())
    (fault,) = caught.value.faults
    assert fault.code == "no_factor_subject"
    assert {"coal_industrial", "coal_domestic", "coking_coal"} <= set(
        re.findall(r"\w+_coal|coal_\w+", fault.fix("en"))
    )
