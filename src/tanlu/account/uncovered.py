"""Years without any instrument: every line takes one factor, found once per kind of record."""

from collections.abc import Sequence

import polars as pl

from tanlu.account.purchased import market_co2
from tanlu.account.rest import Rest
from tanlu.model.inventory import Choice
from tanlu.model.market import MARKET_SCHEMA


def uncovered_lines(lines: pl.DataFrame, choices: Sequence[Choice], rest: Rest) -> pl.DataFrame:
    """Lines through the grid that no certificate, own plant or direct line covers.

    Args:
        lines: Lines of power of one year, none with an origin.
        choices: What each took in the location-based view.
        rest: Finds and keeps the factors of what is uncovered.

    Returns:
        The same lines as the market view has them, with all of each in `rest_mwh`.
    """
    kinds = lines.select("choice", "carrier", "start").unique("choice").sort("choice")
    found = [
        {"choice": choice, "rest": (i := rest.of(choices[choice], carrier, start)),
         "value": None if i is None else rest.factors[i].value}
        for choice, carrier, start in kinds.iter_rows()
    ]  # fmt: skip
    schema = pl.Schema({"choice": pl.Int64(), "rest": pl.Int64(), "value": pl.Float64()})
    taken = lines.join(pl.DataFrame(found, schema=schema), on="choice", maintain_order="left")
    nothing = pl.lit(0.0)
    return taken.select(
        "line_id",
        pl.when(pl.col("amount") == 0).then(nothing)
        .otherwise(market_co2(pl.col("amount"), pl.col("value"))).alias("market_t"),
        nothing.alias("covered_mwh"), nothing.alias("own_mwh"),
        pl.col("amount").alias("rest_mwh"), "rest", pl.lit("plain").alias("way"),
    ).select(pl.col(name).cast(kind) for name, kind in MARKET_SCHEMA.items())  # fmt: skip
