"""Questions to a plan: `tanlu plan front | curve | near | prices | futures | why`."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.cli.plan_parts import FOLDER, JSON, line
from tanlu.types import Text

_BASIS = click.option(
    "--basis", type=click.Choice(["location", "market"]), default="location", show_default=True,
    help="How bought power is valued / 外购电力的计算方法.",
)  # fmt: skip


def _question(command: Callable[..., None]) -> Callable[..., None]:
    return FOLDER(JSON(lang_option(command)))


def _tell(record: Mapping[str, Any], as_json: bool, show: Callable[[Any], None]) -> None:  # noqa: FBT001 - as click gives it
    if as_json:
        echo_json(record)
    else:
        show(record)


def _figure(value: float | None, digits: int = 0) -> str:
    return "—" if value is None else f"{round(value, digits) + 0.0:,.{digits}f}"


def _name(record: Mapping[str, Any], name: str, width: int = 24) -> str:
    """The label of a component, filled up to a width in which a Chinese character counts two."""
    label: str = record["labels"].get(name, {}).get(language()) or name
    wide = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in label)
    return label + " " * max(width - wide, 1)


@click.command("front")
@_question
@click.option("--points", default=20, show_default=True, type=click.IntRange(2, 200),
              help="How many points / 点数.")  # fmt: skip
@_BASIS
def front(folder: Path, as_json: bool, points: int, basis: Any) -> None:  # noqa: ANN401, FBT001 - as click gives it
    """Least cost for every carbon budget of FOLDER's plan / 成本与碳预算的帕累托前沿."""
    from tanlu.workflow.pathway.ask import front_record

    _tell(front_record(folder, points, basis), as_json, _show_front)


def _show_front(record: Mapping[str, Any]) -> None:
    line(Text("budget [t CO2], least present cost [CNY], a tonne less costs [CNY]",
               "碳预算 [t CO2]，最低现值成本 [CNY]，再减一吨的成本 [CNY]"))  # fmt: skip
    for point in record["points"]:
        figures = _figure(point["budget_t"]), _figure(point["cost_cny"])
        click.echo(f"{figures[0]:>16} {figures[1]:>18} {_figure(point['price_cny_per_t'], 1):>10}")


@click.command("curve")
@_question
@_BASIS
def curve(folder: Path, as_json: bool, basis: Any) -> None:  # noqa: ANN401, FBT001 - as click gives it
    """Abatement cost curve of FOLDER's plan / 减排成本曲线."""
    from tanlu.workflow.pathway.ask import curve_record

    _tell(curve_record(folder, basis), as_json, _show_curve)


def _show_curve(record: Mapping[str, Any]) -> None:
    line(Text("tonnes avoided and cost of a tonne, given the measures above; and alone",
               "在上列措施之后的减排量与每吨成本；以及单独实施时"))  # fmt: skip
    for step in record["steps"]:
        bars = [step["given"], step["alone"] or {"t": None, "cny_per_t": None}]
        shown = [f"{_figure(b['t']):>14} {_figure(b['cny_per_t'], 1):>10}" for b in bars]
        click.echo(_name(record, step["measure"]) + "  ".join(shown))
    line(Text("Bars of measures alone overlap: they do not add up.",
               "单独实施的减排量相互重叠，不可相加。"))  # fmt: skip


@click.command("near")
@_question
@click.option("--share", default=0.03, show_default=True, type=click.FloatRange(0.0, 1.0),
              help="How much more may be spent / 允许的成本增幅.")  # fmt: skip
@click.option("--count", default=20, show_default=True, type=click.IntRange(1, 200),
              help="How many designs / 方案个数.")  # fmt: skip
def near(folder: Path, as_json: bool, share: float, count: int) -> None:  # noqa: FBT001 - as click gives it
    """Designs that cost a little more than the least / 近似最优方案."""
    from tanlu.workflow.pathway.ask import near_record

    _tell(near_record(folder, share, count), as_json, _show_near)


def _show_near(record: Mapping[str, Any]) -> None:
    line(Text("last period, at up to {s:.0%} more cost: optimum, least, greatest [MW]",
               "末期，成本至多增加 {s:.0%}：最优、最小、最大 [MW]"), s=record["share"])  # fmt: skip
    for name, span in record["ranges"].items():
        figures = [f"{_figure(span[key], 2):>12}" for key in ("optimum", "least", "most")]
        click.echo(_name(record, name) + "".join(figures))


