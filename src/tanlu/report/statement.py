"""The statement as one HTML file and as PDF, from the same content."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import crc32

from tanlu.errors import need
from tanlu.report.block import Equation, Figure, Statement
from tanlu.report.findings import Findings
from tanlu.report.font import FAMILY, font_folder, printable
from tanlu.report.statement_content import content
from tanlu.types import Language

_SVG = "svg"


def statement_html(findings: Findings, language: Language) -> str:
    """The statement as one HTML file: no script, nothing loaded from elsewhere.

    Args:
        findings: What was found out about the park.
        language: Language of every word of it.

    Returns:
        The file's text; equal findings give equal text.

    Raises:
        MissingExtraError: When the extra "report" is not installed.
    """
    return render_html(content(findings, language))


def render_html(statement: Statement) -> str:
    """A statement's content as HTML."""
    return str(_template().render(s=statement))


@cache
def _template() -> Any:  # noqa: ANN401 - jinja2 comes with an extra
    jinja = need("jinja2", "report")
    trusted = need("markupsafe", "report").Markup
    environment = jinja.Environment(autoescape=True, undefined=jinja.StrictUndefined)
    # drawn here from numbers, names as outlines; MathML is escaped where it is made
    environment.globals["svg"] = lambda block: trusted(_labelled(block))
    environment.globals["math"] = lambda block: trusted(block.mathml)
    return environment.from_string(_resource("statement.html.j2"))


def _labelled(block: Figure) -> str:
    escape = need("markupsafe", "report").escape
    number = crc32(block.svg.encode("utf-8"))  # tells the ids of one chart from another's
    svg = block.svg.replace('id="i', f'id="c{number}-').replace("#i", f"#c{number}-")
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(block.title)}" ', 1)


def statement_pdf(findings: Findings, language: Language) -> bytes:
    """The statement as PDF, with its text as text and its font inside.

    Args:
        findings: What was found out about the park.
        language: Language of every word of it.

    Returns:
        The file's bytes; equal findings give equal bytes.

    Raises:
        MissingExtraError: When the extra "report" or its font is not installed.
    """
    return render_pdf(content(findings, language))


def render_pdf(statement: Statement) -> bytes:
    """A statement's content as PDF."""
    charts: dict[str, bytes] = {}
    data = {**_plain(statement, charts), "font": FAMILY}
    source = {
        "main.typ": _resource("statement.typ").encode("utf-8"),
        "data.json": json.dumps(data, ensure_ascii=False).encode("utf-8"),
        **charts,
    }
    typst = need("typst", "report")
    pdf = typst.compile(source, font_paths=[font_folder()], ignore_system_fonts=True, timestamp=0)
    return bytes(pdf)


def _plain(value: Any, charts: dict[str, bytes]) -> Any:  # noqa: ANN401 - any part of a statement
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list | tuple):
        return [_plain(item, charts) for item in value]
    if not is_dataclass(value):
        return value
    kind = getattr(value, "kind", "")
    found = {f.name: _plain(getattr(value, f.name), charts) for f in fields(value)
             if f.name not in _untold(value)}  # fmt: skip
    if isinstance(value, Figure):
        name = f"chart-{len(charts) + 1}.svg"
        charts[name] = value.svg.encode("utf-8")
        found[_SVG] = name
    return {"kind": kind, **found}


def _untold(value: object) -> tuple[str, ...]:
    return {Figure: (_SVG, "table"), Equation: ("mathml", "text")}.get(type(value), ())


def _resource(name: str) -> str:
    return (files("tanlu.report") / "templates" / name).read_text("utf-8")
