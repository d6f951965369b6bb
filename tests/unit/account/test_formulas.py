"""One function per formula: on numbers, columns, tables and names."""

import inspect
import math
import re

import duckdb
import numpy as np
import polars as pl
import pytest
import sympy

from tanlu.account.formulas import FORMULAS, SYMBOLS

# numbers of the size that parks have
VALUES = {
    "fuel": [1e6, 0.0, 123.456],
    "gcv": [27.0, 0.0393, 38.6],
    "ncv": [0.038931, 20.908, 42.652],
    "carbon": [0.0153, 0.02637, 0.0202],
    "oxidised": [0.98, 0.94, 1.0],
    "energy": [1e5, 7.25, 3e-3],
    "emission": [0.581, 0.11, 0.2472],
    "factor": [1e-6, 3.9, 0.0561],
    "value_before": [3.83, 650.0, 0.79],
    "value_after": [3.9464, 310.0, 0.51],
    "time_share": [0.5, 0.0, 1.0],
    "printed_value": [0.73, 2500.0, 5.66],
    "unit_scale": [1e6, 1e3, 1.0],
    "rate_cny": [7.733, 1.0, 6.9],
    "price_ratio": [1.059, 1.0, 0.98],
    "covered_days": [334.0, 1.0, 5840.0],
    "expected_days": [365.0, 366.0, 5840.0],
    "booked": [90.0, 1e6, 3.5],
    "missing_tonnes": [10.0, 2.5e4, 0.5],
    "daily": [2.0, 0.5, 41.2],
    "missing_days": [31.0, 184.0, 1.0],
    "reliability": [1.0, 5.0, 3.0],
    "collection": [1.0, 2.0, 5.0],
    "time": [1.0, 4.0, 5.0],
    "place": [2.0, 1.0, 4.0],
    "technology": [2.0, 3.0, 1.0],
    "record_grade": [1.5, 5.0, 2.2],
    "factors_grade": [2.5, 4.75, 1.0],
    "graded": [250.0, 4.2e6, 7.0],
    "graded_tonnes": [100.0, 1.4e6, 3.5],
    "scope1": [1.5, 0.0, 8e5],
    "scope2": [2.5, 3e5, 0.0],
    "co2": [1.006e6, 1.0, 8.879e5],
    "output": [1.162e11, 1e4, 7.07e10],
    "amount": [1000.0, 0.0, 4.2],
    "coefficient": [0.1229, 1.33e-3, 1.4714],
    "purity": [0.92, 1.0, 0.5],
    "calcined": [0.9, 1.0, 0.0],
    "oxide": [0.65, 0.95, 1.0],
    "per_oxide": [0.785, 0.7848, 0.913],
    "hydrated": [0.1, 0.0, 1.0],
    "hydrate_water": [0.28, 0.3, 0.0],
    "magnesia": [0.01, 0.0, 0.4],
    "per_magnesia": [1.092, 1.1, 1.09193],
    "dust": [1.02, 1.0, 1.05],
    "cullet": [0.5, 0.1, 0.0],
    "anode": [0.42, 0.411, 0.5],
    "sulphur": [0.02, 0.0, 0.03],
    "ash": [0.004, 0.0, 0.01],
    "slope": [1.43e-4, 9.2e-5, 9.9e-5],
    "minutes": [0.5, 0.0, 3.0],
    "overvoltage": [1.16e-3, 3.65e-3, 1e-3],
    "millivolts": [1.5, 0.0, 4.0],
    "efficiency": [0.95, 1.0, 0.9],
    "ratio": [0.121, 0.1, 0.085],
    "destroyed": [0.9, 0.95, 0.0],
    "running": [0.8, 1.0, 0.0],
    "content": [0.4, 0.2, 0.8],
    "deduction": [0.215, 0.6, 0.055],
    "heel": [0.1, 0.0, 0.05],
    "made": [6e-4, 2e-4, 1e-3],
    "abated": [0.5, 1.0, 0.0],
    "leak_rate": [0.1, 0.35, 0.0],
    "loss": [0.01, 0.002, 0.03],
    "left": [0.8, 1.0, 0.5],
    "recovered": [0.5, 0.0, 1.0],
    "portion": [5e-4, 1e-3, 2.5e-4],
    "dry": [0.9, 1.0, 0.4],
    "fossil": [0.39, 1.0, 0.0],
    "fossil_content": [0.15, 0.0, 0.8],
    "burned": [0.95, 1.0, 0.58],
    "degradable": [0.15, 0.4, 0.0],
    "decomposed": [0.5, 0.6, 1.0],
    "correction": [0.8, 1.0, 0.3],
    "methane": [0.5, 0.55, 0.4],
    "covered": [0.1, 0.0, 0.2],
    "decayed": [0.05, 0.0, 0.1],
    "capacity": [0.25, 0.6, 2.5e-4],
    "water": [6.3, 24.0, 162.0],
    "load": [2.9e-3, 1e-2, 0.0],
    "nitrogen": [5e-6, 1e-5, 0.0],
    "yearly": [3.2e-6, 0.0, 1e-5],
    "total": [22400.0, 0.0, 1.5],
    "weight": [1000.0, 1.0, 0.03],
    "dry_carbon": [0.65, 0.0, 0.7],
    "air_dried": [0.63, 0.5, 0.7],
    "moisture": [0.08, 0.0, 0.25],
    "moisture_air": [0.02, 0.0, 0.1],
    "carbon_content": [0.55, 0.0, 5.9e-4],
    "opening": [300.0, 0.0, 12.5],
    "purchased": [1000.0, 5.0, 1e6],
    "produced": [0.0, 1.0, 2.0],
    "sold": [50.0, 0.0, 3.0],
    "other_use": [10.0, 2.0, 0.0],
    "closing": [250.0, 4.0, 7.5],
    "stored": [0.8, 0.0, 1.0],
    "net_carbon": [12.0, 0.0, 830.0],
    "measured": [51.2, 0.0, 1e5],
    "fuels_co2": [3e5, 0.0, 1.5],
    "processes_co2": [1e5, 2.0, 0.0],
    "power_co2": [5e5, -1.0, 3.0],
    "heat_co2": [1e5, 0.0, 4.0],
    "received": [1000.0, 50.0, 0.0],
    "sent": [100.0, 0.0, 20.0],
    "fuels_tce": [100.0, 0.0, 7.5],
    "heat_tce": [50.0, 0.0, -1.0],
    "power": [1000.0, 10.0, 0.0],
    "equal_value": [0.3, 0.25, 0.45],
    "used": [4.5e5, 1.0, 2e5],
    "limit": [0.2, 0.3, 1.0],
    "part": [80.0, 0.0, 1.0],
    "whole": [100.0, 1.0, 3.0],
    "first": [90.0, 1.0, 2.0],
    "second": [10.0, 0.0, 3.0],
    "now": [110.0, 1.0, 2.0],
    "before": [100.0, 2.0, 2.0],
    "rest": [400.0, 0.0, 12.5],
    "residual": [0.45, 0.5856, 0.1],
    "charged_co2": [50.0, 0.0, 3.25],
    "given": [90.0, 1.0, 7.5],
    "heat": [60.0, 1.0, 500.0],
    "electric": [40.0, 2.0, 200.0],
    "fuel_in": [125.0, 5.0, 1000.0],
    "e_heat": [0.8, 0.85, 0.9],
    "e_power": [0.35, 0.4, 0.5],
    "supply_k": [400.0, 500.0, 373.15],
    "ambient_k": [300.0, 298.15, 288.15],
}
# as the documents write them, for the first row of VALUES; worked out by hand:
# [wang2024] table 5 prints 2,140.3 t per 10⁶ Nm³ of gas, and 0.581 t per MWh
BY_HAND = {
    "completeness_score": 334 / 365,
    "tonnes_score": 0.9,
    "gap_value": 62.0,
    "activity_grade": 7 / 5,
    "factor_grade": 1.5,
    "line_grade": 2.0,
    "weighted_grade": 2.5,
    "total_co2": 4.0,
    "co2_intensity": 1.006e6 / 1.162e11,
    "fuel_energy": 38931.0,
    "fuel_factor": 0.014994 * 44 / 12,
    "purchased_co2": 58100.0,
    "value_between": 3.8882,
    "value_in_plan": 5978150.31,
    "combustion_co2": 2140.348518,
    "energy_co2": 5497.8,
    "combustion_gas": 0.038931,
    "energy_gas": 0.1,
    "fuel_gas": 1.0,
    "gross_gas": 27.0,
    "purchased_gas": 0.1,
    "process_gas": 0.001,
    "carbonate_co2": 0.000828,
    "calcined_co2": 0.0009,
    "pure_co2": 0.00092,
    "oxide_co2": 520.455,
    "hydrated_lime_co2": 520.455 * 0.972,
    "two_oxides_co2": 521.17,
    "glass_co2": 0.0005,
    "anode_co2": 409.92 * 44 / 12,
    "slope_gas": 0.0715,
    "slope_second_gas": 0.0086515,
    "overvoltage_gas": 1.74 / 95,
    "overvoltage_second_gas": 0.21054 / 95,
    "abated_gas": 0.00028,
    "carbon_co2": 400 * 44 / 12,
    "carbon_kept": -400 * 44 / 12,
    "deducted_co2": -215.0,
    "etched_gas": 0.54,
    "etched_gas_abated": 0.297,
    "leaked_gas": 0.05,
    "filled_gas": 0.005,
    "retired_gas": 0.2,
    "burned_co2": 133.38 * 44 / 12,
    "burned_biogenic": 208.62 * 44 / 12,
    "wet_burned_co2": 148.2 * 44 / 12,
    "wet_burned_biogenic": 231.8 * 44 / 12,
    "fossil_burned_co2": 380 * 44 / 12,
    "rest_burned_biogenic": 237.5 * 44 / 12,
    "recovered_gas": 0.0005,
    "landfill_gas": 18.0,
    "decayed_landfill_gas": 0.9,
    "wastewater_gas": 200.0,
    "wastewater_gas_recovered": 100.0,
    "wastewater_product_gas": 3.654,
    "wastewater_volume_gas": 0.58,
    "effluent_n2o": 0.005 * 44 / 28,
    "plant_n2o": 0.0032,
    "park_co2": 1e6,
    "net_co2": 522.9,
    "park_energy": 450.0,
    "unit_energy_co2": 1.006e6 / 4.5e5,
    "co2_to_cut": 9.16e5,
    "share_of": 0.8,
    "share_of_sum": 0.8,
    "growth": 0.1,
    "coal_equivalent": 122.9,
    "amount_of_coal_equivalent": 1e5 / 0.1229,
    "weighted_mean": 22.4,
    "carbon_from_dry": 0.598,
    "carbon_from_air_dried": 0.5796 / 0.98,
    "carbon_per_heat": 0.55 / 0.038931,
    "stock_use": 990.0,
    "content_co2": 539000 * 44 / 12,
    "unburned_co2": 2184.0291,
    "feedstock_co2": 436.80582,
    "energy_unburned_co2": 5610.0,
    "energy_feedstock_co2": 1122.0,
    "content_unburned_co2": 550000 * 44 / 12,
    "content_feedstock_co2": 110000 * 44 / 12,
    "carbon_in_material": 550.0,
    "balance_co2": 44.0,
    "stack_co2": 51.2,
    "market_co2": 180.0,
    "stored_emission": 50 / 90,
    "heat_by_energy": 0.6,
    "heat_by_efficiency": 75 / (75 + 40 / 0.35),
    "heat_by_exergy": 15 / 55,
    "heat_first": 0.6,
}
CODES = sorted(FORMULAS)
# what LaTeX and the spreadsheet are read with; symbols have letters alone
PLAIN = str.maketrans({"×": "*", "−": "-"})


