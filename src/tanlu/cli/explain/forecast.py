"""`tanlu explain forecast`: what slopes say of stated growth."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import FILE, JSON, SEED, WITHOUT
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.pairs import pairs
from tanlu.cli.park import echo_json
from tanlu.types import Text

_BEYOND = Text("beyond what was observed", "超出观测范围")
_METHODS = ("ols", "ridge", "pls", "pcr", "lasso", "elastic", "bayes")


@click.command()
@FILE
@click.option("--target", required=True, help="Explained column / 被解释变量列.")
@click.option("--growth", multiple=True, metavar="DRIVER=RATE",
              help="Yearly: output=5%, with its deviation output=5%:1% / 年增长率.")  # fmt: skip
@click.option("--years", type=click.IntRange(1, 100), default=10, show_default=True,
              help="How many years / 年数.")  # fmt: skip
@click.option("--method", type=click.Choice(_METHODS), default="ridge", show_default=True,
              help="Estimator / 估计方法.")  # fmt: skip
@click.option("--k", default="", help="As in `explain regress` / 同 regress.")
@click.option("--draws", type=click.IntRange(100, 100_000), default=1000, show_default=True,
              help="How many draws / 抽样次数.")  # fmt: skip
@SEED
@WITHOUT
@JSON
@lang_option
def forecast(file: Path, target: str, growth: tuple[str, ...], as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Emissions of coming years by a regression of FILE / STIRPAT 情景预测."""
    from tanlu.connect.series import read_columns, without
    from tanlu.workflow.explain.forecast import Future, forecast_record
    from tanlu.workflow.regression_parts import Wanted

    wanted = Wanted(told["method"], told["k"], draws=told["draws"], seed=told["seed"])
    future = Future(_rates(growth), told["years"])
    table = without(read_columns(file), told["without"])
    record = forecast_record(table, target, wanted, future)
    if as_json:
        echo_json(record)
        return
    for warning in record["warnings"]:
        click.echo(warning[language()])
    if record["coefficients"] is None:
        click.echo(record["reason"][language()])
        return
    for row in record["years"]:
        beyond = f"  {say(_BEYOND)}" if row["is_extrapolated"] else ""
        span = f"[{row['low']:.4f}, {row['high']:.4f}]"
        click.echo(f"  +{row['year']:<3} {row['central']:.4f}  {span}{beyond}")


def _rates(texts: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    found = {}
    for text in texts:
        count = text.rpartition("=")[2].count(":") + 1
        for name, numbers in pairs([text], count).items():
            found[name] = (numbers[0], numbers[1] if count > 1 else 0.0)
    return found
