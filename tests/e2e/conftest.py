"""A real server on a free port, a real browser, and pages that report every complaint."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src" / "tanlu" / "web" / "static"
AXE = ROOT / "ui" / "node_modules" / "axe-core" / "axe.min.js"
# read here: the tests themselves see no setting of the user's
SHOTS = os.environ.get("TANLU_E2E_SHOTS")
RUNNING = os.environ.get("TANLU_E2E_SERVER")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
]
SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
PROBE = Path(__file__).with_name("probe.js")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"tanlu serve ended with {process.returncode}:\n{log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(f"{url}/api/v1/parks", timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"tanlu serve gave no answer in 30 s:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[str]:
    """Address of `tanlu serve` on a store of its own with the Ganzhou park."""
    if RUNNING:
        yield RUNNING.rstrip("/")
        return
    if not (STATIC / "index.html").is_file():
        pytest.skip("NO PAGES: src/tanlu/web/static is not built (make ui)")
    folder = tmp_path_factory.mktemp("served")
    log = folder / "log.txt"
    url = f"http://127.0.0.1:{_free_port()}"
    command = [str(Path(sys.executable).with_name("tanlu")), *serve_arguments(url, folder)]
    with log.open("w") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink, cwd=folder)
    try:
        _wait_for(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=15)


def serve_arguments(url: str, folder: Path) -> list[str]:
    """How to start a server for one test run."""
    port = url.rpartition(":")[2]
    return ["serve", "--port", port, "--store", str(folder / "store"), "--no-browser"]


@pytest.fixture(scope="session")
def browser(chromium):
    """One Chromium for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@dataclass
class Visit:
    """A visitor's tab: goes to pages, waits until they stand, keeps every complaint."""

    page: object
    server: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.add_init_script(path=PROBE)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("console", self._console)
        self.page.on("request", self._request)

    def _console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _request(self, request) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.complaints.append(f"request to another host: {request.url}")

    def go(self, path: str, **query: str) -> None:
        mark = "&" if "?" in path else "?"
        self.page.goto(self.server + path + (mark + urlencode(query) if query else ""))
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_function("() => __probe.ready()")

    def violations(self) -> list[str]:
        return self.page.evaluate("() => __probe.violations")

    def assert_quiet(self) -> None:
        complaints = self.complaints + [f"CSP: {each}" for each in self.violations()]
        left = [c for c in complaints if not any(re.search(e, c) for e in self.expected)]
        assert not left, "\n".join(left)


@pytest.fixture
def visits(browser, server):
    """Make tabs; at the end none of them may have complained."""
    opened = []

    def make(lang="zh", theme="light", device="desktop") -> Visit:
        context = browser.new_context(
            viewport=SIZES[device],
            locale="zh-CN" if lang == "zh" else "en-GB",
            color_scheme=theme,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.set_default_timeout(15_000)
        visit = Visit(context.new_page(), server)
        visit.watch()
        opened.append((context, visit))
        return visit

    yield make
    try:
        for _, visit in opened:
            visit.assert_quiet()
    finally:
        for context, _ in opened:
            context.close()


@pytest.fixture
def visit(visits) -> Visit:
    """One tab: Chinese, light, desktop."""
    return visits()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.is_file():
        pytest.skip("NO AXE: ui/node_modules/axe-core is missing (cd ui && npm ci)")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shots() -> Path | None:
    """Where screenshots go, when someone wants them (TANLU_E2E_SHOTS)."""
    if not SHOTS:
        return None
    folder = Path(SHOTS)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
