"""A dated plan as a workbook: actions, live cash flow by owner, Gantt, payments."""

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from tanlu.plan.dated import Payment, Planned
from tanlu.plan.model import Period
from tanlu.report.wording import Words
from tanlu.report.workbook_pen import Page, Pen
from tanlu.types import Language, Text

_FIRST = 4  # row of headings; data follow
_TONES = {"build": {"bg_color": "#0b7a75"}, "stand": {"bg_color": "#bfe0dd"}}
_HEADS = (
    "no", "action", "year", "capacity", "owner", "direction", "investment", "fixed", "avoided",
    "alone", "after", "clauses", "proof",
)  # fmt: skip

Labels = Mapping[str, Mapping[str, Text]]
"""Labels of owners, directions and components, by code."""


def plan_workbook(
    actions: Sequence[Planned],
    payments: Sequence[Payment],
    periods: Sequence[Period],
    labels: Labels,
    title: Text,
    language: Language,
) -> bytes:
    """The workbook of a plan.

    Args:
        actions: Actions with their roles.
        payments: What is paid each year.
        periods: The plan's periods.
        labels: Labels of `owners`, `directions` and `components`.
        title: The plan's name.
        language: Language of headings and labels.

    Returns:
        An xlsx file; totals and cash flow are live formulas. Equal plans give equal bytes.
    """
    pen = Pen(Words(language))
    pen.lay_out(("actions", "cash", "gantt", "payments"))
    _actions(pen.pages["actions"], actions, labels, language)
    last = _payments(pen.pages["payments"], payments, labels, language)
    _cash(pen, payments, labels, last, language)
    _gantt(pen.pages["gantt"], actions, periods, language)
    pen.pages["actions"].sheet.activate()
    return pen.close(pen.words("sheet.actions.title"), title.of(language))


def _label(labels: Labels, group: str, code: str | None, language: Language) -> str | None:
    found = labels[group].get(code) if code else None
    return found.of(language) if found else code


def _actions(page: Page, actions: Sequence[Planned], labels: Labels, language: Language) -> None:
    words = page.pen.words
    page.heads(_FIRST, [words(f"plan.{key}") for key in _HEADS])
    names = {p.action.component: p.role.label.of(language) for p in actions}
    for row, each in enumerate(actions, start=_FIRST + 1):
        _action(page, row, each, names, labels, language)
    first, end = _FIRST + 1, _FIRST + len(actions)
    page.text(end + 1, 1, words("plan.total"), "section")
    for column, values in ((6, [p.action.investment_cny for p in actions]),
                           (8, [p.action.avoided_t or 0.0 for p in actions])):  # fmt: skip
        span = f"{xl_rowcol_to_cell(first, column)}:{xl_rowcol_to_cell(end, column)}"
        page.formula(end + 1, column, f"SUM({span})", sum(values), "total")
    page.widths(6, 26, 10, 14, 18, 18, 16, 16, 18, 18, 22, 34, 40)
    page.frozen(_FIRST + 1, 2)


def _action(
    page: Page, row: int, each: Planned, names: Mapping[str, str], labels: Labels,
    language: Language,
) -> None:  # fmt: skip
    action, role = each.action, each.role
    page.number(row, 0, row - _FIRST, "integer")
    page.text(row, 1, role.label.of(language), "wrap")
    page.number(row, 2, action.year, "key")
    page.number(row, 3, action.mw, "0.00")
    page.text(row, 4, _label(labels, "owners", role.owner, language))
    page.text(row, 5, _label(labels, "directions", role.direction, language))
    page.number(row, 6, action.investment_cny, "money")
    page.number(row, 7, action.fixed_cny, "money")
    page.number(row, 8, action.avoided_t, "tonnes")
    page.number(row, 9, action.alone_t, "tonnes")
    page.text(row, 10, ", ".join(names.get(name, name) for name in role.after), "wrap")
    page.text(row, 11, "; ".join(role.clauses), "wrap")
    page.text(row, 12, role.proof.of(language) if role.proof else None, "wrap")


def _owner(pen: Pen, labels: Labels, owner: str, language: Language) -> str:
    if pen.words.has(f"plan.owners.{owner}"):
        return pen.words(f"plan.owners.{owner}")
    return _label(labels, "owners", owner, language) or owner


def _payments(page: Page, payments: Sequence[Payment], labels: Labels, language: Language) -> int:
    words = page.pen.words
    page.heads(
        _FIRST, [words(f"plan.{key}") for key in ("paid", "owner", "component", "kind", "cny")]
    )
    for row, each in enumerate(payments, start=_FIRST + 1):
        page.number(row, 0, each.year, "key")
        page.text(row, 1, _owner(page.pen, labels, each.owner, language))
        page.text(row, 2, _label(labels, "components", each.component, language))
        page.text(row, 3, words(f"plan.kinds.{each.kind}"))
        page.number(row, 4, each.cny, "money")
    page.widths(10, 22, 26, 22, 18)
    page.frozen(_FIRST + 1, 0)
    return _FIRST + len(payments)


def _cash(
    pen: Pen, payments: Sequence[Payment], labels: Labels, last: int, language: Language
) -> None:
    page, source = pen.pages["cash"], pen.pages["payments"]
    owners = sorted({p.owner for p in payments})
    years = sorted({p.year for p in payments})
    page.heads(_FIRST, [pen.words("plan.paid")])
    shown = {owner: _owner(pen, labels, owner, language) for owner in owners}
    heads = [page.text(_FIRST, n, shown[o], "head") for n, o in enumerate(owners, start=1)]
    page.text(_FIRST, len(owners) + 1, pen.words("plan.total"), "head")
    spans = [source.span(column, _FIRST + 1, last) for column in (0, 1, 4)]
    for row, year in enumerate(years, start=_FIRST + 1):
        page.number(row, 0, year, "key")
        for column, owner in enumerate(owners, start=1):
            value = sum(p.cny for p in payments if (p.year, p.owner) == (year, owner))
            rule = (
                f"SUMIFS({spans[2]},{spans[0]},$A{row + 1},{spans[1]},{heads[column - 1].at(page)})"
            )
            page.formula(row, column, rule, value, "money")
        across = f"{xl_rowcol_to_cell(row, 1)}:{xl_rowcol_to_cell(row, len(owners))}"
        total = sum(p.cny for p in payments if p.year == year)
        page.formula(row, len(owners) + 1, f"SUM({across})", total, "money")
    page.widths(12, *(18.0,) * (len(owners) + 1))
    page.frozen(_FIRST + 1, 1)


def _gantt(
    page: Page, actions: Sequence[Planned], periods: Sequence[Period], language: Language
) -> None:
    page.heads(_FIRST, [page.pen.words("plan.action")])
    page.years(_FIRST, [period.year for period in periods], 1)
    names = list(dict.fromkeys(p.action.component for p in actions))
    labels = {p.action.component: p.role.label.of(language) for p in actions}
    tones = {key: page.pen.look(tone) for key, tone in _TONES.items()}
    for row, name in enumerate(names, start=_FIRST + 1):
        page.text(row, 0, labels[name])
        built = {p.action.year: p.action.mw for p in actions if p.action.component == name}
        for column, period in enumerate(periods, start=1):
            if period.year in built:
                page.sheet.write_number(row, column, built[period.year], tones["build"])
            elif period.year > min(built):
                page.sheet.write_blank(row, column, None, tones["stand"])
    page.widths(28, *(9.0,) * len(periods))
    page.frozen(_FIRST + 1, 1)
