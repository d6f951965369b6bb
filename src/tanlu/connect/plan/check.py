"""Names that lead nowhere, and numbers that cannot be."""

from collections.abc import Iterable, Mapping
from typing import Any

from tanlu.connect.plan.reader import Reader
from tanlu.plan.model import (
    Capture,
    Certificates,
    Component,
    Converter,
    Demand,
    Fleet,
    GreenPower,
    Limit,
    Match,
    Measure,
    Peak,
    Policy,
    Process,
    Store,
    Supply,
)

_TARGETS: Mapping[type, tuple[type, ...]] = {
    Measure: (Demand, Process),
    Capture: (Process, Supply, Converter),
    GreenPower: (Supply,),
    Certificates: (Supply,),
}


def check_parts(reader: Reader, parts: Mapping[str, Component], nodes: Iterable[str]) -> None:
    """Note components that name a node or a component that is not there."""
    known = set(nodes)
    for name, part in parts.items():
        for key, node in _nodes(part):
            if node not in known:
                words = {"name": node, "known": ", ".join(sorted(known)) or "-"}
                reader.blame("plan_unknown_node", f"{name}.{key}", **words)
        if type(part) in _TARGETS:
            _check_target(reader, parts, name, part)
        if isinstance(part, Store):
            _check_store(reader, name, part)


def _nodes(part: Component) -> list[tuple[str, str]]:
    found = [(key, getattr(part, key)) for key in ("node", "service") if hasattr(part, key)]
    if isinstance(part, Converter | Fleet | Capture):
        found += [("inputs", node) for node in part.inputs]
    if isinstance(part, Converter):
        found += [("outputs", node) for node in part.outputs]
    return found


def _check_target(reader: Reader, parts: Mapping[str, Component], name: str, part: Any) -> None:  # noqa: ANN401 - has `of`
    kinds = _TARGETS[type(part)]
    if not isinstance(parts.get(part.of), kinds):
        fit = [other for other, each in parts.items() if isinstance(each, kinds)]
        words = {"name": part.of, "known": ", ".join(fit) or "-"}
        reader.blame("plan_unknown_target", f"{name}.of", **words)


def _check_store(reader: Reader, name: str, part: Store) -> None:
    for key in ("charge", "discharge"):
        if not 0.0 < getattr(part, key) <= 1.0:
            reader.blame("plan_not_share", f"{name}.{key}", value=getattr(part, key))
    if not 0.0 <= part.loss < 1.0:
        reader.blame("plan_not_share", f"{name}.loss", value=part.loss)
    if part.link not in {"day", "year"}:
        reader.blame("plan_unknown_word", f"{name}.link", value=part.link, known="day, year")


def check_rules(
    reader: Reader, rules: Iterable[Policy], parts: Mapping[str, Component], nodes: Iterable[str]
) -> None:
    """Note policies that name what is not there."""
    known = set(nodes)
    for rule in rules:
        at = f"policies.{rule.name}"
        if isinstance(rule, Match) and rule.node not in known:
            words = {"name": rule.node, "known": ", ".join(sorted(known)) or "-"}
            reader.blame("plan_unknown_node", f"{at}.node", **words)
        if isinstance(rule, Peak) and rule.year not in reader.years:
            words = {"year": str(rule.year), "known": ", ".join(map(str, reader.years))}
            reader.blame("plan_no_period", f"{at}.year", **words)
        if isinstance(rule, Limit):
            able = [name for name, part in parts.items() if hasattr(part, "stock")]
            for name in rule.weights:
                if name not in able:
                    words = {"name": name, "known": ", ".join(able) or "-"}
                    reader.blame("plan_unknown_target", f"{at}.weights.{name}", **words)
