"""Names say what a thing is, and every public thing says what it means."""

import ast
import re

import pytest

from tests.architecture.tree import module_of, name_of, parsed, sources, text_of

BANNED = {"base", "common", "helper", "helpers", "misc", "shared", "stuff", "util", "utils"}
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b.*")
REASONED = re.compile(r"#\s*(?:noqa:\s*[A-Z0-9, ]+|type:\s*ignore\[[\w, -]+\])\s*[-—–#:(]\s*\S")


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_a_module_is_named_by_its_subject(path):
    taken = BANNED & {part.strip("_") for part in module_of(path).split(".")}
    assert not taken, f"{name_of(path)}: a module named {taken} has no subject"


def undocumented(node, owner=""):
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if child.name.startswith("_") or is_overload(child):
            continue
        if not ast.get_docstring(child):
            yield f"{owner}{child.name} (line {child.lineno})"
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, f"{child.name}.")


def is_overload(node):
    return any(ast.unparse(mark).endswith(("overload", ".setter")) for mark in node.decorator_list)


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_every_public_thing_has_a_docstring(path):
    assert ast.get_docstring(parsed(path)), f"{name_of(path)}: no docstring"
    assert not list(undocumented(parsed(path))), f"in {name_of(path)}"


@pytest.mark.parametrize("path", sources(), ids=module_of)
def test_a_silenced_check_says_why(path):
    lines = enumerate((text_of(path) or "").splitlines(), 1)
    bare = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for number, line in lines
        if (found := SUPPRESSION.search(line)) and not REASONED.match(found[0])
    ]
    assert not bare, "write `# noqa: CODE - why`"
