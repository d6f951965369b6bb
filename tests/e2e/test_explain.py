"""What moved the emissions, and what the data cannot say: the park's, and a table of one's own."""

import json
import re
import urllib.request

import pytest
from playwright.sync_api import expect

API = "/api/v1/parks/ganzhou/drivers"
FACTORS = """period,category,output,intensity
2020,gas,10,2
2020,coal,10,3
2021,gas,12,2
2021,coal,12,2
"""
TWIN = FACTORS + "2021,coal,12,2\n"
ROWS = "\n".join(f"{x},{2 * x + (x % 3)},{x * x % 7}" for x in range(1, 21))
OBSERVED = f"co2,output,energy\n{ROWS}\n"
WORDS = {
    "zh": {
        "refused": "不能回答", "own": "自己的表", "which": "可用", "weak": "弱脱钩",
        "trace": "岭迹", "detail": "变化明细", "sums": "累计", "row": "第 6 行",
    },
    "en": {
        "refused": "refused", "own": "My own table", "which": "yes", "weak": "weak decoupling",
        "trace": "Ridge trace", "detail": "in detail", "sums": "Summed up", "row": "row 6",
    },
}  # fmt: skip


def ask(server, path):
    with urllib.request.urlopen(server + API + path, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_the_change_to_the_refusal(visits, server, lang):
    words, visit = WORDS[lang], visits(lang)
    page = visit.page
    split = ask(server, "/split")
    visit.go("/explain", lang=lang)
    expect(page.locator(".answer")).to_have_text(split["finding"][lang])
    panel = page.locator("section.panel", has_text=words["detail"])
    output = split["whole"]["effects"][0]["co2_t"]["value"]
    expect(panel.locator(".figure").first).to_contain_text(f"+{output / 1e4:.2f}")
    panel.locator(".figure").first.click()
    expect(page.locator(".proof")).to_contain_text("ln(")
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "figure=" not in url)
    # other factors, and the years in the address
    page.locator(".filters select").nth(2).select_option("output")
    page.wait_for_url(re.compile("by=output"))
    expect(panel.locator("tbody tr")).to_have_count(2)

    visit.go("/explain/years", lang=lang)
    page.get_by_role("button", name=words["sums"]).click()
    page.wait_for_url(re.compile("show=sums"))
    visit.go("/explain/decoupling", lang=lang)
    expect(page.locator("section.card h2")).to_contain_text(words["weak"])
    point = ask(server, "/decoupling")["points"][0]
    shown = page.locator("tbody tr").first.locator(".figure").nth(2)
    expect(shown).to_have_text(f"{point['elasticity']['value']:.4f}")
    shown.click()
    expect(page.locator(".proof")).to_contain_text("ΔC")
    page.keyboard.press("Escape")

    visit.go("/explain/regression", lang=lang)
    expect(page.locator(".tag.bad")).to_contain_text(words["refused"])
    expect(page.locator(".squares .have")).to_have_count(3)
    expect(page.locator(".squares .want")).to_have_count(4)
    expect(page.locator("section.card")).to_have_count(1)
    visit.go("/explain/which", lang=lang)
    expect(page.locator(".tag.good").first).to_have_text(words["which"])
    assert page.locator(".tag.bad").count() >= 4


def drop(page, name, text):
    file = {"name": name, "mimeType": "text/csv", "buffer": text.encode("gb18030")}
    page.locator("#own-file").set_input_files(file)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_table_of_ones_own(visits, lang):
    words, visit = WORDS[lang], visits(lang)
    page = visit.page
    visit.expected.append("422")
    visit.go("/explain", lang=lang)
    page.get_by_role("button", name=words["own"]).click()
    drop(page, "双份.csv", TWIN)
    # the fault stands at its row
    expect(page.locator("[role=alert]")).to_contain_text(words["row"])
    page.locator("section.panel button").first.click()
    drop(page, "因素.csv", FACTORS)
    expect(page.locator("section.card h2")).to_contain_text("intensity")
    expect(page.locator("tbody tr").first).to_contain_text("output")
    # it stays on the other pages, and after a reload
    visit.go("/explain/years?data=own", lang=lang)
    expect(page.locator("section.panel").first).to_contain_text("因素.csv")
    page.locator("section.panel button").first.click()
    drop(page, "observed.csv", OBSERVED)
    expect(page.locator(".empty")).to_be_visible()
    visit.go("/explain/regression?data=own&target=co2&logs=no", lang=lang)
    expect(page.locator("section.card h2")).to_contain_text(words["trace"])
    with page.expect_download() as waiting:
        page.locator("section.card .card-tools button").last.click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").strip().splitlines()
    assert lines[0].startswith("k,output,energy")
    assert len(lines) == 62
    page.locator(".filters select").nth(2).select_option("given")
    page.wait_for_url(re.compile("k=0.1"))
    expect(page.locator("section.card h2")).to_contain_text("0.1")
