"""Each command of `tanlu explain` against figures that were printed or worked out elsewhere."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

HERE = Path(__file__).parent


def run(*words):
    result = CliRunner().invoke(tanlu, ["explain", *map(str, words), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def write(path, text):
    path.write_text(text)
    return path


def test_chickens_and_eggs():
    """R package lmtest, Examples and vignette: grangertest, order 3 (A13)."""
    words = ("--effect", "egg", "--cause", "chicken", "--lags", "3")
    found = run("granger", HERE / "chick_egg.csv", *words)
    egg, chicken = found["granger"]
    assert (egg["f"], egg["p"]) == (
        pytest.approx(0.5916, abs=5e-5),
        pytest.approx(0.6238, abs=5e-5),
    )
    assert chicken["f"] == pytest.approx(5.405, abs=5e-4)
    assert chicken["p"] == pytest.approx(0.002966, abs=5e-7)
    assert (egg["tested"], egg["dof"], found["observations"]) == (3, 44, 54)
    assert found["reads"] == "toda_yamamoto"
    second = run("granger", HERE / "chick_egg.csv", *words[:-1], "2")["granger"]
    assert sorted(round(t["f"], 2) for t in second) == [0.88, 8.82]


def test_toda_and_yamamoto_by_least_squares():
    found = run("granger", HERE / "chick_egg.csv", "--effect", "chicken", "--cause", "egg")
    data = np.genfromtxt(HERE / "chick_egg.csv", delimiter=",", skip_header=1)
    y, x = data[2:, 1], [data[1:-1, 1], data[:-2, 1], data[1:-1, 2], data[:-2, 2]]

    def rss(columns):
        a = np.column_stack([np.ones(len(y)), *columns])
        rest = y - a @ np.linalg.lstsq(a, y, rcond=None)[0]
        return rest @ rest

    f = (rss([x[0], x[1], x[3]]) - rss(x)) / (rss(x) / (52 - 5))
    assert found["toda_yamamoto"][0]["f"] == pytest.approx(f, rel=1e-6)


def test_the_frontier_of_coelli():
    """FRONTIER 4.1, EG1.OUT in R package frontier, inst/front41 (A14)."""
    words = ("--input", "capital", "--input", "labour", "--name", "firm")
    found = run("frontier", HERE / "front41.csv", *words)
    slopes = [found["intercept"], *found["coefficients"].values()]
    # the program stopped at a change of 1e-5: its fifth digit is not settled
    assert slopes == pytest.approx([0.56161963, 0.28110205, 0.53647981], abs=1e-5)
    assert found["sigma2"] == pytest.approx(0.21700046, abs=1e-5)
    assert found["gamma"] == pytest.approx(0.79720730, abs=1e-5)
    assert found["log_likelihood"] == pytest.approx(-17.027229, abs=1e-5)
    with (HERE / "front41_efficiency.csv").open() as file:
        printed = [float(row["efficiency"]) for row in csv.DictReader(file)]
    assert [row["value"] for row in found["efficiency"]] == pytest.approx(printed, abs=1e-5)


SEED = """period,co2,output,energy
2021,97.50,954.7,32.50
2020,88.87,707,29.66
2022,100.60,1162,32.76
"""


def test_the_seed_park_decouples_weakly(tmp_path):
    path = write(tmp_path / "t.csv", SEED)
    steps = run("tapio", path, "--energy", "energy")["steps"]
    (whole,) = run("tapio", path, "--no-chain")["steps"]
    found = [step["elasticity"] for step in (*steps, whole)]
    assert found == pytest.approx([0.2772, 0.1464, 0.2051], abs=5e-5)
    assert {step["state"] for step in (*steps, whole)} == {"weak_decoupling"}
    for step in steps:
        assert sum(step["causes"].values()) == pytest.approx(step["elasticity"])


STATES = {
    (-0.1, 0.1): "strong_decoupling", (0.05, 0.1): "weak_decoupling",
    (0.1, 0.1): "expansive_coupling", (0.2, 0.1): "expansive_negative_decoupling",
    (0.1, -0.1): "strong_negative_decoupling", (-0.05, -0.1): "weak_negative_decoupling",
    (-0.1, -0.1): "recessive_coupling", (-0.2, -0.1): "recessive_decoupling",
}  # fmt: skip


@pytest.mark.parametrize("changes", STATES)
def test_the_eight_states(tmp_path, changes):
    co2, output = (100 * (1 + change) for change in changes)
    path = write(tmp_path / "t.csv", f"period,co2,output\n1,100,100\n2,{co2},{output}\n")
    assert run("tapio", path)["steps"][0]["state"] == STATES[changes]


def test_output_that_stood_is_told_so(tmp_path):
    path = write(tmp_path / "t.csv", "period,co2,output\n1,100,100\n2,120,100\n3,130,100.5\n")
    still, hardly = run("tapio", path, "--output-error", "2")["steps"]
    assert [s["state"] for s in (still, hardly)] == ["not_resolvable"] * 2
    assert still["elasticity"] is None
    chances = hardly["probabilities"]
    assert sum(chances.values()) == pytest.approx(1)
    assert set(chances) <= {"expansive_negative_decoupling", "strong_negative_decoupling"}


TEXTBOOK = """period,category,activity,structure,intensity
0,a,50,0.2,3
0,b,50,0.8,0.5
1,a,80,0.5,2
1,b,80,0.5,0.4
"""
INTENSITY = "\n".join(
    ",".join(line.split(",")[i] for i in (0, 1, 3, 4)) for line in TEXTBOOK.split()
)


def test_two_sectors_by_every_formula(tmp_path):
    """methods-drivers-transfer A2, all lines."""
    (whole,) = run("index", write(tmp_path / "e.csv", TEXTBOOK))["steps"]
    wanted = {"lmdi_1": [32.38464, 38.28487, -24.66951], "shapley": [34.35, 39.30, -27.65]}
    for name, row in wanted.items():
        assert list(whole["differences"][name].values()) == pytest.approx(row, abs=5e-6)
    assert whole["total"] == pytest.approx(46)
    (rate,) = run("index", write(tmp_path / "i.csv", INTENSITY + "\n"))["steps"]
    printed = {
        "lmdi_1": [1.69970, 0.70601], "lmdi_2": [1.71265, 0.70067], "fisher": [1.70783, 0.70265],
        "laspeyres": [1.75, 0.72], "paasche": [1.66667, 0.68571],
    }  # fmt: skip
    for name, row in printed.items():
        assert list(rate["ratios"][name].values()) == pytest.approx(row, abs=5e-6)
    assert rate["ratio"] == pytest.approx(1.2)
    assert rate["differences"]["shapley"]["structure"] == pytest.approx(0.615)
    low, high = whole["apart"]["intensity"]
    assert (low, high) == (pytest.approx(-27.65), pytest.approx(-24.66951, abs=5e-6))


def test_owen_by_hand(tmp_path):
    path = write(tmp_path / "o.csv", "period,category,a,b,c\n1,x,1,1,1\n2,x,2,3,4\n")
    (found,) = run("index", path, "--groups", "a+b,c")["steps"]
    # c moves before or after both of a and b: (3·1 + 3·6) / 2; within them a is 2 or 3 of 5
    assert found["differences"]["owen"] == {"a": 5.0, "b": 7.5, "c": 10.5}


@pytest.mark.parametrize(
    ("chained", "rows"),
    [("--no-chain", [[24.184, -15.718, 4.567, 1.289, -2.592]])],
)
def test_gdim_on_indices(tmp_path, chained, rows):
    """methods-drivers-transfer 2.5, the only line that is free of units."""
    found = run("gdim", write(tmp_path / "t.csv", SEED), chained)
    assert found["note"]["en"].startswith("Experimental")
    for step, row in zip(found["steps"], rows, strict=True):
        assert list(step["effects"].values()) == pytest.approx(row, abs=6e-4)
        assert step["total"] == pytest.approx(11.73)


def test_named_identities(tmp_path):
    text = "period,people,gdp,energy,co2\n1,10,50,20,40\n2,11,66,22,33\n"
    path = write(tmp_path / "k.csv", text)
    mean = (33 - 40) / np.log(33 / 40)
    ratios = {"population": 1.1, "affluence": 1.2, "energy_intensity": 22 / 66 * 50 / 20,
              "carbon_intensity": 33 / 22 * 20 / 40}  # fmt: skip
    (found,) = run("kaya", path, "--column", "population=people")["steps"]
    for name, effect in found["effects"].items():
        assert effect == pytest.approx(mean * np.log(ratios[name]))
    words = ("--column", "population=people", "--column", "impact=co2")
    (ipat,) = run("kaya", path, "--identity", "ipat", *words)["steps"]
    assert list(ipat["effects"]) == ["population", "affluence", "technology"]
    assert ipat["effects"]["technology"] == pytest.approx(mean * np.log(33 / 66 * 50 / 40))
    words = (*words, "--column", "consumption=energy", "--form", "multiplicative")
    (impact,) = run("kaya", path, "--identity", "impact", *words)["steps"]
    assert np.prod(list(impact["effects"].values())) == pytest.approx(33 / 40)
    assert impact["effects"]["consumption_intensity"] == pytest.approx(22 / 66 * 50 / 20)


LAYERS = """period,system,enterprise,output,energy,co2
1,steel,mill,100,10,20
1,steel,forge,100,5,12
1,food,dairy,100,5,5
2,steel,mill,130,12,22
2,food,dairy,130,6,5
2,food,bakery,130,2,3
"""


def test_layers_by_hand(tmp_path):
    path = write(tmp_path / "l.csv", LAYERS)
    words = ("--identity", "park", "--layers", "system,enterprise")
    (found,) = run("kaya", path, *words)["steps"]

    def mean(a, b):
        return a if a == b else (b - a) / np.log(b / a)

    mill, dairy = mean(20, 22), mean(5, 5)
    system = mill * np.log(12 / 20 / (15 / 20)) + dairy * np.log(8 / 20 / (5 / 20))
    # the forge goes and the bakery comes within their systems: all of each is of that layer
    within = mill * np.log(1 / (10 / 15)) + dairy * np.log(6 / 8 / 1) - 12 + 3
    assert found["effects"]["share_system"] == pytest.approx(system)
    assert found["effects"]["share_enterprise"] == pytest.approx(within)
    assert found["effects"]["output"] == pytest.approx((mill + dairy) * np.log(1.3))
    assert sum(found["effects"].values()) == pytest.approx(found["total"])
    assert found["total"] == -7
    for groups in found["by_group"]:
        summed = [sum(g[name] for g in groups.values()) for name in found["effects"]]
        assert summed == pytest.approx(list(found["effects"].values()))


def test_two_identities_in_one_decomposition(tmp_path):
    energy = write(tmp_path / "e.csv", "period,category,energy,factor\n1,coal,10,2\n2,coal,8,2.1\n")
    lime = write(tmp_path / "p.csv", "period,category,output,factor\n1,lime,4,0.8\n2,lime,5,0.8\n")
    (found,) = run("lmdi", energy, lime, "--by-category")["steps"]
    assert found["effects"]["output"] == pytest.approx(0.8)
    assert found["by_category"]["lime"]["energy"] == 0.0
    assert sum(found["effects"].values()) == pytest.approx(8 * 2.1 + 4 - 20 - 3.2)
    (ratio,) = run("lmdi", energy, lime, "--by-category", "--form", "multiplicative")["steps"]
    for name, effect in ratio["effects"].items():
        parts = sum(row[name] for row in ratio["by_category"].values())
        assert parts == pytest.approx(effect - 1)


TRADE = """enterprise,a,b,deliveries,co2_t
a,150,500,350,100
b,200,100,1700,50
"""
LATER = """enterprise,b,a,deliveries,co2_t
b,100,180,1500,60
a,450,150,600,90
"""


def test_trade_by_forming_the_inverse(tmp_path):
    """Miller and Blair's two sectors, and a later year of them; L is formed here."""
    found = run("sda", write(tmp_path / "1.csv", TRADE), write(tmp_path / "2.csv", LATER))
    z = np.array([[[150, 500], [200, 100]], [[150, 450], [180, 100]]], float)
    y = np.array([[350, 1700], [600, 1500]], float)
    x = z.sum(axis=2) + y
    f = np.array([[100, 50], [90, 60]]) / x
    inverse = [np.linalg.inv(np.eye(2) - a / out) for a, out in zip(z, x, strict=True)]
    assert inverse[0] == pytest.approx(
        np.array([[1.254125, 0.330033], [0.264026, 1.122112]]), abs=1e-6
    )
    df, dl, dy = f[1] - f[0], inverse[1] - inverse[0], y[1] - y[0]
    polar = {
        "intensity": df @ (inverse[0] @ y[0] + inverse[1] @ y[1]) / 2,
        "technology": (f[1] @ dl @ y[0] + f[0] @ dl @ y[1]) / 2,
        "demand": (f[0] @ inverse[0] + f[1] @ inverse[1]) @ dy / 2,
    }
    assert found["polar"] == pytest.approx(polar, abs=1e-9)
    assert sum(found["orders"].values()) == pytest.approx(found["total"], abs=1e-9)


