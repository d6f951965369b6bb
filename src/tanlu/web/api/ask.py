"""What every route shares: the desk, who asks, and how a fault is told."""

from typing import Annotated, Any

from fastapi import Depends, Request

from tanlu.web.api import models as m
from tanlu.workflow.desk import Desk
from tanlu.workflow.viewer import LOCAL, Viewer

PROBLEM: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": m.Problem, "description": "What is wrong, where, and the way out"}
}


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _viewer() -> Viewer:
    # until accounts exist the platform answers on its own machine only
    return LOCAL


OnDesk = Annotated[Desk, Depends(_desk)]
By = Annotated[Viewer, Depends(_viewer)]
