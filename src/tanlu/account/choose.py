"""Which formula and which factors a record takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tanlu.catalog.content import Potential
from tanlu.catalog.resolve import Resolver, no_factor
from tanlu.errors import Fault, Place
from tanlu.model.factor import Carrier, Request, Resolved
from tanlu.model.inventory import Choice

GAS_NAMES = {"co2": "CO2", "ch4": "CH4", "n2o": "N2O"}
_HEAT = "heat"  # a fuel given in GJ becomes coal equivalent by the coefficient of heat


@dataclass(frozen=True, slots=True)
class Kind:
    """What all records that take the same factors have in common."""

    carrier: str
    on: date
    unit: str
    member_ids: tuple[str, ...]
    supplier_id: str | None = None


@dataclass(frozen=True, slots=True)
class Chooser:
    """Finds formula and factors for kinds of records."""

    resolver: Resolver
    carriers: Mapping[str, Carrier]
    potentials: Mapping[str, Potential]
    place: str

    def burn(self, kind: Kind, where: Place) -> tuple[list[Choice], list[Fault]]:
        """The choices for fuel burned, one per gas of the method."""
        choices, faults = [], []
        for gas in self.resolver.method.gases:
            choice, fault = self._gas(kind, gas, where)
            choices += [choice] if choice else []
            faults += [fault] if fault else []
        return choices, faults

    def carry(self, kind: Kind, where: Place) -> tuple[list[Choice], list[Fault]]:
        """The choice for energy that crosses a boundary."""
        unit = self.carriers[kind.carrier].unit
        wanted = {"emission": f"t CO2/{unit}"}
        found, missing = self._all(kind, wanted, optional=("coal_equivalent",))
        if missing:
            return [], [no_factor(missing, self.resolver.method, where)]
        return [Choice("purchased_co2", "co2", found, 1.0)], []

    def _gas(self, kind: Kind, gas: str, where: Place) -> tuple[Choice | None, Fault | None]:
        ways = self._ways(kind, gas)
        first_missing = None
        for formula, wanted in ways:
            found, missing = self._all(kind, wanted, optional=("coal_equivalent",))
            if missing is None:
                return self._choice(kind, formula, gas, found), None
            first_missing = first_missing or missing
        if first_missing is None or gas != "co2":  # other gases only where a factor exists
            return None, None
        return None, no_factor(first_missing, self.resolver.method, where)

    def _choice(
        self, kind: Kind, formula: str, gas: str, found: dict[str, Resolved]
    ) -> Choice:
        renamed = {("factor" if name == gas else name): r for name, r in found.items()}
        is_biogenic = self.carriers[kind.carrier].is_biogenic and gas == "co2"
        name = "co2_biogenic" if is_biogenic else gas
        gwp = 0.0 if is_biogenic else self.potentials[gas].value
        return Choice(formula, name, renamed, gwp)

    def _ways(self, kind: Kind, gas: str) -> Sequence[tuple[str, dict[str, str]]]:
        unit = self.carriers[kind.carrier].unit
        ncv = {} if kind.unit == "GJ" else {"ncv": f"GJ/{unit}"}
        head = "energy" if kind.unit == "GJ" else "combustion"
        factor = {gas: f"t {GAS_NAMES[gas]}/GJ"}
        by_factor = (f"{head}_gas", {**ncv, **factor})
        if gas != "co2":
            return (by_factor,)
        by_carbon = (f"{head}_co2", {**ncv, "carbon": "t C/GJ", "oxidised": "1"})
        return (by_carbon, by_factor)

    def _all(
        self, kind: Kind, wanted: dict[str, str], optional: tuple[str, ...]
    ) -> tuple[dict[str, Resolved], Request | None]:
        found: dict[str, Resolved] = {}
        for quantity, unit in {**wanted, **self._coal(kind)}.items():
            request = self._request(kind, quantity)
            resolved = self.resolver.find(request, unit)
            if resolved:
                found[quantity] = resolved
            elif quantity not in optional or kind.unit == "tce":
                return {}, request
        return found, None

    def _coal(self, kind: Kind) -> dict[str, str]:
        is_heat_based = kind.unit == "GJ" and self.carriers[kind.carrier].kind == "fuel"
        unit = "GJ" if is_heat_based else self.carriers[kind.carrier].unit
        return {"coal_equivalent": f"tce/{unit}"}

    def _request(self, kind: Kind, quantity: str) -> Request:
        fuel = self.carriers[kind.carrier].kind == "fuel"
        by_heat = quantity == "coal_equivalent" and kind.unit == "GJ" and fuel
        subject = _HEAT if by_heat else kind.carrier
        return Request(
            subject, quantity, kind.on, self.place, kind.member_ids, kind.supplier_id
        )
