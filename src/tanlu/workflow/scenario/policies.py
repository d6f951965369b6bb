"""Clauses that a diagnosis cites: those the park's targets name, and those that bind it."""

from tanlu.catalog.policies import policies, policy_indicators, policy_words
from tanlu.catalog.policy_search import PolicyQuestion, find_policies
from tanlu.model.policy import Demand, Policy, PolicyTarget
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View, text

_PARK = "park"
_OWN = Text("named by a target of the park", "园区目标所引")


def policy_views(findings: Findings, year: int) -> list[View]:
    """Clauses in force for the park's place, those that set a number.

    Args:
        findings: Of the park.
        year: The base year: older targets of wider places are over.

    Returns:
        First what the park's own targets name, then clauses for parks of its size, then
        those of city, province and nation on carbon; whom each is for stands beside it.
    """
    rows = findings.book.table("targets").iter_rows(named=True)
    named = dict.fromkeys(row["cite"] for row in rows if row["cite"])
    question = PolicyQuestion(place=findings.book.park.place, state="in_force")
    found = [
        (policy, demand, demand.target)
        for policy in find_policies(findings.catalog, question)
        for demand in policy.demands
        if demand.target and _concerns(policy, demand.target, findings, year)
    ]
    found.sort(key=lambda each: each[2].scope != _PARK)
    own = [_named(findings, cite) for cite in named]
    return [*own, *(_clause(findings, *each) for each in found)]


def _concerns(policy: Policy, target: PolicyTarget, findings: Findings, year: int) -> bool:
    if target.scope == _PARK:
        energy = findings.facts[year].whole_energy_tce
        low, high = target.from_tce or 0.0, target.below_tce
        return energy is None or (energy >= low and (high is None or energy < high))
    return "carbon" in policy.themes and (target.year is None or target.year > year)


def _named(findings: Findings, cite: str) -> View:
    policy_id, _, clause = cite.partition("#")
    demands = policies()[policy_id].demands if policy_id in policies() else ()
    same = next((d for d in demands if d.clause == clause), None)
    return {
        "cite": cite,
        "clause": clause,
        "document": cited(findings.catalog, cite),
        "says": text(same.says) if same else text(_OWN),
        "status": same.status if same else "",
        "scope": text(_OWN),
        "target": None,
    }


def _clause(findings: Findings, policy: Policy, demand: Demand, target: PolicyTarget) -> View:
    indicator = policy_indicators().get(target.indicator)
    name = indicator.label if indicator else Text(target.indicator, target.indicator)
    return {
        "cite": policy.cite(demand),
        "clause": demand.clause,
        "document": cited(findings.catalog, policy.policy_id),
        "says": text(demand.says),
        "status": demand.status,
        "scope": text(policy_words("scopes")[target.scope]),
        "target": {
            "label": text(name),
            "sense": target.sense,
            "value": target.value,
            "unit": target.unit,
            "year": target.year,
        },
    }
