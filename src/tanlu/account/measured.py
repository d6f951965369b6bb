"""Formulas of fuels that are measured: means, stocks, moisture, feedstock, carbon balance.

Models: [cn.ets.power.2021] for coal as burned; [us.epa.part98] § 98.33 for weighted
means; [ipcc.2006.v3] for feedstock and mass balance.
"""

from tanlu.types import Column


def weighted_mean(total: Column, weight: Column) -> Column:
    """A mean of batches, each weighted by its amount.

    Args:
        total: Sum over batches of amount times value.
        weight: Sum over batches of amount. [t] or [Nm³]

    Returns:
        The mean, in the unit of the value.

    Example:
        800 t at 22 GJ/t and 200 t at 24 GJ/t:

        >>> weighted_mean(800 * 22.0 + 200 * 24.0, 1000.0)
        22.4

    Source: [us.epa.part98] § 98.33, eq. C-2b.
    """
    return total / weight


def carbon_from_dry(dry_carbon: Column, moisture: Column) -> Column:
    """Carbon as received, from carbon on a dry basis.

    Args:
        dry_carbon: Carbon of the dry fuel. [t C/t]
        moisture: Total moisture as received, 0 to 1. [1]

    Returns:
        Carbon as received. [t C/t]

    Example:
        >>> round(carbon_from_dry(0.65, 0.08), 4)
        0.598

    Source: A balance of mass: what is received holds 1 − moisture of dry fuel.
    """
    return dry_carbon * (1 - moisture)


def carbon_from_air_dried(air_dried: Column, moisture: Column, moisture_air: Column) -> Column:
    """Carbon as received, from carbon of an air-dried sample.

    Args:
        air_dried: Carbon of the air-dried sample. [t C/t]
        moisture: Total moisture as received, 0 to 1. [1]
        moisture_air: Moisture of the sample, 0 to 1. [1]

    Returns:
        Carbon as received. [t C/t]

    Example:
        >>> round(carbon_from_air_dried(0.63, 0.10, 0.02), 5)
        0.57857

    Source: A balance of mass, as `carbon_from_dry` twice.
    """
    return air_dried * (1 - moisture) / (1 - moisture_air)


def carbon_per_heat(carbon_content: Column, ncv: Column) -> Column:
    """Carbon per heat of a fuel.

    Args:
        carbon_content: Carbon as received. [t C/t] or [t C/Nm³]
        ncv: Net calorific value as received. [GJ/t] or [GJ/Nm³]

    Returns:
        Carbon content. [t C/GJ]

    Example:
        >>> carbon_per_heat(0.55, 22.0)
        0.025

    Source: [cn.ets.power.2021]: elemental carbon over net calorific value.
    """
    return carbon_content / ncv


def stock_use(
    opening: Column, purchased: Column, produced: Column, sold: Column, other_use: Column,
    closing: Column,
) -> Column:  # fmt: skip
    """Fuel used, from its stock.

    Args:
        opening: Stock at the start. [t] or [Nm³]
        purchased: Bought or received.
        produced: Made on site.
        sold: Sold or sent away.
        other_use: Used for something else.
        closing: Stock at the end.

    Returns:
        Fuel used. [t] or [Nm³]

    Example:
        >>> stock_use(300.0, 1000.0, 0.0, 50.0, 0.0, 250.0)
        1000.0

    Source: A balance of mass; [cn.gbt32150.2015] states it for activity data.
    """
    return opening + purchased + produced - sold - other_use - closing


def content_co2(fuel: Column, carbon_content: Column, oxidised: Column) -> Column:
    """CO2 released by burning fuel whose carbon is measured per amount.

    Args:
        fuel: Fuel burned. [t] or [Nm³]
        carbon_content: Carbon as received. [t C/t] or [t C/Nm³]
        oxidised: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(content_co2(1000.0, 0.55, 0.99), 1)
        1996.5

    Source: [cn.ets.power.2021]; [us.epa.part98] § 98.33, eq. C-3.
    """
    return fuel * carbon_content * oxidised * 44 / 12


def unburned_co2(fuel: Column, ncv: Column, carbon: Column) -> Column:
    """CO2 of all carbon in a fuel that is used as a material.

    Args:
        fuel: Fuel used as feedstock. [t] or [Nm³]
        ncv: Net calorific value. [GJ/t] or [GJ/Nm³]
        carbon: Carbon content. [t C/GJ]

    Returns:
        CO2, were all its carbon emitted. [t]

    Example:
        >>> round(unburned_co2(100.0, 40.2, 0.02), 1)
        294.8

    Source: [ipcc.2006.v3] chapter 1, carbon of feedstock; R11: nothing is subtracted.
    """
    return fuel * ncv * carbon * 44 / 12


