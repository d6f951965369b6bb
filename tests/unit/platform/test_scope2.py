"""Both views of purchased energy: every figure opens a proof that says the same."""

import pytest

from tanlu.account.cut import cut
from tanlu.catalog.load import load_catalog
from tanlu.web.api.scope2 import Scope2
from tanlu.workflow.assess import assess
from tanlu.workflow.views.proof import proof
from tanlu.workflow.views.scope2 import scope2_view
from tests.laws.parks import book_of, member
from tests.laws.test_market import gec, power

FLOWS = [
    power("world", "acme", 100), power("world", "bolt", 60), power("roof", "acme", 30, "pv"),
    power("roof", "world", 5, "pv"), power("world", "bat", 10), power("bat", "acme", 9, "storage"),
    power("world", "park", 50), power("park", "bolt", 40), power("world", "bolt", 7, "wind"),
]  # fmt: skip
GREEN = [
    gec("g1", 40, for_id="acme"), gec("g2", 30), gec("open", 10, cancelled_on=""),
    gec("line", 5, kind="direct_line_contract", for_id="bolt"),
    gec("sold", 10, for_id="world", generator_id="roof"),
]  # fmt: skip


@pytest.fixture(scope="module", params=["cn.park", "wang2024"])
def findings(request):
    tables = {
        "members": [member("acme"), member("bolt"), member("roof", "acme", "facility"),
                    member("bat")],
        "flows": FLOWS, "certificates": GREEN,
    }  # fmt: skip
    return assess(book_of(tables, method=request.param), load_catalog())


def figures(value):
    if isinstance(value, dict):
        if {"key", "value", "unit", "label"} <= set(value):
            yield value
        for each in value.values():
            yield from figures(each)
    elif isinstance(value, list):
        for each in value:
            yield from figures(each)


@pytest.mark.parametrize("boundary", ["park", "enterprise", "facility"])
def test_every_figure_opens_a_proof_of_the_same_value(findings, boundary):
    view = scope2_view(findings, cut(findings.ledger, year=2022, boundary=boundary))
    Scope2.model_validate(view)
    found = list(figures(view))
    assert len(found) > 40
    for each in found:
        opened = proof(findings, each["key"])
        assert opened["figure"]["value"] == each["value"], each["key"]
        assert opened["figure"]["unit"] == each["unit"], each["key"]
        assert opened["parts"] or opened["records"] or opened["notes"], each["key"]
        for part in opened["parts"]:
            assert proof(findings, part["key"])["figure"]["value"] == part["value"], part["key"]


def test_steps_add_up_to_the_line(findings):
    view = scope2_view(findings, cut(findings.ledger, year=2022, boundary="facility"))
    for line in view["lines"]:
        parts = [step["market"]["value"] for step in line["steps"]]
        if None not in parts:
            assert sum(parts) == pytest.approx(line["market"]["value"], abs=1e-9)
        assert all(step["rules"] for step in line["steps"])
