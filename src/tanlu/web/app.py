"""The application: API, pages, faults as problem+json, and the headers that keep a page safe."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from tanlu import __version__
from tanlu.errors import Fault, Place, TanluError
from tanlu.web.api.areas import AREAS
from tanlu.web.api.readings_push import open_stream
from tanlu.web.foreign import is_foreign
from tanlu.web.problem import headers_of, problem_of, status_of
from tanlu.web.stream import StreamDoor
from tanlu.workflow.data_folder import DataFolder
from tanlu.workflow.desk import Desk
from tanlu.workflow.jobs import Worker
from tanlu.workflow.readings.folding import Folder
from tanlu.workflow.readings.intake import Intakes

STATIC = Path(__file__).parent / "static"
BODY_LIMIT_MB = 64
_FOLD_END_S = 30.0  # a commit of some million readings; one cut short is done again
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")
Next = Callable[[Request], Awaitable[Response]]


def create_app(desk: Desk, data: DataFolder | None = None) -> FastAPI:
    """The application on a desk.

    Args:
        desk: Store and catalogue.
        data: The folder of parks that the desk follows, if it does.

    Returns:
        An ASGI application; it answers on loopback names only.
    """

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.worker = Worker(desk)
        app.state.intakes = Intakes()
        folder = Folder(lambda: [opened.readings for opened in list(desk.opened.values())])
        folder.start()
        yield
        app.state.intakes.close()
        folder.close(_FOLD_END_S)
        app.state.worker.close()

    app = FastAPI(
        title="tanlu 碳路",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # the ready-made page loads scripts from elsewhere
        redoc_url=None,
        lifespan=life,
    )
    app.state.desk = desk
    app.state.data = data
    for area in AREAS:
        app.include_router(area, prefix="/api/v1")
    _answer_faults(app)
    app.middleware("http")(_guard)
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(StreamDoor, refuse=_refusal, opening=open_stream, tell=_told)
    _serve_pages(app)
    return app


def _answer_faults(app: FastAPI) -> None:
    @app.exception_handler(TanluError)
    async def fault(_: Request, error: TanluError) -> Response:
        return _told(error)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        return _problem([_unread(e["loc"], e["msg"]) for e in error.errors()], 422)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        thing = request.url.path
        code = "not_found" if error.status_code == 404 else "bad_request"
        params: dict[str, object] = {"thing": thing, "reason": str(error.detail)}
        return _problem([Fault(code, Place(), params)], error.status_code)


def _told(error: TanluError) -> Response:
    return _problem(error.faults, status_of(error))


def _unread(location: tuple[int | str, ...], message: str) -> Fault:
    column = ".".join(str(part) for part in location)
    return Fault("bad_request", Place(column=column), {"reason": message})


def _problem(faults: list[Fault] | tuple[Fault, ...], status: int) -> Response:
    answer = problem_of(faults, status)
    return JSONResponse(answer, status, headers_of(status), media_type="application/problem+json")


async def _guard(request: Request, go_on: Next) -> Response:
    refusal = _refusal(request)
    if refusal:
        return refusal
    nonce = secrets.token_urlsafe(16)
    request.state.nonce = nonce
    response = await go_on(request)
    response.headers.update(_HEADERS)
    response.headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce)
    response.headers.setdefault("Cache-Control", "no-cache")
    return response


def _refusal(request: Request) -> Response | None:
    # a page of another site may reach this port by a name of its own (DNS rebinding)
    host = request.headers.get("host", "").rpartition(":")
    name = host[0] if host[0] and host[2].isdigit() else request.headers.get("host", "")
    if name not in _HOSTS:
        return _problem([Fault("not_found", params={"thing": name})], 421)
    is_write = request.method not in ("GET", "HEAD", "OPTIONS")
    if is_write and is_foreign(request.url.path, request.headers):
        return _problem([Fault("foreign_write")], 403)
    length = request.headers.get("content-length") or "0"
    if not (length.isascii() and length.isdigit()):
        return _problem([Fault("bad_request", params={"reason": "Content-Length"})], 400)
    if int(length) > BODY_LIMIT_MB * 1024**2:
        return _problem([Fault("too_large", params={"limit": BODY_LIMIT_MB})], 413)
    return None


def _serve_pages(app: FastAPI) -> None:
    assets = STATIC / "assets"
    if assets.is_dir():
        app.mount("/assets", _Lasting(directory=assets), name="assets")

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        if path.startswith("api/"):
            raise HTTPException(404)
        file = (STATIC / path).resolve()
        if path and file.is_file() and file.is_relative_to(STATIC.resolve()):
            return Response(file.read_bytes(), media_type=_MEDIA.get(file.suffix))
        return _index(request)


_MEDIA = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
}


class _Lasting(StaticFiles):
    """Files whose names change with their content: a browser may keep them."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401 - as its base
        """The file, to be kept for a year."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def _index(request: Request) -> Response:
    index = STATIC / "index.html"
    if not index.exists():
        raise TanluError.of("no_pages", folder=str(STATIC))
    text = index.read_text("utf-8").replace("__CSP_NONCE__", request.state.nonce)
    return HTMLResponse(text)
