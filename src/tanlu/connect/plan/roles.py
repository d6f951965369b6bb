"""Roles of components: `actions.yaml` of a plan's folder, on top of what the catalogue says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tanlu.catalog.option_words import words_of
from tanlu.catalog.options import options
from tanlu.catalog.policies import policies
from tanlu.connect.plan.folder import PlanFolder
from tanlu.connect.plan.reader import Reader, open_yaml
from tanlu.errors import Fault, raise_errors
from tanlu.plan.dated.action import order_of
from tanlu.plan.dated.role import Role
from tanlu.types import Text, text_of

_KEYS = ("owner", "direction", "after", "proof", "clauses", "option", "note")


def read_roles(folder: Path, plan: PlanFolder) -> dict[str, Role]:
    """Roles of all components of a plan.

    Args:
        folder: The plan's folder; `actions.yaml` may be absent.
        plan: The plan as read.

    Returns:
        Roles by component. What neither file nor catalogue says stays None: it is not invented.

    Raises:
        InputError: With every fault, each with line and key.
    """
    faults: list[Fault] = []
    reader, raw = _opened(folder, faults)
    names = [component.name for component in plan.system.components]
    for name in raw:
        if name not in names:
            reader.blame("plan_unknown_word", name, value=name, known=", ".join(names))
    roles = {name: _role(reader, plan, name, names, raw.get(name) or {}) for name in names}
    _no_circle(reader, roles)
    raise_errors(faults)
    return roles


def _opened(folder: Path, faults: list[Fault]) -> tuple[Reader, Mapping[str, Any]]:
    if (folder / "actions.yaml").is_file():
        return open_yaml(folder / "actions.yaml", faults)
    return Reader("actions.yaml", faults), {}


def _role(
    reader: Reader, plan: PlanFolder, name: str, names: list[str], raw: Mapping[str, Any]
) -> Role:
    reader.known(raw, _KEYS, f"{name}.")
    option = raw.get("option")
    known = options().get(str(option)) if option is not None else None
    if option is not None and known is None:
        reader.blame("plan_unknown_word", f"{name}.option", value=option, known="tanlu option list")
    owner = _code(reader, raw, name, "owner", "owners") or (known.owner if known else None)
    direction = _code(reader, raw, name, "direction", "directions")
    proof = text_of(raw["proof"]) if "proof" in raw else (known.proof if known else None)
    return Role(
        plan.labels.get(name, Text(name, name)), owner,
        direction or (known.direction if known else None),
        _known(reader, raw, name, "after", names), proof, _clauses(reader, raw, name),
        str(option) if known else None,
    )  # fmt: skip


def _code(reader: Reader, raw: Mapping[str, Any], name: str, key: str, group: str) -> str | None:
    if key not in raw:
        return None
    return reader.one_of(raw[key], words_of(group), f"{name}.{key}")


def _known(
    reader: Reader, raw: Mapping[str, Any], name: str, key: str, names: list[str]
) -> tuple[str, ...]:
    found = [str(each) for each in raw.get(key) or ()]
    for each in found:
        reader.one_of(each, names, f"{name}.{key}")
    return tuple(each for each in found if each in names)


def _clauses(reader: Reader, raw: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = [str(each) for each in raw.get("clauses") or ()]
    for each in found:
        policy_id, _, clause = each.partition("#")
        policy = policies().get(policy_id)
        known = [demand.clause for demand in policy.demands] if policy else []
        if policy is None:
            reader.blame(
                "plan_unknown_word", f"{name}.clauses", value=each, known="tanlu policy list"
            )
        elif clause and clause not in known:
            reader.blame("plan_unknown_word", f"{name}.clauses", value=each, known=", ".join(known))
    return tuple(found)


def _no_circle(reader: Reader, roles: Mapping[str, Role]) -> None:
    try:
        order_of([], {name: role.after for name, role in roles.items()})
    except ValueError as error:
        reader.blame("plan_circle", str(error).partition(",")[0], names=error)
