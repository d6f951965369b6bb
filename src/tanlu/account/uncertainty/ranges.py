"""Where the range of an amount or a factor comes from, best first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from tanlu.account.uncertainty.spread import spread_of
from tanlu.catalog.content import Catalog
from tanlu.model.book import Book
from tanlu.model.factor import Factor, Resolved
from tanlu.model.inventory import Choice
from tanlu.model.uncertainty import Input, Spread, Stated, UncertaintyRules

_KEY = (
    "table", "from_id", "to_id", "of_stream", "of_carrier", "origin", "system", "channel_id",
    "quality", "year", "uncertainty_pct", "distribution", "meter_class",
)  # fmt: skip
_TOLD = (
    "table", "to_id", "of_carrier", "channel_id", "quality", "year", "row", "cite",
    "uncertainty_pct", "distribution", "meter_class",
)  # fmt: skip
_ONE_AMOUNT = ("activities", "flows", "stocks")
"""Tables whose amounts the rules have a range for: a difference of masses or what a
stack measured may be off by anything."""
_HERE = ("own.", "rule.", "derived.")  # what starts so is no value of the catalogue


@dataclass(frozen=True, slots=True)
class Ranges:
    """A park's records and meters, the catalogue's ranges, and the rules for what is left."""

    book: Book
    catalog: Catalog
    rules: UncertaintyRules

    @property
    def small_cv(self) -> float:
        """Standard deviation over mean up to which a range is small. [1]"""
        return self.rules.small_cv.percent / 100

    def amounts(self, lines: pl.DataFrame) -> tuple[pl.DataFrame, list[Input]]:
        """Lines with the key of their amount's input, and these inputs.

        A stream's records of one year and meter share one error: a year
        entered by months is no better known than one entered at once.
        """
        about = pl.concat([_told(self.book, table) for table in ("activities", "flows")])
        meters = self.book.table("channels").select("channel_id", "meter_class")
        told = (
            lines.join(about, on=["table", "record_id"], how="left", maintain_order="left")
            .join(meters, on="channel_id", how="left", maintain_order="left")
            # pieces of one record, burned or not, are off together
            .with_columns(
                of_stream=pl.coalesce("of_stream", "stream"),
                of_carrier=pl.coalesce("of_carrier", "carrier"),
            )
        )
        key = pl.concat_str([pl.col(n).cast(pl.String).fill_null("") for n in _KEY], separator="|")
        keyed = told.with_columns(input=pl.format("amount|{}", key))
        groups = keyed.group_by("input", maintain_order=True).agg(pl.col(_TOLD).first())
        records = dict(
            keyed.group_by("input", maintain_order=True)
            .agg(pl.col("record_id").unique(maintain_order=True))
            .iter_rows()
        )
        return keyed, [self._amount(r, records[r["input"]]) for r in groups.iter_rows(named=True)]

    def _amount(self, row: Mapping[str, Any], records: list[str]) -> Input:
        percent, basis, cite, status = self._percent(row)
        half = None if percent is None else percent / 100
        spread = self._even(half, row["distribution"]) if half else None
        return Input(
            key=row["input"], kind="activity", subject=row["of_carrier"], quantity="amount",
            spread=spread, basis=basis if half != 0 else "exact", cite=cite, status=status,
            members=(row["to_id"],), records=tuple(records), table=row["table"],
            channel=row["channel_id"] or "", quality=row["quality"] or "", year=row["year"],
            row=row["row"], document=row["cite"] or "",
        )  # fmt: skip

    def _even(self, half: float, kind: str | None) -> Spread:
        return spread_of(1 - half, 1 + half, self.small_cv, kind)

    def _percent(self, row: Mapping[str, Any]) -> tuple[float | None, str, str, str]:
        quality = row["quality"] or ""
        is_metered = quality in ("measured", "invoiced")
        if row["uncertainty_pct"] is not None:
            return row["uncertainty_pct"], "stated", row["cite"] or "", "own"
        if row["meter_class"] is not None and is_metered:
            return row["meter_class"], "stated", f"channels#{row['channel_id']}", "own"
        found = self.rules.metered.get(row["of_carrier"]) if is_metered else None
        found = found or self.rules.records.get(quality)
        found = found if row["table"] in _ONE_AMOUNT else None
        if found is None:
            return None, "unknown", "", ""
        return found.percent, "default", found.cite, found.status

    def factor(self, resolved: Resolved) -> Input:
        """The input that a factor is, with its own range or what the rules take for it."""
        factor = resolved.factor
        spread, basis, cite, status = self._range(factor)
        return Input(
            key=f"factor|{factor.factor_id}", kind="factor", subject=factor.subject,
            quantity=factor.quantity, spread=spread, basis=basis, cite=cite, status=status,
            value=resolved.value, unit=resolved.unit, factor_id=factor.factor_id,
            document=f"{factor.citation_id}#{factor.clause}",
        )  # fmt: skip

    def _range(self, factor: Factor) -> tuple[Spread | None, str, str, str]:
        own = f"{factor.citation_id}#{factor.clause}"
        if factor.series in self.rules.exact_series or factor.value == 0:
            return None, "exact", own, factor.status
        if (spread := self._relative(factor)) is not None:
            return spread, "stated", own, factor.status
        if (other := self._borrowed(factor)) is not None:
            cite = f"{other.citation_id}#{other.clause}"
            return self._relative(other), "default", cite, other.status
        if factor.quantity == "oxidised":
            return self._oxidised(factor, self.rules.oxidised)
        return None, "unknown", "", ""

    def _relative(self, factor: Factor) -> Spread | None:
        if (factor.lower is None and factor.upper is None) or factor.value <= 0:
            return None
        low = factor.value if factor.lower is None else factor.lower
        high = factor.value if factor.upper is None else factor.upper
        if low == high:
            return None
        bounds = low / factor.value, high / factor.value
        return spread_of(*bounds, self.small_cv, factor.distribution)

    def _borrowed(self, factor: Factor) -> Factor | None:
        if factor.series.startswith(_HERE):  # what was measured here is not off by a world's range
            return None
        near = self.catalog.by_subject.get((factor.subject, factor.quantity), ())
        fit = [f for f in near if f.series == self.rules.borrowed_series and self._relative(f)]
        return max(fit, key=lambda f: f.from_on, default=None)

    def _oxidised(self, factor: Factor, rule: Stated) -> tuple[Spread | None, str, str, str]:
        # the share that does not burn, to both sides; 98 % printed as 0.98 or as 98
        whole = 100.0 if factor.unit == "%" else 1.0
        half = (whole - factor.value) / factor.value
        if half <= 0:
            return None, "unknown", "", ""
        return self._even(half, None), "assumption", rule.cite, rule.status

    def blind(self, choice: Choice) -> Input:
        """An input for lines whose formula cannot be run from amount and factors alone."""
        taken = next(iter(choice.factors.values()), None)
        subject = taken.factor.subject if taken else ""
        key = f"formula|{choice.formula}|{subject}|{choice.gas}"
        return Input(key, "factor", subject, choice.formula, None, "unknown", "", "")


def _told(book: Book, table: str) -> pl.DataFrame:
    columns = ("record_id", "channel_id", "uncertainty_pct", "distribution", "cite")
    rows = book.table(table)
    stream = pl.col("stream") if "stream" in rows.columns else pl.lit(None, pl.String)
    of = (stream.alias("of_stream"), pl.col("carrier").alias("of_carrier"))
    return rows.select(pl.lit(table).alias("table"), *columns, *of)
