"""Policies as records for JSON: a line of the list, and one with all that it demands."""

from typing import Any

from tanlu.catalog.content import Catalog
from tanlu.catalog.policies import policy_indicators, policy_words, superseded_by
from tanlu.model.policy import Demand, Policy, PolicyTarget
from tanlu.types import Text

Json = dict[str, Any]


def policy_line(policy: Policy, catalog: Catalog) -> Json:
    """A policy as a line of a list."""
    document = catalog.citations[policy.policy_id]
    return {
        "id": policy.policy_id,
        "title": _both(document.title),
        "issuer": _both(document.issuer),
        "number": document.number,
        "on": document.published_on,
        "level": policy.level,
        "level_label": _both(policy_words("levels")[policy.level]),
        "place": policy.place,
        "kind": policy.kind,
        "kind_label": _both(policy_words("kinds")[policy.kind]),
        "state": policy.state,
        "state_label": _both(policy_words("states")[policy.state]),
        "themes": [
            {"code": theme, **_both(policy_words("themes")[theme])} for theme in policy.themes
        ],
        "read": document.read,
        "demands": len(policy.demands),
        "targets": sum(1 for demand in policy.demands if demand.target),
    }


def policy_record(policy: Policy, catalog: Catalog) -> Json:
    """A policy with every demand, its target and how its document was read."""
    document = catalog.citations[policy.policy_id]
    return {
        **policy_line(policy, catalog),
        "paper": policy.paper,
        "aim": _both(policy.aim) if policy.aim else None,
        "note": _both(policy.note) if policy.note else None,
        "document_note": document.note,
        "supersedes": list(policy.supersedes),
        "superseded_by": superseded_by(policy.policy_id),
        "demands": [demand_record(policy, demand) for demand in policy.demands],
    }


def demand_record(policy: Policy, demand: Demand) -> Json:
    """A demand with its citation and target."""
    return {
        "clause": demand.clause,
        "cite": policy.cite(demand),
        "says": _both(demand.says),
        "status": demand.status,
        "target": target_record(demand.target) if demand.target else None,
    }


def target_record(target: PolicyTarget) -> Json:
    """A target as a machine reads it, with what its codes mean."""
    indicator = policy_indicators()[target.indicator]
    return {
        "indicator": target.indicator,
        "indicator_label": _both(indicator.label),
        "sense": target.sense,
        "sense_label": _both(policy_words("senses")[target.sense]),
        "value": target.value,
        "unit": target.unit,
        "year": target.year,
        "base_year": target.base_year,
        "scope": target.scope,
        "scope_label": _both(policy_words("scopes")[target.scope]),
        "from_tce": target.from_tce,
        "below_tce": target.below_tce,
    }


def target_text(target: PolicyTarget) -> Text:
    """A target as one phrase.

    Example:
        >>> target_text(PolicyTarget("clean_share", "at_least", 0.9, "1", "park", 2030)).en
        'Clean energy share: at least 90 % by 2030 (a park)'
    """
    number = f"{target.value * 100:g} %" if target.unit == "1" else f"{target.value:g}"
    unit = "" if target.unit in ("1", "a", "piece") else f" {target.unit}"
    base = f" ({target.base_year})" if target.base_year else ""
    year = Text(f" by {target.year}", f"，{target.year} 年") if target.year else Text("", "")
    said = Text("{of}: {sense} {number}{year} ({scope})", "{of}：{sense} {number}{year}（{scope}）")
    return said.fill(
        of=policy_indicators()[target.indicator].label,
        sense=policy_words("senses")[target.sense],
        number=f"{number}{unit}{base}",
        year=year,
        scope=policy_words("scopes")[target.scope],
    )


def _both(text: Text) -> dict[str, str]:
    return text.both()
