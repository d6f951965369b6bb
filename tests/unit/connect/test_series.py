"""Plain tables of columns: a fault names the row that a spreadsheet shows."""

import pytest

from tanlu.connect.series import numbers, read_columns
from tanlu.errors import InputError


def test_blank_lines_do_not_move_the_numbers_of_rows(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a;b\n1;2\n\n3;broken\n", "utf-8")
    table = read_columns(path)
    with pytest.raises(InputError) as caught:
        numbers(table, ["a", "b"])
    (fault,) = caught.value.faults
    assert (fault.place.row, fault.place.column) == (4, "b")


def test_a_row_of_another_width_is_refused_at_its_number(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n\n1,2,3\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_columns(path)
    assert [(f.code, f.place.row) for f in caught.value.faults] == [("series_width", 3)]