def folder(path, sources):
    path.mkdir()
    write(path / "flows.csv", "hour,from,to,sent_mwh,received_mwh\n1,bus,mill,10,9\n")
    write(path / "loads.csv", "hour,node,mwh\n1,mill,9\n")
    write(path / "sources.csv", "hour,node,source,mwh,intensity_t_per_mwh\n" + sources)
    return path


def test_traced_carbon_by_its_causes(tmp_path):
    first = folder(tmp_path / "a", "1,bus,grid,10,0.6\n")
    last = folder(tmp_path / "b", "1,bus,grid,6,0.5\n1,bus,pv,4,0\n")
    found = run("traced", first, last, "--node", "mill")
    assert found["last"]["energy_mwh"] == pytest.approx({"grid": 6.0, "pv": 4.0})
    assert found["first"]["intensity_t_per_mwh"] == pytest.approx(6 / 9)
    mean = (3 - 6) / np.log(3 / 6)
    carbon = found["carbon_t"]
    # each share against the mean: what PV gained by 0.4 the grid lost
    assert carbon["share"] == pytest.approx(
        {"grid": mean * np.log(0.6) + mean * 0.4, "pv": -mean * 0.4}
    )
    assert carbon["intensity"] == pytest.approx({"grid": mean * np.log(5 / 6), "pv": 0.0})
    assert (carbon["demand"], carbon["loss"]) == (0.0, pytest.approx(0.0, abs=1e-12))
    assert carbon["total"] == pytest.approx(-3)


