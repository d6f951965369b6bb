"""Diagnosis and scenarios: the pages say what the API says, and their figures open."""

import json
import urllib.request

import pytest

PARK = "/parks/ganzhou"


def ask(server: str, path: str):
    with urllib.request.urlopen(f"{server}/api/v1{path}", timeout=30) as answer:  # noqa: S310
        return json.load(answer)


def test_a_diagnosis_leads_to_scenarios_and_their_wedges(visit, server):
    from playwright.sync_api import expect

    found = ask(server, f"{PARK}/diagnosis")
    page = visit.page
    visit.go("/plan/diagnosis")
    expect(page.locator(".answer")).to_have_text(found["answer"]["zh"])
    expect(page.locator(".bullet")).to_have_count(len(found["distances"]))
    expect(page.locator(".unsaid li")).to_have_count(len(found["unsaid"]))
    levers = page.locator(".ledger").first.locator("tbody tr")
    expect(levers).to_have_count(10)
    levers.first.locator(".figure").first.click()
    expect(page.locator(".proof .proof-value")).to_be_visible()
    assert "lever" in page.url

    visit.go("/plan/scenarios")
    tree = ask(server, f"{PARK}/scenarios")
    rows = page.locator(".ledger").first.locator("tbody tr")
    expect(rows).to_have_count(len(tree["scenarios"]))
    expect(page.locator(".canvas canvas").first).to_be_visible()
    page.get_by_label("目标情景").select_option("policy")
    wedges = ask(server, f"{PARK}/scenarios/wedges?first=as_is&second=policy")
    total = page.get_by_role("region", name="分因素的楔形").locator("tbody tr").last
    expect(total.locator(".figure").first).to_have_attribute(
        "title", f"两个情景之差: {exact(wedges['total']['end']['value'])} t CO₂"
    )
    total.locator(".figure").first.click()
    expect(page.locator(".proof .proof-value")).to_be_visible()
    assert "wedge" in page.url


def exact(value: float) -> str:
    return f"{value:,.20f}".rstrip("0").rstrip(".") if value == int(value) else plain(value)


def plain(value: float) -> str:
    # the page shows the shortest text that reads back as the same number
    whole, _, part = repr(value).partition(".")
    return f"{int(whole):,}.{part}"


@pytest.mark.parametrize("page_of", ["/plan/diagnosis", "/plan/scenarios", "/plan"])
def test_pages_are_accessible(visits, axe, page_of):
    from playwright.sync_api import expect

    visit = visits(lang="en", theme="dark", device="phone")
    visit.go(page_of)
    expect(visit.page.locator(".ledger").first).to_be_visible()
    visit.page.evaluate(axe)
    report = visit.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    serious = [v["id"] for v in report["violations"] if v["impact"] in ("serious", "critical")]
    assert not serious
    width = visit.page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 390
