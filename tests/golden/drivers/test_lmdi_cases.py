"""LMDI through the command line: printed cases, and hard ones worked out here by other means."""

import csv
import json
import math
from pathlib import Path

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

HERE = Path(__file__).parent


def lmdi(path, *words):
    result = CliRunner().invoke(tanlu, ["explain", "lmdi", str(path), *words, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def table(folder, rows, factors="ab"):
    """A long table; a row is period, category and one number a factor."""
    path = folder / "factors.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("period", "category", *factors), *rows])
    return path


def test_commercial_buildings_of_china():
    """PyLMDI, Numercial_Examples/Examples_China.py, run (methods-drivers-transfer A4)."""
    (step,) = lmdi(HERE / "pylmdi_china.csv")["steps"]
    printed = [2.96136422, 69.03218171, 3.95270288, -36.85387877, 12.56275829, -19.02745442]
    assert list(step["effects"].values()) == pytest.approx(printed, abs=5e-9)
    assert step["total"] == pytest.approx(32.62767391, abs=5e-9)


def test_commercial_buildings_of_the_united_states():
    """PyLMDI, Examples_US.py: the file's own totals; effects by the formula, written out."""
    (step,) = lmdi(HERE / "pylmdi_us.csv")["steps"]
    first, last = 866.6410668838769, 885.7759428080185
    assert step["total"] == pytest.approx(last - first, rel=1e-12)
    mean = (last - first) / math.log(last / first)
    with (HERE / "pylmdi_us.csv").open() as file:
        a, b = csv.DictReader(file)
    for name, effect in step["effects"].items():
        assert effect == pytest.approx(mean * math.log(float(b[name]) / float(a[name])), rel=1e-9)


def test_the_demo_of_pylmdi(tmp_path):
    """demo.py: two alike doublings of three factors each are a third of the change each."""
    rows = [
        (1, "x", 100, 0.25, 1.5), (1, "y", 150, 0.1, 2.5),
        (2, "x", 200, 0.5, 3), (2, "y", 300, 0.2, 5),
    ]  # fmt: skip
    (step,) = lmdi(table(tmp_path, rows, "abc"))["steps"]
    assert list(step["effects"].values()) == pytest.approx([(600 - 75) / 3] * 3, rel=1e-12)
    (step,) = lmdi(table(tmp_path, rows, "abc"), "--form", "multiplicative")["steps"]
    assert list(step["effects"].values()) == pytest.approx([2.0] * 3, rel=1e-12)


def seed_rows():
    """wang2024 table 6 with the gas share calibrated to its totals (methods 1.1)."""
    factors = (
        0.581 / 0.1229,
        389.31 * 0.0153 * 0.98 * 44 / 12 / 13.3,
        43.07 * 0.0196 * 0.99 * 44 / 12 / 1.47,
    )
    years = {2020: (707.0, 29.66, 0.3655, 88.87), 2021: (954.7, 32.50, 0.3672, 97.50),
             2022: (1162.0, 32.76, 0.3947, 100.60)}  # fmt: skip
    for year, (output, energy, power, co2) in years.items():
        mean = co2 / energy
        gas = (mean - power * factors[0] - (1 - power) * factors[2]) / (factors[1] - factors[2])
        for name, share, factor in zip(
            ("electricity", "gas", "oil"), (power, gas, 1 - power - gas), factors, strict=True
        ):
            yield year, name, output, energy / output, share, factor


def test_the_seed_park(tmp_path):
    """methods-drivers-transfer 1.4 (A5), 10⁴ t."""
    path = table(tmp_path, seed_rows(), ("output", "intensity", "mix", "factor"))
    steps = lmdi(path)["steps"]
    printed = [(27.970, -19.455, 0.115, 0.0, 8.630), (19.455, -18.667, 2.311, 0.0, 3.100)]
    for step, row in zip(steps, printed, strict=True):
        assert [*step["effects"].values(), step["total"]] == pytest.approx(row, abs=6e-4)
    (whole,) = lmdi(path, "--no-chain")["steps"]
    row = (46.992, -37.590, 2.328, 0.0, 11.730)
    assert [*whole["effects"].values(), whole["total"]] == pytest.approx(row, abs=6e-4)
    fuels = lmdi(path, "--no-chain", "--by-category")["steps"][0]["by_category"]
    mix = {"electricity": 4.307, "gas": 0.279, "oil": -2.259}
    assert {name: fuels[name]["mix"] for name in mix} == pytest.approx(mix, abs=6e-4)


# LMDIR, tests/testthat/test_util.R: its 1971 and 1972, one number set to zero
ZERO_FIRST = [
    (1971, "x", 0, 10, 2),
    (1971, "y", 4, 5, 3),
    (1972, "x", 4, 5, 3),
    (1972, "y", 5, 6, 4),
]
ZERO_LAST = [
    (1971, "x", 1, 10, 2),
    (1971, "y", 4, 5, 3),
    (1972, "x", 4, 5, 3),
    (1972, "y", 5, 6, 0),
]


@pytest.mark.parametrize(
    ("rows", "x", "y"),
    [
        (ZERO_FIRST, (60, 0, 0), (19.31568569, 15.78206435, 24.90224996)),
        (ZERO_LAST, (50.47438029, -25.23719014, 14.76280986), (0, 0, -60)),
    ],
)
def test_zeros_as_lmdir_tests_them(tmp_path, rows, x, y):
    found = lmdi(table(tmp_path, rows, "abc"))["steps"][0]
    wanted = [a + b for a, b in zip(x, y, strict=True)]
    assert list(found["effects"].values()) == pytest.approx(wanted, abs=1e-8)
    assert found["split_equally"] == []


def test_an_appliance_that_vanishes_in_ghana(tmp_path):
    """LMDIR's own case for absent rows, whose fill by 1e-10 it warns of (methods 2.1).

    The figures of the fans hold to the 1.5e-8 to which R compares them.
    """
    rows = [
        (2003, "heaters", 7909.898576, 0.168054745, 0.521283202, 0.009258785),
        (2003, "fans", 7909.898576, 0.072489945, 0.078700891, 0.036152202),
        (2004, "fans", 7962.921168, 0.101321321, 0.059104816, 0.036042366),
    ]
    path = table(tmp_path, rows, ("E", "eta", "phi_i", "phi_ij"))
    fans = (0.011188553, 0.56076961, -0.479535332, -0.005095744)
    lost = math.prod(rows[0][2:])
    (equal,) = lmdi(path)["steps"]
    assert list(equal["effects"].values()) == pytest.approx([f - lost / 4 for f in fans], abs=3e-8)
    assert equal["split_equally"] == ["heaters"]
    (carried,) = lmdi(path, "--carrier", "phi_ij")["steps"]
    wanted = [*fans[:3], fans[3] - lost]
    assert list(carried["effects"].values()) == pytest.approx(wanted, abs=3e-8)
    assert carried["split_equally"] == []


def plain(x0, x1):
    """LMDI-I of one category by the table of limits, number by number."""
    v0, v1 = math.prod(x0), math.prod(x1)
    moved = [(a == 0) != (b == 0) for a, b in zip(x0, x1, strict=True)]
    if v0 == 0 or v1 == 0:
        return [(v1 - v0) / sum(moved) if is_so and v0 != v1 else 0.0 for is_so in moved]
    mean = v0 if v0 == v1 else (v1 - v0) / math.log(v1 / v0)
    return [mean * math.log(b / a) for a, b in zip(x0, x1, strict=True)]


HARD = {
    "appears by one factor": ([0, 3, 2], [4, 5, 2]),
    "vanishes by one factor": ([7, 3, 2], [7, 0, 9]),
    "appears by two": ([0, 0, 2], [4, 5, 2]),
    "never there": ([0, 3, 2], [0, 8, 1]),
    "zeros change places": ([0, 3, 2], [5, 0, 2]),
    "offsetting": ([2, 3, 1], [3, 2, 1]),
    "a credit in both": ([-2, 3, 1], [-4, 2, 1.5]),
    "two negatives": ([-2, -3, 1], [-4, -2, 2]),
    "a credit appears": ([0, 3, 2], [-4, 5, 2]),
    "a credit vanishes": ([-4, 3, 2], [0, 5, 2]),
    "hardly any change": ([1, 1, 1], [1 + 1e-9, 1, 1]),
    "great and small": ([1e-8, 1e6, 1], [1e4, 1e-3, 2]),
}


@pytest.mark.parametrize("name", HARD)
def test_hard_pairs_beside_an_ordinary_category(tmp_path, name):
    x0, x1 = HARD[name]
    rows = [(2, "odd", *x1), (1, "odd", *x0), (2, "ordinary", 3, 4, 5), (1, "ordinary", 2, 4, 6)]
    (found,) = lmdi(table(tmp_path, rows, "abc"))["steps"]
    wanted = [a + b for a, b in zip(plain(x0, x1), plain([2, 4, 6], [3, 4, 5]), strict=True)]
    assert list(found["effects"].values()) == pytest.approx(wanted, rel=1e-9, abs=1e-12)
    assert math.fsum(found["effects"].values()) == pytest.approx(found["total"], rel=1e-9)
    assert found["by_shapley"] == []


def test_a_sign_that_changes_is_split_by_orders(tmp_path):
    rows = [(1, "odd", 5, 2), (2, "odd", -4, 3), (1, "even", 2, 3), (2, "even", 2, 3)]
    (found,) = lmdi(table(tmp_path, rows))["steps"]
    # a first: (-9)(2), then b: (-4)(1); b first: (5)(1), then a: (-9)(3); the mean of both
    assert list(found["effects"].values()) == pytest.approx([-22.5, 0.5])
    assert (found["total"], found["by_shapley"]) == (-22.0, ["odd"])


def test_periods_are_put_in_time_whatever_the_order_of_rows(tmp_path):
    rows = [("2020-10", "x", 4, 1), ("2020-9", "x", 2, 1), ("2020-11", "x", 7, 1)]
    steps = lmdi(table(tmp_path, rows))["steps"]
    assert [(s["from"], s["to"], s["total"]) for s in steps] == [
        ("2020-9", "2020-10", 2.0), ("2020-10", "2020-11", 3.0),
    ]  # fmt: skip
    named = [("before", "x", 4, 1), ("after", "x", 2, 1)]
    assert lmdi(table(tmp_path, named))["steps"][0]["total"] == -2.0


def test_a_constant_factor_has_no_effect_and_ratios_of_one(tmp_path):
    rows = [(1, "x", 2, 7), (1, "y", 3, 7), (2, "x", 4, 7), (2, "y", 1, 7)]
    assert lmdi(table(tmp_path, rows))["steps"][0]["effects"]["b"] == 0.0
    for model in "12":
        (found,) = lmdi(table(tmp_path, rows), "--form", "multiplicative", "--model", model)[
            "steps"
        ]
        assert found["effects"] == {"a": pytest.approx(1.0), "b": 1.0}


def lmdi_2(first, last):
    """LMDI-II by its formula, number by number: ratios."""
    totals = [sum(math.prod(x) for x in rows) for rows in (first, last)]
    shares = [
        [math.prod(x) / v for x in rows] for rows, v in zip((first, last), totals, strict=True)
    ]
    weights = [a if a == b else (b - a) / math.log(b / a) for a, b in zip(*shares, strict=True)]
    return [
        math.exp(
            sum(w * math.log(b[k] / a[k]) for w, a, b in zip(weights, first, last, strict=True))
            / sum(weights)
        )
        for k in range(len(first[0]))
    ]


def test_the_second_model_by_its_formula(tmp_path):
    first, last = [[2, 3], [5, 1], [1, 4]], [[3, 4], [4, 2], [2, 2]]
    rows = [(t, f"c{i}", *x) for t, part in ((1, first), (2, last)) for i, x in enumerate(part)]
    found = lmdi(table(tmp_path, rows), "--form", "multiplicative", "--model", "2")["steps"][0]
    assert list(found["effects"].values()) == pytest.approx(lmdi_2(first, last), rel=1e-12)
    assert math.prod(found["effects"].values()) == pytest.approx(found["total"], rel=1e-12)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("period,category,a\n1,x,1\n", "one_period"),
        ("period,category,a\n1,x,1\n2,x,\n", "missing_value"),
        ("period,category,a,note\n1,x,1,hello\n2,x,2,you\n", "text_in_number"),
        ("period,category,a\n1,x,1\n1,x,2\n2,x,2\n", "duplicate_row"),
        ("period,category,a\n1,x,1\n1,,1\n2,x,2\n", "missing_value"),
        ("period,a\n1,1\n2,2\n", "series_columns"),
        ("", "empty_file"),
        ("period,category,a\n", "empty_file"),
        ("period,category,a\n1,x,nan\n2,x,2\n", "not_finite"),
    ],
)
def test_what_is_no_table_of_factors_is_refused(tmp_path, text, code):
    from tanlu.errors import InputError
    from tanlu.workflow.drivers import read_panel

    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(InputError) as caught:
        read_panel(tmp_path / "t.csv")
    assert code in [fault.code for fault in caught.value.faults]


