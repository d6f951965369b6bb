"""Coal equivalents of fuels for which a document prints only the heat value.

A tonne of standard coal is 29.3076 GJ by definition (7,000 kcal/kg, GB/T 2589),
so that a heat value is a coal equivalent. What is printed goes before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tanlu.catalog.resolve import convert_factor
from tanlu.model.factor import Carrier, Factor

GJ_PER_TCE = 29.3076


def coal_equivalents(factors: Sequence[Factor], carriers: Mapping[str, Carrier]) -> list[Factor]:
    """Coal equivalents that follow from heat values of the same series.

    Args:
        factors: All printed values.
        carriers: The carriers they are about.

    Returns:
        One value per heat value of a series that prints no coal equivalent for
        the fuel; its `printed` and `note` say what it was made from.
    """
    printed = {(f.subject, f.series) for f in factors if f.quantity == "coal_equivalent"}
    heats = [f for f in factors if f.quantity == "ncv" and (f.subject, f.series) not in printed]
    made = (_made(f, carriers[f.subject].unit) for f in heats if f.subject in carriers)
    return [factor for factor in made if factor]


def _made(heat: Factor, unit: str) -> Factor | None:
    value = convert_factor(heat, f"GJ/{unit}")
    if value is None:
        return None
    return replace(
        heat,
        factor_id=heat.factor_id.replace("/ncv/", "/coal_equivalent/"),
        quantity="coal_equivalent",
        value=value / GJ_PER_TCE,
        unit=f"tce/{unit}",
        lower=None,
        upper=None,
        printed=f"{heat.value:g} {heat.unit} ÷ {GJ_PER_TCE} GJ/tce",
        note="Derived: heat value over 29.3076 GJ/tce, the definition of standard coal.",
    )
