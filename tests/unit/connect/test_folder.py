import errno
from pathlib import Path

import pytest
from click.testing import CliRunner

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.connect.card import read_card, write_card
from tanlu.connect.folder import read_folder, write_folder
from tanlu.connect.heading import find_heading, find_table
from tanlu.connect.park import save_park
from tanlu.connect.whole import write_file
from tanlu.errors import InputError, Place
from tanlu.measure.border import check
from tanlu.model.book import Draft
from tanlu.model.table import tables
from tanlu.workflow.open import bundled


@pytest.fixture
def draft():
    return read_folder(bundled("minimal"))


@pytest.fixture
def park(draft, tmp_path):
    write_folder(draft, tmp_path / "park")
    return tmp_path / "park"


def recoded(park, name, change):
    text = (park / name).read_text("utf-8")
    (park / name).write_bytes(change(text))
    return read_folder(park)


def same(one, other):
    books = [check(Draft(each.card, each.sheets), load_catalog()) for each in (one, other)]
    return all(books[0].table(name).equals(books[1].table(name)) for name in tables())


@pytest.mark.parametrize(
    ("change", "warnings"),
    [
        (lambda text: text.encode("utf-8-sig"), []),
        (lambda text: text.replace("\n", "\r\n").encode(), []),
        (lambda text: text.encode("gbk"), ["guessed_encoding"]),
        (lambda text: text.replace(",", ";").encode(), ["guessed_separator"]),
        (
            lambda text: text.replace(",", "\t").encode("gb18030"),
            ["guessed_encoding", "guessed_separator"],
        ),
        (lambda text: ("\n" + text.replace("\n", "\n,,,,,,\n")).encode(), []),
    ],
)  # fmt: skip
def test_files_as_spreadsheet_programs_write_them(draft, park, change, warnings):
    read = recoded(park, "members.csv", change)
    assert [fault.code for fault in read.warnings] == warnings
    cells = [row.cells for row in read.sheet("members").rows]
    assert cells == [row.cells for row in draft.sheet("members").rows]


@pytest.mark.parametrize("style", ["en", "zh", "zh / en", "en|zh", "code zh", "UPPER"])
def test_headings_in_every_style(draft, park, style):
    def head(code, field):
        ways = {
            "en": field.label.en, "zh": field.label.zh, "UPPER": f" {code.upper()} *",
            "zh / en": f"{field.label.zh} / {field.label.en}",
            "code zh": f"{code} {field.label.zh}",
            "en|zh": f"{field.label.en} | {field.label.zh}",
        }  # fmt: skip
        return ways[style]

    for name in draft.sheets:
        heads = [head(code, field) for code, field in tables()[name].fields.items()]
        body = (park / f"{name}.csv").read_text("utf-8").partition("\n")[2]
        (park / f"{name}.csv").write_text(",".join(heads) + "\n" + body, "utf-8")
    assert same(read_folder(park), draft)


def test_headings_are_told_apart_within_a_table():
    for name, table in tables().items():
        for code, field in table.fields.items():
            assert find_heading(name, field.label.en) == code
            assert find_heading(name, field.label.zh) == code
        assert find_table(name) == find_table(table.label.zh) == find_table(table.label.en) == name


def test_strangers_are_named_and_left_alone(draft, park):
    (park / "README.md").write_text("mine", "utf-8")
    (park / ".hidden").write_text("x", "utf-8")
    assert [fault.place.file for fault in read_folder(park).warnings] == ["README.md"]
    write_folder(draft, park, force=True)
    assert (park / "README.md").read_text("utf-8") == "mine"


def test_a_table_that_lost_its_rows_loses_its_file(draft, park):
    fewer = {name: sheet for name, sheet in draft.sheets.items() if name != "indicators"}
    write_folder(Draft(draft.card, fewer), park, force=True)
    assert not (park / "indicators.csv").exists()


def test_nothing_is_replaced_unasked(draft, park):
    for target in (park, park / "park.yaml"):
        with pytest.raises(InputError) as raised:
            write_folder(draft, target)
        assert raised.value.faults[0].code == "already_there"


def test_a_full_disk_leaves_what_was_there(draft, park, monkeypatch):
    before = {path.name: path.read_bytes() for path in park.iterdir()}

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(InputError) as raised:
        write_folder(draft, park, force=True)
    assert raised.value.faults[0].code == "cannot_write"
    assert {path.name: path.read_bytes() for path in park.iterdir()} == before
    assert [path.name for path in park.parent.iterdir()] == ["park"]


def test_a_crash_half_way_leaves_no_file(tmp_path):
    def crash(path):
        path.write_text("half", "utf-8")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_file(tmp_path / "out.xlsx", crash)
    assert not list(tmp_path.iterdir())


def test_links_are_not_written_through(draft, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(InputError):
        save_park(draft, tmp_path / "link", force=True)
    assert not list((tmp_path / "real").iterdir())


@pytest.mark.parametrize(
    "value",
    ["", "~", "null", "yes", "2022-01-01", "1e5", "a: b", "# no", "- x", "'", '"', "a\nb", " a ",
     "赣州", "{a}", "*a", "&a", "!a", "%", "@x", "`", "x" * 300, "\\", "a\n", "\n", "😀"],
)  # fmt: skip
def test_a_card_keeps_every_text(value):
    card = {"park_id": "p", "note": value}
    assert read_card(write_card(card), Place("park.yaml")) == card


def test_init_import_export_check(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments, code=0):
        result = CliRunner().invoke(tanlu, list(arguments))
        assert result.exit_code == code, result.output
        return result

    run("init", "mine")
    run("init", "mine", code=2)
    run("init", "mine", "--force")
    run("init", "gz", "--example", "ganzhou")
    assert "0 条警告" in run("check", "mine", "--lang", "zh").output
    run("export", "mine", "mine.xlsx")
    run("export", "mine", "mine.xlsx", code=2)
    run("export", "mine", "mine.zip")
    run("import", "mine.xlsx", "again")
    run("import", "mine.zip", "again", code=2)
    run("import", "mine.zip", "again", "--force")
    for name in ("park.yaml", "activities.csv", "flows.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "mine" / name).read_bytes()
    assert '"ok": true' in run("check", "again", "--json").output
