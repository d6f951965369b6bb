"""Hourly-factor emissions of a park-year by enterprise, system and month.

Compared with a plain scan of the same stored values in the same run, the two in turns:
the scan reads the values and adds them up, two threads over months on either side. Peers
do the same account on a tenth of the readings, laid out a row for each reading: DuckDB,
Polars and pandas, whose sums must agree with ours.
"""

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.readings_year import SLOTS, SMALL, TENTH, WHOLE, make_year
from benchmarks.run import Row, best
from tanlu.account.hourly.month import completed
from tanlu.account.hourly.total import Totals, attributes, enterprises_of, totals
from tanlu.catalog.load import load_catalog
from tanlu.measure.readings.day import to_long
from tanlu.measure.readings.pack import flat
from tanlu.store.readings import scan, state
from tanlu.store.readings.table import files_of
from tanlu.workflow.readings.emissions import Asked, accounting, months_of, span_of
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.sweep import sweep

PER = ("enterprise", "system")
_CHUNK = 100_000


class Case:
    """A park-year with everything prepared that does not depend on its readings."""

    def __init__(self, enterprises: int, park: Path | None = None) -> None:
        """Open the park, made when it is not there."""
        self.opened: Opened = of_folder(park or make_year(enterprises))
        asked = Asked(per=PER)
        span = span_of(self.opened, asked)
        self.by, _ = accounting(self.opened, load_catalog(), span, asked)
        self.months = months_of(span)
        files = files_of(self.opened.readings, state(self.opened.readings).table_version)
        self.files = files.filter(pl.col("layer") == 0)["path"].to_list()
        self.readings = int(files.filter(pl.col("layer") == 0)["rows"].sum()) * SLOTS

    def emissions(self) -> Totals:
        """Sums by enterprise, system and month, nothing of it kept from before."""
        found = sweep(self.opened, self.by, self.months)
        sums = pl.concat([completed([found[m.name]], m, self.by) for m in self.months])
        about = attributes(self.by.plan, enterprises_of(self.opened.book))
        joined = sums.join(about, on="channel").with_columns(amount=pl.col("use"))
        return totals(joined, ["month"], PER)

    def scan(self) -> float:
        """The sum of all stored values."""
        with ThreadPoolExecutor(2) as pool:
            return sum(pool.map(_sum, self.files))


def _sum(path: str) -> float:
    values = pl.scan_parquet(path, hive_partitioning=False).select("value")
    rows = int(values.select(pl.len()).collect().item())
    parts = (values.slice(start, _CHUNK).collect() for start in range(0, rows, _CHUNK))
    return float(sum(np.add.reduce(flat(part["value"], "<f8")) for part in parts))


def run(enterprises: int = WHOLE, peers: int = TENTH, rounds: int = 5) -> list[Row]:
    """Ours against the scan; then the peers on fewer readings."""
    case = Case(enterprises)
    scans, ours = [], []
    for _ in range(rounds):
        scans.append(_seconds(case.scan))
        ours.append(_seconds(case.emissions))
    ratios = [mine / plain for mine, plain in zip(ours, scans, strict=True)]
    rate = case.readings / min(ours) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    note = (
        f"{rate:.0f} M readings/s; time to that of the scan: best {min(ratios):.2f}, "
        f"median {statistics.median(ratios):.2f}; peak {peak:.2f} GiB"
    )
    subject = f"hourly emissions, {case.readings / 1e6:.1f} M readings"
    return [Row(subject, min(ours), "plain scan", min(scans), note), *_peers(peers)]


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _peers(enterprises: int) -> list[Row]:
    case = Case(enterprises)
    ours = best(case.emissions)
    whole = case.emissions()
    expected = whole.rows["co2_t"].sum()
    subject = f"same, {case.readings / 1e6:.1f} M readings"
    with tempfile.TemporaryDirectory() as folder:
        paths = _long(case, Path(folder))
        rows = []
        for name, call in (("DuckDB", _duckdb), ("Polars", _polars), ("pandas", _pandas)):
            found: list[float] = []
            theirs = best(lambda call=call, found=found: found.append(call(*paths)), 1)
            assert abs(found[-1] / expected - 1) < 1e-9, (name, found, expected)
            rows.append(Row(subject, ours, f"{name}, a row a reading", theirs))
    return rows


