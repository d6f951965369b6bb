"""Tariffs by time of day: what the use of an interval costs, band by band.

A tariff goes by the clock on the wall. An interval across the border of two bands
is split by minutes. Workdays are Monday to Friday: no calendar of holidays is known here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import day_rows, matrix
from tanlu.measure.readings.use import use_unit
from tanlu.model.book import Book
from tanlu.model.channel import Channel
from tanlu.model.reading import DAY
from tanlu.units import convert, ratio

BANDS = ("sharp", "peak", "flat", "valley", "deep_valley")
_DAY_MINUTES = 1440
_MONTHS = re.compile(r"(\d{1,2})(?:\s*[-–~]\s*(\d{1,2}))?")
_ALL = frozenset(range(1, 13))
_EVER = date.max

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a tariff: the price of some hours of some days."""

    tariff_id: str
    valid_from: date
    valid_until: date
    months: frozenset[int]
    days: str
    start: int
    end: int
    band: str
    price: float
    unit: str

    def is_of(self, day: date) -> bool:
        """Whether the row counts on a day."""
        kind = "weekends" if day.weekday() >= 5 else "workdays"
        return (
            self.valid_from <= day < self.valid_until
            and day.month in self.months
            and self.days in ("all", kind)
        )

    def minutes(self) -> npt.NDArray[np.int64]:
        """The minutes of the day that the row covers; past midnight it goes on at 0:00.

        Example:
            >>> night = Band("t", date(2025, 1, 1), date.max, frozenset({1}), "all", 1380, 60,
            ...     "valley", 0.3, "CNY/kWh")
            >>> night.minutes().size
            120
        """
        end = self.end if self.end > self.start else self.end + _DAY_MINUTES
        return np.arange(self.start, end) % _DAY_MINUTES


