"""`tanlu plan solve`: the least-cost design of a plan's folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.connect.plan.folder import PlanFolder
    from tanlu.plan.design import Design
    from tanlu.plan.repair import Round

_STATUS = {
    "optimal": Text("optimal", "最优"),
    "infeasible": Text("infeasible: no plan keeps all policies", "不可行：没有方案能满足全部约束"),
    "unbounded": Text("unbounded: something earns without limit", "无界：存在无限获利"),
    "stopped": Text("stopped before the optimum was proven", "在证明最优之前停止"),
}


@click.command("solve")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--no-repair",
    "is_rough",
    is_flag=True,
    help="Typical days only, not mended against the whole year / 仅典型日，不作全年修正.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def solve_plan(folder: Path, is_rough: bool, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Least-cost plan of FOLDER / 求解最低成本路径."""
    from tanlu.workflow.pathway.folder import solve_folder
    from tanlu.workflow.pathway.record import design_record

    plan, design = solve_folder(folder, mend=not is_rough, tell=_tell)
    if as_json:
        echo_json(design_record(plan, design))
    else:
        print_design(plan, design)


def _tell(done: "Round") -> None:
    line = Text(
        "round {n}: {days} days, {low:,.0f} … {high:,.0f} CNY, not served {u:,.3f} MWh",
        "第 {n} 轮：{days} 个代表日，{low:,.0f} … {high:,.0f} CNY，未满足 {u:,.3f} MWh",
    )
    costs = {"low": done.lower_cny, "high": done.cost_cny, "u": done.unserved_mwh}
    click.echo(say(line.fill(n=done.number, days=done.days, **costs)), err=True)


@click.command("examples")
@click.argument("folder", type=click.Path(path_type=Path))
@lang_option
def plan_examples(folder: Path) -> None:
    """Copy example plans into FOLDER / 复制示例路径文件夹."""
    from tanlu.workflow.pathway.folder import copy_examples

    for made in copy_examples(folder):
        click.echo(str(made))


def print_design(plan: "PlanFolder", design: "Design") -> None:
    """A design as lines of text."""
    click.echo(say(plan.label))
    status = _STATUS.get(design.status, Text(design.status, design.status))
    solved = Text(
        "{status}; {algorithm}, {days} days, {build:.2f} s to build, {solve:.2f} s to solve",
        "{status}；算法 {algorithm}，{days} 个代表日，建模 {build:.2f} s，求解 {solve:.2f} s",
    )
    words = {"status": status, "algorithm": design.algorithm}
    times = {"build": design.build_s, "solve": design.solve_s}
    click.echo(say(solved.fill(days=design.model.system.slices.count, **words, **times)))
    if design.objective_cny is None:
        return
    _print_cost(design)
    for period in design.periods:
        _print_period(plan, design, period.year)


def _print_cost(design: "Design") -> None:
    lines = {
        Text("present cost [CNY]", "现值成本 [CNY]"): design.objective_cny,
        Text("no plan costs less than [CNY]", "成本下界 [CNY]"): design.lower_bound_cny,
        Text("cost through all hours [CNY]", "全年运行成本 [CNY]"): design.full_year_cost_cny,
        Text("not served [MWh]", "未满足需求 [MWh]"): design.unserved_mwh,
    }
    for label, value in lines.items():
        shown = "—" if value is None else f"{value:,.0f}"
        click.echo(f"  {say(label)}: {shown}")
    if design.interval is not None:
        width = Text("  width of the interval: {w:.2%}", "  成本区间宽度：{w:.2%}")
        click.echo(say(width.fill(w=design.interval)))


def _print_period(plan: "PlanFolder", design: "Design", year: int) -> None:
    period = next(p for p in design.periods if p.year == year)
    head = Text(
        "{year}: {location:,.0f} t CO2 by location, {market:,.0f} t by market, offsets "
        "{offset:,.0f} t; {cost:,.0f} CNY a year",
        "{year}：位置法 {location:,.0f} t CO2，市场法 {market:,.0f} t，抵消 {offset:,.0f} t；"
        "年成本 {cost:,.0f} CNY",
    )
    tonnes = {"location": period.co2_t, "market": period.co2_market_t, "offset": period.offset_t}
    click.echo(say(head.fill(year=year, cost=period.cost_cny, **tonnes)))
    price = design.co2_cny_per_t.get(year)
    if price:
        line = Text("  a tonne less costs {p:,.1f} CNY", "  再减一吨的成本 {p:,.1f} CNY")
        click.echo(say(line.fill(p=price)))
    for name, value in period.capacity.items():
        if abs(value) > 1e-6:
            label = plan.labels.get(name)
            click.echo(f"    {label.of(language()) if label else name}: {value:,.3f}")
