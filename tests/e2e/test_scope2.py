"""Scope 2: two columns side by side, each figure with its proof; refused where it must be."""

import json
import urllib.request

PAGE = "/account/scope2"


def ask(server: str, path: str):
    with urllib.request.urlopen(f"{server}/api/v1{path}", timeout=20) as answer:  # noqa: S310
        return json.load(answer)


def test_both_views_stand_side_by_side(visit, server):
    found = ask(server, "/parks/ganzhou/scope2?year=2022")
    assert found["location"]["value"] > 0
    assert found["market"]["value"] is None  # the paper's method names no residual mix
    assert [w["code"] for w in found["warnings"]] == ["no_residual_mix"]
    visit.go(PAGE, year="2022")
    page = visit.page
    page.locator(".ledger table").first.wait_for()
    heads = page.locator(".ledger").first.locator("thead th").all_inner_texts()
    assert len([h for h in heads if "CO" in h]) == 2
    assert page.locator(".faults li").count() == 1


def test_a_figure_of_the_market_view_opens_its_proof(visit):
    page = visit.page
    visit.go(PAGE, year="2022")
    page.locator(".ledger table").first.wait_for()
    page.locator(".answer .figure").first.click()
    page.locator(".proof .proof-value").wait_for()
    assert "scope2_location" in page.url
