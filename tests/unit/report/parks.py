"""Findings that the tests of reports look at."""

from functools import cache
from pathlib import Path

import tanlu.workflow
from tanlu.catalog.load import load_catalog
from tanlu.connect.park import open_park
from tanlu.measure.border import check
from tanlu.model.book import Draft, Row, Sheet
from tanlu.workflow.assess import assess

BUNDLED = Path(tanlu.workflow.__file__).parent / "parks" / "ganzhou"
CARD = {
    "park_id": "small", "name_en": "Small Park", "name_zh": "小园区", "place": "CN-36",
    "method": "cn.park", "gwp_set": "AR5",
}  # fmt: skip


@cache
def ganzhou():
    return found(open_park(BUNDLED))


@cache
def members():
    """Members whose codes a spreadsheet takes for one another, and supply among them."""
    codes = ("001", "1", "A", "a")
    rows = [{"member_id": c, "kind": "enterprise", "name_en": f"Works {c}", "name_zh": f"企业{c}",
             "system": "production"} for c in codes]  # fmt: skip
    burned = [
        {"record_id": f"gas-{c}-{y}", "member_id": c, "stream": "combustion",
         "carrier": "natural_gas", "period": str(y), "quantity": f"{10 * i + y - 2020}.50",
         "unit": "万 Nm³", "quality": "measured"}
        for i, c in enumerate(codes, start=1) for y in (2022, 2023)
    ]  # fmt: skip
    ends = [("world", "001", 500), ("world", "A", 300), ("001", "1", 120), ("A", "world", 40)]
    moved = [
        {"record_id": f"power-{a}-{b}-{y}", "from_id": a, "to_id": b, "carrier": "electricity",
         "period": str(y), "quantity": str(n), "unit": "MWh", "quality": "invoiced"}
        for a, b, n in ends for y in (2022, 2023)
    ]  # fmt: skip
    return park({"members": rows, "activities": burned, "flows": moved})


@cache
def partial():
    """One stream that a year lacks: absence is not zero."""
    burned = [
        {"record_id": f"gas-{p}", "stream": "combustion", "carrier": "natural_gas", "period": p,
         "quantity": "5", "unit": "万 Nm³", "quality": "estimated"}
        for p in ("2022", "2023-01")
    ]  # fmt: skip
    return park({"activities": burned})


@cache
def changing():
    """Fuels that come and go, in heat, in coal equivalent and in their own unit."""
    fuels = [("raw_coal", "2022", "900", "t"), ("natural_gas", "2022", "3000", "GJ"),
             ("natural_gas", "2023", "400", "tce"), ("diesel", "2023", "20", "t"),
             ("natural_gas", "2024", "90", "万 m³"), ("diesel", "2024", "20", "t")]  # fmt: skip
    burned = [
        {"record_id": f"{c}-{y}", "stream": "combustion", "carrier": c, "period": y,
         "quantity": q, "unit": u, "quality": "invoiced"}
        for c, y, q, u in fuels
    ]  # fmt: skip
    moved = [{"record_id": "power-2023", "from_id": "world", "to_id": "park", "period": "2023",
              "carrier": "electricity", "quantity": "1,200.5", "unit": "MWh",
              "quality": "invoiced"}]  # fmt: skip
    output = [
        {"record_id": f"output-{y}", "indicator": "output_value", "period": y, "quantity": q,
         "unit": "亿元"}
        for y, q in (("2022", "3"), ("2023", "4.50"), ("2024", "4.50"))
    ]  # fmt: skip
    return park({"activities": burned, "flows": moved, "indicators": output})


@cache
def empty():
    return park({})


def park(tables):
    sheets = {
        name: Sheet(name, [Row(index, cells) for index, cells in enumerate(rows, start=2)])
        for name, rows in tables.items()
    }
    return found(Draft(CARD, sheets))


def found(draft):
    catalog = load_catalog()
    return assess(check(draft, catalog), catalog)
