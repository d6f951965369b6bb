import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.errors import wording
from tests.broken.build import cell, minimal
from tests.broken.cases import CASES


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    made = {}

    def build(case):
        if case.name not in made:
            made[case.name] = case.build(tmp_path_factory.mktemp("broken"))
        return made[case.name]

    return build


def run(*arguments):
    result = CliRunner().invoke(tanlu, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def snapshot(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_there_are_many():
    assert len(CASES) >= 45
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_fault_is_named_with_its_place(case, built):
    result = run("check", built(case), "--json")
    assert result.exit_code == 2
    answer = json.loads(result.stdout)
    assert not answer["ok"]
    found = {(fault["code"], fault["row"], fault["column"]) for fault in answer["faults"]}
    assert any(
        fault["code"] == case.code
        and fault["severity"] == "error"
        and (case.row is None or fault["row"] == case.row)
        and (case.column is None or fault["column"] == case.column)
        for fault in answer["faults"]
    ), found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_people_are_told_the_way_out(case, built, language):
    path = built(case)
    told = run("check", path, "--lang", language)
    assert told.exit_code == 2
    fixed = wording()[case.code]["fix"][language].split("{")[0].strip()
    assert fixed[:20] in told.stderr
    if case.row is not None:
        place = f"row {case.row}" if language == "en" else f"第 {case.row} 行"
        assert place in told.stderr


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_is_written(case, built, tmp_path):
    target = minimal(tmp_path)
    before = snapshot(tmp_path)
    assert run("import", built(case), target, "--force").exit_code == 2
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("verb", ["check", "account", "export"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_real_command_says_so_too(verb, language, tmp_path):
    if verb == "export":
        park, more = tmp_path / "nowhere", [tmp_path / "out.xlsx"]
    else:
        park, more = cell("activities", 2, "unit", "furlong")(tmp_path), []
    command = [sys.executable, "-c", "from tanlu.cli import main; main()", verb]
    done = subprocess.run(
        [*command, park, *more, "--lang", language], capture_output=True, text=True, check=False
    )
    assert done.returncode not in (0, 1)
    assert "Traceback" not in done.stderr
    assert {"en": "→ ", "zh": "→ "}[language] in done.stderr
    assert not (tmp_path / "out.xlsx").exists()


def test_all_faults_come_together(tmp_path):
    park = cell("activities", 2, "unit", "furlong")(tmp_path)
    (park / "flows.csv").write_bytes((park / "flows.csv").read_text("utf-8").encode("utf-16"))
    (park / "targets.csv").write_text("target_id,year\nt,soon\n", "utf-8")
    faults = json.loads(run("check", park, "--json").stdout)["faults"]
    codes = {fault["code"] for fault in faults}
    assert {"unknown_unit", "unknown_encoding", "unknown_year", "missing_column"} <= codes
