"""Readings into a real server over loopback, each answered only once it is on disk.

The server is `tanlu serve --data`, a process of its own; this process sends. Both share
the machine's cores. Beside it, in the same run, what the disk allows to one that commits
each reading by itself: SQLite in WAL mode with `synchronous=FULL`, one commit a reading.

- *batches*: 50,000 readings a request, as an Arrow stream and as JSON lines;
- *stream*: each line of one long request is a message with a key of its own,
  acknowledged singly, sent as fast as acknowledgements come (at most 8,192 under way);
- *stream, paced*: the same at 20,000 messages a second, for the latency;
- *requests*: one reading a request over 16 kept-alive connections.

Latency is from the moment a message was handed to the socket to the moment its
acknowledgement was read. What was acknowledged is asked for at the end and counted.
"""

import contextlib
import http.client
import io
import json
import os
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.run import Row
from benchmarks.serving import Sender, ask, served

PARK = "/api/v1/parks/ingest/readings"
_CHANNELS = 1000
_BEGIN = 1_735_660_800  # 2025-01-01 in the park
_AT_ONCE = 50_000
_WINDOW = 8192
_PIECE = 64
_PACE = 20_000
_CONNECTIONS = 16
_SOME = 100  # channels of one question
_CARD = (
    "park_id: ingest\nname_en: Ingest\nname_zh: 读数园\nplace: CN\nmethod: cn.park\n"
    "gwp_set: AR5\n"
)  # fmt: skip