@click.command("prices")
@_question
def prices(folder: Path, as_json: bool) -> None:  # noqa: FBT001 - as click gives it
    """What each limit of FOLDER's plan costs at the margin / 影子价格."""
    from tanlu.workflow.pathway.ask import prices_record

    _tell(prices_record(folder), as_json, _show_prices)


def _show_prices(record: Mapping[str, Any]) -> None:
    line(_PRICES)
    for each in record["prices"]:
        if each["price_cny"] <= 0:
            continue
        price = each["price_cny"] if each["yearly_cny"] is None else each["yearly_cny"]
        span = f"{_figure(each['low'])} … {_figure(each['high'])}"
        year = each["year"] or ""
        click.echo(
            f"{each['kind']:<10}{_name(record, each['name'])}{year:<6}{price:>16,.2f}   {span}"
        )


@click.command("futures")
@_question
@click.option("--draws", default=None, type=click.IntRange(1, 100_000),
              help="How many futures; else as futures.yaml says / 情景抽样数.")  # fmt: skip
def futures(folder: Path, as_json: bool, draws: int | None) -> None:  # noqa: FBT001 - as click gives it
    """The plan in many futures; decisions that hold in nearly all / 多情景稳健性."""
    from tanlu.workflow.pathway.ask import futures_record

    _tell(futures_record(folder, draws), as_json, _show_futures)


def _show_futures(record: Mapping[str, Any]) -> None:
    line(Text("{n} futures, {f} of them feasible; cost when planned anew, and of this plan "
               "[CNY]: 5, 25, 50, 75, 95 %",
               "{n} 个情景，其中 {f} 个可行；重新规划与按本方案执行的成本 [CNY]："
               "5、25、50、75、95%"), n=record["draws"], f=record["feasible"])  # fmt: skip
    for key in ("best_cny", "fixed_cny"):
        click.echo("  ".join(_figure(value) for value in record[key].values()))
    line(Text("knowing the future beforehand would save [CNY]: {v}",
               "预知未来的价值 [CNY]：{v}"), v=_figure(record["information_cny"]))  # fmt: skip
    holds = Text("holds in {s:.0%} of futures: no regret", "在 {s:.0%} 的情景中成立：无悔")
    waits = Text("holds in {s:.0%} of futures: may wait", "在 {s:.0%} 的情景中成立：可观望")
    for name, told in record["decisions"].items():
        text = (holds if told["no_regret"] else waits).fill(s=told["share"])
        click.echo(f"{_name(record, name)}{told['mw']:>10,.2f} MW  {say(text)}")


@click.command("why")
@_question
def why(folder: Path, as_json: bool) -> None:  # noqa: FBT001 - as click gives it
    """Which targets of FOLDER's plan contradict each other / 目标冲突的原因."""
    from tanlu.workflow.pathway.ask import why_record

    _tell(why_record(folder), as_json, _show_why)


def _show_why(record: Mapping[str, Any]) -> None:
    if record["feasible"]:
        line(Text("All targets can be kept together.", "全部目标可以同时满足。"))
        return
    names = ", ".join(p["name"] + " (" + p["text"][language()] + ")" for p in record["policies"])
    if names:
        line(
            Text("These cannot be kept together: {names}", "下列目标不能同时满足：{names}"),
            names=names,
        )
    else:
        line(Text("Needs cannot be met even without targets; see: {places}",
                   "即使没有目标，需求也无法满足；参见：{places}"),
              places=", ".join(record["places"]))  # fmt: skip
    if record["ways"]:
        line(Text("Any one of these would resolve it:", "下列任一改变即可解决："))
    for way in record["ways"]:
        click.echo(f"  - {way['text'][language()]}")


_PRICES = Text(
    "one unit less of the limit (of energy: 1 MW more of even demand) costs, in money of the "
    "year; holds while the limit is between",
    "限值收紧一个单位（能源：全年均匀多用 1 MW）的当年成本；限值在下列区间内有效",
)
QUESTIONS = (front, curve, near, prices, futures, why)
