"""Plumbing of the tests: a browser where there is one, and a still environment."""

import os
import shutil

import pytest
from hypothesis import settings

settings.register_profile("tanlu", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("tanlu")


def find_chromium() -> str | None:
    """Path of a Chromium, or None. `TANLU_CHROMIUM` names one outright."""
    names = (os.environ.get("TANLU_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


def find_java() -> str | None:
    """Path of a Java, or None."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")


CHROMIUM = find_chromium()
JAVA = find_java()
LACKS = {
    "browser": (CHROMIUM, "NO CHROMIUM: the pages were not tested (make browser)"),
    "spark": (JAVA, "NO JAVA: Spark was not tested (make java)"),
}


def pytest_collection_modifyitems(items):
    for marker, (found, reason) in LACKS.items():
        for item in items if not found else ():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter):
    for found, reason in LACKS.values():
        if not found:
            line = f"*** SKIPPED for want of what this machine lacks: {reason} ***"
            terminalreporter.write_line(line, red=True, bold=True)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the Chromium that browser tests launch."""
    if not CHROMIUM:
        pytest.skip("NO CHROMIUM: the pages were not tested (make browser)")
    return CHROMIUM


@pytest.fixture(autouse=True, scope="session")
def still_environment(tmp_path_factory):
    """No setting of the user's reaches a test; figures need no screen."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("TANLU_")]:
            patch.delenv(name)
        patch.setenv("MPLBACKEND", "Agg")
        patch.setenv("MPLCONFIGDIR", str(tmp_path_factory.mktemp("matplotlib")))
        yield
