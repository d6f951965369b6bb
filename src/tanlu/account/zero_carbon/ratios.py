"""Formulas of the zero-carbon indicators.

Source: [cn.zero_carbon_park.2025] for emissions, [cn.zero_carbon_park.indicators.2025] for
energy and shares.
"""

from collections.abc import Callable, Mapping
from inspect import signature

from tanlu.model.formula import Formula, Symbol
from tanlu.types import Column, Text


def park_co2(
    fuels_co2: Column, processes_co2: Column, power_co2: Column, heat_co2: Column
) -> Column:
    """CO2 of a park: energy used as fuel, processes, power and heat received net.

    Args:
        fuels_co2: Of fossil fuels burned. [t CO2]
        processes_co2: Of industrial processes. [t CO2]
        power_co2: Carried by power received net. [t CO2]
        heat_co2: Carried by heat received net. [t CO2]

    Returns:
        Emissions. [t CO2]

    Example:
        >>> park_co2(1.0, 2.0, 3.0, 4.0)
        10.0

    Source: [cn.zero_carbon_park.2025] parts 1 and 2.2.
    """
    return fuels_co2 + processes_co2 + power_co2 + heat_co2


def net_co2(received: Column, sent: Column, emission: Column) -> Column:
    """CO2 carried by energy received less energy sent out.

    Args:
        received: Received, what counts zero left out. [MWh] or [GJ]
        sent: Sent out, what counts zero left out. [MWh] or [GJ]
        emission: Emission factor. [t CO2/MWh] or [t CO2/GJ]

    Returns:
        Emissions; below zero when more is sent than received. [t CO2]

    Example:
        >>> round(net_co2(1000.0, 100.0, 0.8325), 2)
        749.25

    Source: [cn.zero_carbon_park.2025] part 2.2, point 3.
    """
    return received * emission - sent * emission


def park_energy(fuels_tce: Column, heat_tce: Column, power: Column, equal_value: Column) -> Column:
    """Energy that a park uses, power at its equal value.

    Args:
        fuels_tce: Fuels. [tce]
        heat_tce: Heat and cold received net. [tce]
        power: Power used. [MWh]
        equal_value: Coal equivalent of power. [tce/MWh]

    Returns:
        Energy. [tce]

    Example:
        >>> park_energy(100.0, 0.0, 1000.0, 0.3)
        400.0

    Source: [cn.zero_carbon_park.indicators.2025] part 2, point 1.
    """
    return fuels_tce + heat_tce + power * equal_value


def unit_energy_co2(co2: Column, used: Column) -> Column:
    """Emissions per energy used: the core indicator.

    Args:
        co2: Emissions of the park. [t CO2]
        used: Energy used. [tce]

    Returns:
        Emissions per energy. [t CO2/tce]

    Example:
        The park of [wang2024] table 6 in 2022, by its own figures:

        >>> round(unit_energy_co2(1_006_000.0, 327_600.0), 2)
        3.07

    Source: [cn.zero_carbon_park.indicators.2025] part 2, point 2.
    """
    return co2 / used


def share_of(part: Column, whole: Column) -> Column:
    """A part of a whole.

    Args:
        part: The part.
        whole: The whole, in the unit of the part.

    Returns:
        The share. [1]

    Example:
        >>> share_of(80.0, 100.0)
        0.8

    Source: [cn.zero_carbon_park.indicators.2025] table.
    """
    return part / whole


def share_of_sum(part: Column, first: Column, second: Column) -> Column:
    """A part of the sum of two amounts.

    Args:
        part: The part.
        first: One part of the whole.
        second: The other part of the whole.

    Returns:
        The share. [1]

    Example:
        >>> share_of_sum(80.0, 80.0, 20.0)
        0.8

    Source: [cn.zero_carbon_park.indicators.2025] table; the statistics' definitions.
    """
    return part / (first + second)


def growth(now: Column, before: Column) -> Column:
    """Growth over a year.

    Args:
        now: The figure of the year.
        before: The figure of the year before.

    Returns:
        The growth. [1]

    Example:
        >>> round(growth(110.0, 100.0), 3)
        0.1

    Source: [cn.hunan.zero_carbon_park.2025] table.
    """
    return now / before - 1


