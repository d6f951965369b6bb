"""Which way a process gives each gas: the formula, and the factors that feed it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tanlu.catalog.resolve import OWN
from tanlu.model.factor import Carrier, Request, Resolved, Way
from tanlu.model.parameter import parameters

BIOGENIC = "co2_biogenic"
Find = Callable[[str, str], Resolved | None]
Ask = Callable[[str, str], Request]


@dataclass(frozen=True, slots=True)
class Taken:
    """A way with all that feeds it, or with what it lacks."""

    way: Way
    factors: dict[str, Resolved]
    lacking: tuple[Request, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether any value is the park's own."""
        return any(resolved.factor.series in OWN for resolved in self.factors.values())


def quantity_of(gas: str) -> str:
    """The quantity that is a gas per amount of the process.

    Example:
        >>> quantity_of("co2"), quantity_of("cf4")
        ('emission', 'cf4')
    """
    return "emission" if gas == "co2" else gas


def ways_of(carrier: Carrier, quantities: Iterable[str], gases: Iterable[str]) -> tuple[Way, ...]:
    """All ways of a process, those its file lists first.

    Args:
        carrier: The process.
        quantities: What there are values of.
        gases: All gases that any set of potentials knows.

    Returns:
        Ways as listed; amount times factor for every gas that has none listed.
    """
    listed = {way.gas for way in carrier.ways}
    known = set(quantities)
    plain = [gas for gas in gases if gas not in listed and quantity_of(gas) in known]
    return (*carrier.ways, *(plain_way(gas) for gas in plain))


def plain_way(gas: str) -> Way:
    """Amount times factor."""
    return Way(gas, "process_gas", (("factor", (quantity_of(gas),)),))


def counted_as(gas: str) -> str:
    """The gas that a method names when it counts this one; biogenic CO2 stands beside CO2."""
    return "co2" if gas == BIOGENIC else gas


def subjects_of(carrier: Carrier) -> tuple[str, ...]:
    """The subjects whose factors a carrier may take, itself first."""
    named = (
        name.partition("/")[0]
        for way in carrier.ways
        for _, names in way.takes
        for name in names
        if "/" in name
    )
    like = (carrier.like,) if carrier.like else ()
    return tuple(dict.fromkeys((carrier.carrier_id, *like, *named)))


def best_way(ways: Sequence[Way], find: Find, ask: Ask) -> Taken:
    """The way that is taken among those of one gas.

    What the park states of its own plant goes before defaults (R5); otherwise
    the first way whose factors are all found.

    Args:
        ways: In order of preference; at least one.
        find: From subject (empty: the process itself) and quantity to a factor.
        ask: The request that `find` would answer.

    Returns:
        The way taken; when none is whole, the one that lacks least.
    """
    tried = [_tried(way, find, ask) for way in ways]
    whole = [taken for taken in tried if not taken.lacking]
    own = [taken for taken in whole if taken.is_own]
    if own or whole:
        return (own or whole)[0]
    return min(tried, key=lambda taken: len(taken.lacking))


def _tried(way: Way, find: Find, ask: Ask) -> Taken:
    factors, lacking = {}, []
    for argument, names in way.takes:
        pairs = [_pair(name) for name in names]
        found = next((r for pair in pairs if (r := find(*pair))), None)
        if found:
            factors[argument] = found
        else:
            lacking.append(ask(*pairs[0]))
    return Taken(way, factors, tuple(lacking))


def _pair(name: str) -> tuple[str, str]:
    subject, slash, quantity = name.partition("/")
    return (subject, quantity) if slash else ("", name)


def unit_for(quantity: str, subject: Carrier) -> str:
    """The unit that formulas want of a quantity of a subject.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> carriers = load_catalog().carriers
        >>> unit_for("hfc32", carriers["r410a"]), unit_for("ncv", carriers["diesel"])
        ('t/kg', 'GJ/t')
    """
    fuel = {"ncv": f"GJ/{subject.unit}", "carbon": "t C/GJ", "oxidised": "1"}
    if subject.kind == "fuel" and quantity in fuel:
        return fuel[quantity]
    return parameters()[quantity].unit_for(subject.unit)
