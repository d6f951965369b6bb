"""Formulas of purchased power with their symbols: market-based view, stores, shared plants."""

from collections.abc import Mapping

from tanlu.account.purchased import market_co2
from tanlu.account.storage import stored_emission
from tanlu.model.formula import Formula, Symbol
from tanlu.types import Text

POWER_SYMBOLS: Mapping[str, Symbol] = {
    "rest": Symbol("AD_r", Text("power that nothing covers", "未被覆盖的电量"), "MWh"),
    "residual": Symbol("EF_r", Text("supplier's or residual mix factor",
                                    "供应商或剩余电力结构因子"), "t CO2/MWh"),
    "charged_co2": Symbol("E_c", Text("CO2 of what charged the store", "充电携带的排放"), "t CO2"),
    "given": Symbol("AD_s", Text("power out of the store", "放电量"), "MWh"),
}  # fmt: skip


def _pick(*names: str) -> dict[str, Symbol]:
    return {name: POWER_SYMBOLS[name] for name in names}


POWER = (
    Formula("market_co2", Text("CO2 of purchased power, market-based", "外购电力排放（基于市场）"),
            market_co2, _pick("rest", "residual"), "t", "ghgp.scope2.2015#chapter-6"),
    Formula("stored_emission", Text("Factor of power out of a store", "储能放电因子"),
            stored_emission, _pick("charged_co2", "given"), "t CO2/MWh",
            "tanlu.rules#R8-storage"),
)  # fmt: skip
