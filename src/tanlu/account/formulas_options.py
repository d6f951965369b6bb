"""Formulas by which a number of an option is read, with their symbols."""

from collections.abc import Mapping

from tanlu.catalog.option_formulas import value_between, value_in_plan
from tanlu.model.formula import Formula, Symbol
from tanlu.types import Text

OPTION_SYMBOLS: Mapping[str, Symbol] = {
    "value_before": Symbol("v_0", Text("at the earlier date", "较早日期的值"), "as printed"),
    "value_after": Symbol("v_1", Text("at the later date", "较晚日期的值"), "as printed"),
    "time_share": Symbol("θ", Text("share of the time passed", "时间比例"), "1"),
    "printed_value": Symbol("v", Text("as printed, on the day", "原文值（当日）"), "as printed"),
    "unit_scale": Symbol("k", Text("unit of the plan", "单位换算"), "1"),
    "rate_cny": Symbol("r", Text("CNY per currency", "汇率"), "CNY per unit"),
    "price_ratio": Symbol("p", Text("prices of the two years", "两年物价之比"), "1"),
}


def _pick(*names: str) -> dict[str, Symbol]:
    return {name: OPTION_SYMBOLS[name] for name in names}


OPTION_FORMULAS: tuple[Formula, ...] = (
    Formula("value_between", Text("Number between two dates", "两日期间内插"), value_between,
            _pick("value_before", "value_after", "time_share"), "as printed",
            "tanlu.options#between"),
    Formula("value_in_plan", Text("Number in the plan's unit and money", "规划单位与货币下的值"),
            value_in_plan, _pick("printed_value", "unit_scale", "rate_cny", "price_ratio"),
            "unit of the plan", "tanlu.options#money"),
)  # fmt: skip
