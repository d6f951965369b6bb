import pytest

from tanlu.account.cut import cut
from tanlu.account.green import green_power
from tanlu.account.scope2 import bought_lines, is_asked
from tests.laws.parks import ledger_of, member, own
from tests.laws.test_market import gec, power

REST = 0.5856  # announcement of 2022, without market-traded non-fossil
GRID = 0.5752  # Jiangxi 2022


def ledger(flows, certificates=(), factors=(), method="cn.park"):
    tables = {
        "members": [member("acme"), member("bolt"), member("roof", "acme", "facility")],
        "flows": flows, "certificates": list(certificates), "factors": list(factors),
    }  # fmt: skip
    return ledger_of(tables, method=method)


def of(flows, *certificates, **rest):
    return cut(ledger(flows, certificates, **rest), year=2022)


def codes(inventory):
    return [f.code for f in inventory.ledger.market.faults]


def test_what_nothing_covers_takes_the_substitute_that_the_method_names():
    found = of([power("world", "acme", 100)])
    assert found.market_t == pytest.approx(100 * REST)
    assert found.total_t == pytest.approx(100 * GRID, rel=1e-3)
    (line,) = bought_lines(found)
    (step,) = line.steps
    assert (step.code, step.rules) == ("substitute", ("R3", "R5"))
    assert step.resolved.factor.series == "grid.excluding_traded_nonfossil"
    assert not is_asked(found)


def test_where_no_residual_mix_is_known_there_is_no_market_figure():
    found = of([power("world", "acme", 100)], method="wang2024")
    assert found.market_t is None
    assert found.market_total_t is None
    assert found.total_t == pytest.approx(58.1)
    assert codes(found) == ["no_residual_mix"]
    assert bought_lines(found)[0].steps[0].code == "refused"


def test_full_coverage_needs_no_residual_mix():
    found = of([power("world", "acme", 100)], gec("g", 100), method="wang2024")
    assert found.market_t == 0
    assert codes(found) == []


def test_a_surplus_is_listed_and_never_negative():
    found = of([power("world", "acme", 100)], gec("g", 130))
    assert found.market_t == 0
    (holding,) = found.ledger.market.holdings
    assert (holding.used_mwh, holding.surplus_mwh) == (100, 30)
    assert codes(found) == ["certificates_surplus"]


def test_one_that_is_not_cancelled_or_of_another_year_does_not_count():
    found = of(
        [power("world", "acme", 100)],
        gec("open", 50, cancelled_on=""), gec("later", 50, claim_year="2023"),
        gec("early", 30, period="2021", claim_year="2022"),
    )  # fmt: skip
    assert found.market_t == pytest.approx(70 * REST)
    states = {h.certificate_id: (h.state, h.used_mwh) for h in found.ledger.market.holdings}
    assert states == {"open": ("not_cancelled", 0), "later": ("used", 0), "early": ("used", 30)}


def test_the_groups_certificates_are_shared_once():
    flows = [power("world", "acme", 300), power("world", "bolt", 100)]
    shared = cut(ledger(flows, [gec("g", 200)]), year=2022, boundary="enterprise")
    sums = dict(shared.lines.select("cell", "market_t").iter_rows())
    assert sums["acme"] == pytest.approx(150 * REST)
    assert sums["bolt"] == pytest.approx(50 * REST)
    assert shared.market_t == pytest.approx(200 * REST)


def test_a_certificate_of_its_users_shows_on_the_line_of_the_supplier():
    flows = [power("world", "acme", 100), power("acme", "bolt", 60)]
    whole = ledger(flows, [gec("g", 60, for_id="bolt")])
    found = cut(whole, year=2022)
    assert found.market_t == pytest.approx(40 * REST)
    alone = cut(whole, year=2022, member_id="bolt")
    assert alone.market_t == 0


def test_the_suppliers_factor_goes_before_the_residual_mix():
    supplied = own(
        "electricity", "emission", 0.1, "t CO2/MWh", kind="supplier", supplier_id="world"
    )
    found = of([power("world", "acme", 100)], gec("g", 40), factors=[supplied])
    assert found.market_t == pytest.approx(60 * 0.1)
    assert "location_by_supplier" in codes(found)
    assert is_asked(found)


def test_sold_certificates_take_own_use_only_beyond_what_was_sent_out():
    flows = [power("roof", "acme", 100, "pv"), power("roof", "world", 50, "pv")]
    sold = {"for_id": "world", "generator_id": "roof"}
    assert of(flows, gec("s", 50, **sold)).market_t == 0
    assert of(flows, gec("s", 80, **sold)).market_t == pytest.approx(30 * REST)
    assert of(flows, gec("s", 150, **sold)).market_t == pytest.approx(100 * REST)
    assert of(flows, gec("s", 150, **sold)).location_t == 0


def test_a_direct_line_needs_its_contract():
    flows = [power("world", "acme", 100, "wind")]
    proof = gec("c", 70, kind="direct_line_contract", cancelled_on="")
    found = of(flows, proof)
    assert found.location_t == 0
    assert found.market_t == pytest.approx(30 * REST)
    assert codes(found) == ["direct_line_unproven"]
    green = green_power(found)
    assert (green.line_mwh, green.direct_sold_mwh, green.green_mwh) == (100, 30, 70)


def test_green_power_of_a_park():
    flows = [
        power("world", "acme", 200), power("roof", "acme", 30, "pv"),
        power("roof", "world", 5, "pv"),
    ]  # fmt: skip
    trade = gec("t", 40, kind="green_power_trade")
    green = green_power(of(flows, trade, gec("g", 20)))
    assert green.used_mwh == pytest.approx(230)
    assert (green.direct_mwh, green.traded_mwh, green.certificated_mwh) == (30, 40, 20)
    assert green.green_mwh == pytest.approx(90)


def test_supply_in_a_circle_is_told():
    flows = [power("world", "acme", 100), power("acme", "bolt", 60), power("bolt", "acme", 10)]
    found = of(flows, gec("g", 30, for_id="bolt"))
    assert "power_in_circles" in codes(found)
    assert found.market_t >= 0


def test_heat_is_the_same_in_both_views():
    heat = power("world", "acme", 10) | {"record_id": "h", "carrier": "heat", "unit": "GJ"}
    found = of([heat])
    assert found.market_t == found.location_t == pytest.approx(1.1)
    assert bought_lines(found)[0].steps[0].code == "same"


def test_other_gases_of_power_follow_the_uncovered_share():
    methane = own("electricity", "ch4", 3.0e-5, "t CH4/MWh")
    found = of([power("world", "acme", 100)], gec("g", 75), factors=[methane], method="cn.park.ghg")
    gas = found.lines.filter(gas="ch4").row(0, named=True)
    assert gas["market_t"] == pytest.approx(gas["co2_t"] / 4)
    assert [line.steps[0].code for line in bought_lines(found)] == ["gas", "certificate"]
    assert found.market_t == pytest.approx(25 * REST + gas["market_t"])
