"""Hard tables for `tanlu explain regress`, each answer worked out by other programs."""

import csv
import json

import numpy as np
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.errors import InputError
from tanlu.workflow.regressions import read_regression

linear_model = pytest.importorskip("sklearn.linear_model")


def regress(path, *words):
    told = ["explain", "regress", str(path), "--target", "y", *words, "--json"]
    result = CliRunner().invoke(tanlu, told)
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def table(folder, heads, rows):
    path = folder / "table.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([heads, *rows])
    return path


@pytest.fixture
def data():
    rng = np.random.default_rng(11)
    x = np.exp(rng.normal(size=(20, 3)) * [0.3, 0.2, 0.5] + [1, 5, -2])
    x[:, 2] = x[:, 0] ** 0.9 * np.exp(rng.normal(size=20) * 0.02)  # two that move together
    y = 3 * x[:, 0] ** 0.6 * x[:, 1] ** 0.3 * np.exp(rng.normal(size=20) * 0.05)
    return x, y


def written(folder, x, y):
    rows = [[repr(float(v)) for v in row] for row in np.column_stack([y, x])]
    return table(folder, ["y", "a", "b", "c"], rows)


def scaled(x):
    return (x - x.mean(axis=0)) / x.std(axis=0)


@pytest.mark.parametrize("form", ["--log", "--linear"])
def test_least_squares_by_numpy(tmp_path, data, form):
    found = regress(written(tmp_path, *data), "--method", "ols", form)
    x, y = (np.log(v) for v in data) if form == "--log" else data
    ones = np.column_stack([np.ones(20), x])
    solved = np.linalg.lstsq(ones, y, rcond=None)[0]
    assert found["intercept"] == pytest.approx(solved[0], rel=1e-9)
    assert list(found["coefficients"].values()) == pytest.approx(solved[1:], rel=1e-8)
    assert (found["dof"], found["rank"], found["verdict"]) == (16, 3, "identified")
    inverse = np.linalg.inv(np.corrcoef(x.T))
    assert list(found["vif"].values()) == pytest.approx(np.diag(inverse), rel=1e-8)
    rest = y - ones @ solved
    errors = np.sqrt(np.diag(np.linalg.inv(ones.T @ ones)) * (rest @ rest) / 16)
    assert list(found["standard_errors"].values()) == pytest.approx(errors[1:], rel=1e-8)


@pytest.mark.parametrize("k", ["0.03", "1.7", "gcv", "loocv", "hkb", "lw"])
def test_ridge_by_scikit_learn(tmp_path, data, k):
    found = regress(written(tmp_path, *data), "--method", "ridge", "--k", k)
    x, y = (np.log(v) for v in data)
    alpha = found["k_convention"]["sklearn_alpha"]
    peer = linear_model.Ridge(alpha=alpha).fit(scaled(x), y)
    assert list(found["scaled_coefficients"].values()) == pytest.approx(peer.coef_, rel=1e-8)
    slopes = peer.coef_ / x.std(axis=0)
    assert list(found["coefficients"].values()) == pytest.approx(slopes, rel=1e-8)
    assert found["intercept"] == pytest.approx(y.mean() - x.mean(axis=0) @ slopes, rel=1e-8)
    assert found["k_convention"]["unit_length"] == pytest.approx(found["k"] / 20)


def test_the_selectors_by_their_definitions(tmp_path, data):
    found = regress(written(tmp_path, *data))["selectors"]
    x, y = (np.log(v) for v in data)
    z, y = scaled(x), y - y.mean()
    b = np.linalg.lstsq(z, y, rcond=None)[0]
    s2 = ((y - z @ b) ** 2).sum() / 16
    assert found["hkb"] == pytest.approx(s2 / (b @ b), rel=1e-8)
    assert found["lw"] == pytest.approx(s2 * 20 / ((z @ b) ** 2).sum(), rel=1e-8)
    assert found["hkb_classical"] == pytest.approx(3 * s2 / (b @ b) / 20, rel=1e-8)

    def hat(k):
        return z @ np.linalg.solve(z.T @ z + k * np.eye(3), z.T)

    def gcv(k):
        h = hat(k)
        return ((y - h @ y) ** 2).sum() / (20 - np.trace(h)) ** 2

    def loocv(k):
        h = hat(k) + 1 / 20
        return (((y - hat(k) @ y) / (1 - np.diag(h))) ** 2).mean()

    ks = np.linspace(0, 4 * max(found["gcv"], found["loocv"]) + 1, 20_001)
    for name, score in (("gcv", gcv), ("loocv", loocv)):
        step = ks[1] - ks[0]
        near = [score(found[name] + d) for d in (-step, 0.0, step) if found[name] + d >= 0]
        assert score(found[name]) == min(near)
        coarse = min(score(k) for k in ks[::200])
        assert score(found[name]) <= coarse * (1 + 1e-12)


