"""CO2 of minerals: carbonates, clinker, lime, glass (scope 1)."""

from tanlu.types import Column


def carbonate_co2(amount: Column, factor: Column, purity: Column, calcined: Column) -> Column:
    """CO2 of a carbonate of known purity and degree of calcination.

    Args:
        amount: Carbonate charged. [t]
        factor: CO2 of the pure carbonate. [t CO2/t]
        purity: Share of the carbonate in what is charged, 0 to 1. [1]
        calcined: Share that is calcined, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        Limestone, 92 % pure, nine tenths calcined:

        >>> round(carbonate_co2(1000.0, 0.43971, 0.92, 0.9), 2)
        364.08

    Source: [ipcc.2006.v3] chapter 2, eq. 2.16.
    """
    return amount * factor * purity * calcined


def calcined_co2(amount: Column, factor: Column, calcined: Column) -> Column:
    """CO2 of a carbonate of known degree of calcination.

    Args:
        amount: Carbonate charged. [t]
        factor: CO2 of the carbonate. [t CO2/t]
        calcined: Share that is calcined, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> calcined_co2(1000.0, 0.5, 0.9)
        450.0

    Source: [ipcc.2006.v3] chapter 2, eq. 2.16.
    """
    return amount * factor * calcined


def pure_co2(amount: Column, factor: Column, purity: Column) -> Column:
    """CO2 of a carbonate of known purity, wholly calcined.

    Args:
        amount: Carbonate charged. [t]
        factor: CO2 of the pure carbonate. [t CO2/t]
        purity: Share of the carbonate in what is charged, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> pure_co2(1000.0, 0.5, 0.9)
        450.0

    Source: [ipcc.2006.v3] chapter 2, eq. 2.16.
    """
    return amount * factor * purity


def oxide_co2(amount: Column, oxide: Column, per_oxide: Column, dust: Column) -> Column:
    """CO2 of clinker or lime from its oxide content.

    Args:
        amount: Clinker or lime made. [t]
        oxide: Oxide from carbonate, 0 to 1. [1]
        per_oxide: CO2 per oxide. [t CO2/t]
        dust: Correction for kiln dust that is lost, 1 or more. [1]

    Returns:
        CO2. [t]

    Example:
        Clinker of 65 % CaO, dust 2 %:

        >>> round(oxide_co2(1000.0, 0.65, 0.785, 1.02), 1)
        520.5

    Source: [ipcc.2006.v3] chapter 2, eqs. 2.4 and 2.9.
    """
    return amount * oxide * per_oxide * dust


def hydrated_lime_co2(
    amount: Column,
    oxide: Column,
    per_oxide: Column,
    dust: Column,
    hydrated: Column,
    hydrate_water: Column,
) -> Column:
    """CO2 of lime from its oxide content, less the water of what is hydrated.

    Args:
        amount: Lime made, hydrated lime included. [t]
        oxide: Oxide from carbonate, 0 to 1. [1]
        per_oxide: CO2 per oxide. [t CO2/t]
        dust: Correction for kiln dust that is lost, 1 or more. [1]
        hydrated: Share that is hydrated, 0 to 1. [1]
        hydrate_water: Water in hydrated lime, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(hydrated_lime_co2(1200.0, 0.95, 0.785, 1.02, 0.1, 0.28), 2)
        887.24

    Source: [ipcc.2006.v3] chapter 2, eqs. 2.6, 2.8 and 2.9.
    """
    return amount * oxide * per_oxide * dust * (1 - hydrated * hydrate_water)


def two_oxides_co2(
    amount: Column, oxide: Column, per_oxide: Column, magnesia: Column, per_magnesia: Column
) -> Column:
    """CO2 of clinker or lime from CaO and MgO.

    Args:
        amount: Clinker or lime made. [t]
        oxide: CaO from carbonate, 0 to 1. [1]
        per_oxide: CO2 per CaO. [t CO2/t]
        magnesia: MgO from carbonate, 0 to 1. [1]
        per_magnesia: CO2 per MgO. [t CO2/t]

    Returns:
        CO2. [t]

    Example:
        >>> round(two_oxides_co2(1000.0, 0.65, 0.7848, 0.01, 1.0919), 1)
        521.0

    Source: [cn.provincial_guide.2011] chapter 3: oxides that come from carbonate.
    """
    return amount * (oxide * per_oxide + magnesia * per_magnesia)


def glass_co2(amount: Column, factor: Column, cullet: Column) -> Column:
    """CO2 of the carbonates in molten glass.

    Args:
        amount: Glass melted. [t]
        factor: CO2 per glass from raw materials alone. [t CO2/t]
        cullet: Share of cullet, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> glass_co2(1000.0, 0.2, 0.5)
        100.0

    Source: [ipcc.2006.v3] chapter 2, eq. 2.11.
    """
    return amount * factor * (1 - cullet)