def test_errors_of_factors(tmp_path):
    factors = write(tmp_path / "f.csv", "period,category,energy,factor\n1,x,10,2\n2,x,12,2\n")
    errors = write(tmp_path / "e.csv", "factor,error_pct,shared\nfactor,20,all\nenergy,1,none\n")
    (found,) = run("spread", factors, "--errors", errors)["steps"]
    assert found["effects"]["factor"]["p_above"] == found["effects"]["factor"]["p_below"] == 0.0
    energy = found["effects"]["energy"]
    assert energy["p_above"] == 1.0
    assert energy["value"] == pytest.approx(4.0)
    assert energy["low"] < 4 < energy["high"]
    assert (energy["high"] - energy["low"]) / 8 == pytest.approx(0.2, rel=0.12)


@pytest.fixture
def monthly(tmp_path):
    rng = np.random.default_rng(2)
    output = np.exp(rng.normal(3, 0.3, 40))
    energy = np.exp(rng.normal(1, 0.3, 40))
    co2 = 2 * output**0.6 * energy**0.3 * np.exp(rng.normal(0, 0.01, 40))
    rows = np.column_stack([co2, output, energy])
    np.savetxt(tmp_path / "m.csv", rows, delimiter=",", header="co2,output,energy", comments="")
    return tmp_path / "m.csv"


