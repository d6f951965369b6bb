"""Blocks of a sheet to readings: one column a channel, one row a reading, one row a day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from tanlu.connect.readings.block import Block
from tanlu.connect.readings.cell import Decimal
from tanlu.connect.readings.layout import Layout, Target
from tanlu.connect.readings.long import long_values
from tanlu.connect.readings.look import Step
from tanlu.connect.readings.parsed import READ, Parsed, Refused
from tanlu.connect.readings.rows import Rows, TimeRule, data_rows
from tanlu.connect.readings.spec import Spec, Specs
from tanlu.connect.readings.values import read_values
from tanlu.connect.readings.zone import to_instants
from tanlu.units import ratio

MOST_REFUSED = 20_000  # cells that are listed one by one; the rest is counted
_DIGITS = 15  # what a double holds of a decimal number for sure


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sheet is read.

    `specs`: of each target, or `Specs` for a long file. `steps`: usual time between its
    rows, by channel in a long file.
    """

    layout: Layout
    rule: TimeRule
    decimal: Decimal
    specs: Sequence[Spec] | Specs
    steps: Mapping[str, Step] = field(default_factory=dict)
    sheet: str = ""
    sheet_number: int = 0


def parse_block(block: Block, plan: Plan) -> Parsed:
    """The readings of a block.

    Args:
        block: Rows of the file.
        plan: How they are read.

    Returns:
        Readings (schema `READ`), refused cells, and what was passed over.
    """
    rows = data_rows(block, plan.layout, plan.rule)
    parsed = Parsed(pl.DataFrame(schema=READ), skipped=Counter(rows.skipped))
    parsed.rows = rows.frame.height
    _refuse_times(rows, plan, parsed)
    frame = rows.frame.filter(~_has_no_time()) if parsed.refused_count else rows.frame
    if isinstance(plan.specs, Specs):
        parts = [_long(frame, plan, plan.specs, parsed)]
    else:
        pairs = zip(plan.specs, plan.layout.targets, strict=True)
        parts = [_target(frame, spec, target, plan, parsed) for spec, target in pairs]
    parsed.readings = pl.concat([parsed.readings, *parts])
    return parsed


def _refuse_times(rows: Rows, plan: Plan, parsed: Parsed) -> None:
    wrong = rows.frame.filter(_has_no_time())
    if wrong.is_empty():
        return
    at = plan.layout.time[0]
    parsed.refused_count += wrong.height
    for row, text, reason in wrong.select("row", "text", "reason").head(MOST_REFUSED).iter_rows():
        name = plan.layout.show(at)
        parsed.refused.append(Refused(row, name, text or "", reason, plan.sheet, at))


def _has_no_time() -> pl.Expr:
    # an hour that does not exist is refused cell by cell: an absent cell is no fault there
    return pl.col("reason").is_in(["bad_time", "no_time"])


def _why(reason: pl.Expr, rule: TimeRule) -> pl.Expr:
    # a stamp of an end may stand in the hour that clocks pass over: its beginning decides
    gone = pl.col("reason") == "no_such_hour"
    return pl.when(gone & ~pl.lit(rule.style.takes_end)).then("reason").otherwise(reason)


def _target(
    frame: pl.DataFrame, spec: Spec, target: Target, plan: Plan, parsed: Parsed
) -> pl.DataFrame:
    if not target.starts:
        return _column(frame, spec, target.columns[0], plan, parsed)
    parts = [
        _column(_moved(frame, start, plan), spec, at, plan, parsed)
        for at, start in zip(target.columns, target.starts, strict=True)
    ]
    return pl.concat(parts)


def _moved(frame: pl.DataFrame, minutes: int, plan: Plan) -> pl.DataFrame:
    local = frame["local"].dt.truncate("1d").dt.offset_by(f"{minutes}m")
    moved = frame.with_columns(
        local.alias("local"), *to_instants(local, plan.rule.zone).iter_columns()
    )
    return moved.with_columns(
        reason=pl.when(pl.col("early").is_null()).then(pl.lit("no_such_hour")).otherwise("reason")
    )


