"""Policies: every one has a registered document; targets have a known indicator, unit and year."""

from copy import deepcopy

import pytest

from tanlu.catalog.files import read_yaml
from tanlu.catalog.indicator_sets import indicator_sets
from tanlu.catalog.load import load_catalog
from tanlu.catalog.policies import (
    FOLDER,
    policies,
    policies_of,
    policy,
    policy_indicators,
    superseded_by,
)
from tanlu.catalog.policy_search import PolicyQuestion, find_policies
from tanlu.errors import CatalogError, InputError

CATALOG = load_catalog()


def found(**asked):
    return [each.policy_id for each in find_policies(CATALOG, PolicyQuestion(**asked))]


def test_ids_are_those_of_the_files_and_of_their_documents():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(policies())
    assert set(policies()) <= set(CATALOG.citations)


def test_no_clause_is_called_read_whose_document_was_not():
    for each in policies().values():
        for demand in each.demands:
            if demand.status == "primary":
                assert CATALOG.citations[each.policy_id].read == "primary", each.policy_id


def test_every_level_is_there_and_table_3_of_the_paper_is_whole():
    assert {each.level for each in policies().values()} == {"nation", "province", "city", "park"}
    assert sum(1 for each in policies().values() if each.paper == "wang2024#table-3") == 5


def test_what_is_superseded_says_so_and_its_document_too():
    for each in policies().values():
        after = superseded_by(each.policy_id)
        if after and each.state == "superseded":
            assert CATALOG.citations[each.policy_id].status == "superseded"
    assert policies()["cn.eco_parks.2015"].state == "superseded"


def test_targets_of_the_zero_carbon_notice_are_those_of_its_set():
    rules = {rule.code: rule for rule in indicator_sets()["national"].rules}
    targets = [
        demand.target
        for demand in policy("cn.zero_carbon_park.indicators.2025").demands
        if demand.target
    ]
    for target in targets:
        limits = {(limit.value, limit.from_tce) for limit in rules[target.indicator].limits}
        assert (target.value, target.from_tce or 0.0) in limits, target


def test_targets_of_hunan_are_those_of_its_set():
    rules = {rule.code: rule for rule in indicator_sets()["hunan"].rules}
    for demand in policy("cn.hunan.zero_carbon_park.2025").demands:
        limits = {(limit.value, limit.year) for limit in rules[demand.target.indicator].limits}
        assert (demand.target.value, demand.target.year) in limits


@pytest.mark.parametrize("words", ["绿电直连", "Direct GREEN power", "650号", "直连  自发自用"])
def test_words_of_either_language_case_and_width_find_the_same(words):
    assert "cn.direct_green_power.2025" in found(words=words)


def test_a_place_finds_what_is_around_it_too():
    here = found(place="CN-36")
    assert {"cn.ganzhou.peak.2022", "cn.jiangxi.peak.2022", "cn.peak_action.2021"} <= set(here)
    assert "cn.hunan.zero_carbon_park.2025" not in here


def test_filters_narrow():
    assert "cn.ganzhou.peak.2022" in found(level="city", year=2025, indicator="non_fossil_share")
    assert found(level="city", indicator="co2_per_energy") == []
    assert set(found(theme="digital")) == {"cn.energy_carbon_centre.2025"}
    assert found(words="no such words anywhere") == []
    assert len(found()) == len(policies())


def test_newest_first():
    days = [CATALOG.citations[each].published_on or "" for each in found()]
    assert days == sorted(days, reverse=True)


def raw(**changes):
    return {**deepcopy(read_yaml(FOLDER / "cn.ganzhou.peak.2022.yaml")), **changes}


def target(**changes):
    good = {
        "indicator": "clean_share", "sense": "at_least", "value": 0.9, "unit": "1",
        "scope": "park",
    }  # fmt: skip
    demand = {"clause": "1", "says": {"en": "a", "zh": "b"}, "status": "secondary"}
    return {"demands": [{**demand, "target": {**good, **changes}}]}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "no.such"}, "no.such is not registered"),
        ({"place": "XX"}, "XX is not a place"),
        ({"level": "moon"}, "moon is none of"),
        ({"themes": ["x"]}, "x is none of"),
        ({"paper": "no.such#1"}, "no.such#1 is not registered"),
        ({"supersedes": ["no.such"]}, "there is no no.such"),
        (target(indicator="joy"), "joy is not known"),
        (target(unit="t"), "does not measure"),
        (target(sense="maybe"), "maybe is none of"),
        (target(scope="moon"), "moon is none of"),
        (target(year=1066), "year 1066 is not sane"),
        ({"demands": [{"clause": "1"}]}, "says"),
    ],
)
def test_a_fault_is_told_with_its_reason(changes, reason):
    with pytest.raises(CatalogError) as caught:
        policies_of([("p.yaml", raw(**changes))], CATALOG.citations, CATALOG.places)
    assert reason in caught.value.text("en")


def test_a_policy_is_there_once():
    with pytest.raises(CatalogError, match="there twice"):
        policies_of([("a", raw()), ("b", raw())], CATALOG.citations, CATALOG.places)


def test_an_unknown_policy_names_close_ones():
    with pytest.raises(InputError, match=r"cn\.ganzhou\.peak\.2022"):
        policy("cn.ganzhou.peak.2020")


def test_every_indicator_is_used():
    used = {d.target.indicator for p in policies().values() for d in p.demands if d.target}
    assert used == set(policy_indicators())
