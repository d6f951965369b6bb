"""Two methods side by side for the API: every number opens."""

from tanlu.account.side_by_side_words import sentence
from tanlu.model.label import label
from tanlu.model.side_by_side import CAUSES, Pair, Part
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.method_rules import differing_rules
from tanlu.workflow.methods import Compared, Own, own_methods
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, text

_FINDING = Text(
    "{second} gives {gap} t {direction} than {first}; the largest cause: {cause}.",
    "{second} 比 {first} {direction} {gap} t，最大原因：{cause}。",
)
_SAME = Text("Both methods give the same total.", "两种方法的合计相同。")


def comparison_view(findings: Findings, compared: Compared) -> View:
    """A comparison as the API's record `MethodComparison`."""
    result = compared.result
    return {
        "park_id": findings.book.park.park_id,
        "member_id": result.member_id,
        "year": result.year,
        "version": findings.version,
        "first": _side(findings, compared, 0),
        "second": _side(findings, compared, 1),
        "difference": figure_at(findings, compared, "difference"),
        "causes": [_cause(findings, compared, cause) for cause in result.by_cause],
        "streams": [stream_view(findings, compared, pair) for pair in result.pairs],
        "rules": [_rule(*rule) for rule in differing_rules(*(s.method for s in compared.sides))],
        "own": [_own(findings, own) for own in _owns(findings, result.year)],
        "warnings": [fault_view(fault) for fault in compared.warnings],
        "finding": text(_finding(compared)),
    }


def _cause(findings: Findings, compared: Compared, cause: str) -> View:
    shown = figure_at(findings, compared, "cause", cause)
    return {"cause": cause, "label": text(CAUSES[cause]), "co2_t": shown}


def _owns(findings: Findings, year: int) -> list[Own]:
    return own_methods(findings.book, findings.catalog, year)


def figure_at(findings: Findings, compared: Compared, *where: object) -> View:
    """A number of a comparison by its place in it, as `value_at` reads it."""
    result = compared.result
    at = (result.first.method, result.second.method, result.year, result.member_id)
    value, name = value_at(findings, compared, tuple(map(str, where)))
    return figure(key_of("method", *at, *where), value, mass_unit(compared), name)


def mass_unit(compared: Compared) -> str:
    """CO2 alone, or all gases that either method counts (R4)."""
    gases = {gas for side in compared.sides for gas in side.method.gases}
    return "t CO2" if gases == {"co2"} else "t CO2e"


def value_at(
    findings: Findings, compared: Compared, where: tuple[str, ...]
) -> tuple[float | None, Text]:
    """Value and name of a number of a comparison.

    Args:
        findings: For names.
        compared: The comparison.
        where: first | second | difference, or cause and its code, or stream with
            scope, stream, carrier and side, or part with its index.

    Raises:
        KeyError: When there is no such number.
    """
    result, kind = compared.result, where[0]
    if kind in ("first", "second"):
        side = 0 if kind == "first" else 1
        total = (result.first_t, result.second_t)[side]
        return total, compared.sides[side].method.label
    if kind == "difference":
        return result.difference_t, Text("Difference", "差异")
    if kind == "cause":
        return result.by_cause[where[1]], CAUSES[where[1]]
    if kind == "part":
        part = result.parts[int(where[1])]
        return part.amount_t, sentence(part, result, findings.catalog)
    pair = pair_at(compared, where)
    sides = {"first": pair.first_t, "second": pair.second_t, "difference": pair.difference_t}
    return sides[where[4]], _carrier(findings, pair.carrier)


def pair_at(compared: Compared, where: tuple[str, ...]) -> Pair:
    """The stream that a key names.

    Raises:
        KeyError: When there is none.
    """
    for pair in compared.result.pairs:
        if (str(pair.scope), pair.stream, pair.carrier) == where[1:4]:
            return pair
    raise KeyError(where)


def stream_view(findings: Findings, compared: Compared, pair: Pair) -> View:
    """A stream under both methods."""
    at = ("stream", pair.scope, pair.stream, pair.carrier)
    sides = {"first": pair.first_t, "second": pair.second_t}
    return {
        "scope": pair.scope,
        "stream": pair.stream,
        "stream_label": text(label("stream", pair.stream)),
        "carrier": pair.carrier,
        "carrier_label": text(_carrier(findings, pair.carrier)),
        **{
            name: None if value is None else figure_at(findings, compared, *at, name)
            for name, value in sides.items()
        },
        "difference": figure_at(findings, compared, *at, "difference"),
        "parts": [part_view(findings, compared, part) for part in pair.parts],
    }


def part_view(findings: Findings, compared: Compared, part: Part) -> View:
    """A part of a difference with its sentence and the factors of both sides."""
    catalog, result = findings.catalog, compared.result
    taken = ((part.first, *part.inputs[0]), (part.second, *part.inputs[1]))
    first, second = ([resolved_view(catalog, r) for r in side if r] for side in taken)
    return {
        "cause": part.cause,
        "label": text(CAUSES[part.cause]),
        "says": text(sentence(part, result, catalog)),
        "amount": figure_at(findings, compared, "part", result.parts.index(part)),
        "first": first,
        "second": second,
    }


def _side(findings: Findings, compared: Compared, side: int) -> View:
    basis = (compared.result.first, compared.result.second)[side]
    method = compared.sides[side].method
    return {
        "method_id": basis.method,
        "label": text(method.label),
        "note": text(method.note),
        "cite": method.cite,
        "gwp_set": basis.gwp_set,
        "total": figure_at(findings, compared, ("first", "second")[side]),
        "is_complete": not compared.lacking[side],
        "lacking": [fault_view(fault) for fault in compared.lacking[side]],
    }


def _rule(name: str, first: tuple[Text, str | None], second: tuple[Text, str | None]) -> View:
    return {
        "rule": name, "label": text(label("rule", name)),
        "first": text(first[0]), "first_cite": first[1],
        "second": text(second[0]), "second_cite": second[1],
    }  # fmt: skip


def _own(findings: Findings, own: Own) -> View:
    name = findings.ledger.labels.get(own.member_id, Text(own.member_id, own.member_id))
    method = findings.catalog.method(own.method)
    compared = own.compared
    return {
        "member_id": own.member_id,
        "label": text(name),
        "method_id": own.method,
        "method": text(method.label),
        "total": figure_at(findings, compared, "second") if compared else None,
        "by_park_method": figure_at(findings, compared, "first") if compared else None,
        "is_complete": not own.lacking,
    }


def _carrier(findings: Findings, code: str) -> Text:
    carrier = findings.catalog.carriers.get(code)
    return carrier.label if carrier else Text(code, code)


def _finding(compared: Compared) -> Text:
    result = compared.result
    if not result.parts:
        return _SAME
    cause = max(result.by_cause, key=lambda c: abs(result.by_cause[c]))
    gap = result.difference_t
    direction = Text("more", "多") if gap >= 0 else Text("less", "少")
    first, second = (side.method.label for side in compared.sides)
    return _FINDING.fill(
        second=second, first=first, gap=f"{abs(gap):,.1f}", direction=direction, cause=CAUSES[cause]
    )
