"""What a catalogue must satisfy before anything is computed with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tanlu.catalog.content import Potential
from tanlu.errors import Fault, Place
from tanlu.model.factor import Carrier, Citation, Factor
from tanlu.units import find_unit

_PER = ("mass", "volume", "normal_volume", "energy")
# what a parameter may measure; an amount is per mass, volume or energy of the carrier
_DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "ncv": tuple(f"energy/{per}" for per in _PER[:3]),
    "carbon": ("mass C/energy",),
    "oxidised": ("ratio",),
    "co2": ("mass CO2/energy",),
    "ch4": ("mass CH4/energy",),
    "n2o": ("mass N2O/energy",),
    "emission": tuple(f"mass CO2/{per}" for per in _PER),
    "coal_equivalent": tuple(f"coal_equivalent/{per}" for per in _PER),
}

_RATIOS = (
    "anode_ash", "anode_sulphur", "cao_content", "oxide_content", "cullet_share",
    "dust_correction", "destroyed_catalytic", "destroyed_thermal", "destroyed_to_nitric_acid",
    "destroyed_to_feedstock", "used_catalytic", "used_thermal", "used_to_nitric_acid",
    "used_to_feedstock",
)  # fmt: skip
_GASES = ("cf4", "c2f6", "sf6", "hfc23", "c2f6_per_cf4", "cf4_slope", "cf4_overvoltage")
_CO2_RATIOS = (
    "emission", "emission_without_dust", "emission_developed", "emission_per_cao",
    "emission_per_mgo", "emission_per_oxide", "emission_per_coke", "emission_per_trona",
)  # fmt: skip
# a process is measured per mass of what is made or used
_PROCESS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_RATIOS, ("ratio",)),
    **dict.fromkeys(_GASES, ("mass/mass",)),
    **dict.fromkeys(_CO2_RATIOS, ("mass CO2/mass",)),
    **dict.fromkeys(("ch4", "ch4_per_coke"), ("mass CH4/mass",)),
    **dict.fromkeys(("carbon", "anode_net"), ("mass C/mass",)),
    "n2o": ("mass N2O/mass",),
    "energy": ("energy/mass",),
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
    known = _PROCESS if subject and subject.kind == "process" else _DIMENSIONS
    measured = known.get(factor.quantity, ())
    tests = {
        f"document {factor.citation_id} is not registered": factor.citation_id not in citations,
        "no clause after # in cite": not factor.clause,
        f"unit {factor.unit} is not known": unit is None,
        f"parameter {factor.quantity} is not known": not measured,
        f"unit {factor.unit} does not measure {factor.quantity}": (
            bool(measured) and unit is not None and unit.dimension not in measured
        ),
        "value outside its range": not low <= factor.value <= high,
        "ends before it starts": factor.to_on is not None and factor.to_on <= factor.from_on,
    }
    return [reason for reason, is_wrong in tests.items() if is_wrong]


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
