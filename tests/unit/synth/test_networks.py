"""A park with networks: who sends what to whom, month by month, as its meters read it."""

import json

import numpy as np
import polars as pl
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.workflow.open import open_book
from tanlu.workflow.synth.flow import Flows
from tanlu.workflow.synth.networks import flow_records, on_ring
from tanlu.workflow.synth.park import plan
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.tables import draft
from tanlu.workflow.synth.write import write_park

SIZE = Size(26, 260, 2025, minutes=60, has_faults=False, has_networks=True)


@pytest.fixture(scope="module")
def made():
    return plan(SIZE)


@pytest.fixture(scope="module")
def january(made):
    return {1: Flows(made).month(1).sum(axis=1)}


def test_one_seed_writes_the_same_bytes(tmp_path):
    small = Size(9, 80, 2025, minutes=60, has_faults=False, has_networks=True)
    first, second = (write_park(tmp_path / name, small).folder for name in "ab")
    tables = sorted(path.name for path in first.glob("*.csv"))
    assert {"flows.csv", "activities.csv", "certificates.csv", "factors.csv"} <= set(tables)
    for name in tables:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name
    assert open_book(first).warnings == ()


def test_without_networks_nothing_is_passed_on():
    sheets = draft(plan(Size(26, 260, 2025))).sheets
    assert "flows" not in sheets
    assert "activities" not in sheets


def test_what_a_utility_draws_and_makes_goes_over_its_feeders(made, january):
    rows = pl.DataFrame(flow_records(made, january)).filter(pl.col("carrier") == "electricity")
    amount = pl.col("quantity").cast(float)
    from_outside = rows.filter(pl.col("from_id") == "world").select(amount.sum()).item()
    joined = rows.filter(
        pl.col("origin").is_in(["pv", "storage", "chp"]), pl.col("to_id") == "u0001"
    )
    own = joined.select(amount.sum()).item()
    feeders = sum(
        january[1][made.row[m.channel_id]] for m in made.meters if m.channel_id.startswith("f0")
    )
    assert from_outside + own == pytest.approx(feeders, rel=1e-6)


def test_the_ring_goes_round(made, january):
    rows = pl.DataFrame(flow_records(made, january)).filter(pl.col("carrier") == "hot_water")
    ends = dict(zip(rows["from_id"], rows["to_id"], strict=True))
    on = on_ring(made)
    assert [ends[name] for name in on] == [*on[1:], on[0]]
    assert ends["u0001-chp"] == on[0]
    assert (rows["quantity"].cast(float) > 0).all()


def test_every_record_names_a_meter_that_is_there(made, january):
    sheets = draft(made, (), january).sheets
    channels = {row.cells["channel_id"] for row in sheets["channels"].rows}
    for name in ("flows", "activities"):
        assert {row.cells["channel_id"] for row in sheets[name].rows} <= channels
    assert np.isfinite([float(row.cells["quantity"]) for row in sheets["flows"].rows]).all()


def test_the_option(tmp_path):
    call = ["synth", str(tmp_path / "p"), "--enterprises", "9", "--meters", "80"]
    call += ["--minutes", "60", "--networks", "--json"]
    record = json.loads(CliRunner().invoke(tanlu, call).stdout)
    assert record["tables"]["flows"] > 12 * 9
