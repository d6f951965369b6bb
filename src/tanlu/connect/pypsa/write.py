"""A network as a folder of CSV files that `pypsa.Network(folder)` reads."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from tanlu.errors import InputError, Place
from tanlu.plan.pypsa.network import Network, Table, Time
from tanlu.plan.pypsa.schema import Attribute, attribute


def write_folder(network: Network, path: Path) -> Path:
    """Write a network as PyPSA's export does: only what differs from a default.

    Args:
        network: The network.
        path: A folder that does not exist yet, or is empty.

    Returns:
        The folder.

    Raises:
        InputError: When there is something in the folder already.
    """
    if path.exists() and any(path.iterdir()):
        raise InputError.of("plan_exists", Place(path.name), path=path)
    path.mkdir(parents=True, exist_ok=True)
    _write(
        path / "network.csv",
        ["name", "pypsa_version"],
        [[network.name, network.version]],
    )
    _write_time(network.time, path)
    for table in network.tables.values():
        _write_table(table, path)
    return path


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def _write_time(time: Time, path: Path) -> None:
    weights = (time.objective.tolist(), time.stores.tolist(), time.generators.tolist())
    names = ["objective", "stores", "generators"]
    if time.period is None:
        rows = zip(range(len(time)), time.labels, *weights, strict=True)
        _write(path / "snapshots.csv", ["", "snapshot", *names], rows)
        return
    dated = zip(range(len(time)), time.period.tolist(), time.labels, *weights, strict=True)
    _write(path / "snapshots.csv", ["", "period", "timestep", *names], dated)
    periods = zip(time.periods, time.period_objective, time.years, strict=True)
    _write(path / "investment_periods.csv", ["period", "objective", "years"], periods)


def _write_table(table: Table, path: Path) -> None:
    columns = {
        name: values
        for name, values in table.static.items()
        if _is_told(values, attribute(table.list_name, name))
    }
    rows = zip(table.names, *(values.tolist() for values in columns.values()), strict=True)
    _write(path / f"{table.list_name}.csv", ["name", *columns], rows)
    for name, series in table.series.items():
        head = ["", *(table.names[at] for at in series.of)]
        lines = ([at, *row] for at, row in enumerate(series.values.tolist()))
        _write(path / f"{table.list_name}-{name}.csv", head, lines)


def _is_told(values: np.ndarray, known: Attribute | None) -> bool:
    return known is None or bool((values != known.default).any())
