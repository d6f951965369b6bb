"""Killed at random instants, the store has what it acknowledged, once.

Two hundred rounds: `python -m benchmarks.run readings_kill`.
"""

import pytest

from benchmarks.readings_kill import run_rounds


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_and_nothing_doubled(tmp_path):
    found = run_rounds(tmp_path, rounds=8, seed=1)
    assert found.is_sound
    assert found.stored >= found.acknowledged > 0


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["liar", "eager"])
def test_a_planted_fault_is_seen(tmp_path, fault):
    for seed in range(6):
        root = tmp_path / str(seed)
        root.mkdir()
        if not run_rounds(root, rounds=4, seed=seed, fault=fault).is_sound:
            return
    pytest.fail(f"the harness does not see {fault}")
