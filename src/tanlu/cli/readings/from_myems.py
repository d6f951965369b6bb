"""`tanlu readings from-myems`: a MyEMS database into a park."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_TOLD = Text(
    "{members} members and {channels} channels added; {taken} hours taken, {unchanged} unchanged, "
    "{corrected} corrected; {left} meters left out.",
    "新增成员 {members} 个、通道 {channels} 个；导入 {taken} 个小时值，未变 {unchanged}，"
    "更正 {corrected}；略过计量表 {left} 个。",
)
_ZERO = Text(
    "  {name}: {share:.0%} zeros; MyEMS writes a zero where a meter sent nothing: look at them.",
    "  {name}：{share:.0%} 为零；MyEMS 在表计无数据时写入零，请核对。",
)
_MUCH = 0.05


@click.command("from-myems")
@click.argument("source")
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def from_myems(source: str, park: Path, *, as_json: bool) -> None:
    """Take SOURCE (URL or folder of CSV) of MyEMS into PARK / 从 MyEMS 导入."""
    from tanlu.cli.readings.load import who
    from tanlu.workflow.readings.from_myems import from_myems as take

    record = take(source, park, who())
    if as_json:
        echo_json(record)
        return
    counts = {name: record[name] for name in ("taken", "unchanged", "corrected")}
    click.echo(say(_TOLD.fill(**record["added"], **counts, left=len(record["left_out"]))))
    for name, share in record["zeros"].items():
        if share > _MUCH:
            click.echo(say(_ZERO.fill(name=name, share=share)))