@pytest.mark.parametrize(("method", "share"), [("lasso", 1.0), ("elastic", 0.3)])
def test_penalties_by_scikit_learn(tmp_path, data, method, share):
    words = ["--method", method, "--k", "0.02", "--share", str(share)]
    found = regress(written(tmp_path, *data), *words)
    x, y = (np.log(v) for v in data)
    peer = linear_model.ElasticNet(alpha=0.02, l1_ratio=share, tol=1e-14, max_iter=1_000_000)
    peer.fit(scaled(x), y)
    assert list(found["scaled_coefficients"].values()) == pytest.approx(peer.coef_, abs=1e-8)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_components_by_scikit_learn(tmp_path, data, count):
    from sklearn.cross_decomposition import PLSRegression

    x, y = (np.log(v) for v in data)
    found = regress(written(tmp_path, *data), "--method", "pls", "--k", str(count))
    peer = PLSRegression(count, scale=False, tol=1e-14).fit(scaled(x), y)
    assert list(found["scaled_coefficients"].values()) == pytest.approx(
        np.ravel(peer.coef_), rel=1e-7
    )
    found = regress(written(tmp_path, *data), "--method", "pcr", "--k", str(count))
    values, vectors = np.linalg.eigh(scaled(x).T @ scaled(x))
    best = vectors[:, np.argsort(values)[::-1][:count]]
    scores = scaled(x) @ best
    slopes = best @ np.linalg.lstsq(scores, y - y.mean(), rcond=None)[0]
    assert list(found["scaled_coefficients"].values()) == pytest.approx(slopes, rel=1e-8)


def test_bayes_by_the_normal_equations(tmp_path, data):
    words = ["--method", "bayes", "--prior", "a=1:0.3", "--k", "0.5"]
    found = regress(written(tmp_path, *data), *words)
    x, y = (np.log(v) for v in data)
    x, y = x - x.mean(axis=0), y - y.mean()
    least = np.linalg.lstsq(x, y, rcond=None)[0]
    s2 = ((y - x @ least) ** 2).sum() / 16
    weight = s2 / np.array([0.3, 0.5, 0.5]) ** 2
    mean = np.linalg.solve(x.T @ x + np.diag(weight), x.T @ y + weight * [1, 0, 0])
    assert list(found["coefficients"].values()) == pytest.approx(mean, rel=1e-8)
    assert [row["deviation"] for row in found["prior_sensitivity"]] == [0.1, 0.3, 1.0, 3.0]


REFUSED = {
    "as many unknowns as data": [[1, 2, 3], [2, 3, 1], [4, 4, 9]],
    "more drivers than rows": [[1, 2, 3, 4, 9], [2, 3, 1, 1, 2], [4, 4, 9, 2, 2]],
    "one a multiple of another": [[1, 2, 4], [2, 1, 2], [4, 3, 6], [3, 6, 12], [5, 7, 14]],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_data_cannot_part_is_refused(tmp_path, name):
    rows = REFUSED[name]
    heads = ["y", *"abcdef"[: len(rows[0]) - 1]]
    found = regress(table(tmp_path, heads, rows), "--linear", "--method", "ols")
    assert (found["verdict"], found["coefficients"]) == ("under-determined", None)
    assert found["reason"]["en"]
    x, y = np.array(rows, float)[:, 1:], np.array(rows, float)[:, 0]
    assert found["rank"] == np.linalg.matrix_rank(x - x.mean(axis=0))
    assert found["dof"] == len(y) - found["rank"] - 1
    open_ = found["solutions"]
    point = np.linalg.pinv(x - x.mean(axis=0)) @ (y - y.mean())
    assert list(open_["point"].values()) == pytest.approx(point, abs=1e-9)
    best = np.abs(y - y.mean() - (x - x.mean(axis=0)) @ point)
    for direction, moved in zip(open_["directions"], open_["intercept_slopes"], strict=True):
        slopes = point + 3.0 * np.array(list(direction.values()))
        intercept = open_["intercept"] + 3.0 * moved
        assert np.abs(y - intercept - x @ slopes) == pytest.approx(best, abs=1e-9)


def test_a_column_that_does_not_move_is_left_out_and_said(tmp_path, data):
    x, y = data
    rows = np.column_stack([y, x, np.full(20, 28.21)])
    found = regress(table(tmp_path, ["y", *"abcd"], rows.tolist()), "--method", "ols")
    assert found["not_estimable"] == ["d"]
    assert set(found["coefficients"]) == set("abc")
    assert found["dof"] == 16


def test_words_are_no_drivers_and_said(tmp_path, data):
    x, y = data
    rows = [[v, *row, f"mill {i}"] for i, (v, row) in enumerate(zip(y, x, strict=True))]
    found = regress(table(tmp_path, ["y", *"abc", "name"], rows), "--method", "ols")
    assert found["not_numeric"] == ["name"]
    assert set(found["coefficients"]) == set("abc")


def test_a_target_that_does_not_move_is_explained_by_nothing(tmp_path, data):
    rows = np.column_stack([np.full(20, 5.0), data[0]]).tolist()
    found = regress(table(tmp_path, ["y", *"abc"], rows), "--method", "ols")
    assert list(found["coefficients"].values()) == pytest.approx([0, 0, 0], abs=1e-12)
    assert found["r2"] is None
    assert found["selectors"]["hkb"] is None


def test_one_driver_has_no_k_of_hoerl(tmp_path):
    rows = [[1, 2], [2, 1], [4, 3], [3, 6], [5, 8], [5, 9], [6, 9]]
    path = table(tmp_path, ["y", "a"], rows)
    assert regress(path, "--linear")["selectors"]["hkb"] is None
    told = ["explain", "regress", str(path), "--target", "y", "--linear", "--k", "hkb"]
    result = CliRunner().invoke(tanlu, told)
    assert result.exit_code != 0


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([[1, 2], [2, ""], [4, 3]], "missing_value"),
        ([[1, 2], [2, "n/a"], [4, 3]], "absence_in_number"),
        ([[1, 2], [2, 0], [4, 3]], "bad_logarithm"),
        ([[1, 2], [-2, 1], [4, 3]], "bad_logarithm"),
        ([[1, "x"], [2, "y"], [4, "z"]], "series_columns"),
        ([["x", 2], [2, 1], [4, 3]], "text_in_number"),
    ],
)
def test_cells_that_are_no_observation_are_refused_with_their_place(tmp_path, rows, code):
    path = table(tmp_path, ["y", "a"], rows)
    with pytest.raises(InputError) as caught:
        read_regression(path, "y", logs=True)
    (fault,) = caught.value.faults
    assert fault.code == code
    assert fault.place.file == "table.csv"