def test_the_same_month_of_the_year_before(tmp_path):
    rows = [
        (f"{y}-{m:02d}", "x", 10 * y - 20_000 + m, 2) for y in (2020, 2021) for m in range(1, 13)
    ]
    path = table(tmp_path, rows)
    found = lmdi(path, "--lag", "12")
    assert [(s["from"], s["to"], s["total"]) for s in found["steps"]][:1] == [
        ("2020-01", "2021-01", 20.0)
    ]
    assert len(found["steps"]) == 12
    assert found["chained"] is None
    assert [w["code"] for w in lmdi(path)["warnings"]] == ["seasonal"]
    told = ["explain", "lmdi", str(path), "--lag", "24"]
    assert CliRunner().invoke(tanlu, told).exit_code != 0


def test_ratios_attributed_by_changes(tmp_path):
    """A weighted mean of x1 / x0 - 1 with weights that sum to 1: least and greatest bound it."""
    first, last = [[2, 3], [5, 1], [1, 4]], [[3, 4], [4, 2], [2, 2]]
    rows = [(t, f"c{i}", *x) for t, part in ((1, first), (2, last)) for i, x in enumerate(part)]
    words = ("--form", "multiplicative", "--model", "2", "--by-category")
    by_changes = lmdi(table(tmp_path, rows), *words, "--attribution", "changes")["steps"][0]
    by_logs = lmdi(table(tmp_path, rows), *words)["steps"][0]
    for k, name in enumerate("ab"):
        parts = [by_changes["by_category"][f"c{i}"][name] for i in range(3)]
        assert sum(parts) == pytest.approx(lmdi_2(first, last)[k] - 1)
        changes = [b[k] / a[k] - 1 for a, b in zip(first, last, strict=True)]
        assert sum(p / c for p, c in zip(parts, changes, strict=True)) == pytest.approx(1)
        logs = [by_logs["by_category"][f"c{i}"][name] for i in range(3)]
        assert sum(logs) == pytest.approx(sum(parts))
