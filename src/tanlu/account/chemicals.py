"""Gases of chemical processes (scope 1)."""

from tanlu.types import Column


def abated_gas(amount: Column, factor: Column, destroyed: Column, running: Column) -> Column:
    """A gas of a process that is abated part of the time.

    Args:
        amount: What is made or used. [t]
        factor: Gas per amount before abatement. [t/t]
        destroyed: Share destroyed while abatement runs, 0 to 1. [1]
        running: Share of the time or flow that is abated, 0 to 1. [1]

    Returns:
        The gas. [t]

    Example:
        Adipic acid with thermal destruction:

        >>> round(abated_gas(1000.0, 0.3, 0.985, 0.97), 3)
        13.365

    Source: [ipcc.2006.v3] chapter 3, eqs. 3.6 and 3.8.
    """
    return amount * factor * (1 - destroyed * running)


def carbon_co2(amount: Column, content: Column) -> Column:
    """CO2 of all the carbon of a material.

    Args:
        amount: Material whose carbon is released. [t]
        content: Carbon content. [t C/t]

    Returns:
        CO2. [t]

    Example:
        >>> round(carbon_co2(12.0, 1.0), 6)
        44.0

    Source: [ipcc.2006.v3] chapter 3, eq. 3.17: one term of the carbon balance.
    """
    return amount * content * 44 / 12


def carbon_kept(amount: Column, content: Column) -> Column:
    """CO2 that is not released, since its carbon leaves in a product: negative.

    Args:
        amount: Product that takes carbon away. [t]
        content: Carbon content. [t C/t]

    Returns:
        CO2. [t]

    Example:
        >>> round(carbon_kept(12.0, 1.0), 6)
        -44.0

    Source: [ipcc.2006.v3] chapter 3, eq. 3.17: one term of the carbon balance (R11).
    """
    return 0 - amount * content * 44 / 12


def deducted_co2(amount: Column, deduction: Column) -> Column:
    """CO2 that a replacement material saves against the default factor: negative.

    Args:
        amount: Replacement material used. [t]
        deduction: CO2 deducted per amount. [t CO2/t]

    Returns:
        CO2. [t]

    Example:
        >>> deducted_co2(1000.0, 0.215)
        -215.0

    Source: [cn.ets.cement.2024] replacement materials.
    """
    return 0 - amount * deduction