def columns(code):
    return {name: VALUES[name] for name in FORMULAS[code].symbols}


def floats(code):
    rows = zip(*columns(code).values(), strict=True)
    return [FORMULAS[code].function(*row) for row in rows]


def near(values):
    return pytest.approx(values, rel=1e-12, abs=0)


@pytest.mark.parametrize("code", CODES)
def test_the_number_of_the_document(code):
    assert floats(code)[0] == near(BY_HAND[code])


@pytest.mark.parametrize("code", CODES)
def test_the_arguments_are_the_symbols_and_the_code_is_the_name(code):
    formula = FORMULAS[code]
    assert list(inspect.signature(formula.function).parameters) == list(formula.symbols)
    assert formula.function.__name__ == code
    assert all(formula.symbols[name] is SYMBOLS[name] for name in formula.symbols)
    assert formula.label.en
    assert formula.label.zh
    assert formula.unit
    assert "#" in formula.cite


@pytest.mark.parametrize("code", CODES)
def test_numpy(code):
    arrays = {name: np.array(values) for name, values in columns(code).items()}
    assert FORMULAS[code].function(**arrays).tolist() == near(floats(code))


@pytest.mark.parametrize("code", CODES)
def test_polars(code):
    names = {name: pl.col(name) for name in FORMULAS[code].symbols}
    found = pl.DataFrame(columns(code)).select(found=FORMULAS[code].function(**names))
    assert found["found"].to_list() == near(floats(code))


