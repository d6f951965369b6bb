"""A conflict of targets in the user's words."""

from collections.abc import Mapping

from tanlu.connect.plan.folder import PlanFolder
from tanlu.plan.analyse.why import Way
from tanlu.plan.model import (
    Budget,
    Cap,
    CleanShare,
    Intensity,
    Limit,
    Match,
    Neutral,
    Peak,
    Policy,
    System,
)
from tanlu.types import Text

_NAMES: Mapping[type, Text] = {
    Cap: Text("the cap on emissions", "排放上限"),
    Budget: Text("the carbon budget", "碳预算"),
    Peak: Text("the peak year", "达峰年份"),
    Neutral: Text("neutrality", "碳中和"),
    Intensity: Text("the carbon intensity", "碳强度"),
    CleanShare: Text("the share of clean energy", "清洁能源占比"),
    Limit: Text("the limit on space", "空间限制"),
    Match: Text("the matching of green power", "绿电匹配"),
}
_UNITS: Mapping[type, Text] = {
    Cap: Text("t CO2 a year", "t CO2/年"),
    Budget: Text("t CO2 in all", "t CO2（累计）"),
    Peak: Text("t CO2 a year", "t CO2/年"),
    Neutral: Text("t CO2 a year", "t CO2/年"),
    Intensity: Text("t CO2 a year", "t CO2/年"),
    CleanShare: Text("tce a year of clean energy", "tce/年 清洁能源"),
    Limit: Text("units of the limit", "该限制的单位"),
    Match: Text("MWh of green power", "MWh 绿电"),
}
_OTHER = Text("the limit", "限制")
_FORMS = {
    "policy": Text(
        "{name} ({id}) would have to give way by {by:,.4g} {unit}",
        "“{id}”（{name}）须放宽 {by:,.4g} {unit}",
    ),
    "potential": Text(
        "{by:,.4g} MW more of {name} could stand",
        "{name}的可建容量增加 {by:,.4g} MW",
    ),
    "rate": Text(
        "{by:,.4g} MW more of {name} could be built in a period",
        "{name}每期可新建容量增加 {by:,.4g} MW",
    ),
    "offset": Text(
        "{by:,.4g} t more of {name} could be bought a year",
        "{name}每年增购 {by:,.4g} t",
    ),
}  # fmt: skip


def policy_words(system: System, row: str) -> dict[str, object]:
    """A target of a conflict: its name in the plan, and what it is."""
    made = _policy(system, row)
    text = _OTHER if made is None else _NAMES.get(type(made), _OTHER)
    return {"name": row, "text": text.both()}


def _policy(system: System, row: str) -> Policy | None:
    """The policy of a block of rows; a policy of several blocks adds a word to its name."""
    named = {policy.name: policy for policy in system.policies}
    return named.get(row) or named.get(row.rpartition(".")[0])


def way_words(plan: PlanFolder, way: Way) -> dict[str, str]:
    """One way out as a sentence.

    Args:
        plan: The plan, for labels.
        way: The change.

    Returns:
        Sentences in both languages.
    """
    form = _FORMS[way.kind]
    if way.kind == "policy":
        made = _policy(plan.system, way.name)
        name = _OTHER if made is None else _NAMES.get(type(made), _OTHER)
        unit = Text("", "") if made is None else _UNITS.get(type(made), Text("", ""))
        text = form.fill(name=name, id=way.name, by=way.most, unit=unit)
    else:
        label = plan.labels.get(way.name, Text(way.name, way.name))
        text = form.fill(name=label, by=way.most)
    return text.both()
