"""What people do: read, ask where a figure comes from, correct, save, report."""

import json
import re
import urllib.request
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect


def ask(server: str, path: str):
    with urllib.request.urlopen(f"{server}/api/v1{path}", timeout=20) as answer:  # noqa: S310
        return json.load(answer)


def total(server: str, year: int) -> float:
    return ask(server, f"/parks/ganzhou/inventory?year={year}")["total"]["value"]


def quantity_cell(page, row: int = 0):
    """The cell of a row whose column holds the quantity, and its index."""
    page.locator(".grid [data-column]").first.wait_for()
    heads = page.locator(".grid [data-column]").evaluate_all(
        "all => all.map(e => e.dataset.column)"
    )
    column = heads.index("quantity")
    return page.locator(f"#cell-{row}-{column}")


def test_numbers_on_the_page_are_the_apis(visit, server):
    row = ask(server, "/parks/ganzhou/series")["rows"][-1]
    visit.go("/account")
    shown = visit.page.locator("tbody tr").last.locator(".figure").all_inner_texts()
    output, energy, co2 = (row[name]["value"] for name in ("output_value", "energy", "co2"))
    assert f"{output / 1e8:,.0f}" in shown
    assert f"{energy / 1e4:.4g}" in shown
    assert f"{co2 / 1e4:.4g}" in shown


def figure_of(url: str) -> str:
    return parse_qs(urlsplit(url).query).get("figure", [""])[0]


def shown_key(page) -> str:
    return page.locator(".proof article").get_attribute("data-key")


def test_figure_opens_its_proof_down_to_the_record(visit):
    page = visit.page
    visit.go("/")
    page.locator(".answer .figure").first.click()
    drawer = page.locator(".ant-drawer-content-wrapper, .proof").last
    drawer.locator(".proof-value").wait_for()
    assert "figure=" in page.url
    assert drawer.locator(".formula").count() >= 2
    # parts are figures themselves: follow them until a record with its factor stands there
    for _ in range(4):
        if page.locator(".proof .factor").count():
            break
        before = shown_key(page)
        page.locator(".proof .list-row .figure").first.click()
        page.wait_for_url(lambda url, before=before: figure_of(url) not in ("", before))
        page.locator(f"article[data-key='{figure_of(page.url)}']").wait_for()
    assert page.locator(".proof .factor").count()
    link = page.url
    page.go_back()
    page.wait_for_url(lambda url: url != link)
    # the link of a figure is enough to see it again
    visit.go(link.removeprefix(visit.server))
    page.locator(".proof-value").wait_for()
    assert page.locator(".proof .factor").count()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "figure=" not in url)


def test_links_keep_the_view_and_back_returns(visit):
    page = visit.page
    visit.go("/account?year=2021&lang=zh")
    page.locator(".menu a", has_text="驱动").first.click()
    page.wait_for_url(re.compile("/explain"))
    visit.settle()
    assert "year=2021" in page.url
    page.go_back()
    page.wait_for_url(re.compile("/account"))
    visit.settle()
    assert page.locator("h1").inner_text().startswith("核算")
    visit.go("/plan?scenario=as_is")
    assert page.locator(".switch button[aria-pressed=true]").first.inner_text() == "基准情景"
    visit.go("/nowhere")
    assert "没有这个页面" in page.locator("main").inner_text()


def test_language_switches_in_place(visit):
    page = visit.page
    visit.go("/explain")
    page.locator(".settings select").first.select_option("en")
    page.get_by_role("heading", name="Drivers: why emissions changed").wait_for()
    assert "lang=en" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".settings select").last.select_option("dark")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.reload()
    visit.settle()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator("h1").inner_text().startswith("Drivers")


def test_refusal_is_in_plain_words_with_one_picture(visit):
    visit.go("/explain/regression")
    panel = visit.page.locator("section[aria-label='回归能不能回答']")
    assert "R²" in panel.inner_text()
    assert visit.page.locator("section.card").count() == 1


