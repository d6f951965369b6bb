"""`tanlu explain drivers`: why emissions changed, and what the data cannot say."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import JSON, SEED
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json, read_findings
from tanlu.cli.tables import drivers_table, verdict_text
from tanlu.model.label import label
from tanlu.types import Text

_HEADING = Text(
    "{start} → {end}, 95 % interval, and how likely an increase is:",
    "{start} → {end}，95% 区间与为正的概率：",
)
_PERCENT = click.FloatRange(min=0)


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--energy-error", type=_PERCENT, default=0.0, metavar="PERCENT",
              help="95 % half-width of each carrier's energy / 能耗误差.")  # fmt: skip
@click.option("--factor-error", type=_PERCENT, default=0.0, metavar="PERCENT",
              help="Of each factor, alike in all years / 因子误差.")  # fmt: skip
@click.option("--output-error", type=_PERCENT, default=0.0, metavar="PERCENT",
              help="Of each year's output / 产值误差.")  # fmt: skip
@click.option("--draws", type=click.IntRange(100, 100_000), default=2000, show_default=True,
              help="Draws, when there is an error / 抽样次数.")  # fmt: skip
@SEED
@JSON
@lang_option
def drivers(park: Path, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Drivers of PARK's change, and the regression verdict / 分析排放变化原因."""
    from tanlu.workflow.explain.years import Errors, years_spread
    from tanlu.workflow.findings_record import drivers_record

    findings = read_findings(park)
    errors = Errors(*(told[f"{name}_error"] / 100 for name in ("energy", "factor", "output")))
    rows = [] if errors == Errors() else years_spread(findings, errors, told["draws"], told["seed"])
    if as_json:
        record = drivers_record(findings)
        echo_json(record | {"spread": rows} if rows else record)
        return
    click.echo(drivers_table(findings))
    for row in rows:
        _print(row)
    click.echo(verdict_text(findings))


def _print(row: dict[str, Any]) -> None:
    click.echo(say(_HEADING.fill(start=row["from"], end=row["to"])))
    for name, each in row["effects"].items():
        span = f"{each['low']:>14,.0f} … {each['high']:>14,.0f} t"
        sure = f"{each['p_above']:>6.1%}" if each["low"] < each["high"] else ""
        click.echo(f"  {say(label('factor', name)):<24} {span}  {sure}".rstrip())
