"""The browser application keeps its own checks: types, lint, unit tests, sizes."""

import subprocess

import pytest

from tests.architecture.tree import ROOT


@pytest.mark.slow
@pytest.mark.skipif(
    not (ROOT / "ui" / "node_modules").is_dir(),
    reason="ui/ is not installed (make ui): the pages' own checks did NOT run",
)
def test_the_pages_pass_their_own_checks():
    run = subprocess.run(
        [str(ROOT / "tools" / "ui.sh"), "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
