"""What inputs of uncertainty are called, in both languages."""

from tanlu.model.label import label
from tanlu.model.uncertainty import Input, Worth
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.uncertainty import is_told
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

_SHOWN = Text(
    "95 % interval by approach 1: {low:+.2f} % to {high:+.2f} %, inputs shared by streams and "
    "members counted once (R13); for {known} of the tonnes every input has a known range.",
    "95% 区间（方法 1）：{low:+.2f}% 至 {high:+.2f}%，各源流与成员共用的输入只计一次 (R13)；"
    "{known} 的排放量其全部输入均有已知范围。",
)
_HIDDEN = Text(
    "No interval stands here: for {unknown} of the tonnes nobody states how far some input may "
    "be off (R13). The page Uncertainty lists which.",
    "此处不给出区间：{unknown} 的排放量缺少某项输入的不确定度 (R13)，详见“不确定性”页面。",
)


def worth_note(worth: Worth) -> Text:
    """What an interval covers, or why there is none."""
    unknown = f"{worth.unknown_share:.1%}"
    if not is_told(worth):
        return _HIDDEN.fill(unknown=unknown)
    low, high = worth.interval.percent or (0.0, 0.0)
    return _SHOWN.fill(low=low, high=high, known=f"{1 - worth.unknown_share:.1%}")


def input_name(findings: Findings, each: Input) -> Text:
    """An input in words: whose amount of what, or which parameter of what."""
    carrier = slice_label(findings, "carrier", each.subject)
    if each.kind == "factor":
        quantity = label("quantity", each.quantity)
        return Text(f"{carrier.en}: {quantity.en}", f"{carrier.zh}：{quantity.zh}")
    is_park = findings.book.park.park_id in each.members
    whose = Text("", "") if is_park else slice_label(findings, "member", each.members[0])
    seen = each.channel or each.records[0]
    more = f" +{len(each.records) - 1}" if len(each.records) > 1 and not each.channel else ""
    when = f", {each.year}" if each.channel else ""
    of, of_zh = (f" of {whose.en}", f"{whose.zh}：") if whose.en else ("", "")
    return Text(
        f"{carrier.en}, amount{of} ({seen}{more}{when})",
        f"{of_zh}{carrier.zh}用量（{seen}{more}{when}）",
    )
