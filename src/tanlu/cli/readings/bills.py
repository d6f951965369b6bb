"""`tanlu readings bills`: bills of any period, as days and months of a channel."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_PATH = click.Path(path_type=Path)
_TOLD = Text(
    "{rows} bills by {method}: {taken} days taken, {unchanged} unchanged, {corrected} corrected, "
    "{refused} refused.",
    "{rows} 张账单，按 {method} 分摊：导入 {taken} 天，未变 {unchanged}，更正 {corrected}，"
    "拒绝 {refused}。",
)


@click.command("bills")
@click.argument("park", type=_PATH)
@click.argument("file", type=_PATH)
@click.option(
    "--map", "map_path", type=_PATH, required=True, help="What the columns are / 列映射。"
)
@click.option(
    "--by", default="days", show_default=True,
    help="days, or shape:CHANNEL of the same days / 按天数，或按某通道的曲线。",
)  # fmt: skip
@click.option("--why", default="", help="Reason kept with the readings / 导入说明。")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON。")
@lang_option
def bills(park: Path, file: Path, *, map_path: Path, by: str, why: str, as_json: bool) -> None:
    """Load bills of FILE into PARK; they become months / 导入账单并分摊到月."""
    from tanlu.cli.readings.load import who
    from tanlu.connect.readings.bills import read_bill_map
    from tanlu.workflow.readings.bills import BillRequest, load_bills

    shape = by.partition(":")[2] if by.startswith("shape:") else ""
    if by != "days" and not shape:
        raise click.BadParameter("days | shape:CHANNEL", param_hint="--by")
    request = BillRequest(park, file, read_bill_map(map_path), shape, who(), why)
    record = load_bills(request)
    if as_json:
        echo_json(record)
        return
    words = {name: record[name] for name in ("rows", "method", "taken", "unchanged", "corrected")}
    click.echo(say(_TOLD.fill(**words, refused=len(record["refused"]))))
    for month in record["months"]:
        click.echo(
            f"  {month['channel']}  {month['month']}  {month['quantity']:,.6g} {month['unit']}"
        )
