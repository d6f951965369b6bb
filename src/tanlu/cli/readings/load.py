"""`tanlu readings import`: a file of readings into a park."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.connect.readings.block import Source
    from tanlu.connect.readings.map import ReadingMap

_PATH = click.Path(path_type=Path)
_TOLD = Text(
    "{readings} readings: {taken} taken, {unchanged} unchanged, {corrected} corrected, "
    "{refused} refused.",
    "共 {readings} 个读数：导入 {taken}，未变 {unchanged}，更正 {corrected}，拒绝 {refused}。",
)
_FLAGGED = Text("  flagged or passed over: {words}", "  标记或略过：{words}")
_NEW = Text("  new channels: {names}", "  新通道：{names}")
_CELL = Text(
    "  row {row}, column {column}: “{value}”: {why}", "  第 {row} 行 {column} 列：“{value}”：{why}"
)
_MORE = Text("  … and {count} more", "  ……另有 {count} 个")
_PROPOSED = Text(
    "No map was given and none is remembered: nothing was loaded. This one is proposed, in {path}. "
    "Look through it, then run: tanlu readings import {park} {file} --map {path}",
    "未指定映射，也没有记住的映射：未导入任何读数。建议的映射已写入 {path}，"
    "请核对后运行：tanlu readings import {park} {file} --map {path}",
)
_MARKED = Text("The file with its faulty cells marked: {path}", "已标出问题单元格：{path}")
_SHOWN = 20


@click.command("import")
@click.argument("park", type=_PATH)
@click.argument("file", type=_PATH)
@click.option("--map", "map_path", type=_PATH, help="What the columns are (YAML) / 列映射。")
@click.option("--marked", type=_PATH, help="Workbook with faulty cells marked / 标记后的工作簿。")
@click.option(
    "--strict", is_flag=True, help="Load nothing if anything is refused / 有拒绝则不导入。"
)
@click.option("--why", default="", help="Reason kept with the readings / 导入说明。")
@click.option("--force", is_flag=True, help="Replace the file of --marked / 覆盖标记文件。")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def import_(
    park: Path, file: Path, *, map_path: Path | None, marked: Path | None, strict: bool, why: str,
    force: bool, as_json: bool,
) -> None:  # fmt: skip
    """Load FILE (CSV, Excel, Parquet) of readings into PARK / 导入读数文件."""
    from tanlu.connect.readings.map_read import read_map
    from tanlu.connect.readings.source import open_source
    from tanlu.workflow.readings.load import remembered

    mapped = read_map(map_path) if map_path else None
    source = open_source(file, mapped.separator if mapped else "")
    if mapped is None and remembered(park, source) is None:
        _propose(park, file, source, as_json=as_json)
        return
    record = _load(
        park, file, source, mapped, map_path, marked, strict=strict, why=why, force=force
    )
    if as_json:
        echo_json(record)
    else:
        _tell(record)
    if marked:
        click.echo(say(_MARKED.fill(path=marked)), err=True)


def _load(
    park: Path, file: Path, source: "Source", mapped: "ReadingMap | None",
    map_path: Path | None, marked: Path | None, *, strict: bool, why: str, force: bool,
) -> dict[str, Any]:  # fmt: skip
    from tanlu.workflow.readings.load import Request, load
    from tanlu.workflow.readings.load_record import load_record
    from tanlu.workflow.readings.marking import marked_copy

    request = Request(
        park, file, mapped, map_path.name if map_path else "", who(), why, strict, Progress()
    )
    with marked_copy(file, source, marked, force=force) as keep:
        loaded = load(request, source, keep)
    return load_record(loaded)


def who() -> str:
    """Who works here, as the system names them."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without names of users
        return "local"


class Progress:
    """Counts of what was read and stored, on standard error, twice a second at most."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self._last = time.monotonic()

    def __call__(self, what: str, count: int) -> None:
        """Tell of rows that were read or readings that were stored."""
        self.counts[what] = self.counts.get(what, 0) + count
        if sys.stderr.isatty() and time.monotonic() - self._last > 0.5:
            self._last = time.monotonic()
            words = ", ".join(f"{name} {number:,}" for name, number in self.counts.items())
            click.echo(f"\r{words}", err=True, nl=False)


def _propose(park: Path, file: Path, source: "Source", *, as_json: bool) -> None:
    from tanlu.workflow.readings.propose import propose_map

    proposal, path, text = propose_map(park, file, source)
    told = say(_PROPOSED.fill(path=path, park=park, file=file))
    if as_json:
        echo_json({"proposal": proposal, "map_file": str(path), "message": told})
    else:
        click.echo(text)
    click.echo(told, err=True)


def _tell(record: dict[str, Any]) -> None:
    words = {name: record[name] for name in ("readings", "taken", "unchanged", "corrected")}
    click.echo(say(_TOLD.fill(**words, refused=record["refused_count"])))
    if record["flagged"]:
        flags = ", ".join(f"{name} {count}" for name, count in record["flagged"].items())
        click.echo(say(_FLAGGED.fill(words=flags)))
    names = ", ".join(each["id"] for each in record["channels"] if each["is_new"])
    if names:
        click.echo(say(_NEW.fill(names=names)))
    for each in record["refused"][:_SHOWN]:
        why = Text(each["says"]["en"], each["says"]["zh"])
        line = _CELL.fill(row=each["row"], column=each["column"], value=each["value"], why=why)
        click.echo(say(line))
    left = record["refused_count"] - len(record["refused"][:_SHOWN])
    if left:
        click.echo(say(_MORE.fill(count=left)))
