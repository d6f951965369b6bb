"""`tanlu explain regress`: slopes of drivers, where the data can carry them."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_METHODS = ("ols", "ridge", "pls", "pcr", "lasso", "bayes")
_VERDICT = {
    "identified": Text("identified: the data carry slopes", "可识别：数据足以支撑系数"),
    "weak": Text(
        "weak: slopes rest on fewer than 5 degrees of freedom; no interval is given",
        "较弱：自由度不足 5，不给出区间",
    ),
    "under-determined": Text("under-determined: no slope is reported", "欠定：不报告系数"),
}
_STILL = Text("does not move, not estimable: {names}", "无变化，无法估计：{names}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--target", required=True, help="Explained column / 被解释变量列.")
@click.option("--method", type=click.Choice(_METHODS), default="ridge", show_default=True,
              help="Estimator / 估计方法.")  # fmt: skip
@click.option(
    "--k", default="",
    help="Ridge: number (MASS convention) or hkb, lw, gcv, loocv; lasso: penalty; "
    "pls, pcr: components; bayes: prior's width / 岭参数等.",
)  # fmt: skip
@click.option("--log/--linear", "logs", default=True, show_default=True,
              help="In natural logarithms or as they are / 对数或原值.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def regress(
    file: Path, target: str, method: str, k: str, logs: bool, as_json: bool  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """Explain a column of FILE by its other columns / 回归分析驱动因素."""
    from tanlu.workflow.regressions import read_regression, regression_record

    record = regression_record(read_regression(file, target, logs=logs), method, k)
    if as_json:
        echo_json(record)
        return
    _print(record)


def _print(record: dict[str, Any]) -> None:
    click.echo(say(_VERDICT[record["verdict"]]))
    if record["not_estimable"]:
        click.echo(say(_STILL.fill(names=", ".join(record["not_estimable"]))))
    if record["coefficients"] is None:
        click.echo(record["reason"][language()])
        return
    if record["k"] is not None:
        click.echo(f"k = {record['k']:.6g} ({record['chosen_by']}, MASS)")
    for name, slope in record["coefficients"].items():
        click.echo(f"  {name:<24} {slope:>16.8g}")
    click.echo(f"  {'(intercept)':<24} {record['intercept']:>16.8g}")
