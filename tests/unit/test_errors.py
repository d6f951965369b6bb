import ast
import string
from pathlib import Path

import pytest

import tanlu
from tanlu.errors import (
    AccessError,
    BalanceError,
    CatalogError,
    Fault,
    InputError,
    MissingExtraError,
    Place,
    StateError,
    TanluError,
    need,
    raise_errors,
    wording,
)
from tanlu.types import LANGUAGES

PACKAGE = Path(tanlu.__file__).parent


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", wording())
def test_every_fault_speaks_both_languages(code):
    words = wording()[code]
    assert words["severity"] in ("error", "warning")
    for part in ("what", "fix"):
        assert all(words[part][language].strip() for language in LANGUAGES)
        assert names(words[part]["en"]) == names(words[part]["zh"])
        assert words[part]["zh"] != words[part]["en"]


def test_every_sentence_ends():
    for words in wording().values():
        assert words["what"]["en"].rstrip()[-1] in ".?}"
        assert words["what"]["zh"].rstrip()[-1] in "。？}"


def test_every_fault_that_code_names_is_worded():
    codes = set(wording())
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            called = ast.unparse(node.func)
            is_fault = called in ("Fault", "Flaw") or called.endswith("Error.of")
            if is_fault and isinstance(first, ast.Constant):
                assert first.value in codes, f"{path.name}: {first.value}"


def test_a_place_is_a_phrase():
    place = Place("park.xlsx", "flows", 7, "unit")
    assert place.of("zh") == "park.xlsx，工作表 flows，第 7 行，unit 列"
    assert Place().of("en") == "the request"


def test_warnings_alone_do_not_stop():
    warning = Fault("gas_in_plain_m3", Place("a.csv"), {"unit": "m³"})
    raise_errors([warning])
    error = Fault("unknown_unit", Place("a.csv"), {"unit": "x", "known": "t"})
    with pytest.raises(InputError) as raised:
        raise_errors([warning, error])
    assert raised.value.faults == (warning, error)
    assert "→" in raised.value.text("zh")


def test_exit_codes_tell_the_kinds_apart():
    kinds = (TanluError, InputError, CatalogError, BalanceError, StateError, AccessError)
    codes = [kind.exit_code for kind in (*kinds, MissingExtraError)]
    assert len(set(codes)) == len(codes)
    assert 0 not in codes


def test_a_missing_part_is_named():
    with pytest.raises(MissingExtraError) as raised:
        need("no_such_module_at_all", "report")
    assert "tanlu[report]" in raised.value.text("en")
