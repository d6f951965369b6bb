"""`tanlu synth`: an invented park with a year of readings."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.synth.write import Made

_MONTH = Text("  month {month} of 12", "  第 {month} 月，共 12 月")
_MADE = Text(
    "{path}: an invented park of {members} members and {channels} channels, {readings} readings.",
    "{path}：虚构园区，{members} 个成员、{channels} 个通道、{readings} 条读数。",
)
_FAULTS = Text(
    "Faults hidden in them, listed in {truth}: {faults}",
    "其中埋入的异常（清单见 {truth}）：{faults}",
)
_CLEAN = Text("No faults are hidden in them.", "未埋入异常。")
_NEXT = Text("Next: tanlu check {path}", "下一步：tanlu check {path}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--enterprises", type=int, default=1300, show_default=True, help="企业数。")
@click.option("--meters", type=int, default=13000, show_default=True, help="表计数。")
@click.option("--year", type=int, default=2025, show_default=True, help="年份。")
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Same seed, same park / 种子。",
)
@click.option(
    "--minutes", type=int, default=15, show_default=True, help="Between readings / 采样间隔。"
)
@click.option(
    "--networks",
    is_flag=True,
    help="Records of power, steam, heat ring and cold between members / 含成员间能源流与热力环网。",
)
@click.option("--no-faults", is_flag=True, help="Readings without faults / 不含异常。")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def synth(
    folder: Path,
    *,
    enterprises: int,
    meters: int,
    year: int,
    seed: int,
    minutes: int,
    no_faults: bool,
    networks: bool,
    as_json: bool,
) -> None:
    """Make an invented park with a year of readings in FOLDER / 生成虚构园区及全年读数."""
    from tanlu.cli.park import echo_json
    from tanlu.workflow.synth.size import Size
    from tanlu.workflow.synth.write import write_park

    size = Size(enterprises, meters, year, seed, minutes, not no_faults, networks)
    made = write_park(folder, size, None if as_json else _tell)
    if as_json:
        echo_json(_record(made))
    else:
        _say(made)


def _tell(month: int) -> None:
    click.echo(say(_MONTH.fill(month=month)), err=True)


def _say(made: "Made") -> None:
    from tanlu.workflow.synth.write import TRUTH

    counts = {name: f"{made.tables[name]:,}" for name in ("members", "channels")}
    click.echo(say(_MADE.fill(path=made.folder, readings=f"{made.readings:,}", **counts)))
    faults = ", ".join(f"{kind} {count}" for kind, count in made.faults.items())
    truth = made.folder / "readings" / TRUTH
    click.echo(say(_FAULTS.fill(truth=truth, faults=faults) if faults else _CLEAN))
    click.echo(say(_NEXT.fill(path=made.folder)))


def _record(made: "Made") -> dict[str, Any]:
    from tanlu.workflow.synth.write import TRUTH

    return {
        "folder": str(made.folder),
        "tables": dict(made.tables),
        "readings": made.readings,
        "faults": dict(made.faults),
        "truth": str(made.folder / "readings" / TRUTH),
    }
