"""All routers of the API, in the order in which data flow."""

from fastapi import APIRouter

from tanlu.web.api import routes, uncertainty, zero_carbon

AREAS: tuple[APIRouter, ...] = (
    routes.router,
    uncertainty.router,
from tanlu.web.api import restate, routes, zero_carbon

AREAS: tuple[APIRouter, ...] = (
    routes.router,
    restate.router,
    zero_carbon.router,
)
