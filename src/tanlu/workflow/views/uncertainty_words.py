"""What inputs of uncertainty are called, in both languages."""

from tanlu.model.label import label
from tanlu.model.uncertainty import Input
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.inventory import slice_label

BASES = {
    "exact": Text("exact by definition", "按定义精确"),
    "stated": Text("stated by record, meter or document", "记录、计量表或文件给定"),
    "default": Text("documented default", "有文件依据的缺省值"),
    "assumption": Text("assumption with its reason", "附理由的假设"),
    "unknown": Text("unknown: nobody states a range", "未知：无人给出范围"),
}
KINDS = {
    "normal": Text("normal", "正态"),
    "lognormal": Text("lognormal", "对数正态"),
    "triangular": Text("triangular", "三角"),
    "uniform": Text("uniform", "均匀"),
    "two_piece": Text("two halves of a normal", "两段正态"),
}
EXACT = Text(
    "No document names a level that can be reached; the tonnes are those of an exact value.",
    "无文件给出可达水平；所列吨数为数值完全准确时的收益。",
)
ASK = {
    "activity": Text(
        "Give the record an uncertainty, or its meter an accuracy class.",
        "为记录填写不确定度，或为计量表填写准确度等级。",
    ),
    "factor": Text(
        "Ask its issuer for a 95 % range, or measure it: table factors, columns lower and upper.",
        "向发布方索取 95% 区间，或自行实测：填写 factors 表的 lower 与 upper 列。",
    ),
}


def input_name(findings: Findings, each: Input) -> Text:
    """An input in words: whose amount of what, or which parameter of what."""
    carrier = slice_label(findings, "carrier", each.subject)
    if each.kind == "factor":
        quantity = label("quantity", each.quantity)
        return Text(f"{carrier.en}: {quantity.en}", f"{carrier.zh}：{quantity.zh}")
    whose = slice_label(findings, "member", each.members[0]) if each.members else Text("", "")
    seen = each.channel or each.records[0]
    more = f" +{len(each.records) - 1}" if len(each.records) > 1 and not each.channel else ""
    return Text(
        f"{carrier.en}, amount of {whose.en} ({seen}{more})",
        f"{whose.zh}：{carrier.zh}用量（{seen}{more}）",
    )
