"""Formulas of processes, with their symbols."""

from collections.abc import Callable, Mapping

from tanlu.account.chemicals import abated_gas, carbon_co2, carbon_kept, deducted_co2
from tanlu.account.electronics import etched_gas, etched_gas_abated
from tanlu.account.fluorinated import filled_gas, leaked_gas, retired_gas
from tanlu.account.metals import (
    anode_co2,
    overvoltage_gas,
    overvoltage_second_gas,
    slope_gas,
    slope_second_gas,
)
from tanlu.account.minerals import (
    calcined_co2,
    carbonate_co2,
    glass_co2,
    hydrated_lime_co2,
    oxide_co2,
    pure_co2,
    two_oxides_co2,
)
from tanlu.account.process import process_gas
from tanlu.account.waste import (
    burned_biogenic,
    burned_co2,
    decayed_landfill_gas,
    effluent_n2o,
    fossil_burned_co2,
    landfill_gas,
    plant_n2o,
    recovered_gas,
    rest_burned_biogenic,
    wastewater_gas,
    wastewater_gas_recovered,
    wastewater_product_gas,
    wastewater_volume_gas,
    wet_burned_biogenic,
    wet_burned_co2,
)
from tanlu.model.formula import Formula, Symbol
from tanlu.types import Column, Text

PROCESS_SYMBOLS: Mapping[str, Symbol] = {
    "purity": Symbol("PU", Text("purity", "纯度"), "1"),
    "calcined": Symbol("F_cal", Text("degree of calcination", "煅烧率（分解率）"), "1"),
    "oxide": Symbol("W_ox", Text("oxide from carbonate", "来自碳酸盐的氧化物含量"), "1"),
    "per_oxide": Symbol("EF_ox", Text("CO2 per oxide", "单位氧化物 CO2"), "t CO2/t"),
    "hydrated": Symbol("P_hyd", Text("share that is hydrated", "消石灰比例"), "1"),
    "hydrate_water": Symbol("W_hyd", Text("water in hydrated lime", "消石灰含水量"), "1"),
    "magnesia": Symbol("W_mgo", Text("MgO from carbonate", "来自碳酸盐的氧化镁含量"), "1"),
    "per_magnesia": Symbol("EF_mgo", Text("CO2 per MgO", "单位氧化镁 CO2"), "t CO2/t"),
    "dust": Symbol("CF_dust", Text("correction for kiln dust", "窑灰修正系数"), "1"),
    "cullet": Symbol("CR", Text("share of cullet", "碎玻璃比例"), "1"),
    "anode": Symbol("NAC", Text("net anode use", "阳极净耗（碳）"), "t C/t"),
    "sulphur": Symbol("S_an", Text("sulphur in the anode", "阳极含硫量"), "1"),
    "ash": Symbol("A_an", Text("ash in the anode", "阳极灰分"), "1"),
    "slope": Symbol("S_cf4", Text("slope coefficient of CF4", "CF4 斜率系数"), "t/t"),
    "minutes": Symbol(
        "AEM", Text("anode effect minutes per cell and day", "阳极效应分钟数（每槽日）"), "min"
    ),
    "overvoltage": Symbol("OVC", Text("overvoltage coefficient", "过电压系数"), "t/t"),
    "millivolts": Symbol("AEO", Text("anode effect overvoltage", "阳极效应过电压"), "mV"),
    "efficiency": Symbol("CE", Text("current efficiency", "电流效率"), "1"),
    "ratio": Symbol("F_c2f6", Text("C2F6 per CF4", "C2F6 与 CF4 质量比"), "t/t"),
    "destroyed": Symbol("DE", Text("share destroyed", "去除率"), "1"),
    "running": Symbol("UT", Text("share that is treated", "处理设施运行率"), "1"),
    "content": Symbol("CC", Text("carbon content", "含碳量"), "t C/t"),
    "deduction": Symbol("DF", Text("CO2 deducted per amount", "单位用量扣减 CO2"), "t CO2/t"),
    "heel": Symbol("H_c", Text("left in the container", "容器残余比例"), "1"),
    "made": Symbol("B_gas", Text("gas leaving per gas fed", "单位进气排出气体"), "t/kg"),
    "abated": Symbol("A_ab", Text("share with abatement", "进入尾气处理的比例"), "1"),
    "leak_rate": Symbol("LR", Text("leak rate", "年泄漏率"), "1/a"),
    "loss": Symbol("LF", Text("share lost when filled", "充注损失率"), "1"),
    "left": Symbol("P_end", Text("share of the charge left", "残留比例"), "1"),
    "recovered": Symbol("R_rec", Text("share recovered", "回收比例"), "1"),
    "portion": Symbol("W_gas", Text("share of the gas in what is used", "气体占比"), "t/kg"),
    "dry": Symbol("DM", Text("dry matter", "干物质含量"), "1"),
    "fossil": Symbol("FCF", Text("fossil share of carbon", "化石碳比例"), "1"),
    "fossil_content": Symbol("FC", Text("fossil carbon content", "化石碳含量"), "1"),
    "burned": Symbol("OF", Text("share of carbon that burns", "燃烧效率"), "1"),
    "degradable": Symbol("DOC", Text("degradable organic carbon", "可降解有机碳"), "1"),
    "decomposed": Symbol("DOCF", Text("share that decomposes", "可降解有机碳分解比例"), "1"),
    "correction": Symbol("MCF", Text("methane correction factor", "甲烷修正因子"), "1"),
    "methane": Symbol("F_ch4", Text("methane in landfill gas", "填埋气甲烷比例"), "1"),
    "covered": Symbol("OX", Text("share oxidised in the cover", "覆盖层氧化率"), "1"),
    "decayed": Symbol("K_dec", Text("share that decays in the year", "当年降解比例"), "1"),
    "capacity": Symbol("B_0", Text("methane per organic matter", "最大产甲烷能力"), "t CH4/kg"),
    "water": Symbol("W_w", Text("wastewater per product", "单位产品废水量"), "m3/t"),
    "load": Symbol("COD", Text("COD in the wastewater", "废水 COD 浓度"), "kg/m3"),
    "nitrogen": Symbol("EF_n", Text("N2O nitrogen per nitrogen", "单位氮的 N2O-N"), "t/kg"),
    "yearly": Symbol("EF_y", Text("N2O per person and year", "人均年 N2O 排放"), "t/person/a"),
}

