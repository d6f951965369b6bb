"""`tanlu readings post`: months of readings into the park's activities and flows."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.workflow.readings.post import Done

_WHY = {
    "no_readings": Text("no readings", "没有读数"),
    "missing": Text("intervals are missing; see --accept-missing", "有缺数，可用 --accept-missing"),
    "generation": Text("own generation: enter it in flows with its origin",
                       "自发电：请在 flows 表填写并注明来源"),
    "negative": Text("its use is below zero", "用量为负"),
    "to_itself": Text("it would flow from a member to itself", "送出与接收为同一成员"),
}  # fmt: skip
_DONE = Text("{posted} records posted, {replaced} older ones replaced, {left} months left out",
             "写入 {posted} 条记录，替换旧记录 {replaced} 条，未写入 {left} 个月")  # fmt: skip


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--year", type=int, required=True, help="Calendar year / 年份.")
@click.option("--month", type=click.IntRange(1, 12), help="One month; all when left out / 月份.")
@click.option("--accept-missing", is_flag=True,
              help="Post months with gaps, as estimated / 缺数月份按估计写入.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def post(park: Path, year: int, month: int | None, accept_missing: bool, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Write readings of PARK into its activities and flows / 将读数写入活动数据与能源流."""
    from tanlu.catalog.load import load_catalog
    from tanlu.workflow.readings.open import of_folder
    from tanlu.workflow.readings.post import post as write
    from tanlu.workflow.readings.post import span_to_post

    span = span_to_post(year, month)
    done = write(of_folder(park), park, load_catalog(), span, accepts_missing=accept_missing)
    for fault in done.faults:
        click.echo(fault.line(language()), err=True)
    if as_json:
        echo_json(_record(done))
        return
    for one in done.left:
        click.echo(f"{one.channel_id} {one.month}: {say(_WHY[one.why])} ({one.missing})", err=True)
    counts = {"posted": len(done.posted), "replaced": done.replaced, "left": len(done.left)}
    click.echo(say(_DONE.fill(**counts)))


def _record(done: "Done") -> dict[str, Any]:
    return {
        "posted": [
            {"table": one.table, "missing": one.missing, **one.cells} for one in done.posted
        ],
        "replaced": done.replaced,
        "left": [
            {"channel": one.channel_id, "period": one.month, "reason": one.why,
             "missing": one.missing}
            for one in done.left
        ],
    }  # fmt: skip
