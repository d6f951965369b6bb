"""A PyPSA network from the folder of CSV files that `n.export_to_csv_folder` writes."""

from functools import partial
from pathlib import Path

from tanlu.connect.pypsa.cells import read_cells
from tanlu.connect.pypsa.netcdf import read_netcdf
from tanlu.connect.pypsa.parts import assemble
from tanlu.errors import InputError, Place
from tanlu.plan.pypsa.network import Network


def read_network(path: Path) -> Network:
    """A network on disk: an exported CSV folder, or a netCDF file (extra `netcdf`).

    Args:
        path: The folder, or the `.nc` file.

    Raises:
        InputError: With everything that cannot be read.
        MissingExtraError: When a netCDF file is given and nothing can read it.
    """
    return read_netcdf(path) if path.suffix == ".nc" else read_folder(path)


def read_folder(path: Path) -> Network:
    """The network in an exported folder, with PyPSA's defaults for what is absent.

    Args:
        path: The folder.

    Returns:
        The network; `notices` says what plays no part in it.

    Raises:
        InputError: With every cell that cannot be read, file, row and column.
    """
    if not path.is_dir():
        raise InputError.of("no_such_file", Place(path.name), path=path)
    files = {file.stem: file for file in sorted(path.glob("*.csv"))}
    parts = {name: partial(read_cells, file) for name, file in files.items()}
    return assemble(parts, *_name(files, path))


def _name(files: dict[str, Path], path: Path) -> tuple[str, str]:
    if "network" not in files:
        return path.name, ""
    cells = read_cells(files["network"])
    if not cells.frame.height:
        return path.name, ""
    version = cells.frame["pypsa_version"][0] if "pypsa_version" in cells.columns else ""
    return cells.frame.to_series(0)[0] or path.name, str(version)
