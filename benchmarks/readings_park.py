"""An invented park with a year of readings, for benchmarks and tests: made once, then kept.

`park_days` gives the day rows of a year, month after month, without any store;
`make_park` gives the folder of a whole park with its readings, `open_park` its
store. Sizes that are of use: SMALL for tests, TENTH for peers that are
slow, WHOLE for the figures of the notes.
"""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from tanlu.catalog.load import load_catalog
from tanlu.measure.readings.channels import channels_of
from tanlu.store.readings import Readings, open_readings
from tanlu.workflow.open import open_book
from tanlu.workflow.synth.park import plan
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.write import write_park
from tanlu.workflow.synth.year import Year

SMALL = (26, 260)
TENTH = (130, 1300)
WHOLE = (1300, 13000)
MADE = 2  # count it up when the generator makes other readings: kept parks are made again


def park_days(
    enterprises: int, meters: int, year: int = 2025, seed: int = 1
) -> Iterator[tuple[str, pl.DataFrame]]:
    """The months of an invented park: "2025-01" and its day rows (schema `DAY`)."""
    made = Year(plan(Size(enterprises, meters, year, seed)))
    for month in made.months():
        days = month.days
        yield f"{days['day'][0]:%Y-%m}", days


def make_park(folder: Path | None, enterprises: int, meters: int, year: int = 2025) -> Path:
    """The folder of an invented park, tables and readings; made when it is not there yet.

    Args:
        folder: Where parks are kept; a folder for temporary files when None.
        enterprises: How many enterprises.
        meters: How many meters.
        year: Which year.
    """
    home = folder or Path(tempfile.gettempdir()) / "tanlu-bench"
    park = home / f"park-{MADE}-{enterprises}-{meters}-{year}"
    if not park.exists():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as half:
            made = write_park(Path(half) / "park", Size(enterprises, meters, year)).folder
            with contextlib.suppress(FileExistsError, OSError):  # another one was quicker
                made.rename(park)
    return park


def open_park(park: Path) -> Readings:
    """The readings store of a park that `make_park` made."""
    book = open_book(park)
    channels = channels_of(book, load_catalog())
    return open_readings(park / "readings", book.park.park_id, book.park.time_zone, channels)
