"""A plan's folder as dated actions: record, cash flow, workbook, slips."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tanlu.catalog.option_words import words_of
from tanlu.connect.plan.folder import PlanFolder, read_plan
from tanlu.connect.plan.roles import read_roles
from tanlu.connect.whole import write_file
from tanlu.errors import InputError
from tanlu.plan.analyse.curve import curve
from tanlu.plan.dated import (
    Payment,
    Planned,
    Role,
    actions_of,
    dependents,
    payments_of,
    planned,
    slip,
)
from tanlu.plan.design import Design
from tanlu.plan.model import System
from tanlu.plan.solve import solve
from tanlu.report.plan_workbook import plan_workbook
from tanlu.types import Language, Text
from tanlu.workflow.pathway.folder import system_of


@dataclass(frozen=True, slots=True)
class Dated:
    """A plan with its dated actions and payments."""

    plan: PlanFolder
    system: System
    design: Design
    roles: Mapping[str, Role]
    actions: tuple[Planned, ...]
    payments: tuple[Payment, ...]


def dated(folder: Path) -> Dated:
    """Read and solve a plan, and date its actions.

    Raises:
        InputError: With every fault of the folder, or when there is no plan.
    """
    plan = read_plan(folder)
    roles = read_roles(folder, plan)
    system = system_of(plan)
    design = solve(system)
    if not design.periods:
        raise InputError.of("plan_not_feasible", status=design.status)
    actions = planned(actions_of(system, design, curve(system, design)), roles)
    owners = {name: role.owner for name, role in roles.items() if role.owner}
    payments = payments_of(system, design, owners)
    return Dated(plan, system, design, roles, tuple(actions), tuple(payments))


def actions_record(made: Dated) -> dict[str, Any]:
    """Actions and yearly cash flow by owner, as plain values."""
    cash: dict[str, dict[str, float]] = {}
    for each in made.payments:
        row = cash.setdefault(str(each.year), {})
        row[each.owner] = row.get(each.owner, 0.0) + each.cny
    return {
        "name": _text(made.plan.label),
        "currency_year": made.plan.currency_year,
        "actions": [_action(each) for each in made.actions],
        "cash_cny": cash,
        "labels": {
            group: {code: _text(text) for code, text in words_of(group).items()}
            for group in ("owners", "directions")
        },
    }


def _text(text: Text | None) -> dict[str, str] | None:
    return None if text is None else text.both()


def _action(each: Planned) -> dict[str, Any]:
    action, role = each.action, each.role
    return {
        "component": action.component,
        "label": _text(role.label),
        "year": action.year,
        "mw": action.mw,
        "owner": role.owner,
        "direction": role.direction,
        "investment_cny": action.investment_cny,
        "fixed_cny": action.fixed_cny,
        "avoided_t": action.avoided_t,
        "alone_t": action.alone_t,
        "after": list(role.after),
        "not_before": each.not_before,
        "is_early": each.is_early,
        "clauses": list(role.clauses),
        "proof": _text(role.proof),
        "option": role.option,
    }


def slip_record(made: Dated, component: str) -> dict[str, Any]:
    """What follows when a component comes a period late.

    Raises:
        InputError: When the plan does not build it.
    """
    built = {each.action.component for each in made.actions}
    if component not in built:
        raise InputError.of("plan_not_built", component=component, known=", ".join(sorted(built)))
    found = slip(made.system, made.design, component)
    return {
        "component": component,
        "targets_kept": found.is_kept,
        "cost_cny": found.cny,
        "co2_t": found.t,
        "moved_mw": {
            name: {str(year): mw for year, mw in years.items()}
            for name, years in found.moved.items()
        },
        "waiting": [name for name in dependents(made.roles, component) if name in built],
    }


def write_plan_workbook(made: Dated, path: Path, language: Language, *, force: bool) -> None:
    """The plan as a workbook; whole or not at all.

    Raises:
        InputError: When the file exists already.
    """
    labels = {
        **{group: words_of(group) for group in ("owners", "directions")},
        "components": {name: role.label for name, role in made.roles.items()},
    }
    content = plan_workbook(
        made.actions, made.payments, made.system.periods, labels, made.plan.label, language
    )

    def put(target: Path) -> None:
        target.write_bytes(content)

    write_file(path, put, force=force)
