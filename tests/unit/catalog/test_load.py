"""The catalogue is the same whichever way it was read, and tells all its faults at once."""

from copy import deepcopy

import pytest

from tanlu.catalog import load
from tanlu.catalog.compile import compile_catalog
from tanlu.catalog.files import data_digest, read_files
from tanlu.catalog.load import DATA, build, load_catalog
from tanlu.errors import CatalogError


@pytest.fixture(scope="module")
def raw():
    return read_files(DATA)


def test_the_artefact_is_the_files(tmp_path, monkeypatch, raw):
    target = tmp_path / "compiled.json"
    digest = compile_catalog(DATA, target)
    assert digest == data_digest(DATA)
    monkeypatch.setattr(load, "COMPILED", target)
    monkeypatch.setattr(load, "read_files", lambda _: pytest.fail("the artefact is fresh"))
    assert load_catalog.__wrapped__() == build(raw, digest)


def test_the_day_of_a_document_is_kept():
    # `on` is a key here, although YAML 1.1 reads it as true
    days = {name: each.published_on for name, each in load_catalog().citations.items()}
    assert days["cn.zero_carbon_park.2025"] == "2025-07-08"
    assert days["wang2024"] == "2024"
    assert days["nist.handbook"] != "None"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"digest": "old", "files": {}}', '{"files": {}}'],
    ids=["empty", "half written", "no record", "stale", "no digest"],
)  # fmt: skip
def test_an_artefact_that_is_not_fresh_is_left_aside(tmp_path, monkeypatch, text):
    target = tmp_path / "compiled.json"
    target.write_text(text)
    monkeypatch.setattr(load, "COMPILED", target)
    assert load_catalog.__wrapped__().digest == data_digest(DATA)


def test_the_digest_knows_names_and_contents(tmp_path):
    (tmp_path / "a.yaml").write_text("id: a")
    first = data_digest(tmp_path)
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    second = data_digest(tmp_path)
    (tmp_path / "b.yaml").write_text("id: b")
    assert len({first, second, data_digest(tmp_path)}) == 3


def entry(**rest):
    good = {
        "quantity": "ncv", "value": 20.0, "unit": "GJ/t", "series": "ipcc.2006", "place": "world",
        "from": "2006-01-01", "status": "primary", "cite": "ipcc.2006.v2#table-1.2",
    }  # fmt: skip
    return {name: v for name, v in (good | rest).items() if v is not None}


def carrier(name, *factors, **rest):
    good = {"id": name, "label": {"en": name, "zh": name}, "kind": "fuel", "unit": "t"}
    return (f"fuels/{name}.yaml", good | rest | {"factors": list(factors)})


def told(raw, **changes):
    with pytest.raises(CatalogError) as caught:
        build({**raw, **changes}, "")
    return [fault.line("en") for fault in caught.value.faults]


def test_faults_of_all_files_are_listed_together(raw):
    methods = deepcopy(raw["methods"])
    methods[0][1]["series"]["ncv"] = ["no.such.series"]
    methods[0][1]["cite"] = "no.such.rule#1"
    gwp = deepcopy(raw["gwp"])
    gwp["sets"]["AR5"]["gases"]["ch4"]["cite"] = "no.such.report#1"
    subjects = [
        *raw["subjects"],
        carrier("unregistered", entry(cite="no.such.document#table-1")),
        carrier("clauseless", entry(cite="ipcc.2006.v2")),
        carrier("wrong_unit", entry(unit="t CO2/MWh")),
        carrier("odd_unit", entry(unit="furlong")),
        carrier("odd_parameter", entry(quantity="colour")),
        carrier("outside", entry(lower=21, upper=30)),
        carrier("reversed", entry(to="2005-01-01")),
        carrier("valueless", entry(value=None)),
        carrier("odd_date", entry(**{"from": "yesterday"})),
        carrier("unitless", unit="bushel"),
        carrier("twice", entry(), entry()),
        ("fuels/nameless.yaml", {"label": "x"}),
        ("fuels/list.yaml", ["x"]),
    ]
    texts = "\n".join(told(raw, methods=methods, gwp=gwp, subjects=subjects))
    for words in (
        "document no.such.document is not registered", "no clause after #",
        "unit t CO2/MWh does not measure ncv", "unit furlong is not known",
        "parameter colour is not known", "value outside its range", "ends before it starts",
        "KeyError('value')", "yesterday", "unit bushel is not known", "given twice",
        "fuels/nameless.yaml", "fuels/list.yaml", "series no.such.series has no values",
        "no.such.rule", "no.such.report",
    ):  # fmt: skip
        assert words in texts


def test_a_name_that_stands_twice_is_told(raw):
    again = [*raw["subjects"], raw["subjects"][0]]
    assert any("is there twice" in text for text in told(raw, subjects=again))


def test_a_file_that_is_no_yaml_is_told_with_its_line(tmp_path):
    (tmp_path / "citations").mkdir()
    (tmp_path / "citations" / "x.yaml").write_text("id: x\nlabel: {en: a, zh\n")
    with pytest.raises(CatalogError) as caught:
        read_files(tmp_path)
    assert caught.value.faults[0].place.file == "x.yaml"
    assert caught.value.faults[0].place.row >= 2


def test_a_faulty_catalogue_is_not_compiled(tmp_path, monkeypatch):
    from tanlu.catalog import compile as compiler

    monkeypatch.setattr(compiler, "read_files", lambda _: {
        "citations": [("citations/x.yaml", {})], "subjects": [], "grids": [], "printed": [],
        "methods": [],
        "gwp": {}, "places": {"places": []},
    })  # fmt: skip
    with pytest.raises(CatalogError):
        compile_catalog(DATA, tmp_path / "compiled.json")
    assert not (tmp_path / "compiled.json").exists()


def test_a_coal_equivalent_follows_from_the_heat_value(raw):
    # GB/T 2589: a tonne of standard coal is 29.3076 GJ
    made = build(
        {**raw, "subjects": [*raw["subjects"], carrier("peculiar", entry(value=29.3076))]}, ""
    )
    found = made.by_subject["peculiar", "coal_equivalent"]
    assert [f.value for f in found] == [pytest.approx(1.0, rel=1e-15)]
    assert "29.3076" in found[0].printed
