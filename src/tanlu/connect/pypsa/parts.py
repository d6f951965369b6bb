"""A PyPSA network from its parts: lists of components, time series, snapshots and periods."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tanlu.connect.pypsa.cells import Cells
from tanlu.connect.pypsa.clock import read_time
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.plan.pypsa.network import Network, Series, Table, Time
from tanlu.plan.pypsa.schema import COMPONENTS, IGNORED, Attribute, attribute

Parts: TypeAlias = Mapping[str, Callable[[], Cells]]
"""How to read each part, by its name in an exported folder, such as "generators-p_max_pu"."""

_OWN = frozenset({"network", "snapshots", "investment_periods"})
_SERIES = re.compile(r"([a-z_]+)-(.+)")
_KEPT = frozenset({"carriers", "buses"})  # their own columns may carry limits


def assemble(parts: Parts, name: str, version: str) -> Network:
    """The network of some parts, with PyPSA's defaults for what is absent.

    Args:
        parts: How to read each part.
        name: Name of the network.
        version: The PyPSA that wrote it, where it is known.

    Returns:
        The network; `notices` says what plays no part in it.

    Raises:
        InputError: With every cell that cannot be read, file, row and column.
    """
    if "buses" not in parts:
        raise InputError.of("pypsa_no_buses", Place("buses.csv"))
    faults: list[Fault] = []
    snapshots, periods = (_maybe(parts, one) for one in ("snapshots", "investment_periods"))
    time = read_time(snapshots, periods)
    faults += [fault for cells in (snapshots, periods) if cells for fault in cells.faults]
    tables = {one: _table(one, parts, time, faults) for one in COMPONENTS if one in parts}
    raise_errors(faults)
    return Network(name, time, tables, version, _strange(parts), tuple(faults))


def _maybe(parts: Parts, name: str) -> Cells | None:
    return parts[name]() if name in parts else None


def _strange(parts: Parts) -> tuple[str, ...]:
    """Lists that are none of PyPSA's, and curves in pieces, which are not supported."""
    return tuple(
        name
        for name in parts
        if name not in {*COMPONENTS, *IGNORED, *_OWN}
        and (not (m := _SERIES.fullmatch(name)) or m[2].endswith("-pw") or m[1] not in COMPONENTS)
        and (not m or m[1] not in IGNORED)
    )


def _table(name: str, parts: Parts, time: Time, faults: list[Fault]) -> Table:
    cells = parts[name]()
    names = tuple(cells.index)
    faults += _twice(cells, names)
    static = dict(_static(name, cells))
    strange = [c for c in cells.columns if attribute(name, c) is None]
    faults += cells.faults
    faults += [_notice(name, column) for column in strange if not _is_kept(name, column)]
    series = dict(_all_series(name, names, parts, time, faults))
    return Table(name, names, static, series, tuple(strange))


def _twice(cells: Cells, names: tuple[str, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield Fault("pypsa_twice", Place(cells.file, row=at + 2), {"name": name})
        seen.add(name)


def _notice(name: str, column: str) -> Fault:
    return Fault("pypsa_own_column", Place(f"{name}.csv", column=column), {"column": column})


def _is_kept(name: str, column: str) -> bool:
    return name == "carriers" or (name == "buses" and column.startswith("nom_"))


def _static(name: str, cells: Cells) -> Iterator[tuple[str, NDArray[Any]]]:
    for column in cells.columns:
        known = attribute(name, column)
        if known is not None and known.role in {"use", "refuse"}:
            yield column, cells.column(column, known)
        elif known is None and name in _KEPT and _is_kept(name, column):
            values = _if_numbers(cells, column)
            if values is not None:
                yield column, values


def _if_numbers(cells: Cells, column: str) -> NDArray[np.float64] | None:
    """Somebody's own column, where it holds numbers."""
    apart = Cells(cells.file, cells.frame)
    values = apart.numbers(column)
    return None if apart.faults else values


def _all_series(
    name: str, names: tuple[str, ...], parts: Parts, time: Time, faults: list[Fault]
) -> Iterator[tuple[str, Series]]:
    for stem, read in parts.items():
        match = _SERIES.fullmatch(stem)
        if not match or match[1] != name or match[2].endswith("-pw"):
            continue
        known = attribute(name, match[2])
        if known is None:
            faults.append(Fault("pypsa_own_column", Place(f"{stem}.csv"), {"column": match[2]}))
        elif known.role in {"use", "refuse"}:
            found = _series(read(), names, time, known, faults)
            if found is not None:
                yield match[2], found


def _series(
    cells: Cells, names: tuple[str, ...], time: Time, known: Attribute, faults: list[Fault]
) -> Series | None:
    place = Place(cells.file)
    if not known.is_varying:
        faults.append(Fault("pypsa_not_varying", place, {"attribute": known.name}))
        return None
    values = _values(cells, known)
    faults += cells.faults
    count = len(time) // max(1, len(time.periods)) if time.has_periods else len(time)
    if cells.frame.height not in {len(time), count}:
        params = {"found": cells.frame.height, "wanted": len(time)}
        faults.append(Fault("pypsa_series_length", place, params))
        return None
    values = np.tile(values, (len(time) // cells.frame.height, 1))
    order = {one: at for at, one in enumerate(names)}
    kept = [at for at, column in enumerate(cells.columns) if column in order]
    faults += [
        Fault("pypsa_series_of_nobody", Place(cells.file, column=column), {"name": column})
        for column in cells.columns
        if column not in order
    ]
    of = np.array([order[cells.columns[at]] for at in kept], np.int64)
    return Series(of, values[:, kept])


def _values(cells: Cells, known: Attribute) -> NDArray[np.float64]:
    """Columns as numbers; an empty cell is a fault unless the attribute may be empty."""
    values = np.zeros((cells.frame.height, len(cells.columns)))
    for at, column in enumerate(cells.columns):
        values[:, at] = cells.numbers(column)
    if not np.isnan(float(known.default)):
        bad = {fault.place for fault in cells.faults}
        for row, at in np.argwhere(np.isnan(values)):
            place = Place(cells.file, row=int(row) + 2, column=cells.columns[at])
            if place not in bad:
                cells.faults.append(Fault("pypsa_no_value", place))
    return values
