"""The knowledge base: find a policy, open what it demands; find an option, open its numbers."""

import re

from playwright.sync_api import expect

from tests.e2e.test_stories import ask

POLICIES, OPTIONS = "/catalog/policies", "/catalog/options"


def test_a_policy_is_found_by_its_words_and_opens_to_its_clauses(visit, server):
    visit.go("/catalog", lang="zh")
    page = visit.page
    page.get_by_role("navigation", name="知识库").get_by_role("link", name="政策").click()
    page.get_by_role("searchbox", name="检索名称").fill("绿电直连")
    link = page.get_by_role("link", name="关于有序推动绿电直连发展有关事项的通知")
    expect(link).to_be_visible()
    expect(page.locator(".ledger tbody tr")).to_have_count(1)
    link.click()
    found = ask(server, "/knowledge/policies/cn.direct_green_power.2025")
    rows = page.locator(".ledger tbody tr")
    expect(rows).to_have_count(len(found["clauses"]))
    page.locator(".ledger .figure").first.click()
    expect(page.locator(".proof-value")).to_contain_text("0.6")
    page.keyboard.press("Escape")


def test_policies_of_this_place_are_those_around_it(visit, server):
    visit.go(POLICIES, lang="en", level="city", here="1")
    page = visit.page
    expect(page.get_by_text("Ganzhou: plan for carbon peak")).to_be_visible()
    found = ask(server, "/knowledge/policies?level=city&place=CN-36")
    expect(page.locator(".ledger tbody tr")).to_have_count(len(found["policies"]))


def test_an_option_shows_each_number_with_its_document(visit, server):
    visit.go(OPTIONS, lang="en")
    page = visit.page
    page.get_by_role("searchbox", name="Search options").fill("heat pump 80")
    page.get_by_role("link", name="Heat pump, up to 80 °C").click()
    expect(page.get_by_text("Technology Data for Industrial Process Heat").first).to_be_visible()
    page.get_by_label("On the first day of").select_option("2040")
    expect(page).to_have_url(re.compile("on=2040"))
    row = page.locator(".ledger tbody tr").filter(has_text="out: Heat, 80 °C").first
    expect(row.locator(".figure")).to_contain_text("4.026")
    row.locator(".figure").click()
    expect(page.locator(".proof-value")).to_contain_text("4.026")
    page.keyboard.press("Escape")


def test_an_assumption_says_so(visit):
    visit.go(f"{OPTIONS}/chiller_electric", lang="en")
    expect(visit.page.locator(".tag.warn", has_text="assumption").first).to_be_visible()


def test_accessible_in_both_themes(visits, axe):
    for theme in ("light", "dark"):
        visit = visits("zh", theme)
        for path in (POLICIES, f"{POLICIES}/cn.ganzhou.peak.2022", OPTIONS, f"{OPTIONS}/pv_roof"):
            visit.go(path)
            visit.page.locator(".ledger").first.wait_for()
            visit.page.evaluate(axe)
            assert not visit.page.evaluate("__probe.inaccessible()"), path


def test_nothing_is_cut_off_on_a_phone(visits):
    for lang in ("zh", "en"):
        visit = visits(lang, "dark", "phone")
        for path in (POLICIES, f"{POLICIES}/cn.ganzhou.peak.2022", OPTIONS, f"{OPTIONS}/pv_roof"):
            visit.go(path, lang=lang)
            visit.page.locator(".ledger").first.wait_for()
            assert not visit.page.evaluate("[...__probe.cutOff(), ...__probe.tooSmall()]"), path
