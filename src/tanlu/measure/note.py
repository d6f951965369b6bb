"""A draft with what its reader had to guess."""

from dataclasses import dataclass

from tanlu.errors import Fault
from tanlu.model.book import Draft


@dataclass(frozen=True, slots=True)
class NotedDraft(Draft):
    """A draft and the warnings of whoever read it: a guessed encoding, an unread sheet.

    Example:
        >>> NotedDraft({}, {}).warnings
        ()
    """

    warnings: tuple[Fault, ...] = ()


def warnings_of(draft: Draft) -> tuple[Fault, ...]:
    """The warnings that a draft carries; none when it was not read from a file.

    Example:
        >>> warnings_of(Draft({}, {}))
        ()
    """
    return draft.warnings if isinstance(draft, NotedDraft) else ()
