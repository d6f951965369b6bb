"""Carbon flow: from the year to an hour, to a node, to a member's statement, to green power."""

import csv
import io
import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import SIZES, STATIC, Visit, _free_port, _wait_for

PAGES = {
    "flow": "/trace?at=2025-03-05T13",
    "network": "/trace/network?at=2025-03-05T13&node=u0001",
    "members": "/trace/members",
    "card": "/trace/members?member=e0007&day=2025-03-05",
    "statement": "/trace/statement?member=e0007&at=2025-03",
    "green": "/trace/green?day=2025-03-05",
}


@pytest.fixture(scope="module")
def ring(tmp_path_factory):
    """A server on an invented park with power, steam, a heat ring, cold, PV and a battery."""
    if not (STATIC / "index.html").is_file():
        pytest.skip("NO PAGES: src/tanlu/web/static is not built (make ui)")
    folder = tmp_path_factory.mktemp("ring")
    tanlu = str(Path(sys.executable).with_name("tanlu"))
    made = [tanlu, "synth", str(folder / "park"), "--networks", "--no-faults"]
    size = ["--enterprises", "12", "--meters", "90", "--minutes", "60"]
    subprocess.run([*made, *size], check=True, capture_output=True)
    url = f"http://127.0.0.1:{_free_port()}"
    log = folder / "log.txt"
    command = [tanlu, "serve", "--port", url.rpartition(":")[2], "--data", str(folder / "park")]
    with log.open("w") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink, cwd=folder)
    try:
        _wait_for(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=15)


@pytest.fixture
def tab(browser, ring):
    contexts = []

    def make(lang="en", theme="light", device="desktop"):
        context = browser.new_context(
            viewport=SIZES[device], reduced_motion="reduce", color_scheme=theme,
            locale="zh-CN" if lang == "zh" else "en-GB", accept_downloads=True,
        )  # fmt: skip
        context.set_default_timeout(40_000)
        visit = Visit(context.new_page(), ring)
        visit.watch()
        contexts.append(context)
        return visit

    yield make
    for context in contexts:
        context.close()


def ask(server, path):
    parks = json.load(urllib.request.urlopen(f"{server}/api/v1/parks", timeout=20))  # noqa: S310 - our own server
    url = f"{server}/api/v1/parks/{parks[0]['park_id']}/trace/{path}"
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310 - our own server
        return json.load(answer)


def test_from_the_year_to_an_hour_and_its_edge_list(tab, ring):
    visit = tab()
    page = visit.page
    visit.go("/trace", lang="en")
    expect(page.locator(".answer")).to_contain_text("2025: the park carries")
    page.get_by_role("button", name="Hour", exact=True).click()
    expect(page).to_have_url(re.compile(r"at=2025-01-01T12"))
    visit.go("/trace?at=2025-03-05T13", lang="en")
    slide = page.get_by_role("slider", name=re.compile("Hour"))
    slide.focus()
    slide.press("ArrowRight")
    expect(page.locator(".answer")).to_contain_text("2025-03-05 14:00")
    found = ask(ring, "picture?at=2025-03-05T14")
    assert abs(found["closing"]["value"]) < 1e-9
    assert any(node["kind"] == "out" for node in found["nodes"])  # the ring of heat is cut
    with page.expect_download() as loaded:
        page.get_by_role("button", name=re.compile("Download CSV")).click()
    rows = list(csv.reader(io.StringIO(loaded.value.path().read_text("utf-8-sig"))))
    drawn = [(link["from_id"], link["to_id"], link["carbon"]["value"]) for link in found["links"]]
    assert [(row[4], row[5], float(row[3])) for row in rows[1:]] == drawn
    page.get_by_role("button", name=re.compile("Play")).click()
    expect(page.locator(".answer")).to_contain_text("2025-03-05 16:00")
    page.get_by_role("button", name=re.compile("Pause")).click()
    visit.assert_quiet()


def test_from_a_member_to_its_statement_and_a_proof(tab, ring):
    visit = tab("zh")
    page = visit.page
    visit.go("/trace/members", lang="zh")
    page.get_by_role("button", name="化工 e0007", exact=True).click()
    expect(page.get_by_role("heading", name="来自谁")).to_be_visible()
    page.locator("main").get_by_role("link", name="月度碳账单").last.click()
    visit.go("/trace/statement?member=e0007&at=2025-03", lang="zh")
    expect(page.get_by_role("heading", level=1)).to_have_text("碳账单：化工 e0007，2025-03")
    expect(page.locator("main")).to_contain_text("热电联产，分摊规则：效率法")
    said = ask(ring, "members/e0007/statement?month=2025-03")
    assert all(abs(meter["gap"]) < 1e-4 for meter in said["meters"])
    page.locator(".answer .figure").click()
    expect(page.locator(".proof .proof-value")).to_be_visible()
    assert "trace_part~2025~enterprise~location~e0007~own_t~2025-03" in unquote(page.url)
    visit.assert_quiet()


@pytest.mark.parametrize(
    ("lang", "theme", "device"),
    [("zh", "dark", "phone"), ("en", "light", "desktop")],
)
def test_pages_are_whole_and_accessible(tab, shots, axe, lang, theme, device):
    visit = tab(lang, theme, device)
    bad = {}
    for name, path in PAGES.items():
        visit.go(path, lang=lang)
        if shots:
            shot = shots / f"trace-{name}-{lang}-{theme}-{device}.png"
            visit.page.screenshot(path=shot, full_page=True)
        found = visit.page.evaluate("[...__probe.cutOff(), ...__probe.tooSmall()]")
        found += visit.violations()  # before axe, which brings styles of its own
        visit.page.evaluate(axe)
        found += visit.page.evaluate("__probe.inaccessible()")
        if found:
            bad[name] = found[:4]
    assert not bad, bad