def test_a_forecast_by_the_slopes(monthly):
    words = ("--growth", "output=5%", "--growth", "energy=-3%", "--years", "8", "--method", "ols")
    found = run("forecast", monthly, "--target", "co2", *words)
    b = found["coefficients"]
    wanted = 1.05 ** (8 * b["output"]) * 0.97 ** (8 * b["energy"])
    last = found["years"][-1]
    assert last["central"] == pytest.approx(wanted)
    assert last["central"] == pytest.approx(1.17479, rel=0.02)  # methods 2.6, slopes 0.6 and 0.3
    assert last["low"] < last["middle"] < last["high"]
    assert found["years"][0]["is_extrapolated"] in (True, False)
    far = run("forecast", monthly, "--target", "co2", "--growth", "output=50%", "--years", "5")
    assert far["years"][-1]["is_extrapolated"]


def test_three_years_foretell_nothing(tmp_path):
    path = write(tmp_path / "t.csv", SEED.replace("period,", "year,"))
    found = run("forecast", path, "--target", "co2", "--growth", "output=5%")
    assert (found["coefficients"], found["years"]) == (None, [])


def test_a_planted_turn(tmp_path):
    rng = np.random.default_rng(4)
    x = np.exp(rng.normal(2, 0.8, 60))
    y = np.exp(1 + 2 * np.log(x) - 0.5 * np.log(x) ** 2 + rng.normal(0, 0.05, 60))
    rows = np.column_stack([y, x])
    np.savetxt(tmp_path / "k.csv", rows, delimiter=",", header="co2,gdp", comments="")
    turn = run("ekc", tmp_path / "k.csv", "--target", "co2", "--by", "gdp")["turn"]
    assert turn["low"] < np.exp(2) < turn["high"]
    assert turn["at"] == pytest.approx(np.exp(2), rel=0.05)
    assert not turn["is_outside"]


