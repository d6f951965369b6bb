"""Gases of waste and wastewater (scope 1)."""

from tanlu.types import Column


def burned_co2(
    amount: Column, dry: Column, content: Column, fossil: Column, burned: Column
) -> Column:
    """Fossil CO2 of waste that is burned.

    Args:
        amount: Waste burned, wet. [t]
        dry: Dry matter, 0 to 1. [1]
        content: Carbon of dry matter, 0 to 1. [1]
        fossil: Fossil share of the carbon, 0 to 1. [1]
        burned: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(burned_co2(1000.0, 1.0, 0.75, 1.0, 1.0), 1)
        2750.0

    Source: [ipcc.2006.v5] chapter 5, eq. 5.1.
    """
    return amount * dry * content * fossil * burned * 44 / 12


def burned_biogenic(
    amount: Column, dry: Column, content: Column, fossil: Column, burned: Column
) -> Column:
    """Biogenic CO2 of waste that is burned: reported apart (R4).

    Args:
        amount: Waste burned, wet. [t]
        dry: Dry matter, 0 to 1. [1]
        content: Carbon of dry matter, 0 to 1. [1]
        fossil: Fossil share of the carbon, 0 to 1. [1]
        burned: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(burned_biogenic(1000.0, 0.4, 0.38, 0.0, 1.0), 1)
        557.3

    Source: [ipcc.2006.v5] chapter 5, eq. 5.1.
    """
    return amount * dry * content * (1 - fossil) * burned * 44 / 12


def wet_burned_co2(amount: Column, content: Column, fossil: Column, burned: Column) -> Column:
    """Fossil CO2 of waste that is burned, from its carbon as it comes.

    Args:
        amount: Waste burned, wet. [t]
        content: Carbon of the waste as it comes, 0 to 1. [1]
        fossil: Fossil share of the carbon, 0 to 1. [1]
        burned: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(wet_burned_co2(1000.0, 0.2, 0.39, 0.95), 1)
        271.7

    Source: [cn.provincial_guide.2011] chapter 6: incineration.
    """
    return amount * content * fossil * burned * 44 / 12


def wet_burned_biogenic(amount: Column, content: Column, fossil: Column, burned: Column) -> Column:
    """Biogenic CO2 of waste that is burned, from its carbon as it comes: reported apart (R4).

    Args:
        amount: Waste burned, wet. [t]
        content: Carbon of the waste as it comes, 0 to 1. [1]
        fossil: Fossil share of the carbon, 0 to 1. [1]
        burned: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(wet_burned_biogenic(1000.0, 0.2, 0.39, 0.95), 1)
        425.0

    Source: [cn.provincial_guide.2011] chapter 6: incineration.
    """
    return amount * content * (1 - fossil) * burned * 44 / 12


def fossil_burned_co2(amount: Column, content: Column, burned: Column) -> Column:
    """Fossil CO2 of waste that is burned, from its fossil carbon.

    Args:
        amount: Waste burned, wet. [t]
        content: Fossil carbon of the waste as it comes, 0 to 1. [1]
        burned: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(fossil_burned_co2(1000.0, 0.8, 1.0), 1)
        2933.3

    Source: [ipcc.2006.v5] chapter 5, eq. 5.1.
    """
    return amount * content * burned * 44 / 12


def rest_burned_biogenic(
    amount: Column, content: Column, fossil_content: Column, burned: Column
) -> Column:
    """Biogenic CO2 of waste that is burned, from all its carbon less the fossil one (R4).

    Args:
        amount: Waste burned, wet. [t]
        content: Carbon of the waste as it comes, 0 to 1. [1]
        fossil_content: Fossil carbon of the waste as it comes, 0 to 1. [1]
        burned: Share of the carbon that burns, 0 to 1. [1]

    Returns:
        CO2. [t]

    Example:
        >>> round(rest_burned_biogenic(1000.0, 0.41, 0.01, 1.0), 1)
        1466.7

    Source: [ipcc.2006.v5] chapter 5, eq. 5.1.
    """
    return amount * (content - fossil_content) * burned * 44 / 12


def recovered_gas(amount: Column, factor: Column, recovered: Column) -> Column:
    """A gas of a process, part of which is recovered or flared.

    Args:
        amount: What is made or used. [t]
        factor: Gas per amount. [t/t]
        recovered: Share recovered or flared, 0 to 1. [1]

    Returns:
        The gas. [t]

    Example:
        >>> recovered_gas(1000.0, 0.004, 0.5)
        2.0

    Source: [ipcc.2006.v5] chapter 4, eq. 4.1.
    """
    return amount * factor * (1 - recovered)


def landfill_gas(
    amount: Column,
    degradable: Column,
    decomposed: Column,
    correction: Column,
    methane: Column,
    recovered: Column,
    covered: Column,
) -> Column:
    """Methane that waste gives over all its time in a landfill, booked in the year it is put down.

    Args:
        amount: Waste put down, wet. [t]
        degradable: Degradable organic carbon, 0 to 1. [1]
        decomposed: Share of it that decomposes, 0 to 1. [1]
        correction: Methane correction of the site, 0 to 1. [1]
        methane: Methane in landfill gas, by volume, 0 to 1. [1]
        recovered: Share of the methane recovered or flared, 0 to 1. [1]
        covered: Share of the rest oxidised in the cover, 0 to 1. [1]

    Returns:
        CH4. [t]

    Example:
        >>> round(landfill_gas(1000.0, 0.15, 0.5, 1.0, 0.5, 0.0, 0.1), 1)
        45.0

    Source: [cn.provincial_guide.2011] chapter 6, mass balance; [ipcc.2006.v5] eqs. 3.2, 3.7.
    """
    return (
        amount * degradable * decomposed * correction * methane * 16 / 12
        * (1 - recovered) * (1 - covered)
    )  # fmt: skip


