"""Moments as machines write them: ISO 8601 with offset or local, or seconds since 1970."""

import polars as pl

_USUAL = "%Y-%m-%dT%H:%M:%S%z"
_UTC = pl.Datetime("us", "UTC")
_FORM = (
    r"^(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<part>[.,]\d{1,9})?)?)?"
    r"(?P<offset>Z|[+-]\d{2}:?\d{2})?$"
)
_EPOCH = r"^(?:\d{10}(?:\.\d{1,9})?|\d{13}|\d{16})$"
_SCALE = {10: 1_000_000, 13: 1_000, 16: 1}  # digits before the point to microseconds
FIRST_YEAR, END_YEAR = 1980, 2100  # a meter's clock outside of these is not set
UNKNOWN = "unknown_instant"
DOUBTFUL = "doubtful_instant"


def instants(texts: pl.Series, zone: str) -> pl.DataFrame:
    """Instants that texts mean.

    Args:
        texts: Such as "2025-03-01T10:15:00+08:00", "2025-03-01 10:15" (local),
            "2025-03-01" (its beginning), "1740795300", "1740795300000".
        zone: The park's time zone.

    Returns:
        `at` (UTC, null where it cannot be known) and `flaw`, the code of the fault.

    Example:
        >>> found = instants(pl.Series(["2025-03-01 08:00", "1740787200", "soon"]), "Asia/Shanghai")
        >>> found["at"].dt.to_string("%FT%T").to_list(), found["flaw"][2]
        (['2025-03-01T00:00:00', '2025-03-01T00:00:00', None], 'unknown_instant')
    """
    try:
        at = texts.str.to_datetime(_USUAL, time_unit="us", time_zone="UTC", strict=True)
    except pl.exceptions.InvalidOperationError:  # another form, or several
        return _of_any(texts, zone)
    return _bounded(pl.DataFrame({"at": at}).with_columns(flaw=pl.lit(None, pl.String)))


def _of_any(texts: pl.Series, zone: str) -> pl.DataFrame:
    parts = texts.str.strip_chars().str.to_uppercase().alias("text").to_frame()
    parts = parts.with_columns(pl.col("text").str.extract_groups(_FORM)).unnest("text")
    parts = parts.with_columns(texts.str.strip_chars().alias("text"))
    local = _local(parts)
    found = parts.with_columns(local=local).with_columns(
        placed=pl.col("local").dt.replace_time_zone(zone, ambiguous="null", non_existent="null"),
        shift=_shift(),
        epoch=_epoch(),
    )
    at = (
        pl.when(pl.col("epoch").is_not_null())
        .then(pl.col("epoch"))
        .when(pl.col("offset").is_not_null())
        .then(pl.col("local").dt.replace_time_zone("UTC") - pl.col("shift"))
        .otherwise(pl.col("placed").dt.convert_time_zone("UTC"))
    )
    doubt = pl.col("local").is_not_null() & pl.col("offset").is_null() & pl.col("placed").is_null()
    flaw = pl.when(doubt).then(pl.lit(DOUBTFUL))
    return _bounded(found.select(at=at.cast(_UTC), flaw=flaw))


def _local(parts: pl.DataFrame) -> pl.Series:
    # 24:00 is the end of the day, and no other time of hour 24 is
    clock = pl.concat_str(
        pl.col("hour").fill_null("00").replace("24", "00"),
        pl.col("minute").fill_null("00"),
        pl.col("second").fill_null("00"),
        separator=":",
    )
    text = pl.concat_str(pl.col("day"), clock, separator="T")
    whole = text.str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us", strict=False)
    part = (pl.lit("0") + pl.col("part").str.replace(",", ".", literal=True)).cast(pl.Float64)
    micro = (part.fill_null(0.0) * 1_000_000).round().cast(pl.Int64)
    is_late = pl.col("hour").fill_null("") == "24"
    is_end = is_late & (pl.col("minute") == "00") & (pl.col("second").fill_null("00") == "00")
    is_end &= micro == 0
    at = whole + pl.duration(microseconds=micro, days=is_late.cast(pl.Int64))
    return parts.select(pl.when(~is_late | is_end).then(at)).to_series()


def _shift() -> pl.Expr:
    bare = pl.col("offset").str.replace(":", "", literal=True)
    hours = bare.str.slice(1, 2).cast(pl.Int64, strict=False).fill_null(0)
    minutes = bare.str.slice(3, 2).cast(pl.Int64, strict=False).fill_null(0)
    sign = pl.when(bare.str.starts_with("-")).then(-1).otherwise(1)
    is_real = (hours <= 15) & (minutes < 60)
    return pl.when(is_real).then(pl.duration(minutes=sign * (hours * 60 + minutes)))


def _epoch() -> pl.Expr:
    is_epoch = pl.col("text").str.contains(_EPOCH)
    whole = pl.col("text").str.split(".").list.first()
    scale = whole.str.len_chars().replace_strict(_SCALE, default=None, return_dtype=pl.Int64)
    point = pl.lit("0.") + pl.col("text").str.split(".").list.get(1, null_on_oob=True)
    part = (point.cast(pl.Float64, strict=False).fill_null(0.0) * 1_000_000).round()
    micro = whole.cast(pl.Int64, strict=False) * scale + part.cast(pl.Int64)
    return pl.when(is_epoch).then(micro).cast(_UTC)


def _bounded(found: pl.DataFrame) -> pl.DataFrame:
    known = pl.col("at").dt.year().is_between(FIRST_YEAR, END_YEAR, closed="left")
    found = found.with_columns(at=pl.when(known).then(pl.col("at")))
    flaw = pl.when(pl.col("at").is_null()).then(pl.coalesce("flaw", pl.lit(UNKNOWN)))
    return found.with_columns(flaw=flaw)
