"""Gases that a process releases, other than from burning fuel (scope 1)."""

from tanlu.types import Column


def process_gas(amount: Column, factor: Column) -> Column:
    """A gas released by making or using a material.

    Args:
        amount: What is made or used. [t]
        factor: Gas per amount. [t/t]

    Returns:
        The gas. [t]

    Example:
        Portland clinker, at the IPCC default:

        >>> process_gas(1000.0, 0.52)
        520.0

    Source: [ipcc.2006.v3] chapter 2, eq. 2.4 and alike: amount times factor.
    """
    return amount * factor