def test_a_panel_by_dummies(tmp_path):
    rng = np.random.default_rng(6)
    groups = np.repeat(np.arange(15), 10)
    effect = rng.normal(0, 1, 15)[groups]
    x = rng.normal(size=150) + effect
    y = 0.5 * x + effect + rng.normal(0, 0.1, 150)
    rows = ["enterprise,period,y,x"]
    rows += [
        f"E{g},{i % 10},{b!r},{a!r}"
        for i, (g, a, b) in enumerate(zip(groups, x.tolist(), y.tolist(), strict=True))
    ]
    path = write(tmp_path / "p.csv", "\n".join(rows) + "\n")
    found = run("panel", path, "--target", "y", "--linear")
    dummies = (groups[:, None] == np.arange(15)).astype(float)
    wanted = np.linalg.lstsq(np.column_stack([x, dummies]), y, rcond=None)[0][0]
    assert found["fixed"]["coefficients"]["x"] == pytest.approx(wanted, rel=1e-9)
    assert (found["reads"], found["enterprises"], found["dof"]) == ("fixed", 15, 134)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("words", [
    ("tapio", "t.csv", "--energy", "energy", "--co2-error", "3", "--draws", "200"),
    ("gdim", "t.csv"), ("kaya", "t.csv", "--identity", "park"), ("index", "e.csv"),
    ("kaya", "l.csv", "--identity", "park", "--layers", "system,enterprise"),
    ("ekc", "t.csv", "--target", "co2", "--by", "output"),
    ("forecast", "t.csv", "--target", "co2"), ("lmdi", "e.csv", "--by-category"),
], ids=lambda words: words[0])  # fmt: skip
def test_every_command_speaks(tmp_path, monkeypatch, words, language):
    for name, text in (("t.csv", SEED), ("e.csv", TEXTBOOK), ("l.csv", LAYERS)):
        write(tmp_path / name, text)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(tanlu, ["explain", "--lang", language, *words])
    assert result.exit_code == 0, result.output
    assert result.output.strip()


