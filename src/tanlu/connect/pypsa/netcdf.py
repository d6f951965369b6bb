"""A PyPSA network from the netCDF file that `n.export_to_netcdf` writes."""

import re
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from tanlu.connect.pypsa.cells import Cells
from tanlu.connect.pypsa.parts import assemble
from tanlu.errors import Fault, InputError, Place, need, raise_errors
from tanlu.plan.pypsa.network import Network

_TIME = ("snapshots", "investment_periods")


def read_netcdf(path: Path) -> Network:
    """The network in a netCDF file, with PyPSA's defaults for what is absent.

    Args:
        path: The file.

    Returns:
        The network.

    Raises:
        InputError: When it is no such file, or holds scenarios or curves in pieces.
        MissingExtraError: When the extra `netcdf` is not installed.
    """
    if not path.is_file():
        raise InputError.of("no_such_file", Place(path.name), path=path)
    library = need("netCDF4", "netcdf")
    try:
        opened = library.Dataset(path)
    except OSError as error:
        raise InputError.of("pypsa_no_netcdf", Place(path.name), reason=str(error)) from None
    with opened as data:
        variables = {name: _values(one) for name, one in data.variables.items()}
        dimensions = {name: one.dimensions for name, one in data.variables.items()}
        said = {name: str(data.getncattr(name)) for name in data.ncattrs()}
    _check(path, variables)
    frames = _frames(variables, dimensions)
    parts = {name: partial(Cells, f"{path.name}: {name}", frame) for name, frame in frames.items()}
    version = said.get("network_pypsa_version", "")
    return assemble(parts, said.get("network_name", "") or path.stem, version)


def _values(variable: Any) -> np.ndarray:  # noqa: ANN401 - the library ships no types
    variable.set_auto_mask(False)
    return np.asarray(variable[...])


def _check(path: Path, variables: dict[str, np.ndarray]) -> None:
    """Scenarios and curves in pieces are refused by name."""
    curves = [name for name in variables if re.match(r"[a-z_]+_pw_[a-z_0-9]+$", name)]
    wrong = [*(["scenario"] if "scenario" in variables else []), *curves]
    raise_errors([Fault("pypsa_unknown_list", Place(path.name), {"list": one}) for one in wrong])


def _frames(
    variables: dict[str, np.ndarray], dimensions: dict[str, tuple[str, ...]]
) -> dict[str, pl.DataFrame]:
    """Tables as an exported folder has them; the first column names the rows."""
    frames: dict[str, pl.DataFrame] = {}
    for name, values in variables.items():
        if name in _TIME and dimensions[name] == (name,):
            frames[name] = _table(values, _columns(name, name, variables, dimensions))
        elif name.endswith("_i") and "_t_" not in name and "_pw_" not in name:
            table = name[:-2]
            frames[table] = _table(values, _columns(table, name, variables, dimensions))
    for name, values in variables.items():
        head, found, attribute = name.partition("_t_")
        if found and not name.endswith("_i"):
            names = [str(one) for one in variables[f"{name}_i"]]
            columns = dict(zip(names, values.T, strict=True))
            frames[f"{head}-{attribute}"] = _table(np.arange(len(values)), columns)
    return frames


def _columns(
    table: str,
    index: str,
    variables: dict[str, np.ndarray],
    dimensions: dict[str, tuple[str, ...]],
) -> dict[str, np.ndarray]:
    start = f"{table}_"
    return {
        name[len(start) :]: values
        for name, values in variables.items()
        if name.startswith(start) and dimensions[name] == (index,) and name != index
    }


def _table(index: np.ndarray, columns: dict[str, np.ndarray]) -> pl.DataFrame:
    first = pl.Series("", [str(one) for one in index], pl.String)
    return pl.DataFrame([first, *(_series(name, values) for name, values in columns.items())])


def _series(name: str, values: np.ndarray) -> pl.Series:
    if values.dtype.kind in "fiub":
        return pl.Series(name, values)
    return pl.Series(name, [str(one) for one in values], pl.String)
