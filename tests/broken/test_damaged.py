"""Files damaged at random: whatever is left of them, the answer is a message."""

import random
import zipfile

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import read_folder
from tanlu.connect.park import load_park, save_park
from tanlu.errors import InputError
from tanlu.workflow.open import bundled

ROUNDS = 60


def damaged(data: bytes, chance: random.Random) -> bytes:
    bytes_ = bytearray(data)
    for _ in range(chance.choice([1, 2, 5, 20])):
        at = chance.randrange(len(bytes_))
        kind = chance.random()
        if kind < 0.4:
            bytes_[at] = chance.randrange(256)
        elif kind < 0.7:
            del bytes_[at : at + chance.randrange(1, 50)]
        else:
            bytes_[at:at] = chance.randbytes(chance.randrange(1, 9))
    return bytes(bytes_)


def answer(path) -> str:
    try:
        load_park(path, load_catalog())
    except InputError as error:
        return error.text("en") and error.text("zh")
    return "fine"


@pytest.mark.parametrize("ending", ["xlsx", "zip"])
def test_damaged_files(ending, tmp_path):
    chance = random.Random(7)  # noqa: S311 - a seed, not a secret
    save_park(read_folder(bundled("minimal")), tmp_path / f"good.{ending}")
    good = (tmp_path / f"good.{ending}").read_bytes()
    bad = tmp_path / f"bad.{ending}"
    for _ in range(ROUNDS):
        bad.write_bytes(damaged(good, chance))
        assert answer(bad)


def test_damaged_parts(tmp_path):
    chance = random.Random(7)  # noqa: S311 - a seed, not a secret
    save_park(read_folder(bundled("minimal")), tmp_path / "good.xlsx")
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(tmp_path / "good.xlsx") as good:
        names = good.namelist()
        for _ in range(ROUNDS):
            victim = chance.choice(names)
            with zipfile.ZipFile(bad, "w") as packed:
                for name in names:
                    data = good.read(name)
                    packed.writestr(name, damaged(data, chance) if name == victim else data)
            assert answer(bad)


def test_damaged_folders(tmp_path):
    chance = random.Random(7)  # noqa: S311 - a seed, not a secret
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        save_park(read_folder(bundled("minimal")), folder)
        victim = chance.choice(sorted(folder.iterdir()))
        victim.write_bytes(damaged(victim.read_bytes(), chance))
        assert answer(folder)
