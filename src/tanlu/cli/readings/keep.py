"""`tanlu readings state | history | fold | compact | retain`: how readings are kept."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.store.readings import Readings

_PARK = click.argument("park", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
_DATE = click.DateTime(["%Y-%m-%d"])
_STATE = Text(
    "arrival {seq}, table version {table_version}; {arrivals} arrivals with {readings} readings "
    "wait to be folded; {months} months, {to_compact} to compact; {pins} pinned",
    "到达批次 {seq}，表版本 {table_version}；待归档 {arrivals} 批 {readings} 条；"
    "{months} 个月，其中 {to_compact} 个待压实；已固定 {pins} 个状态",
)
_FOLDED = Text(
    "{arrivals} arrivals with {readings} readings folded into {days} days; "
    "{replaced} values replaced and kept; table version {table_version}",
    "已归档 {arrivals} 批 {readings} 条读数，涉及 {days} 个通道日；"
    "替换并保留 {replaced} 个旧值；表版本 {table_version}",
)
_COMPACTED = Text("compacted: {months}", "已压实：{months}")
_RETAINED = Text("{files} files deleted", "已删除 {files} 个文件")
_NONE = Text("nothing", "无")


def _open(park: Path) -> "Readings":
    from tanlu.workflow.readings.open import of_folder

    return of_folder(park).readings


@click.command()
@_PARK
@_JSON
@lang_option
def state(park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Where the readings of PARK stand / 读数存储状态."""
    from tanlu.workflow.readings.keep import state_record

    found = state_record(_open(park))
    if as_json:
        echo_json(found)
        return
    counts = {name: len(found[name]) for name in ("months", "to_compact", "pins")}
    click.echo(say(_STATE.fill(**found | found["pending"] | counts)))


@click.command()
@_PARK
@click.option("--newest", default=20, show_default=True, help="How many arrivals / 显示批次数.")
@click.option("--channel", default="", help="Show its replaced values / 显示该通道被替换的值.")
@click.option("--from", "start", type=_DATE, default="1900-01-01", help="First day / 首日.")
@click.option("--to", "end", type=_DATE, default="2999-01-01", help="The day after / 末日次日.")
@_JSON
@lang_option
def history(
    park: Path,
    newest: int,
    channel: str,
    start: datetime,
    end: datetime,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """What arrived at PARK, by whom, when, why; with a channel, what was replaced / 历史."""
    from tanlu.workflow.readings.keep import history_record, replaced_record

    readings = _open(park)
    if channel:
        found = replaced_record(readings, channel, start.date(), end.date())
    else:
        found = history_record(readings, newest)
    if as_json:
        echo_json(found)
        return
    for row in next(iter(found.values())):
        click.echo("  ".join("—" if value is None else str(value) for value in row.values()))


@click.command()
@_PARK
@_JSON
@lang_option
def fold(park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Move what arrived at PARK into its table / 归档."""
    from dataclasses import asdict

    from tanlu.workflow.readings.keep import fold as fold_readings

    done = asdict(fold_readings(_open(park)))
    if as_json:
        echo_json(done)
    else:
        click.echo(say(_FOLDED.fill(**done)))


@click.command()
@_PARK
@click.option("--month", "months", multiple=True, help="Which month; all when left out / 月份.")
@_JSON
@lang_option
def compact(park: Path, months: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Make one sorted file of each month of PARK / 压实."""
    from tanlu.workflow.readings.keep import compact as compact_readings

    done = compact_readings(_open(park), months or None)
    if as_json:
        echo_json({"months": done})
    else:
        click.echo(say(_COMPACTED.fill(months=", ".join(done) or say(_NONE))))


@click.command()
@_PARK
@click.option("--days", default=30, show_default=True, help="Versions kept [d] / 版本保留天数.")
@_JSON
@lang_option
def retain(park: Path, days: int, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Delete files of PARK that only old versions of its table need / 清理旧版本."""
    from tanlu.workflow.readings.keep import retain as retain_readings

    gone = retain_readings(_open(park), days)
    if as_json:
        echo_json({"deleted": gone})
    else:
        click.echo(say(_RETAINED.fill(files=len(gone))))
