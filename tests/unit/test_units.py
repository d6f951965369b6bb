import pytest

from tanlu.errors import InputError
from tanlu.units import base_unit, convert, find_unit, parse_unit, ratio

SAME = [
    ("万kWh", "10⁴ kWh"), ("万 kWh", "10^4 kWh"), ("万千瓦时", "万 kWh"), ("度", "kWh"),
    ("百万千瓦时", "GWh"), ("10^4 Nm3", "万 Nm³"), ("万标方", "10^4 Nm3"), ("亿元", "10^8 CNY"),
    ("万元", "10^4 元"), ("万吨标煤", "万 tce"), ("吨", "t"), ("公斤", "kg"), ("兆瓦时", "MWh"),
    ("t CO2/MWh", "kg CO2/kWh"), ("tCO₂/MWh", "t CO2/MWh"), ("GJ/万Nm³", "GJ/10^4 Nm3"),
    ("kgce", "10^3 gce"), ("KWH", "kWh"), ("mwh", "MWh"), ("KG", "kg"), ("％", "%"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_one_unit(one, other):
    assert find_unit(one) == find_unit(other)
    assert find_unit(one)


@pytest.mark.parametrize("text", ["", "   ", "furlong", "kWh/", "/h", "m2m", "t t", "kWh//h"])
def test_what_nobody_could_know_is_refused(text):
    assert find_unit(text) is None
    with pytest.raises(InputError) as raised:
        parse_unit(text)
    assert raised.value.faults[0].code == "unknown_unit"


@pytest.mark.parametrize("text", ["MT", "mt", "mg", "mg CO2/kWh", "GT"])
def test_a_tonne_is_not_mistaken_for_a_million(text):
    assert find_unit(text) is None
    assert find_unit("Mt").factor == 10**6


def test_kinds_do_not_mix():
    pairs = (("tce", "GJ"), ("m3", "Nm3"), ("t CO2", "t"), ("kW", "kWh"), ("t C", "t CO2"))
    for one, other in pairs:
        with pytest.raises(InputError):
            ratio(one, other)
        with pytest.raises(InputError):
            convert(1.0, one, other)


def test_mega_is_not_milli():
    assert find_unit("MWh").factor == 1000 * find_unit("kWh").factor
    assert find_unit("mwh") == find_unit("MWh")


@pytest.mark.parametrize(
    ("value", "one", "other", "wanted"),
    [
        (389.31, "GJ/10^4 Nm3", "GJ/Nm3", 0.038931),
        (1.0, "亿 kWh", "MWh", 1e5),
        (0.581, "t CO2/MWh", "kg CO2/kWh", 0.581),
        (98.0, "%", "1", 0.98),
        (7000.0, "kcal/kg", "GJ/t", 29.3076),
        (3.6, "GJ", "MWh", 1.0),
    ],
)
def test_conversions_known_by_heart(value, one, other, wanted):
    assert convert(value, one, other) == pytest.approx(wanted, rel=1e-15)


def test_base_units():
    texts = ["亿元", "万 tce", "%", "人", "kWh", "m2", "km", "h", "kW", "年", "Nm3", "L", "kg"]
    bases = [base_unit(find_unit(text)) for text in texts]
    assert bases == ["CNY", "tce", "1", "piece", "GJ", "m2", "km", "h", "MW", "a", "Nm3", "m3", "t"]
