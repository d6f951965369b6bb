"""Shares of sources follow the network, and sum to one."""

from datetime import date

import polars as pl
import pytest

from tanlu.trace.park_shares import source_shares

MAY = date(2022, 5, 1)
SCHEMA = {"from_id": pl.String, "to_id": pl.String, "origin": pl.String, "amount": pl.Float64}


def shares(rows):
    lines = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    lines = lines.with_columns(month=pl.lit(MAY), co2_t=pl.lit(0.0))
    found = source_shares(lines, [MAY])
    return {
        node: {kind: float(found.shares[k, 0, n]) for k, kind in enumerate(found.classes)}
        for n, node in enumerate(found.nodes)
    }


def test_half_from_outside_half_from_a_roof():
    found = shares([("world", "estate", None, 50.0), ("roof", "estate", "pv", 50.0),
                    ("estate", "works", None, 80.0)])  # fmt: skip
    assert found["works"] == pytest.approx({"outside": 0.5, "pv": 0.5})


def test_who_gives_more_than_it_gets_makes_the_rest():
    found = shares([("world", "a", None, 20.0), ("a", "b", None, 80.0)])
    assert found["b"] == pytest.approx({"outside": 0.25, "own": 0.75})


def test_round_a_ring_shares_still_sum_to_one():
    ring = [("plant", "a", "chp", 30.0), ("world", "b", None, 10.0), ("a", "b", None, 20.0),
            ("b", "c", None, 20.0), ("c", "a", None, 5.0)]  # fmt: skip
    for node in ("a", "b", "c"):
        assert sum(shares(ring)[node].values()) == pytest.approx(1.0, rel=1e-12)
