"""Virtual channels: the use of others, added and taken away interval by interval."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from tanlu.errors import InputError, Place
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import by_size, day_rows, flags, matrix
from tanlu.measure.readings.formula import ordered, read_formula
from tanlu.measure.readings.grid import coarsened, common
from tanlu.measure.readings.use import emptied_outside, is_mean, use_of, use_unit
from tanlu.model.channel import Channel
from tanlu.model.reading import DAY
from tanlu.units import ratio

_KEY = ["channel", "day"]


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a virtual channel: which channel, times what.

    `factor` is the formula's number; `scale` turns the part's unit into the whole's.
    """

    channel_id: str
    factor: float
    scale: float


def terms_of(channel: Channel, channels: Mapping[str, Channel]) -> tuple[Term, ...]:
    """The parts of a virtual channel.

    Args:
        channel: The virtual channel.
        channels: The park's channels.

    Returns:
        Its parts in the order of the formula.

    Raises:
        InputError: When the formula cannot be read, names an unknown channel, or
            adds what does not add up.

    Example:
        >>> both = {"a": Channel("a", "kWh"), "b": Channel("b", "MWh")}
        >>> [t.scale for t in terms_of(Channel("v", "kWh", formula="a - b"), both)]
        [1.0, 1000.0]
    """
    found = read_formula(channel.formula, channels.keys())
    return tuple(
        Term(name, factor, _scale(channels[name], channel)) for name, factor in found.items()
    )


def _scale(part: Channel, whole: Channel) -> float:
    if is_mean(part) != is_mean(whole):
        raise InputError.of("wrong_dimension", Place(), unit=part.unit, wanted=whole.unit)
    return ratio(use_unit(part), use_unit(whole))


def leaves(names: Collection[str], channels: Mapping[str, Channel]) -> set[str]:
    """The channels with readings that some channels are made of, themselves included.

    Args:
        names: Channels, virtual or not.
        channels: The park's channels.

    Returns:
        Every channel needed, virtual ones in between too.
    """
    found: set[str] = set()
    open_names = [name for name in names if name in channels]
    while open_names:
        name = open_names.pop()
        if name in found:
            continue
        found.add(name)
        if channels[name].formula:
            open_names += read_formula(channels[name].formula, channels.keys())
    return found


def all_use(
    days: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    start: date | None = None,
    end: date | None = None,
) -> pl.DataFrame:
    """What channels used, virtual ones included.

    Args:
        days: Schema `DAY`; see `use_of` for which days it must hold.
        channels: The park's channels.
        clock: The park's clock.
        start: First day to give; all when None.
        end: First day no longer to give.

    Returns:
        Schema `DAY`, as `use_of`; virtual channels whose parts never spoke have no rows.
    """
    return with_virtual(use_of(days, channels, clock, start, end), channels, clock)


def with_virtual(use: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    """Use with that of virtual channels beside it.

    Args:
        use: Schema `DAY`, as `use_of` gives it.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        The same and the virtual channels' rows. They are on the finest grid that all
        parts add up to; absent wherever a part is, even one whose factor is 0;
        flags are those of all parts.

    Raises:
        InputError: As `terms_of`; or when a channel leads back to itself.
    """
    terms = {n: terms_of(c, channels) for n, c in channels.items() if c.formula}
    held = {rows["channel"][0]: rows for rows in use.partition_by("channel")}
    order = ordered({name: [t.channel_id for t in parts] for name, parts in terms.items()})
    for name in order:
        rows = _added(name, terms[name], held, channels, clock)
        if rows.height:
            held[name] = emptied_outside(rows, channels)
    empty = pl.DataFrame(schema=DAY)
    return pl.concat([empty, *held.values()]).sort(_KEY)


def _added(
    name: str,
    terms: tuple[Term, ...],
    held: Mapping[str, pl.DataFrame],
    channels: Mapping[str, Channel],
    clock: Clock,
) -> pl.DataFrame:
    parts = [(term, held[term.channel_id]) for term in terms if term.channel_id in held]
    grids = sorted({int(m) for _, rows in parts for m in rows["minutes"].unique().to_list()})
    if len(parts) < len(terms) or not grids:
        return pl.DataFrame(schema=DAY)
    minutes = common(grids)
    mean = is_mean(channels[name])
    even = [(term, coarsened(rows, minutes, clock, is_mean=mean)) for term, rows in parts]
    days = pl.concat([rows.select("day") for _, rows in even]).unique().sort("day")
    sizes = {day: clock.size(day, minutes) for day in days["day"].to_list()}
    whole = days.with_columns(size=pl.col("day").replace_strict(sizes, return_dtype=pl.Int16))
    found = [_sum(name, same, even, minutes) for same in whole.partition_by("size")]
    return pl.concat(found)


def _sum(
    name: str, days: pl.DataFrame, parts: list[tuple[Term, pl.DataFrame]], minutes: int
) -> pl.DataFrame:
    size = int(days["size"][0])
    values, marks = np.zeros((days.height, size)), np.zeros((days.height, size), np.uint16)
    seq = np.zeros(days.height, np.int64)
    place = days.select("day").with_row_index("place")
    for term, rows in parts:
        here = rows.join(place, on="day", how="inner").filter(pl.col("size") == size)
        part = np.full(values.shape, np.nan)
        for same in by_size(here):
            at = same["place"].to_numpy()
            part[at] = matrix(same)
            marks[at] |= flags(same)
            seq[at] = np.maximum(seq[at], same["seq"].to_numpy())
        values += term.factor * term.scale * part
    about = days.select(
        pl.lit(name).alias("channel"), "day", pl.lit(minutes, pl.Int16).alias("minutes"),
        pl.Series("seq", seq),
    )  # fmt: skip
    return day_rows(about, values, marks)
