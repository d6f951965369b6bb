"""The formula of a virtual channel: other channels, each times a number, added up.

Grammar: sums and differences of terms; a product has a number on one side; parentheses.
A hyphen belongs to a name when a channel of that name exists; spaces around it, or
brackets as in `[m-1] - [m-2]`, leave no doubt.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from tanlu.errors import InputError, Place

_TOKEN = re.compile(
    r"\s*(?:(?P<bracket>\[[^\]]*\])|(?P<word>\w[\w.\-]*)|(?P<sign>[-+*()（）−×]))", re.UNICODE
)
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_PLAIN = {"（": "(", "）": ")", "−": "-", "×": "*"}
_MOST = 4000  # characters; a text cell holds no more
_DEEP = 50  # parentheses within parentheses

Terms = dict[str, float]
"""Channel to what it is multiplied with. The empty name stands for a bare number."""


def read_formula(text: str, known: Collection[str]) -> Terms:
    """The channels of a formula, each with its factor.

    Args:
        text: As written: "m1 + 0.5*m2 - m3".
        known: The channels that there are.

    Returns:
        Channel to factor, in the order of the formula; a channel that cancels
        stays, with factor 0: where it is absent, so is the result.

    Raises:
        InputError: When the text is no such formula, or names an unknown channel.

    Example:
        >>> read_formula("a + b - 0.5*(c - a)", {"a", "b", "c"})
        {'a': 1.5, 'b': 1.0, 'c': -0.5}
    """
    reader = _Reader(text, _tokens(text, known))
    terms = reader.sum_of_terms()
    if reader.at < len(reader.tokens) or "" in terms or not terms:
        raise _bad(text)
    return terms


def _bad(text: str) -> InputError:
    return InputError.of("bad_channel_formula", Place(), formula=text[:80])


def _tokens(text: str, known: Collection[str]) -> list[str]:
    if len(text) > _MOST:
        raise _bad(text)
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise _bad(text)
        at = match.end()
        if match["sign"]:
            found.append(_PLAIN.get(match["sign"], match["sign"]))
        elif match["bracket"]:
            found.append(f"[{_known(match['bracket'][1:-1].strip(), known)}")
        else:
            found += _words(match["word"], known)
    return found


def _known(name: str, known: Collection[str]) -> str:
    if name not in known:
        raise InputError.of("unknown_channel_in_formula", Place(), channel=name[:80])
    return name


def _words(word: str, known: Collection[str]) -> list[str]:
    if word in known:
        return [f"[{word}"]
    if _NUMBER.fullmatch(word):
        return [word]
    head, hyphen, tail = word.partition("-")
    while hyphen:  # the longest name that exists, then what is taken away from it
        if head in known or _NUMBER.fullmatch(head):
            rest = [*_words(tail, known)] if tail else []
            return [f"[{head}" if head in known else head, "-", *rest]
        more, hyphen, tail = tail.partition("-")
        head = f"{head}-{more}"
    return [f"[{_known(word, known)}"]


@dataclass(slots=True)
class _Reader:
    text: str
    tokens: list[str]
    at: int = 0
    depth: int = 0
    names: Terms = field(default_factory=dict)

    def next(self, *wanted: str) -> str:
        """The part here, when it is one of those wanted; else nothing."""
        here = self.tokens[self.at] if self.at < len(self.tokens) else ""
        if not here or (wanted and here not in wanted):
            return ""
        self.at += 1
        return here

    def sum_of_terms(self) -> Terms:
        """Terms added and taken away."""
        total = self.product()
        while sign := self.next("+", "-"):
            for name, factor in self.product().items():
                total[name] = total.get(name, 0.0) + (factor if sign == "+" else -factor)
        return total

    def product(self) -> Terms:
        """Factors; at most one of them holds channels."""
        found = self.factor()
        while self.next("*"):
            found = self._times(found, self.factor())
        return found

    def _times(self, left: Terms, right: Terms) -> Terms:
        number, terms = (left, right) if left.keys() == {""} else (right, left)
        if number.keys() != {""}:
            raise _bad(self.text)
        return {name: factor * number[""] for name, factor in terms.items()}

    def factor(self) -> Terms:
        """A number, a channel, a part in parentheses, or one of these with a sign."""
        self.depth += 1
        part = self.next()
        if not part or self.depth > _DEEP:
            raise _bad(self.text)
        found = self._of(part)
        self.depth -= 1
        return found

    def _of(self, part: str) -> Terms:
        if part.startswith("["):
            return {part[1:]: 1.0}
        if part == "(":
            inner = self.sum_of_terms()
            if not self.next(")"):
                raise _bad(self.text)
            return inner
        if part in ("-", "+"):
            sign = -1.0 if part == "-" else 1.0
            return {name: sign * factor for name, factor in self.factor().items()}
        if _NUMBER.fullmatch(part):
            return {"": float(part)}
        raise _bad(self.text)


def ordered(formulas: Mapping[str, Collection[str]]) -> list[str]:
    """Virtual channels in an order in which each comes after those it is made of.

    Args:
        formulas: Virtual channel to the channels of its formula.

    Raises:
        InputError: When a channel leads back to itself; the circle is named.

    Example:
        >>> ordered({"sum": ["half", "a"], "half": ["a"]})
        ['half', 'sum']
    """
    done: dict[str, None] = {}
    for start in formulas:
        _visit(start, formulas, done, [])
    return list(done)


def _visit(
    name: str, formulas: Mapping[str, Collection[str]], done: dict[str, None], path: list[str]
) -> None:
    if name in done or name not in formulas:
        return
    if name in path:
        circle = " → ".join([*path[path.index(name) :], name])
        raise InputError.of("formula_circle", Place(), path=circle[:200])
    if len(path) > _DEEP:
        raise InputError.of("formula_circle", Place(), path=" → ".join([*path[:5], "…"]))
    for part in formulas[name]:
        _visit(part, formulas, done, [*path, name])
    done[name] = None
