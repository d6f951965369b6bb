"""Gases of aluminium smelting (scope 1)."""

from tanlu.types import Column


def anode_co2(amount: Column, anode: Column, sulphur: Column, ash: Column) -> Column:
    """CO2 of prebaked anodes.

    Args:
        amount: Aluminium made. [t]
        anode: Net anode use. [t C/t]
        sulphur: Sulphur in the anode, 0 to 1. [1]
        ash: Ash in the anode, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(anode_co2(1000.0, 0.42, 0.02, 0.004), 1)
        1503.0

    Source: [ipcc.2006.v3] chapter 4, eq. 4.21.
    """
    return amount * anode * (1 - sulphur - ash) * 44 / 12


def slope_gas(amount: Column, slope: Column, minutes: Column) -> Column:
    """CF4 of anode effects by their duration.

    Args:
        amount: Aluminium made. [t]
        slope: CF4 per product and anode effect minute. [t/t]
        minutes: Anode effect minutes per cell and day. [min]

    Returns:
        CF4. [t]

    Example:
        >>> round(slope_gas(1000.0, 0.143e-3, 0.5), 4)
        0.0715

    Source: [ipcc.2006.v3] chapter 4, eq. 4.26.
    """
    return amount * slope * minutes


def slope_second_gas(amount: Column, slope: Column, minutes: Column, ratio: Column) -> Column:
    """C2F6 of anode effects by their duration.

    Args:
        amount: Aluminium made. [t]
        slope: CF4 per product and anode effect minute. [t/t]
        minutes: Anode effect minutes per cell and day. [min]
        ratio: C2F6 per CF4, by mass. [t/t]

    Returns:
        C2F6. [t]

    Example:
        >>> round(slope_second_gas(1000.0, 0.143e-3, 0.5, 0.121), 6)
        0.008652

    Source: [ipcc.2006.v3] chapter 4, eq. 4.26.
    """
    return amount * slope * minutes * ratio


def overvoltage_gas(
    amount: Column, overvoltage: Column, millivolts: Column, efficiency: Column
) -> Column:
    """CF4 of anode effects by their overvoltage.

    Args:
        amount: Aluminium made. [t]
        overvoltage: CF4 per product and millivolt. [t/t]
        millivolts: Anode effect overvoltage. [mV]
        efficiency: Current efficiency, 0 to 1. [1]

    Returns:
        CF4. [t]

    Example:
        1.16 kg per t and mV, 1.5 mV, 95 %:

        >>> round(overvoltage_gas(1000.0, 1.16e-3, 1.5, 0.95), 6)
        0.018316

    Source: [ipcc.2006.v3] chapter 4, eq. 4.27, with the efficiency in per cent.
    """
    return amount * overvoltage * millivolts / (efficiency * 100)


def overvoltage_second_gas(
    amount: Column, overvoltage: Column, millivolts: Column, efficiency: Column, ratio: Column
) -> Column:
    """C2F6 of anode effects by their overvoltage.

    Args:
        amount: Aluminium made. [t]
        overvoltage: CF4 per product and millivolt. [t/t]
        millivolts: Anode effect overvoltage. [mV]
        efficiency: Current efficiency, 0 to 1. [1]
        ratio: C2F6 per CF4, by mass. [t/t]

    Returns:
        C2F6. [t]

    Example:
        >>> round(overvoltage_second_gas(1000.0, 1.16e-3, 1.5, 0.95, 0.121), 6)
        0.002216

    Source: [ipcc.2006.v3] chapter 4, eq. 4.27.
    """
    return amount * overvoltage * millivolts / (efficiency * 100) * ratio