@pytest.mark.parametrize("code", CODES)
def test_duckdb(code):
    names = {name: duckdb.ColumnExpression(name) for name in FORMULAS[code].symbols}
    expression = FORMULAS[code].function(**names)
    rows = list(zip(*columns(code).values(), strict=True))
    marks = ", ".join("(" + ", ".join(f"{v!r}::DOUBLE" for v in row) + ")" for row in rows)
    heads = ", ".join(f"col{i} AS {name}" for i, name in enumerate(names))
    table = duckdb.sql(f"SELECT {heads} FROM (VALUES {marks})")  # noqa: S608 - our own numbers
    found = [row[0] for row in table.select(expression).fetchall()]
    assert found == near(floats(code))


@pytest.mark.parametrize("code", CODES)
def test_the_excel_formula(code):
    cells = {name: f"${chr(65 + i)}2" for i, name in enumerate(FORMULAS[code].symbols)}
    written = FORMULAS[code].excel(cells)
    assert written.startswith("=")
    assert set(re.findall(r"\$[A-Z]\d", written)) == set(cells.values())
    values = {cell.strip("$"): VALUES[name][0] for name, cell in cells.items()}
    found = eval(written[1:].replace("$", ""), {}, values)  # noqa: S307 - our own formula
    assert found == near(BY_HAND[code])


