"""Method: boundary, formulas with symbols, and every factor with its document."""

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.resolve import FOUND
from tanlu.model.formula import Formula
from tanlu.report.block import Block, Bullets, Equation, Paragraph, Section, Table
from tanlu.report.notation import mathml, typst
from tanlu.report.numerals import plain, pretty_unit
from tanlu.report.setting import Setting
from tanlu.report.workbook_factors import taken

_ALWAYS = ("total_co2", "co2_intensity", "coal_equivalent")


def method_section(setting: Setting) -> Section:
    """The section of method."""
    words, ledger = setting.words, setting.findings.ledger
    method = setting.findings.catalog.methods[ledger.method]
    note = _pretty(method.note.of(words.language))
    blocks: list[Block] = [
        Paragraph(words("method.intro", label=method.label.of(words.language), cite=method.cite)),
        *([Paragraph(note)] if note else []),
        *(_equation(setting, formula) for formula in used_formulas(setting)),
        _factors(setting),
    ]
    others = _alternatives(setting)
    if others:
        blocks += [Paragraph(words("method.alternatives")), Bullets(others)]
    return Section(words("section.method"), blocks)


def _pretty(text: str) -> str:
    return text.replace("CO2", "CO₂")


def used_formulas(setting: Setting) -> list[Formula]:
    """Formulas that lines took, with those of totals and intensities."""
    choices, lines = setting.findings.ledger.choices, setting.findings.ledger.lines
    used = {choice.formula for choice in choices} | {*_ALWAYS}
    if "tce" in lines["written_unit"].unique():
        used.add("amount_of_coal_equivalent")
    return [formula for code, formula in FORMULAS.items() if code in used]


def _equation(setting: Setting, formula: Formula) -> Equation:
    language = setting.words.language
    symbols = [
        f"{s.letter.replace('_1', '₁').replace('_2', '₂')}: {s.label.of(language)}"
        f" [{pretty_unit(s.unit, language)}]"
        for s in formula.symbols.values()
    ]
    return Equation(
        label=f"{_pretty(formula.label.of(language))} [{pretty_unit(formula.unit, language)}]",
        mathml=mathml(formula),
        typst=typst(formula),
        text=formula.text(),
        symbols=symbols,
        cite=formula.cite,
    )


def _factors(setting: Setting) -> Table:
    words, language = setting.words, setting.words.language
    rows = []
    for resolved in taken(setting.findings):
        factor = resolved.factor
        bounds = [b for b in (factor.lower, factor.upper) if b is not None]
        shown = f" [{'–'.join(map(plain, bounds))}]" if bounds else ""
        rows.append([
            setting.carrier(resolved.request.subject),
            words.name("quantity", factor.quantity),
            plain(factor.value) + shown,
            pretty_unit(factor.unit, language),
            f"{factor.citation_id}#{factor.clause}",
            f"{FOUND[resolved.found].of(language)}; {words.name('status', factor.status)}",
        ])  # fmt: skip
    names = ("subject", "quantity", "value", "printed_unit", "document", "found")
    head = [words(f"factor.{name}") for name in names]
    table = [[r[0], r[1], r[3], r[4], r[5], r[2]] for r in rows]
    head = [head[0], head[1], head[3], head[4], head[5], head[2]]
    note = words("method.gwp", name=setting.findings.ledger.gwp_set)
    widths = [1.3, 1.8, 1.2, 2.2, 3.2, 1.0]
    return Table(words("method.factors"), head, table, 5, note, widths=widths)


def _alternatives(setting: Setting) -> list[str]:
    words, language, found = setting.words, setting.words.language, []
    for resolved in taken(setting.findings):
        for other in resolved.alternatives[:1]:
            values = {
                "subject": setting.carrier(resolved.request.subject),
                "quantity": words.name("quantity", other.quantity),
                "value": plain(other.value),
                "unit": "" if other.unit == "1" else f" {pretty_unit(other.unit, language)}",
                "cite": f"{other.citation_id}#{other.clause}",
                "status": words.name("status", other.status),
            }
            found.append(words("method.alternative", **values))
    return list(dict.fromkeys(found))
