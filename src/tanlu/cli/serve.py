"""`tanlu serve`: the platform on this machine."""

import ipaddress
from pathlib import Path

import click

from tanlu.cli.language import lang_option, say
from tanlu.types import Text

_OPEN = Text("tanlu is open at {url}  (store: {store}; stop with Ctrl+C)",
             "碳路已启动：{url}（数据目录：{store}；按 Ctrl+C 停止）")  # fmt: skip


@click.command()
@click.argument("parks", nargs=-1, type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Loopback only / 仅限本机.")
@click.option("--port", default=8642, show_default=True, help="Port / 端口.")
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tanlu-store"),
    show_default=True,
    help="Folder of the store / 数据目录.",
)
@click.option("--browser/--no-browser", default=False, help="Open a browser / 打开浏览器.")
@lang_option
def serve(parks: tuple[Path, ...], host: str, port: int, store: Path, browser: bool) -> None:  # noqa: FBT001 - click passes options
    """Open the platform with PARKS; the Ganzhou park when the store is empty / 启动平台."""
    from tanlu.errors import need

    address = loopback(host)
    uvicorn = need("uvicorn", "server")
    need("fastapi", "server")
    need("sqlalchemy", "server")
    from importlib import import_module

    from tanlu.workflow.desk import open_desk

    app = import_module("tanlu.web.app").create_app(open_desk(store, parks))
    url = f"http://{f'[{address}]' if ':' in address else address}:{port}/"
    click.echo(say(_OPEN.fill(url=url, store=store)))
    if browser:
        click.launch(url)
    uvicorn.run(app, host=address, port=port, log_level="warning", access_log=False)


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
