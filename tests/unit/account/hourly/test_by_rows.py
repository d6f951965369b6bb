"""The same account by other means: a row a reading, joined and summed by DuckDB."""

import pytest

from benchmarks import bench_readings_correct, bench_readings_hourly

pytest.importorskip("duckdb")


@pytest.fixture(autouse=True)
def _apart(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def test_a_join_of_rows_gives_the_same_sums():
    # DuckDB, Polars and pandas are asked by the benchmark itself, which demands equality
    rows = bench_readings_hourly.small()
    assert [row.peer.partition(",")[0] for row in rows] == [
        "plain scan", "DuckDB", "Polars", "pandas",
    ]  # fmt: skip


def test_corrections_give_what_all_again_gives():
    (row,) = bench_readings_correct.small()
    assert row.peer == "all again"
