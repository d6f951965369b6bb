"""`park.yaml`: plain lines of names and values, nothing cleverer."""

from collections.abc import Mapping

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from tanlu.errors import InputError, Place
from tanlu.model.table import park_fields
from tanlu.types import Text

CARD = "park.yaml"
_MOST_EVENTS = 400
_MARKED = Text("it uses anchors, tags or references", "使用了锚点、标签或引用")
_NESTED = Text("an entry is not a plain text", "某项不是纯文本")
_TWICE = Text('"{name}" stands twice', "“{name}”重复")
_LONG = Text("it has too many entries", "条目过多")


def read_card(text: str, place: Place) -> dict[str, str]:
    """The entries of a park's card, as written.

    Args:
        text: Content of `park.yaml`.
        place: The file, for messages.

    Returns:
        Texts by name; `2022-01-01` stays a text.

    Raises:
        InputError: When it is more than plain lines of names and values.

    Example:
        >>> read_card("park_id: my-park", Place("park.yaml"))
        {'park_id': 'my-park'}
    """
    try:
        words = _words(text, place)
    except yaml.YAMLError as error:
        raise _bad(place, _reason(error)) from None
    if len(words) % 2:
        raise _bad(place, _NESTED)
    card: dict[str, str] = {}
    for name, value in zip(words[::2], words[1::2], strict=True):
        if name in card:
            raise _bad(Place(place.file, column=name[:80]), _TWICE.fill(name=name[:80]))
        card[name] = value
    return card


def _words(text: str, place: Place) -> list[str]:
    words: list[str] = []
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
        if count > _MOST_EVENTS:
            raise _bad(place, _LONG)
        row = event.start_mark.line + 1 if event.start_mark else None
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _bad(Place(place.file, row=row), _MARKED)
        depth += isinstance(event, MappingStartEvent)
        if isinstance(event, ScalarEvent) and depth:
            words.append(_plain(event))
        elif not _is_frame(event) or depth > 1:
            raise _bad(Place(place.file, row=row), _NESTED)
    return words


def _plain(event: ScalarEvent) -> str:
    return "" if event.implicit[0] and event.value in ("~", "null") else str(event.value)


def _is_frame(event: object) -> bool:
    frame = (StreamStartEvent, StreamEndEvent, DocumentStartEvent, MappingStartEvent)
    return isinstance(event, (*frame, MappingEndEvent, yaml.events.DocumentEndEvent))


def _reason(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not YAML"
    return f"{problem} (line {mark.line + 1})" if mark else str(problem)


def _bad(place: Place, reason: object) -> InputError:
    return InputError.of("bad_card", place, reason=reason)


def write_card(card: Mapping[str, str]) -> str:
    r"""The text of `park.yaml`: known entries first, in their order.

    Example:
        >>> write_card({"note": "", "park_id": "p"})
        'park_id: p\nnote: ""\n'
    """
    names = [*(n for n in park_fields() if n in card), *(n for n in card if n not in park_fields())]
    return "".join(f"{_scalar(name)}: {_scalar(card[name])}\n" for name in names)


def _scalar(text: str) -> str:
    dumped = yaml.safe_dump(
        text, allow_unicode=True, width=float("inf"), default_style=None if text else '"'
    )
    line = str(dumped).removesuffix("...\n").rstrip("\n")
    if "\n" in line or line.startswith(("|", ">")):
        quoted = yaml.safe_dump(text, allow_unicode=True, width=float("inf"), default_style='"')
        return str(quoted).rstrip("\n")
    return line
