"""Every block of README, tutorial and how-to runs, and prints what the page says."""

import pytest
from pages import ROOT, Session, blocks, language, run, running

NAMES = [str(page.relative_to(ROOT)) for page in running()]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_does_what_it_says(name, tmp_path):
    page = ROOT / name
    session = Session(tmp_path, language(page))
    wrong = [fault for block in blocks(page) for fault in run(block, session)]
    assert not wrong, "\n\n".join(wrong)
