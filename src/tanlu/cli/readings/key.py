"""`tanlu readings key`: keys with which gateways push readings."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_MADE = Text(
    "Key of {name}, shown this once: {key}\n"
    "Send it as: Authorization: Bearer {key}\n"
    "From now on the park takes no push without a key.",
    "{name} 的密钥（仅显示一次）：{key}\n"
    "请以请求头发送：Authorization: Bearer {key}\n"
    "此后该园区不再接受无密钥的推送。",
)
_DROPPED = Text("{name}: its key is no longer taken.", "{name}：密钥已失效。")
_NONE = Text("No keys: any program on this machine may push.", "无密钥：本机任意程序均可推送。")


@click.command()
@click.argument("park", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--name", help="Who will send; makes a key / 推送方名称，创建密钥。")
@click.option("--drop", help="Take the key of this name away / 撤销该名称的密钥。")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def key(park: Path, name: str | None, drop: str | None, *, as_json: bool) -> None:
    """List, make or drop keys for pushing readings of PARK / 管理读数推送密钥."""
    from tanlu.workflow.readings.keys import add_key, drop_key, keys_of
    from tanlu.workflow.readings.open import FOLDER

    folder = park / FOLDER
    if drop:
        drop_key(folder, drop)
    token = add_key(folder, name) if name else ""
    if as_json:
        rows = [{"name": each.name, "made_at": each.made_at} for each in keys_of(folder)]
        echo_json({"keys": rows, **({"key": token} if token else {})})
        return
    if drop:
        click.echo(say(_DROPPED.fill(name=drop)))
    if token:
        click.echo(say(_MADE.fill(name=name, key=token)))
    if not (drop or token):
        for each in keys_of(folder):
            click.echo(f"{each.name}  {each.made_at}")
        if not keys_of(folder):
            click.echo(say(_NONE))
