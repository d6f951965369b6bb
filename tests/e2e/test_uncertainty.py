"""What is this figure worth: the answer, what is unknown, and the way to the record."""

import json
import re
import urllib.request

import pytest

API = "/api/v1/parks/ganzhou/uncertainty?year=2022&draws=1000"


def ask(server):
    with urllib.request.urlopen(server + API, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


@pytest.mark.parametrize(("lang", "mend"), [("zh", "优先改进"), ("en", "Mend first")])
def test_worth_and_what_to_mend(visits, server, lang, mend):
    found = ask(server)
    visit = visits(lang)
    page = visit.page
    visit.go("/account/uncertainty", lang=lang)
    panel = page.locator(f"section[aria-label='{mend}']")
    panel.locator("tbody tr").first.wait_for()
    assert panel.locator("tbody tr").count() == len(found["mend_first"])
    first = found["mend_first"][0]["won"]["value"]
    assert f"{first / 1e4:.4g}" in panel.locator("tbody tr .figure").first.inner_text()
    # a total of which most is unknown shows no interval elsewhere
    assert not found["is_shown"]
    visit.go("/account/inventory", lang=lang)
    assert page.locator(".answer .range").count() == 0


def test_what_mending_wins_opens_and_leads_to_the_record(visit):
    page = visit.page
    visit.go("/account/uncertainty")
    row = page.locator("section[aria-label='优先改进'] tbody tr").first
    row.wait_for()
    row.locator(".figure").click()
    page.locator(".proof-value").wait_for()
    assert "figure=won" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "figure=" not in url)
    row.locator("a").first.click()
    page.wait_for_url(re.compile(r"/data/(flows|activities)\?"))
