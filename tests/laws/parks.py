"""Parks written down in a test: tables of plain rows, checked like any other park."""

from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tanlu.model.book import Draft, Row, Sheet

CARD = {
    "park_id": "p", "name_en": "Park", "name_zh": "园区", "place": "CN-36",
    "method": "wang2024", "gwp_set": "AR5",
}  # fmt: skip


def draft_of(tables, **card):
    sheets = {
        name: Sheet(name, [Row(index, cells) for index, cells in enumerate(rows, start=2)])
        for name, rows in tables.items()
    }
    return Draft(CARD | card, sheets)


def book_of(tables, **card):
    return check(draft_of(tables, **card), load_catalog())


def ledger_of(tables, **card):
    return ledger(book_of(tables, **card), load_catalog())


def member(name, parent="", kind="enterprise"):
    return {"member_id": name, "parent_id": parent, "kind": kind, "system": "production"}


def flow(start, end, carrier, quantity, unit, period="2022"):
    return {
        "record_id": f"{start}-{end}-{carrier}-{period.replace('/', '_')}", "from_id": start,
        "to_id": end, "carrier": carrier, "period": period, "quantity": str(quantity),
        "unit": unit, "quality": "invoiced",
    }  # fmt: skip


def burned(name, carrier, quantity, unit, period="2022"):
    return {
        "record_id": f"{name or 'p'}-{carrier}-{period.replace('/', '_')}", "member_id": name,
        "stream": "combustion", "carrier": carrier, "period": period, "quantity": str(quantity),
        "unit": unit, "quality": "measured",
    }  # fmt: skip


def own(subject, quantity, value, unit, **rest):
    name = "-".join([subject, quantity, *(str(v) for v in rest.values())])
    return {
        "factor_id": name, "subject": subject, "quantity": quantity, "value": str(value),
        "unit": unit, "from_on": "2020-01-01", "kind": "stated", "cite": "wang2024#table-5",
        **rest,
    }  # fmt: skip


def output(value, period="2022", name=""):
    return {
        "record_id": f"output-{name}{period}", "member_id": name, "indicator": "output_value",
        "period": period, "quantity": str(value), "unit": "亿元",
    }  # fmt: skip
