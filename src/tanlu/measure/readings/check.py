"""The border of channels: formulas, meter events and tariffs that fit together."""

from collections import deque
from collections.abc import Mapping

from tanlu.errors import InputError
from tanlu.measure.flaw import Flaw
from tanlu.measure.page import Page
from tanlu.measure.readings.formula import read_formula
from tanlu.measure.readings.tariff import Band, holes, minute_of, read_months
from tanlu.measure.readings.use import use_unit
from tanlu.measure.readings.virtual import terms_of
from tanlu.model.channel import Channel, Kind, is_rate, is_state
from tanlu.units import find_unit

_LONGEST_PATH = 10


def check_readings(pages: Mapping[str, Page]) -> None:
    """Judge what says how readings are to be read; every fault at its cell.

    Args:
        pages: All tables of a park, references resolved.
    """
    channels = _channels(pages["channels"])
    _check_kinds(pages["channels"])
    _check_formulas(pages["channels"], channels)
    _check_factor_channels(pages["channels"], channels)
    _check_events(pages["meter_events"])
    tariffs = _check_tariffs(pages["tariffs"])
    _check_tariff_names(pages["channels"], channels, tariffs)


def _channels(page: Page) -> dict[str, Channel]:
    found = {}
    names = ("channel_id", "unit", "kind", "formula")
    for channel_id, unit, written, formula in page.rows(*names):
        if channel_id is not None and unit is not None:
            kind: Kind = written or "interval"
            found[channel_id] = Channel(channel_id, unit, kind, formula=formula or "")
    return found


def _check_kinds(page: Page) -> None:
    names = ("kind", "unit", "valid_from", "valid_until")
    for index, (kind, unit, start, end) in enumerate(page.rows(*names)):
        if kind == "counter" and unit and (is_rate(unit) or is_state(unit)):
            page.note(index, "kind", Flaw("register_of_rate", {"unit": unit}))
        if start and end and end <= start:
            params = {"from": start.isoformat(), "to": end.isoformat()}
            page.note(index, "valid_until", Flaw("ends_before_start", params))


def _check_formulas(page: Page, channels: Mapping[str, Channel]) -> None:
    made_of: dict[str, list[str]] = {}
    for index, (name, formula) in enumerate(page.rows("channel_id", "formula")):
        if not formula or name not in channels:
            continue
        try:
            made_of[name] = list(read_formula(formula, channels.keys()))
            terms_of(channels[name], channels)
        except InputError as error:
            fault = error.faults[0]
            page.note(index, "formula", Flaw(fault.code, fault.params))
    for index, (name,) in enumerate(page.rows("channel_id")):
        circle = _circle(name, made_of) if name in made_of else None
        if circle:
            path = " → ".join(circle[:_LONGEST_PATH])
            page.note(index, "formula", Flaw("formula_circle", {"path": path}))


def _circle(start: str, made_of: Mapping[str, list[str]]) -> list[str] | None:
    paths = deque([[start]])
    seen: set[str] = set()
    while paths:
        path = paths.popleft()
        for part in made_of.get(path[-1], ()):
            if part == start:
                return [*path, start]
            if part not in seen:
                seen.add(part)
                paths.append([*path, part])
    return None


def _check_factor_channels(page: Page, channels: Mapping[str, Channel]) -> None:
    for index, (name, factor) in enumerate(page.rows("channel_id", "factor_channel")):
        if factor is None or factor not in channels or name not in channels:
            continue
        used = find_unit(use_unit(channels[name]))
        unit = find_unit(channels[factor].unit)
        above, _, below = (unit.dimension if unit else "").partition("/")
        if used is None or below != used.dimension or above not in _EMITTED:
            params = {"unit": channels[factor].unit, "wanted": f"kg CO2/{use_unit(channels[name])}"}
            page.note(index, "factor_channel", Flaw("not_a_factor_channel", params))


_EMITTED = ("mass", "mass CO2", "mass CO2e")


def _check_events(page: Page) -> None:
    seen: set[tuple[object, object]] = set()
    for index, (channel, at, kind, multiplier) in enumerate(
        page.rows("channel_id", "at", "kind", "multiplier")
    ):
        if kind == "multiplier" and multiplier is None:
            page.note(index, "multiplier", Flaw("event_without_multiplier"))
        if channel and at and (channel, at) in seen:
            page.note(index, "at", Flaw("two_events_at_once", {"channel": channel}))
        seen.add((channel, at))


def _check_tariffs(page: Page) -> dict[str, str]:
    """Every tariff's unit, once its rows are judged."""
    rows: dict[str, list[tuple[int, Band]]] = {}
    sound: dict[str, bool] = {}
    for index in range(page.size):
        band = _band(page, index)
        name = page.columns["tariff_id"][index]
        if name:
            sound[name] = sound.get(name, True) and band is not None
        if band is not None:
            rows.setdefault(band.tariff_id, []).append((index, band))
    for name, found in rows.items():
        if sound[name]:
            _check_cover(page, found)
    return {name: found[0][1].unit for name, found in rows.items()}


def _band(page: Page, index: int) -> Band | None:
    names = ("tariff_id", "valid_from", "start", "end", "band", "price", "unit")
    tariff, start, first, last, band, price, unit = (page.columns[n][index] for n in names)
    months = read_months(page.columns["months"][index])
    if months is None:
        page.note(index, "months", Flaw("bad_months", {"text": page.columns["months"][index][:80]}))
    found = find_unit(unit) if unit else None
    if found is not None and not found.dimension.startswith("money/"):
        page.note(index, "unit", Flaw("not_a_price", {"unit": unit}))
        return None
    if None in (tariff, start, first, last, band, price, unit) or months is None:
        return None
    until = page.columns["valid_until"][index]
    days = page.columns["days"][index] or "all"
    return Band(
        tariff, start, until or start.max, months, days, minute_of(first), minute_of(last), band,
        price, unit,
    )  # fmt: skip


def _check_cover(page: Page, rows: list[tuple[int, Band]]) -> None:
    hole = next(holes([band for _, band in rows]), None)
    if hole is None:
        return
    clock = f"{hole.minute // 60:02d}:{hole.minute % 60:02d}"
    code = "tariff_gap" if hole.times == 0 else "tariff_overlap"
    params = {"tariff": rows[0][1].tariff_id, "day": hole.day.isoformat(), "clock": clock}
    page.note(rows[0][0], "start", Flaw(code, params))


def _check_tariff_names(
    page: Page, channels: Mapping[str, Channel], tariffs: Mapping[str, str]
) -> None:
    for index, (name, tariff) in enumerate(page.rows("channel_id", "tariff_id")):
        if not tariff:
            continue
        if tariff not in tariffs:
            known = ", ".join(sorted(tariffs)[:10]) or "–"
            page.note(
                index, "tariff_id", Flaw("unknown_tariff", {"tariff": tariff[:80], "known": known})
            )
        elif name in channels:
            unit, used = find_unit(tariffs[tariff]), find_unit(use_unit(channels[name]))
            if unit and used and unit.dimension != f"money/{used.dimension}":
                params = {"unit": tariffs[tariff], "wanted": f"CNY/{use_unit(channels[name])}"}
                page.note(index, "tariff_id", Flaw("wrong_dimension", params))
