"""Stages take tables and give tables: no clock, no environment, no files, no chance.

They may read the data files of their own package through `importlib.resources`.
"""

import ast

import pytest

from tests.architecture.tree import module_of, name_of, parsed, sources

STAGES = ("model", "measure", "account", "trace", "explain", "plan", "act", "report")
FORBIDDEN_IMPORTS = {
    "asyncio",
    "builtins",
    "fastapi",
    "getpass",
    "glob",
    "http",
    "httpx",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "platform",
    "random",
    "requests",
    "secrets",
    "shutil",
    "signal",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "starlette",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
    "uvicorn",
    "warnings",
}
PURE = {"pathlib.PurePath", "pathlib.PurePosixPath", "urllib.parse.quote"}
FORBIDDEN_CALLS = {"breakpoint", "eval", "exec", "input", "open", "print"}
CLOCKS = {"now", "today", "utcnow"}
WRITES = {"mkdir", "rmdir", "touch", "unlink", "write_bytes", "write_text"}
CHANCE = {"default_rng", "Generator", "PCG64", "SeedSequence"}

# (module, what): why it must be. Shrink it.
ALLOWED: dict[tuple[str, str], str] = {
    ("tanlu.plan.solve", "import time.perf_counter"): "a design says how long its building took",
}


def imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def import_faults(node):
    for name in imported(node):
        if name.split(".")[0] in FORBIDDEN_IMPORTS and name not in PURE:
            yield f"import {name}"


def call_faults(node):
    if not isinstance(node, ast.Call):
        return
    called = ast.unparse(node.func)
    *owner, verb = called.rsplit(".", 1)
    about = owner[0].rsplit(".", 1)[-1] if owner else ""
    if not owner and verb in FORBIDDEN_CALLS:
        yield f"{called}()"
    if verb in CLOCKS and about in {"date", "datetime", "dt", "Timestamp"}:
        yield f"{called}() reads the clock"
    if owner and verb in WRITES:
        yield f"{called}() touches the disk"
    if about in {"pl", "polars"} and verb.startswith(("read_", "scan_")):
        yield f"{called}() reads a file"
    if about == "random" and verb not in CHANCE:
        yield f"{called}() is chance without a seed"
    if verb == "default_rng" and not node.args and not node.keywords:
        yield f"{called}() wants a seed"


def faults(tree):
    for node in ast.walk(tree):
        for what in (*import_faults(node), *call_faults(node)):
            yield node.lineno, what
        if isinstance(node, ast.Global):
            yield node.lineno, "global " + ", ".join(node.names)


@pytest.mark.parametrize("path", sources(*STAGES), ids=module_of)
def test_a_stage_is_a_pure_function(path):
    found = [
        f"{name_of(path)}:{line}: {what}"
        for line, what in faults(parsed(path))
        if (module_of(path), what) not in ALLOWED
    ]
    assert not found


@pytest.mark.parametrize(
    "breach",
    [
        "import os",
        "import sqlite3",
        "from pathlib import Path",
        "from os import environ",
        "open('x')",
        "datetime.now()",
        "datetime.date.today()",
        "pl.read_csv('x')",
        "np.random.rand()",
        "np.random.default_rng()",
        "def f():\n    global x",
    ],
)
def test_the_rule_sees(breach):
    assert list(faults(ast.parse(breach)))


@pytest.mark.parametrize(
    "fine",
    [
        "from importlib.resources import files\nfiles('tanlu').joinpath('x').read_text()",
        "from pathlib import PurePath",
        "np.random.default_rng(7)",
        "period.start.today",
    ],
)
def test_the_rule_lets_pass(fine):
    assert not list(faults(ast.parse(fine)))