def _long(case: Case, folder: Path) -> tuple[str, str, str]:
    """A row for each reading; channels with what they are; the factor of each hour."""
    names = sorted(case.by.plan.booked)
    code = {name: index for index, name in enumerate(names)}
    paths = [str(folder / name) for name in ("readings", "channels.parquet", "hours.parquet")]
    Path(paths[0]).mkdir()
    for month in case.months:
        rows = pl.concat([rows for _, rows in scan(case.opened.readings, [month.name])])
        long = to_long(rows.filter(pl.col("channel") != "ef"), case.opened.clock)
        local = pl.col("at").dt.convert_time_zone(case.opened.clock.zone).dt.replace_time_zone(None)
        long.select(
            pl.col("channel").replace_strict(code, return_dtype=pl.Int32), local, "value"
        ).write_parquet(f"{paths[0]}/{month.name}.parquet")  # fmt: skip
    plan = case.by.plan
    about = [(code[name], one.enterprise, one.channel.system,
              bool(one.channel.factor_channel), plan.sources[one.source].steps[0].co2_t)
             for name, one in plan.booked.items()]  # fmt: skip
    columns = ["channel", "enterprise", "system", "is_hourly", "constant"]
    pl.DataFrame(about, schema=columns, orient="row").write_parquet(paths[1])
    hours = [
        (day.isoformat(), hour, value)
        for (_, _, day), read in case.by.factors.read.items()
        for hour, value in enumerate(read.values.reshape(24, -1).mean(axis=1))
    ]
    table = pl.DataFrame(hours, schema=["day", "hour", "factor"], orient="row")
    at = pl.col("day").str.to_datetime("%Y-%m-%d") + pl.duration(hours=pl.col("hour"))
    table.select(at.alias("hour"), "factor").write_parquet(paths[2])
    return paths[0], paths[1], paths[2]


_QUERY = """
with sums as (
    select enterprise, system, date_trunc('month', r.at) as month,
           sum(value * case when is_hourly then factor else constant end) as co2_t
    from read_parquet('{}/*.parquet') r
    join read_parquet('{}') c using (channel)
    join read_parquet('{}') f on f.hour = date_trunc('hour', r.at)
    group by all
)
select sum(co2_t) from sums
"""


def _duckdb(readings: str, channels: str, hours: str) -> float:
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("set threads = 2")
        query = _QUERY.format(readings, channels, hours)
        return float(connection.execute(query).fetchone()[0])


def _polars(readings: str, channels: str, hours: str) -> float:
    weight = pl.when("is_hourly").then("factor").otherwise("constant")
    rows = (
        pl.scan_parquet(f"{readings}/*.parquet")
        .with_columns(hour=pl.col("at").dt.truncate("1h").dt.cast_time_unit("us"))
        .join(pl.scan_parquet(channels), on="channel")
        .join(pl.scan_parquet(hours), on="hour")
        .group_by("enterprise", "system", pl.col("at").dt.truncate("1mo"))
        .agg((pl.col("value") * weight).sum().alias("co2_t"))
    )
    return float(rows.collect(engine="streaming")["co2_t"].sum())


def _pandas(readings: str, channels: str, hours: str) -> float:
    import pandas as pd

    about = pd.read_parquet(channels).set_index("channel")
    factor = pd.read_parquet(hours).set_index("hour")["factor"]
    total = 0.0
    for path in sorted(Path(readings).iterdir()):  # a month at a time: else memory does not do
        rows = pd.read_parquet(path)
        mine = about.loc[rows["channel"]]
        by_hour = factor.reindex(rows["at"].dt.floor("h")).to_numpy()
        weight = np.where(mine["is_hourly"], by_hour, mine["constant"])
        rows["co2_t"] = rows["value"].to_numpy() * weight
        keys = [mine["enterprise"].to_numpy(), mine["system"].to_numpy()]
        total += float(rows.groupby(keys)["co2_t"].sum().sum())
    return total


def small() -> list[Row]:
    """The same on two enterprises: that it runs, and that peers agree."""
    return run(SMALL, SMALL, 1)
