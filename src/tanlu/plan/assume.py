"""The assumptions of a scenario as paths over years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.errors import InputError
from tanlu.model.pathway import Assumed, Scenario


@dataclass(frozen=True, slots=True)
class Path:
    """Values at some years; straight lines between, flat after the last."""

    knots: tuple[tuple[int, float], ...]

    def at(self, year: int) -> float:
        """The value in a year.

        Example:
            >>> Path(((2022, 0.0), (2032, 1.0))).at(2027)
            0.5
        """
        before = [k for k in self.knots if k[0] <= year]
        after = [k for k in self.knots if k[0] > year]
        if not before:
            return self.knots[0][1]
        if not after:
            return before[-1][1]
        (y0, v0), (y1, v1) = before[-1], after[0]
        return v0 + (v1 - v0) * (year - y0) / (y1 - y0)


def overlay_chain(scenarios: Mapping[str, Scenario], scenario_id: str) -> list[Scenario]:
    """A scenario and those beneath it, the topmost first.

    Raises:
        InputError: When the overlays form a ring.
    """
    chain: list[Scenario] = []
    current: str | None = scenario_id
    while current:
        if any(s.scenario_id == current for s in chain):
            raise InputError.of("scenario_ring", scenario=scenario_id)
        chain.append(scenarios[current])
        current = scenarios[current].over_id
    return chain


def effective(chain: Sequence[Scenario]) -> dict[tuple[str, str], tuple[Assumed, ...]]:
    """Per branch and quantity, the assumptions of the topmost scenario that has any."""
    found: dict[tuple[str, str], tuple[Assumed, ...]] = {}
    for scenario in chain:
        groups: dict[tuple[str, str], list[Assumed]] = {}
        for assumed in scenario.assumed:
            groups.setdefault((assumed.branch, assumed.quantity), []).append(assumed)
        for key, values in groups.items():
            found.setdefault(key, tuple(sorted(values, key=lambda a: a.year)))
    return found


def path_of(values: Sequence[Assumed], column: str = "value") -> Path:
    """A path through the central, low or high values; the central one where none is given."""
    return Path(tuple((a.year, _pick(a, column)) for a in values))


def _pick(assumed: Assumed, column: str) -> float:
    value = {"low": assumed.low, "high": assumed.high}.get(column)
    return assumed.value if value is None else value
