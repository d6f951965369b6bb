"""What a statement is about: park, period, boundary, method, and from which data."""

from tanlu.report.findings import Findings
from tanlu.report.wording import Words


def meta(findings: Findings, words: Words) -> list[tuple[str, str]]:
    """Heading and value of each thing that a reader must know first.

    Args:
        findings: What was found out about the park.
        words: The reports' words in one language.

    Returns:
        Pairs in the order of a title block.
    """
    park, ledger, language = findings.book.park, findings.ledger, words.language
    years = sorted(findings.inventories)
    method = findings.catalog.methods[ledger.method]
    place = findings.catalog.places.get(park.place)
    where = f"{place.label.of(language)} ({park.place})" if place else park.place
    version = str(findings.version) if findings.version else words("meta.unsaved")
    return [
        (words("meta.park"), park.name.of(language)),
        (words("meta.place"), where),
        (words("meta.period"), span_of(years)),
        (words("meta.boundary"), words("meta.boundary_park")),
        (words("meta.method"), f"{method.label.of(language)} [{method.cite}]"),
        (words("meta.gwp"), f"{ledger.gwp_set} (R4)"),
        (words("meta.price_base"), park.price_base or words("price_base_missing")),
        (words("meta.digest"), ledger.digest),
        (words("meta.version"), version),
    ]


def span_of(years: list[int]) -> str:
    """Years as a span.

    Example:
        >>> span_of([2020, 2021, 2022]), span_of([2022])
        ('2020–2022', '2022')
    """
    if not years:
        return "–"
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
