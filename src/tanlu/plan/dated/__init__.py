"""The plan as dated actions: who does what when, for how much, and what if it slips."""

from tanlu.plan.dated.action import Action, actions_of
from tanlu.plan.dated.cash import Payment, payments_of
from tanlu.plan.dated.slip import Slip, slip

__all__ = ["Action", "Payment", "Slip", "actions_of", "payments_of", "slip"]
