"""How the number of an option on a day comes about, as formulas of operators only."""

from tanlu.types import Column


def value_between(value_before: Column, value_after: Column, time_share: Column) -> Column:
    """A number between two dates, on the straight line.

    Args:
        value_before: At the earlier date. [as printed]
        value_after: At the later date. [as printed]
        time_share: Days since the earlier date over days between the two, 0 to 1. [1]

    Returns:
        The number on the day. [as printed]

    Example:
        >>> value_between(3.83, 3.95, 0.5)
        3.89

    Source: tanlu.options, between.
    """
    return value_before + (value_after - value_before) * time_share


def value_in_plan(
    printed_value: Column, unit_scale: Column, rate_cny: Column, price_ratio: Column
) -> Column:
    """A printed number in the unit and the money of the plan.

    Args:
        printed_value: On the day. [as printed]
        unit_scale: From the printed unit to that of the plan. [1]
        rate_cny: CNY per unit of the printed currency in its price year; 1 without money.
        price_ratio: Prices of the year wanted over those of the price year; 1 without money. [1]

    Returns:
        The number. [unit of the plan]

    Example:
        >>> value_in_plan(0.5, 1e6, 8.0, 1.25)
        5000000.0

    Source: tanlu.options, money.
    """
    return printed_value * unit_scale * rate_cny * price_ratio
