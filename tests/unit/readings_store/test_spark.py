"""A real cluster: a master and two workers on loopback, started and ended here."""

import threading
import time
from dataclasses import replace

import polars as pl
import pytest

from benchmarks.readings_park import make_park
from benchmarks.spark_cluster import cluster
from tanlu.catalog.load import load_catalog
from tanlu.workflow.readings.emissions import Asked, accounting, months_of, span_of
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.spread import spread
from tests.unit.readings_store.corrected import corrected_park

pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.spark,
    # the session's sockets end with the process, or when the collector comes by
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def spark():
    from tanlu.store.readings.spark import close_session

    with cluster(workers=2) as running:
        yield running
        close_session()


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    home = tmp_path_factory.mktemp("spark")
    corrected_park(home)
    return of_folder(make_park(home, 9, 70))


def on(opened, engine):
    settings = replace(opened.readings.settings, engine=engine)
    return replace(opened, readings=replace(opened.readings, settings=settings))


def sums(opened, engine):
    span = span_of(opened, Asked())
    by, _ = accounting(opened, load_catalog(), span, Asked())
    found = spread(on(opened, engine), by, months_of(span))
    table = pl.concat(rows.with_columns(month=pl.lit(name)) for name, rows in found.items())
    return table.sort("month", "channel", "minutes")


def lose_when(spark, begun, tasks):
    """Kill the first worker once so many tasks have begun, which is long before the last."""
    end = time.monotonic() + 120
    while len(list(begun.iterdir())) < tasks and time.monotonic() < end:
        time.sleep(0.02)
    spark.lose_worker()


def test_two_workers_give_what_one_process_gives(opened, spark):
    here, there = sums(opened, "embedded"), sums(opened, spark.url)
    assert here.height > 12 * 20
    assert there.equals(here)  # not nearly: bit by bit


def test_a_worker_lost_under_way_changes_nothing(opened, spark, tmp_path):
    """Its tasks are done again by the other one."""
    from tanlu.store.readings.engine import Part, each

    span = span_of(opened, Asked())
    names = tuple(sorted(opened.channels))
    parts = [Part(m.name, names, m.start, m.end) for m in months_of(span)]

    def slowly(part, days):
        (begun / part.label).touch()
        time.sleep(0.7)
        size = (days["size"].cast(pl.Int64) - days["missing"]).sum()
        return pl.DataFrame({"month": [part.label], "readings": [size]})

    begun = tmp_path / "here"
    begun.mkdir()
    here = pl.concat(each(opened.readings, parts, slowly))
    begun = tmp_path / "there"
    begun.mkdir()
    killer = threading.Thread(target=lose_when, args=(spark, begun, 3))
    killer.start()
    there = pl.concat(each(on(opened, spark.url).readings, parts, slowly))
    killer.join()
    assert spark.workers[0].poll() is not None
    assert spark.workers[1].poll() is None
    assert there.equals(here)
