"""`tanlu template`: data templates of the five systems, made and taken back."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.types import Text

_PATH = click.Path(path_type=Path)
_MADE = Text("{path}: {tables} tables for {system}.", "{path}：{system}，共 {tables} 张表。")
_TAKEN = Text(
    "{path}: {added} rows added, {changed} corrected, {same} as they were.",
    "{path}：新增 {added} 行，更正 {changed} 行，未变 {same} 行。",
)


@click.group()
@lang_option
def template() -> None:
    """Data templates of the five systems / 五个系统的数据模板."""


@template.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def list_(*, as_json: bool) -> None:
    """The 13 kinds of data of table 1, by system / 表 1 的 13 类数据."""
    from tanlu.model.systems import kinds_of, systems, tables_of

    if as_json:
        from tanlu.cli.park import echo_json
        from tanlu.workflow.templates import systems_record

        echo_json(systems_record())
        return
    for code, system in systems().items():
        click.echo(f"{code}  {say(system.label)}  [{', '.join(tables_of(code))}]")
        for kind in kinds_of(code):
            mark = "" if kind.system == code else f"  ({kind.system})"
            click.echo(f"  {kind.number:>2}  {say(kind.label)}{mark}")
        if system.note:
            click.echo(f"      {say(system.note)}")


@template.command()
@click.argument("system")
@click.argument("out", type=_PATH)
@click.option("--park", type=_PATH, help="Park whose members it may name / 目标园区。")
@click.option("--force", is_flag=True, help="Replace what stands there / 覆盖已有内容。")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def make(system: str, out: Path, *, park: Path | None, force: bool, as_json: bool) -> None:
    """Write the template of SYSTEM to OUT (.xlsx, or a folder) / 生成数据模板."""
    from tanlu.connect.park import open_park
    from tanlu.connect.template import write_template
    from tanlu.model.systems import systems, tables_of

    write_template(system, out, open_park(park) if park else None, force=force)
    tables = tables_of(system)
    if as_json:
        _echo({"path": str(out), "system": system, "tables": list(tables)})
        return
    label = systems()[system].label
    click.echo(say(_MADE.fill(path=out, tables=len(tables), system=label)))


@template.command()
@click.argument("filled", type=_PATH)
@click.argument("park", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def take(filled: Path, park: Path, *, as_json: bool) -> None:
    """Merge a FILLED template into PARK, no record twice / 将填好的模板并入园区."""
    from tanlu.connect.park import save_park
    from tanlu.workflow.templates import take_file

    book, merged = take_file(filled, park)
    save_park(book.draft, park, force=True)
    counts = {"added": merged.added, "changed": merged.changed, "same": merged.same}
    for warning in book.warnings:
        click.echo(warning.line(language()), err=True)
    if as_json:
        _echo({"park": str(park), **counts})
        return
    click.echo(say(_TAKEN.fill(path=park, **counts)))


def _echo(value: dict[str, Any]) -> None:
    from tanlu.cli.park import echo_json

    echo_json(value)
