"""Quick answers: reference values of the documents, cited, in both languages."""

import json

import pytest
from click.testing import CliRunner

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.errors import InputError, NoFactorError
from tanlu.workflow.edit import with_rows
from tanlu.workflow.place_names import find_place
from tanlu.workflow.quick import Question, answer

# kg CO2 per Nm3 or kg, printed in the shared reference list (GB/T 2589 heat values, provincial
# guide carbon and oxidation)
REFERENCE = {
    "天然气=10000 Nm3": 21.622,
    "柴油=10 t": 30.959,
    "汽油=10 t": 29.251,
    "焦炭=10 t": 28.604,
}


@pytest.mark.parametrize(("item", "tonnes"), REFERENCE.items())
def test_reference_values(item, tonnes):
    found = answer(Question([item], year=2019), load_catalog())
    assert found["co2e_t"] == pytest.approx(tonnes, rel=1e-3)


def test_power_takes_place_and_year():
    def of(region, year):
        return answer(Question(["电力=1 MWh"], region, year), load_catalog())

    jiangxi = of("江西", 2022)
    assert jiangxi["co2e_t"] == pytest.approx(0.5752)
    assert jiangxi["lines"][0]["factors"][0]["how_found"] == "exact_year"
    assert of("CN", 2023)["co2e_t"] == pytest.approx(0.5306)
    assert of("江西", 2024)["lines"][0]["factors"][0]["how_found"] == "older_year"


def test_names_units_and_repeats():
    many = ["天然气=1 万Nm3", "natural gas = 10,000 Nm³", "natural_gas：1e4 Nm3", "燃气=10 千标方"]
    found = answer(Question(many), load_catalog())
    assert len({round(line["co2e_t"], 9) for line in found["lines"]}) == 1
    assert found["co2e_t"] == pytest.approx(4 * found["lines"][0]["co2e_t"])


def test_a_gas_not_counted_is_null_and_one_counted_is_not():
    co2 = answer(Question(["diesel=1 t"]), load_catalog())["lines"][0]
    assert co2["ch4_t"] is None
    three = answer(Question(["diesel=1 t"], method="ipcc.2006", gwp_set="AR6"), load_catalog())
    line = three["lines"][0]
    # 43 TJ/Gg, 74100, 3 and 0.6 kg/TJ: IPCC 2006 vol. 2 tables 1.2, 1.4, 2.3
    assert line["co2_t"] == pytest.approx(43e-3 * 74.1)
    assert line["ch4_t"] == pytest.approx(43e-3 * 3e-3)
    assert line["n2o_t"] == pytest.approx(43e-3 * 0.6e-3)
    assert line["co2e_t"] > line["co2_t"]


