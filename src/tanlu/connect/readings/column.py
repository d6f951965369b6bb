"""A column that a map names: by heading, number or letter."""

import difflib
import re
from collections.abc import Callable, Sequence

from tanlu.connect.parts import column_letters, column_number
from tanlu.connect.readings.heading import bare, heading_unit, norm
from tanlu.connect.readings.map import Ref

_LETTERS = re.compile(r"[A-Za-z]{1,3}")


def find_columns(ref: Ref, names: Sequence[Sequence[str]]) -> list[int]:
    """The columns that a map's text or number means.

    A heading is stronger than a letter: a column headed "B" is that column.

    Args:
        ref: As the map says.
        names: What each column may be called.

    Returns:
        Places from 0: one when it is clear, several when it is not, none when there
        is no such column.

    Example:
        >>> names = [["时间"], ["1#车间 (kWh)"], ["B"]]
        >>> find_columns("1#车间", names), find_columns("B", names), find_columns(2, names)
        ([1], [2], [1])
    """
    if isinstance(ref, int):
        if 1 <= ref <= len(names):
            return [ref - 1]
        ref = str(ref)
    named = find_named(ref, names)
    if named:
        return named
    if _LETTERS.fullmatch(ref) and column_number(ref.upper()) <= len(names):
        return [column_number(ref.upper()) - 1]
    if ref.isascii() and ref.isdigit() and 1 <= int(ref) <= len(names):
        return [int(ref) - 1]
    return []


def find_named(ref: str, names: Sequence[Sequence[str]]) -> list[int]:
    """The columns whose heading a text is, the closest likeness first."""
    for same in (_exact, _alike, _without_brackets):
        found = _tier(ref, names, same)
        if found:
            return found
    return []


def _exact(ref: str, name: str) -> bool:
    return ref == name


def _alike(ref: str, name: str) -> bool:
    return norm(ref) == norm(name) and bool(norm(ref))


def _without_brackets(ref: str, name: str) -> bool:
    return norm(bare(ref)) == norm(bare(name)) and bool(norm(bare(ref)))


def _tier(ref: str, names: Sequence[Sequence[str]], same: Callable[[str, str], bool]) -> list[int]:
    deepest = max((len(each) for each in names), default=0)
    for rank in range(deepest):  # the plainest names first, joined ones later
        found = [at for at, each in enumerate(names) if rank < len(each) and same(ref, each[rank])]
        if found:
            return found
    return []


def near_columns(ref: Ref, names: Sequence[Sequence[str]]) -> str:
    """Columns that may have been meant, for a message."""
    known = [each[0] for each in names if each]
    close = difflib.get_close_matches(str(ref), known, n=3, cutoff=0.5)
    if close or known:
        return ", ".join(close or known[:12])
    return f"A … {column_letters(len(names))}" if names else "-"


def show_column(at: int, names: Sequence[Sequence[str]]) -> str:
    """A column as a message says it: its heading, or its letter.

    Example:
        >>> show_column(1, [["a"], []])
        'B'
    """
    if at >= len(names) or not names[at]:
        return column_letters(at + 1)
    others = {name for other, each in enumerate(names) if other != at for name in each}
    telling = (name for name in names[at] if name not in others and heading_unit(name) != name)
    return next(telling, names[at][0])
