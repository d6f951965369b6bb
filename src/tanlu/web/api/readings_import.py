"""Files of readings in the browser: records and routes."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, UploadFile
from fastapi.responses import FileResponse

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Record, Text
from tanlu.workflow.readings import pages_import

router = APIRouter(responses=PROBLEM)


class ReadingFile(Record):
    """An uploaded file with the map by which it would be read (YAML)."""

    upload_id: str
    name: str
    map: str
    is_known: bool


class RefusedCell(Record):
    """A cell that says no reading, and why."""

    row: int | None
    column: str
    value: str
    says: Text


class LoadedFile(Record):
    """What loading a file gives, or gave."""

    rows: int
    readings: int
    taken: int
    unchanged: int
    corrected: int
    flagged: dict[str, int]
    refused_count: int
    refused: list[RefusedCell]
    first: str | None
    last: str | None
    channels: list[str]


@router.post("/parks/{park_id}/readings/files", response_model=ReadingFile)
def upload(park_id: str, file: UploadFile, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Keep a file of readings and propose how to read it; nothing is loaded."""
    name = file.filename or "readings.csv"
    return pages_import.keep_file(desk, viewer, park_id, name, file.file.read())


@router.post("/parks/{park_id}/readings/files/{upload_id}/preview", response_model=LoadedFile)
def preview(
    park_id: str,
    upload_id: str,
    desk: OnDesk,
    viewer: By,
    map: Annotated[str, Body(embed=True)],  # noqa: A002 - the word of the file format
) -> Any:  # noqa: ANN401 - shaped by the response model
    """What loading the file by this map would give; nothing is loaded."""
    return pages_import.try_file(desk, viewer, park_id, upload_id, map)


@router.put("/parks/{park_id}/readings/files/{upload_id}", response_model=LoadedFile)
def take(
    park_id: str,
    upload_id: str,
    desk: OnDesk,
    viewer: By,
    map: Annotated[str, Body()],  # noqa: A002 - the word of the file format
    why: Annotated[str, Body()] = "",
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Load the file by this map."""
    return pages_import.take_file(desk, viewer, park_id, upload_id, map, why)


@router.get("/parks/{park_id}/readings/files/{upload_id}/marked", response_class=FileResponse)
def marked(park_id: str, upload_id: str, desk: OnDesk, viewer: By) -> FileResponse:
    """The file as a workbook with its faulty cells marked, as the last preview found them."""
    path = pages_import.marked_file(desk, viewer, park_id, upload_id)
    return FileResponse(path, filename=f"{upload_id}-marked.xlsx")
