"""Ratios that relate emissions and energy to what was produced."""

from tanlu.types import Column


def total_co2(scope1: Column, scope2: Column) -> Column:
    """Emissions of a boundary: direct, and carried by purchased energy.

    Args:
        scope1: Emitted inside the boundary. [t]
        scope2: Emitted elsewhere for purchased energy. [t]

    Returns:
        The total. [t]

    Example:
        >>> total_co2(1.5, 2.5)
        4.0

    Source: [wang2024] eq. (1).
    """
    return scope1 + scope2


def co2_intensity(co2: Column, output: Column) -> Column:
    """Emissions per output value.

    Args:
        co2: Emissions. [t]
        output: Output value, price base to be named (R14). [CNY]

    Returns:
        Intensity. [t/CNY]

    Example:
        >>> co2_intensity(1_006_000.0, 116_200_000_000.0) * 1e8
        865.7487091222031

    Source: [wang2024] eq. (2).
    """
    return co2 / output


def coal_equivalent(amount: Column, coefficient: Column) -> Column:
    """Standard coal equivalent of an amount of energy.

    Args:
        amount: Amount in its own unit. [t], [Nm³], [MWh], [GJ]
        coefficient: Coal equivalent per that unit. [tce per unit]

    Returns:
        Coal equivalent. [tce]

    Example:
        >>> round(coal_equivalent(1000.0, 0.1229), 1)
        122.9

    Source: GB/T 2589-2020, annex A; [wang2024] table 4.
    """
    return amount * coefficient


def amount_of_coal_equivalent(energy: Column, coefficient: Column) -> Column:
    """The amount that a coal equivalent stands for.

    Args:
        energy: Coal equivalent. [tce]
        coefficient: Coal equivalent per unit. [tce per unit]

    Returns:
        Amount in the carrier's unit.

    Example:
        >>> round(amount_of_coal_equivalent(122.9, 0.1229))
        1000

    Source: [wang2024] table 4, read backwards.
    """
    return energy / coefficient
