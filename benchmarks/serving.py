"""A real server on loopback for benchmarks and tests, and a sender that speaks plain sockets."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SRC = Path(__file__).resolve().parents[1] / "src"
_PATIENCE_S = 60.0


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """Start `tanlu serve --data`; it answers when this returns.

    Raises:
        RuntimeError: When it ends, or does not answer in time.
    """
    command = [sys.executable, "-m", "tanlu", "serve", "--data", str(folder), "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    path = folder.parent / "serve.log"
    with path.open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)  # noqa: S603 - our own program
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            ask(port, "/api/v1/session")
        except OSError:
            time.sleep(0.05)
        else:
            return process
    process.kill()
    raise RuntimeError(path.read_text()[-2000:])


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """A server on a folder of parks; gives its port."""
    port = free_port()
    process = start(folder, port)
    try:
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def ask(
    port: int,
    path: str,
    method: str = "GET",
    body: bytes | str | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, Any]:
    """Status and content of an answer; JSON is read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_S)
    try:
        connection.request(method, path, body, dict(headers or {}))
        answer = connection.getresponse()
        content = answer.read()
        media = answer.headers.get("content-type", "")
        is_json = media.endswith(("application/json", "problem+json"))
        return answer.status, json.loads(content) if is_json else content
    finally:
        connection.close()


class Sender:
    """A stream of messages: lines go out, acknowledgements come in, over one request."""

    def __init__(self, port: int, park: str) -> None:
        """Open a stream to a park."""
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE_S)
        head = (
            f"POST /api/v1/parks/{park}/readings/stream HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{port}\r\nContent-Type: application/x-ndjson\r\n"
            "Transfer-Encoding: chunked\r\n\r\n"
        )
        self.socket.sendall(head.encode())
        self.file = self.socket.makefile("rb")
        self.status = 0

    def send(self, text: str) -> None:
        """Send lines."""
        data = text.encode()
        self.socket.sendall(b"%x\r\n%s\r\n" % (len(data), data))

    def end(self) -> None:
        """Say that no more lines come."""
        self.socket.sendall(b"0\r\n\r\n")

    def raw(self) -> Iterator[bytes]:
        """What comes back, piece by piece, until the server ends or dies."""
        if not self.status:
            self.status = int(self.file.readline().split()[1])
            while self.file.readline().strip():
                pass
        while size := int(self.file.readline().strip() or b"0", 16):
            yield self.file.read(size)
            self.file.readline()

    def answers(self) -> Iterator[dict[str, Any]]:
        """Acknowledgements as they come."""
        rest = b""
        for piece in self.raw():
            *lines, rest = (rest + piece).split(b"\n")
            yield from (json.loads(line) for line in lines)

    def close(self) -> None:
        """Let go of the connection."""
        self.file.close()
        self.socket.close()
