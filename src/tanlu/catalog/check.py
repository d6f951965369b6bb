"""What a catalogue must satisfy before anything is computed with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tanlu.catalog.content import Method, Potential
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


def catalog_fault(file: str, reason: str, row: int | None = None) -> Fault:
    """A fault of the catalogue's files."""
    return Fault("catalog_fault", Place(file, row=row), {"reason": reason})


def check_catalog(
    factors: Sequence[Factor],
    citations: Mapping[str, Citation],
    carriers: Mapping[str, Carrier],
    methods: Mapping[str, Method],
    gwp: Mapping[str, Mapping[str, Potential]],
) -> list[Fault]:
    """Every fault that is seen only when all files are read.

    Returns:
        One fault per reason, with the value or file that has it.
    """
    series = {factor.series for factor in factors}
    return [
        *_twice(factor.factor_id for factor in factors),
        *(catalog_fault(f.factor_id, r) for f in factors for r in _reasons(f, citations)),
        *(f for carrier in carriers.values() for f in _carrier_faults(carrier)),
        *(f for method in methods.values() for f in _method_faults(method, series, citations)),
        *(f for name, gases in gwp.items() for f in _potential_faults(name, gases, citations)),
    ]


def _twice(names: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield catalog_fault(name, "given twice")
        seen.add(name)


def _reasons(factor: Factor, citations: Mapping[str, Citation]) -> list[str]:
    low = factor.value if factor.lower is None else factor.lower
    high = factor.value if factor.upper is None else factor.upper
    unit = find_unit(factor.unit)
    measured = _DIMENSIONS.get(factor.quantity, ())
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


def _method_faults(
    method: Method, series: set[str], citations: Mapping[str, Citation]
) -> Iterator[Fault]:
    if method.cite.partition("#")[0] not in citations:
        yield catalog_fault(method.method_id, f"document of {method.cite} is not registered")
    for name in sorted({name for order in method.series.values() for name in order} - series):
        yield catalog_fault(method.method_id, f"series {name} has no values")


def _potential_faults(
    name: str, gases: Mapping[str, Potential], citations: Mapping[str, Citation]
) -> Iterator[Fault]:
    for gas, potential in gases.items():
        if potential.citation_id not in citations:
            yield catalog_fault(
                f"gases/gwp.yaml {name} {gas}",
                f"document {potential.citation_id} is not registered",
            )
