"""Formulas of measured fuels with their symbols."""

from collections.abc import Mapping

from tanlu.account.measured import (
    balance_co2,
    carbon_from_air_dried,
    carbon_from_dry,
    carbon_in_material,
    carbon_per_heat,
    content_co2,
    content_feedstock_co2,
    content_unburned_co2,
    energy_feedstock_co2,
    energy_unburned_co2,
    feedstock_co2,
    stack_co2,
    stock_use,
    unburned_co2,
    weighted_mean,
)
from tanlu.model.formula import Formula, Symbol
from tanlu.types import Text

MEASURED_SYMBOLS: Mapping[str, Symbol] = {
    "total": Symbol("W", Text("sum of amount × value over batches", "各批次量与取值之积的和"),
                    "value × t | Nm3"),
    "weight": Symbol("B", Text("sum of amounts of batches", "批次量之和"), "t | Nm3"),
    "dry_carbon": Symbol("C_d", Text("carbon, dry basis", "干燥基碳含量"), "t C/t"),
    "air_dried": Symbol("C_ad", Text("carbon, air-dried basis", "空干基碳含量"), "t C/t"),
    "moisture": Symbol("M_ar", Text("total moisture as received", "收到基全水分"), "1"),
    "moisture_air": Symbol("M_ad", Text("moisture of the air-dried sample", "空干基水分"), "1"),
    "carbon_content": Symbol("C_ar", Text("carbon per amount, as received", "收到基元素碳含量"),
                      "t C/t | t C/Nm3"),
    "opening": Symbol("K_1", Text("opening stock", "期初库存"), "t | Nm3"),
    "purchased": Symbol("P", Text("purchased", "购入"), "t | Nm3"),
    "produced": Symbol("M", Text("produced", "自产"), "t | Nm3"),
    "sold": Symbol("V", Text("sold", "外销"), "t | Nm3"),
    "other_use": Symbol("U", Text("other use", "其他用途"), "t | Nm3"),
    "closing": Symbol("K_2", Text("closing stock", "期末库存"), "t | Nm3"),
    "stored": Symbol("FS", Text("share of carbon stored in products", "产品固碳率"), "1"),
    "net_carbon": Symbol("C_net", Text("carbon in less carbon out", "输入碳减输出碳"), "t C"),
    "measured": Symbol("E_CEMS", Text("CO2 measured in the stack", "烟气监测 CO2"), "t CO2"),
}  # fmt: skip


def measured_formulas(symbols: Mapping[str, Symbol]) -> tuple[Formula, ...]:
    """Formulas of measured fuels.

    Args:
        symbols: All symbols, those of other formulas too.
    """

    def pick(*names: str) -> dict[str, Symbol]:
        return {name: symbols[name] for name in names}

    return (
        Formula("weighted_mean", Text("Mean of batches", "批次加权平均"), weighted_mean,
                pick("total", "weight"), "as the value", "us.epa.part98#98.33-eq-C-2b"),
        Formula("carbon_from_dry", Text("Carbon as received from dry", "干燥基折收到基碳"),
                carbon_from_dry, pick("dry_carbon", "moisture"), "t C/t",
                "cn.ets.power.2021#carbon"),
        Formula("carbon_from_air_dried",
                Text("Carbon as received from air-dried", "空干基折收到基碳"),
                carbon_from_air_dried, pick("air_dried", "moisture", "moisture_air"), "t C/t",
                "cn.ets.power.2021#carbon"),
        Formula("carbon_per_heat", Text("Carbon per heat", "单位热值含碳量"), carbon_per_heat,
                pick("carbon_content", "ncv"), "t C/GJ", "cn.ets.power.2021#carbon"),
        Formula("stock_use", Text("Fuel used by stock", "库存平衡消耗量"), stock_use,
                pick("opening", "purchased", "produced", "sold", "other_use", "closing"),
                "t | Nm3", "cn.gbt32150.2015#activity-data"),
        Formula("content_co2", Text("CO2 from carbon burned", "按元素碳含量的燃烧排放"),
                content_co2, pick("fuel", "carbon_content", "oxidised"), "t CO2",
                "us.epa.part98#98.33-eq-C-3"),
        Formula("unburned_co2", Text("CO2 of feedstock", "原料含碳折 CO2"), unburned_co2,
                pick("fuel", "ncv", "carbon"), "t CO2", "ipcc.2006.v3#chapter-1"),
        Formula("feedstock_co2", Text("CO2 of feedstock, part stored", "原料排放（扣除固碳）"),
                feedstock_co2, pick("fuel", "ncv", "carbon", "stored"), "t CO2",
                "ipcc.2006.v3#chapter-5-eq-5.1"),
        Formula("energy_unburned_co2", Text("CO2 of feedstock by heat", "按热量的原料含碳折 CO2"),
                energy_unburned_co2, pick("energy", "carbon"), "t CO2", "ipcc.2006.v3#chapter-1"),
        Formula("energy_feedstock_co2",
                Text("CO2 of feedstock by heat, part stored", "按热量的原料排放（扣除固碳）"),
                energy_feedstock_co2, pick("energy", "carbon", "stored"), "t CO2",
                "ipcc.2006.v3#chapter-5-eq-5.1"),
        Formula("content_unburned_co2",
                Text("CO2 of feedstock by carbon", "按元素碳的原料含碳折 CO2"),
                content_unburned_co2, pick("fuel", "carbon_content"), "t CO2",
                "ipcc.2006.v3#chapter-1"),
        Formula("content_feedstock_co2",
                Text("CO2 of feedstock by carbon, part stored", "按元素碳的原料排放（扣除固碳）"),
                content_feedstock_co2, pick("fuel", "carbon_content", "stored"), "t CO2",
                "ipcc.2006.v3#chapter-5-eq-5.1"),
        Formula("carbon_in_material", Text("Carbon in a material", "物料含碳"),
                carbon_in_material, pick("amount", "carbon_content"), "t C",
                "ipcc.2006.v3#chapter-4-eq-4.9"),
        Formula("balance_co2", Text("CO2 by carbon mass balance", "碳质量平衡排放"), balance_co2,
                pick("net_carbon"), "t CO2", "ipcc.2006.v3#chapter-4-eq-4.9"),
        Formula("stack_co2", Text("CO2 measured in the stack", "烟气监测排放"), stack_co2,
                pick("measured"), "t CO2", "us.epa.part98#98.33-a-4"),
    )  # fmt: skip
