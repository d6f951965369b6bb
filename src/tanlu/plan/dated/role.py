"""Who answers for a component, what must be there before, and what will prove it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tanlu.plan.dated.action import Action
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Role:
    """What the folder and the catalogue say of a component; None where nobody has said it.

    `owner` and `direction` are codes of the catalogue; `after` are components that must be
    there before; `proof` is the meter or record that will show it; `clauses` are policies and
    clauses that it answers, written `policy#clause`.
    """

    label: Text
    owner: str | None = None
    direction: str | None = None
    after: tuple[str, ...] = ()
    proof: Text | None = None
    clauses: tuple[str, ...] = ()
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """An action with its role, and the year before which it cannot stand because of others."""

    action: Action
    role: Role
    not_before: int | None

    @property
    def is_early(self) -> bool:
        """Whether it is planned before what it needs."""
        return self.not_before is not None and self.action.year < self.not_before


def planned(actions: Sequence[Action], roles: Mapping[str, Role]) -> list[Planned]:
    """Actions with their roles.

    Args:
        actions: The actions.
        roles: Roles by component.

    Returns:
        One record an action, in the same order.
    """
    first = {a.component: a.year for a in sorted(actions, key=lambda a: -a.year)}
    found = []
    for action in actions:
        role = roles.get(action.component, Role(Text(action.component, action.component)))
        years = list(_years(role, first))
        found.append(Planned(action, role, max(years) if years else None))
    return found


def _years(role: Role, first: Mapping[str, int]) -> Iterator[int]:
    """First years of what is needed before; what the plan never builds asks for nothing."""
    return (first[name] for name in role.after if name in first)


def dependents(roles: Mapping[str, Role], component: str) -> list[str]:
    """Everything that waits for a component, directly or through others.

    Example:
        >>> from tanlu.types import Text
        >>> name = Text("", "")
        >>> dependents({"a": Role(name), "b": Role(name, after=("a",)),
        ...             "c": Role(name, after=("b",))}, "a")
        ['b', 'c']
    """
    found: list[str] = []
    waiting = [component]
    while waiting:
        now = waiting.pop(0)
        more = [n for n, role in roles.items() if now in role.after and n not in found]
        found += more
        waiting += more
    return found
