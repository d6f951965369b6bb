"""A tree recomputed by hand with plain loops: no code of the tree is used for what is expected.

No published LEAP case prints inputs and results in a text that was read, so the case is made
up: a works with two devices and two fuels, a CHP plant, PV, losses, growth and two measures.
"""

import pytest

from tanlu.workflow.scenario.open import open_tree

CARD = """tree_id: works
name_en: Works
name_zh: 工厂
base_year: 2020
end_year: 2022
carriers:
  gas: {gj_per_tce: 29.3076}
  heat: {gj_per_tce: 29.3076}
  electricity: {gj_per_tce: 29.3076}
scenarios:
  - {scenario_id: as_is, name_en: As is, name_zh: 基准, overlays: []}
  - {scenario_id: both, name_en: Both, name_zh: 两项, overlays: [pumps, grid]}
"""
BRANCHES = """branch,name_en,name_zh
works/all/heat/boiler/gas,,
works/all/heat/steam/heat,,
works/all/heat/pump/electricity,,
supply/heat/chp/gas,,
supply/electricity/pv,PV,光伏
"""
VALUES = """branch,quantity,year,value,low,high,unit,cite,note
works,activity,2020,1000,,,1,,
works,activity_growth,2021,10,,,%,,
works/all/heat,intensity,2020,0.3,,,tce,,
works/all/heat/boiler,share,2020,0.5,,,1,,
works/all/heat/boiler,efficiency,2020,0.8,,,1,,
works/all/heat/steam,share,2020,0.3,,,1,,
works/all/heat/pump,share,2020,0.2,,,1,,
works/all/heat/pump,efficiency,2020,3,,,1,,
supply/heat,loss,2020,0.1,,,1,,
supply/heat/chp,efficiency,2020,0.5,,,1,,
supply/heat/chp,power_ratio,2020,0.05,,,1,,
supply/heat/chp,share,2020,1,,,1,,
supply/electricity/pv,output,2020,5,,,tce,,
supply/gas,factor,2020,1.6,,,t CO2/tce,,
supply/electricity,factor,2020,4.0,,,t CO2/tce,,
"""
PUMPS = """id: pumps
label: {en: Pumps, zh: 热泵}
from: 2021-01-01
values:
  - {branch: works/all/heat/pump, quantity: share, values: {2022-01-01: {value: 0.6}}}
"""
GRID = """id: grid
label: {en: Grid, zh: 电网}
kind: policy
from: 2021-01-01
values:
  - branch: supply/electricity
    quantity: factor
    unit: t CO2/tce
    values: {2022-01-01: {value: 2.0}}
"""


def by_hand(year, pump, grid):
    """Emissions: own loops over boiler, steam and pump."""
    useful = 1000 * 1.1 ** (year - 2020) * 0.3
    rest = 1 - pump
    boiler, steam = rest * 0.5 / 0.8, rest * 0.3 / 0.8
    gas = useful * boiler / 0.8
    heat_made = useful * steam / 0.9
    chp_gas, chp_power = heat_made / 0.5, heat_made * 0.05
    power = useful * pump / 3
    bought = max(0.0, power - chp_power - 5)
    return (gas + chp_gas) * 1.6 + bought * grid


@pytest.fixture
def works(tmp_path):
    (tmp_path / "overlays").mkdir()
    for name, text in (("tree.yaml", CARD), ("branches.csv", BRANCHES), ("values.csv", VALUES),
                       ("overlays/pumps.yaml", PUMPS), ("overlays/grid.yaml", GRID)):  # fmt: skip
        (tmp_path / name).write_text(text, "utf-8")
    return open_tree(tmp_path)


def test_as_is(works):
    expected = [by_hand(year, 0.2, 4.0) for year in (2020, 2021, 2022)]
    assert works.run("as_is").total_t == pytest.approx(expected, rel=1e-12)


def test_with_both_measures(works):
    expected = [by_hand(2020, 0.2, 4.0), by_hand(2021, 0.4, 3.0), by_hand(2022, 0.6, 2.0)]
    assert works.run("both").total_t == pytest.approx(expected, rel=1e-12)


def test_surplus_power_is_sent_out_not_subtracted(works):
    # nothing but PV and CHP when pumps are few: what users do not take carries its own carbon
    served = works.run("as_is").supply
    made = served.output["supply/electricity/pv"] + served.second["supply/heat/chp"]
    used = served.asked["electricity"]
    assert served.bought["electricity"] == pytest.approx((used - made).clip(0), abs=1e-9)
    assert served.sent_out["electricity"] == pytest.approx((made - used).clip(0), abs=1e-9)
