"""All routers of the API, in the order in which data flow."""

from fastapi import APIRouter

from tanlu.web.api import guided, methods, restate, routes, scope2, uncertainty, zero_carbon

AREAS: tuple[APIRouter, ...] = (
    routes.router,
    guided.router,
    methods.router,
    restate.router,
    scope2.router,
    uncertainty.router,
    zero_carbon.router,
)
