"""`tanlu calc`: one number now, cited."""

from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command()
@click.argument("items", nargs=-1, required=True)
@click.option("--region", default="", help="江西, Jiangxi, CN-36; empty: the method's own / 地区.")
@click.option("--year", default=2022, show_default=True, help="Calendar year / 年份.")
@click.option("--method", default="cn.park", show_default=True, help="Accounting method / 方法.")
@click.option(
    "--gwp",
    type=click.Choice(["AR4", "AR5", "AR6"], case_sensitive=False),
    help="Warming potentials; left out: the method's own for the year / 增温潜势.",
)
@click.option(
    "--with",
    "own",
    multiple=True,
    help="Value of one's own plant: 'anode_effect_minutes=0.5 min' / 本厂参数.",
)
@click.option("--against", default="", help="A second method, laid beside / 对照方法.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def calc(
    items: tuple[str, ...],
    region: str,
    year: int,
    method: str,
    gwp: str | None,
    own: tuple[str, ...],
    against: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Emissions of ITEMS such as "天然气=100 万Nm3" "electricity=3500 MWh" / 快速核算."""
    from tanlu.catalog.load import load_catalog
    from tanlu.workflow.method_records import compare_asked
    from tanlu.workflow.quick import Question, answer

    asked = Question(items, region, year, method, (gwp or "").upper(), own)
    catalog = load_catalog()
    found = answer(asked, catalog)
    beside = compare_asked(asked, against, catalog) if against else None
    if as_json:
        echo_json({**found, "against": beside} if beside else found)
        return
    for line in found["lines"]:
        _print(line)
    total = say(Text("total", "合计"))
    click.echo(f"{total}: {found['co2e_t']:,.3f} t CO2e  ({found['method']}, {found['gwp_set']})")
    for warning in found["warnings"]:
        click.echo(warning[language()], err=True)
    if beside:
        from tanlu.cli.method import print_comparison

        print_comparison(beside)


def _print(line: "Mapping[str, Any]") -> None:
    from tanlu.catalog.resolve import FOUND

    name = line["label"][language()]
    scope = say(Text("scope {n}", "范围{n}").fill(n=line["scope"]))
    click.echo(f"{name}  {line['written']}  →  {line['co2e_t']:,.3f} t CO2e  ({scope})")
    for factor in line["factors"]:
        found = say(FOUND[factor["how_found"]])
        click.echo(
            f"    {factor['quantity']} = {factor['printed']}"
            f"  [{factor['document']} {factor['clause']}; {found}; {factor['status']}]"
        )