_CODES: tuple[tuple[Callable[..., Column], str, str, str, str], ...] = (
    (process_gas, "Gas from a process", "工业过程排放", "t", "ipcc.2006.v3#eq-2.4"),
    (carbonate_co2, "CO2 of impure carbonate, partly calcined", "碳酸盐分解（含纯度、煅烧率）",
     "t CO2", "ipcc.2006.v3#eq-2.16"),
    (calcined_co2, "CO2 of carbonate, partly calcined", "碳酸盐分解（含煅烧率）", "t CO2",
     "ipcc.2006.v3#eq-2.16"),
    (pure_co2, "CO2 of impure carbonate", "碳酸盐分解（含纯度）", "t CO2", "ipcc.2006.v3#eq-2.16"),
    (oxide_co2, "CO2 from oxide content", "按氧化物含量计算", "t CO2", "ipcc.2006.v3#eq-2.4"),
    (hydrated_lime_co2, "CO2 of lime, partly hydrated", "石灰生产（含消石灰）", "t CO2",
     "ipcc.2006.v3#eq-2.6"),
    (two_oxides_co2, "CO2 from CaO and MgO", "按氧化钙、氧化镁含量计算", "t CO2",
     "cn.provincial_guide.2011#chapter-3"),
    (glass_co2, "CO2 of glass melting", "玻璃熔制排放", "t CO2", "ipcc.2006.v3#eq-2.11"),
    (anode_co2, "CO2 of prebaked anodes", "预焙阳极消耗排放", "t CO2", "ipcc.2006.v3#eq-4.21"),
    (slope_gas, "CF4 by anode effect minutes", "CF4（斜率法）", "t", "ipcc.2006.v3#eq-4.26"),
    (slope_second_gas, "C2F6 by anode effect minutes", "C2F6（斜率法）", "t",
     "ipcc.2006.v3#eq-4.26"),
    (overvoltage_gas, "CF4 by overvoltage", "CF4（过电压法）", "t", "ipcc.2006.v3#eq-4.27"),
    (overvoltage_second_gas, "C2F6 by overvoltage", "C2F6（过电压法）", "t",
     "ipcc.2006.v3#eq-4.27"),
    (abated_gas, "Gas of a process with abatement", "工业过程排放（含处理）", "t",
     "ipcc.2006.v3#eq-3.6"),
    (carbon_co2, "CO2 of the carbon of a material", "物料含碳全部排放", "t CO2",
     "ipcc.2006.v3#eq-3.17"),
    (carbon_kept, "Carbon that leaves in a product", "产品带走的碳（扣减）", "t CO2",
     "ipcc.2006.v3#eq-3.17"),
    (deducted_co2, "Deduction for a replacement material", "替代原料扣减", "t CO2",
     "cn.ets.cement.2024#replacement-materials"),
    (etched_gas, "Gas leaving etching or cleaning", "刻蚀与清洗排放", "t", "ipcc.2006.v3#eq-6.2"),
    (etched_gas_abated, "Gas leaving abated etching or cleaning", "刻蚀与清洗排放（含尾气处理）",
     "t", "ipcc.2006.v3#eq-6.2"),
    (leaked_gas, "Leak in a year", "设备年泄漏", "t", "ipcc.2006.v3#eq-7.13"),
    (filled_gas, "Loss when filled", "充注损失", "t", "ipcc.2006.v3#eq-7.12"),
    (retired_gas, "Loss when retired", "报废排放", "t", "ipcc.2006.v3#eq-7.14"),
    (burned_co2, "Fossil CO2 of waste burned, dry matter", "废物焚烧化石 CO2（干基）", "t CO2",
     "ipcc.2006.v5#eq-5.1"),
    (burned_biogenic, "Biogenic CO2 of waste burned, dry matter", "废物焚烧生物源 CO2（干基）",
     "t CO2", "ipcc.2006.v5#eq-5.1"),
    (wet_burned_co2, "Fossil CO2 of waste burned", "废物焚烧化石 CO2（湿基）", "t CO2",
     "cn.provincial_guide.2011#chapter-6"),
    (wet_burned_biogenic, "Biogenic CO2 of waste burned", "废物焚烧生物源 CO2（湿基）", "t CO2",
     "cn.provincial_guide.2011#chapter-6"),
    (fossil_burned_co2, "CO2 of fossil carbon burned", "化石碳焚烧排放", "t CO2",
     "ipcc.2006.v5#eq-5.1"),
    (rest_burned_biogenic, "Biogenic CO2 of waste burned, other than fossil carbon",
     "废物焚烧生物源 CO2（总碳减化石碳）", "t CO2", "ipcc.2006.v5#eq-5.1"),
    (recovered_gas, "Gas of a process with recovery", "工业过程排放（含回收）", "t",
     "ipcc.2006.v5#eq-4.1"),
    (landfill_gas, "Methane of a landfill, all at once", "填埋甲烷（质量平衡法）", "t CH4",
     "cn.provincial_guide.2011#chapter-6"),
    (decayed_landfill_gas, "Methane of a landfill in a year", "填埋甲烷（一阶衰减法）", "t CH4",
     "ipcc.2006.v5#eq-3.6"),
    (wastewater_gas, "Methane of wastewater", "废水甲烷", "t CH4", "ipcc.2006.v5#eq-6.1"),
    (wastewater_gas_recovered, "Methane of wastewater with recovery", "废水甲烷（含回收）",
     "t CH4", "ipcc.2006.v5#eq-6.1"),
    (wastewater_product_gas, "Methane of an industry's wastewater", "工业废水甲烷（按产量）",
     "t CH4", "ipcc.2006.v5#eq-6.6"),
    (wastewater_volume_gas, "Methane of a volume of wastewater", "废水甲烷（按水量）", "t CH4",
     "ipcc.2006.v5#eq-6.4"),
    (effluent_n2o, "N2O of nitrogen in effluent", "出水氮的 N2O", "t N2O", "ipcc.2006.v5#eq-6.7"),
    (plant_n2o, "N2O of a wastewater plant", "污水处理厂 N2O", "t N2O", "ipcc.2006.v5#eq-6.9"),
)  # fmt: skip


def process_formulas(symbols: Mapping[str, Symbol]) -> tuple[Formula, ...]:
    """All formulas of processes.

    Args:
        symbols: Every symbol of the stage; a formula takes those that its function names.

    Returns:
        The formulas, each under the name of its function.
    """
    return tuple(
        Formula(
            function.__name__, Text(en, zh), function,
            {name: symbols[name] for name in _arguments(function)}, unit, cite,
        )
        for function, en, zh, unit, cite in _CODES
    )  # fmt: skip


def _arguments(function: Callable[..., Column]) -> tuple[str, ...]:
    code = function.__code__
    return code.co_varnames[: code.co_argcount]
