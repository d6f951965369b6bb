"""Small files of small functions.

A file's size is all its lines. A function's is its lines without docstring, comments,
blank lines and decorators, so that nobody saves on explanation.
"""

import ast
from functools import cache
from pathlib import Path
from statistics import median

from tests.architecture.tree import ROOT, name_of, parsed, sources, text_of

FILE, FILE_MEDIAN = 600, 150
FUNCTION, FUNCTION_MEDIAN = 60, 8
COMPONENT = 150
MOST = 0  # entries in oversize.txt; lower it when one goes


def lines_of(path: Path) -> int:
    return len((text_of(path) or "").splitlines())


def code_lines(path: Path, function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    text = (text_of(path) or "").splitlines()
    counted = set(range(function.lineno, (function.end_lineno or 0) + 1))
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        counted -= set(range(first.lineno, (first.end_lineno or 0) + 1))
    return sum(1 for line in counted if text[line - 1].strip(" \t")[:1] not in {"", "#"})


@cache
def functions() -> dict[str, int]:
    sizes = {}
    for path in sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                key = f"{name_of(path)}::{node.name}"
                sizes[key] = max(code_lines(path, node), sizes.get(key, 0))
    return sizes


@cache
def oversize() -> dict[str, int]:
    over = {name_of(path): size for path in sources() if (size := lines_of(path)) > FILE}
    over |= {key: size for key, size in functions().items() if size > FUNCTION}
    components = (ROOT / "ui" / "src").rglob("*.tsx")
    over |= {name_of(path): size for path in components if (size := lines_of(path)) > COMPONENT}
    return over


@cache
def exempt() -> dict[str, int]:
    text = Path(__file__).with_name("oversize.txt").read_text("utf-8")
    entries = [line.rsplit(maxsplit=1) for line in text.splitlines() if line[:1] not in {"", "#"}]
    return {key: int(size) for key, size in entries}


def test_nothing_is_over_its_budget():
    over = {key: size for key, size in oversize().items() if size > exempt().get(key, 0)}
    assert not over, f"split these (file ≤ {FILE}, function ≤ {FUNCTION}, component ≤ {COMPONENT})"


def test_exemptions_only_shrink():
    assert len(exempt()) <= MOST
    fitting = exempt().keys() - oversize().keys()
    assert not fitting, "these fit now: take them off the list"


def test_the_median_file_is_short():
    sizes = [lines_of(path) for path in sources()]
    assert median(sizes) <= FILE_MEDIAN


def test_the_median_function_is_short():
    assert not functions() or median(functions().values()) <= FUNCTION_MEDIAN
