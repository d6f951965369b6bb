"""Statements and workbooks as files, each whole or not at all."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tanlu.report.findings import Findings
from tanlu.report.statement import statement_html, statement_pdf
from tanlu.report.workbook import workbook
from tanlu.types import Language, Text

Progress: TypeAlias = Callable[[int, int, Text], None]
"""Told how many of how many files are written, and the next one's name. It may
raise to cancel: files written so far stay, no half file does."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of file: its name, its ending, and who makes it."""

    stem: str
    suffix: str
    label: Text
    make: Callable[[Findings, Language], bytes]


def _html(findings: Findings, language: Language) -> bytes:
    return statement_html(findings, language).encode("utf-8")


_KINDS: Mapping[str, _Kind] = {
    "pdf": _Kind("statement", "pdf", Text("Statement (PDF)", "报告（PDF）"), statement_pdf),
    "html": _Kind("statement", "html", Text("Statement (HTML)", "报告（HTML）"), _html),
    "xlsx": _Kind("workbook", "xlsx", Text("Workbook", "工作簿"), workbook),
}
KINDS = tuple(_KINDS)
"""Kinds of files there are."""

_DONE = Text("All reports are written", "报告已全部生成")


def _silent(_done: int, _total: int, _what: Text) -> None:
    pass


def file_name(park_id: str, kind: str, language: Language) -> str:
    """The name of a report's file.

    Example:
        >>> file_name("ganzhou", "pdf", "zh")
        'ganzhou-statement-zh.pdf'
    """
    shape = _KINDS[kind]
    return f"{park_id}-{shape.stem}-{language}.{shape.suffix}"


def make_report(findings: Findings, kind: str, language: Language) -> bytes:
    """One report in memory.

    Args:
        findings: What was found out about the park.
        kind: One of `KINDS`.
        language: Language of every word of it.

    Returns:
        The file's bytes; equal findings give equal bytes.

    Raises:
        MissingExtraError: When the extra "report" is not installed.
    """
    return _KINDS[kind].make(findings, language)


def write_reports(
    findings: Findings,
    folder: Path,
    languages: Sequence[Language] = ("zh", "en"),
    kinds: Sequence[str] = KINDS,
    progress: Progress = _silent,
) -> list[Path]:
    """Write the reports of a park.

    Args:
        findings: What was found out about the park.
        folder: Where to; made when it is not there.
        languages: One file per kind for each of these.
        kinds: Some of `KINDS`.
        progress: Told before each file and after the last; may raise to cancel.

    Returns:
        Paths of the files, in the order written.

    Raises:
        MissingExtraError: When the extra "report" is not installed.

    Example:
        `write_reports(findings, Path("out"), ["zh"], ["pdf"])`
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [(kind, language) for language in languages for kind in kinds]
    paths = []
    for done, (kind, language) in enumerate(wanted):
        progress(done, len(wanted), _KINDS[kind].label)
        path = folder / file_name(findings.book.park.park_id, kind, language)
        _replace(path, make_report(findings, kind, language))
        paths.append(path)
    progress(len(wanted), len(wanted), _DONE)
    return paths


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
