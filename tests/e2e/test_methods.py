"""Two methods beside each other: pick, read the causes, open a number, see what is incomplete."""

from tests.e2e.test_stories import ask

PATH = "/account/methods"


def pick(page, at, value):
    page.locator(".page-side select").nth(at).select_option(value)


def test_two_methods_and_what_their_difference_is(visit, server):
    visit.go(PATH, first="wang2024", second="cn.zero_carbon_park.2025", year="2022")
    page = visit.page
    found = ask(
        server,
        "/parks/ganzhou/methods/compare?first=wang2024&second=cn.zero_carbon_park.2025&year=2022",
    )
    page.locator(".causes tr").first.wait_for()
    rows = page.locator(".causes tr").all_inner_texts()
    assert len(rows) == len(found["causes"]) + 1
    # the paper's refined oil has no value in the method of annex 4: its total is not whole
    assert page.get_by_text("不完整").first.is_visible()
    page.locator(".causes tr .figure").first.click()
    page.locator(".proof-value").wait_for()
    page.keyboard.press("Escape")


def test_the_same_method_twice_differs_in_nothing(visit):
    visit.go(PATH, first="wang2024", second="wang2024", year="2022", lang="en")
    page = visit.page
    page.get_by_text("No difference on these records.").wait_for()
    pick(page, 1, "cn.guide")
    page.locator(".causes tr").first.wait_for()
    assert "second=cn.guide" in page.url


def test_accessible_in_both_themes(visits, axe):
    for theme in ("light", "dark"):
        visit = visits("zh", theme)
        visit.go(PATH)
        visit.page.locator(".causes").wait_for()
        visit.page.evaluate(axe)
        assert not visit.page.evaluate("__probe.inaccessible()")


def test_nothing_is_cut_off_on_a_phone(visits):
    for lang in ("zh", "en"):
        visit = visits(lang, "dark", "phone")
        visit.go(PATH, lang=lang)
        visit.page.locator(".causes").wait_for()
        assert not visit.page.evaluate("[...__probe.cutOff(), ...__probe.tooSmall()]")
