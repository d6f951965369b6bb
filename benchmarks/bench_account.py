"""100,000 activity records to emissions, beside the plain product of the same columns."""

import numpy as np

from benchmarks.run import Row, best
from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tanlu.model.book import Draft, Sheet
from tanlu.model.book import Row as Record

SIZE = 100_000
MONTHS = 12
FUELS = ("natural_gas", "diesel", "raw_coal", "lpg")
UNITS = {"natural_gas": "Nm3"}
CARD = {
    "park_id": "big",
    "name_en": "Big",
    "name_zh": "大园区",
    "place": "CN-36",
    "method": "cn.park",
    "gwp_set": "AR5",
}


def _draft() -> Draft:
    members = SIZE // (MONTHS * len(FUELS)) + 1
    names = [Record(n + 2, {"member_id": f"m{n}", "kind": "enterprise"}) for n in range(members)]
    records = []
    for n in range(SIZE):
        member, rest = divmod(n, MONTHS * len(FUELS))
        month, fuel = divmod(rest, len(FUELS))
        cells = {
            "record_id": f"r{n}",
            "member_id": f"m{member}",
            "stream": "combustion",
            "carrier": FUELS[fuel],
            "period": f"2023-{month + 1:02d}",
            "quantity": f"{1 + n % 997}",
            "unit": UNITS.get(FUELS[fuel], "t"),
            "quality": "measured",
        }
        records.append(Record(n + 2, cells))
    return Draft(
        CARD, {"members": Sheet("members", names), "activities": Sheet("activities", records)}
    )


def run() -> list[Row]:
    """Border, ledger and cut of one year. [s]"""
    catalog, draft = load_catalog(), _draft()
    book = check(draft, catalog)
    lines = ledger(book, catalog)
    burned = lines.lines
    used = [lines.choices[c].factors for c in burned["choice"]]
    columns = [np.array([f[name].value for f in used]) for name in ("ncv", "carbon", "oxidised")]
    amount = burned["amount"].to_numpy()

    def product() -> float:
        ncv, carbon, oxidised = columns
        return float((amount * ncv * carbon * oxidised * 44 / 12).sum())

    assert abs(product() / cut(lines, year=2023).total_t - 1) < 1e-12
    limit = best(product, 20)
    return [
        Row("ledger of 100,000 records", best(lambda: ledger(book, catalog)), "NumPy product",
            limit, "factors resolved, lines with proof; the product has neither"),
        Row("cut of 100,000 lines", best(lambda: cut(lines, year=2023)), "NumPy product", limit,
            "boundary drawn, completeness checked"),
        Row("border check of 100,000 records", best(lambda: check(draft, catalog), 1),
            "NumPy product", limit, "text to typed columns, every fault looked for"),
    ]  # fmt: skip
