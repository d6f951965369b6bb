"""All formulas of the stage with their symbols, so that any figure can show its own."""

from collections.abc import Mapping

from tanlu.account.combustion import (
    combustion_co2,
    combustion_gas,
    energy_co2,
    energy_gas,
    fuel_energy,
    fuel_factor,
    fuel_gas,
    gross_gas,
)
from tanlu.account.formulas_measured import MEASURED_SYMBOLS, measured_formulas
from tanlu.account.formulas_options import OPTION_FORMULAS, OPTION_SYMBOLS
from tanlu.account.formulas_power import POWER, POWER_SYMBOLS
from tanlu.account.intensity import (
    amount_of_coal_equivalent,
    co2_intensity,
    coal_equivalent,
    total_co2,
)
from tanlu.account.process_formulas import PROCESS_SYMBOLS, process_formulas
from tanlu.account.purchased import purchased_co2, purchased_gas
from tanlu.account.quality.score import QUALITY_FORMULAS, QUALITY_SYMBOLS
from tanlu.account.zero_carbon.ratios import RATIO_SYMBOLS, ratio_formulas
from tanlu.model.formula import Formula, Symbol
from tanlu.types import Text

SYMBOLS: Mapping[str, Symbol] = {
    "fuel": Symbol("FC", Text("fuel burned", "燃料净消耗量"), "t | Nm3"),
    "ncv": Symbol("NCV", Text("net calorific value", "平均低位发热量"), "GJ/t | GJ/Nm3"),
    "gcv": Symbol("GCV", Text("gross calorific value", "平均高位发热量"), "GJ/t | GJ/m3"),
    "carbon": Symbol("CC", Text("carbon content per energy", "单位热值含碳量"), "t C/GJ"),
    "oxidised": Symbol("OF", Text("oxidation factor", "碳氧化率"), "1"),
    "energy": Symbol("AD", Text("energy", "能量"), "GJ | MWh | tce"),
    "emission": Symbol("EF", Text("emission factor of the supply", "供能排放因子"), "t CO2/MWh"),
    "factor": Symbol("EF", Text("gas per energy or amount", "排放因子"), "t/GJ | t/t"),
    "scope1": Symbol("E_1", Text("scope 1", "范围一"), "t CO2"),
    "scope2": Symbol("E_2", Text("scope 2", "范围二"), "t CO2"),
    "co2": Symbol("E", Text("emissions", "排放量"), "t CO2"),
    "output": Symbol("G", Text("output value", "工业总产值"), "CNY"),
    "amount": Symbol("AD", Text("amount", "实物量"), "t | Nm3 | MWh | GJ"),
    "coefficient": Symbol("k", Text("coal equivalent coefficient", "折标煤系数"), "tce per unit"),
    **PROCESS_SYMBOLS,
    **MEASURED_SYMBOLS,
    **RATIO_SYMBOLS,
    **POWER_SYMBOLS,
    **QUALITY_SYMBOLS,
    **OPTION_SYMBOLS,
}

AMOUNTS = ("fuel", "energy", "amount", "net_carbon", "measured")
"""Arguments that are the amount of a record; every other one is a factor."""


def _pick(*names: str) -> dict[str, Symbol]:
    return {name: SYMBOLS[name] for name in names}


FORMULAS: Mapping[str, Formula] = {
    formula.code: formula
    for formula in (
        Formula("total_co2", Text("Total emissions", "排放总量"), total_co2,
                _pick("scope1", "scope2"), "t CO2", "wang2024#eq-1"),
        Formula("co2_intensity", Text("Emission intensity", "碳排放强度"), co2_intensity,
                _pick("co2", "output"), "t CO2/CNY", "wang2024#eq-2"),
        Formula("fuel_energy", Text("Energy in fuel", "燃料能量"), fuel_energy,
                _pick("fuel", "ncv"), "GJ", "wang2024#eq-3"),
        Formula("fuel_factor", Text("Emission factor of fuel", "燃料排放因子"), fuel_factor,
                _pick("carbon", "oxidised"), "t CO2/GJ", "wang2024#eq-4"),
        Formula("purchased_co2", Text("CO2 of purchased energy", "购入能源排放"), purchased_co2,
                _pick("energy", "emission"), "t CO2", "wang2024#eq-5"),
        Formula("combustion_co2", Text("CO2 from combustion", "燃烧排放"), combustion_co2,
                _pick("fuel", "ncv", "carbon", "oxidised"), "t CO2", "wang2024#eqs-1-3-4"),
        Formula("energy_co2", Text("CO2 from energy burned", "按热量计算的燃烧排放"), energy_co2,
                _pick("energy", "carbon", "oxidised"), "t CO2", "wang2024#eqs-1-4"),
        Formula("combustion_gas", Text("Gas from combustion", "燃烧排放（按能量因子）"),
                combustion_gas, _pick("fuel", "ncv", "factor"), "t", "ipcc.2006.v2#eq-2.1"),
        Formula("energy_gas", Text("Gas from energy burned", "按热量的燃烧排放（按能量因子）"),
                energy_gas, _pick("energy", "factor"), "t", "ipcc.2006.v2#eq-2.1"),
        Formula("fuel_gas", Text("Gas from combustion, per amount", "燃烧排放（按实物量因子）"),
                fuel_gas, _pick("fuel", "factor"), "t", "us.epa.hub.2025#table-1"),
        Formula("gross_gas", Text("Gas from combustion, gross heat", "燃烧排放（按高位热值）"),
                gross_gas, _pick("fuel", "gcv", "factor"), "t", "us.epa.part98#equation-C-1"),
        Formula("purchased_gas", Text("Gas of purchased energy", "购入能源的其他气体排放"),
                purchased_gas, _pick("energy", "factor"), "t", "us.epa.hub.2025#table-6"),
        *process_formulas(SYMBOLS),
        *ratio_formulas(SYMBOLS),
        *QUALITY_FORMULAS.values(),
        Formula("coal_equivalent", Text("Coal equivalent", "折标煤"), coal_equivalent,
                _pick("amount", "coefficient"), "tce", "wang2024#table-4"),
        Formula("amount_of_coal_equivalent",
                Text("Amount from coal equivalent", "由标煤折算实物量"),
                amount_of_coal_equivalent, _pick("energy", "coefficient"), "t | Nm3 | MWh | GJ",
                "wang2024#table-4"),
        *measured_formulas(SYMBOLS),
        *POWER,
        *OPTION_FORMULAS,
    )
}  # fmt: skip
