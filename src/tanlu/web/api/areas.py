"""All routers of the API, in the order in which data flow."""

from fastapi import APIRouter

from tanlu.web.api import (
    begin,
    drivers,
    guided,
    measure,
    measured,
    methods,
    own_tables,
    readings_ask,
    readings_import,
    readings_push,
    restate,
    routes,
    scenario,
    scope2,
    trace,
    trace_ledger,
    trace_map,
    trace_pages,
    uncertainty,
    zero_carbon,
)

AREAS: tuple[APIRouter, ...] = (
    routes.router,
    begin.router,
    measure.router,
    measured.router,
    guided.router,
    methods.router,
    drivers.router,
    own_tables.router,
    readings_ask.router,
    readings_import.router,
    readings_push.router,
    restate.router,
    scenario.router,
    scope2.router,
    trace_pages.router,
    trace_map.router,
    trace_ledger.router,
    trace.router,
    uncertainty.router,
    zero_carbon.router,
)
