import json

from click.testing import CliRunner

from tanlu.cli import tanlu

SMALL = ("--enterprises", "8", "--meters", "60", "--minutes", "60")


def call(*arguments):
    return CliRunner().invoke(tanlu, ["synth", *arguments], prog_name="tanlu")


def test_json_says_what_was_made(tmp_path):
    done = call(str(tmp_path / "p"), *SMALL, "--json")
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert record["tables"]["channels"] == 61
    assert record["readings"] > 60 * 8000
    assert sum(record["faults"].values()) == len(
        (tmp_path / "p" / "readings" / "truth.csv").read_text("utf-8").splitlines()[1:]
    )


def test_a_folder_that_holds_a_park_is_left_alone(tmp_path):
    folder = str(tmp_path / "p")
    assert call(folder, *SMALL, "--no-faults").exit_code == 0
    again = call(folder, *SMALL)
    assert again.exit_code == 2
    assert "holds readings already" in again.output


def test_too_small_a_park_says_how_large_it_must_be(tmp_path):
    done = call(str(tmp_path / "p"), "--enterprises", "5", "--meters", "10", "--lang", "zh")
    assert done.exit_code == 2
    assert "至少 8 家企业" in done.output
    assert not (tmp_path / "p").exists()