@pytest.mark.parametrize("code", CODES)
def test_the_text(code):
    formula = FORMULAS[code]
    values = {symbol.letter: VALUES[name][0] for name, symbol in formula.symbols.items()}
    plain = formula.text().translate(PLAIN)
    assert eval(plain, {}, values) == near(BY_HAND[code])  # noqa: S307 - our own formula


@pytest.mark.parametrize("code", CODES)
def test_the_line_with_numbers(code):
    given = {name: VALUES[name][0] for name in FORMULAS[code].symbols}
    plain = FORMULAS[code].numbers(given).translate(PLAIN)
    # ten digits are printed
    found = eval(plain, {}, {})  # noqa: S307 - our own formula
    assert found == pytest.approx(BY_HAND[code], rel=1e-9)


@pytest.mark.parametrize("code", CODES)
def test_the_latex(code):
    formula = FORMULAS[code]
    letters = {s.letter: sympy.Symbol(f"x{i}") for i, s in enumerate(formula.symbols.values())}
    written = formula.latex()
    for letter, symbol in letters.items():
        head, _, tail = letter.partition("_")
        plain = head if len(head) == 1 else rf"\mathrm{{{head}}}"
        written = written.replace(
            rf"{plain}_{{\mathrm{{{tail}}}}}" if tail else plain, f" {symbol} "
        )
    written = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", written)
    written = written.replace(r"\cdot", "*").replace(r"\left(", "(").replace(r"\right)", ")")
    assert "\\" not in written
    wanted = formula.function(*letters.values())
    assert sympy.simplify(sympy.sympify(written) - wanted) == 0


def test_what_the_paper_prints():
    # [wang2024] table 5 and equation (3), and its GB/T 2589 coal equivalent of power
    assert FORMULAS["combustion_co2"].text() == "FC × NCV × CC × OF × 44 / 12"
    assert FORMULAS["purchased_co2"].text() == "AD × EF"
    gas = FORMULAS["combustion_co2"].function(1e6, 0.038931, 0.0153, 0.98)
    assert math.isclose(gas, 2140.3, abs_tol=0.05)
