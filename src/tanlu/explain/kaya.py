"""The identity behind the drivers: output × energy per output × mix × factor.

C = Σ G · (E/G) · (E_i/E) · (C_i/E_i), over carriers i. A carrier that is absent
keeps the factor of the period in which it exists, so that only its share is zero.
Method: Kaya identity as [wang2024] section 2 names its factors.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.explain.lmdi import Factors

NAMES = ("output", "intensity", "mix", "factor")


@dataclass(frozen=True, slots=True)
class Year:
    """Totals of a year: output [CNY], energy [tce] and CO2 [t] by carrier."""

    name: str
    output_cny: float
    energy_tce: Mapping[str, float]
    co2_t: Mapping[str, float]


def identity(years: Sequence[Year]) -> list[tuple[str, dict[str, Factors]]]:
    """The factors of each carrier in each year, in the order of `NAMES`.

    Args:
        years: Totals of each year.

    Returns:
        Per year its name and, per carrier, factors whose product is CO2. [t]

    Example:
        >>> year = Year("2020", 10.0, {"gas": 4.0}, {"gas": 8.0})
        >>> identity([year])[0][1]["gas"]["intensity"]
        0.4
    """
    carriers = list(dict.fromkeys(c for year in years for c in year.energy_tce))
    known = {c: _first_factor(c, years) for c in carriers}
    return [(year.name, {c: _factors(year, c, known[c]) for c in carriers}) for year in years]


def _first_factor(carrier: str, years: Sequence[Year]) -> float:
    used = (y for y in years if y.energy_tce.get(carrier))
    first = next(used, None)
    return first.co2_t[carrier] / first.energy_tce[carrier] if first else 0.0


def _factors(year: Year, carrier: str, fallback: float) -> Factors:
    total = sum(year.energy_tce.values())
    energy = year.energy_tce.get(carrier, 0.0)
    factor = year.co2_t[carrier] / energy if energy else fallback
    return {
        "output": year.output_cny,
        "intensity": total / year.output_cny,
        "mix": energy / total,
        "factor": factor,
    }
