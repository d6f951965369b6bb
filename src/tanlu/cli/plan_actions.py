"""`tanlu plan actions`: who does what when, cash flow, what if one slips."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.cli.plan_parts import FOLDER, JSON, line
from tanlu.types import Text


@click.command("actions")
@FOLDER
@click.option(
    "--slip", "late", default=None, help="What if this component comes late / 某部件推迟一期."
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=None,
    help="Write the plan to this workbook / 写入 Excel 工作簿.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file / 覆盖已有文件.")
@JSON
@lang_option
def actions(
    folder: Path, late: str | None, out: Path | None, force: bool, as_json: bool  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """FOLDER's plan as dated actions with owner, money and tonnes / 分年度行动清单."""
    from tanlu.workflow.pathway.actions import (
        actions_record,
        dated,
        slip_record,
        write_plan_workbook,
    )

    made = dated(folder)
    record = slip_record(made, late) if late else actions_record(made)
    if out is not None:
        write_plan_workbook(made, out, language(), force=force)
    if as_json:
        echo_json(record)
    elif late:
        _show_slip(record)
    else:
        _show(record)


def _show(record: Mapping[str, Any]) -> None:
    line(_HEAD)
    owners = record["labels"]["owners"]
    for each in record["actions"]:
        owner = owners.get(each["owner"], {}).get(language()) or "—"
        avoided = "—" if each["avoided_t"] is None else f"{each['avoided_t']:,.0f}"
        click.echo(
            f"{each['year']}  {each['label'][language()]}  {each['mw']:,.2f}  "
            f"{each['investment_cny']:,.0f}  {avoided}  {owner}"
        )


def _show_slip(record: Mapping[str, Any]) -> None:
    if not record["targets_kept"]:
        click.echo(say(Text("A period late, the targets can no longer be kept.",
                            "推迟一期后，目标无法实现。")))  # fmt: skip
    else:
        line(_LATE, cny=record["cost_cny"], t=record["co2_t"])
        for name, years in record["moved_mw"].items():
            moves = ", ".join(f"{year}: {mw:+,.2f} MW" for year, mw in years.items())
            click.echo(f"  {name}: {moves}")
    if record["waiting"]:
        waits = Text("Waiting for it: {names}", "以它为前提：{names}")
        click.echo(say(waits.fill(names=", ".join(record["waiting"]))))


_HEAD = Text(
    "year, action, MW, investment [CNY], avoided given the others [t CO2], owner",
    "年份，行动，MW，投资 [CNY]，在其他措施之后的减排量 [t CO2]，责任主体",
)
_LATE = Text(
    "A period late costs {cny:,.0f} CNY more (present value); emissions change by {t:,.0f} t.",
    "推迟一期多花 {cny:,.0f} CNY（现值），排放变化 {t:,.0f} t。",
)
