"""The knowledge base: policies and options, each opening to its facts and documents."""

from typing import Any

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, OnDesk
from tanlu.web.api.models import CitationView, Figure, Record, Text
from tanlu.workflow import knowledge

router = APIRouter(responses=PROBLEM)


class Choice(Record):
    """Something that can be asked for."""

    code: str
    label: Text


class PolicyCard(Record):
    """A policy as a line of the list."""

    policy_id: str
    document: CitationView
    level: str
    level_label: Text
    place: str
    kind_label: Text
    state: str
    state_label: Text
    themes: list[Text]
    demands: int
    targets: int


class PolicyList(Record):
    """Policies that answer a question, and what can be asked."""

    policies: list[PolicyCard]
    total: int
    levels: list[Choice]
    themes: list[Choice]
    states: list[Choice]
    indicators: list[Choice]
    years: list[int]


class PolicyName(Record):
    """A policy named by another."""

    policy_id: str
    title: Text


class PolicyClause(Record):
    """What one clause demands; `figure` where it sets a number."""

    clause: str
    cite: str
    says: Text
    status: str
    target: Text | None
    figure: Figure | None


class PolicyView(PolicyCard):
    """A policy with every demand."""

    aim: Text | None
    note: Text | None
    paper: str | None
    supersedes: list[PolicyName]
    superseded_by: PolicyName | None
    clauses: list[PolicyClause]


class StatusCount(Record):
    """How many numbers were found in one way."""

    status: str
    label: Text
    count: int


class OptionCard(Record):
    """An option as a line of the list."""

    option_id: str
    label: Text
    kind: str
    kind_label: Text
    direction: str
    direction_label: Text
    systems: list[str]
    statuses: list[StatusCount]


class OptionList(Record):
    """Options that answer a question, and what can be asked."""

    options: list[OptionCard]
    total: int
    kinds: list[Choice]
    directions: list[Choice]


class OptionPoint(Record):
    """A number at a date, as printed."""

    on: str
    value: float
    status: str
    status_label: Text
    cite: str | None


class OptionSeries(Record):
    """What one document prints of a quantity; the first one is taken."""

    unit: str
    place: str
    price_year: int | None
    points: list[OptionPoint]


class OptionValue(Record):
    """A quantity on a day, and how it was found."""

    name: str
    label: Text
    figure: Figure
    printed: str
    status: str
    status_label: Text
    found_label: Text
    place: str
    place_label: Text
    price_year: int | None
    cites: list[str]
    documents: list[CitationView]
    notes: list[Text]
    series: list[OptionSeries]


class OptionView(OptionCard):
    """All of an option on a day."""

    on: str
    price_year: int
    owner: Text
    capacity: str
    note: Text | None
    proof: Text | None
    values: list[OptionValue]


@router.get("/knowledge/policies", response_model=PolicyList)
def policies(
    desk: OnDesk,
    words: str = "",
    level: str = "",
    place: str = "",
    year: int = 0,
    indicator: str = "",
    theme: str = "",
    state: str = "",
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Policies that answer a question, newest first."""
    asked = (words, level, place, year, indicator, theme, state)
    return knowledge.policy_list(desk.catalog, asked)


@router.get("/knowledge/policies/{policy_id}", response_model=PolicyView)
def policy(policy_id: str, desk: OnDesk) -> Any:  # noqa: ANN401 - shaped by the response model
    """A policy, clause by clause."""
    return knowledge.one_policy(desk.catalog, policy_id)


@router.get("/knowledge/options", response_model=OptionList)
def options(words: str = "", kind: str = "", direction: str = "") -> Any:  # noqa: ANN401 - shaped by the response model
    """Options whose code or name holds every word."""
    return knowledge.option_list(words, kind, direction)


@router.get("/knowledge/options/{option_id}", response_model=OptionView)
def option(option_id: str, desk: OnDesk, on: str = "", prices: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """All of an option on a day, each number with its document."""
    return knowledge.one_option(desk.catalog, option_id, on, prices)
