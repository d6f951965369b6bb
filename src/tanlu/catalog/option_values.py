"""What an option's quantity is on a day, in the units and the money of the plan."""

from collections.abc import Mapping
from datetime import date

from tanlu.catalog.money import cny_steps, rates
from tanlu.catalog.option_formulas import value_between, value_in_plan
from tanlu.catalog.option_units import currency_of, plan_unit, units_of
from tanlu.catalog.option_words import meanings
from tanlu.errors import CatalogError, Place
from tanlu.model.option import STATUSES, Option, Point, Quantity, Reading, Series, Step


def sheet(option: Option, on: date, price_year: int | None = None) -> Mapping[str, Reading]:
    """Every quantity of an option on a day.

    Args:
        option: The option.
        on: The day, usually the first of a period.
        price_year: Year of the prices wanted; the catalogue's own where None.

    Returns:
        Readings by name (`in.electricity`, `out.heat_80c`, `investment`, …): powers in
        MW, energies in MWh, masses in t, money in CNY of the price year.

    Raises:
        InputError: When money cannot be converted.

    Example:
        >>> from tanlu.catalog.options import option
        >>> round(sheet(option("heat_pump_80c"), date(2025, 1, 1))["out.heat_80c"].value, 2)
        3.89
    """
    return {q.name: reading(option, q, on, price_year) for q in option.every()}


def reading(option: Option, quantity: Quantity, on: date, price_year: int | None = None) -> Reading:
    """One quantity on a day: interpolated, converted, with its documents.

    Raises:
        InputError: When money cannot be converted.
    """
    return series_reading(option, quantity.name, quantity.taken, on, price_year)


def series_reading(
    option: Option, name: str, series: Series, on: date, price_year: int | None = None
) -> Reading:
    """A series of a quantity on a day, as `reading` does for the one taken."""
    unit, unit_scale = _unit(option, name, series)
    currency = currency_of(series.unit)
    year = (price_year or rates().price_year) if currency else None
    steps = _steps(series, currency, year)
    scale = value_in_plan(1.0, unit_scale, *ratios(steps))
    how, points = around(series, on)
    printed = _mix([point.value for point in points], points, on)
    return Reading(
        name=name,
        value=printed * scale,
        unit=unit,
        printed=printed,
        printed_unit=series.unit,
        status=weakest(points),
        how=how,
        place=series.place,
        cites=tuple(dict.fromkeys(point.cite for point in points if point.cite)),
        points=points,
        lower=_edge(points, on, "lower", scale),
        upper=_edge(points, on, "upper", scale),
        of=series.of,
        basis=series.basis,
        steps=steps,
        unit_scale=unit_scale,
        price_year=year,
    )


def _steps(series: Series, currency: str | None, year: int | None) -> tuple[Step, ...]:
    if currency is None or series.price_year is None or year is None:
        return ()
    return cny_steps(currency, series.price_year, year)


def _unit(option: Option, name: str, series: Series) -> tuple[str, float]:
    wanted = units_of(name, series, meanings().get(name), option.capacity_unit)
    found = plan_unit(series, wanted)
    if found is None:
        place = Place(option.option_id, column=name)
        raise CatalogError.of("option_fault", place, reason=f"unit {series.unit} does not fit")
    return found


def around(series: Series, on: date) -> tuple[str, tuple[Point, ...]]:
    """The points that a day lies at or between, and how it lies there.

    Example:
        >>> points = (Point(date(2020, 1, 1), 1, "primary", "a", "1"),)
        >>> around(Series("1", points), date(2050, 1, 1))[0]
        'stated'
    """
    points = series.points
    if len(points) == 1:
        return "stated", points
    exact = [point for point in points if point.on == on]
    if exact:
        return "stated", (exact[0],)
    before = [point for point in points if point.on < on]
    after = [point for point in points if point.on > on]
    if not before:
        return "before_first", (points[0],)
    if not after:
        return "after_last", (points[-1],)
    if series.between == "step":
        return "stated", (before[-1],)
    return "between", (before[-1], after[0])


def ratios(steps: tuple[Step, ...]) -> tuple[float, float]:
    """The rate of a currency and the ratio of prices among steps; 1 where there is none."""
    rate = next((step.value for step in steps if step.unit != "1"), 1.0)
    return rate, next((step.value for step in steps if step.unit == "1"), 1.0)


def _edge(points: tuple[Point, ...], on: date, name: str, scale: float) -> float | None:
    ends = [getattr(point, name) for point in points]
    return None if None in ends else _mix(ends, points, on) * scale


def _mix(values: list[float], points: tuple[Point, ...], on: date) -> float:
    if len(points) == 1:
        return values[0]
    return float(value_between(values[0], values[1], time_share(points, on)))


def time_share(points: tuple[Point, ...], on: date) -> float:
    """Days since the first of two points over the days between them."""
    first, last = points
    return (on - first.on).days / (last.on - first.on).days


def weakest(points: tuple[Point, ...]) -> str:
    """The status that is worst among points.

    Example:
        >>> found = ("primary", "assumed")
        >>> weakest(tuple(Point(date(2020, 1, 1), 1, status, None, "") for status in found))
        'assumed'
    """
    return max((point.status for point in points), key=STATUSES.index)
