"""The factors taken: value as printed, visible conversion, document, and why this one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tanlu.catalog.resolve import FOUND
from tanlu.model.factor import Factor, Resolved
from tanlu.report.findings import Findings
from tanlu.report.numerals import plain
from tanlu.report.wording import Words
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_records import conversion

HEAD_ROW = 3
COLUMNS: Mapping[str, float] = {
    "subject": 20, "quantity": 26, "value": 13, "printed_unit": 16, "times": 9, "over": 9,
    "wanted": 15, "unit": 15, "document": 24, "clause": 22, "title": 44, "found": 24,
    "series": 22, "place": 10, "from": 12, "to": 12, "lower": 11, "upper": 11, "status": 20,
    "alternatives": 60, "note": 50, "code": 40,
}  # fmt: skip
Key = tuple[str, str, str]


@dataclass
class FactorCells:
    """Cells of factors in the unit of the formula, and of warming potentials."""

    values: dict[Key, Cell] = field(default_factory=dict)
    potentials: dict[tuple[str, float], Cell] = field(default_factory=dict)

    def of(self, resolved: Resolved) -> Cell:
        """The cell of a factor that a line took."""
        return self.values[key_of(resolved)]


def key_of(resolved: Resolved) -> Key:
    """What tells one taken factor from another: code, unit, and how it was found."""
    return resolved.factor.factor_id, resolved.unit, resolved.found


def write_factors(pen: Pen, findings: Findings) -> FactorCells:
    """Write every factor that any line took, and the warming potentials."""
    page = pen.pages["factors"]
    page.heads(HEAD_ROW, [pen.words(f"factor.{name}") for name in COLUMNS])
    page.widths(*COLUMNS.values())
    page.frozen(HEAD_ROW + 1, 2)
    cells = FactorCells()
    row = HEAD_ROW + 1
    for resolved in taken(findings):
        cells.values[key_of(resolved)] = _write(page, row, resolved, findings)
        row += 1
    _write_potentials(page, row + 1, findings, cells)
    return cells


def taken(findings: Findings) -> list[Resolved]:
    """Factors that lines took, once each, by subject and parameter."""
    found: dict[Key, Resolved] = {}
    for choice in findings.ledger.choices:
        for resolved in choice.factors.values():
            found.setdefault(key_of(resolved), resolved)
    order = list(findings.catalog.carriers)
    return sorted(
        found.values(),
        key=lambda r: (order.index(r.request.subject), r.request.quantity, r.factor.from_on),
    )


def _write(page: Page, row: int, resolved: Resolved, findings: Findings) -> Cell:
    factor, words = resolved.factor, page.pen.words
    texts = _texts(resolved, findings, words)
    places = {name: index for index, name in enumerate(COLUMNS)}
    for name, text in texts.items():
        page.text(row, places[name], text)
    value = page.number(row, places["value"], factor.value, "factor")
    times, over = conversion(factor.unit, resolved.unit)
    up = page.number(row, places["times"], times)
    down = page.number(row, places["over"], over)
    page.number(row, places["lower"], factor.lower, "factor")
    page.number(row, places["upper"], factor.upper, "factor")
    formula = f"{value.at(page)}*{up.at(page)}/{down.at(page)}"
    return page.formula(row, places["wanted"], formula, resolved.value, "factor")


def _texts(resolved: Resolved, findings: Findings, words: Words) -> dict[str, str]:
    factor, catalog = resolved.factor, findings.catalog
    lang = words.language
    document = catalog.citations.get(factor.citation_id)
    subject = catalog.carriers.get(factor.subject)
    return {
        "subject": subject.label.of(lang) if subject else factor.subject,
        "quantity": words.name("quantity", factor.quantity),
        "printed_unit": factor.unit,
        "unit": resolved.unit,
        "document": factor.citation_id,
        "clause": factor.clause,
        "title": document.title.of(lang) if document else "",
        "found": FOUND[resolved.found].of(lang),
        "series": factor.series,
        "place": factor.place,
        "from": factor.from_on.isoformat(),
        "to": factor.to_on.isoformat() if factor.to_on else "",
        "status": words.name("status", factor.status),
        "alternatives": "; ".join(alternative(f) for f in resolved.alternatives),
        "note": "; ".join(part for part in (factor.printed, factor.note) if part),
        "code": factor.factor_id,
    }


def alternative(factor: Factor) -> str:
    """A value that could have served, in one phrase.

    Example:
        `0.5366 kg CO2/kWh (cn.grid.2022#annex, CN, 2022-01-01)`
    """
    where = f"{factor.citation_id}#{factor.clause}, {factor.place}, {factor.from_on}"
    return f"{plain(factor.value)} {factor.unit} ({where})"


def _write_potentials(page: Page, row: int, findings: Findings, cells: FactorCells) -> None:
    words, ledger = page.pen.words, findings.ledger
    page.text(row, 0, words("factor.potentials", name=ledger.gwp_set), "section")
    known = findings.catalog.gwp.get(ledger.gwp_set, {})
    pairs = dict.fromkeys((choice.gas, choice.gwp) for choice in ledger.choices)
    for index, (gas, gwp) in enumerate(sorted(pairs), start=row + 1):
        page.text(index, 0, words.name("gas", gas))
        page.text(index, 1, words("quantity.gwp"))
        cells.potentials[gas, gwp] = page.number(index, 6, gwp, "general")
        page.text(index, 7, "t CO2/t")
        potential = known.get(gas)
        page.text(index, 8, potential.citation_id if potential else "")
        page.text(index, 9, potential.clause if potential else "R4")
