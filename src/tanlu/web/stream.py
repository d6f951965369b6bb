"""One long request on which each line is a message, acknowledged singly once it is durable.

An ordinary request costs the server more than storing a reading does. A gateway with many
single messages sends them as lines of one request that it leaves open; the answer runs
beside it, a line for each message, in order, each after the commit that holds it. It stands
before the framework: the answer begins while the request still goes on.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from tanlu.connect.push.messages import Messages, read_messages
from tanlu.errors import Fault, TanluError
from tanlu.store.readings import Arrival
from tanlu.workflow.readings.intake import BusyError, Intake, Outcome
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.views.figure import fault_view

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]
Opening: TypeAlias = Callable[[Request, str], tuple[Opened, Intake, str]]

_PATH = re.compile(r"/api/v1/parks/([^/]+)/readings/stream")
_IN_FLIGHT = 8  # blocks of one stream that wait for their commit; then it is read no further
_MOST_LINE = 2**16
_PAUSE_S = 0.02
_HEADERS = [
    (b"content-type", b"application/x-ndjson"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
]


@dataclass
class StreamDoor:
    """Takes streams of messages; hands everything else on.

    `refuse` answers what may not come in; `opening` finds the park and its writer.
    """

    app: App
    refuse: Callable[[Request], Response | None]
    opening: Opening
    tell: Callable[[TanluError], Response]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        match = _PATH.fullmatch(scope.get("path", "")) if scope["type"] == "http" else None
        if match is None or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        answer = self.refuse(request)
        if answer is None:
            try:
                found = await run_in_threadpool(self.opening, request, match[1])
            except TanluError as error:
                answer = self.tell(error)
            else:
                await Stream(*found, receive, send).run()
                return
        await answer(scope, receive, send)


@dataclass
class Stream:
    """One sender's lines and their answers."""

    opened: Opened
    intake: Intake
    who: str
    receive: Receive
    send: Send
    _rest: bytes = b""
    _line: int = 0
    _waiting: "asyncio.Queue[tuple[int, Messages, asyncio.Future[list[Outcome]] | None] | None]" = (
        field(default_factory=lambda: asyncio.Queue(_IN_FLIGHT))
    )

    async def run(self) -> None:
        """Read until the sender ends; answer until the last message is durable."""
        await self.send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        answers = asyncio.create_task(self._answer())
        try:
            await self._read()
        finally:
            await self._waiting.put(None)
            await answers

    async def _read(self) -> None:
        is_open = True
        while is_open:
            event = await self.receive()
            if event["type"] == "http.disconnect":
                return
            is_open = event.get("more_body", False)
            whole = self._rest + event.get("body", b"")
            end = whole.rfind(b"\n") + 1 if is_open else len(whole)
            self._rest = whole[end:]
            if whole[:end].strip():
                await self._take(whole[:end])
            if len(self._rest) > _MOST_LINE:
                await self._take(b"{")  # no line is that long: it is told, and the stream ends
                return

    async def _take(self, block: bytes) -> None:
        found = read_messages(block, self.opened.clock.zone)
        first = self._line + 1
        self._line += found.count
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        arrivals = [Arrival(self.who, moment, "", "stream", key) for key in found.keys]
        future = await self._put(found, arrivals) if arrivals else None
        await self._waiting.put((first, found, future))

    async def _put(
        self, found: Messages, arrivals: list[Arrival]
    ) -> "asyncio.Future[list[Outcome]]":
        while True:
            try:
                return self.intake.put(found.readings, arrivals, [1] * len(arrivals))
            except BusyError:  # the sender is not read meanwhile, and waits
                await asyncio.sleep(_PAUSE_S)

    async def _answer(self) -> None:
        while (item := await self._waiting.get()) is not None:
            first, found, future = item
            try:
                outcomes = list(await future) if future else []
            except TanluError as error:
                outcomes = [error.faults[0]] * len(found.places)
            lines = self._lines(first, found, outcomes)
            with contextlib.suppress(OSError):  # the sender has gone: what it sent is stored
                await self._send(lines, more=True)
        with contextlib.suppress(OSError):
            await self._send(b"", more=False)

    async def _send(self, body: bytes, *, more: bool) -> None:
        await self.send({"type": "http.response.body", "body": body, "more_body": more})

    def _lines(self, first: int, found: Messages, outcomes: list[Outcome]) -> bytes:
        channels = self.opened.channels
        lines = [
            _line(first + place, outcome, is_known=name in channels)
            for place, outcome, name in zip(found.places, outcomes, found.channels, strict=True)
        ]
        if found.faulty:
            faulty = {first + p: _fault_line(first + p, f) for p, f in found.faulty.items()}
            good = dict(zip((first + place for place in found.places), lines, strict=True))
            lines = [line for _, line in sorted((good | faulty).items())]
        return "".join(lines).encode()


def _line(number: int, outcome: Outcome, *, is_known: bool) -> str:
    if isinstance(outcome, Fault):
        return _fault_line(number, [outcome])
    more = "" if is_known else ',"undeclared":true'
    more += ',"replayed":true' if outcome.is_replay else ""
    return f'{{"line":{number},"seq":{outcome.seq}{more}}}\n'


def _fault_line(number: int, faults: Any) -> str:  # noqa: ANN401 - a sequence of faults
    told = {"line": number, "faults": [fault_view(fault) for fault in faults]}
    return json.dumps(told, ensure_ascii=False) + "\n"
