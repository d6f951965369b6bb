"""What is wrong with one cell, before anybody knows where the cell stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tanlu.errors import Fault, Place


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault without a place: its code and particulars.

    Example:
        >>> Flaw("unknown_unit", {"unit": "kx"}).at(Place("flows.csv", row=2)).place.row
        2
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def at(self, place: Place) -> Fault:
        """The fault, once the place is known."""
        return Fault(self.code, place, dict(self.params))
