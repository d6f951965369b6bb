"""A plan's folder as a system: all faults of all files together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from tanlu.connect.plan.check import check_parts, check_rules
from tanlu.connect.plan.hours import read_series
from tanlu.connect.plan.indicators import with_indicators
from tanlu.connect.plan.parts import component
from tanlu.connect.plan.reader import Reader, open_yaml
from tanlu.connect.plan.rules import policy
from tanlu.errors import Fault, raise_errors
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Component, Node, Period, Policy, Slices, System
from tanlu.types import Text, text_of

_TOP = (
    "name", "currency_year", "discount_rate", "periods", "end", "length", "slices", "nodes",
    "policies", "note", "components", "base_year", "zero_carbon",
)  # fmt: skip
_SLICES = ("days", "step_h", "steps", "calendar", "repair", "gap", "weights", "year_days", "note")


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """A plan as its folder states it.

    `system` has every calendar day of the series as a day of the model. `days` is how many
    representative days to choose from them; None takes all. `repair` asks for operation
    through all days, with worst days added until nothing is unserved; `gap` [1] is the cost
    interval at which that may stop. `first` is the calendar day with which the series begin.
    """

    label: Text
    system: System
    labels: Mapping[str, Text] = field(default_factory=dict)
    days: int | None = None
    repair: bool = True
    gap: float = 0.03
    currency_year: int | None = None
    first: date = date(2025, 1, 1)


def read_plan(folder: Path) -> PlanFolder:
    """Read `plan.yaml`, `components.yaml` and `series.csv`.

    Args:
        folder: The folder; components may stand in plan.yaml, and series may be absent.

    Returns:
        The plan.

    Raises:
        InputError: With every fault, each with file, line and key.
    """
    faults: list[Fault] = []
    head, raw = open_yaml(folder / "plan.yaml", faults)
    raise_errors(faults)
    head.known(raw, _TOP)
    periods = _periods(head, raw)
    head.years = tuple(period.year for period in periods)
    cut = _mapping(head, raw, "slices")
    head.known(cut, _SLICES, "slices.")
    step_h = head.number(cut.get("step_h", 1.0), "slices.step_h") or 1.0
    steps = int(head.number(cut.get("steps", round(24 / step_h)), "slices.steps") or 1)
    series = read_series(folder / "series.csv", steps, faults)
    head.series = series
    body, entries = _entries(folder, head, raw, faults)
    nodes = _nodes(head, raw)
    parts = _parts(body, entries)
    named = {node.name for node in nodes}
    check_parts(body, parts, named)
    rules = _rules(head, raw)
    check_rules(head, rules, parts, named)
    slices = _slices(head, cut, series, (step_h, steps))
    rate = head.number(raw.get("discount_rate", 0.0), "discount_rate") or 0.0
    raise_errors(faults)
    base = raw.get("base_year")
    system = System(
        periods, slices, nodes, tuple(parts.values()), rules, series, rate,
        None if base is None else int(base),
    )  # fmt: skip
    system = with_indicators(head, raw, system)
    raise_errors(faults)
    return PlanFolder(
        label=text_of(raw.get("name", folder.name)),
        system=system,
        labels=_labels(entries),
        days=_days(head, cut, len(slices.group)),
        repair=bool(cut.get("repair", True)),
        gap=float(cut.get("gap", 0.03)),
        currency_year=raw.get("currency_year"),
        first=_first(head, cut),
    )


def _mapping(reader: Reader, raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = raw.get(key) or {}
    if isinstance(found, dict):
        return found
    reader.blame("plan_not_mapping", key, name=key)
    return {}


def _periods(reader: Reader, raw: Mapping[str, Any]) -> tuple[Period, ...]:
    """First years, each lasting to the next; the last to `end`, or as long as the one before."""
    given = raw.get("periods")
    if not isinstance(given, list) or not given:
        reader.blame("plan_missing_key", "periods", key="periods")
        return (Period(date.max.year),)
    years = [int(reader.number(each, f"periods[{n + 1}]") or 0) for n, each in enumerate(given)]
    if any(b <= a for a, b in pairwise(years)):
        reader.blame("plan_not_rising", "periods")
        return tuple(Period(year) for year in years)
    last = int(raw.get("length", years[-1] - years[-2] if len(years) > 1 else 1))
    ends = [*years[1:], int(raw.get("end", years[-1] + last))]
    if ends[-1] <= years[-1]:
        reader.blame("plan_not_rising", "end")
    return tuple(Period(year, end - year) for year, end in zip(years, ends, strict=True))


def _entries(
    folder: Path, head: Reader, raw: Mapping[str, Any], faults: list[Fault]
) -> tuple[Reader, Mapping[str, Any]]:
    """Components in a file of their own, or under `components` in plan.yaml."""
    if "components" in raw:
        lines = {
            key.removeprefix("components."): row
            for key, row in head.lines.items()
            if key.startswith("components.")
        }
        inside = Reader(head.file, faults, lines, head.years, head.series)
        return inside, _mapping(head, raw, "components")
    body, entries = open_yaml(folder / "components.yaml", faults)
    body.years, body.series = head.years, head.series
    return body, entries


def _parts(reader: Reader, entries: Mapping[str, Any]) -> dict[str, Component]:
    made = {str(name): component(reader, str(name), raw) for name, raw in entries.items()}
    return {name: part for name, part in made.items() if part is not None}


def _labels(entries: Mapping[str, Any]) -> dict[str, Text]:
    return {str(name): text_of(raw.get("label", name)) for name, raw in entries.items()}


def _nodes(reader: Reader, raw: Mapping[str, Any]) -> tuple[Node, ...]:
    found = []
    for name, entry in _mapping(reader, raw, "nodes").items():
        says = entry if isinstance(entry, dict) else {}
        reader.known(says, ("carrier", "curtail", "label", "note"), f"nodes.{name}.")
        found.append(Node(str(name), str(says.get("carrier", "")), bool(says.get("curtail"))))
    if not found:
        reader.blame("plan_missing_key", "nodes", key="nodes")
    return tuple(found)


def _rules(reader: Reader, raw: Mapping[str, Any]) -> tuple[Policy, ...]:
    made = [
        policy(reader, str(name), each) for name, each in _mapping(reader, raw, "policies").items()
    ]
    return tuple(rule for rule in made if rule is not None)


def _slices(
    reader: Reader, cut: Mapping[str, Any], series: Mapping[str, Numbers], step: tuple[float, int]
) -> Slices:
    count = max((len(values) for values in series.values()), default=1)
    first = _first(reader, cut)
    days = [first + timedelta(days=n) for n in range(count)]
    month = tuple(12 * (day.year - first.year) + day.month - first.month for day in days)
    weights = tuple(float(each) for each in cut.get("weights", ()))
    if weights and len(weights) != count:
        reader.blame("plan_periods", "slices.weights", count=len(weights), wanted=count)
    step_h, steps = step
    year = 8760.0 / (steps * step_h)
    return Slices(
        tuple(range(count)), steps, step_h, month if count > 1 else (),
        days=float(cut.get("year_days", year)), weight=weights,
    )  # fmt: skip


def _first(reader: Reader, cut: Mapping[str, Any]) -> date:
    first = cut.get("calendar", date(2025, 1, 1))
    if isinstance(first, date):
        return first
    reader.blame("plan_not_date", "slices.calendar", value=first)
    return date(2025, 1, 1)


def _days(reader: Reader, cut: Mapping[str, Any], count: int) -> int | None:
    raw = cut.get("days", "all")
    if raw == "all":
        return None
    days = int(reader.number(raw, "slices.days") or 0)
    return None if days >= count else max(days, 1)
