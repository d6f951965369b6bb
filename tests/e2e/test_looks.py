"""Every page in both languages, both themes, on a desk and on a phone."""

import itertools
import os
import re

import pytest

PAGES = {
    "home": "/",
    "data": "/data",
    "table": "/data/activities",
    "import": "/data/import",
    "readings-import": "/data/readings/import",
    "account": "/account",
    "inventory": "/account/inventory",
    "uncertainty": "/account/uncertainty",
    "guide": "/guide",
    "systems": "/account/systems",
    "quality": "/account/quality",
    "explain": "/explain",
    "explain-years": "/explain/years",
    "decoupling": "/explain/decoupling",
    "regression": "/explain/regression",
    "which": "/explain/which",
    "own-table": "/explain?data=own",
    "plan": "/plan",
    "report": "/report",
    "catalog": "/catalog",
    "subject": "/catalog/electricity",
    "calc": "/calc",
    "zero-carbon": "/account/zero-carbon",
    "compare": "/account/compare",
    "versions": "/account/versions",
    "scope2": "/account/scope2",
    "measured": "/account/measured",
    "trace": "/trace",
    "trace-network": "/trace/network",
    "trace-members": "/trace/members",
    "trace-statement": "/trace/statement",
    "trace-green": "/trace/green",
    "figure": "/?figure=total~2022~park~ganzhou",
}


# every pair of choices once; all eight when someone wants the screenshots
SHORT = [
    ("zh", "light", "desktop"),
    ("zh", "dark", "phone"),
    ("en", "light", "phone"),
    ("en", "dark", "desktop"),
]
ALL = list(itertools.product(("zh", "en"), ("light", "dark"), ("desktop", "phone")))


@pytest.mark.parametrize(
    ("lang", "theme", "device"), ALL if os.environ.get("TANLU_E2E_SHOTS") else SHORT
)
def test_nothing_is_cut_off(visits, shots, lang, theme, device):
    visit = visits(lang, theme, device)
    bad = {}
    for name, path in PAGES.items():
        visit.go(path, lang=lang)
        if name == "figure":
            visit.page.locator(".proof-value").wait_for()
        if shots:
            visit.page.screenshot(
                path=shots / f"{name}-{lang}-{theme}-{device}.png", full_page=name != "figure"
            )
        found = visit.page.evaluate("[...__probe.cutOff(), ...__probe.tooSmall()]")
        found += visit.violations()
        if found:
            bad[name] = found[:6]
    assert not bad, bad


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accessible(visits, axe, theme):
    visit = visits("zh", theme)
    bad = {}
    for name, path in PAGES.items():
        visit.go(path)
        if name == "figure":
            visit.page.locator(".proof-value").wait_for()
        visit.page.evaluate(axe)
        found = visit.page.evaluate("__probe.inaccessible()")
        if found:
            bad[name] = found
    assert not bad, "\n".join(f"{name}: {each}" for name, all_ in bad.items() for each in all_)


def test_other_language_leaves_no_chinese(visits):
    visit = visits("en")
    allowed = ["中文"]
    for name in (
        "home",
        "trace",
        "explain",
        "explain-years",
        "decoupling",
        "regression",
        "which",
        "own-table",
        "plan",
        "report",
        "import",
        "zero-carbon",
    ):
        visit.go(PAGES[name], lang="en")
        text = visit.page.locator("body").inner_text()
        for each in allowed:
            text = text.replace(each, "")
        # numbers of Chinese documents are names: 国发〔2021〕23号
        text = re.sub(r"\w*〔\w*(〕\w*)?", "", text)
        left = [line for line in text.splitlines() if any("\u4e00" <= c <= "\u9fff" for c in line)]
        assert not left, (name, left[:5])
    assert visit.page.locator("html").get_attribute("lang") == "en"
