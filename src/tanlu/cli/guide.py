"""`tanlu guide` and `tanlu decide`: the six steps of an inventory, resumed anywhere."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.guide.steps import Step

_PATH = click.Path(path_type=Path)
_STATES = {
    "done": Text("done", "完成"),
    "open": Text("open", "待办"),
    "blocked": Text("blocked", "受阻"),
}
_MARKS = {"done": "[x]", "open": "[ ]", "blocked": "[-]"}
_NEXT = Text("Go on with step {n}: {title}.", "请继续第 {n} 步：{title}。")
_ALL = Text("All six steps are done.", "六个步骤均已完成。")
_DECIDED = Text(
    "{park}: {expected} is decided: {reason}", "{park}：已记录对 {expected} 的判断：{reason}"
)
_NUMBERS = {
    "completeness": Text("completeness", "完整度"),
    "missing": Text("estimated as missing", "估计缺失"),
    "grade": Text("data-quality grade", "数据质量等级"),
    "combustion": Text("fuel burned", "燃料燃烧"),
    "process": Text("process", "工业过程"),
    "purchased": Text("purchased energy", "购入能源"),
    "total": Text("total", "合计"),
}


@click.command()
@click.argument("park", type=_PATH)
@click.option("--year", type=int, default=0, help="Calendar year; the latest when left out / 年份.")
@click.option("--member", default="", help="Member; the park when left out / 成员.")
@click.option("--step", type=click.IntRange(1, 6), help="One step only / 仅显示一步.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def guide(park: Path, *, year: int, member: str, step: int | None, as_json: bool) -> None:
    """Six steps from boundary to total for PARK, as it stands / 六步核算向导."""
    from tanlu.catalog.load import load_catalog
    from tanlu.connect.park import scan_park
    from tanlu.workflow.guide.job import open_job
    from tanlu.workflow.guide.record import guide_record
    from tanlu.workflow.guide.steps import steps_of

    job = open_job(scan_park(park), load_catalog(), year, member)
    record = guide_record(job)
    if as_json:
        _echo(record if step is None else record["steps"][step - 1])
        return
    click.echo(f"{record['park']} · {record['member']} · {record['year']}")
    for each in steps_of(job):
        if step in (None, each.number):
            _print(each, record["steps"][each.number - 1]["numbers"])
    following = next((s for s in steps_of(job) if s.number == record["next"]), None)
    click.echo(say(_NEXT.fill(n=following.number, title=following.title) if following else _ALL))


def _print(step: "Step", numbers: dict[str, float | None]) -> None:
    state = say(_STATES[step.state])
    click.echo(f"{_MARKS[step.state]} {step.number}. {say(step.title)} · {state}")
    click.echo(f"       {say(step.says)}")
    for code, value in numbers.items():
        if code in _NUMBERS and value is not None:
            click.echo(f"       {say(_NUMBERS[code])}: {value:,.3f}")
    for todo in step.todos:
        where = f"  [{todo.table}]" if todo.table else ""
        click.echo(f"       → {say(todo.says)}{where}")
    for fault in step.faults:
        click.echo(f"       ! {fault.line(language())}")


@click.command()
@click.argument("park", type=_PATH)
@click.argument("expected")
@click.option("--because", required=True, help="The reason; a verifier reads it / 理由.")
@click.option("--by", "name", required=True, help="Who decides / 判断人.")
@click.option("--member", default="", help="For whom; the park when left out / 成员.")
@click.option("--year", type=int, help="For one year only / 仅限某年.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def decide(
    park: Path, expected: str, *, because: str, name: str, member: str, year: int | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Record in PARK that the stream EXPECTED does not exist, and why / 记录判断及理由.

    EXPECTED is a code that `tanlu guide` shows, or boundary.
    """
    from tanlu.catalog.load import load_catalog
    from tanlu.connect.park import open_park, save_park
    from tanlu.measure.border import check
    from tanlu.workflow.guided import with_decision

    said = {
        "expected": expected,
        "member_id": member,
        "year": "" if year is None else str(year),
        "answer": "confirmed" if expected == "boundary" else "not_applicable",
        "reason": because,
        "decided_by": name,
        "decided_on": datetime.now(UTC).date().isoformat(),
    }
    draft = with_decision(open_park(park), said)
    check(draft, load_catalog())
    save_park(draft, park, force=True)
    if as_json:
        _echo(said)
        return
    click.echo(say(_DECIDED.fill(park=park, expected=expected, reason=because)))


def _echo(value: dict[str, Any]) -> None:
    from tanlu.cli.park import echo_json

    echo_json(value)