def run(scale: float = 1.0) -> list[Row]:
    """One row per way in; `scale` makes all of them smaller."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        _park(folder / "ingest")
        commit_s = _commit_s(Path(place) / "peer.db", int(2000 * scale) + 100)
        fsync_s = _fsync_s(Path(place) / "peer.bin", int(2000 * scale) + 100)
        with served(folder) as port:
            _warm(port)
            return list(_rows(port, scale, commit_s, fsync_s))


def _rows(port: int, scale: float, commit_s: float, fsync_s: float) -> Iterator[Row]:
    peer = "one SQLite commit a reading"
    limit = f"{1 / commit_s:,.0f} commits/s, {1 / fsync_s:,.0f} fdatasync/s"
    sent = 0
    for name, media, body in (
        ("Arrow", "application/vnd.apache.arrow.stream", _arrow),
        ("JSON lines", "application/x-ndjson", _lines),
    ):
        count = max(2, int(20 * scale))
        seconds, waits = _batches(port, media, [body(sent // _AT_ONCE + n) for n in range(count)])
        sent += count * _AT_ONCE
        note = _note(count * _AT_ONCE, seconds, waits, "request", limit)
        subject = f"{count * _AT_ONCE:,} readings in batches of {_AT_ONCE:,}, {name}"
        yield Row(subject, seconds, peer, commit_s * count * _AT_ONCE, note)
    for subject, pace in (("stream of single messages", 0), ("the same, paced", _PACE)):
        count = max(_WINDOW, int(100_000 * scale))
        seconds, waits = _stream(port, count, sent, pace)
        sent += count
        note = _note(count, seconds, waits, "message", limit)
        yield Row(f"{count:,} readings, {subject}", seconds, peer, commit_s * count, note)
    count = max(320, int(8000 * scale))
    seconds, waits = _requests(port, count, sent)
    sent += count
    note = _note(count, seconds, waits, "request", limit)
    yield Row(f"{count:,} readings, a request each", seconds, peer, commit_s * count, note)
    _assert_stored(port, sent)


def _warm(port: int) -> None:
    # the first push opens the park's accounts and journal: once in a server's life
    line = json.dumps({"channel": "warm", "at": _BEGIN, "value": 0})
    ask(port, PARK, "POST", line, {"Idempotency-Key": "warm"})


def _note(count: int, seconds: float, waits: list[float], what: str, limit: str) -> str:
    middle, late = np.percentile(np.array(waits) * 1000, [50, 99])
    rate = f"{count / seconds:,.0f} readings/s durable"
    return f"{rate}; per {what} p50 {middle:.1f} ms, p99 {late:.1f} ms; disk: {limit}"


def _park(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "park.yaml").write_text(_CARD, "utf-8")
    rows = "".join(f"c{n},electricity,kWh\n" for n in range(_CHANNELS))
    (folder / "channels.csv").write_text("channel_id,carrier,unit\n" + rows, "utf-8")


def _reading(number: int) -> tuple[str, int, float]:
    # no two are the same reading: a channel, then its next quarter of an hour
    return f"c{number % _CHANNELS}", _BEGIN + 900 * (number // _CHANNELS), number * 0.25


def _table(batch: int) -> pl.DataFrame:
    number = pl.Series("number", np.arange(batch * _AT_ONCE, (batch + 1) * _AT_ONCE))
    return number.to_frame().select(
        channel=pl.lit("c") + (pl.col("number") % _CHANNELS).cast(pl.String),
        at=_BEGIN + 900 * (pl.col("number") // _CHANNELS),
        value=pl.col("number") * 0.25,
    )


def _arrow(batch: int) -> bytes:
    sink = io.BytesIO()
    at = (pl.col("at") * 1_000_000).cast(pl.Datetime("us", "UTC"))
    _table(batch).with_columns(at).write_ipc_stream(sink)
    return sink.getvalue()


def _lines(batch: int) -> bytes:
    at = pl.from_epoch("at").dt.convert_time_zone("Asia/Shanghai")
    return _table(batch).with_columns(at.dt.strftime("%FT%T%:z")).write_ndjson().encode()


def _batches(port: int, media: str, bodies: list[bytes]) -> tuple[float, list[float]]:
    def send(connection: http.client.HTTPConnection, number: int) -> None:
        headers = {"Content-Type": media, "Idempotency-Key": f"{media}-{number}"}
        _post(connection, bodies[number], headers)

    return _beside(port, len(bodies), 2, send)


def _requests(port: int, count: int, first: int) -> tuple[float, list[float]]:
    def send(connection: http.client.HTTPConnection, number: int) -> None:
        channel, at, value = _reading(first + number)
        body = json.dumps({"channel": channel, "at": at, "value": value}).encode()
        _post(connection, body, {"Idempotency-Key": f"request-{number}"})

    return _beside(port, count, _CONNECTIONS, send)


def _post(connection: http.client.HTTPConnection, body: bytes, headers: dict[str, str]) -> None:
    connection.request("POST", PARK, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        raise RuntimeError(content[:500])


def _beside(
    port: int, count: int, connections: int, send: Callable[[http.client.HTTPConnection, int], None]
) -> tuple[float, list[float]]:
    waits: list[float] = []
    numbers = iter(range(count))
    lock = threading.Lock()

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        with contextlib.closing(connection):
            while True:
                with lock:
                    number = next(numbers, None)
                if number is None:
                    return
                start = time.perf_counter()
                send(connection, number)
                waits.append(time.perf_counter() - start)

    return _timed([work] * connections), waits


def _timed(works: list[Callable[[], None]]) -> float:
    threads = [threading.Thread(target=work) for work in works]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def _stream(port: int, count: int, first: int, pace: int) -> tuple[float, list[float]]:
    pieces = [_messages(first + n, min(_PIECE, count - n)) for n in range(0, count, _PIECE)]
    sender = Sender(port, "ingest")
    room = threading.Semaphore(_WINDOW)
    sent = np.zeros(count)
    got = np.zeros(count)

    def write() -> None:
        begin = time.perf_counter()
        for number, piece in enumerate(pieces):
            here = slice(number * _PIECE, min(count, (number + 1) * _PIECE))
            for _ in range(here.stop - here.start):
                room.acquire()
            if pace:
                time.sleep(max(0.0, begin + here.start / pace - time.perf_counter()))
            sent[here] = time.perf_counter()
            sender.send(piece)
        sender.end()

    def read() -> None:
        done = 0
        for part in sender.raw():
            lines = part.count(b'"seq"')
            got[done : done + lines] = time.perf_counter()
            done += lines
            room.release(lines or 1)

    seconds = _timed([write, read])
    sender.close()
    if not got.all():
        raise RuntimeError(f"{int((got == 0).sum())} messages were not acknowledged")
    return seconds, list(got - sent)


def _messages(first: int, count: int) -> str:
    lines = []
    for number in range(first, first + count):
        channel, at, value = _reading(number)
        line = {"channel": channel, "at": at, "value": value, "key": f"m{number}"}
        lines.append(json.dumps(line, separators=(",", ":")))
    return "\n".join(lines) + "\n"


def _assert_stored(port: int, sent: int) -> None:
    # what was acknowledged is there, once: the values are 0, 0.25, 0.5 …
    count, total = 0, 0.0
    for first in range(0, _CHANNELS, _SOME):
        names = "&".join(f"channel=c{n}" for n in range(first, first + _SOME))
        _, content = ask(port, f"{PARK}?format=parquet&limit=1000000&{names}")
        values = pl.read_parquet(io.BytesIO(content))["value"]
        count, total = count + values.len(), total + float(values.sum())
    assert count == sent, (count, sent)
    assert abs(total - sent * (sent - 1) / 8) <= 1e-9 * total


def _commit_s(path: Path, count: int) -> float:
    """Seconds for one reading and its commit."""
    connection = sqlite3.connect(path, isolation_level=None)
    with contextlib.closing(connection):
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE reading (channel, at, value)")
        start = time.perf_counter()
        for number in range(count):
            connection.execute("INSERT INTO reading VALUES (?, ?, ?)", _reading(number))
        return (time.perf_counter() - start) / count


def _fsync_s(path: Path, count: int) -> float:
    """Seconds for one small write and its fdatasync."""
    handle = os.open(path, os.O_CREAT | os.O_WRONLY)
    try:
        start = time.perf_counter()
        for _ in range(count):
            os.write(handle, b"x" * 64)
            os.fdatasync(handle)
        return (time.perf_counter() - start) / count
    finally:
        os.close(handle)
