"""The outputs of links and processes, which may have any number of buses."""

import re
from dataclasses import dataclass

from tanlu.plan.pypsa.network import Table

_BUS = re.compile(r"bus([0-9]+)")


@dataclass(frozen=True, slots=True)
class Port:
    """One connection of a link or process to a bus: names of the attributes that describe it."""

    bus: str
    coefficient: str
    delay: str
    cyclic_delay: str


def ports(table: Table) -> list[Port]:
    """Connections whose flow is a multiple of the component's own.

    A link gives to bus1, bus2 … by its efficiencies; what it takes from bus0 is its flow
    itself. A process gives and takes at every bus by its rates.

    Example:
        >>> import numpy as np
        >>> chp = Table("links", ("chp",), {"bus2": np.array(["heat"])}, {})
        >>> [port.coefficient for port in ports(chp)]
        ['efficiency', 'efficiency2']
    """
    more = sorted({int(m[1]) for name in table.static if (m := _BUS.fullmatch(name))} - {0, 1})
    if table.list_name == "links":
        return [_link(str(number)) for number in [1, *more]]
    return [_process(str(number)) for number in [0, 1, *more]]


def _link(number: str) -> Port:
    suffix = "" if number == "1" else number
    return Port(f"bus{number}", f"efficiency{suffix}", f"delay{suffix}", f"cyclic_delay{suffix}")


def _process(number: str) -> Port:
    return Port(f"bus{number}", f"rate{number}", f"delay{number}", f"cyclic_delay{number}")
