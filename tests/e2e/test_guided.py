"""The guided job in the browser: from an empty park to a total, in both languages."""

import io
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tanlu.connect.folder import read_folder, write_folder
from tanlu.workflow.open import bundled
from tests.e2e.conftest import STATIC, _free_port, _wait_for, serve_arguments

WORDS = {
    "zh": {
        "confirm": "确认边界……",
        "not_here": "此处不存在，因为……",
        "decide": "记录判断",
        "saved": "已保存为版本",
        "template": "下载模板",
        "save": "保存……",
        "done": "六个步骤均已完成",
        "do": "确认保存",
    },
    "en": {
        "confirm": "Confirm the boundary…",
        "not_here": "Not here, because…",
        "decide": "Record the decision",
        "saved": "Saved as version",
        "template": "Download template",
        "save": "Save…",
        "done": "All six steps are done",
        "do": "Save",
    },
}


@pytest.fixture(params=["zh", "en"])
def empty(request, tmp_path):
    """A server with nothing but an empty park."""
    if not (STATIC / "index.html").is_file():
        pytest.skip("NO PAGES: src/tanlu/web/static is not built (make ui)")
    write_folder(read_folder(bundled("empty")), tmp_path / "park")
    url = f"http://127.0.0.1:{_free_port()}"
    log = tmp_path / "log.txt"
    command = [str(Path(sys.executable).with_name("tanlu")), *serve_arguments(url, tmp_path)]
    with log.open("w") as sink:
        process = subprocess.Popen(
            [*command, str(tmp_path / "park")], stdout=sink, stderr=sink, cwd=tmp_path
        )
    try:
        _wait_for(url, process, log)
        yield url, request.param
    finally:
        process.terminate()
        process.wait(timeout=15)


def states(page):
    return page.locator("section.step").evaluate_all("all => all.map(e => e.dataset.state)")


def decide(page, words, name):
    button = page.get_by_role("button", name=name, exact=True).first
    asked = page.locator("section.step li", has=button).first.locator("span").nth(1).inner_text()
    button.click()
    form = page.locator("form.decide")
    form.locator("input").fill("e2e: not in this park")
    form.get_by_role("button", name=words["decide"]).click()
    page.wait_for_function(
        "asked => !document.querySelector('form.decide')"
        " && ![...document.querySelectorAll('section.step li')]"
        ".some(li => li.textContent.includes(asked))",
        arg=asked,
    )


def filled(content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book["flows"]
    columns = [cell.value for cell in page[2]]
    row = {"from_id": "world", "to_id": "park", "carrier": "electricity", "period": "2022",
           "quantity": 1000, "unit": "MWh", "quality": "invoiced"}  # fmt: skip
    page.append([row.get(name) for name in columns])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_from_an_empty_park_to_a_total(browser, visits, empty):
    url, lang = empty
    words = WORDS[lang]
    visit = visits(lang)
    visit.server = url
    page = visit.page
    visit.go("/guide", lang=lang)
    assert states(page) == ["open", "open", "open", "blocked", "blocked", "blocked"]
    decide(page, words, words["confirm"])
    assert states(page)[0] == "done"
    visit.go("/account/systems", lang=lang)
    assert page.locator("[data-kind]").count() == 21
    with page.expect_download() as waiting:
        page.get_by_role("link", name=words["template"]).first.click()
    content = waiting.value.path().read_bytes()
    page.locator("#import-file").set_input_files(
        {"name": "energy.xlsx", "mimeType": "application/octet-stream", "buffer": filled(content)}
    )
    page.get_by_role("button", name=words["save"]).click()
    dialog = page.get_by_role("dialog")
    dialog.locator("textarea").fill("e2e: template")
    dialog.get_by_role("button", name=words["do"], exact=True).click()
    page.get_by_text(re.compile(words["saved"])).first.wait_for()
    visit.go("/guide", lang=lang)
    assert states(page) == ["done", "open", "done", "done", "done", "open"]
    while page.get_by_role("button", name=words["not_here"], exact=True).count():
        decide(page, words, words["not_here"])
    page.get_by_text(words["done"]).wait_for()
    assert states(page) == ["done"] * 6
    total = page.locator("section.step").last.locator(".figure")
    assert total.inner_text().startswith("536.6")  # 1,000 MWh at the national 0.5366 of 2022
    total.click()
    page.locator(".proof-value").wait_for()
    page.keyboard.press("Escape")
    visit.go("/account/quality", lang=lang)
    first = page.locator(".answer .figure").first
    assert first.inner_text().startswith("100")
    page.locator(".ledger .figure").last.click()
    page.locator(".proof-value").wait_for()
    assert page.locator(".proof .factor").count()