@pytest.mark.parametrize(
    ("items", "codes"),
    [
        (["天然汽=1 Nm3", "x"], {"unknown_carrier", "quick_item"}),
        (["电力=1 furlong"], {"unknown_unit"}),
        (["diesel=-5 t"], {"negative"}),
        (["diesel=5 MWh", "电力=3 t"], {"unit_not_for_carrier"}),
    ],
)
def test_faults_come_together(items, codes):
    with pytest.raises(InputError) as caught:
        answer(Question(items), load_catalog())
    assert codes <= {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize("text", ["江西", "江西省", "Jiangxi", "jiangxi", "CN-36"])
def test_places_by_any_name(text):
    assert find_place(load_catalog(), text) == "CN-36"


def test_the_command_says_the_same_in_both_languages():
    run = CliRunner().invoke
    found = run(tanlu, ["calc", "电力=3500 MWh", "--region", "江西", "--json"])
    record = json.loads(found.stdout)
    assert record["co2e_t"] == pytest.approx(3500 * 0.5752)
    assert {"co2e_t", "method", "lines"} <= set(record)
    keys = {"name", "activity", "unit", "scope", "co2_t", "ch4_t", "n2o_t", "co2e_t", "factors"}
    assert keys <= set(record["lines"][0])
    proof = {"quantity", "value", "unit", "document", "clause", "how_found"}
    assert proof <= set(record["lines"][0]["factors"][0])
    for language, word in (("en", "total"), ("zh", "合计")):
        assert word in run(tanlu, ["calc", "电力=1 MWh", "--lang", language]).stdout
    refused = run(tanlu, ["calc", "电力=1 MWh", "--region", "Atlantis", "--lang", "zh"])
    assert refused.exit_code == 2
    assert "Atlantis" in refused.output


def test_the_api_answers_without_a_park(client):
    asked = {"items": ["电力=3500 MWh"], "region": "江西", "year": 2022}
    found = client.post("/api/v1/calc", json=asked).json()
    assert found["co2e_t"] == pytest.approx(3500 * 0.5752)
    bad = client.post("/api/v1/calc", json={**asked, "items": ["天然汽=1 t"]})
    assert bad.status_code == 422
    assert "natural_gas" in bad.json()["faults"][0]["fix"]["en"]
    ids = [m["method_id"] for m in client.get("/api/v1/methods").json()]
    assert {"cn.park", "wang2024"} <= set(ids)


def test_a_process_by_its_documents():
    def of(item, method="cn.park.ghg", year=2023):
        return answer(Question([item], year=year, method=method), load_catalog())["lines"][0]

    # IPCC 2006 vol. 3: equation 2.4 (0.52 t CO2/t clinker), tables 4.10 and 4.15 (vertical stud)
    assert of("水泥熟料=1000 t")["co2_t"] == pytest.approx(520)
    aluminium = of("aluminium_vss=100 t")
    assert aluminium["co2_t"] == pytest.approx(170)
    # AR5: CF4 6630, C2F6 11100 (WG1 table 8.A.1)
    expected = 170 + 100 * (0.8 * 6630 + 0.04 * 11100) / 1000
    assert aluminium["co2e_t"] == pytest.approx(expected)
    assert of("石灰石=0 t", year=2023)["co2e_t"] == 0


def test_a_process_none_of_whose_gases_is_counted_is_refused():
    with pytest.raises(NoFactorError) as caught:
        answer(Question(["硝酸（高压法）=1 t"]), load_catalog())
    assert caught.value.faults[0].code == "gas_not_counted"


@pytest.mark.parametrize("item", ["水泥熟料=1 tce", "水泥熟料=1 m3"])
def test_a_process_is_measured_in_its_own_unit(item):
    with pytest.raises(InputError) as caught:
        answer(Question([item]), load_catalog())
    assert caught.value.faults[0].code == "unit_not_for_carrier"


def test_a_park_with_a_process_keeps_its_tonnes_and_has_no_drivers(desk, pair):
    rows = [
        {"record_id": f"lime-{y}", "member_id": "b", "stream": "process", "carrier": "石灰石",
         "period": y, "quantity": "1000", "unit": "t", "quality": "measured"}
        for y in ("2023",)
    ]  # fmt: skip
    sheet = pair.sheet("activities")
    kept = [*({**r.cells} for r in sheet.rows), *rows]
    before = desk.judge(pair)
    after = desk.judge(with_rows(pair, "activities", kept))
    added = after.facts[2023].co2_t - before.facts[2023].co2_t
    # 44.009 / 100.087: the ratio of molar masses of CO2 and CaCO3
    assert added == pytest.approx(1000 * 44.009 / 100.087, rel=2e-3)
    assert after.facts[2023].energy_tce == pytest.approx(before.facts[2023].energy_tce)
    assert before.facts[2023].has_drivers
    assert not after.facts[2023].has_drivers
    assert after.base is None


def test_the_power_factor_of_a_day_and_place():
    run = CliRunner().invoke
    asked = ["factor", "show", "cn.grid", "--on", "2022-07-01", "--region", "江西", "--json"]
    record = json.loads(run(tanlu, asked).stdout)
    power = next(v for v in record["values"] if v["quantity"] == "emission")
    assert (power["value"], power["unit"]) == (0.5752, "kg CO2/kWh")
    assert power["found"] == "exact_year"
    assert power["alternatives"][0]["from"] == "2021-01-01"
    early = run(tanlu, ["factor", "show", "cn.grid", "--on", "1990-01-01", "--lang", "zh"])
    assert early.exit_code == 3
    assert "最接近" in early.output
