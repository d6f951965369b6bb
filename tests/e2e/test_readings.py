"""Readings: from a file dropped on the page to a figure that opens down to its readings."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.e2e.conftest import Visit, _free_port, _wait_for

PAGES = ("", "/curve", "/heat", "/channels", "/quality", "/import")
CARD = """park_id: metered
name_en: Metered park
name_zh: 计量园
place: CN-36
method: cn.park
gwp_set: AR5
"""
CHANNELS = """channel_id,carrier,unit,kind,minutes
main,electricity,kWh,interval,60
"""


@pytest.fixture(scope="module")
def metered(tmp_path_factory):
    """A server on a folder with one park, one channel and no reading yet."""
    from tests.e2e.conftest import STATIC

    if not (STATIC / "index.html").is_file():
        pytest.skip("NO PAGES: src/tanlu/web/static is not built (make ui)")
    folder = tmp_path_factory.mktemp("metered")
    park = folder / "metered"
    park.mkdir()
    (park / "park.yaml").write_text(CARD, "utf-8")
    (park / "channels.csv").write_text(CHANNELS, "utf-8")
    url = f"http://127.0.0.1:{_free_port()}"
    log = folder / "log.txt"
    tanlu = str(Path(sys.executable).with_name("tanlu"))
    command = [tanlu, "serve", "--port", url.rpartition(":")[2], "--data", str(park)]
    with log.open("w") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink, cwd=folder)
    try:
        _wait_for(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=15)


@pytest.fixture
def tab(browser, metered):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    visit = Visit(context.new_page(), metered)
    visit.watch()
    yield visit
    context.close()


def readings_file(folder: Path) -> Path:
    lines = ["time,main"]
    for day in range(3, 10):
        lines += [f"2025-03-{day:02d} {hour:02d}:00,{100 + hour}" for hour in range(24)]
    lines[5] = "2025-03-03 04:00,broken"
    path = folder / "march.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_file_dropped_becomes_a_curve_whose_figures_open(tab, metered, tmp_path, axe):
    tab.expected.append("404")  # a park without readings is told as such
    tab.go("/data/readings", lang="en")
    tab.page.get_by_text("No readings yet").wait_for()
    tab.go("/data/readings/import", lang="en")
    tab.page.locator("#readings-file").set_input_files(readings_file(tmp_path))
    tab.page.get_by_role("button", name="Preview").click()
    tab.page.get_by_text("broken").wait_for()
    tab.page.get_by_role("button", name="Take these readings").click()
    tab.page.get_by_text("Taken").first.wait_for()
    query = "channel=main&from=2025-03-03&to=2025-03-09"
    with urllib.request.urlopen(  # noqa: S310 - our own server
        f"{metered}/api/v1/parks/metered/readings/curve?{query}", timeout=20
    ) as answer:
        found = json.load(answer)
    assert sum(found["points"]["missing"]) == 1
    tab.go(f"/data/readings/curve?{query}", lang="en")
    tab.page.locator(".facts .figure").first.click()
    tab.page.locator(".proof .proof-value").wait_for()
    assert "reading~use~channel~main" in unquote(tab.page.url)
    for page in PAGES:
        for lang in ("zh", "en"):
            tab.go(f"/data/readings{page}?{query}", lang=lang)
            bad = tab.page.evaluate("[...__probe.cutOff(), ...__probe.tooSmall()]")
            assert not bad, (page, lang, bad[:4])
        tab.page.evaluate(axe)
        wrong = tab.page.evaluate("__probe.inaccessible()")
        assert not wrong, (page, wrong)
    tab.assert_quiet()
