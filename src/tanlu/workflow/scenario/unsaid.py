"""What cannot be said from a park's data, in plain words, each with what would help."""

from dataclasses import dataclass

import polars as pl

from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.scenario.stated import assumed_record

_SHARE_TOLD = 0.05


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A question that these data leave open, and what would answer it."""

    code: str
    what: Text
    needs: Text


def unsaid(opened: Opened) -> list[Unsaid]:
    """Everything a reader might take from the diagnosis that the data do not carry."""
    findings = opened.findings
    if findings is None:
        return [*_assumed(opened)]
    return [
        *_assumed(opened),
        *_members(findings),
        *_regression(findings),
        *_estimated(findings, opened.tree.base_year),
        *_prices(findings),
        *_published(findings, opened.tree.base_year),
        _costs(),
    ]


def _assumed(opened: Opened) -> list[Unsaid]:
    if not opened.is_own:
        return [Unsaid(
            "no_sectors",
            Text("Which sector, end use or device emits: the records are totals of carriers.",
                 "哪个部门、用途或设备在排放：记录只有分品种总量。"),
            Text("A survey of uses; then branches in the folder tree.",
                 "用能调查；再写入 tree 文件夹。"),
        )]  # fmt: skip
    counted = assumed_record(opened.tree)
    if not counted["assumed"]:
        return []
    return [Unsaid(
        "assumed",
        Text("How branches and future years really are: {assumed} of {stated} values of the tree "
             "are assumptions without a document.",
             "各分支和未来年份的真实情况：情景树 {stated} 个给定值中有 {assumed} 个是无依据的假设。"
             ).fill(**counted),
        Text("Surveys, quotes and plans of the park in place of each assumption.",
             "以园区调查、报价和规划逐项替换假设。"),
    )]  # fmt: skip


def _members(findings: Findings) -> list[Unsaid]:
    if len(findings.book.table("members")):
        return []
    return [Unsaid(
        "no_members",
        Text("Which enterprise emits, saves or passes on carbon: there are no members.",
             "哪家企业在排放、减排或转移碳：没有成员数据。"),
        Text("Records by enterprise, and what they deliver to each other.",
             "分企业的记录，以及企业之间的供能。"),
    )]  # fmt: skip


def _regression(findings: Findings) -> list[Unsaid]:
    found = findings.identification
    if found is None or found.is_reported:
        return []
    return [Unsaid(
        "no_elasticity",
        Text("What one per cent more output does to emissions: {n} years fix no elasticity "
             "({dof} degrees of freedom).",
             "产值增加 1 % 会带来多少排放：{n} 个年份无法确定弹性（自由度 {dof}）。"
             ).fill(n=found.observations, dof=found.dof),
        Text("Monthly records, or a panel of enterprises.", "月度记录，或企业面板数据。"),
    )]  # fmt: skip


def _estimated(findings: Findings, year: int) -> list[Unsaid]:
    lines = findings.ledger.lines.filter(pl.col("year") == year)
    weak_lines = lines.filter(pl.col("quality").is_in(["estimated", "default"]))
    whole, weak = (float(each["co2_t"].sum()) for each in (lines, weak_lines))
    if not whole or weak / whole < _SHARE_TOLD:
        return []
    told = f"{weak / whole:.0%}"
    return [Unsaid(
        "estimated",
        Text("The base year to the tonne: {share} of it rests on estimated amounts.",
             "基年排放的精确值：其中 {share} 依据估算的活动量。").fill(share=told),
        Text("Bills or meters for these streams.", "这些源流的账单或计量。"),
    )]  # fmt: skip


def _prices(findings: Findings) -> list[Unsaid]:
    base = findings.book.park.price_base
    if "not stated" not in base and base:
        return []
    return [Unsaid(
        "no_price_base",
        Text("How much of the growth in output is prices: no price base is stated.",
             "产值增长中有多少是价格因素：未注明价格基准。"),
        Text("Output at constant prices.", "不变价产值。"),
    )]  # fmt: skip


def _published(findings: Findings, year: int) -> list[Unsaid]:
    found = findings.comparisons.get(year)
    if found is None or found.needed_share is None:
        return []
    return [Unsaid(
        "published_gap",
        Text("Whether {carrier} was {stated} of energy or {needed}: the published total needs "
             "the latter.",
             "{carrier}占比是 {stated} 还是 {needed}：公布总量需要后者。").fill(
            carrier=findings.catalog.carriers[found.carrier].label,
            stated="—" if found.stated_share is None else f"{found.stated_share:.0%}",
            needed=f"{found.needed_share:.2%}"),
        Text("Amounts of each carrier instead of rounded shares.", "各品种实物量，而非取整占比。"),
    )]  # fmt: skip


def _costs() -> Unsaid:
    return Unsaid(
        "no_costs",
        Text("What a lever costs, and which comes first: tonnes alone do not rank by money.",
             "各项措施的成本与先后：仅有吨数不能按成本排序。"),
        Text("Quotes for options; then the least-cost plan.", "备选方案报价；再求最低成本规划。"),
    )  # fmt: skip
