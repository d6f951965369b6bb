"""What every route shares: the desk, who asks, and how a fault is told."""

from typing import Annotated, Any

from fastapi import Depends, Request

from tanlu.web.api import models as m
from tanlu.workflow.data_folder import DataFolder
from tanlu.workflow.desk import Desk
from tanlu.workflow.viewer import LOCAL, Viewer

PROBLEM: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": m.Problem, "description": "What is wrong, where, and the way out"}
}


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    data: DataFolder | None = request.app.state.data
    if data is not None:
        data.look()
    return desk


def _park_id(park_id: str, request: Request) -> str:
    data: DataFolder | None = request.app.state.data
    return park_id if data is None else data.park_id(park_id)


def _viewer() -> Viewer:
    # until accounts exist the platform answers on its own machine only
    return LOCAL


OnDesk = Annotated[Desk, Depends(_desk)]
ParkId = Annotated[str, Depends(_park_id)]
"""The park that the address names, by its id or by the name of its folder."""
By = Annotated[Viewer, Depends(_viewer)]
