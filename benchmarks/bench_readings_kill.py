"""Readings store: 200 kill -9 at random instants of ingest, folding and compaction.

No peer: the figure is what was lost or doubled, which must be nothing. The harness is
shown to see faults that are planted (`tests/laws/test_readings_kill.py`). The time is
that of opening a store whose processes were killed, the slowest of all rounds.

`TANLU_BENCH_ROUNDS` makes it smaller.
"""

import os
import tempfile
from pathlib import Path

from benchmarks.readings_kill import run_rounds
from benchmarks.run import Row

_ROUNDS = 200


def run() -> list[Row]:
    """One row: how long opening took at most, and what was lost."""
    rounds = int(os.environ.get("TANLU_BENCH_ROUNDS", _ROUNDS))
    with tempfile.TemporaryDirectory() as folder:
        found = run_rounds(Path(folder), rounds, seed=2025)
    assert found.is_sound, found
    note = (
        f"{found.lost} lost, {found.doubled} doubled of {found.acknowledged} acknowledged; "
        f"{found.folds} folds, {found.compactions} compactions, {found.repaired} of "
        f"{found.rounds} openings found a commit that was not booked"
    )
    subject = f"{found.rounds} kill -9 of two processes; slowest opening"
    return [Row(subject, max(found.opening_s), note=note)]
