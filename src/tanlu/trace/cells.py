"""Texts of a plain table to typed records; what is wrong is kept with its row and column."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tanlu.errors import Fault
from tanlu.measure.flaw import Flaw
from tanlu.measure.number import read_number
from tanlu.model.book import Row, Sheet

_ROUNDED = 0.5  # of the last printed digit


@dataclass(frozen=True, slots=True)
class Number:
    """A number and how far rounding may have moved it."""

    value: float
    rounding: float


@dataclass
class Cells:
    """Reads the cells of a sheet, and keeps every fault."""

    sheet: Sheet
    faults: list[Fault] = field(default_factory=list)

    def columns(self, wanted: Sequence[str], allowed: Sequence[str] = ()) -> bool:
        """Whether all columns are there; those that are not, and unknown ones, are faults."""
        found = list(self.sheet.rows[0].cells) if self.sheet.rows else list(wanted)
        missing = [name for name in wanted if name not in found]
        odd = [name for name in found if name and name not in (*wanted, *allowed)]
        for name in missing:
            self.faults.append(Fault("missing_column", self.sheet.place(1, name), {"column": name}))
        for name in odd:
            params = {"column": name, "known": ", ".join([*wanted, *allowed])}
            self.faults.append(Fault("unknown_column", self.sheet.place(1, name), params))
        return not missing

    def text(self, row: Row, column: str) -> str | None:
        """A text that must be there."""
        if value := row.cells.get(column, ""):
            return value
        place = self.sheet.place(row.number, column)
        self.faults.append(Fault("missing_value", place, {"column": column}))
        return None

    def number(self, row: Row, column: str) -> Number | None:
        """A number that must be there."""
        if not (text := self.text(row, column)):
            return None
        value = read_number(text)
        if isinstance(value, Flaw):
            self.faults.append(value.at(self.sheet.place(row.number, column)))
            return None
        return Number(float(value), rounding_of(text))

    def amount(self, row: Row, column: str) -> Number | None:
        """A number that must be there and may not be negative."""
        found = self.number(row, column)
        if found is not None and found.value < 0:
            self.wrong("negative", row, column, text=row.cells[column])
            return None
        return found

    def maybe(self, row: Row, column: str) -> Number | None:
        """A number that may be left out, but may not be negative."""
        return self.amount(row, column) if row.cells.get(column, "") else None

    def wrong(self, code: str, row: Row, column: str, /, **params: object) -> None:
        """Keep a fault of a cell."""
        self.faults.append(Fault(code, self.sheet.place(row.number, column), params))


def rounding_of(text: str) -> float:
    """Half a unit of the last printed digit.

    Args:
        text: A number as written.

    Returns:
        How far the number that was rounded may be from it.

    Example:
        >>> rounding_of("117.95"), rounding_of("40"), rounding_of("1.5e3")
        (0.005, 0.5, 50.0)
    """
    digits, _, power = text.lower().partition("e")
    places = len(digits.partition(".")[2])
    return float(_ROUNDED * 10.0 ** (int(power or 0) - places))
