"""`tanlu plan diagnose`: how far from each target, what binds, which levers are large."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_VERDICTS = {
    "met": Text("met", "已达到"),
    "within_reach": Text("within reach", "有情景可达到"),
    "missed": Text("missed by every scenario", "所有情景均达不到"),
    "open": Text("open", "无法判断"),
}


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def diagnose(park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Targets, what binds, levers and what cannot be said / 诊断：差距、约束与抓手."""
    from tanlu.workflow.scenario.diagnose import diagnose as run
    from tanlu.workflow.scenario.diagnosis_view import diagnosis_view
    from tanlu.workflow.scenario.open import open_tree

    found = diagnosis_view(run(open_tree(park)))
    if as_json:
        echo_json(found)
        return
    click.echo(_said(found["answer"]))
    if found["binds_why"]:
        click.echo(f"  {_said(found['binds_why'])}")
    for each in found["distances"]:
        _distance(each)
    head = Text("levers in {y} [t CO2]: alone (low … high) · left out last · grade",
                "{y} 年抓手 [t CO2]：单独（低…高）· 最后去除 · 等级")  # fmt: skip
    click.echo(say(head.fill(y=found["lever_year"])))
    for lever in found["levers"]:
        _lever(lever)
    click.echo(say(Text("what these data cannot say:", "这些数据无法说明：")))
    for each in found["unsaid"]:
        click.echo(f"  · {_said(each['what'])}\n    → {_said(each['needs'])}")


def _said(text: dict[str, str]) -> str:
    return say(Text(text["en"], text["zh"]))


def _distance(each: dict[str, Any]) -> None:
    now = "—" if each["now"] is None else f"{each['now']['value']:.4g}"
    verdict = say(_VERDICTS[each["verdict"]])
    click.echo(f"  {_said(each['label'])}: {now} → {each['limit']:.4g} {each['unit']}, "
               f"{each['year']}: {verdict}")  # fmt: skip


def _lever(lever: dict[str, Any]) -> None:
    alone, last = lever["alone"], lever["last"]
    ends = "" if alone["lower"] is None else f" ({alone['lower']:,.0f} … {alone['upper']:,.0f})"
    left = "" if last is None else f" · {last['value']:,.0f}"
    bound = (
        say(Text(" [bound of the base year]", " [基年上限]")) if lever["kind"] == "ceiling" else ""
    )
    click.echo(f"  {alone['value']:>12,.0f}{ends}{left}  {lever['grade']}  "
               f"{_said(lever['label'])}{bound}")  # fmt: skip
