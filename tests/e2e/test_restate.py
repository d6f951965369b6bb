"""Correct once, everything follows: keep a year, correct a factor, read the bridge, accept."""

import json
import urllib.request

from playwright.sync_api import expect

POWER = {
    "factor_id": "late", "subject": "electricity", "quantity": "emission",
    "from_on": "2022-01-01", "value": "0.57", "unit": "t CO2/MWh", "kind": "stated",
    "cite": "wang2024#section-4.3",
}  # fmt: skip


def call(server, path, body=None, method="GET"):
    data = json.dumps(body).encode() if body is not None else None
    head = {"X-Tanlu-Client": "test", "Content-Type": "application/json"}
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{server}/api/v1/parks/ganzhou{path}", data, head, method=method
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


def test_a_late_factor_restates_the_kept_year(visits, server, axe):
    visit = visits(lang="en")
    page = visit.page
    visit.go("/account/versions", park="ganzhou")
    page.get_by_placeholder("e.g. filed with the authority").fill("Filed")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("link", name="v1", exact=True)).to_be_visible()

    table = call(server, "/tables/factors")
    rows = [row for row in table["rows"] if row["factor_id"] != "late"]
    body = {"base_version": table["version"], "rows": [*rows, POWER], "why": "certificate"}
    told = call(server, "/tables/factors/preview", body, "POST")["restated"]
    assert [each["inventory_id"] for each in told] == ["2022.park.ganzhou"]
    call(server, "/tables/factors", body, "PUT")
    try:
        visit.go("/account/versions", park="ganzhou")
        page.get_by_role("link", name="v1 → v2").click()
        visit.settle()
        found = call(server, "/inventories/2022.park.ganzhou/bridge")["bridge"]
        expect(page.get_by_text("Supplementary report")).to_be_visible()
        figure = page.locator(".list-row", has_text="Difference").locator(".figure")
        shown = f"{abs(found['difference']['value']):,.0f}"[:5]
        assert shown in (figure.get_attribute("title") or "")
        page.get_by_role("button", name="Answer for v2").click()
        expect(page.get_by_role("button", name="Answer for v2")).to_have_count(0)
        page.get_by_role("link", name="v1", exact=True).click()
        expect(page.get_by_text("Read-only, as kept on")).to_be_visible()
        page.evaluate(axe)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
    finally:  # the other stories read the park as it was
        table = call(server, "/tables/factors")
        body = {"base_version": table["version"], "rows": rows, "why": "as it was"}
        call(server, "/tables/factors", body, "PUT")


def test_a_year_beside_the_year_before(visits, server):
    found = call(server, "/compare")
    visit = visits(lang="zh")
    page = visit.page
    visit.go("/account/compare", park="ganzhou")
    expect(page.get_by_role("heading", name="与上年比较")).to_be_visible()
    parts = {part["cause"]: part["co2_t"] for part in found["bridge"]["parts"]}
    whole = sum(part["value"] for part in parts.values())
    assert abs(whole - found["bridge"]["difference"]["value"]) < 1e-6
    page.locator(".figure").first.click()
    page.locator(".proof-value").wait_for()
    assert "figure=compare" in page.url