def test_chart_as_table_and_csv(visit, tmp_path):
    page = visit.page
    visit.go("/account")
    card = page.locator("section.card").nth(2)
    with page.expect_download() as waiting:
        card.locator("button[aria-label^='下载 CSV']").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert len(text.strip().splitlines()) == 4
    with page.expect_download() as waiting:
        card.locator("button[aria-label^='下载 PNG']").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    card.locator("button[aria-label^='显示为表格']").click()
    assert card.locator("tbody tr").count() == 3


def test_workbook_is_downloaded(visit):
    page = visit.page
    visit.go("/data")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载工作簿").click()
    download = waiting.value
    assert download.suggested_filename.endswith(".xlsx")
    assert download.path().read_bytes().startswith(b"PK")


def test_faults_stand_at_the_cell_and_undo_takes_them_back(visit):
    page = visit.page
    visit.go("/data/activities")
    cell = quantity_cell(page)
    before = cell.inner_text()
    cell.click()
    page.keyboard.type("many")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=gridcell][aria-invalid=true]")
    assert cell.get_attribute("aria-invalid") == "true"
    assert page.get_by_role("button", name="保存……").is_disabled()
    page.keyboard.press("Control+z")
    assert cell.inner_text() == before
    page.get_by_text("没有未保存的修改").wait_for()


def test_block_from_excel_is_pasted_and_leaving_asks(visit):
    page = visit.page
    visit.go("/data/activities")
    rows = page.locator(".grid [role=row]").count()
    quantity_cell(page, rows - 2).click()
    page.evaluate("__probe.paste('1\\t万 tce\\r\\n2\\t万 tce\\r\\n')")
    assert page.locator(".grid [role=row]").count() == rows + 1
    page.locator(".menu a", has_text="核算").first.click()
    page.get_by_role("button", name="留在本页").click()
    assert "/data/activities" in page.url
    page.locator(".menu a", has_text="核算").first.click()
    page.get_by_role("button", name="离开，放弃修改").click()
    page.wait_for_url(re.compile("/account"))


def save(page, why: str) -> None:
    page.get_by_role("button", name="保存……").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("保存后会有什么变化").wait_for()
    assert dialog.locator("tbody tr").count() >= 3
    dialog.locator("textarea").fill(why)
    dialog.get_by_role("button", name="确认保存").click()


def put(page, row: int, text: str) -> None:
    quantity_cell(page, row).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_function("() => __probe.maySave()")


def test_correction_is_previewed_saved_and_seen_at_home(visit, server):
    page = visit.page
    before = total(server, 2022)
    visit.go("/")
    shown = page.locator(".answer .figure").first.inner_text()
    page.locator(".menu a", has_text="数据").first.click()
    page.locator("a.panel[href*='/data/activities']").click()
    page.locator(".grid").wait_for()
    row = next(at for at in range(20) if "oil-2022" in page.locator(f"#cell-{at}-0").inner_text())
    put(page, row, "20")
    save(page, "e2e: corrected")
    page.get_by_text(re.compile("已保存为版本")).wait_for()
    after = total(server, 2022)
    assert after > before * 1.01
    page.locator(".menu a", has_text="首页").first.click()
    first = page.locator(".answer .figure").first
    expect(first).not_to_have_text(shown)
    assert first.locator(".num").inner_text() == f"{after / 1e4:.4g}"
    # the version before still shows what it showed
    oldest = ask(server, "/parks/ganzhou/versions")[-1]["version"]
    visit.go(f"/?version={oldest}")
    assert page.locator(".answer .figure").first.inner_text() == shown


def test_conflict_is_shown_not_overwritten(visits):
    mine, theirs = visits(), visits()
    for each in (mine, theirs):
        each.go("/data/activities")
    put(theirs.page, 0, "3.6")
    save(theirs.page, "e2e: theirs")
    theirs.page.get_by_text(re.compile("已保存为版本")).wait_for()
    mine.expected.append("409")
    put(mine.page, 0, "3.7")
    save(mine.page, "e2e: mine")
    alert = mine.page.get_by_role("alert").filter(has_text="有人先保存了新版本")
    expect(alert).to_contain_text("3.6")  # what stands there now is asked after the refusal
    alert.get_by_role("button").click()
    mine.page.wait_for_function("() => !document.querySelector('[role=dialog] textarea')")
    assert quantity_cell(mine.page, 0).inner_text() == "3.6"


