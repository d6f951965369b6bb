"""What a regression on these data can and cannot say, in plain words."""

from collections.abc import Mapping, Sequence

from tanlu.model.driver import Identification
from tanlu.report.findings import Findings
from tanlu.report.numerals import MINUS, fixed, pretty_unit
from tanlu.report.wording import Words


def verdict_lines(findings: Findings, words: Words) -> list[tuple[str, str]]:
    """Heading and sentence of each thing there is to say about the regression.

    Args:
        findings: What was found out about the park.
        words: The reports' words in one language.

    Returns:
        Pairs of heading and sentence. No slope stands among them unless the
        data identify it.
    """
    found = findings.identification
    if found is None:
        return [(words("verdict.head"), words("verdict.none"))]
    lines = [(words("verdict.head"), words(f"verdict.{found.verdict}", **_counts(found, words)))]
    if found.not_estimable:
        names = _join(found.not_estimable, words)
        lines.append((words("verdict.constant_head"), words("verdict.constant", names=names)))
    if found.verdict == "under-determined":
        return lines + _open(found, words)
    slopes = "; ".join(
        f"{words.name('regressor', n)} {_number(v)}"
        for n, v in zip(found.drivers, found.point, strict=True)
    )
    lines.append((words("verdict.slopes_head"), words("verdict.slopes", slopes=slopes)))
    return lines


def _counts(found: Identification, words: Words) -> dict[str, object]:
    return {
        "n": found.observations,
        "k": len(found.drivers),
        "dof": max(found.dof, 0),
        "rank": found.rank,
        "names": _join(found.drivers, words),
    }


def _join(codes: Sequence[str], words: Words) -> str:
    return words("list.mark").join(words.name("regressor", code) for code in codes)


def _open(found: Identification, words: Words) -> list[tuple[str, str]]:
    lines = [(words("verdict.r2_head"), words("verdict.r2"))]
    if found.null_direction is None or found.intercept_slope is None:
        lines.append((words("verdict.line_head"), words("verdict.many")))
    else:
        lines.append((words("verdict.line_head"), words("verdict.line", **_line(found, words))))
        null = _vector(found.null_direction)
        text = words("verdict.null", names=_join(found.drivers, words), null=null)
        lines.append((words("verdict.null_head"), text))
    fixed_ones = words("list.break").join(_contrast(found, row, words) for row in found.contrasts)
    lines.append((words("verdict.contrast_head"), words("verdict.contrast", rows=fixed_ones)))
    lines.append((words("verdict.need_head"), words("verdict.need")))
    return lines


def _line(found: Identification, words: Words) -> dict[str, object]:
    slope = found.intercept_slope or 0.0
    sign = MINUS if slope < 0 else "+"
    units = words("list.mark").join(
        f"{words.name('regressor', name)} [{pretty_unit(unit, words.language)}]"
        for name, unit in found.units.items()
        if name in found.drivers
    )
    return {
        "names": _join(found.drivers, words),
        "point": _vector(found.point),
        "null": _vector(found.null_direction or ()),
        "intercept": f"{fixed(found.intercept, 3)} {sign} {fixed(abs(slope), 3)} t",
        "units": f"{words('list.break')}{units}" if units else "",
    }


def _vector(values: Sequence[float]) -> str:
    return "(" + ", ".join(_number(v) for v in values) + ")"


def _number(value: float) -> str:
    return fixed(value, 4)


def _contrast(found: Identification, weights: Mapping[str, float], words: Words) -> str:
    parts: list[str] = []
    for name in found.drivers:
        weight = weights[name]
        sign = MINUS if weight < 0 else "+" if parts else ""
        letter = words.name("regressor", name)
        parts.append(f"{sign} {fixed(abs(weight), 4)} b({letter})".strip())
    return " ".join(parts) + f" = {_number(weights['value'])}"
