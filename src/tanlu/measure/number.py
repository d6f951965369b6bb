"""Numbers as people write them; what is not plainly a number is refused."""

import math
import re
import unicodedata

from tanlu.measure.flaw import Flaw

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d[\d.]*,\d+", re.ASCII)
_NOT_FINITE = {"nan", "inf", "infinity", "∞"}
ABSENT = {
    "not available", "n/a", "na", "#n/a", "null", "none", "nil", "unknown", "missing", "tbd",
    "-", "--", "—", "——", "–", "−", "/", "\\", "?", "…", "...",
    "无", "暂无", "没有", "无数据", "未知", "不详", "缺失", "缺", "空", "待定", "未提供",
}  # fmt: skip


class Percent(float):
    """A number that was written with a percent sign; 98 % is 98 here.

    Example:
        >>> Percent(98.0) / 100
        0.98
    """


def read_number(text: str) -> float | Flaw:
    """The number that a text means.

    Args:
        text: As written, such as "1,234.5", full-width digits, or "98 %".

    Returns:
        The number, a `Percent` when a percent sign follows it, or the flaw.

    Example:
        >>> read_number("１,234.5"), read_number("1.234,5").code
        (1234.5, 'decimal_comma')
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    if plain.lower() in ABSENT or text.strip() in ABSENT:
        return Flaw("absence_in_number", {"text": text})
    if plain.endswith("%"):
        value = _read(plain[:-1].rstrip(), text)
        return value if isinstance(value, Flaw) else Percent(value)
    return _read(plain, text)


def _read(plain: str, written: str) -> float | Flaw:
    if _PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain):
        value = float(plain.replace(",", ""))
        return value if math.isfinite(value) else Flaw("not_finite", {"text": written[:80]})
    code = "text_in_number"
    if _DECIMAL_COMMA.fullmatch(plain):
        code = "decimal_comma"
    if plain.lower().lstrip("+-") in _NOT_FINITE:
        code = "not_finite"
    return Flaw(code, {"text": written[:80]})
