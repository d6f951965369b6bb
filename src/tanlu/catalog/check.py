"""What a catalogue must satisfy before anything is computed with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tanlu.catalog.content import Potential
from tanlu.errors import Fault, Place
from tanlu.model.factor import Carrier, Citation, Factor
from tanlu.model.parameter import parameters
from tanlu.units import find_unit, same_measure

_PROCESSES = ("process", "shared")
_PER = (
    "mass", "volume", "normal_volume", "energy",
    "gross_energy", "standard_volume", "us_standard_volume",
)  # fmt: skip
# what a parameter may measure; an amount is per mass, volume or energy of the carrier
_DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "ncv": tuple(f"energy/{per}" for per in _PER[:3]),
    "carbon": ("mass C/energy",),
    "carbon_content": tuple(f"mass C/{per}" for per in _PER[:3]),
    "oxidised": ("ratio",),
    "stored": ("ratio",),
    "gcv": tuple(f"gross_energy/{per}" for per in _PER if "energy" not in per),
    "co2": tuple(f"mass CO2/{per}" for per in _PER),
    "ch4": tuple(f"mass CH4/{per}" for per in _PER),
    "n2o": tuple(f"mass N2O/{per}" for per in _PER),
    "emission": tuple(f"mass CO2/{per}" for per in _PER),
    "coal_equivalent": tuple(f"coal_equivalent/{per}" for per in _PER),
}


def catalog_fault(file: str, reason: str, row: int | None = None) -> Fault:
    """A fault of the catalogue's files."""
    return Fault("catalog_fault", Place(file, row=row), {"reason": reason})


def check_catalog(
    factors: Sequence[Factor],
    citations: Mapping[str, Citation],
    carriers: Mapping[str, Carrier],
    gwp: Mapping[str, Mapping[str, Potential]],
) -> list[Fault]:
    """Every fault that is seen only when all files are read.

    Returns:
        One fault per reason, with the value or file that has it.
    """
    return [
        *_twice(factor.factor_id for factor in factors),
        *(
            catalog_fault(f.factor_id, reason)
            for f in factors
            for reason in _reasons(f, citations, carriers)
        ),
        *(f for carrier in carriers.values() for f in _carrier_faults(carrier)),
        *(f for name, gases in gwp.items() for f in _potential_faults(name, gases, citations)),
    ]


def _twice(names: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield catalog_fault(name, "given twice")
        seen.add(name)


def _reasons(
    factor: Factor, citations: Mapping[str, Citation], carriers: Mapping[str, Carrier]
) -> list[str]:
    low = factor.value if factor.lower is None else factor.lower
    high = factor.value if factor.upper is None else factor.upper
    unit = find_unit(factor.unit)
    subject = carriers.get(factor.subject)
    measured = measured_by(factor.quantity, subject)
    tests = {
        f"document {factor.citation_id} is not registered": factor.citation_id not in citations,
        "no clause after # in cite": not factor.clause,
        f"unit {factor.unit} is not known": unit is None,
        f"parameter {factor.quantity} is not known": not measured,
        f"unit {factor.unit} does not measure {factor.quantity}": (
            bool(measured)
            and unit is not None
            and not any(same_measure(unit.dimension, wanted) for wanted in measured)
        ),
        "value outside its range": not low <= factor.value <= high,
        "ends before it starts": factor.to_on is not None and factor.to_on <= factor.from_on,
    }
    return [reason for reason, is_wrong in tests.items() if is_wrong]


def measured_by(quantity: str, subject: Carrier | None) -> tuple[str, ...]:
    """The dimensions that a quantity of a subject may have; empty when it is not known."""
    parameter = parameters().get(quantity)
    if subject is None or parameter is None or subject.kind not in _PROCESSES:
        return _DIMENSIONS.get(quantity, ())
    unit = find_unit(parameter.unit_for(subject.unit))
    return (unit.dimension,) if unit else ()


def _carrier_faults(carrier: Carrier) -> Iterator[Fault]:
    if find_unit(carrier.unit) is None:
        yield catalog_fault(carrier.carrier_id, f"unit {carrier.unit} is not known")


def _potential_faults(
    name: str, gases: Mapping[str, Potential], citations: Mapping[str, Citation]
) -> Iterator[Fault]:
    for gas, potential in gases.items():
        if potential.citation_id not in citations:
            yield catalog_fault(
                f"gases/gwp.yaml {name} {gas}",
                f"document {potential.citation_id} is not registered",
            )
