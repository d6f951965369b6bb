"""`tanlu zero-carbon`: a park beside the indicators of zero-carbon parks."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json, read_book
from tanlu.types import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    View = Mapping[str, Any]

_VERDICTS = {
    "met": Text("met", "达标"),
    "missed": Text("missed", "未达标"),
    "open": Text("cannot be told", "无法判定"),
    "unknown": Text("no figure", "无数据"),
}


@click.command("zero-carbon")
@click.argument("park", type=click.Path(path_type=Path))
@click.option(
    "--set", "set_id", default="national", show_default=True, help="national, hunan … / 指标体系."
)
@click.option("--year", type=int, help="Calendar year; the latest when left out / 年份.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def zero_carbon(park: Path, set_id: str, year: int | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """PARK beside a set of zero-carbon indicators: figures, gaps, steps / 对照零碳园区指标."""
    from tanlu.account.ledger import ledger
    from tanlu.catalog.load import load_catalog
    from tanlu.catalog.overlay import with_documents
    from tanlu.workflow.views.zero_carbon import zero_view
    from tanlu.workflow.zero_carbon import zero_carbon as assess

    book = read_book(park)
    catalog = with_documents(load_catalog(), book)
    found = zero_view(assess(book, ledger(book, catalog), catalog, set_id, year), catalog)
    if as_json:
        echo_json(found)
        return
    _print(found)


def _print(found: "View") -> None:
    click.echo(f"{found['park_id']} · {found['year']} · {_of(found['label'])} [{found['cite']}]")
    for basis in found["bases"]:
        _print_basis(basis)
    for each in found["indicators"]:
        _print_indicator(each)
    for note in found["notes"]:
        click.echo(f"- {_of(note)}")


def _print_basis(basis: "View") -> None:
    click.echo(f"\n{_of(basis['label'])}")
    for step in basis["steps"]:
        numbers = " … ".join(step["numbers"])
        result = _number(step["result"])
        click.echo(
            f"  {_of(step['label'])}: {step['formula']} = {numbers} = {result} [{step['cite']}]"
        )
    for gap in basis["gaps"]:
        click.echo(f"  {_gap_line(gap, 'at_most')}")
    for obstacle in basis["obstacles"]:
        click.echo(f"  ! {_of(obstacle)}")


def _print_indicator(each: "View") -> None:
    click.echo(f"\n{_of(each['label'])}: {_number(each['figure'])}")
    if each["figure"] is None:
        for note in each["notes"]:
            click.echo(f"  ! {_of(note)}")
    for gap in each["gaps"]:
        click.echo(f"  {_gap_line(gap, each['sense'])}")
    if each["missing"]:
        names = ", ".join(f"{m['code']} ({_of(m['label'])})" for m in each["missing"])
        click.echo(f"  {say(Text('missing records', '缺少记录'))}: {names}")
    for driver in each["drivers"]:
        click.echo(f"    {_of(driver['label'])}: {_number(driver['excess'])}")
    for lever in each["levers"]:
        cannot = say(Text("power alone cannot meet the limit", "仅靠电力无法达标"))
        click.echo(
            f"    {_of(lever['label'])}: {_number(lever['figure']) if lever['figure'] else cannot}"
        )


def _gap_line(gap: "View", sense: str) -> str:
    limit = gap["limit"]
    by_year = f" ({limit['year']})" if limit["year"] else ""
    sign = "≤" if sense == "at_most" else "≥"
    distance = f", {_number(gap['amount'])}" if gap["amount"] else ""
    closes = f" → {_number(gap['closes'])}" if gap["closes"] else ""
    verdict = say(_VERDICTS[gap["verdict"]])
    return f"{sign} {limit['value']:g}{by_year}: {verdict}{distance}{closes}"


def _number(figure: "View | None") -> str:
    if figure is None:
        return "—"
    unit = "" if figure["unit"] == "1" else f" {figure['unit']}"
    if figure["value"] is None:
        return f"{_digits(figure['lower'])} … {_digits(figure['upper'])}{unit}"
    return f"{_digits(figure['value'])}{unit}"


def _digits(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1e4 else f"{value:,.4g}"


def _of(text: "View") -> str:
    return str(text[language()])
