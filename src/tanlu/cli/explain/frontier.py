"""`tanlu explain frontier`: how far enterprises stay below their best."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import FILE, JSON, print_numbers
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_NONE = Text(
    "residuals lean the other way: no inefficiency is seen, least squares is given",
    "残差偏向相反：未见无效率，给出最小二乘结果",
)


@click.command()
@FILE
@click.option("--output", default="output", show_default=True, help="Column of output / 产出列.")
@click.option("--input", "inputs", multiple=True, metavar="COLUMN",
              help="An input; none: all other numbers / 投入列.")  # fmt: skip
@click.option("--name", default="", help="Column of names / 名称列.")
@JSON
@lang_option
def frontier(file: Path, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """A stochastic production frontier of FILE / 随机前沿生产函数."""
    from tanlu.connect.series import read_columns
    from tanlu.workflow.explain.frontier import frontier_record

    record = frontier_record(read_columns(file), told["output"], told["inputs"], told["name"])
    if as_json:
        echo_json(record)
        return
    if record["is_skewed_wrong"]:
        click.echo(say(_NONE))
    print_numbers({"(intercept)": record["intercept"], **record["coefficients"]})
    print_numbers({name: record[name] for name in ("sigma2", "gamma", "p_no_inefficiency")})
    for row in record["efficiency"]:
        click.echo(f"  {row['name']:<24} {row['value']:>10.4f}")
