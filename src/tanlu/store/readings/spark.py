"""The same sums on Apache Spark: its tasks read the table's files by path and run the kernel.

Spark needs no extra jar for it: which files are the table is read here, once, from the log;
each task reads its part of them with the reader that is used without Spark, too. What is
pending in the journal travels along as rows.
"""

import io
import os
import pickle
import shutil
import socket
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.errors import StateError, need
from tanlu.model.reading import DAY
from tanlu.store.readings.kernel import Kernel, Part
from tanlu.store.readings.lay import lay
from tanlu.store.readings.read import (
    arrived_between,
    files_between,
    has_versions,
    newest_between,
    stored_days,
)
from tanlu.store.readings.records import State
from tanlu.store.readings.snapshot import snapshot
from tanlu.store.readings.store import Readings, Snapshot
from tanlu.store.readings.table import scan_paths, storage

_KEY = ["channel", "day"]
_ANSWER = "part long, rows binary"
_WAIT_S = 3.0
_LOOPBACK = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Job:
    """All that a task needs to know: its part, where its rows lie, rows that go before them."""

    part: Part
    paths: tuple[str, ...]
    has_versions: bool
    over: bytes
    options: dict[str, str] | None


def on_spark(
    readings: Readings, parts: Sequence[Part], kernel: Kernel, as_of: State | None = None
) -> Iterator[pl.DataFrame]:
    """The kernel's table of each part, each made by one task of a Spark job.

    Args:
        readings: The open store; its setting `engine` is the address of a master.
        parts: What is to be worked on.
        kernel: What is done to each part.
        as_of: A state of before; the present one when None.

    Yields:
        One table a part, in the order of the parts.

    Raises:
        MissingExtraError: When the extra "spark" is not installed.
        StateError: When there is no Java, or nobody answers at the address.
    """
    session = open_session(readings.settings.engine)
    seen = snapshot(readings, as_of)
    jobs = [job_of(readings, seen, part) for part in parts]
    if not jobs:
        return
    pickler = need("pyspark.cloudpickle", "spark")
    shared = session.sparkContext.broadcast(pickler.dumps((kernel, jobs)))
    tasks = session.range(0, len(jobs), 1, len(jobs))

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        return run(batches, *pickle.loads(shared.value))  # noqa: S301 - what was sent from here

    with _quiet():
        found = {row["part"]: row["rows"] for row in tasks.mapInArrow(work, _ANSWER).collect()}
    shared.destroy()
    for number in range(len(jobs)):
        yield _table(bytes(found[number]))


def run(batches: Iterator[Any], kernel: Kernel, jobs: Sequence[Job]) -> Iterator[Any]:
    """What a task does with the numbers of its jobs.

    Args:
        batches: Arrow batches with the column `id`.
        kernel: What is done to each part.
        jobs: All jobs.

    Yields:
        Arrow batches of number and answer.
    """
    pa = need("pyarrow", "spark")
    for batch in batches:
        for number in batch.column(0).to_pylist():
            job = jobs[number]
            answer = _bytes(kernel(job.part, rows_of(job)))
            numbers = pa.array([number], pa.int64())
            answers = pa.array([answer], pa.binary())
            yield pa.RecordBatch.from_arrays([numbers, answers], names=["part", "rows"])


def job_of(readings: Readings, seen: Snapshot, part: Part) -> Job:
    """A part with the files that hold its rows and the rows that are not in files yet."""
    files = files_between(readings, seen.version, part.names, part.start, part.end)
    return Job(
        part,
        tuple(files["path"].to_list()),
        has_versions(files),
        _bytes(_over(readings, seen, part)),
        storage(readings),
    )


def _over(readings: Readings, seen: Snapshot, part: Part) -> pl.DataFrame:
    pending = arrived_between(readings, seen, part.names, part.start, part.end)
    if pending.is_empty():
        return pl.DataFrame(schema=DAY)
    names = pending["channel"].unique().to_list()
    old = stored_days(readings, seen.version, names, part.start, part.end)
    newer, _ = lay(old, pending, readings.channels, readings.clock)
    return newer.filter(pl.col("day").is_between(part.start, part.end, closed="left"))


def rows_of(job: Job) -> pl.DataFrame:
    """The day rows of a job, as `days` would give them."""
    part, over, found = job.part, _table(job.over), pl.DataFrame(schema=DAY)
    if job.paths:
        rows = scan_paths(job.paths, job.options)
        found = newest_between(rows, part.names, part.start, part.end, versions=job.has_versions)
    if over.height:
        found = pl.concat([found.join(over, on=_KEY, how="anti"), over])
    return found.sort(_KEY)


def _bytes(table: pl.DataFrame) -> bytes:
    sink = io.BytesIO()
    table.write_ipc_stream(sink)
    return sink.getvalue()


def _table(octets: bytes) -> pl.DataFrame:
    return pl.read_ipc_stream(io.BytesIO(octets))


def open_session(engine: str) -> Any:  # noqa: ANN401 - pyspark is an extra
    """A Spark session on a master; the running one when it is of the same master.

    Args:
        engine: "spark://host:port" or "local[n]".

    Raises:
        MissingExtraError: When the extra "spark" is not installed.
        StateError: When there is no Java, or nobody answers at the address.
    """
    sql = need("pyspark.sql", "spark")
    need("pyarrow", "spark")
    _check_java()
    running = sql.SparkSession.getActiveSession()
    if running is not None and running.sparkContext.master == engine:
        return running
    if running is not None:
        running.stop()
    _check_master(engine)
    # Spark takes the interpreter of its tasks from here alone; else it would be any python3
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master(engine).appName("tanlu readings")
    for name, value in _settings(engine).items():
        builder = builder.config(name, value)
    with _quiet():
        return builder.getOrCreate()


@contextmanager
def _quiet() -> Iterator[None]:
    # Spark asks which pandas there is, and warns of a new one; nothing here uses it
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        yield


def close_session() -> None:
    """Let go of the cluster, if there is a session."""
    sql = need("pyspark.sql", "spark")
    running = sql.SparkSession.getActiveSession()
    if running is not None:
        running.stop()


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin" / "java").exists()) and not shutil.which("java"):
        raise StateError.of("no_java")


def _check_master(engine: str) -> None:
    if not engine.startswith("spark://"):
        return
    host, _, port = engine.removeprefix("spark://").partition(":")
    try:
        socket.create_connection((host, int(port or 7077)), _WAIT_S).close()
    except (OSError, ValueError) as error:
        raise StateError.of("spark_unreachable", engine=engine, reason=str(error)) from error


def _settings(engine: str) -> dict[str, str]:
    source = str(Path(__file__).parents[3])
    paths = [source, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    here = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    is_here = engine.startswith("local[") or any(f"//{name}:" in engine for name in _LOOPBACK)
    return {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)),
        # a task has one core: more threads would only push each other aside
        "spark.executorEnv.POLARS_MAX_THREADS": "1",
        "spark.executorEnv.OMP_NUM_THREADS": "1",
        "spark.executorEnv.OPENBLAS_NUM_THREADS": "1",
        **(here if is_here else {}),
    }
