"""Every benchmark keeps the contract of benchmarks/README.md."""

import ast
import json

import pytest

from benchmarks import run
from tests.architecture.tree import parsed

FILES = sorted(run.FOLDER.glob("bench_*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_has_run_and_says_what_is_compared(path):
    tree = parsed(path)
    assert ast.get_docstring(tree)
    assert "run" in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_table_and_the_json_show_each_row(monkeypatch, capsys):
    rows = [run.Row("sum of 3", 0.5, "loop", 2.0, "n"), run.Row("alone", 4e-5)]
    monkeypatch.setattr(run, "discover", lambda words: ["bench_x"])
    monkeypatch.setattr(run, "measure", lambda name: rows)
    assert run.main([]) == 0
    printed = capsys.readouterr().out
    assert "4 ×" in printed
    assert "40 µs" in printed
    assert run.main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"][0]["ratio"] == 4.0


def test_one_failure_does_not_hide_the_others(monkeypatch, capsys):
    def measure(name):
        if name == "bench_bad":
            raise RuntimeError
        return [run.Row("good", 1.0)]

    monkeypatch.setattr(run, "discover", lambda words: ["bench_bad", "bench_good"])
    monkeypatch.setattr(run, "measure", measure)
    assert run.main([]) == 1
    assert "good" in capsys.readouterr().out
