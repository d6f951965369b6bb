"""`tanlu plan tree` and `tanlu plan compare`: scenarios side by side, and their wedges."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_SHOWN = (2025, 2030, 2035, 2040, 2050, 2060)


@click.command()
@click.argument("path", metavar="FOLDER|PARK", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def tree(path: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Scenarios of a tree side by side / 情景树各情景对照."""
    from tanlu.workflow.scenario.open import open_tree
    from tanlu.workflow.scenario.record import tree_record

    found = tree_record(open_tree(path))
    if as_json:
        echo_json(found)
        return
    counted = found["assumptions"]
    head = Text(
        "{tree}: {assumed} of {stated} stated values are assumptions without a document",
        "{tree}：{stated} 个给定值中有 {assumed} 个是没有依据的假设",
    )
    click.echo(say(head.fill(tree=found["tree"], **counted)))
    for each in found["scenarios"]:
        _print(each)


def _print(each: dict[str, Any]) -> None:
    from tanlu.workflow.scenario.names import PEAK_NAMES

    name = say(Text(each["name"]["en"], each["name"]["zh"]))
    peak = each["peak"]
    first, last = peak["plateau"]
    said = PEAK_NAMES[peak["verdict"]].fill(year=peak["highest_year"], first=first, last=last)
    total = Text("sum {t:,.0f} ×10⁴ t", "累计 {t:,.0f} 万 t").fill(t=each["cumulative_t"] / 1e4)
    click.echo(f"{name}: {say(said)}; {say(total)}")
    points = {p["year"]: p for p in each["points"]}
    shown = [y for y in (min(points), *_SHOWN) if y in points]
    click.echo("".join(f"{year:>10}" for year in shown))
    line = "".join(f"{points[y]['co2_t'] / 1e4:>10,.2f}" for y in shown)
    click.echo(f"{line}  {say(Text('×10⁴ t CO2', '万 t CO2'))}")


@click.command()
@click.argument("path", metavar="FOLDER|PARK", type=click.Path(path_type=Path))
@click.argument("first")
@click.argument("second")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def compare(path: Path, first: str, second: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Wedges between two scenarios / 两个情景之差的楔形分解."""
    from tanlu.workflow.scenario.names import DRIVER_NAMES
    from tanlu.workflow.scenario.open import open_tree
    from tanlu.workflow.scenario.record import compare_record

    found = compare_record(open_tree(path), first, second)
    if as_json:
        echo_json(found)
        return
    last = len(found["years"]) - 1
    head = Text(
        "{a} → {b} [×10⁴ t CO2]: {y}, and all years", "{a} → {b} [万 t CO2]：{y} 年，及累计"
    )
    click.echo(say(head.fill(a=first, b=second, y=found["years"][last])))
    whole = found["cumulative"]
    for name, values in found["by_driver_t"].items():
        _wedge(say(DRIVER_NAMES[name]), values[last], whole["by_driver_t"][name])
    _wedge(say(Text("total", "合计")), found["total_t"][last], whole["total_t"])


def _wedge(name: str, in_year: float, in_all: float) -> None:
    click.echo(f"  {name:<20}{in_year / 1e4 + 0.0:>+12,.2f}{in_all / 1e4 + 0.0:>+14,.1f}")
