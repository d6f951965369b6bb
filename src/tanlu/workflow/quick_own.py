"""What is stated along with a quick question: values of one's own plant."""

import re
from collections.abc import Sequence

from tanlu.catalog.content import Catalog, normal
from tanlu.errors import Fault, Place
from tanlu.model.book import Row, Sheet
from tanlu.model.parameter import parameters
from tanlu.model.table import tables

_VALUE = re.compile(
    r"^\s*(?P<name>[^=:：＝]+?)\s*[=:：＝]\s*(?P<value>[-+]?[\d.,]+(?:[eE][-+]?\d+)?)\s*(?P<unit>.*?)\s*$"
)
_DOCUMENT = "calc"


def own_sheets(
    stated: Sequence[str], subjects: Sequence[str], catalog: Catalog
) -> tuple[dict[str, Sheet], list[Fault]]:
    """Values such as "anode_effect_minutes=0.5 min" as a park's own factors.

    Args:
        stated: `quantity=value unit`, or `subject.quantity=value unit`; several
            may stand in one text, apart by a semicolon.
        subjects: Codes of what is asked about: without a subject, a value is theirs.
        catalog: The catalogue, for names of subjects.

    Returns:
        The sheets of factors and of their document, and what is not understood.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> sheets, faults = own_sheets(["calcined=0.9"], ["dolomite"], load_catalog())
        >>> sheets["factors"].rows[0].cells["subject"], faults
        ('dolomite', [])
    """
    texts = [text for many in stated for text in re.split("[;；]", many) if text.strip()]
    rows: list[Row] = []
    faults: list[Fault] = []
    for text in texts:
        found = _cells(text, subjects, catalog)
        faults += [found] if isinstance(found, Fault) else []
        cells = [] if isinstance(found, Fault) else found
        rows += [_row(len(rows) + n, each) for n, each in enumerate(cells, start=1)]
    if not rows:
        return {}, faults
    document = {
        "citation_id": _DOCUMENT, "title_en": "Stated with the question", "title_zh": "提问时给定",
    }  # fmt: skip
    sheets = {
        "factors": Sheet("factors", rows, file="calc --with"),
        "citations": Sheet("citations", [Row(1, document)], file="calc --with"),
    }
    return sheets, faults


def _cells(text: str, subjects: Sequence[str], catalog: Catalog) -> list[dict[str, str]] | Fault:
    match = _VALUE.match(text)
    head, _, tail = match["name"].rpartition(".") if match else ("", "", "")
    quantity = _quantity(tail)
    carrier = catalog.find_carrier(head) if head else None
    if match is None or quantity is None or (head and carrier is None):
        return Fault("quick_value", Place("calc --with"), {"text": text[:80]})
    codes = [carrier.carrier_id] if carrier else list(dict.fromkeys(subjects))
    shared = {"quantity": quantity, "value": match["value"], "unit": match["unit"] or "1"}
    return [{"subject": code, **shared} for code in codes]


def _quantity(text: str) -> str | None:
    if text in tables()["factors"].fields["quantity"].choices:
        return text
    names = {normal(n): p.code for p in parameters().values() for n in (p.label.en, p.label.zh)}
    return names.get(normal(text))


def _row(number: int, cells: dict[str, str]) -> Row:
    fixed = {
        "factor_id": f"own-{number}", "from_on": "1900-01-01", "kind": "stated",
        "cite": f"{_DOCUMENT}#with",
    }  # fmt: skip
    return Row(number, {**fixed, **cells})
