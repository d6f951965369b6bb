"""Pairs of lines, each split into activity, factor and method.

A line is amount × emission per amount: E = A · φ. What changed φ is the method,
the factors, or both.
"""

import polars as pl

from tanlu.account.shapley import cause_effect

FACTOR, METHOD, BOTH = "factor", "method", "both"
"""What is to blame for a changed emission per amount: the column `blame`."""

_SAME = 1e-12  # of a line: what two ways of running the same product may differ by


def split(pairs: pl.DataFrame) -> pl.DataFrame:
    """Split the change of each pair.

    Args:
        pairs: With `old_amount`, `new_amount`, `is_same_unit`, `old_t`, `new_t`
            [t CO2], `blame` and, where both are to blame, by how much one of the two
            multiplied φ: `factor_ratio` or `method_ratio` [1].

    Returns:
        The pairs with `activity`, `factor` and `method` [t CO2], which sum to
        `new_t` less `old_t`. An amount that was nothing, or in another unit, has
        no φ to compare: its whole change is one of activity.
    """
    old_rate, new_rate = (
        pl.col("old_t") / pl.col("old_amount"),
        pl.col("new_t") / pl.col("new_amount"),
    )
    one, blame = pl.lit(1.0), pl.col("blame")
    is_method, is_both = blame == METHOD, blame == BOTH
    by_factor, by_method = pl.col("factor_ratio"), pl.col("method_ratio")
    is_known = is_both & by_method.is_not_null()
    columns = pairs.with_columns(
        f0=pl.when(is_method | (is_both & ~is_known)).then(one).otherwise(old_rate),
        f1=pl.when(is_method).then(one)
        .when(is_known).then(new_rate / by_method)
        .when(is_both).then(by_factor).otherwise(new_rate),
        m0=pl.when(is_method | (is_both & ~is_known)).then(old_rate).otherwise(one),
        m1=pl.when(is_method).then(new_rate)
        .when(is_known).then(by_method)
        .when(is_both).then(new_rate / by_factor).otherwise(one),
    )  # fmt: skip
    return columns.with_columns(**_effects()).drop("f0", "f1", "m0", "m1")


def _effects() -> dict[str, pl.Expr]:
    a0, a1 = pl.col("old_amount"), pl.col("new_amount")
    f0, f1, m0, m1 = (pl.col(name) for name in ("f0", "f1", "m0", "m1"))
    is_plain = (pl.col("is_same_unit") & (a0 != 0) & (a1 != 0)).fill_null(value=False)
    whole = pl.col("new_t") - pl.col("old_t")
    effects = {
        "activity": cause_effect(a1 - a0, f0, f1, m0, m1),
        "factor": cause_effect(f1 - f0, a0, a1, m0, m1),
        "method": cause_effect(m1 - m0, a0, a1, f0, f1),
    }
    return {
        name: pl.when(is_plain).then(effect).when(name == "activity").then(whole).otherwise(0.0)
        for name, effect in effects.items()
    }


def is_other() -> pl.Expr:
    """Whether a pair differs by more than the last digits of a product."""
    old, new = pl.col("old_t"), pl.col("new_t")
    gap = (new - old).abs() > _SAME * pl.max_horizontal(old.abs(), new.abs())
    return (gap | (pl.col("old_amount") != pl.col("new_amount"))).fill_null(value=True)
