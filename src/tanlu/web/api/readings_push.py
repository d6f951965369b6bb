"""Readings pushed over HTTP: answered when they are on disk."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from tanlu.connect.push.few import MOST_BYTES
from tanlu.errors import InputError
from tanlu.store.readings import Arrival
from tanlu.web.api.ask import (
    PROBLEM,
    BySender,
    OnDesk,
    ParkId,
    park_id_of,
    sender_of,
    viewer_of,
)
from tanlu.web.api.models import FaultView, Record
from tanlu.workflow.readings.intake import Intake, Intakes, one_receipt
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.push import Body, Pushed, read_push, receipt_view

router = APIRouter(responses=PROBLEM)
MOST_BODY_MB = 64
_MOST_KEY = 200


class ReadingsReceipt(Record):
    """That readings are durable: `seq` is their arrival's number, `rows` how many they are.

    `undeclared` names channels that the park has not declared: their readings are
    kept, and enter no account until they are. `refused` lists faulty lines when
    `partial` was asked for.
    """

    seq: int
    rows: int
    flagged: dict[str, int]
    undeclared: list[str]
    refused: list[FaultView]


@router.post(
    "/parks/{park_id}/readings",
    response_model=ReadingsReceipt,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/x-ndjson": {"schema": {"type": "string"}},
                "application/json": {"schema": {}},
                "application/vnd.apache.arrow.stream": {"schema": {"format": "binary"}},
                "application/vnd.apache.parquet": {"schema": {"format": "binary"}},
            },
        }
    },
)
async def push(
    request: Request,
    response: Response,
    park_id: ParkId,
    desk: OnDesk,
    viewer: BySender,
    partial: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    marks: Annotated[Literal["start", "end"], Query(description="what `at` marks")] = "start",
    why: Annotated[str, Query(max_length=500)] = "",
    idempotency_key: Annotated[str, Header(max_length=_MOST_KEY)] = "",
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Store readings; answered once they are durable.

    One JSON object a line: `channel`, `at` (ISO 8601, local without an offset, or
    seconds since 1970), `value`. The same key with the same readings is answered as
    the first time; with others it is refused.
    """
    opened = await run_in_threadpool(of_desk, desk, park_id)
    body = _body_of(request, await read_bounded(request), is_end=marks == "end", partial=partial)
    pushed = await _read(opened, body)
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    arrival = Arrival(viewer.viewer_id, moment, why, "api", idempotency_key)
    intakes: Intakes = request.app.state.intakes
    waiting = intakes.of(opened.readings).put(pushed.readings, [arrival], [len(pushed.readings)])
    receipt = one_receipt(await waiting)
    if receipt.is_replay:
        response.headers["Idempotency-Replayed"] = "true"
    return receipt_view(pushed, receipt)


async def _read(opened: Opened, body: Body) -> Pushed:
    if len(body.content) <= MOST_BYTES:
        return read_push(opened, body)
    return await run_in_threadpool(read_push, opened, body)


async def read_bounded(request: Request) -> bytes:
    """The body of a request, as long as it is not too large.

    Raises:
        InputError: When it is.
    """
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BODY_MB * 2**20:
            raise InputError.of("too_large", limit=MOST_BODY_MB)
        parts.append(part)
    return b"".join(parts)


def _body_of(request: Request, content: bytes, *, is_end: bool, partial: bool) -> Body:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    coding = request.headers.get("content-encoding", "").strip().lower()
    return Body(content, media, coding, is_end, partial)


def open_stream(request: Request, name: str) -> tuple[Opened, Intake, str]:
    """The readings and the writer of a park that a stream of messages is for, and who sends.

    Raises:
        NotFoundError: When there is no such park.
        AccessError: When the park wants a key.
    """
    state = request.app.state
    park_id = park_id_of(request, name)
    viewer = sender_of(request, state.desk, park_id, viewer_of())
    opened = of_desk(state.desk, park_id)
    intakes: Intakes = state.intakes
    return opened, intakes.of(opened.readings), viewer.viewer_id
