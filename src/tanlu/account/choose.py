"""Which formula and which factors a record takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tanlu.account.printed import printed_ways
from tanlu.account.ways import (
    BIOGENIC,
    Taken,
    best_way,
    counted_as,
    plain_way,
    unit_for,
    ways_of,
)
from tanlu.catalog.content import Catalog, Potential
from tanlu.catalog.resolve import Resolver, no_factor
from tanlu.errors import Fault, Place
from tanlu.model.factor import Carrier, Factor, Request, Resolved, Way
from tanlu.model.inventory import CHP, RENEWABLE, STORAGE, Choice
from tanlu.model.label import label
from tanlu.model.preparation import APART
from tanlu.types import Text
from tanlu.units import find_unit

GAS_NAMES = {"co2": "CO2", "ch4": "CH4", "n2o": "N2O"}
FEEDSTOCK = ("emitted", "stored", "counted")
"""Where the carbon of a fuel that is used as a material goes."""
_HEAT = "heat"  # what is metered in t or Nm³ but given in GJ: by the coefficient of heat
_HEAT_UNITS = (find_unit("GJ"), find_unit("MWh"))


@dataclass(frozen=True, slots=True)
class Kind:
    """What all records that take the same factors have in common."""

    carrier: str
    on: date
    unit: str
    member_ids: tuple[str, ...]
    supplier_id: str | None = None
    origin: str | None = None
    mean_id: str | None = None
    use: str | None = None


@dataclass(frozen=True, slots=True)
class Chooser:
    """Finds formula and factors for kinds of records."""

    resolver: Resolver
    carriers: Mapping[str, Carrier]
    potentials: Mapping[str, Potential]
    place: str
    stored: Mapping[tuple[str, int], Factor] = field(default_factory=dict)
    shared: Mapping[tuple[str, int, str], tuple[Factor, ...]] = field(default_factory=dict)

    def burn(self, kind: Kind, where: Place) -> tuple[list[Choice], list[Fault]]:
        """The choices for fuel burned, one per gas of the method."""
        if self.carriers[kind.carrier].kind == "process":
            return self.process(kind, where)
        if kind.use in FEEDSTOCK:
            return self.feed(kind, where)
        choices, faults = [], []
        for gas in filter(GAS_NAMES.get, self.resolver.method.gases_in("combustion")):
            choice, missing = self._gas(kind, gas)
            choices += [choice] if choice else []
            faults += [no_factor(request, self.resolver.method, where) for request in missing]
        return choices, faults

    def feed(self, kind: Kind, where: Place) -> tuple[list[Choice], list[Fault]]:
        """The choice for fuel used as a material: its carbon as CO2, by where it goes (R11)."""
        head, wanted = self._carbon_of(kind)
        is_stored = kind.use == "stored"
        found, missing = self._all(kind, {**wanted, **({"stored": "1"} if is_stored else {})})
        if missing:
            return [], [no_factor(request, self.resolver.method, where) for request in missing]
        is_green = self.carriers[kind.carrier].is_biogenic
        gas = APART if kind.use == "counted" else "co2_biogenic" if is_green else "co2"
        gwp = self.potentials["co2"].value if gas == "co2" else 0.0
        formula = f"{head}feedstock_co2" if is_stored else f"{head}unburned_co2"
        return [Choice(formula, gas, found, gwp)], []

    def _carbon_of(self, kind: Kind) -> tuple[str, dict[str, str]]:
        unit = self._unit(kind)
        if kind.unit == "GJ":
            return "energy_", {"carbon": "t C/GJ"}
        if self.resolver.is_own(self._request(kind, "carbon_content")):
            return "content_", {"carbon_content": f"t C/{unit}"}
        return "", {"ncv": f"GJ/{unit}", "carbon": "t C/GJ"}

    def coal(self, kind: Kind) -> Resolved | None:
        """The coal equivalent of a carrier's own unit. [tce per unit]"""
        return self.resolver.find(self._request(kind, "coal_equivalent"), f"tce/{self._unit(kind)}")

    def process(self, kind: Kind, where: Place) -> tuple[list[Choice], list[Fault]]:
        """The choices for a process, one per gas that the method counts and a factor has."""
        ways = self._process_ways(kind)
        gases = dict.fromkeys(way.gas for way in ways)
        counts = self.resolver.method.counts_gas
        listed = [gas for gas in gases if counts(counted_as(gas), "process")]
        apart = [gas for gas in gases if gas not in listed]
        counted = [gas for gas in listed if counted_as(gas) in self.potentials]
        taken = [self._take(kind, [w for w in ways if w.gas == gas]) for gas in counted]
        choices = [self._gas_choice(t) for t in taken if not t.lacking]
        faults = self._lacking(kind, taken, where, is_warning=bool(choices))
        faults += [self._unweighed(kind, gas, where) for gas in listed if gas not in counted]
        return choices, [*faults, *self._apart(kind, apart, where, is_warning=bool(choices))]

    def _process_ways(self, kind: Kind) -> tuple[Way, ...]:
        of = self.resolver.quantities(kind.carrier)
        if not of and not self.carriers[kind.carrier].ways:
            return (plain_way("co2"),)  # so that what is missing has a name
        sets = self.resolver.catalog.gwp.values()
        return ways_of(self.carriers[kind.carrier], of, dict.fromkeys(g for s in sets for g in s))

    def _take(self, kind: Kind, ways: Sequence[Way]) -> Taken:
        def ask(subject: str, quantity: str) -> Request:
            return self._request(replace(kind, carrier=subject or kind.carrier), quantity)

        def find(subject: str, quantity: str) -> Resolved | None:
            if subject and subject not in self.carriers:
                return None  # a gas for which no document has a value to share
            unit = unit_for(quantity, self.carriers[subject or kind.carrier])
            return self.resolver.find(ask(subject, quantity), unit)

        return best_way(ways, find, ask)

    def _gas_choice(self, taken: Taken) -> Choice:
        gas = taken.way.gas
        gwp = 0.0 if gas == BIOGENIC else self.potentials[gas].value
        return Choice(taken.way.formula, gas, taken.factors, gwp)

    def _lacking(
        self, kind: Kind, taken: Sequence[Taken], where: Place, *, is_warning: bool
    ) -> list[Fault]:
        method, gases = self.resolver.method, [t for t in taken if t.lacking]
        needed = [t for t in gases if not is_warning or t.way.gas == "co2"]
        # another gas is found, this one is not: what is left out has a name (R1)
        return [no_factor(r, method, where) for t in needed for r in t.lacking] + [
            Fault("gas_without_factor", where, {
                "subject": self.carriers[kind.carrier].label, "gas": label("gas", t.way.gas),
                "quantity": ", ".join(r.quantity for r in t.lacking), "method": method.method_id,
            })
            for t in gases if t not in needed
        ]  # fmt: skip

    def _unweighed(self, kind: Kind, gas: str, where: Place) -> Fault:
        subject = self.carriers[kind.carrier].label
        return Fault("gas_unweighed", where, {"subject": subject, "gas": label("gas", gas)})

    def _apart(
        self, kind: Kind, gases: Sequence[str], where: Place, *, is_warning: bool
    ) -> list[Fault]:
        if not gases:
            return []
        known = self.resolver.catalog.methods.values()
        counting = [
            m.method_id
            for m in known
            if all(m.counts_gas(counted_as(gas), "process") for gas in gases)
        ]
        params = {
            "subject": self.carriers[kind.carrier].label,
            "gas": _named(gases),
            "method": self.resolver.method.method_id,
            "known": ", ".join(counting) or "—",
        }
        return [Fault("gas_apart" if is_warning else "gas_not_counted", where, params)]

    def carry(self, kind: Kind, where: Place) -> tuple[list[Choice], list[Fault]]:
        """The choice for energy that crosses a boundary."""
        known = self._by_origin(kind)
        wanted = {} if known else {"emission": f"t CO2/{self._unit(kind)}"}
        found, missing = self._all(kind, wanted)
        if missing:
            return [], [no_factor(request, self.resolver.method, where) for request in missing]
        others = () if known else self._carried(kind)
        return [Choice("purchased_co2", "co2", {**known, **found}, 1.0), *others], []

    def _carried(self, kind: Kind) -> list[Choice]:
        # other gases of supply only where a factor exists
        choices = []
        for gas in ("ch4", "n2o"):
            found, lacking = self._all(kind, {gas: f"t {GAS_NAMES[gas]}/{self._unit(kind)}"})
            if gas in self.resolver.method.gases and not lacking:
                choices.append(self._choice(kind, "purchased_gas", gas, found))
        return choices

    def _by_origin(self, kind: Kind) -> dict[str, Resolved]:
        # power of a plant without fuel, or out of a store, is not the grid's (R8)
        others: tuple[Factor, ...] = ()
        mine = (kind.supplier_id or "", kind.on.year, kind.carrier)
        if kind.origin == CHP and mine in self.shared:
            (factor, *rest), found = self.shared[mine], "shared"
            others = tuple(rest)
        elif kind.origin == STORAGE:
            factor, found = self.stored[(kind.supplier_id or "", kind.on.year)], "stored"
        elif kind.origin in RENEWABLE:
            factor, found = origin_factor(self.resolver.catalog, kind.origin), "origin"
        else:
            return {}
        request = self._request(kind, "emission")
        return {"emission": Resolved(request, factor, factor.value, factor.unit, found, others)}

    def _gas(self, kind: Kind, gas: str) -> tuple[Choice | None, list[Request]]:
        measured = self._measured_way(kind) if gas == "co2" else None
        if measured:  # what a laboratory found is taken, or what it lacks is told (R5)
            found, lacking = self._all(kind, measured[1])
            return (None, lacking) if lacking else (self._choice(kind, measured[0], gas, found), [])
        missing = []
        for formula, wanted in self._ways(kind, gas):
            found, lacking = self._all(kind, wanted)
            if not lacking:
                return self._choice(kind, formula, gas, found), []
            missing.append(lacking)
        # other gases only where a factor exists; CO2 by the way that lacks least
        return None, min(missing, key=len) if gas == "co2" else []

    def _choice(self, kind: Kind, formula: str, gas: str, found: dict[str, Resolved]) -> Choice:
        renamed = {("factor" if name == gas else name): r for name, r in found.items()}
        is_green = self.carriers[kind.carrier].is_biogenic or kind.use == "biogenic"
        is_biogenic = is_green and gas == "co2"
        name = "co2_biogenic" if is_biogenic else gas
        gwp = 0.0 if is_biogenic else self.potentials[gas].value
        return Choice(formula, name, renamed, gwp)

    def _ways(self, kind: Kind, gas: str) -> Sequence[tuple[str, dict[str, str]]]:
        unit = self._unit(kind)
        if self.resolver.method.heat != "net":
            return printed_ways(kind.unit or unit, gas, GAS_NAMES[gas])
        ncv = {} if kind.unit == "GJ" else {"ncv": f"GJ/{unit}"}
        head = "energy" if kind.unit == "GJ" else "combustion"
        factor = {gas: f"t {GAS_NAMES[gas]}/GJ"}
        by_factor = (f"{head}_gas", {**ncv, **factor})
        if gas != "co2":
            return (by_factor,)
        by_carbon = (f"{head}_co2", {**ncv, "carbon": "t C/GJ", "oxidised": "1"})
        is_own_factor = self.resolver.is_own(self._request(kind, gas))
        is_own_carbon = self.resolver.is_own(self._request(kind, "carbon"))
        known = {"carbon": by_carbon, "factor": by_factor}
        ways = self.resolver.method.ways.get("combustion") or ("carbon", "factor")
        # what the park measured goes first (R5), whichever way it was measured
        first = {(True, False): "factor", (False, True): "carbon"}.get(
            (is_own_factor, is_own_carbon), ways[0]
        )
        return [known[way] for way in sorted(ways, key=lambda way: way != first)]

    def _measured_way(self, kind: Kind) -> tuple[str, dict[str, str]] | None:
        if kind.unit not in ("", "tce", "GJ"):
            return None
        unit, rest = self.carriers[kind.carrier].unit, {"oxidised": "1"}
        if kind.unit != "GJ" and self.resolver.is_own(self._request(kind, "carbon_content")):
            return "content_co2", {"carbon_content": f"t C/{unit}", **rest}
        if kind.mean_id and self.resolver.is_own(self._request(kind, "carbon")):
            is_heat = kind.unit == "GJ"
            wanted = {"carbon": "t C/GJ", **rest}
            return (
                ("energy_co2", wanted)
                if is_heat
                else ("combustion_co2", {"ncv": f"GJ/{unit}", **wanted})
            )
        return None

    def _all(self, kind: Kind, wanted: dict[str, str]) -> tuple[dict[str, Resolved], list[Request]]:
        found: dict[str, Resolved] = {}
        missing = []
        for quantity, unit in {**wanted, "coal_equivalent": f"tce/{self._unit(kind)}"}.items():
            request = self._request(kind, quantity)
            resolved = self.resolver.find(request, unit) or self._alike(kind, quantity, unit)
            if resolved:
                found[quantity] = resolved
            elif quantity != "coal_equivalent" or kind.unit == "tce":
                missing.append(request)
        return found, missing

    def _alike(self, kind: Kind, quantity: str, unit: str) -> Resolved | None:
        like = self.carriers[kind.carrier].like
        if not like:
            return None
        return self.resolver.find(self._request(replace(kind, carrier=like), quantity), unit)

    def _unit(self, kind: Kind) -> str:
        return self.carriers[kind.carrier].unit if kind.unit in ("", "tce") else kind.unit

    def _request(self, kind: Kind, quantity: str) -> Request:
        by_heat = quantity == "coal_equivalent" and kind.unit == "GJ"
        is_metered_in_heat = find_unit(self.carriers[kind.carrier].unit) in _HEAT_UNITS
        subject = _HEAT if by_heat and not is_metered_in_heat else kind.carrier
        whose = (kind.member_ids, kind.supplier_id, kind.mean_id)
        return Request(subject, quantity, kind.on, self.place, *whose)


def origin_factor(catalog: Catalog, origin: str) -> Factor:
    """The catalogue's factor for power of a known origin. [t CO2/MWh]

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> origin_factor(load_catalog(), "pv").value
        0.0
    """
    factors = catalog.by_subject[("electricity", "emission")]
    return next(f for f in factors if f.series == f"origin.{origin}")


def _named(gases: Sequence[str]) -> Text:
    names = [label("gas", gas) for gas in gases]
    return Text(", ".join(n.en for n in names), "、".join(n.zh for n in names))
