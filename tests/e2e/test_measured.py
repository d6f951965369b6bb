"""Measured fuels on the page: what is shown is the API's, and opens down to the batch."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tanlu.connect.folder import write_folder
from tests.e2e.conftest import STATIC, _free_port, _wait_for
from tests.unit.report import parks


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server whose park has batches, stocks, parts, a balance and a stack."""
    if not (STATIC / "index.html").is_file():
        pytest.skip("NO PAGES: src/tanlu/web/static is not built (make ui)")
    folder = tmp_path_factory.mktemp("measured")
    write_folder(parks.measured().book.draft, folder / "works")
    log, url = folder / "log.txt", f"http://127.0.0.1:{_free_port()}"
    command = [str(Path(sys.executable).with_name("tanlu")), "serve", str(folder / "works"),
               "--port", url.rpartition(":")[2], "--store", str(folder / "store"),
               "--no-browser"]  # fmt: skip
    with log.open("w") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink, cwd=folder)
    try:
        _wait_for(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=15)


def ask(server):
    url = f"{server}/api/v1/parks/small/measured?year=2022"
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310
        return json.load(answer)


def test_a_mean_opens_to_its_batches(visit, server):
    page = visit.page
    visit.go("/account/measured", park="small")
    carbon = next(v for v in ask(server)["means"][0]["values"] if v["unit"] == "t C/GJ")
    shown = page.locator(".figure", has_text=f"{carbon['value']:.4g}").first
    shown.click()
    drawer = page.locator(".proof")
    drawer.locator(".proof-value").wait_for()
    told = drawer.inner_text()
    assert "b1" in told
    assert "b2" in told
    assert "60.0%" in told


def test_the_stack_stands_beside_the_calculation(visit, server):
    visit.go("/account/measured", park="small")
    stack = ask(server)["stacks"][0]
    panel = visit.page.get_by_role("region", name="烟气监测与计算对照", exact=True)
    told = panel.inner_text()
    for side in ("measured", "calculated"):
        assert f"{stack[side]['value']:,.0f}" in told
    assert "监测值" in told


@pytest.mark.parametrize(("lang", "theme", "device"), [
    ("zh", "light", "desktop"), ("en", "dark", "phone"), ("en", "light", "desktop"),
])  # fmt: skip
def test_nothing_is_cut_off_and_all_is_accessible(visits, axe, lang, theme, device):
    visit = visits(lang, theme, device)
    visit.go("/account/measured", park="small", lang=lang)
    assert not visit.page.evaluate("[...__probe.cutOff(), ...__probe.tooSmall()]")
    visit.page.evaluate(axe)
    assert not visit.page.evaluate("__probe.inaccessible()")
