"""`tanlu method`: list, show, and compare two on a park."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json, read_book
from tanlu.types import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.group()
@lang_option
def method() -> None:
    """Accounting methods: which there are, what they say, how they differ / 核算方法."""


@method.command("list")
@click.argument("search", default="")
@click.option("--year", type=int, help="Only those that hold in this year / 年份.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def list_(search: str, year: int | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Methods whose code, name or sector holds SEARCH / 列出核算方法."""
    from tanlu.catalog.load import load_catalog
    from tanlu.workflow.method_records import method_record
    from tanlu.workflow.methods import find_methods

    found = find_methods(load_catalog(), search, year)
    if as_json:
        echo_json([method_record(m) for m in found])
        return
    for m in found:
        start, end = m.applies.from_on or "", m.applies.to_on or ""
        span = f"{start} – {end}" if start or end else ""
        click.echo(f"{m.method_id:<30}{span:<26}{say(m.label)}")


@method.command()
@click.argument("code", metavar="METHOD")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def show(code: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """What METHOD counts, which values it takes, and where that is printed / 方法内容."""
    from tanlu.catalog.load import load_catalog
    from tanlu.cli.method_text import method_lines
    from tanlu.workflow.method_records import method_record

    found = load_catalog().method(code)
    if as_json:
        echo_json(method_record(found))
        return
    for line in method_lines(found):
        click.echo(line)


@method.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.argument("first", metavar="METHOD_A")
@click.argument("second", metavar="METHOD_B")
@click.option("--year", type=int, help="Calendar year; the latest when left out / 年份.")
@click.option("--member", default="", help="Member; the park when left out / 成员.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def compare(
    park: Path,
    first: str,
    second: str,
    year: int | None,
    member: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """METHOD_A and METHOD_B on the records of PARK, each difference explained / 方法对照."""
    from tanlu.catalog.load import load_catalog
    from tanlu.catalog.overlay import with_documents
    from tanlu.workflow.method_records import comparison_record
    from tanlu.workflow.methods import compare_methods, record_years

    book = read_book(park)
    catalog = with_documents(load_catalog(), book)
    chosen = year if year is not None else max(record_years(book), default=0)
    record = comparison_record(
        compare_methods(book, catalog, (first, second), chosen, member), catalog
    )
    if as_json:
        echo_json(record)
        return
    print_comparison(record)


def print_comparison(record: "Mapping[str, Any]") -> None:
    """A comparison as aligned text; what makes it incomplete goes to standard error."""
    first, second = record["first"], record["second"]
    click.echo(f"{record['member']} · {record['year']} · t CO2e")
    for side in (first, second):
        mark = "" if side["is_complete"] else say(Text("  incomplete", "  不完整"))
        name = f"{side['method']} ({side['gwp_set']})"
        click.echo(f"{name:<44}{side['total']:>18,.3f}{mark}")
    click.echo(f"{say(Text('difference', '差异')):<42}{record['difference']:>+20,.3f}")
    for cause in record["causes"]:
        click.echo(f"  {cause['label'][language()]:<40}{cause['co2e_t']:>+20,.3f}")
    for pair in record["streams"]:
        _print_pair(pair)
    for side in (first, second):
        for fault in (*side["lacking"],):
            click.echo(fault[language()], err=True)
    for fault in record["warnings"]:
        click.echo(fault[language()], err=True)


def _print_pair(pair: "Mapping[str, Any]") -> None:
    amounts = ["—" if pair[side] is None else f"{pair[side]:,.3f}" for side in ("first", "second")]
    name = f"{pair['scope']} {pair['stream']} {pair['carrier']}"
    click.echo(f"{name}  {amounts[0]} → {amounts[1]}  ({pair['difference']:+,.3f})")
    for part in pair["parts"]:
        click.echo(f"  {part['co2e_t']:>+16,.3f}  {part['says'][language()]}")
