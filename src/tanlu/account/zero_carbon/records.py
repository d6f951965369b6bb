"""Records of indicators for a whole park: its own, or those of all its enterprises."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.account.indicator import indicator
from tanlu.model.book import Book
from tanlu.model.indicator import measures


@dataclass(frozen=True, slots=True)
class Records:
    """A park's indicator records of a year."""

    book: Book
    year: int

    def value(self, name: str) -> float | None:
        """A figure of the park, in its base unit; None when it is not whole (R1).

        Args:
            name: Code of the indicator.

        Returns:
            The park's own record; else, for what adds up, the sum over all
            enterprises when each has one.
        """
        own = indicator(self.book, self.book.park.park_id, name, self.year)
        if own is not None or not measures()[name].is_sum:
            return own
        found = self.of_members(name)
        return sum(v for v in found.values() if v is not None) if _is_whole(found) else None

    def of_members(self, name: str) -> Mapping[str, float | None]:
        """The figure of each enterprise; None where it has none."""
        members = self.book.table("members")
        rows = members.filter(members["kind"] == "enterprise")["member_id"]
        return {m: indicator(self.book, m, name, self.year) for m in rows}

    def before(self) -> "Records":
        """The records of the year before."""
        return Records(self.book, self.year - 1)


def _is_whole(found: Mapping[str, float | None]) -> bool:
    return bool(found) and all(value is not None for value in found.values())
