"""Exercises whose inputs are published; the results are worked out by hand beside them.

Stocks: the greenhouse gas accounting exercise "Calculating Emissions" (F&M and GOFAST),
read as text in a public copy of the sheet; its answer sheet was not seen. The other
examples are recomputed from the equations that they name, with exact fractions.
"""

from fractions import Fraction

import pytest

from tanlu.account.formulas import FORMULAS
from tests.laws.parks import ledger_of, member

DOCUMENTS = [{"citation_id": "lab", "title_en": "Laboratory", "title_zh": "检测"}]
NOTHING = dict.fromkeys(("purchased", "produced", "sold", "other_use"), 0.0)


@pytest.mark.parametrize(
    ("opening", "purchased", "closing", "used"),
    [
        (41_900, 0, 6_000, 35_900),  # F&M, diesel [L]
        (75_000, 900_000, 40_000, 935_000),  # GOFAST, motor gasoline [L]
        (2_000, 20_000, 4_000, 18_000),  # GOFAST, diesel [L]
    ],
)
def test_what_a_stock_says_was_burned(opening, purchased, closing, used):
    stock = {**NOTHING, "opening": opening, "purchased": purchased, "closing": closing}
    assert FORMULAS["stock_use"].function(**stock) == used


def test_mean_of_monthly_heat_values():
    # 40 CFR 98.33, eq. C-2b: sum of (HHV × fuel) over sum of fuel, twelve months
    fuel = [100 + 5 * n for n in range(12)]
    heat = [Fraction(200 + n, 10) for n in range(12)]
    mean = sum(f * h for f, h in zip(fuel, heat, strict=True)) / sum(fuel)
    batches = [
        {"record_id": f"b{n}", "member_id": "a", "carrier": "bituminous_coal", "cite": "lab#1",
         "period": f"2022-{n + 1:02}", "quantity": str(fuel[n]), "unit": "t",
         "ncv": str(float(heat[n])), "ncv_unit": "GJ/t"}
        for n in range(12)
    ]  # fmt: skip
    record = {
        "record_id": "r", "member_id": "a", "stream": "combustion", "carrier": "bituminous_coal",
        "period": "2022", "quantity": str(sum(fuel)), "unit": "t", "quality": "measured",
    }  # fmt: skip
    found = ledger_of(
        {"members": [member("a")], "activities": [record], "batches": batches,
         "citations": DOCUMENTS},
        method="cn.park",
    )  # fmt: skip
    (taken,) = found.preparation.means
    assert taken.factors["ncv"].value == pytest.approx(float(mean), rel=1e-12)
    # eq. C-3 without its default oxidation: fuel × carbon × 44/12, here the guide's 93 %
    carbon = Fraction(261, 10_000)
    wanted = sum(fuel) * mean * carbon * Fraction(93, 100) * Fraction(44, 12)
    assert found.lines["co2_t"].sum() == pytest.approx(float(wanted), rel=1e-12)


def test_carbon_balance_of_an_electric_arc_furnace():
    # 40 CFR 98.173, eq. Q-5 in its structure: carbon of scrap, flux, electrodes and coal less
    # carbon of steel, slag and residue, times 44/12
    rows = {
        "scrap": (1_000_000, "0.5"), "flux": (40_000, "11.5"), "electrode": (1_500, "99"),
        "coal": (10_000, "85"), "steel": (-950_000, "0.2"), "slag": (-90_000, "0.1"),
        "dust": (-15_000, "1.2"),
    }  # fmt: skip
    net = sum(Fraction(str(c)) / 100 * amount for amount, c in rows.values())
    table = [
        {"record_id": name, "member_id": "a", "period": "2022", "material": name,
         "side": "input" if amount > 0 else "output", "quantity": str(abs(amount)), "unit": "t",
         "carbon": c, "carbon_unit": "%", "destination": "weighed", "cite": "lab#1"}
        for name, (amount, c) in rows.items()
    ]  # fmt: skip
    found = ledger_of(
        {"members": [member("a")], "mass_balance": table, "citations": DOCUMENTS}, method="cn.park"
    )
    assert net == Fraction(17_415)
    assert found.lines["co2_t"].sum() == pytest.approx(float(net * Fraction(44, 12)), rel=1e-12)
