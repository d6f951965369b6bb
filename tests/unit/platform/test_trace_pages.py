"""What the pages of carbon flow ask: every figure opens to the same value; spans sum."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tanlu.web.api.trace_ledger import GreenLedger
from tanlu.web.api.trace_map import CarbonMap, CarbonNode, MemberDay
from tanlu.web.api.trace_pages import CarbonMembers, CarbonPicture, MonthlyCarbon
from tanlu.web.app import create_app
from tanlu.workflow.desk import open_desk
from tanlu.workflow.open import bundled
from tanlu.workflow.trace_pages import _beside
from tanlu.workflow.trace_span import span_of
from tests.unit.platform.conftest import CLIENT
from tests.unit.platform.test_scope2 import figures

ROUTE = "/api/v1/parks/opulent/trace"


@pytest.fixture(scope="module")
def opulent(tmp_path_factory):
    desk = open_desk(tmp_path_factory.mktemp("desk"), (bundled("opulent"),))
    with TestClient(create_app(desk), headers=CLIENT) as opened:
        yield opened
    desk.engine.dispose()


ASKED = [
    ("picture", CarbonPicture, {"at": "2022"}),
    ("picture", CarbonPicture, {"at": "2022-03", "most": 1}),
    ("picture", CarbonPicture, {"at": "2022-03-05T13", "most": 1, "view": "market"}),
    ("map", CarbonMap, {"at": "2022-03-05"}),
    ("map", CarbonMap, {"at": "2022", "carrier": "steam"}),
    ("nodes/motors", CarbonNode, {"carrier": "electricity", "day": "2022-03-05"}),
    ("statements", CarbonMembers, {"at": "2022-03-05"}),
    ("members/opto/day", MemberDay, {"day": "2022-03-05"}),
    ("members/utility/statement", MonthlyCarbon, {"month": "2022-03"}),
    ("green-ledger", GreenLedger, {"day": "2022-03-05"}),
    ("green-ledger", GreenLedger, {"day": "2022-03-05", "member": "motors"}),
]


@pytest.mark.parametrize(("path", "record", "query"), ASKED)
def test_every_figure_opens_to_the_same_value(opulent, path, record, query):
    answer = opulent.get(f"{ROUTE}/{path}", params=query)
    found = figures(record.model_validate(answer.json()).model_dump())
    assert found
    for each in found:
        opened = opulent.get(f"/api/v1/parks/opulent/figures/{quote(each['key'], safe='')}").json()
        value = each["value"]
        same = value if value is None else pytest.approx(value, rel=1e-12)
        assert opened["figure"]["value"] == same, each["key"]
        assert opened["figure"]["unit"] == each["unit"], each["key"]


def total(client, at):
    return client.get(f"{ROUTE}/picture", params={"at": at}).json()["total"]["value"]


def test_hours_sum_to_the_day_days_to_the_month_months_to_the_year(opulent):
    hours = [total(opulent, f"2022-03-05T{hour:02d}") for hour in range(24)]
    assert sum(hours) == pytest.approx(total(opulent, "2022-03-05"))
    assert total(opulent, "2022-03-05") * 31 == pytest.approx(total(opulent, "2022-03"))
    months = [total(opulent, f"2022-{month:02d}") for month in range(1, 13)]
    assert sum(months) == pytest.approx(total(opulent, "2022"))


@pytest.mark.parametrize("most", [1, 24])
def test_a_picture_is_balanced(opulent, most):
    shown = opulent.get(f"{ROUTE}/picture", params={"at": "2022-03", "most": most}).json()
    starts = {link["from_id"] for link in shown["links"]}
    ends = {link["to_id"] for link in shown["links"]}
    into = sum(x["carbon"]["value"] for x in shown["links"] if x["from_id"] not in ends)
    assert into == pytest.approx(shown["total"]["value"])
    if most > 1:  # members drawn as one may both end and pass on
        out = sum(x["carbon"]["value"] for x in shown["links"] if x["to_id"] not in starts)
        assert out == pytest.approx(shown["total"]["value"])


def test_a_statement_agrees_with_the_park(opulent):
    month = {"month": "2022-03"}
    said = [
        opulent.get(f"{ROUTE}/members/{name}/statement", params=month).json()
        for name in ("opto", "motors", "utility", "works")
    ]
    park = said[0]["park"]
    own = sum(each["statement"]["own"]["value"] for each in said)
    assert own == pytest.approx(park["total"]["value"])
    less = park["members_sum"]["value"] - park["eliminated"]["value"]
    assert less == pytest.approx(park["total"]["value"])
    for each in said:
        parts = [each["statement"][name]["value"] for name in ("direct", "bought", "received")]
        lines = [
            sum(line["carbon"]["value"] for line in each[name])
            for name in ("emitted", "purchased", "received")
        ]
        assert lines == pytest.approx(parts)


def test_each_kwh_of_green_power_is_owned_once(opulent):
    found = opulent.get(f"{ROUTE}/green-ledger", params={"day": "2022-03-05"}).json()
    owned = sum(found["sums"][k]["value"] for k in ("own", "store", "contract", "certificate"))
    assert owned + found["over"]["value"] == pytest.approx(found["given"]["value"])
    assert owned + found["sums"]["open"]["value"] == pytest.approx(found["sums"]["used"]["value"])
    # certificates claimed for 2021 are no part of 2022
    assert {s["source"] for s in found["sources"]} == {"pv", "bess", "gec-2022"}


def test_spans_beside_each_other():
    assert _beside(span_of("2022-12-31T23", 0), 24) == ("2022-12-31T22", None)
    assert _beside(span_of("2022-03-05T00", 0), 24) == ("2022-03-04T23", "2022-03-05T01")
    assert _beside(span_of("2022-01", 0), 0) == (None, "2022-02")


def test_what_is_not_there_is_said(opulent):
    for at in ("2022-13", "2022-02-30", "2022-03-05T24", "march"):
        assert opulent.get(f"{ROUTE}/picture", params={"at": at}).status_code == 404
    assert opulent.get(f"{ROUTE}/picture", params={"at": "1999"}).status_code == 422
    assert opulent.get(f"{ROUTE}/map", params={"carrier": "magic"}).status_code == 404
