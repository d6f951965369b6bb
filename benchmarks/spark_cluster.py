"""A real Spark cluster on loopback, from the wheel's own scripts: a master and its workers.

It ends with its context, whatever happens in it: each process is its own group, and the
groups are killed.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_WAIT_S = 90.0
_CLASSES = "org.apache.spark.deploy"


@dataclass(frozen=True, slots=True)
class Cluster:
    """The address of a master, and the processes of its workers."""

    url: str
    workers: list[subprocess.Popen[bytes]]

    def lose_worker(self) -> None:
        """Kill the first worker with all that it runs, as a machine that fails would."""
        _kill(self.workers[0])


@contextmanager
def cluster(workers: int = 2, memory: str = "1g") -> Iterator[Cluster]:
    """A master with workers of one core each.

    Args:
        workers: How many.
        memory: What each may give to its executor.
    """
    with tempfile.TemporaryDirectory() as folder, _started() as running:
        port = _free_port()
        url = f"spark://127.0.0.1:{port}"
        home = Path(folder)
        log = home / "master.log"
        running.append(_start(log, "master.Master", "--port", str(port)))
        _wait(log, "Starting Spark master", running[0])
        for number in range(workers):
            place = home / f"worker{number}"
            options = ("--cores", "1", "--memory", memory, "--work-dir", str(place), url)
            running.append(_start(place.with_suffix(".log"), "worker.Worker", *options))
        for number, worker in enumerate(running[1:]):
            _wait(home / f"worker{number}.log", "Successfully registered", worker)
        yield Cluster(url, running[1:])


@contextmanager
def _started() -> Iterator[list[subprocess.Popen[bytes]]]:
    running: list[subprocess.Popen[bytes]] = []
    try:
        yield running
    finally:
        for process in reversed(running):
            _kill(process)


def _start(log: Path, name: str, *options: str) -> subprocess.Popen[bytes]:
    import pyspark

    script = Path(pyspark.__file__).parent / "bin" / "spark-class"
    command = [str(script), f"{_CLASSES}.{name}", "--host", "127.0.0.1", "--webui-port", "0"]
    environment = os.environ | {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "PYSPARK_PYTHON": sys.executable,
    }
    with log.open("wb") as file:
        return subprocess.Popen(  # noqa: S603 - the wheel's own script
            [*command, *options], stdout=file, stderr=file, env=environment, start_new_session=True
        )


def _wait(log: Path, words: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _WAIT_S
    while time.monotonic() < end:
        text = log.read_text("utf-8", "replace") if log.exists() else ""
        if words in text:
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"Spark does not start: {text[-2000:]}")


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
