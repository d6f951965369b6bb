"""Worked examples of documents: the printed inputs must give the printed results.

Each `case.yaml` is one example; `README.md` beside this file tells its fields.
"""

import json
from functools import cache, reduce
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.units import convert

HERE = Path(__file__).parent
LEAST_CASES = 70
LEAST_DOCUMENTS = 20
FIELDS = {"cite", "read_in", "what", "inputs", "expected"}
OPTIONAL = {"note", "fault"}
WAYS = {"calc", "account", "formula"}


@cache
def cases() -> dict[Path, dict[str, Any]]:
    paths = sorted(HERE.glob("*/*/case.yaml"))
    return {path.parent: yaml.safe_load(path.read_text("utf-8")) for path in paths}


def params(*, may_fail: bool) -> list[Any]:
    found = []
    for folder, case in cases().items():
        reason = case.get("fault") if may_fail else None
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        name = f"{folder.parent.name}/{folder.name}"
        found.append(pytest.param(folder, case, id=name, marks=marks))
    return found


def printed(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(tanlu, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def by_calc(_: Path, asked: dict[str, Any]) -> dict[str, Any]:
    options = {name: value for name, value in asked.items() if name != "items"}
    named = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    return printed("calc", *asked["items"], *named)


def by_account(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    options = {name: value for name, value in asked.items() if name != "park"}
    named = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    return printed("account", str(folder / asked["park"]), *named)


def by_formula(_: Path, asked: dict[str, Any]) -> Any:
    formula = FORMULAS[asked["code"]]
    assert set(asked["arguments"]) == set(formula.symbols)
    return formula.function(**asked["arguments"])


def ours(folder: Path, inputs: dict[str, Any]) -> Any:
    ((way, asked),) = inputs.items()
    return {"calc": by_calc, "account": by_account, "formula": by_formula}[way](folder, asked)


def at(answer: Any, path: str) -> Any:
    keys = path.split(".") if path else []
    return reduce(lambda found, key: found[int(key) if key.isdigit() else key], keys, answer)


@pytest.mark.parametrize(("folder", "case"), params(may_fail=True))
def test_example(folder: Path, case: dict[str, Any]) -> None:
    answer = ours(folder, case["inputs"])
    for wanted in case["expected"]:
        path = wanted.get("of", "")
        found = at(answer, path)
        if path.endswith(("_t", "total")):  # masses of the answer are tonnes, the document's not
            found = convert(found, "t", wanted["unit"])
        assert found == pytest.approx(wanted["value"], abs=wanted["tolerance"], rel=0), wanted


@pytest.mark.parametrize(("folder", "case"), params(may_fail=False))
def test_case_is_whole(folder: Path, case: dict[str, Any]) -> None:
    assert FIELDS <= set(case) <= FIELDS | OPTIONAL
    document, _, clause = case["cite"].partition("#")
    assert document == folder.parent.name
    assert document in load_catalog().citations
    assert clause
    assert case["read_in"]
    assert set(case["what"]) == {"en", "zh"}
    assert len(WAYS & set(case["inputs"])) == len(case["inputs"]) == 1
    assert case["expected"]
    for wanted in case["expected"]:
        assert {"value", "unit", "tolerance"} <= set(wanted) <= {"of", "value", "unit", "tolerance"}
        assert 0 <= wanted["tolerance"] <= abs(wanted["value"])


def test_there_are_enough() -> None:
    kept = [folder for folder, case in cases().items() if "fault" not in case]
    assert len(kept) >= LEAST_CASES
    assert len({folder.parent.name for folder in kept}) >= LEAST_DOCUMENTS
