"""`tanlu init`, `import`, `export`, `check`: parks on disk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.errors import Fault
    from tanlu.model.book import Book

_PATH = click.Path(path_type=Path)
_FORCE = "Replace what stands there / 覆盖已有内容。"
_STARTED = Text(
    "{path}: the park {park}. Edit its tables, then: tanlu check {path}",
    "{path}：园区 {park}。请编辑各表，然后运行：tanlu check {path}",
)
_WRITTEN = Text("{path}: {rows} rows in {tables} tables.", "{path}：{tables} 张表，共 {rows} 行。")
_FINE = Text(
    "{path}: no errors, {warnings} warnings; {rows} rows in {tables} tables.",
    "{path}：无错误，{warnings} 条警告；{tables} 张表，共 {rows} 行。",
)
_MARKED = Text("Faulty cells are marked in {path}.", "问题单元格已在 {path} 中标记。")


@click.command()
@click.argument("folder", type=_PATH)
@click.option(
    "--example",
    type=click.Choice(["minimal", "ganzhou", "opulent", "empty"]),
    default="minimal",
    show_default=True,
    help="Park to start from / 示例园区。",
)
@click.option("--force", is_flag=True, help=_FORCE)
@lang_option
def init(folder: Path, *, example: str, force: bool) -> None:
    """Start a park in FOLDER / 新建园区文件夹."""
    from tanlu.connect.folder import read_folder, write_folder
    from tanlu.workflow.open import bring_tree, bundled

    draft = read_folder(bundled(example))
    write_folder(draft, folder, force=force)
    bring_tree(example, folder)
    click.echo(say(_STARTED.fill(path=folder, park=draft.card["park_id"])))


@click.command("import")
@click.argument("park", type=_PATH)
@click.argument("folder", type=_PATH)
@click.option("--force", is_flag=True, help=_FORCE)
@lang_option
def import_(park: Path, folder: Path, *, force: bool) -> None:
    """Check PARK (workbook or archive) and write it as FOLDER / 工作簿转为文件夹."""
    from tanlu.connect.folder import write_folder
    from tanlu.workflow.open import open_book

    book = open_book(park)
    _warn(book.warnings)
    write_folder(book.draft, folder, force=force)
    click.echo(say(_WRITTEN.fill(path=folder, **_counts(book))))


@click.command()
@click.argument("park", type=_PATH)
@click.argument("workbook", type=_PATH)
@click.option("--force", is_flag=True, help=_FORCE)
@lang_option
def export(park: Path, workbook: Path, *, force: bool) -> None:
    """Write PARK (folder) as WORKBOOK (.xlsx or .zip) / 文件夹转为工作簿."""
    from tanlu.connect.park import open_park, save_park

    draft = open_park(park)
    _warn(draft.warnings)
    save_park(draft, workbook, force=force)
    sizes = [len(sheet.rows) for sheet in draft.sheets.values() if sheet.rows]
    click.echo(say(_WRITTEN.fill(path=workbook, rows=sum(sizes), tables=len(sizes))))


@click.command()
@click.argument("park", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print faults as JSON / 输出 JSON。")
@click.option("--marked", type=_PATH, help="Workbook with faulty cells marked / 标记后的工作簿。")
@click.option("--force", is_flag=True, help=_FORCE)
@lang_option
@click.pass_context
def check(
    context: click.Context, park: Path, *, as_json: bool, marked: Path | None, force: bool
) -> None:
    """Find all faults of PARK (folder, .xlsx or .zip) / 检查园区数据."""
    from tanlu.errors import InputError
    from tanlu.workflow.open import open_book

    try:
        book = open_book(park)
    except InputError as error:
        if not as_json:
            click.echo(error.text(language()), err=True)
        if marked:
            _mark(park, error.faults, marked, force=force)
        if as_json:
            _print_json(error.faults, is_fine=False)
        context.exit(error.exit_code)
    if marked:
        _mark(park, book.warnings, marked, force=force)
    if as_json:
        _print_json(book.warnings, is_fine=True)
        return
    _warn(book.warnings)
    click.echo(say(_FINE.fill(path=park, warnings=len(book.warnings), **_counts(book))))


def _counts(book: "Book") -> dict[str, int]:
    sizes = [table.height for table in book.tables.values() if table.height]
    return {"rows": sum(sizes), "tables": len(sizes)}


def _warn(faults: Sequence["Fault"]) -> None:
    for fault in faults:
        click.echo(fault.line(language()), err=True)


def _mark(park: Path, faults: Sequence["Fault"], marked: Path, *, force: bool) -> None:
    from tanlu.connect.park import mark_park

    mark_park(park, faults, marked, force=force)
    click.echo(say(_MARKED.fill(path=marked)), err=True)


def _print_json(faults: Sequence["Fault"], *, is_fine: bool) -> None:
    import json

    answer = {"ok": is_fine, "faults": [_record(fault) for fault in faults]}
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def _record(fault: "Fault") -> dict[str, Any]:
    from tanlu.connect.workbook_mark import table_of

    place = fault.place
    return {
        "code": fault.code,
        "severity": "error" if fault.is_error else "warning",
        "table": table_of(fault),
        "file": place.file,
        "sheet": place.sheet or None,
        "row": place.row,
        "column": place.column or None,
        "where": {"en": place.of("en"), "zh": place.of("zh")},
        "what": {"en": fault.what("en"), "zh": fault.what("zh")},
        "fix": {"en": fault.fix("en"), "zh": fault.fix("zh")},
    }
