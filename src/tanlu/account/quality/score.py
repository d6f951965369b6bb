"""Scores and grades as formulas of operators only."""

from collections.abc import Mapping

from tanlu.model.formula import Formula, Symbol
from tanlu.types import Column, Text


def completeness_score(covered_days: Column, expected_days: Column) -> Column:
    """Share of the expected stream-days that are on record.

    Args:
        covered_days: Stream-days on record. [d]
        expected_days: Stream-days that should be. [d]

    Returns:
        Score. [1]

    Example:
        >>> completeness_score(334, 365) > 0.915
        True

    Source: [tanlu.rules] completeness.
    """
    return covered_days / expected_days


def tonnes_score(booked: Column, missing_tonnes: Column) -> Column:
    """Share of the tonnes that are booked, of those booked or estimated as missing.

    Args:
        booked: Emissions booked. [t CO2e]
        missing_tonnes: Emissions estimated as missing. [t CO2e]

    Returns:
        Score. [1]

    Example:
        >>> tonnes_score(90.0, 10.0)
        0.9

    Source: [tanlu.rules] completeness.
    """
    return booked / (booked + missing_tonnes)


def gap_value(daily: Column, missing_days: Column) -> Column:
    """What days without a record are worth; an estimate, never booked.

    Args:
        daily: Emissions per day, from the stream's own records or from peers. [t CO2e/d]
        missing_days: Days without a record. [d]

    Returns:
        Emissions. [t CO2e]

    Example:
        >>> gap_value(2.0, 31)
        62.0

    Source: [tanlu.rules] completeness.
    """
    return daily * missing_days


def activity_grade(
    reliability: Column, collection: Column, time: Column, place: Column, technology: Column
) -> Column:
    """Grade of an activity record: the mean of its five scores.

    Args:
        reliability: How the quantity was found, 1 to 5. [1]
        collection: How much of the year is on record, 1 to 5. [1]
        time: How far it is from the year, 1 to 5. [1]
        place: How near to the stream it was recorded, 1 to 5. [1]
        technology: How exactly fuel or process is named, 1 to 5. [1]

    Returns:
        Grade, 1 (best) to 5. [1]

    Example:
        >>> activity_grade(1, 1, 1, 2, 2)
        1.4

    Source: [us.epa.600.r16.096] table 3, criteria; the mean is tanlu's.
    """
    return (reliability + collection + time + place + technology) / 5


def factor_grade(reliability: Column, time: Column, place: Column, technology: Column) -> Column:
    """Grade of a factor: the mean of its four scores.

    Args:
        reliability: How the value is known, 1 to 5. [1]
        time: How old it is, 1 to 5. [1]
        place: How wide an area it holds for, 1 to 5. [1]
        technology: How exactly it fits fuel or process, 1 to 5. [1]

    Returns:
        Grade, 1 (best) to 5. [1]

    Example:
        >>> factor_grade(2, 4, 3, 2)
        2.75

    Source: [us.epa.600.r16.096] table 3, criteria; the mean is tanlu's.
    """
    return (reliability + time + place + technology) / 4


def line_grade(record_grade: Column, factors_grade: Column) -> Column:
    """Grade of a line: the mean of its two sides.

    Args:
        record_grade: Grade of the record, 1 to 5. [1]
        factors_grade: Grade of the factors, 1 to 5. [1]

    Returns:
        Grade, 1 (best) to 5. [1]

    Example:
        >>> line_grade(1.5, 2.5)
        2.0

    Source: [tanlu.rules] grade.
    """
    return (record_grade + factors_grade) / 2


def weighted_grade(graded: Column, graded_tonnes: Column) -> Column:
    """Grade of a total: each line's grade weighted by its tonnes.

    Args:
        graded: Sum of grade times tonnes. [t CO2e]
        graded_tonnes: Sum of tonnes. [t CO2e]

    Returns:
        Grade, 1 (best) to 5. [1]

    Example:
        >>> weighted_grade(250.0, 100.0)
        2.5

    Source: [tanlu.rules] grade.
    """
    return graded / graded_tonnes


QUALITY_SYMBOLS: Mapping[str, Symbol] = {
    "covered_days": Symbol("D", Text("stream-days on record", "有记录的源流日数"), "d"),
    "expected_days": Symbol("N", Text("stream-days expected", "应有源流日数"), "d"),
    "booked": Symbol("E", Text("emissions booked", "已入账排放量"), "t CO2e"),
    "missing_tonnes": Symbol("M", Text("emissions estimated as missing", "估计缺失量"), "t CO2e"),
    "daily": Symbol("P", Text("emissions per day", "日均排放量"), "t CO2e/d"),
    "missing_days": Symbol("L", Text("days without a record", "缺失日数"), "d"),
    "reliability": Symbol("R", Text("score of reliability", "可靠性得分"), "1"),
    "collection": Symbol("C", Text("score of completeness", "完整性得分"), "1"),
    "time": Symbol("T", Text("score of time", "时间得分"), "1"),
    "place": Symbol("G", Text("score of place", "地点得分"), "1"),
    "technology": Symbol("K", Text("score of technology", "技术得分"), "1"),
    "record_grade": Symbol("A", Text("grade of the record", "活动数据等级"), "1"),
    "factors_grade": Symbol("F", Text("grade of the factors", "因子等级"), "1"),
    "graded": Symbol("S", Text("sum of grade times tonnes", "等级乘吨数之和"), "t CO2e"),
    "graded_tonnes": Symbol("W", Text("sum of tonnes", "吨数之和"), "t CO2e"),
}
_RULES = "tanlu.rules#R1"
_MATRIX = "us.epa.600.r16.096#table-3"


def _pick(*names: str) -> dict[str, Symbol]:
    return {name: QUALITY_SYMBOLS[name] for name in names}


QUALITY_FORMULAS: Mapping[str, Formula] = {
    formula.code: formula
    for formula in (
        Formula("completeness_score", Text("Completeness", "完整度"), completeness_score,
                _pick("covered_days", "expected_days"), "1", _RULES),
        Formula("tonnes_score", Text("Completeness by tonnes", "按吨数计的完整度"), tonnes_score,
                _pick("booked", "missing_tonnes"), "1", _RULES),
        Formula("gap_value", Text("Worth of a gap", "缺失估值"), gap_value,
                _pick("daily", "missing_days"), "t CO2e", _RULES),
        Formula("activity_grade", Text("Grade of a record", "活动数据等级"), activity_grade,
                _pick("reliability", "collection", "time", "place", "technology"), "1", _MATRIX),
        Formula("factor_grade", Text("Grade of a factor", "因子等级"), factor_grade,
                _pick("reliability", "time", "place", "technology"), "1", _MATRIX),
        Formula("line_grade", Text("Grade of a line", "单行等级"), line_grade,
                _pick("record_grade", "factors_grade"), "1", _MATRIX),
        Formula("weighted_grade", Text("Grade of a total", "合计等级"), weighted_grade,
                _pick("graded", "graded_tonnes"), "1", _MATRIX),
    )
}  # fmt: skip
