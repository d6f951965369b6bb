"""Local stamps to instants: hours that come twice, hours that do not exist."""

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

_FIXED = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_NAMES = {
    "z": "UTC",
    "gmt": "UTC",
    "mez": "+01:00",
    "北京时间": "Asia/Shanghai",
    "东八区": "+08:00",
}


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone by its IANA name, or so many minutes east of UTC all year."""

    name: str = ""
    minutes: int = 0


def find_zone(text: str) -> Zone | None:
    """The zone that a text means, or None.

    Example:
        >>> find_zone("Europe/Berlin").name, find_zone("UTC+8").minutes, find_zone("Mars")
        ('Europe/Berlin', 480, None)
    """
    name = _NAMES.get(text.strip().casefold(), text.strip())
    fixed = _FIXED.fullmatch(name)
    if fixed:
        minutes = int(fixed[2]) * 60 + int(fixed[3] or 0)
        return Zone("", -minutes if fixed[1] == "-" else minutes) if minutes <= 14 * 60 else None
    try:
        return Zone(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def park_zone(zone: Zone) -> str:
    """The IANA name by which a new park with such files should count its days.

    Example:
        >>> park_zone(Zone("", 480)), park_zone(Zone("Europe/Rome"))
        ('Etc/GMT-8', 'Europe/Rome')
    """
    if zone.name:
        return zone.name
    hours, rest = divmod(abs(zone.minutes), 60)
    if rest or not zone.minutes:
        return "UTC"
    return f"Etc/GMT{'-' if zone.minutes > 0 else '+'}{hours}"


def to_instants(local: pl.Series, zone: Zone) -> pl.DataFrame:
    """Local times as the instants that they may be.

    Args:
        local: Datetimes without a zone.
        zone: Whose clock they are of.

    Returns:
        `early` and `late` (UTC): the same where the time comes once, an hour apart
        where clocks go back, null where clocks go forward over it.

    Example:
        >>> from datetime import datetime
        >>> at = pl.Series([datetime(2025, 10, 26, 2, 30)])
        >>> to_instants(at, Zone("Europe/Berlin")).select(pl.col("late") - pl.col("early")).item()
        datetime.timedelta(seconds=3600)
    """
    column = local.cast(pl.Datetime("us")).to_frame("local")
    if not zone.name:
        at = (pl.col("local") - pl.duration(minutes=zone.minutes)).dt.replace_time_zone("UTC")
        return column.select(early=at, late=at)
    return column.select(early=_at(zone.name, "earliest"), late=_at(zone.name, "latest"))


def _at(zone: str, which: str) -> pl.Expr:
    ambiguous = pl.lit(which)
    local = pl.col("local").dt.replace_time_zone(zone, ambiguous=ambiguous, non_existent="null")
    return local.dt.convert_time_zone("UTC")
