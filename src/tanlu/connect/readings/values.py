"""A column of cells to numbers: what is plain by the column, what is odd once for each text."""

from collections.abc import Iterable

import polars as pl

from tanlu.connect.readings.cell import Decimal, Refusal, evidence, read_cell

_COMMA = r"^\s*[+-]?\d+(?:,\d+)?\s*$"
_THOUSANDS = r"^\s*[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$"
_NUMERIC = (pl.Float64, pl.Float32, pl.Int64, pl.Int32, pl.Int16, pl.Int8, pl.UInt64, pl.UInt32)


def decimal_mark(texts: Iterable[str], separator: str) -> Decimal:
    """The decimal mark of a file, by the cells that leave no doubt.

    Args:
        texts: Cells of its value columns.
        separator: What parts its columns; empty for a workbook.

    Returns:
        "?" when cells speak for both marks, or for none where the separator is a
        semicolon and a cell such as "1,234" could be either.

    Example:
        >>> decimal_mark(["1,234", "19,2"], ";"), decimal_mark(["1,234", "987"], ",")
        (',', '.')
        >>> decimal_mark(["1,234", "987"], ";"), decimal_mark(["1.5", "1,5"], ",")
        ('?', '?')
    """
    seen, has_comma = set(), False
    for text in texts:
        seen.add(evidence(text))
        has_comma = has_comma or "," in text or "，" in text
    if {",", "."} <= seen:
        return "?"
    if "," in seen:
        return ","
    if "." in seen or not has_comma or separator != ";":
        return "."
    return "?"


def read_values(cells: pl.Series, decimal: Decimal, units: pl.Series | str) -> pl.DataFrame:
    """Cells to values.

    Args:
        cells: A column as the file has it, texts or numbers.
        decimal: The decimal mark of texts.
        units: The unit of bare numbers, in which values come back: one for all or
            one for each cell.

    Returns:
        `value` (null where there is none) and `reason` (empty where there is nothing
        to refuse), one row for each cell.

    Example:
        >>> read_values(pl.Series(["1.5", "n/a", "x"]), ".", "kWh").rows()
        [(1.5, ''), (None, ''), (None, 'not_a_number')]
    """
    if cells.dtype in _NUMERIC:
        return _numbers(cells.cast(pl.Float64))
    texts = cells.cast(pl.String).fill_null("")
    fast = _fast(texts, decimal)
    slow = fast.is_null() & (texts.str.strip_chars() != "")
    if not slow.any():
        return pl.DataFrame({"value": fast, "reason": _blank(len(texts))})
    unit = pl.Series([units]).new_from_index(0, len(texts)) if isinstance(units, str) else units
    return _merged(pl.DataFrame({"t": texts, "u": unit, "fast": fast}), slow, decimal)


def _numbers(values: pl.Series) -> pl.DataFrame:
    infinite = values.is_infinite().fill_null(value=False)
    return pl.DataFrame({"value": values, "infinite": infinite}).select(
        value=pl.when(pl.col("value").is_finite()).then("value"),
        reason=pl.when("infinite").then(pl.lit("not_finite")).otherwise(pl.lit("")),
    )


def _fast(texts: pl.Series, decimal: Decimal) -> pl.Series:
    found = texts.to_frame("t")
    text = pl.col("t")
    if decimal == ",":
        plain = pl.when(text.str.contains(_COMMA)).then(text)
        number = plain.str.strip_chars().str.replace(",", ".", literal=True)
        return found.select(number.cast(pl.Float64, strict=False)).to_series()
    values = found.select(v=text.str.strip_chars().cast(pl.Float64, strict=False), t=text)
    finite = pl.col("v").is_finite()
    values = values.with_columns(v=pl.when(finite).then("v"))
    if decimal == "?":
        either = text.str.contains(r"^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$")
        return values.select(pl.when(~either).then("v")).to_series()
    left = values["v"].is_null() & texts.str.contains(_THOUSANDS)
    if not left.any():
        return values["v"]
    grouped = text.str.strip_chars().str.replace_all(",", "", literal=True)
    return values.select(
        pl.when(pl.lit(left)).then(grouped.cast(pl.Float64, strict=False)).otherwise("v")
    ).to_series()


def _merged(cells: pl.DataFrame, slow: pl.Series, decimal: Decimal) -> pl.DataFrame:
    odd = cells.filter(slow).select("t", "u").unique()
    read = [read_cell(text, decimal, unit) for text, unit in odd.iter_rows()]
    known = odd.with_columns(
        pl.Series("value", [None if isinstance(r, Refusal) else r for r in read], pl.Float64),
        pl.Series("reason", [r.code if isinstance(r, Refusal) else "" for r in read], pl.String),
    )
    both = cells.join(known, on=["t", "u"], how="left", maintain_order="left")
    reason = pl.when(pl.col("fast").is_null()).then(pl.col("reason").fill_null(""))
    return both.select(value=pl.coalesce("fast", "value"), reason=reason.otherwise(pl.lit("")))


def _blank(length: int) -> pl.Series:
    return pl.Series([""], dtype=pl.String).new_from_index(0, length)
