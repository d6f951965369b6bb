"""Local civil days: when they begin, how long they are, and to which one an instant belongs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import polars as pl

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a park's zone; a day has 23, 24 or 25 hours.

    Example:
        >>> Clock("Asia/Shanghai").begin(date(2025, 1, 1)).isoformat()
        '2024-12-31T16:00:00+00:00'
    """

    zone: str

    def begin(self, day: date) -> datetime:
        """The instant at which a local day begins, UTC."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(self.zone))
        return midnight.astimezone(UTC)

    def seconds(self, day: date) -> int:
        """How long a local day is. [s]

        Example:
            >>> Clock("Europe/Berlin").seconds(date(2025, 3, 30)) / 3600
            23.0
        """
        return int((self.begin(day + timedelta(days=1)) - self.begin(day)).total_seconds())

    def size(self, day: date, minutes: int) -> int:
        """How many intervals a local day has.

        Args:
            day: The local day.
            minutes: Length of an interval. [min]

        Example:
            >>> Clock("Europe/Berlin").size(date(2025, 10, 26), 15)
            100
        """
        return max(1, round(self.seconds(day) / (60 * minutes)))

    def show(self, at: datetime) -> str:
        """An instant as ISO 8601 with the zone's offset.

        Example:
            >>> Clock("Asia/Shanghai").show(datetime(2025, 1, 1, tzinfo=UTC))
            '2025-01-01T08:00:00+08:00'
        """
        return at.astimezone(ZoneInfo(self.zone)).isoformat()


def day_table(days: pl.Series, clock: Clock) -> pl.DataFrame:
    """Beginning and length of local days.

    Args:
        days: Days, in any order, repeated or not.
        clock: The park's clock.

    Returns:
        `day`, `begin` (UTC) and `seconds`, one row a day, sorted.
    """
    wanted = days.unique().drop_nulls().sort()
    rows = [(day, clock.begin(day), clock.seconds(day)) for day in wanted.to_list()]
    schema = {"day": pl.Date(), "begin": pl.Datetime("us", "UTC"), "seconds": pl.Int32()}
    return pl.DataFrame(rows, schema=schema, orient="row")


def locate(readings: pl.DataFrame, clock: Clock) -> pl.DataFrame:
    """Add the local day of each instant and the seconds since that day began.

    Args:
        readings: Any table with `at`, UTC.
        clock: The park's clock.

    Returns:
        The same rows in the same order with `day` and `second`.

    Example:
        >>> table = pl.DataFrame({"at": [datetime(2025, 1, 1, tzinfo=UTC)]},
        ...     schema={"at": pl.Datetime("us", "UTC")})
        >>> locate(table, Clock("Asia/Shanghai")).row(0)[1:]
        (datetime.date(2025, 1, 1), 28800)
    """
    local = pl.col("at").dt.convert_time_zone(clock.zone).dt.date()
    found = readings.with_columns(day=local)
    begins = day_table(found["day"], clock).select("day", "begin")
    second = (pl.col("at") - pl.col("begin")).dt.total_seconds().cast(pl.Int32)
    return (
        found.join(begins, on="day", how="left", maintain_order="left")
        .with_columns(second=second)
        .drop("begin")
    )
