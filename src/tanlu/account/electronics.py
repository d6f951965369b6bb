"""Gases that etching and chamber cleaning leave (scope 1)."""

from tanlu.types import Column


def etched_gas(amount: Column, heel: Column, made: Column) -> Column:
    """A gas that leaves a tool: the feed that is not used up, or a by-product.

    Args:
        amount: Gas taken from containers. [kg]
        heel: Share that stays in the container, 0 to 1. [1]
        made: Gas leaving per gas fed: what is not used up, or a by-product. [t/kg]

    Returns:
        The gas. [t]

    Example:
        100 kg of C2F6, 10 % heel, 40 % used up:

        >>> round(etched_gas(100.0, 0.1, 0.6e-3), 6)
        0.054

    Source: [ipcc.2006.v3] chapter 6, eqs. 6.2 and 6.3.
    """
    return amount * (1 - heel) * made


def etched_gas_abated(
    amount: Column, heel: Column, made: Column, abated: Column, destroyed: Column
) -> Column:
    """A gas that leaves a tool with abatement behind it.

    Args:
        amount: Gas taken from containers. [kg]
        heel: Share that stays in the container, 0 to 1. [1]
        made: Gas leaving per gas fed: what is not used up, or a by-product. [t/kg]
        abated: Share of the gas in processes with abatement, 0 to 1. [1]
        destroyed: Share destroyed there, 0 to 1. [1]

    Returns:
        The gas. [t]

    Example:
        >>> round(etched_gas_abated(100.0, 0.1, 0.6e-3, 1.0, 0.9), 6)
        0.0054

    Source: [ipcc.2006.v3] chapter 6, eqs. 6.2 and 6.3.
    """
    return amount * (1 - heel) * made * (1 - abated * destroyed)
