"""The plan as dated actions: who does what when, for how much, and what if it slips."""

from tanlu.plan.dated.action import Action, actions_of
from tanlu.plan.dated.cash import Payment, payments_of
from tanlu.plan.dated.role import Planned, Role, dependents, planned
from tanlu.plan.dated.slip import Slip, slip

__all__ = [
    "Action",
    "Payment",
    "Planned",
    "Role",
    "Slip",
    "actions_of",
    "dependents",
    "payments_of",
    "planned",
    "slip",
]
