"""`tanlu trace flow` on odd folders, against a dense solve that knows nothing of tanlu."""

import json

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanlu.cli import tanlu

HEADS = {
    "flows": "hour,from,to,sent_mwh,received_mwh", "sources": "hour,node,mwh,intensity_t_per_mwh",
    "loads": "hour,node,mwh",
}  # fmt: skip


def write(path, **tables):
    for name, head in HEADS.items():
        lines = [head, *(",".join(map(str, row)) for row in tables.get(name, ()))]
        (path / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    for name in set(tables) - set(HEADS):
        (path / f"{name}.csv").write_text(tables[name], "utf-8")
    return path


def run(path, *more):
    done = CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--json", *more])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def odd_folder(seed):
    """Hours with gaps, loops, flows that turn round, rows twice, dead nodes, negative sources."""
    rng = np.random.default_rng(seed)
    nodes = [f"n{k}" for k in range(int(rng.integers(2, 8)))]
    pairs = [(a, b) for a in nodes for b in nodes if a < b]
    flows, sources, loads = [], [], []
    for hour in rng.choice(50, size=3, replace=False):
        off = dict.fromkeys(nodes, 0.0)
        for a, b in (pairs[k] for k in rng.integers(0, len(pairs), int(rng.integers(1, 9)))):
            sent = round(float(rng.uniform(0.1, 9)), 6)
            got = round(sent * float(rng.uniform(0.8, 1)), 6)
            if rng.random() < 0.4:  # it flows from b to a, written against the arrow
                row = (-sent, -got) if rng.random() < 0.5 else (-got, -sent)
                flows.append((hour, a, b, *row))
                start, end = b, a
            else:
                flows.append((hour, a, b, sent, got))
                start, end = a, b
            off[start] -= sent
            off[end] += got
        for node in nodes:
            if rng.random() < 0.2 and not off[node]:
                loads.append((hour, node, 0))
                continue
            use = round(max(off[node], 0.0) + float(rng.uniform(0, 3)), 6)
            made = round(use - off[node], 6)
            if rng.random() < 0.3:
                taken = round(float(rng.uniform(0.1, 1)), 6)
                sources.append((hour, node, -taken, 9.9))
                made = round(made + taken, 6)
            sources.append((hour, node, made, round(float(rng.uniform(-0.1, 1)), 6)))
            loads.append((hour, node, use))
    return {"flows": flows, "sources": sources, "loads": loads}


def dense(tables, hour, loss):
    """Intensities of an hour by one dense solve, from the rows as they are written."""
    rows = {name: [r for r in tables[name] if r[0] == hour] for name in HEADS}
    nodes = sorted({n for r in rows["flows"] for n in r[1:3]}
                   | {r[1] for name in ("sources", "loads") for r in rows[name]})  # fmt: skip
    at = {node: k for k, node in enumerate(nodes)}
    size = len(nodes)
    through, carried, known = np.zeros(size), np.zeros((size, size)), np.zeros(size)
    lost = np.zeros(size)
    for _, a, b, *ends in rows["flows"]:
        sent, got = sorted(map(abs, ends), reverse=True)
        start, end = (at[b], at[a]) if ends[0] < 0 else (at[a], at[b])
        through[start] += sent
        carried[end, start] += sent if loss == "gross" else got
        lost[start] += sent - got
    for _, node, mwh, intensity in rows["sources"]:
        if mwh < 0:
            through[at[node]] -= mwh
        else:
            known[at[node]] += mwh * intensity
    for _, node, mwh in rows["loads"]:
        through[at[node]] += mwh
    live = through > 0
    found = np.full(size, np.nan)
    found[live] = np.linalg.solve((np.diag(through) - carried)[np.ix_(live, live)], known[live])
    lost_t = 0.0 if loss == "gross" else float(np.nansum(found * lost))
    return dict(zip(nodes, found, strict=True)), lost_t, float(known.sum())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 100_000), st.sampled_from(["gross", "sink", "net"]))