REFUSED = {
    "a series that stands": ("granger", "a,b", [(5, i % 7) for i in range(20)]),
    "a straight line": ("granger", "a,b", [(i, 2 * i) for i in range(20)]),
    "inputs that move together": (
        "frontier", "output,a,b", [(1 + i % 5, i + 1, 2 * i + 2) for i in range(35)]
    ),
    "too few enterprises": ("frontier", "output,a", [(1 + i % 5, i + 1) for i in range(9)]),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_carries_no_answer_is_refused(tmp_path, name):
    verb, heads, rows = REFUSED[name]
    lines = [f"{i}," + ",".join(map(str, row)) for i, row in enumerate(rows)]
    path = write(tmp_path / "t.csv", f"period,{heads}\n" + "\n".join(lines) + "\n")
    words = {"granger": ("--effect", "a", "--cause", "b"), "frontier": ("--name", "period")}[verb]
    result = CliRunner().invoke(tanlu, ["explain", verb, str(path), *words])
    assert result.exit_code != 0
    assert "→" in result.output


def test_many_enterprises_foretell_as_in_plm(tmp_path):
    """`pgrangertest` of R package plm, R/test_granger.R: its formula of Z tilde, T and K."""
    rng = np.random.default_rng(9)
    count, length, k = 8, 24, 2
    x = rng.normal(size=(count, length))
    y = rng.normal(size=(count, length))
    y[:, 1:] += 0.4 * x[:, :-1]
    rows = ["enterprise,period,y,x"]
    rows += [f"E{e},{t},{y[e, t]!r},{x[e, t]!r}" for e in range(count) for t in range(length)]
    rows = [row.replace("np.float64(", "").replace(")", "") for row in rows]
    path = write(tmp_path / "p.csv", "\n".join(rows) + "\n")
    words = ("--effect", "y", "--cause", "x", "--lags", str(k), "--enterprise", "enterprise")
    found, back = run("granger", path, *words)["tests"]

    def wald(a, b):
        lagged = [s[k - i : length - i] for s in (a, b) for i in range(1, k + 1)]
        z = np.column_stack([np.ones(length - k), *lagged])
        solved = np.linalg.lstsq(z, a[k:], rcond=None)[0]
        rest = a[k:] - z @ solved
        spread = rest @ rest / (length - k - 2 * k - 1) * np.linalg.inv(z.T @ z)
        tested = solved[k + 1 :]
        return tested @ np.linalg.solve(spread[k + 1 :, k + 1 :], tested)

    w = np.mean([wald(a, b) for a, b in zip(y, x, strict=True)])
    t = length
    z = (count / (2 * k) * (t - 3 * k - 5) / (t - 2 * k - 3)) ** 0.5
    z *= (t - 3 * k - 3) / (t - 3 * k - 1) * w - k
    assert found["w"] == pytest.approx(w, rel=1e-9)
    assert found["z_tilde"] == pytest.approx(z, rel=1e-9)
    assert found["z_bar"] == pytest.approx((count / (2 * k)) ** 0.5 * (w - k), rel=1e-9)
    assert found["p"] < 0.01 < back["p"]
