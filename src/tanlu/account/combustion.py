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