def feedstock_co2(fuel: Column, ncv: Column, carbon: Column, stored: Column) -> Column:
    """CO2 of a fuel used as a material, part of whose carbon stays in products.

    Args:
        fuel: Fuel used as feedstock. [t] or [Nm³]
        ncv: Net calorific value. [GJ/t] or [GJ/Nm³]
        carbon: Carbon content. [t C/GJ]
        stored: Share of the carbon that stays in products, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        Lubricants, of which a fifth is oxidised in use:

        >>> round(feedstock_co2(100.0, 40.2, 0.02, 0.8), 2)
        58.96

    Source: [ipcc.2006.v3] chapter 5, eq. 5.1; stored is one less oxidised during use.
    """
    return fuel * ncv * carbon * (1 - stored) * 44 / 12


def energy_unburned_co2(energy: Column, carbon: Column) -> Column:
    """CO2 of all carbon in a fuel used as a material, whose energy is known.

    Args:
        energy: Energy in the fuel. [GJ]
        carbon: Carbon content. [t C/GJ]

    Returns:
        CO2, were all its carbon emitted. [t]

    Example:
        >>> round(energy_unburned_co2(4020.0, 0.02), 1)
        294.8

    Source: As `unburned_co2`.
    """
    return energy * carbon * 44 / 12


def energy_feedstock_co2(energy: Column, carbon: Column, stored: Column) -> Column:
    """CO2 of a fuel used as a material, whose energy is known, part of its carbon stored.

    Args:
        energy: Energy in the fuel. [GJ]
        carbon: Carbon content. [t C/GJ]
        stored: Share of the carbon that stays in products, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(energy_feedstock_co2(4020.0, 0.02, 0.8), 2)
        58.96

    Source: As `feedstock_co2`.
    """
    return energy * carbon * (1 - stored) * 44 / 12


def content_unburned_co2(fuel: Column, carbon_content: Column) -> Column:
    """CO2 of all carbon in a fuel used as a material, its carbon measured per amount.

    Args:
        fuel: Fuel used as feedstock. [t] or [Nm³]
        carbon_content: Carbon as received. [t C/t] or [t C/Nm³]

    Returns:
        CO2, were all its carbon emitted. [t]

    Example:
        >>> round(content_unburned_co2(100.0, 0.804), 1)
        294.8

    Source: As `unburned_co2`.
    """
    return fuel * carbon_content * 44 / 12


def content_feedstock_co2(fuel: Column, carbon_content: Column, stored: Column) -> Column:
    """CO2 of a fuel used as a material, its carbon measured per amount, part of it stored.

    Args:
        fuel: Fuel used as feedstock. [t] or [Nm³]
        carbon_content: Carbon as received. [t C/t] or [t C/Nm³]
        stored: Share of the carbon that stays in products, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(content_feedstock_co2(100.0, 0.804, 0.8), 2)
        58.96

    Source: As `feedstock_co2`.
    """
    return fuel * carbon_content * (1 - stored) * 44 / 12


def carbon_in_material(amount: Column, carbon_content: Column) -> Column:
    """Carbon in an amount of material.

    Args:
        amount: What enters or leaves. [t] or [Nm³]
        carbon_content: Carbon in it. [t C/t] or [t C/Nm³]

    Returns:
        Carbon. [t C]

    Example:
        >>> carbon_in_material(1000.0, 0.83)
        830.0

    Source: [ipcc.2006.v3] chapter 4, eq. 4.9, one term.
    """
    return amount * carbon_content


def balance_co2(net_carbon: Column) -> Column:
    """CO2 of carbon that entered and did not leave in products.

    Args:
        net_carbon: Carbon in less carbon out. [t C]

    Returns:
        CO2. [t]

    Example:
        >>> round(balance_co2(12.0), 9)
        44.0

    Source: [ipcc.2006.v3] chapter 4, eq. 4.9; 44/12 is the ratio of molar masses.
    """
    return net_carbon * 44 / 12


def stack_co2(measured: Column) -> Column:
    """CO2 as measured in a stack.

    Args:
        measured: CO2 of fossil, or of biogenic, origin. [t]

    Returns:
        CO2. [t]

    Example:
        >>> stack_co2(51.2)
        51.2

    Source: [us.epa.part98] § 98.33(a)(4).
    """
    return measured * 1
