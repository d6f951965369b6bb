"""What the checks of readings find of the faults that were planted, and of a park without."""

from datetime import timedelta

import numpy as np
import polars as pl
import pytest

from benchmarks.readings_park import make_park
from tanlu.catalog.readings import reading_checks
from tanlu.measure.readings.day import by_size, day_rows, flags, matrix, to_long
from tanlu.measure.readings.screen import screened
from tanlu.model.reading import (
    DUPLICATE,
    NEGATIVE,
    RANGE,
    RATE,
    REPLACED_METER,
    RESET,
    ROLLOVER,
    STUCK,
)
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.use import uses

QUARTER = timedelta(minutes=15)
FOUND_BY = {
    "stuck": STUCK | RATE,  # a register that stands still jumps when it wakes
    "spike": RATE | RANGE,
    "duplicate": DUPLICATE,
    "rollover": ROLLOVER,
    "reset": RESET | NEGATIVE,
    "negative_step": NEGATIVE | RESET,
    "replacement": REPLACED_METER,
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Screened use of the small park, and the truth about it."""
    folder = make_park(tmp_path_factory.mktemp("recall"), 26, 260)
    opened = of_folder(folder)
    checks = reading_checks()
    parts = [
        marked(screened(use, channels, checks), opened.clock)
        for channels, use in uses(opened, list(opened.channels))
    ]
    truth = pl.read_csv(folder / "readings" / "truth.csv").with_columns(
        pl.col("from", "to").str.to_datetime(time_zone="UTC")
    )
    return pl.concat(parts), truth


def marked(use, clock):
    """Use as readings, absent ones too: a step that nobody knows may carry a flag."""
    parts = []
    for rows in by_size(use):
        known = day_rows(
            rows.select("channel", "day", "minutes", "seq"),
            np.nan_to_num(matrix(rows)),
            flags(rows),
        )
        parts.append(to_long(known, clock))
    return pl.concat(parts)


def planted(judged, kind):
    found, truth = judged
    for row in truth.filter(pl.col("kind") == kind).iter_rows(named=True):
        # a step that a reading ends is told by the interval before it, too
        yield (
            row,
            found.filter(
                (pl.col("channel") == row["channel"])
                & pl.col("at").is_between(row["from"] - QUARTER, row["to"], closed="both")
            ),
        )


@pytest.mark.parametrize(("kind", "flag"), FOUND_BY.items())
def test_planted_faults_are_found(judged, kind, flag):
    least = timedelta(hours=reading_checks()["stuck"].limits["hours"])
    cases = [
        (row, rows)
        for row, rows in planted(judged, kind)
        if kind != "stuck" or row["to"] - row["from"] > least  # a shorter stand is no fault
    ]
    hits = sum(rows.filter((pl.col("flag") & flag) > 0).height > 0 for _, rows in cases)
    assert cases
    assert hits >= 0.9 * len(cases), f"{kind}: {hits} of {len(cases)}"


def test_a_gap_is_absent_or_spread(judged):
    found, truth = judged
    for row in truth.filter(pl.col("kind") == "gap").iter_rows(named=True):
        inside = found.filter(
            (pl.col("channel") == row["channel"])
            & pl.col("at").is_between(row["from"], row["to"] - QUARTER, closed="left")
        )
        # a register that comes back says what was used meanwhile: spread, and said so
        assert ((inside["value"] == 0) | (inside["flag"] != 0)).all(), row


def test_little_is_doubted_without_cause(judged):
    found, truth = judged
    doubts = found.filter((pl.col("flag") & (RATE | RANGE | STUCK)) > 0)
    own = truth.select("channel", "from", "to")
    explained = doubts.join(own, on="channel").filter(
        (pl.col("at") >= pl.col("from") - QUARTER) & (pl.col("at") < pl.col("to") + QUARTER)
    )
    false = doubts.height - explained.select("channel", "at").unique().height
    assert false < 0.001 * found.height
