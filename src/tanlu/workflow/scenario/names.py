"""Names of branches, drivers, levers and verdicts, and keys of their figures."""

from collections.abc import Mapping

from tanlu.plan.tree.branch import last, parent
from tanlu.plan.tree.run import SENT_OUT
from tanlu.types import Text
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.views.inventory import slice_label

DRIVER_NAMES: Mapping[str, Text] = {
    "activity": Text("activity", "活动水平"),
    "structure": Text("structure", "结构"),
    "intensity": Text("intensity", "用能强度"),
    "technology": Text("technology", "技术与效率"),
    "fuel": Text("fuel mix", "燃料构成"),
    "factor": Text("emission factor", "排放因子"),
}
PEAK_NAMES: Mapping[str, Text] = {
    "peak": Text("peak in {year}", "{year} 年达峰"),
    "passed": Text("highest in the base year {year}, falling since", "峰值在基年 {year}，此后下降"),
    "plateau": Text("plateau {first}–{last}: no peak yet", "{first}—{last} 平台期，尚未达峰"),
    "rising": Text("no peak: still rising in {last}", "未达峰：{last} 年仍在上升"),
    "flat": Text("flat: no peak to speak of", "基本持平，谈不上达峰"),
}
_CEILINGS: Mapping[str, Text] = {
    "clean": Text("All bought power carries no carbon", "外购电力全部零碳"),
    "without": Text("No {carrier} at all", "完全不用{carrier}"),
    "electrify": Text("Power of today instead of {carrier}", "以当前电力替代{carrier}"),
}
_OWN: Mapping[str, Text] = {
    SENT_OUT: Text("Sent out", "外送"),
    "park": Text("Whole park", "全园区"),
    "bought": Text("bought", "外购"),
    "burned": Text("burned or processed", "燃烧与过程"),
}


def branch_name(opened: Opened, branch: str) -> Text:
    """What the last part of a branch is called."""
    known = opened.tree.labels.get(branch) or _OWN.get(branch)
    return known or carrier_name(opened, last(branch))


def carrier_name(opened: Opened, carrier: str) -> Text:
    """What a carrier is called, its code when nobody named it."""
    if opened.findings and carrier in opened.findings.catalog.carriers:
        return slice_label(opened.findings, "carrier", carrier)
    return Text(carrier, carrier)


def path_name(opened: Opened, branch: str) -> Text:
    """A branch with all that is above it."""
    names = []
    while branch:
        names.append(branch_name(opened, branch))
        branch = parent(branch)
    return Text(
        " · ".join(n.en for n in reversed(names)), " · ".join(n.zh for n in reversed(names))
    )


def lever_name(opened: Opened, lever_id: str) -> Text:
    """What a lever is called: its overlay's name, or the bound it is."""
    if lever_id in opened.tree.overlays:
        return opened.tree.overlays[lever_id].label
    kind, _, carrier = lever_id.partition(":")
    return _CEILINGS[kind].fill(carrier=carrier_name(opened, carrier))


def coded(branch: str) -> str:
    """A branch as part of a figure's key, which stands in an address.

    Example:
        >>> coded("industry/lead")
        'industry:lead'
    """
    return branch.replace("/", ":")
