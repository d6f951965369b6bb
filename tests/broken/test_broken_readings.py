"""Broken files of readings: a message with the way out, never a traceback, nothing loaded."""

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

MAP = "time: {column: t}\nchannels: [{id: m, column: v, unit: kWh, minutes: 15}]"
FILES = {
    "empty.csv": b"",
    "blank.csv": b"\n \n",
    "nul.csv": b"t,v\n\0\0\0\0\0\0\n",
    "letters.csv": b"\xff\xfa\x81\x20\xff\xff,\x80\x80\n" * 9,
    "other.csv": b"a,b\n1,2\n",
    "text.xlsx": b"t,v\n2025-03-01 00:00,1\n",
    "cut.xlsx": b"PK\x03\x04" + b"\0" * 200,
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cut.parquet": b"PAR1" + b"\0" * 40,
}


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "map.yaml").write_text(MAP, "utf-8")
    words = ["readings", "import", tmp_path / "p", tmp_path / name, "--map", tmp_path / "map.yaml"]
    result = CliRunner().invoke(tanlu, [*map(str, words)])
    assert result.exit_code == 2, result.output
    assert "→" in result.output
    assert not (tmp_path / "p").exists()
