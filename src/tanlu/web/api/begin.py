"""The first park of a new platform, without a file to edit."""

from typing import Any, Literal

from fastapi import APIRouter, Request

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import Record
from tanlu.workflow.data_folder import begin
from tanlu.workflow.viewer import require_whole

router = APIRouter(responses=PROBLEM)


class BeginOrder(Record):
    """Which of the parks that come with tanlu to start from."""

    example: Literal["minimal", "ganzhou", "opulent", "empty"]


class Begun(Record):
    """The park that is there now."""

    park_id: str


@router.post("/parks", response_model=Begun, status_code=201)
def begin_park(order: BeginOrder, request: Request, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Start with an example park; in a folder of parks it gets a folder of its own."""
    require_whole(viewer, order.example)
    return {"park_id": begin(desk, request.app.state.data, order.example)}
