"""Power by origin and its certificates: what contradicts itself before anything is computed."""

from collections import defaultdict

from tanlu.catalog.instruments import instruments
from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.page import Page
from tanlu.model.book import WORLD

STORAGE, CHP = "storage", "chp"
_ROUNDING = 1e-9


def check_origins(page: Page, known: Known) -> None:
    """Only power has an origin; a store is a member, and no store is charged from a store.

    Args:
        page: The table of flows, references resolved.
        known: The names there are.
    """
    rows = page.rows("from_id", "to_id", "carrier", "origin")
    stores = {start for start, _, _, origin in rows if origin == STORAGE}
    for index, (start, end, carrier, origin) in enumerate(rows):
        kind = known.catalog.carriers[carrier].kind if carrier else "power"
        if origin and kind != "power" and not (origin == CHP and kind == "heat"):
            page.note(index, "origin", Flaw("origin_not_power", {"carrier": carrier}))
        if origin == STORAGE and start == WORLD:
            page.note(index, "origin", Flaw("storage_outside"))
        if origin == STORAGE and end in stores:
            page.note(index, "to_id", Flaw("storage_loop", {"member": start, "other": end}))


def check_stores(page: Page) -> None:
    """In a year no store gives more than it took.

    Args:
        page: The table of flows with amounts.
    """
    taken: dict[tuple[str, int], float] = defaultdict(float)
    given: dict[tuple[str, int], float] = defaultdict(float)
    rows = page.rows("from_id", "to_id", "origin", "period", "amount", "amount_unit")
    for start, end, origin, period, amount, unit in rows:
        if period is not None and amount is not None and unit == "MWh":
            taken[(end, period.year)] += amount
            given[(start, period.year)] += amount if origin == STORAGE else 0.0
    for index, (start, _, origin, period, _, unit) in enumerate(rows):
        key = (start, period.year) if period else (start, 0)
        if origin == STORAGE and unit == "MWh" and _exceeds(given[key], taken[key]):
            params = {"member": start, "out": f"{given[key]:g}", "in": f"{taken[key]:g}"}
            page.note(index, "quantity", Flaw("storage_gives_more", params))


def _exceeds(value: float, most: float) -> bool:
    return value > most + _ROUNDING * max(abs(value), abs(most))


def check_certificates(page: Page, flows: Page) -> None:
    """A certificate is one of its kind, claimed in time, and no plant has more than it made.

    Args:
        page: The table of certificates with amounts.
        flows: The table of flows with amounts.
    """
    _check_numbers(page)
    _check_times(page)
    _check_generation(page, flows)


def _check_numbers(page: Page) -> None:
    seen: dict[str, int] = {}
    for index, (number,) in enumerate(page.rows("number")):
        if number in seen:
            params = {"number": number, "row": page.numbers[seen[number]]}
            page.note(index, "number", Flaw("certificate_twice", params))
        elif number is not None:
            seen[number] = index


def _check_times(page: Page) -> None:
    rows = page.rows("kind", "period", "claim_year", "cancelled_on", "for_id")
    for index, (kind, period, year, day, user) in enumerate(rows):
        if period is None or kind is None:
            continue
        last = period.year + instruments()[kind].claimable_years
        if year is not None and not period.year <= year <= last:
            params = {"year": year, "first": period.year, "last": last}
            page.note(index, "claim_year", Flaw("certificate_wrong_year", params))
        if day is not None and day < period.start:
            params = {"day": day.isoformat(), "period": str(period)}
            page.note(index, "cancelled_on", Flaw("cancelled_before_generated", params))
        if day is None and kind != "direct_line_contract" and user != WORLD:
            page.note(index, "cancelled_on", Flaw("certificate_not_cancelled"))


def _check_generation(page: Page, flows: Page) -> None:
    made: dict[tuple[str, int], float] = defaultdict(float)
    for start, period, origin, amount, unit in flows.rows(
        "from_id", "period", "origin", "amount", "amount_unit"
    ):
        if origin and period is not None and amount is not None and unit == "MWh":
            made[(start, period.year)] += amount
    issued: dict[tuple[str, int], float] = defaultdict(float)
    for index, (plant, period, amount) in enumerate(page.rows("generator_id", "period", "amount")):
        if plant in (None, WORLD) or period is None or amount is None:
            continue
        key = (plant, period.year)
        issued[key] += amount
        if _exceeds(issued[key], made[key]):
            params = {"member": plant, "issued": f"{issued[key]:g}", "made": f"{made[key]:g}"}
            page.note(index, "quantity", Flaw("certificates_exceed_generation", params))


def check_sharing(page: Page, activities: Page) -> None:
    """A plant of heat and power has fuel, one rule for the year, and the figures it needs (R10).

    Args:
        page: The table of flows with amounts.
        activities: The table of activities, references resolved.
    """
    burned = {
        (member, period.year)
        for member, period in activities.rows("member_id", "period")
        if period is not None
    }
    rules: dict[tuple[str, int], str | None] = {}
    rows = page.rows("from_id", "origin", "sharing", "period")
    for index, (start, origin, rule, period) in enumerate(rows):
        if rule and origin != CHP:
            page.note(index, "sharing", Flaw("sharing_without_chp"))
        if origin != CHP or period is None or start in (None, WORLD):
            continue
        key = (start, period.year)
        if rules.setdefault(key, rule) != rule:
            params = {"member": start, "year": period.year, "other": rules[key] or "–"}
            page.note(index, "sharing", Flaw("sharing_differs", params))
        if rule and key not in burned:
            page.note(index, "from_id", Flaw("plant_without_fuel", {"member": start}))
    _check_heat(page)


def _check_heat(page: Page) -> None:
    rows = page.rows("sharing", "amount_unit", "supply_celsius")
    for index, (rule, unit, celsius) in enumerate(rows):
        if rule and unit not in (None, "MWh", "GJ"):
            page.note(index, "unit", Flaw("heat_in_energy", {"unit": unit}))
        if rule == "exergy" and unit == "GJ" and celsius is None:
            page.note(index, "supply_celsius", Flaw("exergy_without_temperature"))