def test_a_target_made_of_its_drivers_is_called_circular(tmp_path, data):
    x, _ = data
    for y, drivers in ((x[:, 0] * x[:, 1], ["a", "b"]), (x[:, 0] * 2.7, ["a"])):
        rows = np.column_stack([np.round(y, 4), x]).tolist()
        (warning,) = regress(table(tmp_path, ["y", *"abc"], rows), "--method", "ols")["warnings"]
        assert (warning["code"], warning["drivers"]) == ("circular", drivers)
    assert regress(written(tmp_path, *data))["warnings"] == []


def test_intervals_choose_k_again_in_every_draw(tmp_path, data):
    path = written(tmp_path, *data)
    found = regress(path, "--draws", "400", "--seed", "5")
    for name, slope in found["coefficients"].items():
        low, high = found["intervals"][name]
        assert low < high
        assert low - 0.05 < slope < high + 0.05
    low, high = found["k_interval"]
    assert low < high
    assert regress(path, "--draws", "400", "--seed", "5") == found
    least = regress(path, "--method", "ols", "--draws", "400")
    for name, error in least["standard_errors"].items():
        low, high = least["intervals"][name]
        assert (high - low) / 2 == pytest.approx(1.96 * error, rel=0.35)


def test_intervals_of_few_observations_are_refused(tmp_path):
    rows = [[1, 2], [2, 1], [4, 3], [3, 6]]
    told = ["explain", "regress", str(table(tmp_path, ["y", "a"], rows)), "--target", "y"]
    result = CliRunner().invoke(tanlu, [*told, "--draws", "50"])
    assert result.exit_code != 0


def test_the_trace_stops_where_slopes_are_steady(tmp_path, data):
    k = regress(written(tmp_path, *data))["selectors"]["trace"]
    z = scaled(np.log(data[0]))

    def worst(k):
        core = np.linalg.inv(z.T @ z + k * np.eye(3))
        return 20 * np.diag(core @ z.T @ z @ core).max()

    def slopes(k):
        return np.linalg.solve(z.T @ z + k * np.eye(3), z.T @ np.log(data[1]))

    def moved(k):
        return np.abs(slopes(k + 0.02) - slopes(k)).max() / np.abs(slopes(k)).max()

    # 20 observations: a step of 0.001 on columns of unit length is 0.02 here
    assert worst(k) < 10
    assert moved(k) <= 0.01
    assert worst(k - 0.02) >= 10 or moved(k - 0.02) > 0.01
    found = regress(written(tmp_path, *data), "--k", "trace")
    assert found["k"] == k
    assert found["chosen_by"] == "trace"


def test_drivers_that_all_stand_explain_nothing(tmp_path):
    found = regress(table(tmp_path, ["y", "a"], [[1, 5], [2, 5], [3, 5], [9, 5]]), "--linear")
    assert (found["verdict"], found["coefficients"]) == ("under-determined", None)
    assert found["not_estimable"] == ["a"]
    assert "no driver moves" in found["reason"]["en"]


def test_one_row_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        read_regression(table(tmp_path, ["y", "a"], [[1, 5]]), "y", logs=False)
    assert caught.value.faults[0].code == "one_observation"


def test_drivers_that_all_but_coincide_have_numbers_throughout(tmp_path):
    rows = [[i, i, 2 * i + (1e-7 if i in (2, 4) else 0)] for i in range(1, 10)]
    rows[4][1] += 0.1
    rows[4][2] += 0.2
    found = regress(table(tmp_path, ["y", "a", "b"], rows), "--linear", "--method", "ols")
    assert found["verdict"] == "identified"
    assert max(found["vif"].values()) > 1e10
    assert all(np.isfinite(v) for v in found["hac_standard_errors"].values())
    assert found["condition_number"] > 1e5
