"""Formulas as readers see them: MathML for HTML, and Typst's math for PDF."""

from html import escape

from tanlu.model.formula import Formula, Term

_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


def mathml(formula: Formula) -> str:
    """A formula as MathML.

    Example:
        >>> from tanlu.account.formulas import FORMULAS
        >>> mathml(FORMULAS["purchased_co2"])[-42:]
        '<mo>·</mo><mi>EF</mi></mrow></mrow></math>'
    """
    return f'<math display="block"><mrow>{_mathml(_named(formula))}</mrow></math>'


def typst(formula: Formula) -> str:
    """A formula as Typst's math.

    Example:
        >>> from tanlu.account.formulas import FORMULAS
        >>> typst(FORMULAS["fuel_factor"])
        '"CC" dot "OF" dot frac(44, 12)'
    """
    return _typst(_named(formula))


def _named(formula: Formula) -> Term:
    return formula.on({name: symbol.letter for name, symbol in formula.symbols.items()})


def _split(term: Term) -> tuple[Term, Term]:
    assert term.left is not None and term.right is not None  # noqa: S101, PT018 - operators have both
    return term.left, term.right


def _ratio_behind(term: Term) -> tuple[Term, Term, Term] | None:
    # (a · b · 44) / 12 reads best as a · b · (44/12)
    left, right = _split(term)
    if left.operator == "*" and left.left and left.right and left.right.name.isdigit():
        return left.left, left.right, right
    return None


def _is_looser(part: Term, above: Term) -> bool:
    return bool(part.operator) and _RANK[part.operator] < _RANK[above.operator]


def _mathml(term: Term) -> str:
    if not term.operator:
        return _mathml_name(term.name)
    left, right = _split(term)
    if term.operator == "/":
        behind = _ratio_behind(term)
        if behind:
            fraction = f"<mfrac>{_row(behind[1])}{_row(behind[2])}</mfrac>"
            return f"<mrow>{_mathml(behind[0])}<mo>·</mo>{fraction}</mrow>"
        return f"<mfrac>{_row(left)}{_row(right)}</mfrac>"
    sign = {"+": "+", "-": "−", "*": "·"}[term.operator]
    parts = [_bracketed(part, term) for part in (left, right)]
    return f"<mrow>{parts[0]}<mo>{sign}</mo>{parts[1]}</mrow>"


def _row(term: Term) -> str:
    return f"<mrow>{_mathml(term)}</mrow>"


def _bracketed(part: Term, above: Term) -> str:
    inner = _mathml(part)
    return f"<mrow><mo>(</mo>{inner}<mo>)</mo></mrow>" if _is_looser(part, above) else inner


def _mathml_name(name: str) -> str:
    if name.replace(".", "").isdigit():
        return f"<mn>{name}</mn>"
    head, _, tail = name.partition("_")
    if tail:
        return f"<msub><mi>{escape(head)}</mi><mn>{escape(tail)}</mn></msub>"
    return f"<mi>{escape(head)}</mi>"


def _typst(term: Term) -> str:
    if not term.operator:
        return _typst_name(term.name)
    left, right = _split(term)
    if term.operator == "/":
        behind = _ratio_behind(term)
        if behind:
            return f"{_typst(behind[0])} dot frac({_typst(behind[1])}, {_typst(behind[2])})"
        return f"frac({_typst(left)}, {_typst(right)})"
    sign = {"+": "+", "-": "-", "*": "dot"}[term.operator]
    parts = [
        f"({_typst(part)})" if _is_looser(part, term) else _typst(part) for part in (left, right)
    ]
    return f"{parts[0]} {sign} {parts[1]}"


def _typst_name(name: str) -> str:
    if name.replace(".", "").isdigit():
        return name
    head, _, tail = name.partition("_")
    quoted = head if len(head) == 1 else f'"{head}"'
    return f'{quoted}_"{tail}"' if tail else quoted
