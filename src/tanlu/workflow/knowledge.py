"""Questions to the knowledge base: policies and options."""

from tanlu.catalog.content import Catalog
from tanlu.catalog.money import rates
from tanlu.catalog.option_words import kinds, words_of
from tanlu.catalog.options import options
from tanlu.catalog.policies import policies
from tanlu.catalog.policy_search import PolicyQuestion
from tanlu.workflow.options import day_of, find_options
from tanlu.workflow.views.figure import View, pick, text
from tanlu.workflow.views.options import option_card, option_view
from tanlu.workflow.views.policies import policy_cards, policy_view


def policy_list(catalog: Catalog, asked: tuple[str, str, str, int, str, str, str]) -> View:
    """Policies that answer a question, as `PolicyList`.

    Args:
        catalog: Holds documents and places.
        asked: The fields of `PolicyQuestion`, in their order.
    """
    return policy_cards(catalog, PolicyQuestion(*asked))


def one_policy(catalog: Catalog, policy_id: str) -> View:
    """A policy, clause by clause, as `PolicyView`.

    Raises:
        NotFoundError: When there is none.
    """
    return policy_view(pick(policies(), policy_id), catalog)


def option_list(words: str, kind: str, direction: str) -> View:
    """Options that answer a question, as `OptionList`."""
    found = [
        each
        for each in find_options(options(), words, kind)
        if direction in ("", each.direction)
    ]  # fmt: skip
    order = list(kinds())
    found.sort(key=lambda each: order.index(each.kind))
    used = {each.kind for each in options().values()}
    return {
        "options": [option_card(each) for each in found],
        "total": len(options()),
        "kinds": [
            {"code": code, "label": text(each.label)}
            for code, each in kinds().items()
            if code in used
        ],
        "directions": [
            {"code": code, "label": text(name)} for code, name in words_of("directions").items()
        ],
    }


def one_option(catalog: Catalog, option_id: str, on: str, prices: int) -> View:
    """All of an option on a day, as `OptionView`.

    Raises:
        NotFoundError: When there is none.
        InputError: When the day is no period, or prices of the year are not known.
    """
    found = pick(options(), option_id)
    return option_view(found, catalog, day_of(on or None), prices or rates().price_year)