def decayed_landfill_gas(
    amount: Column,
    degradable: Column,
    decomposed: Column,
    correction: Column,
    decayed: Column,
    methane: Column,
    recovered: Column,
    covered: Column,
) -> Column:
    """Methane that waste put down in one year gives in a later one.

    Args:
        amount: Waste put down, wet. [t]
        degradable: Degradable organic carbon, 0 to 1. [1]
        decomposed: Share of it that decomposes, 0 to 1. [1]
        correction: Methane correction of the site, 0 to 1. [1]
        decayed: Share that decays in the year reported, 0 to 1. [1]
        methane: Methane in landfill gas, by volume, 0 to 1. [1]
        recovered: Share of the methane recovered or flared, 0 to 1. [1]
        covered: Share of the rest oxidised in the cover, 0 to 1. [1]

    Returns:
        CH4. [t]

    Example:
        >>> round(decayed_landfill_gas(1000.0, 0.15, 0.5, 1.0, 0.1, 0.5, 0.0, 0.1), 2)
        4.5

    Source: [ipcc.2006.v5] chapter 3, eqs. 3.1, 3.2, 3.4, 3.5 and 3.6.
    """
    return (
        amount * degradable * decomposed * correction * decayed * methane * 16 / 12
        * (1 - recovered) * (1 - covered)
    )  # fmt: skip


def wastewater_gas(amount: Column, capacity: Column, correction: Column) -> Column:
    """Methane of wastewater.

    Args:
        amount: Organic matter in the wastewater, as BOD or COD. [kg]
        capacity: Most methane per organic matter. [t CH4/kg]
        correction: Methane correction of the treatment, 0 to 1. [1]

    Returns:
        CH4. [t]

    Example:
        >>> round(wastewater_gas(1000.0, 0.25e-3, 0.8), 4)
        0.2

    Source: [ipcc.2006.v5] chapter 6, eqs. 6.1, 6.2 and 6.4.
    """
    return amount * capacity * correction


def wastewater_gas_recovered(
    amount: Column, capacity: Column, correction: Column, recovered: Column
) -> Column:
    """Methane of wastewater, part of which is recovered or flared.

    Args:
        amount: Organic matter in the wastewater, as BOD or COD. [kg]
        capacity: Most methane per organic matter. [t CH4/kg]
        correction: Methane correction of the treatment, 0 to 1. [1]
        recovered: Share recovered or flared, 0 to 1. [1]

    Returns:
        CH4. [t]

    Example:
        >>> round(wastewater_gas_recovered(1000.0, 0.25e-3, 0.8, 0.75), 4)
        0.05

    Source: [ipcc.2006.v5] chapter 6, eqs. 6.1, 6.2 and 6.4.
    """
    return amount * capacity * correction * (1 - recovered)


def wastewater_product_gas(
    amount: Column, water: Column, load: Column, capacity: Column, correction: Column
) -> Column:
    """Methane of the wastewater of an industry.

    Args:
        amount: What is made, or the wastewater itself. [t] or [m³]
        water: Wastewater per amount. [m³/t]
        load: COD in the wastewater. [kg/m³]
        capacity: Most methane per COD. [t CH4/kg]
        correction: Methane correction of the treatment, 0 to 1. [1]

    Returns:
        CH4. [t]

    Example:
        Beer, anaerobic reactor:

        >>> round(wastewater_product_gas(1000.0, 6.3, 2.9, 0.25e-3, 0.8), 3)
        3.654

    Source: [ipcc.2006.v5] chapter 6, eqs. 6.4 to 6.6.
    """
    return amount * water * load * capacity * correction


def wastewater_volume_gas(
    amount: Column, load: Column, capacity: Column, correction: Column
) -> Column:
    """Methane of a volume of wastewater.

    Args:
        amount: Wastewater. [m³]
        load: COD in the wastewater. [kg/m³]
        capacity: Most methane per COD. [t CH4/kg]
        correction: Methane correction of the treatment, 0 to 1. [1]

    Returns:
        CH4. [t]

    Example:
        >>> round(wastewater_volume_gas(1000.0, 2.9, 0.25e-3, 0.8), 3)
        0.58

    Source: [ipcc.2006.v5] chapter 6, eqs. 6.4 to 6.6.
    """
    return amount * load * capacity * correction


def effluent_n2o(amount: Column, nitrogen: Column) -> Column:
    """N2O of nitrogen in effluent.

    Args:
        amount: Nitrogen in the effluent. [kg]
        nitrogen: N2O nitrogen per nitrogen. [t/kg]

    Returns:
        N2O. [t]

    Example:
        >>> round(effluent_n2o(1000.0, 0.005e-3), 6)
        0.007857

    Source: [ipcc.2006.v5] chapter 6, eq. 6.7.
    """
    return amount * nitrogen * 44 / 28


def plant_n2o(amount: Column, yearly: Column) -> Column:
    """N2O of a wastewater plant in a year.

    Args:
        amount: People whose wastewater a plant treats. [person]
        yearly: N2O per person and year. [t/person/a]

    Returns:
        N2O. [t]

    Example:
        >>> round(plant_n2o(10000.0, 3.2e-6), 6)
        0.032

    Source: [ipcc.2006.v5] chapter 6, eq. 6.9.
    """
    return amount * yearly
