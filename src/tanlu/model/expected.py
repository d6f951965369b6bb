"""What one expects in a park: streams to ask for, and the schemes that grade data."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.model.systems import Sign
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Expected:
    """A stream that is asked for until there is a record, or a decision with a reason."""

    code: str
    system: str
    scope: int
    level: str
    emits: bool
    label: Text
    question: Text
    cite: str
    sectors: tuple[str, ...]
    assets: tuple[str, ...]
    tell: tuple[Sign, ...]

    def concerns(self, sector: str | None) -> bool:
        """Whether a sector is one that has this stream; unknown sectors are not asked.

        Example:
            >>> one = Expected("x", "production", 1, "each", True, Text("", ""), Text("", ""),
            ...     "", ("C301",), (), ())
            >>> one.concerns("C3011"), one.concerns("C30"), one.concerns("C39"), one.concerns(None)
            (True, True, False, False)
        """
        if not self.sectors:
            return True
        if not sector:
            return False
        return any(sector.startswith(s) or s.startswith(sector) for s in self.sectors)


@dataclass(frozen=True, slots=True)
class Level:
    """One score of a criterion, in words; `below` bounds the number that it is read from."""

    score: int
    says: Text
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """What data are graded on: its levels, and which codes lead to which score."""

    code: str
    label: Text
    levels: Mapping[int, Level]
    scores: Mapping[str, int]
    unknown: int

    def of_code(self, code: str) -> int:
        """The score that a code leads to."""
        return self.scores.get(code, self.unknown)

    def of_number(self, value: float | None) -> int:
        """The score of a number by the bounds of the levels; unknown where there is none."""
        if value is None:
            return self.unknown
        for level in sorted(self.levels.values(), key=lambda each: each.score):
            if level.below is not None and value < level.below:
                return level.score
        return max(self.levels)


@dataclass(frozen=True, slots=True)
class Band:
    """A range of grades with a name."""

    code: str
    label: Text
    below: float


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of data-quality grades: 1 is best, 5 is worst."""

    scheme_id: str
    label: Text
    cite: str
    status: str
    note: Text
    activity: Mapping[str, Criterion]
    factor: Mapping[str, Criterion]
    groups: tuple[str, ...]
    bands: tuple[Band, ...]

    def band(self, grade: float) -> Band:
        """The named range that a grade lies in."""
        return next((band for band in self.bands if grade < band.below), self.bands[-1])
