"""`tanlu readings`: what meters deliver — taken in, kept, checked, summed."""

import click

from tanlu.cli.language import lang_option
from tanlu.cli.lazy import Lazy
from tanlu.types import Text

SUBS: dict[str, tuple[str, Text]] = {
    "import": (
        "tanlu.cli.readings.load:import_",
        Text("a file of readings into a park", "导入读数文件"),
    ),
    "channels": (
        "tanlu.cli.readings.channels:channels",
        Text("the tree of channels, with quality", "通道树及数据质量"),
    ),
    "key": (
        "tanlu.cli.readings.key:key",
        Text("keys of gateways that push readings", "推送读数的网关密钥"),
    ),
    "from-myems": (
        "tanlu.cli.readings.from_myems:from_myems",
        Text("meters, places and hours of a MyEMS database", "从 MyEMS 数据库导入"),
    ),
    "bills": (
        "tanlu.cli.readings.bills:bills",
        Text("bills of any period as months of a channel", "账单分摊到月"),
    ),
    "sum": (
        "tanlu.cli.readings.sum:sum_readings",
        Text("use by hour, day, month or year", "按时、日、月、年汇总用量"),
    ),
    "quality": (
        "tanlu.cli.readings.quality:quality",
        Text("how good the readings are, and why", "各通道读数质量及原因"),
    ),
    "emissions": (
        "tanlu.cli.readings.emissions:emissions",
        Text("emissions by month, day or hour", "按月、日、小时核算排放"),
    ),
    "post": (
        "tanlu.cli.readings.post:post",
        Text("months of readings into activities and flows", "读数写入活动数据与能源流"),
    ),
    "state": (
        "tanlu.cli.readings.keep:state",
        Text("what is stored, what waits", "存储状态与待归档"),
    ),
    "history": (
        "tanlu.cli.readings.keep:history",
        Text("what arrived, what was replaced", "到达记录与被替换的值"),
    ),
    "fold": ("tanlu.cli.readings.keep:fold", Text("arrivals into the table", "归档到达数据")),
    "compact": (
        "tanlu.cli.readings.keep:compact",
        Text("one sorted file a month", "压实：每月一个文件"),
    ),
    "retain": (
        "tanlu.cli.readings.keep:retain",
        Text("let go of old versions of the table", "清理旧版本"),
    ),
    "backup": ("tanlu.cli.readings.backup:backup", Text("copy while in use", "在线备份")),
    "restore": (
        "tanlu.cli.readings.backup:restore",
        Text("from a backup, counted", "从备份恢复并核对"),
    ),
}
"""Sub-command to where it is and what it does, in the order of the data."""


class Subs(Lazy):
    """The sub-commands of `tanlu readings`."""

    table = SUBS
    heading = Text("Commands", "命令")


@click.group(cls=Subs)
@lang_option
def readings() -> None:
    """Readings of meters: import, sum, check, keep / 计量读数：导入、汇总、检查、保存."""
