"""`tanlu explain`: why emissions changed; decompositions, then regressions behind a verdict."""

import click

from tanlu.cli.language import lang_option
from tanlu.cli.lazy import Lazy
from tanlu.types import Text

SUBS: dict[str, tuple[str, Text]] = {
    "drivers": (
        "tanlu.cli.explain.drivers:drivers",
        Text("drivers of a park's change, and the verdict", "园区变化的驱动因素与可识别性"),
    ),
    "which": (
        "tanlu.cli.explain.which:which",
        Text("which methods a table allows", "数据适用哪些方法"),
    ),
    "lmdi": (
        "tanlu.cli.explain.lmdi:lmdi",
        Text("a change of factors, split without residue", "LMDI 因素分解"),
    ),
    "kaya": (
        "tanlu.cli.explain.kaya:kaya",
        Text("Kaya, IPAT, ImPACT, with shares of shares", "Kaya、IPAT、ImPACT 及多层结构分解"),
    ),
    "index": (
        "tanlu.cli.explain.index:index",
        Text("the older formulas side by side, Shapley, Owen", "各指数方法并列，Shapley、Owen"),
    ),
    "spread": (
        "tanlu.cli.explain.spread:spread",
        Text("how sure effects are, factors shared", "效应的不确定性（共享因子）"),
    ),
    "traced": (
        "tanlu.cli.explain.traced:traced",
        Text("why traced carbon changed: grid, PV, storage, loss", "追踪碳强度变化的原因"),
    ),
    "tapio": (
        "tanlu.cli.explain.tapio:tapio",
        Text("whether emissions part from output", "Tapio 脱钩"),
    ),
    "sda": (
        "tanlu.cli.explain.sda:sda",
        Text("a change of trade between enterprises", "投入产出结构分解"),
    ),
    "gdim": (
        "tanlu.cli.explain.gdim:gdim",
        Text("generalised Divisia on indices, experimental", "GDIM（指数，试验性）"),
    ),
    "regress": (
        "tanlu.cli.explain.regress:regress",
        Text("slopes of drivers, where data carry them", "回归（先判可识别性）"),
    ),
    "forecast": (
        "tanlu.cli.explain.forecast:forecast",
        Text("what slopes say of stated growth", "STIRPAT 情景预测"),
    ),
    "ekc": (
        "tanlu.cli.explain.ekc:ekc",
        Text("whether emissions turn as output grows", "环境库兹涅茨曲线"),
    ),
    "panel": (
        "tanlu.cli.explain.panel:panel",
        Text("many enterprises over many months", "企业面板回归"),
    ),
    "granger": (
        "tanlu.cli.explain.granger:granger",
        Text("whether one series foretells another", "格兰杰检验"),
    ),
    "frontier": (
        "tanlu.cli.explain.frontier:frontier",
        Text("how far enterprises stay below their best", "随机前沿"),
    ),
}


class Explain(Lazy):
    """The sub-commands of `explain`."""

    table = SUBS
    heading = Text("Commands", "子命令")


@click.group(cls=Explain)
@lang_option
def explain() -> None:
    """Why emissions changed / 分析排放变化原因."""
