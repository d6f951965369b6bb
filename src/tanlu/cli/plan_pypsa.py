"""`tanlu plan pypsa`: a PyPSA network, solved."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.pypsa import Solved

_STATUS = {
    "optimal": Text("optimal", "最优"),
    "infeasible": Text("infeasible: the constraints contradict each other", "不可行：约束相互矛盾"),
    "unbounded": Text("unbounded: costs can fall without end", "无界：成本可无限降低"),
    "infeasible_or_unbounded": Text("infeasible or unbounded", "不可行或无界"),
    "stopped": Text("stopped before the optimum", "未达最优即停止"),
    "failed": Text("the solver failed", "求解失败"),
}


@click.command("pypsa")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def pypsa(folder: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Least cost of an exported PyPSA network / 求解 PyPSA 网络."""
    from tanlu.workflow.pypsa import record, solve_pypsa

    solved = solve_pypsa(folder)
    if as_json:
        echo_json(record(solved))
        return
    for notice in solved.network.notices:
        click.echo(notice.line(language()), err=True)
    _print(solved)


def _print(solved: "Solved") -> None:
    from tanlu.workflow.pypsa import record

    found = record(solved)
    click.echo(f"{solved.network.name}: {say(_STATUS[found['status']])}")
    if found["objective"] is None:
        return
    _line(Text("Objective (n.objective)", "目标值（n.objective）"), found["objective"])
    constant = Text("Fixed cost of what stands already, not in it", "未计入的既有容量固定成本")
    _line(constant, found["objective_constant"])
    for key in ("p_nom_opt", "s_nom_opt", "e_nom_opt"):
        for name, value in found[key].items():
            click.echo(f"  {key}  {name}: {value:,.6g}")
    for name, value in found["global_constraints"].items():
        click.echo(f"  mu  {name}: {value:,.6g}")
    if isinstance(found["co2_price"], float):
        _line(Text("Cost of the last tonne of CO2", "最后一吨 CO2 的成本"), found["co2_price"])


def _line(label: Text, value: float) -> None:
    click.echo(f"{say(label)}: {value:,.6g}")
