"""`tanlu option`: what a plan can choose, and every number of it with its document."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tanlu.model.option import Option, Reading

_YEARS = "2025,2030,2040,2050,2060"
_QUOTES = "A park's folder: its own quotes go on top / 园区文件夹，叠加自有报价."


@click.group()
@lang_option
def option() -> None:
    """What a plan can build, buy or do / 技术选项."""


@option.command("list")
@click.argument("search", default="")
@click.option("--kind", default=None, help="converter, store, measure … / 类别.")
@click.option("--park", type=click.Path(path_type=Path), default=None, help=_QUOTES)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def list_(search: str, kind: str | None, park: Path | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Options whose code or name holds SEARCH / 列出技术选项."""
    from tanlu.workflow.option_records import option_line
    from tanlu.workflow.options import find_options, park_options

    found = find_options(park_options(park), search, kind)
    lines = [option_line(each) for each in found]
    if as_json:
        echo_json(lines)
        return
    for each, line in zip(found, lines, strict=True):
        marks = " ".join(f"{name} {count}" for name, count in line["statuses"].items())
        click.echo(f"{each.option_id:<24}{each.kind:<11}{say(each.label)}  [{marks}]")


@option.command()
@click.argument("option_id", metavar="OPTION")
@click.option("--on", "day", default=None, help="2025, 2030-01-01 … / 日期.")
@click.option("--prices", "price_year", type=int, default=None, help="Year of prices / 价格年份.")
@click.option("--park", type=click.Path(path_type=Path), default=None, help=_QUOTES)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def show(
    option_id: str,
    day: str | None,
    price_year: int | None,
    park: Path | None,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Every number of OPTION on a day, in CNY, with its document / 某日取值与依据."""
    from tanlu.catalog.option_values import sheet
    from tanlu.catalog.options import option as find
    from tanlu.workflow.option_records import option_record
    from tanlu.workflow.options import day_of, park_options

    found = find(option_id, park_options(park))
    on = day_of(day)
    if as_json:
        echo_json(option_record(found, on, price_year))
        return
    for line in _lines(found, on, sheet(found, on, price_year)):
        click.echo(line)


@option.command()
@click.argument("option_id", metavar="OPTION")
@click.option("--years", default=_YEARS, show_default=True, help="First years / 各期首年.")
@click.option("--prices", "price_year", type=int, default=None, help="Year of prices / 价格年份.")
@click.option("--hours", type=float, default=4.0, show_default=True, help="Of a store / 储能时长.")
@click.option("--park", type=click.Path(path_type=Path), default=None, help=_QUOTES)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def component(
    option_id: str,
    years: str,
    price_year: int | None,
    hours: float,
    park: Path | None,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """OPTION as an entry of a plan's components.yaml, cited / 生成规划组件条目."""
    import yaml

    from tanlu.catalog.option_component import component_entry
    from tanlu.catalog.options import option as find
    from tanlu.periods import parse_period
    from tanlu.workflow.options import park_options

    firsts = [parse_period(year.strip()).start.year for year in years.split(",")]
    found = find(option_id, park_options(park))
    entry = {option_id: component_entry(found, firsts, price_year, hours)}
    if as_json:
        echo_json(entry)
        return
    click.echo(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False).rstrip())


def _lines(found: "Option", on: date, readings: "Mapping[str, Reading]") -> "Iterator[str]":
    from tanlu.catalog.option_words import kinds, words_of

    kind, direction = kinds()[found.kind].label, words_of("directions")[found.direction]
    yield f"{found.option_id} · {say(found.label)} · {say(kind)} · {say(direction)} · {on}"
    if found.note:
        yield f"  {say(found.note)}"
    for name, reading in readings.items():
        yield f"  {name:<24}{reading.value:>14.6g} {_unit(reading)}  {_how(reading)}"


def _unit(reading: "Reading") -> str:
    prices = say(Text("prices of", "价格年份"))
    return f"{reading.unit} ({prices} {reading.price_year})" if reading.price_year else reading.unit


def _how(reading: "Reading") -> str:
    from tanlu.catalog.option_words import words_of

    status = say(words_of("statuses")[reading.status])
    found = say(words_of("found")[reading.how])
    cites = ", ".join(reading.cites)
    place = say(words_of("places")[reading.place])
    return f"[{'; '.join(part for part in (cites, place, found, status) if part)}]"
