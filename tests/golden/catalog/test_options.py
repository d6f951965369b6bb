"""Numbers of options beside an independent reading of the same sheets.

The expected values are those of the public cost table PyPSA/technology-data
(outputs/costs_2030.csv and costs_2050.csv of commit 634cdc1), which reads the sheets of
the Danish Energy Agency with a program of its own. Shares and lives only: its money is
carried to another price year.
"""

from datetime import date

import pytest

from tanlu.catalog.option_values import sheet
from tanlu.catalog.options import option

TABLE = [
    # option, quantity, year, value there
    ("heat_pump_125c", "out.heat_125c", 2030, 2.7),
    ("heat_pump_150c", "out.heat_150c", 2030, 3.05),
    ("heat_pump_150c", "out.heat_150c", 2050, 3.2),
    ("heat_pump_125c", "life", 2030, 20.0),
    ("boiler_electric", "out.steam", 2030, 0.99),
    ("boiler_electric", "life", 2030, 25.0),
    ("boiler_gas", "out.steam", 2030, 0.93),
    ("boiler_gas", "out.steam", 2050, 0.94),
    ("boiler_biomass", "out.steam", 2030, 0.89),
    ("furnace_gas", "out.direct_heat", 2030, 1.0),
    ("furnace_gas", "life", 2030, 15.0),
    ("wind", "life", 2030, 30.0),
    ("pv_roof", "life", 2030, 40.0),
    ("heat_store_tank", "life", 2030, 40.0),
    ("battery", "life", 2030, 25.0),
    ("capture_cement", "in.electricity", 2030, 0.107),
    ("capture_cement", "in.steam", 2030, 0.72),
    ("capture_cement", "captured", 2030, 0.9),
    ("electrolyser_alkaline", "out.hydrogen", 2030, 0.6217),
]


@pytest.mark.parametrize(("option_id", "name", "year", "expected"), TABLE)
def test_a_number_is_that_of_the_public_table(option_id, name, year, expected):
    got = sheet(option(option_id), date(year, 1, 1))[name]
    assert got.value == pytest.approx(expected, abs=6e-5)
    assert got.status == "primary"
