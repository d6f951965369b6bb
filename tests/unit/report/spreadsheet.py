"""A spreadsheet that recalculates: exactly the operators and functions that the workbook uses."""

import math
import re
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?)"
    r"|(?P<text>\"[^\"]*\")"
    r"|(?P<ref>(?:'[^']+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
    r"|(?P<name>[A-Z]+(?=\())"
    r"|(?P<op><=|>=|<>|[-+*/^=<>(),]))"
)


class Sheets:
    """A workbook's formulas and the values written with them."""

    def __init__(self, content: bytes) -> None:
        self.formulas = load_workbook(BytesIO(content))
        self.written = load_workbook(BytesIO(content), data_only=True)
        self.known = {}

    def cells(self):
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield sheet.title, cell.coordinate

    def cached(self, sheet, at):
        return self.written[sheet][at].value

    def value(self, sheet, at):
        key = sheet, at
        if key not in self.known:
            cell = self.formulas[sheet][at]
            is_live = cell.data_type == "f"
            self.known[key] = Reader(self, sheet, cell.value[1:]).all() if is_live else cell.value
        return self.known[key]

    def span(self, sheet, text):
        left, top, right, bottom = range_boundaries(text)
        rows = self.formulas[sheet].iter_rows(top, bottom, left, right)
        return [self.value(sheet, cell.coordinate) for row in rows for cell in row]


class Reader:
    """Reads and computes one formula by recursive descent."""

    def __init__(self, sheets, sheet, text) -> None:
        self.sheets, self.sheet, self.tokens, self.at = sheets, sheet, [], 0
        position = 0
        while position < len(text):
            found = TOKEN.match(text, position)
            assert found, f"not understood: {text[position:]}"
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            position = found.end()

    def all(self):
        value = self.compared()
        assert self.at == len(self.tokens), f"left over in {self.tokens}"
        return 0 if value is None else value

    def look(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def compared(self):
        left = self.added()
        while self.look()[1] in {"=", "<", ">", "<=", ">=", "<>"}:
            operator, right = self.take()[1], self.added()
            if operator in {"=", "<>"}:
                left = same(left, right) == (operator == "=")
            else:
                a, b = number(left), number(right)
                left = {"<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[operator]
        return left

    def added(self):
        left = self.multiplied()
        while self.look() in {("op", "+"), ("op", "-")}:
            sign = 1 if self.take()[1] == "+" else -1
            left = number(left) + sign * number(self.multiplied())
        return left

    def multiplied(self):
        left = self.raised()
        while self.look() in {("op", "*"), ("op", "/")}:
            operator, right = self.take()[1], number(self.raised())
            left = number(left) * right if operator == "*" else number(left) / right
        return left

    def raised(self):
        left = self.single()
        while self.look() == ("op", "^"):
            self.take()
            left = number(left) ** number(self.single())
        return left

    def single(self):
        kind, text = self.take()
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1]
        if kind == "ref":
            return self.reference(text)
        if kind == "name":
            return self.function(text)
        if text == "-":
            return -number(self.single())
        assert text == "(", text
        value = self.compared()
        assert self.take()[1] == ")"
        return value

    def reference(self, text):
        sheet, mark, cell = text.rpartition("!")
        where = sheet.strip("'") if mark else self.sheet
        plain = cell.replace("$", "")
        return self.sheets.span(where, plain) if ":" in plain else self.sheets.value(where, plain)

    def function(self, name):
        self.take()
        if name == "IF":
            return self.choice()
        values = [self.compared()]
        while self.look()[1] == ",":
            self.take()
            values.append(self.compared())
        assert self.take()[1] == ")"
        return FUNCTIONS[name](*values)

    def choice(self):
        is_true = self.compared()
        self.take()
        values = []
        for wanted in (True, False):
            if bool(is_true) == wanted:
                values.append(self.compared())
            else:
                self.skip()
            assert self.take()[1] == ("," if wanted else ")")
        return values[0]

    def skip(self):
        depth = 0
        while depth or self.look()[1] not in {",", ")"}:
            text = self.take()[1]
            depth += (text == "(") - (text == ")")


def number(value):
    if value in (None, ""):
        return 0.0
    assert isinstance(value, int | float), f"a text is computed with: {value!r}"
    return float(value)


def same(left, right):
    if isinstance(left, str) or isinstance(right, str):
        return (left or "") == (right or "") if "" in (left, right) else fold(left) == fold(right)
    return number(left) == number(right)


def fold(value):
    """As SUMIFS sees a value: case is nothing, and 001 is 1."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value).lower()


def sumifs(summed, *criteria):
    total = []
    for index, value in enumerate(summed):
        pairs = zip(criteria[::2], criteria[1::2], strict=True)
        if all(fold(span[index]) == fold(wanted) for span, wanted in pairs):
            total.append(number(value))
    return math.fsum(total)


def flat(values):
    return [x for v in values for x in (v if isinstance(v, list) else [v])]


FUNCTIONS = {
    "SUM": lambda *v: math.fsum(number(x) for x in flat(v)),
    "SUMIFS": sumifs,
    "ABS": lambda v: abs(number(v)),
    "LN": lambda v: math.log(number(v)),
    "ROUND": lambda v, n: round(number(v), int(n)),
    "MAX": lambda *v: max(number(x) for x in flat(v)),
    "AND": lambda *v: all(flat(v)),
    "INDEX": lambda span, n: span[int(n) - 1],
    "MATCH": lambda wanted, span, _: next(
        i for i, v in enumerate(span, start=1) if same(v, wanted)
    ),
}
