"""Options: a number has a document or says that it is assumed; faults name file and key."""

from copy import deepcopy
from datetime import date

import pytest

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import load_catalog
from tanlu.catalog.money import cny_steps, rates
from tanlu.catalog.option_overlay import overlaid
from tanlu.catalog.option_units import plan_unit, units_of
from tanlu.catalog.option_values import sheet
from tanlu.catalog.option_words import kinds, meanings
from tanlu.catalog.options import FOLDER, option, options, options_of
from tanlu.errors import CatalogError, InputError

DOCUMENTS = load_catalog().citations


def series():
    return [
        (each, quantity.name, one)
        for each in options().values()
        for quantity in each.every()
        for one in (quantity.taken, *quantity.others)
    ]


def test_every_number_has_a_registered_document_or_is_an_assumption():
    for each, name, one in series():
        for point in one.points:
            where = (each.option_id, name, point.on)
            if point.status in ("assumed", "convention"):
                assert point.citation_id is None, where
                assert point.status == "convention" or point.note, where
            else:
                assert point.citation_id in DOCUMENTS, where
                assert point.clause, where


def test_a_number_is_called_read_only_where_its_document_was_read():
    for each, name, one in series():
        for point in one.points:
            if point.status == "primary":
                assert DOCUMENTS[point.citation_id].read == "primary", (each.option_id, name)


def test_ids_are_those_of_the_files():
    assert [p.stem for p in sorted(FOLDER.glob("*.yaml"))] == list(options())


def test_units_are_known_and_money_has_year_and_place():
    for each, name, one in series():
        wanted = units_of(name, one, meanings().get(name), each.capacity_unit)
        assert plan_unit(one, wanted), (each.option_id, name, one.unit)
        if "EUR" in one.unit or "CNY" in one.unit or "USD" in one.unit:
            assert one.price_year, (each.option_id, name)
            assert one.place != "world", (each.option_id, name)


def test_dates_are_in_order_and_sane():
    for each, name, one in series():
        days = [point.on for point in one.points]
        assert days == sorted(set(days)), (each.option_id, name)
        assert all(date(1990, 1, 1) <= day < date(2100, 1, 1) for day in days)


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2027, 7, 1), date(2060, 1, 1)])
def test_every_option_has_a_value_on_any_day(on):
    for each in options().values():
        readings = sheet(each, on)
        assert set(kinds()[each.kind].needs) <= set(readings)
        for reading in readings.values():
            assert reading.value >= 0
            assert reading.lower is None or reading.lower <= reading.value <= reading.upper


def test_between_two_dates_the_line_is_straight_and_the_ends_are_held():
    pump = option("heat_pump_80c")
    first, middle, last = (
        sheet(pump, date(year, 1, 1))["out.heat_80c"] for year in (2020, 2025, 2060)
    )
    assert first.value == pytest.approx(3.83)
    share = (date(2025, 1, 1) - date(2020, 1, 1)) / (date(2030, 1, 1) - date(2020, 1, 1))
    assert middle.value == pytest.approx(3.83 + (3.9464 - 3.83) * share)
    assert (middle.how, last.how) == ("between", "after_last")
    assert last.value == pytest.approx(4.0671)


def test_money_is_converted_at_its_year_and_carried_by_prices():
    # by hand: 0.73 million EUR of 2019, 6.9081 CNY and 0.8933 EUR a dollar, then five years' prices
    got = sheet(option("heat_pump_80c"), date(2020, 1, 1), 2024)["investment"]
    grown = 1.0242 * 1.0098 * 1.0197 * 1.0023 * 1.0022
    assert got.value == pytest.approx(0.73e6 * 6.9081 / 0.8933 * grown)
    assert [step.unit for step in got.steps] == ["CNY/EUR", "1"]
    there, back = cny_steps("CNY", 2019, 2024)[0], cny_steps("CNY", 2024, 2019)[0]
    assert there.value * back.value == pytest.approx(1)


@pytest.mark.parametrize(("currency", "start", "end"), [("EUR", 1990, 2024), ("CNY", 2020, 2090)])
def test_no_rate_is_told(currency, start, end):
    with pytest.raises(InputError) as caught:
        cny_steps(currency, start, end)
    assert caught.value.faults[0].code in ("no_rate", "no_prices")


def test_years_without_prices_are_assumed_and_say_so():
    assert cny_steps("CNY", 2024, max(rates().assumed))[0].status == "assumed"


