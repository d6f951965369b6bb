"""`tanlu readings backup | restore`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.store.readings.backup import Backup

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
_BACKED_UP = Text(
    "backed up: {park_id}, {readings} readings in {arrivals} arrivals, up to arrival {seq}, "
    "{files} files",
    "已备份：{park_id}，{arrivals} 批 {readings} 条读数，至批次 {seq}，共 {files} 个文件",
)
_RESTORED = Text(
    "restored and counted: {park_id}, {readings} readings in {arrivals} arrivals, as of {made_at}",
    "已恢复并核对：{park_id}，{arrivals} 批 {readings} 条读数，备份时间 {made_at}",
)


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@_JSON
@lang_option
def backup(park: Path, target: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Copy the readings of PARK to TARGET, a new folder, while they are in use / 在线备份."""
    from tanlu.workflow.readings.keep import backup as back_up
    from tanlu.workflow.readings.open import of_folder

    _tell(back_up(of_folder(park).readings, target), _BACKED_UP, as_json)


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("park", type=click.Path(path_type=Path))
@_JSON
@lang_option
def restore(source: Path, park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Make the readings of PARK from the backup SOURCE, where there are none / 恢复."""
    from tanlu.workflow.readings.keep import restore as restore_park

    _tell(restore_park(source, park), _RESTORED, as_json)


def _tell(made: "Backup", text: Text, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    from tanlu.workflow.readings.keep import backup_record

    record = backup_record(made)
    if as_json:
        echo_json(record)
    else:
        click.echo(say(text.fill(**record)))
