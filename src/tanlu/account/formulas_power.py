"""Formulas of purchased power with their symbols: market-based view, stores, shared plants."""

from collections.abc import Mapping

from tanlu.account.purchased import market_co2
from tanlu.account.sharing import heat_by_efficiency, heat_by_energy, heat_by_exergy, heat_first
from tanlu.account.storage import stored_emission
from tanlu.model.formula import Formula, Symbol
from tanlu.types import Text

POWER_SYMBOLS: Mapping[str, Symbol] = {
    "rest": Symbol("AD_r", Text("power that nothing covers", "未被覆盖的电量"), "MWh"),
    "residual": Symbol("EF_r", Text("supplier's or residual mix factor",
                                    "供应商或剩余电力结构因子"), "t CO2/MWh"),
    "charged_co2": Symbol("E_c", Text("CO2 of what charged the store", "充电携带的排放"), "t CO2"),
    "given": Symbol("AD_s", Text("power out of the store", "放电量"), "MWh"),
    "heat": Symbol("Q", Text("heat delivered", "供热量"), "MWh"),
    "electric": Symbol("W", Text("power delivered", "供电量"), "MWh"),
    "fuel_in": Symbol("F", Text("energy of all fuel", "燃料总能量"), "MWh"),
    "e_heat": Symbol("e_H", Text("efficiency of a boiler", "锅炉参比效率"), "1"),
    "e_power": Symbol("e_P", Text("efficiency of a power plant", "发电参比效率"), "1"),
    "supply_k": Symbol("T_s", Text("temperature of supply", "供热温度"), "K"),
    "ambient_k": Symbol("T_0", Text("temperature of the surroundings", "环境温度"), "K"),
}  # fmt: skip


def _pick(*names: str) -> dict[str, Symbol]:
    return {name: POWER_SYMBOLS[name] for name in names}


POWER = (
    Formula("market_co2", Text("CO2 of purchased power, market-based", "外购电力排放（基于市场）"),
            market_co2, _pick("rest", "residual"), "t", "ghgp.scope2.2015#chapter-6"),
    Formula("stored_emission", Text("Factor of power out of a store", "储能放电因子"),
            stored_emission, _pick("charged_co2", "given"), "t CO2/MWh",
            "tanlu.rules#R8-storage"),
    Formula("heat_by_energy", Text("Part of heat, by energy", "供热分摊比（能量法）"),
            heat_by_energy, _pick("heat", "electric"), "1", "ghgp.chp.2006#energy-content-method"),
    Formula("heat_by_efficiency", Text("Part of heat, by efficiency", "供热分摊比（效率法）"),
            heat_by_efficiency, _pick("heat", "electric", "e_heat", "e_power"), "1",
            "ghgp.chp.2006#efficiency-method"),
    Formula("heat_by_exergy", Text("Part of heat, by exergy", "供热分摊比（㶲法）"), heat_by_exergy,
            _pick("heat", "electric", "supply_k", "ambient_k"), "1",
            "ghgp.chp.2006#work-potential-method"),
    Formula("heat_first", Text("Part of heat, heat first", "供热分摊比（热优先）"), heat_first,
            _pick("heat", "fuel_in", "e_heat"), "1", "tanlu.rules#R10"),
)  # fmt: skip
