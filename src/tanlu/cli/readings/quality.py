"""`tanlu readings quality`: how good a park's readings are, channel by channel."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.model.reading import FLAG_TEXT
from tanlu.types import Text

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--channel", "names", multiple=True, help="Channel; all when left out / 通道.")
@click.option("--from", "start", type=_DAY, help="First day / 首日.")
@click.option("--to", "end", type=_DAY, help="Day after the last one / 末日次日.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def quality(
    park: Path, names: tuple[str, ...], start: datetime | None, end: datetime | None,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """How good PARK's readings are, and why / 读数质量."""
    from tanlu.workflow.readings.open import of_folder
    from tanlu.workflow.readings.quality import quality_of, quality_record

    opened = of_folder(park)
    found = quality_of(opened, names, start and start.date(), end and end.date())
    record = quality_record(opened, found)
    if as_json:
        echo_json(record)
        return
    for row in record["channels"]:
        if not names or row["channel"] in names:
            click.echo(quality_line(row))
    for row in record["balances"]:
        click.echo(_balance(row))
    for row in record["records"]:
        if row["state"] != "within":
            click.echo(_record(row))


def quality_line(row: dict[str, Any]) -> str:
    """A channel and its quality on one line."""
    about = f"{row['channel']}  {row['name'][language()]}"
    found = row["quality"]
    if found is None:
        return f"{about}  {say(Text('no readings', '无读数'))}"
    told = Text(
        "score {score:.1%} = complete {complete:.1%} × sound {sound} × direct {direct}",
        "得分 {score:.1%} = 完整 {complete:.1%} × 可信 {sound} × 直读 {direct}",
    ).fill(
        score=found["score"] or 0.0, complete=found["parts"]["complete"] or 0.0,
        sound=_share(found["parts"]["sound_share"]), direct=_share(found["parts"]["direct_share"]),
    )  # fmt: skip
    flags = ", ".join(f"{say(FLAG_TEXT[name])} {n}" for name, n in found["flags"].items())
    return f"{about}  {say(told)}" + (f"  [{flags}]" if flags else "")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


_STATE = {
    "exceeded": Text("sub-meters exceed the whole", "分表之和超过总表"),
    "unmetered": Text("a rest that nobody meters", "存在未计量用量"),
}


_BESIDE = {
    "differs": Text("readings and record differ", "读数与记录不一致"),
    "incomplete": Text("readings of the period are incomplete", "该期间读数不完整"),
}


def _record(row: dict[str, Any]) -> str:
    amounts = f"{row['read']:,.6g} / {row['recorded']:,.6g} {row['unit']}"
    what = f"{row['table']} {row['record_id']}  {row['channel']}"
    return f"{what}  {say(_BESIDE[row['state']])}: {amounts}"


def _balance(row: dict[str, Any]) -> str:
    amounts = (
        f"{row['use']:,.6g} − {row['parts']:,.6g} = {row['rest']:,.6g} (± {row['allowed']:,.3g})"
    )
    return f"{row['day']}  {row['channel']}  {say(_STATE[row['state']])}: {amounts}"
