"""A term prints what Python would compute, with brackets only where they are needed."""

import operator
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tanlu.model.formula import Formula, Symbol, Term
from tanlu.types import Text

OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
PLAIN = str.maketrans({"×": "*", "−": "-"})
NAMES = {"a": Fraction(2), "b": Fraction(3), "c": Fraction(5), "d": Fraction(7)}


@st.composite
def trees(draw, depth=4):
    """A nested tuple: a name, or an operator between two trees."""
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(sorted(NAMES)))
    sign = draw(st.sampled_from(sorted(OPERATORS)))
    return draw(trees(depth - 1)), sign, draw(trees(depth - 1))


def run(tree, names):
    if isinstance(tree, str):
        return names[tree]
    left, sign, right = tree
    return OPERATORS[sign](run(left, names), run(right, names))


def value(tree):
    try:
        return run(tree, NAMES)
    except ZeroDivisionError:
        return None


def brackets(tree, above="", *, is_right=False):
    """What a careful writer puts: brackets where reading from the left would go wrong."""
    if isinstance(tree, str):
        return tree
    left, sign, right = tree
    inner = brackets(left, sign) + sign + brackets(right, sign, is_right=True)
    weaker = above in ("*", "/") and sign in ("+", "-")
    same = is_right and above in ("-", "/") and (sign in ("*", "/")) == (above in ("*", "/"))
    return f"({inner})" if weaker or same else inner


@given(trees())
def test_the_printed_line_computes_the_same(tree):
    expected = value(tree)
    assume(expected is not None)
    term = run(tree, {name: Term(name) for name in NAMES})
    for printed in (term.text().translate(PLAIN), term.excel()):
        assert eval(printed, {}, dict(NAMES)) == expected  # noqa: S307 - our own line


@given(trees())
def test_no_bracket_more_than_needed(tree):
    term = run(tree, {name: Term(name) for name in NAMES})
    assert term.excel() == brackets(tree)


@given(trees())
def test_latex_is_balanced(tree):
    written = run(tree, {name: Term(name) for name in NAMES}).latex()
    depth = 0
    for sign in written:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert written.count(r"\left(") == written.count(r"\right)")


x, y = Term("x"), Term("y")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (2 + x, "2 + x"),
        (2 - x, "2 − x"),
        (2 * x, "2 × x"),
        (2 / x, "2 / x"),
        (x + 2, "x + 2"),
        (1 - (x - y), "1 − (x − y)"),
        (x / (y / 2), "x / (y / 2)"),
        ((x + y) * 2, "(x + y) × 2"),
    ],
)
def test_numbers_on_either_side(term, text):
    assert term.text() == text


@pytest.mark.parametrize(
    ("term", "latex"),
    [
        (x / y, r"\frac{x}{y}"),
        (x * 44 / 12, r"x \cdot \frac{44}{12}"),
        ((x + y) * 2, r"\left(x + y\right) \cdot 2"),
        (Term("NCV") * Term("E_1"), r"\mathrm{NCV} \cdot E_{\mathrm{1}}"),
    ],
)
def test_latex(term, latex):
    assert term.latex() == latex


def test_a_formula_prints_itself():
    symbols = {n: Symbol(n.upper(), Text(n, n), "1") for n in "ab"}
    made = Formula("f", Text("F", "式"), lambda a, b: (a + b) / 2, symbols, "1", "none#1")
    assert made.text() == "(A + B) / 2"
    assert made.excel({"a": "B2", "b": "C2"}) == "=(B2+C2)/2"
    assert made.numbers({"a": 1e9, "b": 0.25}) == "(1000000000 + 0.25) / 2"
    assert made.latex() == r"\frac{A + B}{2}"
