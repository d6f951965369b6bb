"""Parks broken on purpose: each is the minimal park with one thing wrong."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from tanlu.connect.folder import read_folder, write_folder
from tanlu.connect.workbook_write import write_workbook
from tanlu.model.table import tables
from tanlu.workflow.open import bundled

Build = Callable[[Path], Path]


def minimal(folder: Path) -> Path:
    """The minimal park as a folder."""
    write_folder(read_folder(bundled("minimal")), folder / "park")
    return folder / "park"


def workbook(folder: Path) -> Path:
    """The minimal park as a workbook."""
    write_workbook(read_folder(bundled("minimal")), folder / "park.xlsx")
    return folder / "park.xlsx"


def cell(table: str, row: int, column: str, text: str) -> Build:
    """One cell of a CSV file changed; `row` counts as a spreadsheet does."""

    def build(folder: Path) -> Path:
        park = minimal(folder)
        file = park / f"{table}.csv"
        lines = list(csv.reader(file.read_text("utf-8").splitlines()))
        lines[row - 1][lines[0].index(column)] = text
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(lines)
        return park

    return build


def row(table: str, **cells: str) -> Build:
    """A row added to a CSV file, which is made when there is none."""

    def build(folder: Path) -> Path:
        park = minimal(folder)
        file = park / f"{table}.csv"
        columns = list(tables()[table].fields)
        with file.open("a", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            if out.tell() == 0:
                writer.writerow(columns)
            writer.writerow([cells.get(name, "") for name in columns])
        return park

    return build


def factor(**cells: str) -> Build:
    """An own factor of natural gas, otherwise in order."""
    good = {
        "factor_id": "own", "subject": "natural_gas", "quantity": "oxidised", "value": "0.98",
        "unit": "1", "from_on": "2021-01-01", "kind": "stated", "cite": "wang2024#table-5",
    }  # fmt: skip
    return row("factors", **(good | cells))


def card(old: str, new: str) -> Build:
    """The card with a text exchanged."""

    def build(folder: Path) -> Path:
        park = minimal(folder)
        text = (park / "park.yaml").read_text("utf-8")
        assert old in text
        (park / "park.yaml").write_text(text.replace(old, new), "utf-8")
        return park

    return build


def file(name: str, change: Callable[[bytes], bytes]) -> Build:
    """A file of the folder with its bytes changed."""

    def build(folder: Path) -> Path:
        park = minimal(folder)
        path = park / name
        path.write_bytes(change(path.read_bytes() if path.exists() else b""))
        return park

    return build


def sheets(change: Callable[[openpyxl.Workbook], None]) -> Build:
    """A workbook changed as a spreadsheet program would change it."""

    def build(folder: Path) -> Path:
        path = workbook(folder)
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        return path

    return build


def raw(name: str, data: bytes | Callable[[Path], bytes]) -> Build:
    """A single file of any content."""

    def build(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data(folder))
        return path

    return build


def part(name: str, make: Callable[[], bytes]) -> Build:
    """A workbook with one of its parts exchanged."""

    def build(folder: Path) -> Path:
        whole = workbook(folder)
        path = folder / "other.xlsx"
        with (
            zipfile.ZipFile(whole) as old,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
        ):
            for entry in old.namelist():
                new.writestr(entry, make() if entry == name else old.read(entry))
        return path

    return build


def archive(**entries: bytes) -> Build:
    """A .zip of the minimal park's files and more."""

    def build(folder: Path) -> Path:
        path = folder / "park.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for source in minimal(folder).iterdir():
                packed.write(source, source.name)
            for name, data in entries.items():
                packed.writestr(name, data)
        return path

    return build
