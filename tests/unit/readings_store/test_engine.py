"""Where sums are made: here, or on Spark; unknown or absent engines are told."""

import shutil
import sys
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from tanlu.errors import InputError, MissingExtraError, StateError
from tanlu.store.readings import days, open_readings
from tanlu.store.readings.engine import Part, each
from tanlu.store.readings.records import Settings
from tanlu.store.readings.snapshot import snapshot
from tanlu.store.readings.spark import job_of, rows_of
from tests.unit.readings_store.corrected import corrected_park

PART = Part("2025-03", ("a", "b"), date(2025, 3, 1), date(2025, 4, 1))


@pytest.fixture
def readings(tmp_path):
    return open_readings(tmp_path / "readings", "p", "Asia/Shanghai")


def count(part, rows):
    return pl.DataFrame({"part": [part.label], "rows": [rows.height]})


def with_engine(readings, engine):
    return replace(readings, settings=Settings(engine=engine))


def test_parts_come_in_order(readings):
    parts = [replace(PART, label=str(number)) for number in range(5)]
    found = list(each(readings, parts, count))
    assert [table["part"][0] for table in found] == ["0", "1", "2", "3", "4"]


def test_an_engine_that_nobody_knows_is_refused(readings):
    with pytest.raises(InputError, match="dask"):
        list(each(with_engine(readings, "dask"), [PART], count))


def test_spark_without_its_extra_names_the_extra(readings, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(MissingExtraError, match=r"tanlu\[spark\]"):
        list(each(with_engine(readings, "local[1]"), [PART], count))


def test_spark_without_java_says_so(readings, monkeypatch):
    pytest.importorskip("pyspark")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(StateError, match="Java 17"):
        list(each(with_engine(readings, "local[1]"), [PART], count))


@pytest.mark.spark
def test_a_master_that_does_not_answer_is_told_at_once(readings):
    pytest.importorskip("pyspark")
    with pytest.raises(StateError, match="No Spark master"):
        list(each(with_engine(readings, "spark://127.0.0.1:9"), [PART], count))


def test_a_task_reads_what_a_reader_reads(tmp_path):
    """Files of several versions, arrivals that are pending, months and spans over months."""
    readings = corrected_park(tmp_path)
    names = ("e0005-main", "e0005-s004", "u0001-pv-east")
    for start, end in (
        (date(2025, 3, 1), date(2025, 4, 1)),
        (date(2025, 2, 20), date(2025, 6, 2)),
        (date(1900, 1, 1), date(2200, 1, 1)),
    ):
        part = Part("", names, start, end)
        found = rows_of(job_of(readings, snapshot(readings), part))
        assert found.equals(days(readings, names, start, end))
        assert found.height
