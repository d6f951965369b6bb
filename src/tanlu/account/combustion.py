"""Gases from burning fuel (scope 1).

Fuel carries energy, energy carries carbon, and most of the carbon leaves as CO2.
Method: [wang2024] eqs. (1), (3), (4); [ipcc.2006.v2] eq. 2.1 for other gases.
"""

from tanlu.types import Column


def fuel_energy(fuel: Column, ncv: Column) -> Column:
    """Energy in fuel burned: the activity AD.

    Args:
        fuel: Fuel burned, net of stock change. [t] or [Nm³]
        ncv: Net calorific value. [GJ/t] or [GJ/Nm³]

    Returns:
        Energy. [GJ]

    Example:
        >>> round(fuel_energy(1e6, 0.038931))
        38931

    Source: [wang2024] eq. (3).
    """
    return fuel * ncv


def fuel_factor(carbon: Column, oxidised: Column) -> Column:
    """CO2 per energy of a fuel: the factor EF.

    Args:
        carbon: Carbon content. [t C/GJ]
        oxidised: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        Emission factor. [t CO2/GJ]

    Example:
        >>> round(fuel_factor(0.0153, 0.98), 6)
        0.054978

    Source: [wang2024] eq. (4); 44/12 is the ratio of molar masses of CO2 and C.
    """
    return carbon * oxidised * 44 / 12


def combustion_co2(fuel: Column, ncv: Column, carbon: Column, oxidised: Column) -> Column:
    """CO2 released by burning fuel.

    Args:
        fuel: Fuel burned, net of stock change. [t] or [Nm³]
        ncv: Net calorific value. [GJ/t] or [GJ/Nm³]
        carbon: Carbon content. [t C/GJ]
        oxidised: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t], shaped as the arguments broadcast.

    Example:
        A million cubic metres of natural gas, [wang2024] table 5:

        >>> round(combustion_co2(1e6, 0.038931, 0.0153, 0.98), 1)
        2140.3

    Source: [wang2024] eqs. (1), (3), (4).
    """
    return fuel * ncv * carbon * oxidised * 44 / 12


def energy_co2(energy: Column, carbon: Column, oxidised: Column) -> Column:
    """CO2 released by burning fuel whose energy is known.

    Args:
        energy: Energy in the fuel burned, net calorific. [GJ]
        carbon: Carbon content. [t C/GJ]
        oxidised: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(energy_co2(38931.0, 0.0153, 0.98), 1)
        2140.3

    Source: [wang2024] eqs. (1), (4).
    """
    return energy * carbon * oxidised * 44 / 12


def combustion_gas(fuel: Column, ncv: Column, factor: Column) -> Column:
    """A gas released by burning fuel, by a factor per energy.

    Args:
        fuel: Fuel burned. [t] or [Nm³]
        ncv: Net calorific value. [GJ/t] or [GJ/Nm³]
        factor: Gas per energy. [t/GJ]

    Returns:
        The gas. [t]

    Example:
        >>> round(combustion_gas(1e6, 0.038931, 1e-6), 4)
        0.0389

    Source: [ipcc.2006.v2] chapter 2, eq. 2.1.
    """
    return fuel * ncv * factor


def energy_gas(energy: Column, factor: Column) -> Column:
    """A gas released by burning fuel whose energy is known.

    Args:
        energy: Energy in the fuel burned. [GJ]
        factor: Gas per energy. [t/GJ]

    Returns:
        The gas. [t]

    Example:
        >>> round(energy_gas(1000.0, 0.0561), 1)
        56.1

    Source: [ipcc.2006.v2] chapter 2, eq. 2.1.
    """
    return energy * factor


def fuel_gas(fuel: Column, factor: Column) -> Column:
    """A gas released by burning fuel, by a factor per amount of the fuel.

    Args:
        fuel: Fuel burned. [t], [m³], [scf], as the factor has it
        factor: Gas per amount. [t/t], [t/m³], [t/scf]

    Returns:
        The gas. [t]

    Example:
        Two thousand standard cubic feet of natural gas, [us.epa.hub.2025] table 1:

        >>> round(fuel_gas(2000.0, 0.05444e-3), 5)
        0.10888

    Source: [us.epa.hub.2025] table 1, columns per amount.
    """
    return fuel * factor


def gross_gas(fuel: Column, gcv: Column, factor: Column) -> Column:
    """A gas released by burning fuel, by its gross heat and a factor per gross heat.

    Args:
        fuel: Fuel burned. [t], [m³], [scf], as the heat value has it
        gcv: Gross calorific value. [GJ/t], [GJ/m³], [GJ/scf]
        factor: Gas per gross heat. [t/GJ]

    Returns:
        The gas. [t]

    Example:
        >>> round(gross_gas(1000.0, 27.0, 0.09), 1)
        2430.0

    Source: [us.epa.part98] equation C-1; [au.nger] method 1.
    """
    return fuel * gcv * factor
