"""Emissions of a plant that makes power and heat together, shared by the transfer's rule (R10).

Every rule answers one question: which part of the plant's emissions belongs to its heat.
The rest belongs to its power, so that nothing is lost whichever rule is taken.
"""

from tanlu.types import Column


def heat_by_energy(heat: Column, electric: Column) -> Column:
    """Part of heat by the energy content of both.

    Args:
        heat: Heat delivered. [MWh]
        electric: Power delivered. [MWh]

    Returns:
        Part of the emissions, 0 to 1. [1]

    Example:
        >>> heat_by_energy(60.0, 40.0)
        0.6

    Source: [ghgp.chp.2006] appendix II, energy content method.
    """
    return heat / (heat + electric)


def heat_by_efficiency(heat: Column, electric: Column, e_heat: Column, e_power: Column) -> Column:
    """Part of heat by the fuel that separate plants would need.

    Args:
        heat: Heat delivered. [MWh]
        electric: Power delivered. [MWh]
        e_heat: Efficiency of a boiler, 0 to 1. [1]
        e_power: Efficiency of a power plant, 0 to 1. [1]

    Returns:
        Part of the emissions, 0 to 1. [1]

    Example:
        >>> round(heat_by_efficiency(60.0, 40.0, 0.8, 0.35), 4)
        0.3962

    Source: [ghgp.chp.2006] section III, efficiency method.
    """
    return heat * e_power / (heat * e_power + electric * e_heat)


def heat_by_exergy(heat: Column, electric: Column, supply_k: Column, ambient_k: Column) -> Column:
    """Part of heat by the work that it could do.

    Args:
        heat: Heat delivered. [MWh]
        electric: Power delivered. [MWh]
        supply_k: Temperature at which heat is delivered. [K]
        ambient_k: Temperature of the surroundings. [K]

    Returns:
        Part of the emissions, 0 to 1. [1]

    Example:
        >>> round(heat_by_exergy(60.0, 40.0, 423.15, 298.15), 4)
        0.307

    Source: [ghgp.chp.2006] appendix I, work potential method.
    """
    return heat * (supply_k - ambient_k) / (heat * (supply_k - ambient_k) + electric * supply_k)


def heat_first(heat: Column, fuel_in: Column, e_heat: Column) -> Column:
    """Part of heat when heat bears what a boiler would have burned, and power the rest.

    Args:
        heat: Heat delivered. [MWh]
        fuel_in: Energy of all fuel burned. [MWh]
        e_heat: Efficiency of a boiler, 0 to 1. [1]

    Returns:
        Part of the emissions; above 1 where the plant is better than its reference. [1]

    Example:
        >>> heat_first(60.0, 125.0, 0.8)
        0.6

    Source: [tanlu.rules] R10; the reference efficiency is that of [ghgp.chp.2006].
    """
    return heat / (e_heat * fuel_in)
