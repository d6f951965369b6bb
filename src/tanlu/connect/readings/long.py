"""Files with a row for each reading: which channel, in which unit."""

from dataclasses import replace

import polars as pl

from tanlu.connect.readings.cell import Decimal
from tanlu.connect.readings.rows import TOTALS
from tanlu.connect.readings.spec import Spec, Specs
from tanlu.connect.readings.values import read_values
from tanlu.units import find_unit, ratio

_DIGITS = 15
_KNOWN = {
    "channel": pl.String(), "unit": pl.String(),
    "factor": pl.Float64(), "fault": pl.String(),
}  # fmt: skip


def long_values(
    frame: pl.DataFrame,
    named: pl.Series,
    units: pl.Series | None,
    at: int,
    decimal: Decimal,
    specs: Specs,
    step: int = 0,
) -> pl.DataFrame:
    """The values of a column whose rows each name their channel.

    Args:
        frame: Rows of data.
        named: What the column of channels says.
        units: What the column of units says; None when there is none.
        at: The column of values.
        decimal: The decimal mark of the file.
        specs: The channels, found as they come.
        step: Minutes between columns of a row that holds a day; else 0.

    Returns:
        `channel`, `value` in the unit in which the park keeps it, `why` and `text`,
        one row for each of the frame.
    """
    both = pl.DataFrame({"t": named})
    if units is not None:
        both = both.with_columns(u=units.str.strip_chars())
    key = both.columns
    pairs = both.unique()
    known = [_known(text, "".join(unit), specs, step) for text, *unit in pairs.iter_rows()]
    columns = pairs.hstack(pl.DataFrame(known, schema=_KNOWN, orient="row"))
    found = both.join(columns, on=key, how="left", maintain_order="left")
    cells = frame[str(at)]
    read = read_values(cells, decimal, found["unit"])
    value = pl.when(pl.col("factor") == 1).then("value").otherwise(
        (pl.col("value") * pl.col("factor")).round_sig_figs(_DIGITS)
    )  # fmt: skip
    return found.hstack(read).select(
        "channel",
        value=value,
        why=pl.when((pl.col("fault") != "") & _says(cells)).then("fault").otherwise("reason"),
        text=cells.cast(pl.String),
    )


def _says(cells: pl.Series) -> pl.Series:
    return cells.cast(pl.String).fill_null("").str.strip_chars() != ""


def _known(text: str, unit: str, specs: Specs, step: int) -> tuple[str, str, float, str]:
    """Channel, unit of its bare numbers, by what they are multiplied, and why they are refused."""
    if not text or TOTALS.fullmatch(text):
        return text, "", 1.0, "totals_row" if text else "no_channel"
    spec = specs.of(text, unit)
    if step and spec.minutes is None:
        specs.found[text] = spec = _stepped(spec, step)
    own = unit or spec.unit
    if own == spec.wanted:
        return spec.channel_id, own, 1.0, ""
    have, want = find_unit(own), find_unit(spec.wanted)
    if have is None:
        return spec.channel_id, "", 1.0, "unknown_unit"
    if want is None or have.dimension != want.dimension:
        return spec.channel_id, own, 1.0, "wrong_unit"
    return spec.channel_id, own, ratio(own, spec.wanted), ""


def _stepped(spec: Spec, step: int) -> Spec:
    return replace(spec, minutes=step)
