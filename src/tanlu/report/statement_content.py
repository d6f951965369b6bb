"""The content of a statement, the same for HTML and PDF."""

from tanlu.report.block import Statement
from tanlu.report.findings import Findings
from tanlu.report.meta import meta, span_of
from tanlu.report.setting import Setting
from tanlu.report.statement_explain import comparison_section, driver_section, regression_section
from tanlu.report.statement_method import method_section
from tanlu.report.statement_path import path_section
from tanlu.report.statement_quality import document_section, limit_section, quality_section
from tanlu.report.statement_result import answer, key_figures, result_section
from tanlu.report.wording import Words
from tanlu.types import Language


def content(findings: Findings, language: Language) -> Statement:
    """Everything a statement says, in one language, before it is set in type.

    Args:
        findings: What was found out about the park.
        language: Language of every word of it.

    Returns:
        Title block, answer, key figures and sections.
    """
    words = Words(language)
    setting = Setting(findings, words)
    sections = [
        result_section(setting),
        comparison_section(setting),
        driver_section(setting),
        regression_section(setting),
        path_section(setting),
        quality_section(setting),
        limit_section(setting),
        method_section(setting),
        document_section(setting),
    ]
    park = findings.book.park.name.of(language)
    return Statement(
        language=language,
        title=words("statement.title"),
        subtitle=f"{park}, {span_of(setting.years)}"
        if language == "en"
        else f"{park}　{span_of(setting.years)}",
        meta=meta(findings, words),
        answer=answer(setting),
        figures=key_figures(setting),
        sections=[section for section in sections if section is not None],
        footer=words("statement.footer", digest=findings.ledger.digest[:12]),
        contents=words("statement.contents"),
    )
