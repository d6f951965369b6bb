"""`tanlu explain regress`: slopes of drivers, where the data can carry them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.explain.asked import FILE, JSON, SEED, WITHOUT
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.pairs import pairs
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.regression_parts import Wanted

_METHODS = ("ols", "ridge", "pls", "pcr", "lasso", "elastic", "bayes")
_VERDICT = {
    "identified": Text("identified: the data carry slopes", "可识别：数据足以支撑系数"),
    "weak": Text(
        "weak: slopes rest on fewer than 5 degrees of freedom; no interval is given",
        "较弱：自由度不足 5，不给出区间",
    ),
    "under-determined": Text("under-determined: no slope is reported", "欠定：不报告系数"),
}
_LEFT_OUT = Text("no numbers, left out: {names}", "非数值列，未纳入：{names}")
_FIXED = Text("the best fit fixes no more than ", "最佳拟合只确定：")
_OPEN = Text("any slope fits as well: {names}", "任意系数均同样拟合：{names}")
_ASSUMED = Text(
    "assuming {name} {slope}: {slopes} (rests on the assumption)",
    "若假定 {name} 为 {slope}：{slopes}（取决于该假定）",
)
_PRIOR = Text(
    "with its prior, {name} {mean} ± {sd}: the prior decides",
    "按先验，{name} 为 {mean} ± {sd}：由先验决定",
)
_STILL = Text("does not move, not estimable: {names}", "无变化，无法估计：{names}")


@click.command()
@FILE
@click.option("--target", required=True, help="Explained column / 被解释变量列.")
@click.option("--method", type=click.Choice(_METHODS), default="ridge", show_default=True,
              help="Estimator / 估计方法.")  # fmt: skip
@click.option(
    "--k", default="",
    help="Ridge: number (MASS convention) or hkb, lw, gcv, loocv, trace; lasso, elastic: penalty; "
    "pls, pcr: components; bayes: prior's width / 岭参数等.",
)  # fmt: skip
@click.option("--log/--linear", "logs", default=True, show_default=True,
              help="In natural logarithms or as they are / 对数或原值.")  # fmt: skip
@click.option("--share", type=click.FloatRange(0, 1), default=0.5, show_default=True,
              help="Lasso's part of an elastic net / 弹性网中 L1 的占比.")  # fmt: skip
@click.option("--prior", "priors", multiple=True, metavar="DRIVER=MEAN:SD",
              help="Bayes: slope expected of a driver / 贝叶斯先验.")  # fmt: skip
@click.option("--draws", type=click.IntRange(0, 100_000), default=0, show_default=True,
              help="Draws for intervals of slopes / 自助法抽样次数.")  # fmt: skip
@SEED
@click.option("--assume", "assumed", multiple=True, metavar="DRIVER=SLOPE",
              help="Where slopes are refused: what follows / 假定某一系数时的解.")  # fmt: skip
@click.option("--not-negative", "not_negative", multiple=True, metavar="DRIVER",
              help="Where slopes are refused: a slope of 0 at least / 系数不为负.")  # fmt: skip
@click.option("--noise", type=click.FloatRange(min=0, min_open=True), default=0.001,
              show_default=True, help="Refused and bayes: the noise / 已知噪声.")  # fmt: skip
@WITHOUT
@JSON
@lang_option
def regress(file: Path, target: str, logs: bool, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Explain a column of FILE by its other columns / 回归分析驱动因素."""
    from tanlu.connect.series import read_columns, without
    from tanlu.workflow.regressions import regress_table

    table = without(read_columns(file), told["without"])
    record = regress_table(table, target, _wanted(told), logs=logs)
    if as_json:
        echo_json(record)
        return
    _print(record)


def _wanted(told: dict[str, Any]) -> "Wanted":
    from tanlu.explain.regress import Extras
    from tanlu.workflow.regression_parts import Wanted

    priors = {name: (mean, sd) for name, (mean, sd) in pairs(told["priors"], 2).items()}
    assumed = {name: slope for name, (slope,) in pairs(told["assumed"], 1).items()}
    extras = Extras(told["share"], priors)
    return Wanted(
        told["method"], told["k"], extras, told["draws"], told["seed"], assumed,
        told["not_negative"], told["noise"],
    )  # fmt: skip


def _print(record: dict[str, Any]) -> None:
    click.echo(say(_VERDICT[record["verdict"]]))
    if record["not_estimable"]:
        click.echo(say(_STILL.fill(names=", ".join(record["not_estimable"]))))
    for warning in record["warnings"]:
        click.echo(warning[language()])
    if record["not_numeric"]:
        click.echo(say(_LEFT_OUT.fill(names=", ".join(record["not_numeric"]))))
    if record["coefficients"] is None:
        click.echo(record["reason"][language()])
        _print_open(record["solutions"])
        return
    if record["k"] is not None:
        click.echo(f"k = {record['k']:.6g} ({record['chosen_by']}, MASS)")
    for name, slope in record["coefficients"].items():
        click.echo(f"  {name:<24} {slope:>16.8g}" + _interval(record, name))
    click.echo(f"  {'(intercept)':<24} {record['intercept']:>16.8g}")


def _interval(record: dict[str, Any], name: str) -> str:
    if "intervals" not in record:
        return ""
    low, high = record["intervals"][name]
    return f"  [{low:.6g}, {high:.6g}]"


def _print_open(found: dict[str, Any]) -> None:
    if not found["unbounded"]:
        return
    click.echo(say(_OPEN.fill(names=", ".join(found["unbounded"]))))
    for contrast in found["contrasts"]:
        click.echo(say(_FIXED) + f"{_sum(contrast['weights'])} = {contrast['value']:.4f}")
    for each in found["assuming"]:
        slopes = ", ".join(f"{n} {b:.4f}" for n, b in each["coefficients"].items())
        told = _ASSUMED.fill(name=each["driver"], slope=f"{each['slope']:g}", slopes=slopes)
        click.echo(say(told))
        for name, (low, high) in each.get("within_rounding", {}).items():
            click.echo(f"  {name:<24} [{low:.4f}, {high:.4f}]")
    for name, ends in found.get("not_negative", {}).items():
        low, high = ("∞" if end is None else f"{end:.4f}" for end in ends)
        click.echo(f"  {name:<24} {low} … {high}")
    for name, each in found.get("bayes", {}).get("coefficients", {}).items():
        told = _PRIOR.fill(name=name, mean=f"{each['mean']:.3f}", sd=f"{each['deviation']:.3f}")
        click.echo(say(told))


def _sum(weights: dict[str, float]) -> str:
    return " ".join(f"{weight:+.4f} {name}" for name, weight in weights.items())
