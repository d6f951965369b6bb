"""Money of other currencies and years in CNY of one year, by dated, cited rates.

A cost is turned into CNY at the mean rate of its price year, then carried to the year
asked for by China's consumer prices. The second step is a convention: equipment does
not follow consumer prices, and the result says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.errors import InputError
from tanlu.model.option import Step
from tanlu.types import Text

CURRENCIES: Mapping[str, str] = {"money": "CNY", "euro": "EUR", "dollar": "USD"}
"""Currency of a unit's dimension."""
_RATE = Text("{currency} in CNY, mean of {year}", "{currency} 兑人民币 {year} 年均价")
_CARRIED = Text(
    "consumer prices of China, {start} to {end}", "中国居民消费价格，{start} 年至 {end} 年"
)


@dataclass(frozen=True, slots=True)
class Rates:
    """Currency per US dollar and change of prices, by year, with their documents."""

    per_usd: Mapping[str, Mapping[int, float]]
    cites: Mapping[str, str]
    statuses: Mapping[str, str]
    inflation: Mapping[int, float]
    inflation_cite: str
    inflation_status: str
    assumed: frozenset[int]
    price_year: int


@cache
def rates() -> Rates:
    """The rates that this installation carries.

    Example:
        >>> rates().per_usd["CNY"][2020]
        6.9042
    """
    raw = read_yaml(DATA / "money" / "rates.yaml")
    grown = raw["inflation"]
    per = raw["per_usd"]
    return Rates(
        per_usd={c: _years(entry["values"]) for c, entry in per.items()},
        cites={c: entry["cite"] for c, entry in per.items()},
        statuses={c: entry["status"] for c, entry in per.items()},
        inflation={**_years(grown["values"]), **_years(grown["assumed"])},
        inflation_cite=grown["cite"],
        inflation_status=grown["status"],
        assumed=frozenset(_years(grown["assumed"])),
        price_year=int(raw["price_year"]),
    )


def _years(raw: Mapping[Any, Any]) -> dict[int, float]:
    return {int(year): float(value) for year, value in raw.items()}


def cny_steps(currency: str, price_year: int, year: int) -> tuple[Step, ...]:
    """The numbers that turn money of a currency and year into CNY of another year.

    Args:
        currency: `CNY`, `EUR` or `USD`.
        price_year: Year of the prices of the amount.
        year: Year of the prices wanted.

    Returns:
        Steps whose values are multiplied; none where nothing needs to be done.

    Raises:
        InputError: When the catalogue has no rate or no prices for a year.

    Example:
        >>> [round(step.value, 3) for step in cny_steps("EUR", 2020, 2020)]
        [7.878]
    """
    steps = [] if currency == "CNY" else [_rate(currency, price_year)]
    return (*steps, *([] if year == price_year else [_carried(price_year, year)]))


def _rate(currency: str, year: int) -> Step:
    known = rates()
    per = known.per_usd.get(currency, {year: 1.0})  # a dollar per dollar
    if year not in per or year not in known.per_usd["CNY"]:
        raise InputError.of("no_rate", currency=currency, year=year)
    cites = "; ".join(known.cites[c] for c in ("CNY", currency) if c in known.cites)
    label = _RATE.fill(currency=currency, year=year)
    value = known.per_usd["CNY"][year] / per[year]
    return Step(label, value, f"CNY/{currency}", cites, known.statuses["CNY"])


def _carried(start: int, end: int) -> Step:
    known = rates()
    years = range(min(start, end) + 1, max(start, end) + 1)
    absent = [year for year in years if year not in known.inflation]
    if absent:
        span = f"{min(known.inflation) - 1}-{max(known.inflation)}"
        raise InputError.of("no_prices", year=absent[0], known=span)
    grown = 1.0
    for year in years:
        grown *= 1 + known.inflation[year] / 100
    status = "assumed" if known.assumed & set(years) else known.inflation_status
    value = grown if end >= start else 1 / grown
    return Step(_CARRIED.fill(start=start, end=end), value, "1", known.inflation_cite, status)
