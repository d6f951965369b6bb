"""Every word of the reports stands in both languages, and every word that code asks for exists."""

import re
import string
from pathlib import Path

import pytest

import tanlu.report
from tanlu.account.formulas import FORMULAS
from tanlu.explain.kaya import NAMES
from tanlu.report.font import missing_glyphs, printable
from tanlu.report.notation import mathml, typst
from tanlu.report.numerals import decimals, fixed, pretty_unit
from tanlu.report.wording import all_words

FOLDER = Path(tanlu.report.__file__).parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_are_complete():
    for key, text in all_words().items():
        assert text.en.strip() or key.startswith(("origin", "list")), key
        assert text.zh.strip() or key.startswith(("origin", "list")), key
        assert fields(text.en) == fields(text.zh), key
        assert not CHINESE.search(text.en) or key == "statement.footer", key


def test_every_key_in_the_code_exists():
    asked = set()
    for path in FOLDER.glob("*.py"):
        code = path.read_text("utf-8")
        asked |= set(re.findall(r'(?<!\w)words\(\s*"([\w.\-]+)"', code))
    assert len(asked) > 100
    assert not asked - set(all_words())


@pytest.mark.parametrize("group", ["driver", "drivers.letter"])
def test_drivers_have_names(group):
    assert all(f"{group}.{name}" in all_words() for name in NAMES)


def test_no_word_needs_a_glyph_that_the_font_lacks():
    text = "".join(t.en + t.zh for t in all_words().values())
    assert missing_glyphs(text) == set()


def test_what_the_font_lacks_is_named():
    assert printable("a🏭") == "a〔U+1F3ED〕"


def test_formulas_have_both_notations():
    for formula in FORMULAS.values():
        assert mathml(formula).startswith("<math")
        assert typst(formula)
    assert typst(FORMULAS["total_co2"]) == 'E_"1" + E_"2"'
    assert "<mfrac><mrow><mn>44</mn></mrow><mrow><mn>12</mn></mrow></mfrac>" in mathml(
        FORMULAS["combustion_co2"]
    )


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [(0.0, 2, "0.00"), (-0.001, 2, "0.00"), (-1.5, 1, "−1.5"), (float("nan"), 1, "–")],
)
def test_numbers(value, places, shown):
    assert fixed(value, places) == shown


def test_digits_by_significance():
    assert decimals([1162.0, 707.0]) == 1
    assert decimals([0.0, None or 0.0]) == 0


def test_units_in_both_languages():
    assert pretty_unit("t CO2/10^4 CNY", "zh") == "t CO₂/万元"
    assert pretty_unit("亿元", "en") == "10⁸ CNY"
