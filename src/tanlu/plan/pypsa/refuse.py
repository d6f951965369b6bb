"""What of a network is wrong or not supported, all of it together, by name."""

import re
from collections.abc import Iterator

import numpy as np

from tanlu.errors import Fault, Place, raise_errors
from tanlu.plan.pypsa.frame import SIZED
from tanlu.plan.pypsa.limits import KINDS
from tanlu.plan.pypsa.network import Network, Table
from tanlu.plan.pypsa.schema import IGNORED, VERSION, attributes

_BUS = re.compile(r"bus[0-9]*")
_SENSES = frozenset({"<=", ">=", "=="})


def check(network: Network) -> None:
    """Refuse a network that cannot be solved with PyPSA's meaning.

    Raises:
        InputError: With everything that is wrong or not supported.
    """
    raise_errors([*_lists(network), *_unsupported(network), *_buses(network), *_limits(network)])


def _lists(network: Network) -> Iterator[Fault]:
    for name in network.strange_lists:
        if name not in IGNORED:
            yield Fault("pypsa_unknown_list", Place(f"{name}.csv"), {"list": name})
    if not len(network.table("buses")):
        yield Fault("pypsa_no_buses", Place("buses.csv"))


def _unsupported(network: Network) -> Iterator[Fault]:
    for table in network.tables.values():
        for attribute in attributes(table.list_name).values():
            if attribute.role == "refuse" and _differs(table, attribute.name, attribute.default):
                yield _refusal(table, attribute.name)
        if is_newer(network.version):
            for name in table.strange:
                yield Fault(
                    "pypsa_newer",
                    table.place(None, name),
                    {"attribute": name, "version": network.version},
                )


def _differs(table: Table, name: str, default: object) -> bool:
    if name in table.series and (table.series[name].values != default).any():
        return True
    return name in table.static and bool((table.static[name] != default).any())


def _refusal(table: Table, name: str) -> Fault:
    wrong = np.zeros(len(table), bool)
    default = attributes(table.list_name)[name].default
    if name in table.static:
        wrong |= table.static[name] != default
    if name in table.series:
        series = table.series[name]
        wrong[series.of[(series.values != default).any(axis=0)]] = True
    names = [table.names[at] for at in np.flatnonzero(wrong)]
    shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
    return Fault(
        "pypsa_not_supported",
        table.place(int(np.flatnonzero(wrong)[0]), name),
        {"component": table.component, "attribute": name, "names": shown},
    )


def is_newer(version: str) -> bool:
    """Whether a network was written by a PyPSA newer than the one whose meaning is kept.

    Example:
        >>> is_newer("1.1.2"), is_newer("2.0.0"), is_newer("")
        (False, True, False)
    """
    numbers = re.findall(r"\d+", version)[:2]
    return len(numbers) == 2 and (int(numbers[0]), int(numbers[1])) > VERSION


def _buses(network: Network) -> Iterator[Fault]:
    known = {*network.table("buses").names}
    for name in [*SIZED, "loads"]:
        table = network.table(name)
        for column in _bus_columns(table):
            for at, bus in enumerate(table.texts(column)):
                if str(bus) not in known and not (column[3:] not in {"", "0", "1"} and bus == ""):
                    yield Fault(
                        "pypsa_unknown_bus",
                        table.place(at, column),
                        {"bus": bus, "name": table.names[at]},
                    )


def _bus_columns(table: Table) -> list[str]:
    own = {"bus0", "bus1"} if "bus0" in attributes(table.list_name) else {"bus"}
    return sorted(own | {name for name in table.static if _BUS.fullmatch(name) and name != "bus"})


def _limits(network: Network) -> Iterator[Fault]:
    table = network.table("global_constraints")
    kinds, senses = table.texts("type"), table.texts("sense")
    for at, name in enumerate(table.names):
        if str(kinds[at]) not in KINDS:
            yield Fault(
                "pypsa_unknown_limit", table.place(at, "type"), {"name": name, "type": kinds[at]}
            )
        if str(senses[at]) not in _SENSES:
            yield Fault(
                "pypsa_unknown_sense", table.place(at, "sense"), {"name": name, "sense": senses[at]}
            )