def _column(frame: pl.DataFrame, spec: Spec, at: int, plan: Plan, parsed: Parsed) -> pl.DataFrame:
    cells = frame[str(at)] if str(at) in frame.columns else pl.Series([""] * frame.height)
    read = read_values(cells, plan.decimal, spec.unit)
    both = _stamped(frame).with_columns(
        channel=pl.lit(spec.channel_id), column=pl.lit(at, pl.UInt16), value=read["value"],
        why=_why(pl.lit(read["reason"]), plan.rule),
        text=cells.cast(pl.String),
    )  # fmt: skip
    taken = _sorted_out(both, plan, parsed)
    return scaled(taken, spec)


def scaled(taken: pl.DataFrame, spec: Spec) -> pl.DataFrame:
    """Readings in the unit in which the park keeps the channel.

    A decimal number of the file stays one: 0.0127 MWh is 12.7 kWh to the last digit.
    """
    if spec.unit == spec.wanted or not spec.unit:
        return taken
    value = pl.col("value") * ratio(spec.unit, spec.wanted)
    return taken.with_columns(value=value.round_sig_figs(_DIGITS))


def _stamped(frame: pl.DataFrame) -> pl.DataFrame:
    flag = pl.col("flag") if "flag" in frame.columns else pl.lit(0, pl.UInt16)
    return frame.select("row", "local", "early", "late", "reason", flag.alias("flag"))


def _sorted_out(both: pl.DataFrame, plan: Plan, parsed: Parsed) -> pl.DataFrame:
    """Readings; absent cells are counted, faulty ones refused."""
    has_value = pl.col("value").is_not_null()
    good = both.filter(has_value & (pl.col("why") == ""))
    if good.height < both.height:
        _refuse(both, plan, parsed)
    return good.with_columns(sheet=pl.lit(plan.sheet_number, pl.UInt16)).select(
        pl.col(name).cast(kind) for name, kind in READ.items()
    )


def _refuse(both: pl.DataFrame, plan: Plan, parsed: Parsed) -> None:
    # a cell that says nothing is absent, whatever its hour
    is_absent = pl.col("value").is_null() & (
        (pl.col("why") == "") | (pl.col("why") == pl.col("reason"))
    )
    wrong = both.filter((pl.col("why") != "") & ~is_absent)
    absent = both.filter(is_absent).height
    if absent:
        parsed.skipped["absent"] += absent
    parsed.refused_count += wrong.height
    columns = ("row", "column", "text", "why")
    for row, column, text, why in wrong.select(columns).head(MOST_REFUSED).iter_rows():
        name = plan.layout.show(column)
        parsed.refused.append(Refused(row, name, text or "", why, plan.sheet, column))


def _long(frame: pl.DataFrame, plan: Plan, specs: Specs, parsed: Parsed) -> pl.DataFrame:
    layout = plan.layout
    named = frame[str(layout.channel)].cast(pl.String).fill_null("").str.strip_chars()
    units = frame[str(layout.unit)].cast(pl.String).fill_null("") if layout.unit >= 0 else None
    target = layout.targets[0]
    starts = target.starts or (None,)
    parts = []
    for at, start in zip(target.columns, starts, strict=True):
        moved = frame if start is None else _moved(frame, start, plan)
        found = long_values(moved, named, units, at, plan.decimal, specs, target.step)
        both = _stamped(moved).hstack(found).with_columns(column=pl.lit(at, pl.UInt16))
        both = both.with_columns(why=_why(pl.col("why"), plan.rule))
        totals = both["why"] == "totals_row"
        if totals.any():
            parsed.skipped["totals_row"] += int(totals.sum())
            parsed.rows -= int(totals.sum())
            both = both.filter(~totals)
        parts.append(_sorted_out(both, plan, parsed))
    return pl.concat(parts)