def test_odd_folders_agree_with_a_dense_solve(tmp_path, seed, loss):
    tables = odd_folder(seed)
    record = run(write(tmp_path, **tables), "--loss", loss)
    hours = {row[0] for name in HEADS for row in tables[name]}
    assert [hour["hour"] for hour in record["hours"]] == sorted(hours)
    for hour in record["hours"]:
        known, lost_t, entered = dense(tables, hour["hour"], loss)
        for node, value in hour["nodes"].items():
            if value is None:
                assert np.isnan(known.get(node, np.nan))
            else:
                assert value == pytest.approx(known[node], rel=1e-8, abs=1e-9)
        assert hour["losses_t"] == pytest.approx(lost_t, rel=1e-8, abs=1e-9)
        total = sum(hour["loads"].values()) + hour["losses_t"]
        assert total == pytest.approx(entered, rel=1e-4, abs=1e-5)
        if loss == "net":
            assert sum(hour["lost_by_source"].values()) == pytest.approx(lost_t, abs=1e-9)


TWO = {
    "flows": [(0, "A", "B", 110, 104.6)], "sources": [(0, "A", 210, 0.5), (0, "B", 55.4, 0.9)],
    "loads": [(0, "A", 100), (0, "B", 160)],
}  # fmt: skip


def test_the_three_rules_of_two_buses_are_told_apart(tmp_path):
    # Hume 2010: who bears 2.7 t of the line
    path = write(tmp_path, **TWO)
    hour = {loss: run(path, "--loss", loss)["hours"][0] for loss in ("gross", "sink", "net")}
    assert hour["gross"]["nodes"]["B"] == pytest.approx(0.655375)
    assert hour["gross"]["losses_t"] == 0
    assert hour["sink"]["nodes"]["B"] == pytest.approx(0.6385)
    assert hour["sink"]["losses_t"] == pytest.approx(2.7)
    assert "lost_by_source" not in hour["sink"]
    assert hour["net"]["lost_by_source"] == pytest.approx({"A": 2.7})
    told = {
        loss: CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--loss", loss]).output
        for loss in ("gross", "sink", "net")
    }
    assert len({text.splitlines()[0] for text in told.values()}) == 3
    assert "A bears 2.7 t" in told["net"]


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ({"flows": [(0, "A", "B", 5, 5)], "sources": [(0, "A", 5, 0.4)], "loads": [(0, "B", 9)]},
         "does not balance"),
        ({"loads": [(0, "C", 3)], "sources": []}, "No flow reaches"),
        ({"flows": [(0, "A", "A", 5, 5)], "sources": [(0, "A", 5, 0.4)], "loads": []}, "itself"),
        ({"flows": [(0, "A", "B", 5, -1)], "sources": [(0, "A", 5, 0.4)], "loads": []}, "Negative"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(tmp_path, tables, code):
    done = CliRunner().invoke(tanlu, ["trace", "flow", str(write(tmp_path, **tables)), "--json"])
    assert done.exit_code == 2
    assert code.lower() in done.output.lower()


def test_origin_and_one_meter(tmp_path):
    record = run(write(tmp_path, **TWO), "--shares", "--meter", "B")
    # of 160 MWh at B 104.6 came over the line and 55.4 were made there
    assert record["shares"][0]["nodes"]["B"] == pytest.approx({"A": 104.6 / 160, "B": 55.4 / 160})
    parts = record["meter"]["hours"][0]
    assert parts["parts"] == pytest.approx({"A": 0.5 * 104.6 / 160, "B": 0.9 * 55.4 / 160})
    assert parts["intensity"] == pytest.approx(0.6385)


STORES = {
    "stores": "store,node,charge_efficiency,discharge_efficiency,opening_mwh,opening_t\n"
    "bess,N,0.95,0.95,0,0\n",
    "storage": "hour,store,charged_mwh,given_mwh\n"
    + "".join(f"{h},bess,{2 * (h < 4)},{2 * (h >= 4)}\n" for h in range(7)),
}  # fmt: skip


def test_a_store_as_the_specification_reckons_it(tmp_path):
    # methods-drivers-transfer 3.6: 4 h of 2 MW at .2 .3 .6 .1; then 2 MWh an hour
    sources = [(h, "N", 3, e) for h, e in enumerate((0.2, 0.3, 0.6, 0.1))]
    loads = [(h, "N", 1) for h in range(4)] + [(h, "N", 2) for h in range(4, 7)]
    record = run(write(tmp_path, sources=sources, loads=loads, **STORES))
    bess = record["stores"]["bess"]
    assert bess["hours"][3]["held_mwh"] == pytest.approx(7.6)
    assert bess["hours"][3]["held_t"] == pytest.approx(2.4)
    for hour in (4, 5, 6):
        assert bess["hours"][hour]["given_t"] == pytest.approx(0.66482, abs=5e-6)
        assert record["hours"][hour]["nodes"]["N"] == pytest.approx(0.33241, abs=5e-6)
    assert bess["hours"][6]["held_mwh"] == pytest.approx(1.2842, abs=5e-5)
    assert bess["hours"][6]["held_t"] == pytest.approx(0.40554, abs=5e-6)
    assert bess["closing_error_t"] == pytest.approx(0, abs=1e-12)
    assert record["hours"][0]["loads"] == pytest.approx({"N": 0.2})
    assert all(abs(hour["closing_error"]) < 1e-9 for hour in record["hours"])


CHP = {
    "converters": "converter,rule,supply_celsius,ambient_celsius\nchp,{rule},120,10\n",
    "conversions": "hour,converter,node,taken_mwh,given_mwh,direct_t,output\n"
    "0,chp,,1000,,201.96,\n0,chp,E,,350,,power\n0,chp,H,,450,,heat\n",
}  # fmt: skip
# 3.5: power and heat of 201.96 t under each rule, t/MWh
RULES = {
    "energy": (0.2525, 0.2525), "efficiency": (0.3693, 0.1616), "exergy": (0.4244, 0.1187),
    "separate_gas": (0.3297, 0.1923), "separate_coal": (0.3672, 0.1632),
    "heat_90": (0.2885, 0.2244), "ratio_2": (0.3512, 0.1756), "ratio_2_5": (0.3811, 0.1524),
    "heat_125": (0.3693, 0.1616), "heat_200": (0.4472, 0.1010),
}  # fmt: skip


def test_a_joint_plant_under_every_rule_in_one_command(tmp_path):
    plant = {name: text.format(rule="efficiency") for name, text in CHP.items()}
    record = run(write(tmp_path, loads=[(0, "E", 350), (0, "H", 450)], **plant), "--rules")
    assert record["hours"][0]["nodes"] == pytest.approx({"E": 0.3693, "H": 0.1616}, abs=5e-5)
    assert sum(record["hours"][0]["loads"].values()) == pytest.approx(201.96)
    found = {row["rule"]: row for row in record["rules"]}
    for rule, (power, heat) in RULES.items():
        assert found[rule]["nodes"] == pytest.approx({"E": power, "H": heat}, abs=5e-5), rule
        assert found[rule]["closing_error"] < 1e-9
    assert record["converters"]["chp"]["hours"][0]["carbon_t"] == pytest.approx(201.96)


def test_a_heat_pump_fed_by_a_plant_and_the_grid(tmp_path):
    # 20 MWh of grid at .5 and the plant's power mix; 10 MWh of it make 30 MWh of heat
    record = run(write(
        tmp_path, sources=[(0, "E", 20, 0.5)], loads=[(0, "E", 45), (0, "H", 75)],
        converters="converter,rule\nchp,energy\npump,\n",
        conversions="hour,converter,node,taken_mwh,given_mwh,direct_t,output\n"
        "0,chp,,100,,16,\n0,chp,E,,35,,power\n0,chp,H,,45,,heat\n"
        "0,pump,E,10,,,\n0,pump,H,,30,,\n",
    ))  # fmt: skip
    power = (20 * 0.5 + 35 * 16 / 80) / 55
    heat = (45 * 16 / 80 + 10 * power) / 75
    assert record["hours"][0]["nodes"] == pytest.approx({"E": power, "H": heat})
    assert sum(record["hours"][0]["loads"].values()) == pytest.approx(26)


def test_contracts_beside_the_physical_view(tmp_path):
    tables = {
        "flows": [(0, "S", "A", 40, 40), (0, "S", "B", 60, 60)],
        "sources": [(0, "S", 70, 0.6), (0, "W", 30, 0.0)],
        "loads": [(0, "A", 40), (0, "B", 60)],
    }  # fmt: skip
    tables["flows"].append((0, "W", "S", 30, 30))
    contracts = "hour,contract,source,node,mwh,factor_t_per_mwh\n0,ppa,W,A,20,0\n"
    record = run(write(tmp_path, contracts=contracts, **tables))
    assert record["hours"][0]["nodes"]["A"] == pytest.approx(0.42)
    market = record["market"]["hours"][0]
    # 70 at .6 and 10 of wind remain for 80 MWh
    assert market["residual_t_per_mwh"] == pytest.approx(0.525)
    assert market["loads"] == pytest.approx({"A": 20 * 0.525, "B": 60 * 0.525})
    assert market["closing_error"] == pytest.approx(0, abs=1e-12)


def test_faults_of_all_tables_are_told_together(tmp_path):
    path = write(
        tmp_path, sources=[(0, "N", 3, 0.5)], loads=[(0, "N", 3), (0, "X", 1)],
        stores="store,node,charge_efficiency,discharge_efficiency,opening_mwh,opening_t\n"
        "b,N,95,0.95,0,0\n",
        storage="hour,store,charged_mwh,given_mwh\n0,c,1,1\n0,b,-1,0\n",
        converters="converter,rule\np,magic\n",
        conversions="hour,converter,node,taken_mwh,given_mwh,direct_t\n0,q,N,1,,\n",
        contracts="hour,contract,source,node,mwh,factor_t_per_mwh\n9,k,N,Y,x,0\n",
    )  # fmt: skip
    done = CliRunner().invoke(tanlu, ["trace", "flow", str(path)])
    assert done.exit_code == 2
    for place in ("loads.csv, row 3", "stores.csv, row 2", "storage.csv, row 2",
                  "storage.csv, row 3", "converters.csv, row 2", "conversions.csv, row 2",
                  "contracts.csv, row 2"):  # fmt: skip
        assert place in done.output, place


@pytest.mark.parametrize("loss", ["gross", "sink", "net"])
def test_what_does_not_balance_goes_to_a_sink_of_its_own(tmp_path, loss):
    # A gets 10 at .4 and is seen to send 8; B gets 7.6 and 2 at .9, and is seen to use 11
    tables = {
        "flows": [(0, "A", "B", 8, 7.6), (0, "C", "D", 1, 1), (0, "D", "C", 1, 1)],
        "sources": [(0, "A", 10, 0.4), (0, "B", 2, 0.9)], "loads": [(0, "B", 11)],
    }  # fmt: skip
    record = run(write(tmp_path, **tables), "--imbalance", "sink", "--loss", loss)
    hour, off = record["hours"][0], record["imbalance"][0]["nodes"]
    arrives = 0.4 * (8 if loss == "gross" else 7.6)
    mix = (arrives + 1.8) / 9.6
    assert hour["nodes"] == pytest.approx({"A": 0.4, "B": mix, "C": None, "D": None})
    assert hour["loads"] == pytest.approx({"B": 11 * mix})
    assert off["A"] == pytest.approx({"mwh": 2, "t": 0.8})
    assert off["B"] == pytest.approx({"mwh": -1.4, "t": -1.4 * mix})
    total = 11 * mix + hour["losses_t"] + off["A"]["t"] + off["B"]["t"]
    assert total == pytest.approx(10 * 0.4 + 2 * 0.9)
    assert abs(hour["closing_error"]) < 1e-9


def test_where_all_balances_the_sink_is_empty(tmp_path):
    path = write(tmp_path, **TWO)
    there = run(path, "--imbalance", "sink")
    assert there["imbalance"][0]["nodes"] == {}
    assert there["hours"][0]["nodes"] == pytest.approx(run(path)["hours"][0]["nodes"])
