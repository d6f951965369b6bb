"""Ways to compute a gas of fuel under methods that print factors per amount."""

from collections.abc import Sequence


def printed_ways(unit: str, gas: str, name: str) -> Sequence[tuple[str, dict[str, str]]]:
    """Formulas and the parameters each wants, best first.

    Args:
        unit: Unit of the amount: heat ("GJ" net, "GJ gross"), mass, or volume.
        gas: Code of the gas.
        name: Its formula, as units write it.

    Returns:
        For heat, its factor; for an amount, the factor printed per amount, and
        behind it the gross heat value with the factor per gross heat.

    Example:
        >>> [formula for formula, _ in printed_ways("scf", "co2", "CO2")]
        ['fuel_gas', 'gross_gas']
    """
    factor = {gas: f"t {name}/{unit}"}
    if unit in ("GJ", "GJ gross"):
        return [("energy_gas", factor)]
    by_heat = {"gcv": f"GJ gross/{unit}", gas: f"t {name}/GJ gross"}
    return [("fuel_gas", factor), ("gross_gas", by_heat)]
