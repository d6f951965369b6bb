"""Readings asked for over HTTP: as they are stored now, and what they were before."""

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

import polars as pl
from fastapi import APIRouter, Query, Request, Response

from tanlu.measure.readings.clock import Clock
from tanlu.store.readings import state
from tanlu.web.api.ask import PROBLEM, By, OnDesk, ParkId
from tanlu.web.api.models import Record
from tanlu.workflow.readings.ask import MOST_ROWS, Page, Question, history, moment, page, shown
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.viewer import require_whole

router = APIRouter(responses=PROBLEM)
Format = Literal["json", "ndjson", "csv", "arrow", "parquet"]
_MEDIA: Mapping[str, str] = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv",
    "arrow": "application/vnd.apache.arrow.stream",
    "parquet": "application/vnd.apache.parquet",
}
_RISKY = r"^[=+\-@]"  # a spreadsheet would take such a cell for a formula


class ReadingRow(Record):
    """A reading as stored: its instant in the park's time, flags by name; `unit` when declared."""

    channel: str
    at: str
    value: float
    unit: str | None
    flags: list[str]


class ReadingsPage(Record):
    """A page of readings; `next` is the cursor of the following page."""

    rows: list[ReadingRow]
    next: str | None


class ReplacedRow(Record):
    """A value that was, and the arrival that replaced it."""

    channel: str
    at: str
    value: float
    seq: int
    who: str
    saved_at: str
    why: str


class ReadingsHistory(Record):
    """Values that were replaced, by instant, then in the order of replacing."""

    rows: list[ReplacedRow]


From = Annotated[str, Query(alias="from", description="instant or local time, included")]
To = Annotated[str, Query(description="instant or local time, not included")]


@router.get(
    "/parks/{park_id}/readings",
    response_class=Response,
    responses={200: {"model": ReadingsPage, "content": {m: {} for m in _MEDIA.values()}}},
)
def readings(
    request: Request,
    park_id: ParkId,
    desk: OnDesk,
    viewer: By,
    channel: Annotated[list[str] | None, Query()] = None,
    start: From = "",
    to: To = "",
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 100_000,
    cursor: str = "",
    format: Format | None = None,  # noqa: A002 - the name in the address
) -> Response:
    """Readings as stored now, pending ones included."""
    require_whole(viewer, park_id)
    opened = of_desk(desk, park_id)
    kind = format or _wished(request.headers.get("accept", ""))
    tag = _tag(opened, f"{kind}?{request.url.query}")
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    clock = opened.clock
    span = moment(start, "from", clock), moment(to, "to", clock)
    found = page(opened, Question(tuple(dict.fromkeys(channel or ())), *span, limit, cursor))
    headers = {"ETag": tag, **_link(request, found.cursor)}
    return Response(_WRITERS[kind](found, clock), media_type=_MEDIA[kind], headers=headers)


def _wished(accept: str) -> Format:
    for kind, media in _MEDIA.items():
        if media in accept:
            found: Any = kind
            return found  # type: ignore[no-any-return]  # a key of _MEDIA is a Format
    return "json"


def _tag(opened: Opened, query: str) -> str:
    now = state(opened.readings)
    text = f"{opened.park_id} {opened.version} {now.seq} {now.table_version} {query}"
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'


def _link(request: Request, cursor: str) -> dict[str, str]:
    if not cursor:
        return {}
    url = request.url.include_query_params(cursor=cursor)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}


def _json(found: Page, clock: Clock) -> bytes:
    rows = shown(found.rows, clock).write_json() if found.rows.height else "[]"
    return f'{{"rows":{rows},"next":{json.dumps(found.cursor or None)}}}'.encode()


def _ndjson(found: Page, clock: Clock) -> bytes:
    return shown(found.rows, clock).write_ndjson().encode() if found.rows.height else b""


def _csv(found: Page, clock: Clock) -> bytes:
    name = pl.col("channel")
    safe = pl.when(name.str.contains(_RISKY)).then(pl.lit("'") + name).otherwise(name)
    rows = shown(found.rows, clock)
    return (
        rows.with_columns(channel=safe, flags=pl.col("flags").list.join(";")).write_csv().encode()
    )


def _arrow(found: Page, _: Clock) -> bytes:
    sink = io.BytesIO()
    found.rows.write_ipc_stream(sink)
    return sink.getvalue()


def _parquet(found: Page, _: Clock) -> bytes:
    sink = io.BytesIO()
    found.rows.write_parquet(sink)
    return sink.getvalue()


_WRITERS: Mapping[str, Callable[[Page, Clock], bytes]] = {
    "json": _json, "ndjson": _ndjson, "csv": _csv, "arrow": _arrow, "parquet": _parquet,
}  # fmt: skip


@router.get("/parks/{park_id}/readings/history", response_model=ReadingsHistory)
def readings_history(
    park_id: ParkId, desk: OnDesk, viewer: By, channel: str, start: From = "", to: To = ""
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Values that were replaced: what they were, who replaced them, when, why."""
    require_whole(viewer, park_id)
    opened = of_desk(desk, park_id)
    span = moment(start, "from", opened.clock), moment(to, "to", opened.clock)
    return {"rows": history(opened, channel, Question((channel,), *span)).to_dicts()}
