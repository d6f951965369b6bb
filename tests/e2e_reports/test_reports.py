"""Reports of the bundled park on disk: all of them, whole or not at all."""

import math
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tanlu.report.statement_content import content
from tanlu.workflow.reports import write_reports
from tests.unit.report import parks

GOLDEN = Path(__file__).parents[1] / "golden" / "reports"
STABLE = 5  # results, comparison, drivers, regression, scenarios: what no catalogue entry moves


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    told = []
    paths = write_reports(parks.ganzhou(), folder / "new", progress=lambda *what: told.append(what))
    return paths, told


def test_names_and_progress(written):
    paths, told = written
    assert [path.name for path in paths] == [
        f"ganzhou-{name}"
        for language in ("zh", "en")
        for name in (f"statement-{language}.pdf", f"statement-{language}.html",
                     f"workbook-{language}.xlsx")
    ]  # fmt: skip
    assert [(done, total) for done, total, _ in told] == [(n, 6) for n in range(7)]
    assert sorted(p.name for p in paths[0].parent.iterdir()) == sorted(p.name for p in paths)


def test_files_are_what_they_say(written):
    paths, _ = written
    for path in paths:
        head = path.read_bytes()[:5]
        if path.suffix == ".xlsx":
            assert zipfile.ZipFile(path).testzip() is None
        else:
            assert head == {".pdf": b"%PDF-", ".html": b"<!DOC"}[path.suffix]


def test_the_pdf_reads_as_text(written):
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("no pdftotext on this machine")
    for path in (p for p in written[0] if p.suffix == ".pdf"):
        text = subprocess.run([tool, path, "-"], capture_output=True, check=True).stdout.decode()
        for shown in ("88.79", "97.43", "100.60", "CO₂", "−37.59"):
            assert shown in text
        assert ("万 t CO₂" in text) or ("10⁴ t CO₂" in text)


def test_cancelling_leaves_no_half_file(tmp_path):
    def stop(done, _total, _what):
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_reports(parks.empty(), tmp_path, ["en"], ["html", "xlsx"], stop)
    assert [path.name for path in tmp_path.iterdir()] == ["small-statement-en.html"]


def test_a_failure_keeps_the_old_file(tmp_path, monkeypatch):
    old = tmp_path / "small-statement-en.html"
    old.write_text("old")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_reports(parks.empty(), tmp_path, ["en"], ["html"])
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
    assert old.read_text() == "old"


def lines(language):
    """The stable sections as text: what a reader is told, without layout."""
    statement = content(parks.ganzhou(), language)
    yield statement.answer
    for section in statement.sections[:STABLE]:
        yield f"\n# {section.title}"
        for block in section.blocks:
            yield from shown(block)


def shown(block):
    if block.kind == "table":
        yield from (block.caption, " | ".join(block.head), *(" | ".join(row) for row in block.rows))
        yield block.note
    elif block.kind == "figure":
        yield from (block.title, block.note)
    elif block.kind == "bullets":
        yield from block.items
    else:
        yield block.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_statement_says_what_it_said(language):
    """Written by: python -m tests.e2e_reports.test_reports."""
    golden = (GOLDEN / f"ganzhou-{language}.txt").read_text("utf-8")
    assert "\n".join(lines(language)) + "\n" == golden


def test_the_totals_are_those_of_the_paper_at_gas_twelve_percent():
    totals = [i.total_t for i in parks.ganzhou().inventories.values()]
    for total, wanted in zip(totals, (88.79, 97.43, 100.60), strict=True):
        assert math.isclose(total / 1e4, wanted, abs_tol=0.005)


if __name__ == "__main__":
    for each in ("zh", "en"):
        (GOLDEN / f"ganzhou-{each}.txt").write_text("\n".join(lines(each)) + "\n", "utf-8")
