import pytest

from tanlu.account.cut import cut
from tanlu.account.facts import facts_of
from tests.laws.parks import book_of, flow, ledger_of, member

GRID = 0.581  # wang2024


def power(start, end, mwh, origin="", **rest):
    return flow(start, end, "electricity", mwh, "MWh", **rest) | {
        "record_id": f"{start}-{end}-{origin or 'grid'}", "origin": origin,
    }  # fmt: skip


def members(*names, parent=""):
    return [member(name, parent, "enterprise") for name in names]


def test_a_battery_charged_by_own_pv_is_free_of_emissions():
    rows = [power("pv", "bat", 100, "pv"), power("bat", "acme", 90, "storage")]
    found = cut(ledger_of({"members": members("acme", "pv", "bat"), "flows": rows}), year=2022)
    assert found.total_t == 0
    assert found.ledger.lines.filter(to_id="acme")["co2_t"].to_list() == [0]


def test_a_battery_carries_the_mean_of_what_charged_it_losses_included():
    rows = [
        power("pv", "bat", 60, "pv"), power("world", "bat", 40), power("bat", "acme", 90, "storage")
    ]  # fmt: skip
    ledger = ledger_of({"members": members("acme", "pv", "bat"), "flows": rows})
    out = ledger.lines.filter(to_id="acme").row(0, named=True)
    assert out["co2_t"] == pytest.approx(40 * GRID)
    whole, each = cut(ledger, year=2022), cut(ledger, year=2022, boundary="enterprise")
    assert whole.total_t == pytest.approx(40 * GRID)
    assert each.elimination_t == pytest.approx(40 * GRID)
    assert each.total_t == pytest.approx(whole.total_t)
    factor = ledger.choices[out["choice"]].factors["emission"]
    assert factor.found == "stored"
    assert factor.value == pytest.approx(40 * GRID / 90)


def test_own_pv_is_energy_but_no_emission():
    tables = {
        "members": [*members("acme"), member("roof", "acme", "facility")],
        "flows": [power("world", "acme", 100), power("roof", "acme", 50, "pv"),
                  power("roof", "world", 10, "pv")],
    }  # fmt: skip
    book, ledger = book_of(tables), ledger_of(tables)
    for boundary in ("park", "enterprise", "facility"):
        found = cut(ledger, year=2022, boundary=boundary)
        assert found.total_t == pytest.approx(100 * GRID)
        assert facts_of(found, book).energy_tce == pytest.approx(150 * 0.1229)
    assert cut(ledger, year=2022).exported["co2_t"].sum() == 0


def test_power_over_a_direct_line_is_not_the_grids():
    ledger = ledger_of({"members": members("acme"), "flows": [power("world", "acme", 100, "wind")]})
    assert cut(ledger, year=2022).total_t == 0
