"""CO2 carried by energy that crosses a boundary inward (scope 2)."""

from tanlu.types import Column


def purchased_co2(energy: Column, emission: Column) -> Column:
    """CO2 emitted elsewhere for energy bought.

    Args:
        energy: Energy received. [MWh] power, [GJ] heat
        emission: Emission factor of the supply. [t CO2/MWh], [t CO2/GJ]

    Returns:
        CO2. [t]

    Example:
        >>> round(purchased_co2(1000.0, 0.581), 3)
        581.0

    Source: [wang2024] eq. (5).
    """
    return energy * emission
