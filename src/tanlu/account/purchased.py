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


def purchased_gas(energy: Column, factor: Column) -> Column:
    """A gas other than CO2 emitted elsewhere for energy bought.

    Args:
        energy: Energy received. [MWh] power, [GJ] heat
        factor: Gas per energy of the supply. [t/MWh], [t/GJ]

    Returns:
        The gas. [t]

    Example:
        >>> round(purchased_gas(1000.0, 3.0e-5), 4)
        0.03

    Source: [us.epa.hub.2025] table 6, which prints three gases per energy.
    """
    return energy * factor


def market_co2(rest: Column, residual: Column) -> Column:
    """CO2 of purchased power in the market-based view.

    Args:
        rest: Power that no certificate, own plant or direct line covers. [MWh]
        residual: Factor of the supplier, or of the residual mix. [t CO2/MWh]

    Returns:
        CO2; never negative, since certificates cover at most the load. [t]

    Example:
        A million kWh, certificates for 600,000 kWh, residual mix 0.45 kg/kWh:

        >>> round(market_co2(1000.0 - 600.0, 0.45), 9)
        180.0

    Source: [ghgp.scope2.2015] chapter 6; covered power is at the factor of its plant, zero.
    """
    return rest * residual
