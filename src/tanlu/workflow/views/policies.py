"""Policies for the API: cards, and one with its demands; targets are figures that open."""

from tanlu.catalog.content import Catalog
from tanlu.catalog.policies import policies, policy_indicators, policy_words, superseded_by
from tanlu.catalog.policy_search import PolicyQuestion, find_policies
from tanlu.model.policy import Demand, Policy
from tanlu.types import Text
from tanlu.workflow.policy_records import target_text
from tanlu.workflow.views.catalog import citation_view
from tanlu.workflow.views.figure import View, figure, key_of, text


def policy_cards(catalog: Catalog, question: PolicyQuestion) -> View:
    """Policies that answer a question, with what can be asked, as `PolicyList`."""
    found = find_policies(catalog, question)
    years = {catalog.citations[each].published_on or "" for each in policies()}
    return {
        "policies": [policy_card(each, catalog) for each in found],
        "total": len(policies()),
        "levels": _choices("levels"),
        "themes": _choices("themes"),
        "states": _choices("states"),
        "indicators": [
            {"code": code, "label": text(each.label)} for code, each in policy_indicators().items()
        ],
        "years": sorted({int(day[:4]) for day in years if day[:4].isdigit()}, reverse=True),
    }


def _choices(group: str) -> list[View]:
    return [{"code": code, "label": text(name)} for code, name in policy_words(group).items()]


def policy_card(policy: Policy, catalog: Catalog) -> View:
    """A policy as a line of the list, as `PolicyCard`."""
    return {
        "policy_id": policy.policy_id,
        "document": citation_view(catalog.citations[policy.policy_id]),
        "level": policy.level,
        "level_label": text(policy_words("levels")[policy.level]),
        "place": policy.place,
        "kind_label": text(policy_words("kinds")[policy.kind]),
        "state": policy.state,
        "state_label": text(policy_words("states")[policy.state]),
        "themes": [text(policy_words("themes")[theme]) for theme in policy.themes],
        "demands": len(policy.demands),
        "targets": sum(1 for demand in policy.demands if demand.target),
    }


def policy_view(policy: Policy, catalog: Catalog) -> View:
    """A policy with every demand, as `PolicyView`."""
    return {
        **policy_card(policy, catalog),
        "aim": text(policy.aim) if policy.aim else None,
        "note": text(policy.note) if policy.note else None,
        "paper": policy.paper,
        "supersedes": [_named(each, catalog) for each in policy.supersedes],
        "superseded_by": _named(superseded_by(policy.policy_id), catalog),
        "clauses": [_clause(policy, index, each) for index, each in enumerate(policy.demands)],
    }


def _named(policy_id: str | None, catalog: Catalog) -> View | None:
    if policy_id is None:
        return None
    return {"policy_id": policy_id, "title": text(catalog.citations[policy_id].title)}


def _clause(policy: Policy, index: int, demand: Demand) -> View:
    return {
        "clause": demand.clause,
        "cite": policy.cite(demand),
        "says": text(demand.says),
        "status": demand.status,
        "target": text(target_text(demand.target)) if demand.target else None,
        "figure": target_figure(policy, index),
    }


def target_figure(policy: Policy, index: int) -> View | None:
    """The number of a demand as a figure that opens; None where it sets none."""
    target = policy.demands[index].target
    if target is None:
        return None
    name = policy_indicators()[target.indicator].label
    by = Text(f"{name.en}, {target.year}", f"{name.zh}，{target.year} 年") if target.year else name
    return figure(key_of("policy", policy.policy_id, index), target.value, target.unit, by)
