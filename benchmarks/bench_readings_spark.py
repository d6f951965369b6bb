"""The same monthly sums in this process and on a real Spark cluster of two workers.

Both read the same files and run the same kernel (`workflow/readings/spread.py`); that the
tables are equal, bit by bit, is asserted. Spark's first run starts its executors' Python
and is told apart. On one machine Spark can only lose: what is measured is what it costs
on top, and that the cost does not grow with the readings.
"""

import time
from dataclasses import replace
from shutil import which

import polars as pl

from benchmarks.readings_park import TENTH, make_park
from benchmarks.run import Row, best
from benchmarks.spark_cluster import cluster
from tanlu.account.hourly.month import Accounting, Month
from tanlu.catalog.load import load_catalog
from tanlu.workflow.readings.emissions import Asked, accounting, months_of, span_of
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.spread import spread


def run(enterprises: int = TENTH[0], meters: int = TENTH[1]) -> list[Row]:
    """A park-year of a given size on two workers, beside this process."""
    if not which("java"):
        return []
    opened = of_folder(make_park(None, enterprises, meters))
    span = span_of(opened, Asked())
    by, _ = accounting(opened, load_catalog(), span, Asked())
    months = months_of(span)
    readings = booked_readings(opened, by)
    here = sums(opened, by, months)
    ours = best(lambda: sums(opened, by, months))
    with cluster(workers=2) as running:
        there, first, later = _on_spark(opened, running.url, by, months)
    assert there.equals(here)
    size = f"{meters:,} channels, {readings / 1e6:.1f} M readings of booked ones"
    speed = f"{readings / ours / 1e6:.0f} M readings/s here"
    return [
        Row(f"monthly sums, {size}", ours, "Spark, two workers", later,
            f"equal bit by bit; {speed}, {readings / later / 1e6:.0f} M on Spark"),
        Row(f"the same, session and first run, {size}", ours, "Spark, two workers", first,
            "starts JVM, executors and their Python"),
    ]  # fmt: skip


def booked_readings(opened: Opened, by: Accounting) -> int:
    """How many readings the kernel sees: those of booked channels."""
    from tanlu.store.readings import scan

    names = list(by.plan.booked)
    counts = (
        rows.filter(pl.col("channel").is_in(names)).select(
            (pl.col("size").cast(pl.Int64) - pl.col("missing")).sum()
        ).item()
        for _, rows in scan(opened.readings)
    )  # fmt: skip
    return sum(counts)


def sums(opened: Opened, by: Accounting, months: list[Month]) -> pl.DataFrame:
    """Sums of all booked channels, by the engine of the park."""
    found = spread(opened, by, months)
    table = pl.concat(rows.with_columns(month=pl.lit(name)) for name, rows in found.items())
    return table.sort("month", "channel", "minutes")


def _on_spark(
    opened: Opened, url: str, by: Accounting, months: list[Month]
) -> tuple[pl.DataFrame, float, float]:
    from tanlu.store.readings.spark import close_session

    settings = replace(opened.readings.settings, engine=url)
    there = replace(opened, readings=replace(opened.readings, settings=settings))
    try:
        start = time.perf_counter()
        found = sums(there, by, months)
        first = time.perf_counter() - start
        return found, first, best(lambda: sums(there, by, months))
    finally:
        close_session()
