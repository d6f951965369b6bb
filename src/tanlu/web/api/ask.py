"""What every route shares: the desk, who asks, and how a fault is told."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from tanlu.web.api import models as m
from tanlu.workflow.data_folder import DataFolder
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.keys import sender
from tanlu.workflow.readings.open import FOLDER
from tanlu.workflow.viewer import LOCAL, Viewer, require_whole

PROBLEM: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": m.Problem, "description": "What is wrong, where, and the way out"}
}


async def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    data: DataFolder | None = request.app.state.data
    if data is not None and data.is_due():
        await run_in_threadpool(data.look)
    return desk


async def _park_id(park_id: str, request: Request) -> str:
    data: DataFolder | None = request.app.state.data
    if data is None or park_id in data.desk.homes:
        return park_id
    return await run_in_threadpool(data.park_id, park_id)


def park_id_of(request: Request, name: str) -> str:
    """The park that an address names, by its id or by the name of its folder.

    Raises:
        NotFoundError: When there is none.
    """
    data: DataFolder | None = request.app.state.data
    return name if data is None else data.park_id(name)


async def _viewer() -> Viewer:
    return viewer_of()


def viewer_of() -> Viewer:
    """Who asks: until accounts exist the platform answers on its own machine only."""
    return LOCAL


def sender_of(request: Request, desk: Desk, park_id: str, viewer: Viewer) -> Viewer:
    """Who pushes readings of a park: by its key when the park has keys.

    Raises:
        AccessError: When the park has keys and the request none of them.
    """
    require_whole(viewer, park_id)
    folder = desk.home(park_id) / FOLDER
    header = request.headers.get("authorization", "")
    return replace(viewer, viewer_id=sender(folder, park_id, header, viewer.viewer_id))


OnDesk = Annotated[Desk, Depends(_desk)]
ParkId = Annotated[str, Depends(_park_id)]
"""The park that the address names, by its id or by the name of its folder."""
By = Annotated[Viewer, Depends(_viewer)]


def _sender(park_id: ParkId, request: Request, desk: OnDesk, viewer: By) -> Viewer:
    return sender_of(request, desk, park_id, viewer)


BySender = Annotated[Viewer, Depends(_sender)]
"""Who pushes readings: by a key when the park has keys."""
