"""Leaks of refrigerants and of gas-insulated switchgear (scope 1)."""

from tanlu.types import Column


def leaked_gas(amount: Column, leak_rate: Column, portion: Column) -> Column:
    """A gas lost from equipment in a year.

    Args:
        amount: Charge in the equipment. [kg]
        leak_rate: Share lost in a year. [1/a]
        portion: Share of the gas in the refrigerant. [t/kg]

    Returns:
        The gas. [t]

    Example:
        200 kg of R410A in air conditioning, 10 % a year, half of it HFC-32:

        >>> leaked_gas(200.0, 0.1, 0.5e-3)
        0.01

    Source: [ipcc.2006.v3] chapter 7, eq. 7.13; chapter 8, eq. 8.1.
    """
    return amount * leak_rate * portion


def filled_gas(amount: Column, loss: Column, portion: Column) -> Column:
    """A gas lost when equipment is made or filled.

    Args:
        amount: Gas filled in. [kg]
        loss: Share lost while filling, 0 to 1. [1]
        portion: Share of the gas in the refrigerant. [t/kg]

    Returns:
        The gas. [t]

    Example:
        >>> round(filled_gas(200.0, 0.01, 1e-3), 6)
        0.002

    Source: [ipcc.2006.v3] chapter 7, eq. 7.12; chapter 8, eq. 8.1.
    """
    return amount * loss * portion


def retired_gas(amount: Column, left: Column, recovered: Column, portion: Column) -> Column:
    """A gas lost when equipment is retired.

    Args:
        amount: Charge in the equipment. [kg]
        left: Share of the charge that is left, 0 to 1. [1]
        recovered: Share of that which is recovered, 0 to 1. [1]
        portion: Share of the gas in the refrigerant. [t/kg]

    Returns:
        The gas. [t]

    Example:
        >>> round(retired_gas(200.0, 0.8, 0.5, 1e-3), 6)
        0.08

    Source: [ipcc.2006.v3] chapter 7, eq. 7.14; chapter 8, eq. 8.1.
    """
    return amount * left * (1 - recovered) * portion
