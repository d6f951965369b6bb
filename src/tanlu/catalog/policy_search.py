"""Find policies by words in either language, level, place, year, indicator and theme."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tanlu.catalog.content import Catalog, normal
from tanlu.catalog.policies import Indicator, policies, policy_indicators, policy_words
from tanlu.model.factor import Citation
from tanlu.model.policy import Demand, Policy


@dataclass(frozen=True, slots=True)
class PolicyQuestion:
    """What is looked for; an empty field asks nothing.

    `place` takes policies of the place and of the wider places around it. `year` takes
    documents issued in it and targets due in it.
    """

    words: str = ""
    level: str = ""
    place: str = ""
    year: int = 0
    indicator: str = ""
    theme: str = ""
    state: str = ""


def find_policies(catalog: Catalog, question: PolicyQuestion) -> list[Policy]:
    """Policies that answer a question, newest first.

    Args:
        catalog: Holds the documents and places.
        question: What is looked for.

    Returns:
        All policies when the question is empty.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> found = find_policies(load_catalog(), PolicyQuestion(words="绿电直连 自发自用"))
        >>> [each.policy_id for each in found]
        ['cn.direct_green_power.2025']
    """
    words = [normal(word) for word in question.words.split()]
    around = catalog.around(question.place) if question.place else ()
    found = [
        each
        for each in policies().values()
        if all(_fits(each, question, around))
        and _year_fits(each, catalog, question.year)
        and all(word in _text(each, catalog.citations) for word in words)
    ]
    return sorted(found, key=lambda each: _issued(each, catalog.citations), reverse=True)


def _fits(policy: Policy, asked: PolicyQuestion, around: tuple[str, ...]) -> Iterator[bool]:
    yield asked.level in ("", policy.level)
    yield not around or policy.place in around
    yield asked.theme == "" or asked.theme in policy.themes
    yield asked.state in ("", policy.state)
    yield asked.indicator == "" or any(
        demand.target and demand.target.indicator == asked.indicator for demand in policy.demands
    )


def _issued(policy: Policy, citations: Mapping[str, Citation]) -> str:
    return citations[policy.policy_id].published_on or ""


def _year_fits(policy: Policy, catalog: Catalog, year: int) -> bool:
    due = {demand.target.year for demand in policy.demands if demand.target}
    return year == 0 or _issued(policy, catalog.citations)[:4] == str(year) or year in due


def _text(policy: Policy, citations: Mapping[str, Citation]) -> str:
    document = citations[policy.policy_id]
    parts: list[Any] = [
        policy.policy_id, document.number or "", document.title.en, document.title.zh,
        document.issuer.en, document.issuer.zh, policy_words("levels")[policy.level].zh,
        *(policy_words("themes")[theme].zh for theme in policy.themes),
        *(policy.themes),
    ]  # fmt: skip
    for demand in policy.demands:
        parts += [demand.says.en, demand.says.zh, *_named(indicator_of(demand))]
    return normal(" ".join(parts))


def _named(indicator: Indicator | None) -> tuple[str, ...]:
    return (indicator.label.en, indicator.label.zh) if indicator else ()


def indicator_of(demand: Demand) -> Indicator | None:
    """What the target of a demand is about; None where it sets no number."""
    return policy_indicators()[demand.target.indicator] if demand.target else None
