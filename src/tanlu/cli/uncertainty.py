"""`tanlu uncertainty`: what a figure is worth, whose fault it is, and what to mend first."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json, read_findings
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.model.uncertainty import Assessment, Worth
    from tanlu.report.findings import Findings

_MOST = 15  # lines of a list on the terminal; --json has all


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--year", type=int, default=0, help="Calendar year; the latest when left out / 年份.")
@click.option(
    "--from", "from_year", type=int, default=0,
    help="First year of the trend; the year before when left out / 趋势起始年.",
)  # fmt: skip
@click.option("--member", default="", help="Member; the park when left out / 成员.")
@click.option(
    "--draws", type=click.IntRange(1, 10_000_000), default=100_000, show_default=True,
    help="Draws of approach 2 / 方法 2 抽样次数.",
)  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True,
              help="Equal seeds, equal draws / 随机种子.")  # fmt: skip
@click.option(
    "--approach", type=click.Choice(["1", "2", "both"]), default="both", show_default=True,
    help="Error propagation, Monte Carlo, or both / 误差传递、蒙特卡洛或两者.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def uncertainty(
    park: Path, year: int, from_year: int, member: str, draws: int, seed: int, approach: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """What PARK's figures are worth, and what to mend first / 不确定性与改进次序."""
    from tanlu.workflow.uncertainty import assessment
    from tanlu.workflow.uncertainty_record import uncertainty_record

    findings = read_findings(park)
    found = assessment(
        findings, year=year, from_year=from_year, member=member,
        draws=0 if approach == "1" else draws, seed=seed,
    )  # fmt: skip
    if as_json:
        echo_json(uncertainty_record(findings, found))
        return
    _print(findings, found, approach)


def _print(findings: "Findings", found: "Assessment", approach: str) -> None:
    click.echo(f"{found.member} · {found.year} · {findings.mass_unit}")
    for key, worth in found.figures.items():
        if key[1] == str(found.year):
            click.echo(_figure(" ".join(key[:1] + key[2:]), worth, approach))
    _print_bases(found.total)
    if found.trend:
        _print_trend(found, approach)
    _print_parts(findings, found)
    _print_mends(findings, found)
    _print_unknown(findings, found)


def _figure(name: str, worth: "Worth", approach: str) -> str:
    low, high = worth.interval.percent or (0.0, 0.0)
    line = f"  {name:<24}{worth.interval.value:>16,.1f}"
    if approach != "2":
        line += f"  {low:+.2f} % {high:+.2f} %"
    drawn = worth.simulated
    if approach != "1" and drawn:
        line += f"   MC {drawn.interval.lower:,.1f} … {drawn.interval.upper:,.1f}"
    return line


def _print_bases(worth: "Worth") -> None:
    from tanlu.workflow.views.uncertainty_words import BASES

    click.echo(say(Text("tonnes by the weakest range they hang on", "排放量按其最弱区间来源划分")))
    for basis, share in worth.shares.items():
        if share:
            click.echo(f"  {share:>7.1%}  {say(BASES[basis])}")


def _print_trend(found: "Assessment", approach: str) -> None:
    trend = found.trend
    if trend is None:
        return
    interval = trend.worth.interval
    said = f"{trend.from_year}-{trend.to_year} {interval.value:+.2%}"
    if approach != "2":
        said += f"  ({interval.lower:+.2%} … {interval.upper:+.2%})"
    drawn = trend.worth.simulated
    if approach != "1" and drawn:
        said += f"   MC {drawn.interval.lower:+.2%} … {drawn.interval.upper:+.2%}"
    click.echo(f"{say(Text('trend', '趋势'))}  {said}")


def _print_parts(findings: "Findings", found: "Assessment") -> None:
    from tanlu.workflow.views.uncertainty_words import input_name

    click.echo(say(Text("share of variance", "方差占比")))
    for part in found.contributions[:_MOST]:
        click.echo(f"  {part.share:>7.2%}  {say(input_name(findings, found.inputs[part.index]))}")


def _print_mends(findings: "Findings", found: "Assessment") -> None:
    from tanlu.workflow.views.uncertainty_words import EXACT, input_name

    click.echo(say(Text("mend first: t of interval won", "优先改进：区间可收窄的吨数")))
    for mend in found.mends[:_MOST]:
        won = f"≤ {mend.most_t:,.1f}" if mend.won_t is None else f"{mend.won_t:,.1f}"
        level = f"±{100 * mend.now:.3g} %"
        level += f" → ±{mend.reach.percent:g} %" if mend.reach else ""
        how = say(mend.reach.note if mend.reach else EXACT)
        click.echo(f"  {won:>14}  {say(input_name(findings, found.inputs[mend.index]))}  {level}")
        click.echo(f"{'':18}{how}")


def _print_unknown(findings: "Findings", found: "Assessment") -> None:
    from tanlu.workflow.views.uncertainty_words import input_name

    if not found.unknown:
        return
    click.echo(say(Text("unknown: t that hang on it", "范围未知：所涉及的吨数")))
    for index, tonnes in found.unknown[:_MOST]:
        click.echo(f"  {tonnes:>12,.1f}  {say(input_name(findings, found.inputs[index]))}")
