"""A year and the year before: stream by stream, cause by cause."""

import polars as pl

from tanlu.account.bridge import closed
from tanlu.account.split import FACTOR, split
from tanlu.account.year_factors import STREAM, year_changes
from tanlu.model.bridge import CAUSES, Bridge, Rules
from tanlu.model.inventory import Inventory

YEAR_SCHEMA = {
    "kind": pl.String, **dict.fromkeys(STREAM, pl.String), "scope": pl.Int8, "unit": pl.String,
    "old_amount": pl.Float64, "new_amount": pl.Float64, "old_t": pl.Float64, "new_t": pl.Float64,
    "old_records": pl.Int64, "new_records": pl.Int64, **dict.fromkeys(CAUSES, pl.Float64),
}  # fmt: skip
"""Columns of the items of a comparison of years. [t CO2]

`kind` is moved, new, vanished (a stream without a record in one of the years),
joined or left (its member has no record at all in one of them)."""


def compare_years(old: Inventory, new: Inventory) -> Bridge:
    """The difference between two years of one ledger.

    A stream is all records of one member, carrier and gas; its emission per
    amount is the mean of its records. A stream that only one year has is
    activity, or boundary where its member has no record at all in the other
    year; that it has no record does not say that it was nothing (R1).

    Args:
        old: The earlier year.
        new: The later year, of the same member.

    Returns:
        The bridge; its items are streams, its parts sum to the difference.

    Raises:
        BalanceError: When they do not.

    Example:
        See `tests/laws/test_yearly.py`.
    """
    pairs = _paired(old, new)
    items = split(pairs).with_columns(boundary=pl.lit(0.0))
    items = _one_sided(items, old, new)
    found = Bridge(
        old.total_t, new.total_t, _rules(old), _rules(new),
        items.select(pl.col(n).cast(k) for n, k in YEAR_SCHEMA.items()).sort(STREAM),
        year_changes(items, old, new),
    )  # fmt: skip
    closed(found)
    return found


def _rules(side: Inventory) -> Rules:
    return Rules(side.ledger.method, side.ledger.gwp_set, side.ledger.digest)


def _streams(side: Inventory) -> pl.DataFrame:
    one = pl.col("written_unit").n_unique() == 1
    return (
        side.entering.group_by(STREAM)
        .agg(
            pl.col("scope").first(),
            written=pl.when(one).then(pl.col("written_amount").sum()),
            written_unit=pl.when(one).then(pl.col("written_unit").first()),
            physical=pl.col("amount").sum(),
            physical_unit=pl.when(pl.col("amount_unit").n_unique() == 1).then(
                pl.col("amount_unit").first()
            ),
            co2_t=pl.col("co2_t").sum(),
            records=pl.col("record_id").n_unique(),
        )
        .with_columns(is_there=pl.lit(value=True))
    )


def _paired(old: Inventory, new: Inventory) -> pl.DataFrame:
    joined = _streams(old).join(
        _streams(new), on=STREAM, how="full", coalesce=True, suffix="_new", nulls_equal=True
    )
    # as written where both years were written alike; else the physical amount
    is_written = (pl.col("written_unit") == pl.col("written_unit_new")).fill_null(value=False)
    unit = pl.coalesce("physical_unit", "physical_unit_new")
    is_alike = (pl.col("physical_unit") == pl.col("physical_unit_new")).fill_null(value=False)
    written = pl.coalesce("written_unit", "written_unit_new")
    return joined.with_columns(
        scope=pl.coalesce("scope", "scope_new"),
        unit=pl.when(is_written).then("written_unit").otherwise(pl.coalesce(unit, written)),
        old_amount=pl.when(is_written).then("written").otherwise("physical"),
        new_amount=pl.when(is_written).then("written_new").otherwise("physical_new"),
        is_same_unit=is_written | is_alike,
        old_t=pl.col("co2_t").fill_null(0.0), new_t=pl.col("co2_t_new").fill_null(0.0),
        old_records=pl.col("records").fill_null(0), new_records=pl.col("records_new").fill_null(0),
        in_old=pl.col("is_there").is_not_null(), in_new=pl.col("is_there_new").is_not_null(),
        blame=pl.lit(FACTOR), factor_ratio=pl.lit(None, pl.Float64),
        method_ratio=pl.lit(None, pl.Float64),
    )  # fmt: skip


def _present(side: Inventory) -> list[str]:
    # members with a record of the year, theirs or of anything below them
    chains = side.ledger.chains
    named = side.ledger.lines.filter(pl.col("year") == side.year)["to_id"].unique()
    return sorted({above for node in named for above in chains.get(node, (node,))})


def _one_sided(items: pl.DataFrame, old: Inventory, new: Inventory) -> pl.DataFrame:
    was, is_now = pl.col("to_id").is_in(_present(old)), pl.col("to_id").is_in(_present(new))
    in_old, in_new = pl.col("in_old"), pl.col("in_new")
    kinds = (
        pl.when(in_old & in_new).then(pl.lit("moved"))
        .when(in_old & is_now).then(pl.lit("vanished"))
        .when(in_old).then(pl.lit("left"))
        .when(was).then(pl.lit("new"))
        .otherwise(pl.lit("joined"))
    )  # fmt: skip
    kind, whole = pl.col("kind"), pl.col("new_t") - pl.col("old_t")
    is_boundary = kind.is_in(["joined", "left"])
    is_activity = kind.is_in(["new", "vanished"])
    alone = is_boundary | is_activity
    return items.with_columns(kind=kinds).with_columns(
        activity=pl.when(is_activity).then(whole).when(alone).then(0.0).otherwise("activity"),
        factor=pl.when(alone).then(0.0).otherwise("factor"),
        method=pl.when(alone).then(0.0).otherwise("method"),
        boundary=pl.when(is_boundary).then(whole).otherwise(0.0),
    )