def read_months(text: str | None) -> frozenset[int] | None:
    """Months as a table writes them; None when the text is no such list.

    Example:
        >>> sorted(read_months("11-2,7"))
        [1, 2, 7, 11, 12]
    """
    if not (text or "").strip():
        return _ALL
    found: set[int] = set()
    for part in re.split(r"[,，、;]", str(text)):
        match = _MONTHS.fullmatch(part.strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not (first in _ALL and last in _ALL):
            return None
        count = (last - first) % 12 + 1
        found |= {(first - 1 + n) % 12 + 1 for n in range(count)}
    return frozenset(found)


def minute_of(clock: str) -> int:
    """A time of day in minutes since midnight.

    Example:
        >>> minute_of("08:30"), minute_of("24:00")
        (510, 1440)
    """
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def tariffs_of(book: Book) -> dict[str, tuple[Band, ...]]:
    """The tariffs of a park.

    Args:
        book: The checked park.

    Returns:
        Tariff to its rows.
    """
    found: dict[str, list[Band]] = {}
    for row in book.table("tariffs").iter_rows(named=True):
        band = Band(
            row["tariff_id"], row["valid_from"], row["valid_until"] or _EVER,
            read_months(row["months"]) or _ALL, row["days"] or "all", minute_of(row["start"]),
            minute_of(row["end"]), row["band"], row["price"], row["unit"],
        )  # fmt: skip
        same = found.setdefault(band.tariff_id, [])
        unit = same[0].unit if same else band.unit  # all prices of a tariff in one unit
        same.append(replace(band, price=convert(band.price, band.unit, unit), unit=unit))
    return {tariff: tuple(rows) for tariff, rows in found.items()}


@dataclass(frozen=True, slots=True)
class Hole:
    """A kind of day that a tariff does not cover exactly once."""

    day: date
    minute: int
    times: int


def holes(rows: Sequence[Band]) -> Iterator[Hole]:
    """Where a tariff has no price, or two, from its first day on.

    Args:
        rows: All rows of one tariff.

    Returns:
        One hole for each kind of day (dates, month, workday or weekend) that has one.

    Example:
        >>> half = Band("t", date(2025, 1, 1), date.max, frozenset(range(1, 13)), "all", 0, 720,
        ...     "valley", 0.3, "CNY/kWh")
        >>> next(holes([half])).minute
        720
    """
    for day in _kinds_of_day(rows):
        count = np.zeros(_DAY_MINUTES, np.int64)
        for row in rows:
            if row.is_of(day):
                np.add.at(count, row.minutes(), 1)
        odd = np.flatnonzero(count != 1)
        if odd.size:
            yield Hole(day, int(odd[0]), int(count[odd[0]]))


def _kinds_of_day(rows: Sequence[Band]) -> Iterator[date]:
    edges = sorted({row.valid_from for row in rows} | {row.valid_until for row in rows})
    seen: set[tuple[date, int, bool]] = set()
    for first, last in pairwise(edges):
        stop = min(last.toordinal(), first.toordinal() + 366 + 7)
        for number in range(first.toordinal(), stop):
            day = date.fromordinal(number)
            kind = (first, day.month, day.weekday() >= 5)
            if kind not in seen:
                seen.add(kind)
                yield day


def band_shares(
    rows: Sequence[Band], day: date, minutes: int, clock: Clock
) -> tuple[list[str], Shares, Shares]:
    """How each interval of a day is divided among the bands of a tariff.

    Args:
        rows: The tariff.
        day: The local day.
        minutes: Length of an interval. [min]
        clock: The park's clock.

    Returns:
        Bands; share of each interval in each band, shape (bands, size), NaN where the
        tariff has no price; and the price of each, as its row is written.
    """
    wall = _wall(day, clock)
    size = clock.size(day, minutes)
    slot = np.minimum(np.arange(wall.size) // minutes, size - 1)
    length = np.bincount(slot, minlength=size)
    valid = [row for row in rows if row.is_of(day)]
    shares, prices = np.zeros((len(valid), size)), np.zeros(len(valid))
    for index, row in enumerate(valid):
        covered = np.zeros(_DAY_MINUTES)
        covered[row.minutes()] = 1
        shares[index] = np.bincount(slot, covered[wall], size) / length
        prices[index] = row.price
    shares[:, np.abs(shares.sum(axis=0) - 1) > 1e-9] = np.nan
    return [row.band for row in valid], shares, prices


def _wall(day: date, clock: Clock) -> npt.NDArray[np.int64]:
    # minute on the wall for each minute that has passed since the local midnight
    begin = clock.begin(day)
    passed = pl.select(
        (pl.lit(begin) + pl.duration(minutes=pl.int_range(clock.seconds(day) // 60)))
        .dt.convert_time_zone(clock.zone)
        .alias("at")
    )["at"]
    found = passed.dt.hour().cast(pl.Int64) * 60 + passed.dt.minute().cast(pl.Int64)
    return found.to_numpy()


def cost_of(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    tariffs: Mapping[str, Sequence[Band]],
    clock: Clock,
) -> pl.DataFrame:
    """What use costs, interval by interval. [CNY]

    Args:
        use: Schema `DAY`, as `all_use` gives it.
        channels: The park's channels.
        tariffs: The park's tariffs.
        clock: The park's clock.

    Returns:
        Schema `DAY` for channels that name a tariff; absent where use is absent or the
        tariff has no price.
    """
    parts = [pl.DataFrame(schema=DAY)]
    for priced in _priced(use, channels, tariffs, clock):
        price = priced.prices @ priced.shares if priced.prices.size else np.nan
        values = matrix(priced.rows) * price * priced.scale[:, None]
        parts.append(day_rows(priced.rows.select("channel", "day", "minutes", "seq"), values))
    return pl.concat(parts).sort("channel", "day")


@dataclass(frozen=True, slots=True)
class _Priced:
    """Day rows of one tariff and one kind of day, which are priced alike."""

    rows: pl.DataFrame
    bands: list[str]
    shares: Shares
    prices: Shares
    scale: Shares


def _priced(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    tariffs: Mapping[str, Sequence[Band]],
    clock: Clock,
) -> Iterator[_Priced]:
    named = {n: c.tariff_id for n, c in channels.items() if c.tariff_id in tariffs}
    rows = use.filter(pl.col("channel").is_in(list(named)))
    if rows.is_empty():
        return
    rows = rows.with_columns(tariff=pl.col("channel").replace_strict(named, return_dtype=pl.String))
    for same in rows.partition_by("tariff"):
        tariff = tariffs[str(same["tariff"][0])]
        kinds = {day: _kind(tariff, day, clock) for day in same["day"].unique().to_list()}
        kind = pl.col("day").replace_strict(kinds, return_dtype=pl.String)
        for part in same.with_columns(kind=kind).partition_by("kind", "minutes", "size"):
            shared = band_shares(tariff, part["day"][0], int(part["minutes"][0]), clock)
            names = part["channel"].to_list()
            scale = {name: _scale(tariff[0].unit, channels[name]) for name in set(names)}
            yield _Priced(part.drop("tariff", "kind"), *shared, np.array([scale[n] for n in names]))


def _kind(rows: Sequence[Band], day: date, clock: Clock) -> str:
    # days on which the same rows count, and no clock moves, are priced alike
    valid = ",".join(str(index) for index, row in enumerate(rows) if row.is_of(day))
    is_plain = clock.seconds(day) == 60 * _DAY_MINUTES
    return valid if is_plain else f"{valid} {day}"


def _scale(unit: str, channel: Channel) -> float:
    return ratio(unit, f"CNY/{use_unit(channel)}")


def by_band(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    tariffs: Mapping[str, Sequence[Band]],
    clock: Clock,
) -> pl.DataFrame:
    """Use and cost of each channel, day and band.

    Args:
        use: Schema `DAY`, as `all_use` gives it.
        channels: The park's channels.
        tariffs: The park's tariffs.
        clock: The park's clock.

    Returns:
        `channel`, `day`, `band`, `use` (in the channel's unit), `cost_cny`; intervals
        that are absent are in no band.
    """
    schema = {"channel": pl.String, "day": pl.Date, "band": pl.String, "use": pl.Float64,
              "cost_cny": pl.Float64}  # fmt: skip
    found = [pl.DataFrame(schema=schema)]
    for priced in _priced(use, channels, tariffs, clock):
        amounts = np.nan_to_num(matrix(priced.rows)) @ np.nan_to_num(priced.shares).T
        costs = amounts * priced.prices * priced.scale[:, None]
        for index, band in enumerate(priced.bands):
            columns = {"use": amounts[:, index], "cost_cny": costs[:, index]}
            about = priced.rows.select("channel", "day", band=pl.lit(band))
            found.append(about.with_columns(**{n: pl.Series(v) for n, v in columns.items()}))
    return pl.concat(found).group_by("channel", "day", "band").sum().sort("channel", "day", "band")
