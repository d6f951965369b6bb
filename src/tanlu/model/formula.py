"""A formula that explains itself: the function is run on names instead of numbers.

A formula is a plain function of operators. Called with `Term`s, the same
function yields its own text, its LaTeX, the line with numbers put in, or an
Excel formula over cells: nothing is written twice.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tanlu.types import Column, Text

_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True, slots=True)
class Term:
    """A name or an operation on terms.

    Example:
        >>> power, factor = Term("AD"), Term("EF")
        >>> (power * factor).text()
        'AD × EF'
    """

    name: str = ""
    operator: str = ""
    left: "Term | None" = None
    right: "Term | None" = None

    def __add__(self, other: object) -> "Term":
        """A sum."""
        return Term("", "+", self, _term(other))

    def __sub__(self, other: object) -> "Term":
        """A difference."""
        return Term("", "-", self, _term(other))

    def __mul__(self, other: object) -> "Term":
        """A product."""
        return Term("", "*", self, _term(other))

    def __truediv__(self, other: object) -> "Term":
        """A quotient."""
        return Term("", "/", self, _term(other))

    def __radd__(self, other: object) -> "Term":
        """A sum with a number in front."""
        return _term(other) + self

    def __rsub__(self, other: object) -> "Term":
        """A difference with a number in front."""
        return _term(other) - self

    def __rmul__(self, other: object) -> "Term":
        """A product with a number in front."""
        return _term(other) * self

    def __rtruediv__(self, other: object) -> "Term":
        """A quotient with a number in front."""
        return _term(other) / self

    def text(self) -> str:
        """As a reader writes it."""
        return self._infix({"+": " + ", "-": " − ", "*": " × ", "/": " / "})

    def excel(self) -> str:
        """As a spreadsheet writes it; names are cell references."""
        return self._infix({"+": "+", "-": "-", "*": "*", "/": "/"})

    def latex(self) -> str:
        """As LaTeX."""
        if not self.operator or self.left is None or self.right is None:
            return _latex_name(self.name)
        if self.operator == "/":
            return self._fraction()
        sign = {"+": " + ", "-": " - ", "*": r" \cdot "}[self.operator]
        left = self.left._wrapped(self, is_right=False)
        return left + sign + self.right._wrapped(self, is_right=True)

    def _wrapped(self, above: "Term", *, is_right: bool) -> str:
        inner = self.latex()
        return inner if self._binds(above, is_right=is_right) else rf"\left({inner}\right)"

    def _fraction(self) -> str:
        # a product over a number reads best as product · number/number
        left, right = self.left, self.right
        assert left is not None and right is not None  # noqa: S101, PT018 - narrowed by latex()
        if left.operator == "*" and left.left and left.right and not left.right.operator:
            head = left.left._wrapped(left, is_right=False)
            return rf"{head} \cdot \frac{{{left.right.latex()}}}{{{right.latex()}}}"
        return rf"\frac{{{left.latex()}}}{{{right.latex()}}}"

    def _infix(self, signs: Mapping[str, str]) -> str:
        if not self.operator or self.left is None or self.right is None:
            return self.name
        return signs[self.operator].join(
            part._infix(signs)
            if part._binds(self, is_right=is_right)
            else f"({part._infix(signs)})"
            for part, is_right in ((self.left, False), (self.right, True))
        )

    def _binds(self, above: "Term", *, is_right: bool) -> bool:
        if not self.operator:
            return True
        mine, theirs = _RANK[self.operator], _RANK[above.operator]
        return mine > theirs or (mine == theirs and not (is_right and above.operator in "-/"))


def _term(value: object) -> Term:
    return value if isinstance(value, Term) else Term(str(value))


def _latex_name(name: str) -> str:
    if "_" not in name:
        return name if len(name) == 1 or not name.isalpha() else rf"\mathrm{{{name}}}"
    head, tail = name.split("_", 1)
    return rf"{_latex_name(head)}_{{\mathrm{{{tail}}}}}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """An argument of a formula: the letter, the name and the unit it wants."""

    letter: str
    label: Text
    unit: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with its symbols and the equation it stands for.

    Example:
        >>> double = Formula("double", Text("Double", "加倍"), lambda x: x * 2,
        ...     {"x": Symbol("x", Text("number", "数"), "1")}, "", "none#1")
        >>> double.text(), double.numbers({"x": 4.0})
        ('x × 2', '4 × 2')
    """

    code: str
    label: Text
    function: Callable[..., Column]
    symbols: Mapping[str, Symbol]
    unit: str
    cite: str

    def text(self) -> str:
        """The formula as text."""
        return self.on({name: s.letter for name, s in self.symbols.items()}).text()

    def latex(self) -> str:
        """The formula as LaTeX."""
        return self.on({name: s.letter for name, s in self.symbols.items()}).latex()

    def numbers(self, values: Mapping[str, float]) -> str:
        """The formula with numbers put in."""
        return self.on({name: f"{value:.10g}" for name, value in values.items()}).text()

    def excel(self, cells: Mapping[str, str]) -> str:
        """The formula over spreadsheet cells, with the leading equals sign."""
        return "=" + self.on(cells).excel()

    def on(self, names: Mapping[str, str]) -> Term:
        """The formula run on names."""
        result = self.function(**{key: Term(names[key]) for key in self.symbols})
        return _term(result)
