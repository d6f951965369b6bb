"""Methods as data: what one extends is filled in, and what is wrong is told."""

from dataclasses import replace
from datetime import date

import pytest

from tanlu.catalog.files import read_files
from tanlu.catalog.load import DATA, build, load_catalog
from tanlu.catalog.method import Applies, Clause, Span
from tanlu.catalog.methods import extended, method_of
from tanlu.catalog.resolve import Resolver
from tanlu.errors import CatalogError
from tanlu.model.factor import Request

LABEL = {"en": "x", "zh": "某"}
BASE = {
    "id": "base", "label": LABEL, "note": LABEL, "cite": "ipcc.2006.v2#chapter-2",
    "gases": ["co2"], "series": {"ncv": ["ipcc.2006"], "co2": ["ipcc.2006"]},
}  # fmt: skip


def child(**rest):
    return {"id": "child", "extends": "base", "label": LABEL, "note": LABEL,
            "cite": "ipcc.2006.v2#chapter-2", **rest}  # fmt: skip


def made(*raws):
    return method_of(extended([("x", raw) for raw in raws], raws[-1]["id"]))


def told(*raws):
    raw = read_files(DATA)
    methods = [*raw["methods"], *((f"methods/{r['id']}.yaml", r) for r in raws)]
    with pytest.raises(CatalogError) as caught:
        build({**raw, "methods": methods}, "")
    return "\n".join(fault.line("en") for fault in caught.value.faults)


def test_a_method_takes_over_what_it_does_not_say():
    found = made(BASE, child(gases=["co2", "ch4"], series={"ncv": ["cn.gbt2589.2008", "inherit"]}))
    assert found.gases == ("co2", "ch4")
    assert found.series["ncv"] == ("cn.gbt2589.2008", "ipcc.2006")
    assert found.series["co2"] == ("ipcc.2006",)
    assert found.extends == "base"


def test_applies_and_clauses_are_taken_over_entry_by_entry():
    base = {
        **BASE, "applies": {"place": "CN", "from": "2013-10-15"}, "succeeds": "x",
        "clauses": {"gases": {"cite": "ipcc.2006.v2#1", "status": "secondary"}},
    }  # fmt: skip
    clauses = {"exports": {"cite": "ipcc.2006.v2#2", "status": "secondary"}}
    found = made(base, child(applies={"sectors": ["C31"]}, clauses=clauses))
    assert found.applies.place == "CN"
    assert found.applies.from_on == date(2013, 10, 15)
    assert found.applies.sectors == ("C31",)
    assert set(found.clauses) == {"gases", "exports"}
    assert found.succeeds == ""  # never inherited


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (child(extends="child"), "extends itself: child → child"),
        (child(extends="nobody"), "extends nobody, which is not there"),
        (child(colour="red"), "colour is not known"),
        (child(applies={"who": ["park"]}), "applies.who is not known"),
        (child(exports="half"), "exports is one of gross, net, not half"),
        (child(applies={"from": "2020-01-01", "until": "2019-01-01"}), "before it starts"),
        (child(applies={"from": "soon"}), "soon"),
        (child(applies={"to": ["planet"]}), "it cannot apply to planet"),
        (child(applies={"place": "Mars"}), "place Mars is not known"),
        (child(gwp_sets=["AR99"]), "potentials AR99 are not known"),
        (child(succeeds="nobody"), "it succeeds nobody"),
        (child(series={"ncv": ["no.such"]}), "series no.such has no values"),
        (child(cite="no.such#1"), "document of no.such#1 is not registered"),
        (child(clauses={"gases": {"cite": "no.such#1", "status": "secondary"}}), "no.such#1"),
        (child(clauses={"gases": {"cite": "ipcc.2006.v2#1", "status": "sure"}}), "not sure"),
        (child(dated={"electricity.emission": [
            {"series": ["no.such"], "cite": "ipcc.2006.v2#1", "status": "secondary"}]}),
         "series no.such has no values"),
    ],
)  # fmt: skip
def test_faults_are_told(raw, reason):
    assert reason in told(BASE, raw)


def test_a_circle_of_methods_is_told():
    text = told({**BASE, "extends": "child"}, child())
    assert "extends itself: child → base → child" in text


def test_a_dated_order_takes_the_series_of_the_day_and_the_nations_value():
    catalog = load_catalog()
    clause = Clause("cn.ets.2022#x", "secondary")
    spans = (
        Span(("grid.ets",), clause, "CN", date(2021, 1, 1), date(2023, 1, 1)),
        Span(("grid.average",), clause, "region", date(2023, 1, 1)),
    )
    method = replace(catalog.method("cn.park"), dated={"electricity.emission": spans})
    resolver = Resolver(catalog, method)

    def found(day):
        request = Request("electricity", "emission", day, "CN-36")
        return resolver.find(request, "t CO2/MWh")

    assert found(date(2022, 6, 1)).value == pytest.approx(0.5703)
    assert found(date(2022, 6, 1)).found == "exact_year"
    assert found(date(2023, 6, 1)).factor.place == "CN-grid-central"


def test_the_region_of_a_place_without_one_is_the_nation():
    catalog = load_catalog()
    assert catalog.level("CN-36", "region") == "CN-grid-central"
    assert catalog.level("CN-15", "region") == "CN"
    assert catalog.level("CN-36", "") == "CN-36"


@pytest.mark.parametrize(
    ("year", "holds"), [(2012, False), (2013, True), (2020, True), (2021, False)]
)
def test_a_method_holds_in_a_year_of_which_some_day_is_its(year, holds):
    applies = Applies(from_on=date(2013, 10, 15), to_on=date(2021, 1, 1))
    assert applies.holds_in(year) is holds


def test_an_unknown_method_is_answered_with_near_names():
    with pytest.raises(CatalogError) as caught:
        load_catalog().method("cn.parc")
    assert "cn.park" in caught.value.text("en").splitlines()[1].split(",")[0]
