"""A factor changes in a park of 312,000 records, beside the plain product of the same columns.

1,300 enterprises × 12 months × 20 streams. The limit is what no program can go below:
each record's amount times its factors, summed, in the engine that tanlu uses.
"""

from dataclasses import replace

import polars as pl

from benchmarks.run import Row, best
from tanlu.account.bridge import bridge
from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.recalculate import recalculate
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tanlu.measure.recheck import recheck
from tanlu.model.book import Draft, Sheet
from tanlu.model.book import Row as Record

MEMBERS, MONTHS = 1300, 12
FUELS = (
    "natural_gas", "diesel", "raw_coal", "lpg", "coke", "gasoline", "kerosene", "fuel_oil",
    "crude_oil", "coke_oven_gas", "refinery_gas", "washed_coal", "anthracite", "lng",
    "bituminous_coal", "petroleum_coke", "coal_tar", "naphtha", "lignite",
)  # fmt: skip
CARD = {
    "park_id": "big", "name_en": "Big", "name_zh": "大园区", "place": "CN-36",
    "method": "cn.park", "gwp_set": "AR5",
}  # fmt: skip
FACTOR = {
    "factor_id": "ncv", "subject": "natural_gas", "quantity": "ncv", "from_on": "2023-01-01",
    "value": "390", "unit": "GJ/10^4 Nm3", "kind": "stated", "cite": "wang2024#table-5",
}  # fmt: skip


def _draft(factors: list[dict[str, str]]) -> Draft:
    units = {c: carrier.unit for c, carrier in load_catalog().carriers.items()}
    burned, bought = [], []
    for member in range(MEMBERS):
        for month in range(1, MONTHS + 1):
            shared = {"period": f"2023-{month:02d}", "quality": "measured"}
            for fuel in FUELS:
                n = len(burned)
                cells = {
                    "record_id": f"a{n}", "member_id": f"m{member}", "stream": "combustion",
                    "carrier": fuel, "quantity": str(1 + n % 997), "unit": units[fuel], **shared,
                }  # fmt: skip
                burned.append(Record(n + 2, cells))
            n = len(bought)
            cells = {
                "record_id": f"f{n}", "from_id": "world", "to_id": f"m{member}",
                "carrier": "electricity", "quantity": str(1 + n % 997), "unit": "MWh", **shared,
            }  # fmt: skip
            bought.append(Record(n + 2, cells))
    names = [Record(n + 2, {"member_id": f"m{n}", "kind": "enterprise"}) for n in range(MEMBERS)]
    sheets = {
        "members": Sheet("members", names), "activities": Sheet("activities", burned),
        "flows": Sheet("flows", bought), "factors": _factors(factors),
    }  # fmt: skip
    return Draft(CARD, sheets)


def _factors(rows: list[dict[str, str]]) -> Sheet:
    return Sheet("factors", [Record(n, row) for n, row in enumerate(rows, start=2)])


def run() -> list[Row]:
    """Recalculation for the park, for one member, of everything; and as a save does it. [s]"""
    catalog, draft = load_catalog(), _draft([])
    book = check(draft, catalog)
    old = ledger(book, catalog)
    before = cut(old, year=2023)
    changed = replace(draft, sheets={**draft.sheets, "factors": _factors([FACTOR])})
    one = replace(
        draft, sheets={**draft.sheets, "factors": _factors([{**FACTOR, "member_id": "m7"}])}
    )
    new, own = recheck(book, changed, catalog), recheck(book, one, catalog)

    def followed() -> float:
        again = recheck(book, changed, catalog)
        lines = recalculate(old, (book, catalog), (again, catalog))
        return bridge(before, cut(lines, year=2023)).difference_t

    product = _product(recalculate(old, (book, catalog), (new, catalog)).lines)
    limit = best(product, 10)
    peer = "multiply and sum"
    count = f"{old.lines.height:,} records"
    return [
        Row(f"factor of the park changed, {count}",
            best(lambda: recalculate(old, (book, catalog), (new, catalog))), peer, limit,
            "one carrier of 20 computed again; its factors chosen"),
        Row(f"factor of one member changed, {count}",
            best(lambda: recalculate(old, (book, catalog), (own, catalog))), peer, limit,
            "the member and the rest take different factors"),
        Row(f"everything computed again, {count}", best(lambda: ledger(new, catalog)), peer, limit,
            "as after another method or set of warming potentials"),
        Row(f"from the new factor to inventory and bridge, {count}", best(followed), peer, limit,
            "row checked, ledger, cut with completeness, bridge record by record"),
    ]  # fmt: skip


def _product(lines: pl.DataFrame):  # noqa: ANN202 - a function that returns a float
    table = lines.select("amount", rate=pl.col("gas_t") / pl.col("amount"), gwp=1.0)
    formula = (pl.col("amount") * pl.col("rate") * pl.col("gwp")).sum()
    return lambda: float(table.select(formula).item())
