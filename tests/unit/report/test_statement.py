"""The statement says what was found out, in both languages, as HTML and PDF."""

import re
import sys
import zlib
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from tanlu.errors import MissingExtraError
from tanlu.report.block import Figure, Paragraph, Section
from tanlu.report.statement import render_html, render_pdf, statement_html, statement_pdf
from tanlu.report.statement_content import content
from tanlu.types import Text
from tests.unit.report import parks

LANGUAGES = ("en", "zh")
VOID = {"meta", "link", "br", "img", "hr", "input"}


@cache
def html(park, language):
    return statement_html(getattr(parks, park)(), language)


@cache
def pdf(park, language):
    return statement_pdf(getattr(parks, park)(), language)


class Nested(HTMLParser):
    """Fails on tags that do not close; collects tags, attributes and ids."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.ids = [], set(), [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += attributes
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> opens nowhere"
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("park", ["ganzhou", "members", "partial", "changing", "empty"])
def test_html_is_well_formed_and_loads_nothing(park, language):
    text = html(park, language)
    page = Nested()
    page.feed(text)
    assert not page.open
    assert not page.tags & {"script", "link", "iframe", "object", "img"}
    assert len(page.ids) == len(set(page.ids))
    links = [v for n, v in page.attributes if n in {"href", "src", "xlink:href", "action"}]
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"url\((?!#)|@import|javascript:", text)
    assert not [name for name, _ in page.attributes if name.startswith("on")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_the_paper_and_what_explains_the_gap(language):
    text = html("ganzhou", language)
    for shown in ("88.79", "97.43", "100.60", "88.87", "97.50", "11.41", "11.58", "11.97"):
        assert shown in text
    for shown in ("+46.99", "−37.59", "+2.33", "−0.2452", "2028"):
        assert shown in text
    for rule in ("R1", "R2", "R3", "R4", "R5", "R7", "R14"):
        assert rule in html("ganzhou", language) + html("members", language)
    assert "2.1529" not in text


def test_a_highest_year_at_the_end_is_no_peak():
    assert "no peak up to 2035" in html("ganzhou", "en")
    assert "至 2035 年未达峰" in html("ganzhou", "zh")


def test_units_are_written_as_each_language_writes_them():
    assert "万 t CO₂" in html("ganzhou", "zh")
    assert "10⁴ t CO₂" in html("ganzhou", "en")
    assert "10⁴" not in re.sub(r"<svg.*?</svg>", "", html("ganzhou", "zh"), flags=re.DOTALL)


def test_what_is_missing_is_said():
    text = html("partial", "en")
    assert "not ready for sign-off (R1)" in text
    assert "8 %" in text
    assert "2023*" in text
    assert "not ready for sign-off (R1)" in content(parks.partial(), "en").answer


def test_nothing_on_record_is_not_zero():
    statement = content(parks.changing(), "en")
    assert statement.figures[2][1] == "–"  # scope 2 of a year without a record of power


@pytest.mark.parametrize("park", ["ganzhou", "members", "partial", "changing", "empty"])
def test_the_languages_say_the_same_things(park):
    one, other = (content(getattr(parks, park)(), language) for language in LANGUAGES)
    assert len(one.sections) == len(other.sections)
    for a, b in zip(one.sections, other.sections, strict=True):
        assert [x.kind for x in a.blocks] == [x.kind for x in b.blocks]
        for x, y in zip(a.blocks, b.blocks, strict=True):
            if x.kind == "table":
                assert [len(row) for row in x.rows] == [len(row) for row in y.rows]


def test_english_has_no_chinese_of_ours():
    text = content(parks.members(), "en")
    words = [text.answer, *(s.title for s in text.sections)]
    assert not re.search(r"[\u4e00-\u9fff]", "".join(words))


def test_names_are_escaped():
    bad = "<script>alert(1)</script>"
    findings = parks.members()
    park = replace(findings.book.park, name=Text(bad, bad), price_base=bad)
    hostile = replace(findings, book=replace(findings.book, park=park))
    text = statement_html(hostile, "en")
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_names_are_no_typst_code():
    bad = '#panic("x") $ x_ $ `a` *b* \\'
    statement = content(parks.ganzhou(), "en")
    section = Section(bad, [Paragraph(bad + " 🏭")])
    assert render_pdf(replace(statement, title=bad, sections=[section])).startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("park", ["ganzhou", "empty"])
def test_pdf_has_text_and_its_fonts_inside(park, language):
    made = pdf(park, language)
    assert made.startswith(b"%PDF")
    assert b"NotoSansCJK" in plain(made)
    codes = set(re.findall(rb"<([0-9a-fA-F]{4})>\n|<([0-9a-fA-F]{4})>\]", plain(made)))
    assert b"ToUnicode" in plain(made)
    mapped = {int(a or b, 16) for a, b in codes}
    wanted = "园区碳排放" if language == "zh" else "Carbon"
    assert {ord(c) for c in wanted + "0123456789"} <= mapped
    pages = len(re.findall(rb"/Type\s*/Page\b", plain(made)))
    assert (5 <= pages <= 10) if park == "ganzhou" else pages >= 1


def plain(made):
    """A PDF with its compressed streams opened."""
    parts = [made]
    for found in re.finditer(rb"stream\r?\n", made):
        try:
            parts.append(zlib.decompressobj().decompress(made[found.end() :]))
        except zlib.error:
            continue
    return b"".join(parts)


def test_equal_findings_give_equal_bytes():
    findings = parks.ganzhou()
    assert statement_html(findings, "zh") == html("ganzhou", "zh")
    assert statement_pdf(findings, "zh") == pdf("ganzhou", "zh")


def test_charts_carry_no_date_and_no_text_that_needs_a_font():
    statement = content(parks.ganzhou(), "zh")
    drawn = [b.svg for s in statement.sections for b in s.blocks if isinstance(b, Figure)]
    assert len(drawn) == 6
    for svg in drawn:
        assert "<text" not in svg
        assert "metadata" not in svg
    assert render_html(statement) == html("ganzhou", "zh")


def test_a_missing_font_names_the_extra(monkeypatch):
    from tanlu.report import font

    monkeypatch.setattr(font, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"tanlu\[report\]"):
        font.font_folder()


def test_a_missing_package_names_the_extra(monkeypatch):
    statement = content(parks.empty(), "en")
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"tanlu\[report\]"):
        render_pdf(statement)