def test_workbook_comes_back_without_change(visit, tmp_path):
    page = visit.page
    visit.go("/data/import")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载工作簿").click()
    book = tmp_path / "park.xlsx"
    waiting.value.save_as(book)
    page.locator("#import-file").set_input_files(book)
    page.get_by_text("将要改动的内容").first.wait_for()
    page.get_by_text("与现有数据完全相同").wait_for()


def test_report_survives_a_reload(visit):
    page = visit.page
    visit.go("/report")
    page.get_by_role("checkbox", name="PDF").uncheck()
    page.get_by_role("checkbox", name="English").uncheck()
    page.get_by_role("button", name="开始生成").click()
    job = page.locator("[data-job]").first
    job.wait_for()
    name = job.get_attribute("data-job")
    page.reload()
    visit.settle()
    again = page.locator(f"[data-job='{name}']")
    again.wait_for()
    again.locator("a[download]").first.wait_for(timeout=60_000)
    with page.expect_download() as waiting:
        again.locator("a[download]").first.click()
    assert waiting.value.path().stat().st_size > 0


def test_keyboard_is_enough(visit):
    page = visit.page
    visit.go("/data/activities")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.role") == "grid":
            break
    else:
        pytest.fail("the grid cannot be reached with the Tab key")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowRight")
    assert page.locator(".grid [aria-selected=true]").count() == 2
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_text("没有未保存的修改").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.role") != "grid"


def test_catalogue_is_searched(visit):
    page = visit.page
    visit.go("/catalog")
    page.get_by_role("searchbox").fill("天然气")
    page.wait_for_url(re.compile("search="))
    page.get_by_role("link", name="天然气", exact=True).click()
    page.wait_for_url(re.compile("/catalog/natural_gas"))
    visit.settle()
    assert page.locator("section.panel tbody tr").count() >= 1


def test_server_gone_is_said(visits, server):
    visit = visits()
    visit.go("/")
    visit.expected.append("ERR_FAILED|Failed to load")
    visit.page.route("**/api/v1/parks/ganzhou/drivers**", lambda route: route.abort())
    visit.page.route(
        "**/api/v1/parks/ganzhou/pathway*",
        lambda route: route.fulfill(
            status=500,
            content_type="application/problem+json",
            body=json.dumps(
                {
                    "type": "about:blank",
                    "title": "Out of order",
                    "status": 500,
                    "detail": "What and where",
                    "code": "X-77",
                    "faults": [],
                }
            ),
        ),
    )
    visit.go("/plan")
    visit.page.get_by_text("X-77").wait_for(timeout=10_000)
    visit.go("/explain")
    visit.page.get_by_text("连不上服务器").wait_for(timeout=10_000)


@pytest.mark.parametrize("device", ["phone"])
def test_menu_is_a_drawer_on_a_phone(visits, device):
    visit = visits(device=device)
    visit.go("/")
    assert not visit.page.locator("nav.side").is_visible()
    visit.page.get_by_role("button", name="菜单").click()
    visit.page.locator(".ant-drawer a", has_text="路径").click()
    visit.page.wait_for_url(re.compile("/plan"))
    visit.settle()


def test_a_quick_answer_is_cited_and_refuses_in_the_open(visit):
    visit.go("/calc", lang="zh")
    page = visit.page
    page.locator("textarea").fill("电力 = 3500 MWh")
    page.locator("input.short").first.fill("江西")
    page.get_by_role("button", name="计算").click()
    # 3500 MWh at 0.5752 kg CO2/kWh, Jiangxi 2022
    page.get_by_text("2,013").first.wait_for()
    assert "0.5752 kg CO₂/kWh" in page.locator("tbody").inner_text()
    visit.expected.append("422")
    page.locator("textarea").fill("天然汽 = 1 Nm3")
    page.get_by_role("button", name="计算").click()
    page.get_by_text("natural_gas").first.wait_for()
