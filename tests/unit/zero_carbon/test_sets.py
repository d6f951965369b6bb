"""Indicator sets hold the thresholds that the shared reference prints, each with a document."""

import pytest

from tanlu.catalog.indicator_sets import indicator_set, indicator_sets, sets_of, unregistered
from tanlu.catalog.load import load_catalog
from tanlu.errors import CatalogError, InputError


def rules(name):
    return {rule.code: rule for rule in indicator_set(name).rules}


def test_the_national_thresholds():
    # 0.2 t/tce from 0.2 to 1 million tce a year, 0.3 from 1 million; guides 90, 80, 50, 80 %
    core = rules("national")["co2_per_energy"]
    assert [(limit.value, limit.from_tce, limit.below_tce) for limit in core.limits] == [
        (0.2, 200_000, 1_000_000),
        (0.3, 1_000_000, None),
    ]
    guides = sorted(r.limits[0].value for r in rules("national").values() if r.unit == "1")
    assert {0.5, 0.8, 0.9} <= set(guides)


@pytest.mark.parametrize(
    ("energy", "limits"), [(199_999.0, []), (200_000.0, [0.2]), (1_000_000.0, [0.3])]
)
def test_a_park_falls_into_the_class_of_its_energy_use(energy, limits):
    core = rules("national")["co2_per_energy"]
    assert [limit.value for limit in core.limits if limit.covers(energy)] == limits


def test_a_province_is_one_file():
    assert {"national", "hunan"} <= set(indicator_sets())
    assert indicator_set("hunan").place == "CN-43"


@pytest.mark.parametrize("name", ["national", "hunan"])
def test_every_document_is_registered(name):
    assert unregistered(indicator_set(name), load_catalog()) == []


def test_an_unknown_set_is_refused_with_those_there_are():
    with pytest.raises(InputError) as caught:
        indicator_set("atlantis")
    assert "national" in caught.value.text("en")


def test_faulty_files_are_listed_together():
    with pytest.raises(CatalogError) as caught:
        sets_of([("a.yaml", {"id": "a"}), ("b.yaml", {"id": "b"})])
    assert [fault.place.file for fault in caught.value.faults] == ["a.yaml", "b.yaml"]
