"""What PyPSA derives before it optimises: impedances of standard types, carriers of buses."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tanlu.errors import Fault, raise_errors
from tanlu.plan.pypsa.network import Network, Numbers, Table

Types = Mapping[str, Mapping[str, float]]
"""Standard types by name: what each says."""


def prepare(network: Network, line_types: Types, transformer_types: Types) -> Network:
    """The network with impedances per unit (`x_eff`, `r_eff`) and with all carriers filled in.

    Args:
        network: As it was read.
        line_types: Standard types of lines, beside those that the network brings itself.
        transformer_types: Standard types of transformers, likewise.

    Raises:
        InputError: When a type is not known.
    """
    lines = _typed_lines(network, line_types)
    transformers = _typed_transformers(network, transformer_types)
    buses = network.table("buses")
    voltage = dict(zip(buses.names, buses.numbers("v_nom"), strict=True))
    carrier = dict(zip(buses.names, buses.texts("carrier"), strict=True))
    tables = {
        **network.tables,
        "lines": _carried(_line_impedance(lines, voltage), carrier, "bus0"),
        "transformers": _transformer_impedance(transformers),
        "links": _carried(network.table("links"), carrier, "bus0"),
        "stores": _carried(network.table("stores"), carrier, "bus"),
    }
    return replace(network, tables=tables)


def _carried(table: Table, carrier: Mapping[str, Any], bus: str) -> Table:
    own = table.texts("carrier")
    theirs = [carrier.get(str(name), "") for name in table.texts(bus)]
    return table.change(carrier=np.where(own == "", np.array(theirs, object), own))


def _line_impedance(lines: Table, voltage: Mapping[str, float]) -> Table:
    square = np.array([voltage.get(str(bus), np.nan) for bus in lines.texts("bus0")], float) ** 2
    return lines.change(x_eff=lines.numbers("x") / square, r_eff=lines.numbers("r") / square)


def _transformer_impedance(transformers: Table) -> Table:
    ratio = transformers.numbers("tap_ratio")
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = ratio / transformers.numbers("s_nom")
        x, r = transformers.numbers("x") * scale, transformers.numbers("r") * scale
    return transformers.change(x_eff=x, r_eff=r)


def _typed_lines(network: Network, standard: Types) -> Table:
    lines = network.table("lines")
    types, chosen = _types_of(lines, _types(network.table("line_types"), standard))
    if not chosen.any():
        return lines
    scale = lines.numbers("length") / lines.numbers("num_parallel")
    return lines.change(
        x=np.where(chosen, _each(types, "x_per_length") * scale, lines.numbers("x")),
        r=np.where(chosen, _each(types, "r_per_length") * scale, lines.numbers("r")),
    )


def _typed_transformers(network: Network, standard: Types) -> Table:
    table = network.table("transformers")
    types, chosen = _types_of(table, _types(network.table("transformer_types"), standard))
    if not chosen.any():
        return table
    parallel = table.numbers("num_parallel")
    r = _each(types, "vscr") / 100.0
    x = np.sqrt((_each(types, "vsc") / 100.0) ** 2 - r**2)
    taps = table.numbers("tap_position") - _each(types, "tap_neutral")
    new = {
        "x": x / parallel,
        "r": r / parallel,
        "tap_ratio": 1.0 + taps * _each(types, "tap_step") / 100.0,
        "phase_shift": _each(types, "phase_shift"),
        "s_nom": _each(types, "s_nom"),
    }
    return table.change(
        **{name: np.where(chosen, value, table.numbers(name)) for name, value in new.items()}
    )


def _types(own: Table, standard: Types) -> dict[str, Mapping[str, float]]:
    numeric = [name for name, column in own.static.items() if column.dtype.kind in "if"]
    mine = {
        name: {key: float(own.static[key][at]) for key in numeric}
        for at, name in enumerate(own.names)
    }
    return {**mine, **standard}  # as PyPSA does: what it knows already is not replaced


def _types_of(
    table: Table, known: Mapping[str, Mapping[str, float]]
) -> tuple[list[Mapping[str, float]], NDArray[np.bool_]]:
    names = [str(name) for name in table.texts("type")]
    raise_errors(
        [
            Fault("pypsa_unknown_type", table.place(at, "type"), {"type": name})
            for at, name in enumerate(names)
            if name and name not in known
        ]
    )
    return [known.get(name, {}) for name in names], np.array([bool(name) for name in names], bool)


def _each(types: list[Mapping[str, float]], key: str) -> Numbers:
    return np.array([one.get(key, 0.0) for one in types], float)
