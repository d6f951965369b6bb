"""A MyEMS database, read: meters, offline and virtual meters, spaces, hourly values.

Facts of its public schema (MyEMS, database/install, revision 51972b1b of 2026-08-22):
`tbl_meters`, `tbl_offline_meters`, `tbl_virtual_meters`, `tbl_variables`, `tbl_energy_categories`,
`tbl_spaces`, `tbl_tenants`, `tbl_shopfloors`, `tbl_equipments` and the tables between them in
`myems_system_db`; `tbl_meter_hourly` and `tbl_offline_meter_hourly` (start in UTC, value) in
`myems_energy_db`. Nothing is ever written to the source.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from tanlu.errors import InputError, Place, need

SYSTEM, ENERGY = "myems_system_db", "myems_energy_db"
_AT_ONCE = 200_000
Row = Mapping[str, Any]


class Dump(Protocol):
    """A MyEMS database, wherever it is."""

    def rows(self, table: str, schema: str = SYSTEM) -> Sequence[Row]:
        """All rows of a table; none when there is no such table."""
        ...

    def hours(self, table: str, meter: str) -> Iterator[pl.DataFrame]:
        """Hourly values: `meter`, `at` (UTC) and `value`."""
        ...


def open_dump(source: str) -> Dump:
    """A MyEMS database by URL, or a folder of its tables as CSV files.

    Args:
        source: A URL such as "mysql+pymysql://user@host" or "sqlite:///my.db", or a
            folder with `tbl_meters.csv` and so on.

    Raises:
        InputError: When it is neither, or holds no meters.
    """
    dump: Dump = _Database(source) if "://" in source else _Folder(Path(source))
    if not dump.rows("tbl_meters") and not dump.rows("tbl_offline_meters"):
        raise InputError.of("no_myems", Place(_plain(source)))
    return dump


def _plain(source: str) -> str:
    return source.rsplit("@", 1)[-1]  # never a password in a message


def hours_of(rows: Mapping[str, list[Any]]) -> pl.DataFrame:
    """Hourly values as columns, times as UTC.

    Example:
        >>> hours_of({"meter": [1], "at": ["2025-03-01 00:00:00"], "value": ["1.5"]}).row(0)[2]
        1.5
    """
    frame = pl.DataFrame(
        {
            "meter": [str(meter) for meter in rows["meter"]],
            "at": [str(at)[:19].replace("T", " ") for at in rows["at"]],
            "value": [None if v in (None, "") else float(v) for v in rows["value"]],
        },
        schema={"meter": pl.String(), "at": pl.String(), "value": pl.Float64()},
    )
    at = pl.col("at").str.strptime(pl.Datetime("us"), "%Y-%m-%d %H:%M:%S", strict=False)
    return frame.with_columns(at=at.dt.replace_time_zone("UTC"))


class _Folder:
    """Tables as CSV files of a folder."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise InputError.of("no_such_file", Place(str(folder)), path=folder)
        self.folder = folder

    def rows(self, table: str, schema: str = SYSTEM) -> Sequence[Row]:  # noqa: ARG002 - one folder holds both
        path = self.folder / f"{table}.csv"
        if not path.is_file():
            return []
        return list(pl.read_csv(path, infer_schema=False).to_dicts())

    def hours(self, table: str, meter: str) -> Iterator[pl.DataFrame]:
        path = self.folder / f"{table}.csv"
        if path.is_file():
            found = pl.read_csv(path, infer_schema=False)
            columns = {"meter": meter, "at": "start_datetime_utc", "value": "actual_value"}
            yield hours_of({name: found[column].to_list() for name, column in columns.items()})


class _Database:
    """A database by URL; its tables in one schema, or in those that MyEMS makes."""

    def __init__(self, url: str) -> None:
        sql = need("sqlalchemy", "readings")
        self._sql = sql
        try:
            self._engine = sql.create_engine(url)
            names = sql.inspect(self._engine).get_schema_names()
        except Exception as error:
            raise InputError.of("no_myems", Place(_plain(url))) from error
        self._schemas = set(names)

    def _table(self, table: str, schema: str) -> Any | None:  # noqa: ANN401 - an extra's type
        where = schema if schema in self._schemas else None
        if not self._sql.inspect(self._engine).has_table(table, schema=where):
            return None
        return self._sql.Table(
            table, self._sql.MetaData(), schema=where, autoload_with=self._engine
        )

    def rows(self, table: str, schema: str = SYSTEM) -> Sequence[Row]:
        found = self._table(table, schema)
        if found is None:
            return []
        with self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(found.select()).mappings()]

    def hours(self, table: str, meter: str) -> Iterator[pl.DataFrame]:
        found = self._table(table, ENERGY)
        if found is None:
            return
        columns = (found.c[meter], found.c.start_datetime_utc, found.c.actual_value)
        query = self._sql.select(*columns).order_by(found.c.start_datetime_utc)
        with self._engine.connect() as connection:
            result = connection.execution_options(stream_results=True).execute(query)
            while rows := result.fetchmany(_AT_ONCE):
                meters, at, values = zip(*rows, strict=True)
                yield hours_of({"meter": list(meters), "at": list(at), "value": list(values)})
