"""`tanlu trace byproducts`: both sides book what was emitted, once."""

import json

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

HEAD = "pair,rule,giver,taker,process_t,processing_t,replaced_t,share,lost_power_mwh,power_t_per_mwh,extra_t\n"  # noqa: E501 - a heading


def run(path, rows, *more):
    path.write_text(HEAD + rows, "utf-8")
    return CliRunner().invoke(tanlu, ["trace", "byproducts", str(path), *more])


def test_every_rule_books_what_was_emitted_and_what_was_avoided_once(tmp_path):
    rows = (
        "s1,cut_off,mill,cement,100,2,30,,,,\ns2,allocated,mill,cement,100,2,30,0.1,,,\n"
        "s3,expansion,mill,cement,100,2,30,,,,\ns4,half,mill,cement,100,2,30,,,,\n"
        "h1,waste_heat,mill,laundry,100,0,20,,10,0.5,1\n"
    )
    found = json.loads(run(tmp_path / "x.csv", rows, "--json").stdout)
    takers = {pair["pair"]: pair["taker_t"] for pair in found["pairs"]}
    # by hand: grinding alone; a tenth of the process with it; what is replaced; half of both;
    # 10 MWh of lost power at 0.5 and 1 t of added fuel
    assert takers == pytest.approx({"s1": 2, "s2": 12, "s3": 30, "s4": 16, "h1": 6})
    for pair in found["pairs"]:
        assert pair["giver_t"] + pair["taker_t"] == pytest.approx(
            100 if pair["pair"] == "h1" else 102
        )
        credit = pair["giver_credit_t"] + pair["taker_credit_t"]
        assert credit == pytest.approx(20 if pair["pair"] == "h1" else 28)
    assert found["emitted_t"] == pytest.approx(508)
    assert found["avoided_t"] == pytest.approx(132)
    assert found["closing_error"] == pytest.approx(0, abs=1e-9)
    assert set(found["enterprises"]) == {"mill", "cement", "laundry"}


def test_all_faults_together(tmp_path):
    rows = (
        "s1,cut_off,a,b,1,0,0,,,,\ns1,cut_off,a,b,1,0,0,,,,\ns2,magic,a,b,1,0,0,,,,\n"
        "s3,allocated,a,b,1,0,0,,,,\ns4,allocated,a,b,1,0,0,2,,,\ns5,half,a,a,x,0,0,,,,\n"
        "h1,waste_heat,a,b,1,0,0,,,,\n"
    )
    done = run(tmp_path / "x.csv", rows)
    assert done.exit_code == 2
    for row in range(3, 9):
        assert f"x.csv, row {row}" in done.output


def test_what_is_printed(tmp_path):
    told = run(tmp_path / "x.csv", "s1,half,a,b,100,2,30,,,,\n", "--lang", "zh").output
    assert "提供方减排" in told
    assert "a → b (half)" in told
