"""A thousand corrected readings of a park-year: until the monthly accounts are right again.

Timed from the durable append to the sums of all channels and months, the rollup kept from
before; compared with working all of them out again, with which the result must agree.
"""

import os
import shutil
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.bench_readings_hourly import Case
from benchmarks.readings_year import SMALL, WHOLE, YEAR, make_year
from benchmarks.run import Row
from tanlu.model.reading import LONG
from tanlu.store.readings import Arrival, append
from tanlu.workflow.readings.rolled import rolled
from tanlu.workflow.readings.sweep import sweep

_ROUNDS = 3


def run(enterprises: int = WHOLE, corrections: int = 1000) -> list[Row]:
    """One row: corrected, and all again."""
    with tempfile.TemporaryDirectory(dir=make_year(enterprises).parent) as folder:
        return _timed(Case(enterprises, _copy(make_year(enterprises), Path(folder))), corrections)


def _copy(park: Path, folder: Path) -> Path:
    """The park with a journal of its own: what is corrected here must not slow others."""

    def link(source: str, target: str) -> None:
        (os.link if source.endswith(".parquet") else shutil.copy2)(source, target)

    return Path(shutil.copytree(park, folder / "park", copy_function=link))


def _timed(case: Case, corrections: int) -> list[Row]:
    rolled(case.opened, case.by, case.months)
    timed = []
    for seed in range(_ROUNDS):
        long = _corrections(case, corrections, seed)
        start = time.perf_counter()
        append(case.opened.readings, long, Arrival("benchmark", _now(), "corrected"))
        stored = time.perf_counter()
        found = rolled(case.opened, case.by, case.months)
        timed.append((time.perf_counter() - start, stored - start))
    start = time.perf_counter()
    whole = sweep(case.opened, case.by, case.months)
    again = time.perf_counter() - start
    worst = max(_differ(found[name], whole[name]) for name in whole)
    assert worst < 1e-12, worst
    total, stored = min(timed)
    note = f"of which durable after {stored * 1e3:.0f} ms; differs at most by {worst:.0e}"
    subject = f"{corrections} corrections in {case.readings / 1e6:.1f} M readings"
    return [Row(subject, total, "all again", again, note)]


def _corrections(case: Case, count: int, seed: int) -> pl.DataFrame:
    draw = np.random.default_rng([seed, time.time_ns()])
    names = draw.choice(sorted(case.by.plain), count)
    begin = case.opened.clock.begin(date(YEAR, 1, 1))
    slots = draw.integers(0, 365 * 96, count).tolist()
    at = [begin + timedelta(minutes=15 * slot) for slot in slots]
    values = draw.gamma(2.0, 20.0, count).round(2)
    table = {"channel": names, "at": at, "value": values, "flag": [0] * count}
    return pl.DataFrame(table, schema=dict(LONG))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _differ(one: pl.DataFrame, two: pl.DataFrame) -> float:
    both = _summed(one).join(_summed(two), on="channel", suffix="_two", how="full")
    assert both.select(pl.col("present").eq_missing(pl.col("present_two")).all()).item()
    gap = (pl.col("co2_t") - pl.col("co2_t_two")).abs() / pl.col("co2_t_two").abs()
    return float(both.filter(pl.col("co2_t_two") != 0).select(gap.max()).item() or 0.0)


def _summed(parts: pl.DataFrame) -> pl.DataFrame:
    return parts.group_by("channel").agg(pl.col("co2_t", "present").sum())


def small() -> list[Row]:
    """The same on two enterprises: that it runs, and that both ways agree."""
    return run(SMALL, 50)
