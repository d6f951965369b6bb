"""A park on paper: its card and tables, as written and as checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from tanlu.errors import Fault, Place
from tanlu.types import Text

WORLD = "world"
PARK = "park"
ZONE = "Asia/Shanghai"  # a park that names no zone lies in China

PLAIN_TABLES = frozenset(
    {"members", "channels", "activities", "flows", "indicators", "published", "scenarios",
     "assumptions", "targets", "factors", "citations"}
)  # fmt: skip
"""Tables of which it is known that a record asks for nothing but its own row, the names it
refers to and the factors: only with these may what did not change be left as it was."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as written: its number in the file and its cells by column name."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as written, and where it was read."""

    name: str
    rows: Sequence[Row] = ()
    file: str = ""
    sheet: str = ""

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Where a cell of this table stands."""
        return Place(self.file or f"{self.name}.csv", self.sheet, row, column)


@dataclass(frozen=True, slots=True)
class Draft:
    """A park as written: nothing converted, nothing judged."""

    card: Mapping[str, str]
    sheets: Mapping[str, Sheet]

    def sheet(self, name: str) -> Sheet:
        """A table as written; an empty one when the park does not have it."""
        return self.sheets.get(name, Sheet(name))


@dataclass(frozen=True, slots=True)
class Park:
    """The card of a park: who it is and by which rules it accounts."""

    park_id: str
    name: Text
    place: str
    method: str
    gwp_set: str
    price_base: str = ""
    note: str = ""
    base_year: int | None = None
    base_threshold: float | None = None
    time_zone: str = ZONE


@dataclass(frozen=True, slots=True)
class Book:
    """A checked park: typed tables in canonical units, beside the draft."""

    park: Park
    tables: Mapping[str, pl.DataFrame]
    draft: Draft
    warnings: tuple[Fault, ...] = field(default=())

    def table(self, name: str) -> pl.DataFrame:
        """A checked table; it exists, empty, even when the park left it out."""
        return self.tables[name]
