"""`tanlu serve`: the platform on this machine."""

import ipaddress
from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.types import Text

_OPEN = Text("tanlu is open at {url}  (store: {store}; stop with Ctrl+C)",
             "碳路已启动：{url}（数据目录：{store}；按 Ctrl+C 停止）")  # fmt: skip
_NO_PARK = Text("No park yet: open the page above, or run: tanlu init {folder}",
                "尚无园区：请打开上述页面，或运行：tanlu init {folder}")  # fmt: skip
_GRACE_S = 5  # an open stream of readings must not keep the server from ending
_BOTH = Text("Give parks, or --data, not both.", "园区参数与 --data 只能二选一。")


@click.command()
@click.argument("parks", nargs=-1, type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Loopback only / 仅限本机.")
@click.option("--port", default=8642, show_default=True, help="Port / 端口.")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Folder of parks, one sub-folder each, or one park / 园区数据文件夹.",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tanlu-store"),
    show_default=True,
    help="Folder of the store, without --data / 数据目录（未用 --data 时）.",
)
@click.option("--browser/--no-browser", default=False, help="Open a browser / 打开浏览器.")
@lang_option
def serve(
    parks: tuple[Path, ...], host: str, port: int, data: Path | None, store: Path, *, browser: bool
) -> None:
    """Open the platform with --data FOLDER, or with PARKS / 启动平台.

    Without both it opens the Ganzhou park when the store is empty.
    """
    from tanlu.errors import need

    address = loopback(host)
    if data and parks:
        raise click.UsageError(say(_BOTH))
    for module in ("uvicorn", "fastapi", "sqlalchemy"):
        need(module, "server")
    app = _app_of_data(data) if data else _app_of_store(store, parks)
    url = f"http://{f'[{address}]' if ':' in address else address}:{port}/"
    click.echo(say(_OPEN.fill(url=url, store=data or store)))
    if data and not app.state.data.has_parks():
        click.echo(say(_NO_PARK.fill(folder=data / "my-park")))
    if browser:
        click.launch(url)
    _run(app, address, port)


def _app_of_store(store: Path, parks: tuple[Path, ...]) -> Any:  # noqa: ANN401 - an extra's type
    from importlib import import_module

    from tanlu.workflow.desk import open_desk

    return import_module("tanlu.web.app").create_app(open_desk(store, parks))


def _app_of_data(folder: Path) -> Any:  # noqa: ANN401 - an extra's type
    from importlib import import_module

    from tanlu.workflow.data_folder import open_data

    data = open_data(folder)
    for fault in (fault for faults in data.faults.values() for fault in faults):
        click.echo(fault.line(language()), err=True)
    return import_module("tanlu.web.app").create_app(data.desk, data)


def _run(app: Any, address: str, port: int) -> None:  # noqa: ANN401 - an extra's type
    from importlib import import_module

    uvicorn = import_module("uvicorn")
    uvicorn.run(
        app, host=address, port=port, log_level="warning", access_log=False,
        timeout_graceful_shutdown=_GRACE_S,
    )  # fmt: skip


def loopback(host: str) -> str:
    """An address of this machine, or a refusal.

    Raises:
        AccessError: When others could reach it.

    Example:
        >>> loopback("localhost")
        '127.0.0.1'
    """
    from tanlu.errors import AccessError

    name = "127.0.0.1" if host == "localhost" else host
    try:
        is_local = ipaddress.ip_address(name).is_loopback
    except ValueError:
        is_local = False
    if not is_local:
        raise AccessError.of("not_loopback", host=host)
    return name
