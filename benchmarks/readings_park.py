"""An invented park with a year of readings, for benchmarks and tests: made once, then kept.

`park_days` gives the day rows of a year, month after month, without any store;
`make_park` gives the folder of a whole park. Sizes that are of use:
SMALL for tests, TENTH for peers that are slow, WHOLE for the figures of the notes.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from tanlu.connect.folder import write_folder
from tanlu.workflow.synth.park import plan
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.tables import draft
from tanlu.workflow.synth.year import Year

SMALL = (26, 260)
TENTH = (130, 1300)
WHOLE = (1300, 13000)


def park_days(
    enterprises: int, meters: int, year: int = 2025, seed: int = 1
) -> Iterator[tuple[str, pl.DataFrame]]:
    """The months of an invented park: "2025-01" and its day rows (schema `DAY`)."""
    made = Year(plan(Size(enterprises, meters, year, seed)))
    for month in made.months():
        days = month.days
        yield f"{days['day'][0]:%Y-%m}", days


def make_park(folder: Path | None, enterprises: int, meters: int, year: int = 2025) -> Path:
    """The folder of an invented park, with its tables; made when it is not there yet.

    Args:
        folder: Where parks are kept; a folder for temporary files when None.
        enterprises: How many enterprises.
        meters: How many meters.
        year: Which year.
    """
    home = folder or Path(tempfile.gettempdir()) / "tanlu-bench"
    park = home / f"park-{enterprises}-{meters}-{year}"
    if not (park / "park.yaml").exists():
        made = Year(plan(Size(enterprises, meters, year)))
        for _ in made.months():
            pass
        write_folder(draft(made.plan, made.events()), park, force=True)
    return park
