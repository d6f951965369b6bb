"""All routers of the API, in the order in which data flow."""

from fastapi import APIRouter

from tanlu.web.api import restate, routes, uncertainty, zero_carbon

AREAS: tuple[APIRouter, ...] = (
    routes.router,
    restate.router,
    uncertainty.router,
    zero_carbon.router,
)