def raw(**changes):
    found = deepcopy(read_yaml(FOLDER / "heat_pump_80c.yaml"))
    for path, value in changes.items():
        *above, last = path.split("__")
        inner = found
        for key in above:
            inner = inner[key]
        inner[last] = value
    return found


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"kind": "magic"}, "kind", "magic is none of"),
        ({"direction": "up"}, "direction", "up is none of"),
        ({"systems": ["moon"]}, "systems", "moon is none of"),
        ({"colour": {"unit": "1", "value": 1, "assumption": True}}, "colour", "not a quantity"),
        ({"investment__unit": "EUR/MWh"}, "investment", "unit EUR/MWh is not one of CNY/MW"),
        ({"investment__unit": "gold/MW"}, "investment", "unit gold/MW"),
        ({"investment__cite": "no.such#1"}, "investment", "no.such is not registered"),
        ({"investment__cite": "dk.dea.el_dh"}, "investment", "no clause"),
        ({"investment__status": "sure"}, "investment", "status sure is not known"),
        ({"investment__price_year": None}, "investment", "price_year is missing"),
        ({"investment__place": None}, "investment", "place is missing"),
        ({"investment__values": {"1066-01-01": 1}}, "investment", "is not sane"),
        ({"investment__values": {"2020-01-01": "dear"}}, "investment", "could not convert"),
        ({"life__values": {"2020-01-01": 2000}}, "life", "is above 100"),
        ({"fixed_om__of": "wishes"}, "fixed_om", "share of wishes"),
        ({"out__heat_80c__basis": "coal"}, "out.heat_80c", "basis coal"),
        ({"in__electricity": 2.0}, "in.electricity", "can only be 1"),
        ({"in__moonshine": 1.0}, "moonshine", "not a carrier"),
        ({"ramp": {"unit": "1/h", "value": 1, "assumption": True}}, "ramp", "without a note"),
        ({"ramp": {"unit": "1/h", "value": 1, "status": "recalled"}}, "ramp", "neither a document"),
    ],
)  # fmt: skip
def test_a_fault_names_file_and_key(changes, key, reason):
    with pytest.raises(CatalogError) as caught:
        options_of([("pump.yaml", raw(**changes))], DOCUMENTS)
    told = [(f.place.file, f.place.column, f.what("en")) for f in caught.value.faults]
    assert any(
        file == "pump.yaml" and place == key and reason in text for file, place, text in told
    ), told


def test_all_faults_of_all_files_come_together():
    bad = raw(kind="magic")
    missing = {name: entry for name, entry in raw().items() if name not in ("id", "life")}
    files = [("a.yaml", bad), ("b.yaml", missing), ("c.yaml", raw()), ("d.yaml", raw())]
    with pytest.raises(CatalogError) as caught:
        options_of(files, DOCUMENTS)
    named = {fault.place.file for fault in caught.value.faults}
    assert named >= {"a.yaml", "b.yaml", "d.yaml"}


def test_an_unknown_option_names_close_ones():
    with pytest.raises(InputError, match="heat_pump_80c"):
        option("heat_pump_90c")


QUOTE = {
    "of": "heat_pump_80c",
    "cite": "offer#2",
    "investment": {"unit": "万元/MW", "price_year": 2025, "value": 190},
}


def test_a_quote_goes_over_the_catalogue_which_stays_beside_it():
    found = overlaid(options(), [("quote.yaml", QUOTE)], {*DOCUMENTS, "offer"})
    quantity = found["heat_pump_80c"].quantities["investment"]
    got = sheet(found["heat_pump_80c"], date(2030, 1, 1), 2025)["investment"]
    assert (got.value, got.status, got.cites) == (1.9e6, "own", ("offer#2",))
    assert quantity.others[0] == options()["heat_pump_80c"].quantities["investment"].taken
    assert sheet(options()["heat_pump_80c"], date(2030, 1, 1))["investment"].status == "primary"


def test_faults_of_quotes_are_the_users():
    quotes = [("a.yaml", QUOTE), ("b.yaml", {**QUOTE, "of": "nothing"}), ("c.yaml", 7)]
    with pytest.raises(InputError) as caught:
        overlaid(options(), quotes, DOCUMENTS)
    text = caught.value.text("en")
    assert "offer is not registered" in text
    assert "no option nothing" in text
    assert {f.place.file for f in caught.value.faults} == {"a.yaml", "b.yaml", "c.yaml"}
