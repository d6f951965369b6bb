"""The command line: help everywhere, faults in words, one answer for each way in."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tanlu.cli import VERBS, tanlu
from tanlu.connect.folder import read_folder
from tanlu.connect.workbook_write import write_workbook
from tanlu.workflow.open import bundled

COMMANDS = [
    (), *((verb,) for verb in VERBS), ("factor", "list"), ("factor", "show"), ("factor", "why"),
    ("method", "list"), ("method", "show"), ("method", "compare"),
    ("explain", "drivers"), ("plan", "project"),
]  # fmt: skip
PARK = str(bundled("ganzhou"))


def call(*arguments, code=0, **environment):
    result = CliRunner().invoke(tanlu, [str(a) for a in arguments], env=environment)
    assert result.exit_code == code, result.output
    # a fault is a message; anything else that is raised would be a traceback for the user
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("option", ["--help"])
def test_every_verb_has_help(command, option):
    printed = call(*command, option).stdout
    assert "Usage:" in printed
    assert "--lang" in printed


def test_the_verbs_are_listed_in_both_languages():
    english, chinese = (
        call("--help", TANLU_LANG="en").stdout,
        call("--help", TANLU_LANG="zh").stdout,
    )
    for verb, (_, line) in VERBS.items():
        assert verb in english
        assert line.en in english
        assert line.zh in chinese


# arguments, exit code, words of the answer in English and in Chinese
FAULTS = [
    (("account", "no-such-park"), 2, "no-such-park", "no-such-park"),
    (("account", PARK, "--year", "1999"), 2, "no records for 1999", "没有 1999 年的记录"),
    (("account", PARK, "--member", "nobody"), 2, 'no member "nobody"', "没有成员“nobody”"),
    (("explain", "drivers", "no-such-park"), 2, "no-such-park", "no-such-park"),
    (("plan", "project", "no-such-park"), 2, "no-such-park", "no-such-park"),
    (("check", "no-such-park"), 2, "no-such-park", "no-such-park"),
    (("method", "show", "cn.parc"), 3, "cn.park", "cn.park"),
    (("method", "compare", PARK, "cn.park", "cn.guid"), 3, "cn.guide", "cn.guide"),
    (("factor", "show", "natural_gaz"), 2, "natural_gas", "natural_gas"),
    (("factor", "why", "electricity", "colour"), 3, "colour", "colour"),
    (("factor", "why", "electricity", "emission", "--method", "mine"), 3, "not in the catalogue",
     "方法库中没有“mine”"),
    (("calc", "天然气=100 furlong"), 2, "furlong", "furlong"),
    (("report", "no-such-park", "out"), 2, "no-such-park", "no-such-park"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "en", "zh"), FAULTS, ids=lambda v: str(v)[:40])
def test_a_fault_is_told_in_both_languages(arguments, code, en, zh):
    english = call(*arguments, "--lang", "en", code=code)
    chinese = call(*arguments, "--lang", "zh", code=code)
    assert en in english.stderr
    assert zh in chinese.stderr
    assert english.stderr != chinese.stderr
    assert "→" in english.stderr
    assert "→" in chinese.stderr
    assert not english.stdout


@pytest.mark.parametrize("where", ["before", "after", "environment"])
def test_the_language_is_told_anywhere(where):
    arguments = {
        "before": ("--lang", "zh", "factor", "show", "natural_gaz"),
        "after": ("factor", "show", "natural_gaz", "--lang", "zh"),
        "environment": ("factor", "show", "natural_gaz"),
    }[where]
    environment = {"TANLU_LANG": "zh" if where == "environment" else "en"}
    assert "因子库中没有" in call(*arguments, code=2, **environment).stderr


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    path = tmp_path_factory.mktemp("workbook") / "ganzhou.xlsx"
    write_workbook(read_folder(bundled("ganzhou")), path)
    return path


@pytest.mark.parametrize("year", ["2020", "2021", "2022"])
@pytest.mark.parametrize("boundary", ["park", "enterprise", "facility"])
def test_folder_and_workbook_give_the_same_account(workbook, year, boundary):
    options = ("--year", year, "--boundary", boundary)
    folder, book = (call("account", path, *options, "--json") for path in (PARK, workbook))
    records = [json.loads(result.stdout) for result in (folder, book)]
    for line in (line for record in records for line in record["lines"]):
        line.pop("row")  # a workbook's sheet has one row more of headings
    assert records[0] == records[1]
    assert call("account", PARK, *options).stdout == call("account", workbook, *options).stdout


@pytest.mark.parametrize("verb", [("explain", "drivers"), ("plan", "project")], ids=" ".join)
def test_folder_and_workbook_give_the_same_findings(workbook, verb):
    folder, book = (call(*verb, path, "--json") for path in (PARK, workbook))
    assert json.loads(folder.stdout) == json.loads(book.stdout)


def test_the_parts_of_an_account_sum_to_its_total():
    record = json.loads(call("account", PARK, "--year", "2022", "--json").stdout)
    for part in ("by_scope", "by_carrier", "by_stream"):
        total = sum(one["co2_t"] for one in record[part].values())
        assert total == pytest.approx(record["total"], rel=1e-12)


def test_an_account_names_the_document_of_each_factor():
    printed = call("account", PARK, "--year", "2022", "--lang", "en").stdout
    assert "0.581 t CO2/MWh  [wang2024 section-4.3" in printed
    assert "given by the method's own document" in printed


def test_why_a_value_was_taken():
    # [wang2024] table 5 and the guide's table 1.7 differ
    options = ("natural_gas", "oxidised", "--method", "wang2024", "--on", "2022-01-01")
    record = json.loads(call("factor", "why", *options, "--json").stdout)
    assert (record["taken"]["value"], record["taken"]["citation"]) == (0.98, "wang2024")
    assert 0.99 in [other["value"] for other in record["alternatives"]]
    printed = call("factor", "why", *options, "--lang", "zh").stdout
    assert "采用" in printed
    assert "wang2024#table-5" in printed
    assert "cn.provincial_guide.2011#table-1.7" in printed


def test_a_carrier_is_found_by_any_of_its_names():
    shown = [call("factor", "show", name).stdout for name in ("natural_gas", "天然气", "NG")]
    assert len(set(shown)) == 1
    listed = json.loads(call("factor", "list", "天然气", "--json").stdout)
    assert "natural_gas" in [carrier["id"] for carrier in listed]


def test_the_drivers_refuse_slopes_in_both_languages():
    assert "No slope is reported" in call("explain", "drivers", PARK, "--lang", "en").stdout
    assert "不报告任何系数" in call("explain", "drivers", PARK, "--lang", "zh").stdout


def test_the_scenarios_are_printed_in_both_languages():
    assert "As is" in call("plan", "project", PARK, "--lang", "en").stdout
    assert "基准情景" in call("plan", "project", PARK, "--lang", "zh").stdout


def test_a_report_is_written_and_named(tmp_path):
    printed = call("report", PARK, tmp_path, "--in", "en", "--kind", "xlsx", "--json").stdout
    (path,) = json.loads(printed)
    assert Path(path).stat().st_size > 1000


def test_help_loads_nothing_heavy():
    # 0.3 s are kept by not importing: see benchmarks/bench_cli.py
    code = (
        "import sys; from tanlu.cli import tanlu; tanlu(['--help'], standalone_mode=False);"
        "print([m for m in ('polars', 'numpy', 'yaml', 'xlsxwriter', 'matplotlib', 'fastapi')"
        " if m in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"
