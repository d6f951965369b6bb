"""Data-quality grades of an inventory's lines, 1 (best) to 5 (worst)."""

from collections.abc import Mapping

import polars as pl

from tanlu.account.quality.completeness import KEY, length_of
from tanlu.account.quality.coverage import covered_days
from tanlu.account.quality.score import (
    activity_grade,
    factor_grade,
    line_grade,
    weighted_grade,
)
from tanlu.catalog.resolve import OWN
from tanlu.model.book import Book
from tanlu.model.expected import Scheme
from tanlu.model.factor import Resolved
from tanlu.model.inventory import Choice, Inventory
from tanlu.model.quality import FactorGrade, Grades

ACTIVITY = ("reliability", "collection", "time", "place", "technology")
FACTOR = ("reliability", "time", "place", "technology")


def grades_of(inventory: Inventory, book: Book, scheme: Scheme) -> Grades:
    """Grade every line of an inventory, and the total by tonnes.

    Args:
        inventory: A cut.
        book: The park, for evidence and channels of the records.
        scheme: Criteria, levels, and what leads to which.

    Returns:
        Grades by line; the total over what enters the boundary, None when
        nothing is emitted.
    """
    factors = _factors(inventory, book, scheme)
    sides = {choice: sum(f.grade for f in found) / len(found) for choice, found in factors.items()}
    lines = _scored(inventory, book, scheme).with_columns(
        factor=pl.col("choice").replace_strict(sides, default=None, return_dtype=pl.Float64),
        activity=activity_grade(*(pl.col(name) for name in ACTIVITY)),
    )
    # where all is the record's own (a balance, a stack) there is no factor to grade
    both = line_grade(pl.col("activity"), pl.col("factor"))
    graded = lines.with_columns(grade=both.fill_null(pl.col("activity")))
    entering = graded.join(inventory.entering.select("line_id"), on="line_id")
    return Grades(
        scheme=scheme,
        lines=graded.sort("line_id"),
        factors=factors,
        total=_weighted(entering),
        by_stream={
            str(stream): grade
            for (stream,), part in entering.sort("stream").group_by("stream", maintain_order=True)
            if (grade := _weighted(part)) is not None
        },
    )


def _weighted(lines: pl.DataFrame) -> float | None:
    weight = float(lines["co2_t"].abs().sum())
    if not weight:
        return None
    return float(weighted_grade(float((lines["grade"] * lines["co2_t"].abs()).sum()), weight))


def _scored(inventory: Inventory, book: Book, scheme: Scheme) -> pl.DataFrame:
    lines = _with_records(inventory.lines, book).with_columns(
        kind=pl.col("to_id").replace_strict(
            dict(inventory.ledger.kinds), default="unknown", return_dtype=pl.String
        )
    )
    codes = lines.join(_absent(inventory), on=KEY, how="left", nulls_equal=True).with_columns(
        reliability=_reliability(),
        place=pl.when(pl.col("has_channel")).then(pl.lit("channel")).otherwise("kind"),
        technology=_technology(scheme),
    )
    levels = scheme.activity
    absent = {share: levels["collection"].of_number(share) for share in codes["absent"].unique()}
    return codes.with_columns(
        *(_score(name, levels[name].scores, levels[name].unknown)
          for name in ("reliability", "place", "technology")),
        collection=pl.col("absent").replace_strict(absent, return_dtype=pl.Int64),
        time=pl.lit(levels["time"].of_number(0.0), pl.Int64),  # a record lies in its own year
    ).select("line_id", "stream", "choice", "co2_t", *ACTIVITY)  # fmt: skip


def _score(name: str, scores: Mapping[str, int], unknown: int) -> pl.Expr:
    return pl.col(name).replace_strict(scores, default=unknown, return_dtype=pl.Int64)


def _with_records(lines: pl.DataFrame, book: Book) -> pl.DataFrame:
    parts = [
        _evidence(book.tables[name], name)
        for name in lines["table"].unique()
        if name in book.tables
    ]
    schema = {"table": pl.String, "record_id": pl.String, "is_cited": pl.Boolean,
              "has_channel": pl.Boolean}  # fmt: skip
    records = pl.concat(parts) if parts else pl.DataFrame(schema=schema)
    joined = lines.join(records, on=["table", "record_id"], how="left")
    return joined.with_columns(pl.col("is_cited", "has_channel").fill_null(value=False))


def _evidence(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    def has(column: str) -> pl.Expr:
        return pl.col(column).is_not_null() if column in frame.columns else pl.lit(value=False)

    key = "record_id" if "record_id" in frame.columns else frame.columns[0]
    return frame.select(
        pl.lit(name).alias("table"), pl.col(key).alias("record_id"),
        has("cite").alias("is_cited"), has("channel_id").alias("has_channel"),
    )  # fmt: skip


def _absent(inventory: Inventory) -> pl.DataFrame:
    length = length_of(inventory.year)
    days = covered_days(inventory.lines, KEY)
    return days.with_columns(absent=(1 - pl.col("days") / length)).drop("days")


def _reliability() -> pl.Expr:
    cited = pl.format("{}.cited", "quality")
    return pl.when(pl.col("is_cited")).then(cited).otherwise("quality")


def _technology(scheme: Scheme) -> pl.Expr:
    return (
        pl.when(pl.col("carrier").is_in(scheme.groups)).then(pl.lit("group"))
        .when(pl.col("written_unit") != pl.col("amount_unit")).then(pl.lit("converted"))
        .when(pl.col("has_channel")).then(pl.lit("metered"))
        .otherwise(pl.lit("named"))
    )  # fmt: skip


def _factors(
    inventory: Inventory, book: Book, scheme: Scheme
) -> dict[int, tuple[FactorGrade, ...]]:
    used = inventory.lines.group_by("choice").agg(pl.col("written_unit").first())
    found = {}
    for index, unit in used.sort("choice").iter_rows():
        choice = inventory.ledger.choices[index]
        taken = _used(choice, is_coal=unit == "tce")
        found[index] = tuple(_factor(r, inventory.year, book, scheme) for r in taken)
    return {index: scored for index, scored in found.items() if scored}


def _used(choice: Choice, *, is_coal: bool) -> list[Resolved]:
    # the coal equivalent makes no tonne unless the amount was written in it
    return [r for name, r in choice.factors.items() if name != "coal_equivalent" or is_coal]


def _factor(resolved: Resolved, year: int, book: Book, scheme: Scheme) -> FactorGrade:
    factor = resolved.factor
    is_own = factor.series in OWN
    age = float(year - factor.from_on.year)
    codes = {
        "reliability": resolved.found if is_own else factor.status,
        "place": "own" if is_own else _width(factor.place, book.park.place),
        "technology": "own" if is_own else "group" if factor.subject in scheme.groups else "named",
    }
    scores = {name: scheme.factor[name].of_code(code) for name, code in codes.items()}
    scores["time"] = scheme.factor["time"].of_number(age)
    ordered = {name: scores[name] for name in FACTOR}
    return FactorGrade(factor.factor_id, ordered, float(factor_grade(**ordered)))


def _width(place: str, park: str) -> str:
    if place == "world":
        return "world"
    if place == "CN":
        return "country"
    return "province" if place == park else "region"
