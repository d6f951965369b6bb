"""Headings as people write them: code, English, Chinese, or both with a stroke."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from tanlu.errors import Fault, Place
from tanlu.model.table import tables

_DROP = re.compile(r"[\s/|*_＊:：\-]|\(?(?:required|必填)\)?")


@cache
def _names(table: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, column in tables()[table].fields.items():
        zh, en = column.label.zh, column.label.en
        for text in (code, zh, en, zh + en, en + zh, code + zh, code + en, zh + code, en + code):
            found.setdefault(_plain(text), code)
    return found


def _plain(text: str) -> str:
    return _DROP.sub("", unicodedata.normalize("NFKC", text).casefold())


def find_heading(table: str, text: str) -> str | None:
    """The column that a heading means, or None.

    Args:
        table: Name of a table.
        text: The heading as written.

    Example:
        >>> find_heading("flows", "单位 / Unit"), find_heading("flows", "来自")
        ('unit', 'from_id')
    """
    return _names(table).get(_plain(text))


def find_table(text: str) -> str | None:
    """The table that a file or sheet name means, or None.

    Example:
        >>> find_table("能源流"), find_table("Flows"), find_table("notes")
        ('flows', 'flows', None)
    """
    for name, table in tables().items():
        zh, en = table.label.zh, table.label.en
        if _plain(text) in {_plain(each) for each in (name, zh, en, zh + en, en + zh)}:
            return name
    return None


def read_headings(
    table: str, texts: Sequence[str], place: Place
) -> tuple[list[str | None], list[Fault]]:
    """The columns of a heading row; None where heading is blank.

    Args:
        table: Name of the table.
        texts: The heading row.
        place: Where it stands.

    Returns:
        A column's code for each heading, the text itself when it is not known,
        and a fault for every heading that stands twice.

    Example:
        >>> read_headings("flows", ["来自", "From"], Place())[1][0].code
        'duplicate_heading'
    """
    found: list[str | None] = []
    faults: list[Fault] = []
    for text in texts:
        plain = text.strip()
        name = find_heading(table, plain) or plain or None
        if name in found and name is not None:
            where = Place(place.file, place.sheet, place.row, name)
            faults.append(Fault("duplicate_heading", where, {"heading": plain[:80]}))
        found.append(name)
    return found, faults
