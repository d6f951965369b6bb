"""Measured fuels through the API: what is shown opens, down to the batch."""

from urllib.parse import quote

import pytest

from tanlu.store.parks import save
from tanlu.workflow.viewer import LOCAL
from tests.unit.platform.test_api import figures, get
from tests.unit.report import parks


@pytest.fixture
def works(desk, client):
    draft = parks.measured().book.draft
    desk.judge(draft)
    save(desk.engine, "small", draft, 0, desk.saving(LOCAL, "test"))
    return client


def test_every_figure_opens_to_its_own_value(works):
    shown = get(works, "/parks/small/measured", year=2022)
    found = figures(shown, figures(get(works, "/parks/small/inventory", year=2022), {}))
    assert {key.split("~")[0] for key in found} >= {
        "mean", "stock", "part", "term", "carbon", "stack", "line"
    }  # fmt: skip
    for key, value in found.items():
        proof = get(works, f"/parks/small/figures/{quote(key, safe='')}")
        assert proof["figure"]["value"] == pytest.approx(value, rel=1e-12), key


def test_a_mean_names_its_batches_and_their_weights(works):
    means = get(works, "/parks/small/measured", year=2022)["means"]
    january = next(mean for mean in means if len(mean["batches"]) == 2)
    assert [batch["record_id"] for batch in january["batches"]] == ["b1", "b2"]
    assert [batch["weight"] for batch in january["batches"]] == [0.6, 0.4]
    # 60 % dry carbon with 8 % moisture; 50 % as received
    assert [batch["content"] for batch in january["batches"]] == pytest.approx([0.552, 0.5])
    assert january["used"] == january["weighed"] == 1000.0


def test_a_line_opens_to_its_batches(works):
    key = quote("line~bituminous_coal-2022-01.co2", safe="")
    proof = get(works, f"/parks/small/figures/{key}")
    tables = [(record["table"], record["record_id"]) for record in proof["records"]]
    assert tables == [
        ("activities", "bituminous_coal-2022-01"), ("batches", "b1"), ("batches", "b2")
    ]  # fmt: skip
    carbon = next(f for f in proof["factors"] if f["quantity"] == "carbon")
    assert (carbon["found"], carbon["clause"]) == ("measured", "b1, b2")
    assert "counts this CO2" in proof["notes"][-1]["en"]


def test_the_balance_opens_to_its_rows(works):
    shown = get(works, "/parks/small/measured", year=2022)["balances"][0]
    proof = get(works, f"/parks/small/figures/{quote(shown['co2']['key'], safe='')}")
    assert [part["label"]["en"] for part in proof["parts"]] == ["Ore", "Coke", "Iron"]
    assert len(proof["records"]) == 3
    net = 20000 * 0.015 + 9000 * 0.83 - 18000 * 0.042
    assert shown["co2"]["value"] == pytest.approx(net * 44 / 12)


def test_a_member_sees_what_is_its_own(works):
    shown = get(works, "/parks/small/measured", year=2022, member="steel")
    assert not shown["means"]
    assert [stock["carrier"] for stock in shown["stocks"]] == ["anthracite"]
    assert shown["stocks"][0]["used"]["value"] == pytest.approx(1000.0)
    assert not shown["stacks"]
