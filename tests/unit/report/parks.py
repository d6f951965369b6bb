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
def measured():
    """Batches, stocks, parts, a mass balance and a stack that is booked."""
    works = [{"member_id": m, "kind": "enterprise", "name_en": m, "name_zh": m,
              "system": "production"} for m in ("power", "steel")]  # fmt: skip
    fuels = [("power", "bituminous_coal", "2022-01", "1000"), ("power", "diesel", "2022", "80"),
             ("power", "bituminous_coal", "2022-02", "900"),
             ("steel", "lpg", "2022", "60")]  # fmt: skip
    burned = [
        {"record_id": f"{c}-{p}", "member_id": m, "stream": "combustion", "carrier": c,
         "period": p, "quantity": q, "unit": "t", "quality": "measured"}
        for m, c, p, q in fuels
    ]  # fmt: skip
    coal = {"member_id": "power", "carrier": "bituminous_coal", "unit": "t", "cite": "lab#1"}
    batches = [
        {**coal, "record_id": "b1", "period": "2022-01-10", "quantity": "600", "ncv": "22",
         "ncv_unit": "GJ/t", "carbon": "60", "carbon_unit": "%", "basis": "dry", "moisture": "8"},
        {**coal, "record_id": "b2", "period": "2022-01-20", "quantity": "400", "ncv": "5000",
         "ncv_unit": "kcal/kg", "carbon": "0.5", "carbon_unit": "t C/t"},
        {**coal, "record_id": "b3", "period": "2022-02", "quantity": "900", "carbon": "0.56",
         "carbon_unit": "t C/t"},
    ]  # fmt: skip
    stocks = [
        {"record_id": f"k-{i}", "member_id": "steel", "carrier": "anthracite", "period": "2022",
         "item": i, "quantity": q, "unit": u, "cite": "count#1"}
        for i, q, u in (("opening", "0.02", "万 t"), ("purchased", "1000", "t"),
                        ("sold", "50", "t"), ("closing", "150", "t"))
    ]  # fmt: skip
    part = {"carrier": "diesel", "member_id": "power", "period": "2022", "cite": "lab#2"}
    parts = [
        {**part, "record_id": "q1", "part": "component", "component": "biodiesel",
         "quantity": "10", "unit": "%"},
        {**part, "record_id": "q2", "part": "feedstock", "fate": "emitted", "quantity": "4",
         "unit": "t"},
        {**part, "record_id": "q3", "carrier": "lpg", "member_id": "steel", "part": "biogenic",
         "quantity": "25", "unit": "%"},
    ]  # fmt: skip
    iron = {"member_id": "steel", "period": "2022", "cite": "lab#3"}
    balance = [
        {**iron, "record_id": "m1", "side": "input", "material": "Ore", "quantity": "2",
         "unit": "万 t", "carbon": "1.5", "carbon_unit": "%"},
        {**iron, "record_id": "m2", "side": "input", "material": "Coke", "carrier": "coke",
         "quantity": "9000", "unit": "t", "carbon": "0.83", "carbon_unit": "t C/t"},
        {**iron, "record_id": "m3", "side": "output", "material": "Iron", "quantity": "18000",
         "unit": "t", "carbon": "4.2", "carbon_unit": "%", "destination": "sold, weighed"},
    ]  # fmt: skip
    stack = [{"record_id": "e1", "member_id": "power", "stack": "s1", "period": "2022",
              "quantity": "0.42", "unit": "万 t CO2", "covers": "combustion",
              "booked": "measured", "cite": "lab#4"}]  # fmt: skip
    return park({
        "members": works, "activities": burned, "batches": batches, "stocks": stocks,
        "parts": parts, "mass_balance": balance, "cems": stack,
        "citations": [{"citation_id": "lab", "title_en": "Laboratory", "title_zh": "检测"}],
    })  # fmt: skip


@cache
def empty():
    return park({})


def park(tables):
    sheets = {
        name: Sheet(name, [Row(index, cells) for index, cells in enumerate(rows, start=2)])
        for name, rows in tables.items()
    }
    return found(Draft(CARD, sheets))


@cache
def processes():
    """Processes by several ways, with values of the plants' own."""
    works = [{"member_id": m, "kind": "enterprise", "name_en": m, "name_zh": m,
              "system": "production"} for m in ("smelter", "fab")]  # fmt: skip
    made = [("smelter", "aluminium_cwpb", "1000", "t"), ("fab", "semiconductor_nf3", "100", "kg"),
            ("fab", "r410a_in_air_conditioning", "300", "kg"), ("fab", "wastewater_cod", "10", "t"),
            ("fab", "incineration_paper", "5", "t"), ("smelter", "sf6", "2", "kg")]  # fmt: skip
    rows = [
        {"record_id": f"{c}-2022", "member_id": m, "stream": "process", "carrier": c,
         "period": "2022", "quantity": q, "unit": u, "quality": "measured"}
        for m, c, q, u in made
    ]  # fmt: skip
    stated = [("aluminium_cwpb", "anode_effect_minutes", "0.05", "min"),
              ("semiconductor_nf3", "abated", "90", "%"),
              ("wastewater_cod", "methane_correction", "0.8", "1")]  # fmt: skip
    own = [
        {"factor_id": f"own-{q}", "subject": s, "quantity": q, "from_on": "2020-01-01", "value": v,
         "unit": u, "kind": "measured", "cite": "log#1"}
        for s, q, v, u in stated
    ]  # fmt: skip
    log = [{"citation_id": "log", "title_en": "Log", "title_zh": "日志"}]
    tables = {"members": works, "activities": rows, "factors": own, "citations": log}
    sheets = {n: Sheet(n, [Row(i, r) for i, r in enumerate(t, 2)]) for n, t in tables.items()}
    return found(Draft(CARD | {"method": "cn.park.ghg", "gwp_set": "AR6"}, sheets))


def found(draft):
    catalog = load_catalog()
    return assess(check(draft, catalog), catalog)