def co2_to_cut(co2: Column, limit: Column, used: Column) -> Column:
    """Emissions to be cut while energy use stays as it is.

    Args:
        co2: Emissions of the park. [t CO2]
        limit: Limit of emissions per energy. [t CO2/tce]
        used: Energy used. [tce]

    Returns:
        Emissions above the limit; below zero when the limit is met. [t CO2]

    Example:
        >>> co2_to_cut(100.0, 0.2, 300.0)
        40.0

    Source: [cn.zero_carbon_park.indicators.2025] part 2, point 2, solved for emissions.
    """
    return co2 - limit * used


def _s(letter: str, en: str, zh: str, unit: str) -> Symbol:
    return Symbol(letter, Text(en, zh), unit)


RATIO_SYMBOLS: Mapping[str, Symbol] = {
    "fuels_co2": _s("E_fuel", "fuels burned", "化石能源用作燃料", "t CO2"),
    "processes_co2": _s("E_process", "processes", "工业过程", "t CO2"),
    "power_co2": _s("E_power", "power received net", "电力净受入", "t CO2"),
    "heat_co2": _s("E_heat", "heat received net", "热力净受入", "t CO2"),
    "received": _s("AD_in", "received", "受入量", "MWh | GJ"),
    "sent": _s("AD_out", "sent out", "送出量", "MWh | GJ"),
    "fuels_tce": _s("T_fuel", "fuels", "燃料", "tce"),
    "heat_tce": _s("T_heat", "heat and cold", "热力与冷量", "tce"),
    "power": _s("W", "power used", "用电量", "MWh"),
    "equal_value": _s("k_e", "equal value of power", "电力等价折标煤系数", "tce/MWh"),
    "used": _s("T", "energy used", "综合能源消费量", "tce"),
    "limit": _s("L", "limit", "限值", "t CO2/tce"),
    "part": _s("A", "part", "部分量", "1"),
    "whole": _s("B", "whole", "总量", "1"),
    "first": _s("B_1", "first part of the whole", "总量之一", "1"),
    "second": _s("B_2", "second part of the whole", "总量之二", "1"),
    "now": _s("X_1", "this year", "当年值", "1"),
    "before": _s("X_0", "the year before", "上年值", "1"),
}
"""Symbols of the zero-carbon indicators, by the names of their arguments."""

_NOTICE, _ANNEX = "cn.zero_carbon_park.2025", "cn.zero_carbon_park.indicators.2025"


def ratio_formulas(symbols: Mapping[str, Symbol]) -> tuple[Formula, ...]:
    """The formulas, with symbols that all formulas of the stage share.

    Args:
        symbols: Every symbol of the stage.

    Returns:
        One formula per function above.
    """

    def made(function: Callable[..., Column], en: str, zh: str, unit: str, cite: str) -> Formula:
        names = list(signature(function).parameters)
        taken = {name: symbols[name] for name in names}
        return Formula(function.__name__, Text(en, zh), function, taken, unit, cite)

    return (
        made(park_co2, "CO2 of a zero-carbon park", "零碳园区碳排放量", "t CO2", f"{_NOTICE}#2.2"),
        made(net_co2, "CO2 of energy received net", "净受入能源排放", "t CO2", f"{_NOTICE}#2.2.3"),
        made(park_energy, "Energy use at equal value", "综合能源消费量（等价值）", "tce",
             f"{_ANNEX}#2.1"),
        made(unit_energy_co2, "CO2 per energy used", "单位能耗碳排放", "t CO2/tce",
             f"{_ANNEX}#2.2"),
        made(co2_to_cut, "CO2 to be cut", "需削减的碳排放量", "t CO2", f"{_ANNEX}#2.2"),
        made(share_of, "Share", "占比", "1", f"{_ANNEX}#table"),
        made(share_of_sum, "Share of a sum", "占两项之和的比重", "1", f"{_ANNEX}#table"),
        made(growth, "Growth over a year", "年增长率", "1", "cn.hunan.zero_carbon_park.2025#annex"),
    )  # fmt: skip
