"""Imports point upstream, cost little and do nothing else."""

import ast
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT, SRC, module_of, name_of, parsed, sources

HEAVY = {"duckdb", "fastapi", "jinja2", "matplotlib", "numpy", "polars", "sqlalchemy", "typst"}


def python(*arguments, cwd=ROOT, **environment):
    return subprocess.run(
        [sys.executable, "-B", *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_point_upstream():
    linter = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    run = python("-c", linter, NO_COLOR="1", COLUMNS="120")
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_no_wildcards_and_nothing_from_the_root(path):
    inside = {found.stem for found in SRC.iterdir()} | {"__version__"}
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.ImportFrom):
            continue
        names = {alias.name for alias in node.names}
        where = f"{name_of(path)}:{node.lineno}"
        assert "*" not in names, f"{where}: wildcard import"
        assert node.module != "tanlu" or names <= inside, f"{where}: import from the module itself"


WATCHED = """
import os, sys, threading
allowed, seen = os.devnull, []
def watch(event, args):
    if event == "open":
        path, mode, flags = args
        writes = set(mode or "") & set("wax+") or (flags or 0) & (os.O_WRONLY | os.O_RDWR)
        if writes and path != allowed:
            seen.append(f"writes {path}")
    elif event in {"subprocess.Popen", "os.system", "os.exec", "os.fork", "os.mkdir", "os.remove",
                   "os.rename", "socket.bind", "socket.connect", "socket.getaddrinfo",
                   "sqlite3.connect", "_thread.start_new_thread", "_thread.start_joinable_thread"}:
        seen.append(f"{event} {args!r:.80}")
import importlib, logging, warnings
handlers, filters = list(logging.root.handlers), list(warnings.filters)
threading.Thread.start = lambda self: seen.append(f"starts {self!r}")
sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
    for what in seen:
        print(f"{name}: {what}")
    seen.clear()
if logging.root.handlers != handlers:
    print("logging was set up")
"""


def test_importing_has_no_effects(tmp_path):
    modules = [module_of(path) for path in sources() if path.stem != "__main__"]
    run = python("-c", WATCHED, *modules, cwd=tmp_path, HOME=str(tmp_path))
    assert run.returncode == 0, run.stderr
    assert not run.stdout, run.stdout


@pytest.mark.skipif(not list(SRC.glob("cli*")), reason="there is no tanlu.cli yet")
def test_the_command_line_starts_light():
    run = python("-c", "import tanlu.cli, sys; print(*sys.modules, sep='\\n')")
    assert run.returncode == 0, run.stderr
    assert not HEAVY & set(run.stdout.split())
