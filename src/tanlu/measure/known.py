"""What a park's rows may refer to: its members, channels, documents, scenarios."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Method
from tanlu.measure.page import Page
from tanlu.model.book import PARK, WORLD

MOST_LEVELS = 20  # park, enterprise, plant, hall, line: nobody has more than a handful


@dataclass(slots=True)
class Known:
    """The names that rows may use, and what is known about them.

    `systems` and `parents` are by member; `channels` holds each channel's carrier.
    """

    catalog: Catalog
    park_id: str
    keys: Mapping[str, frozenset[str]]
    parents: dict[str, str] = field(default_factory=dict)
    systems: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    method: Method | None = None

    def member(self, text: str | None) -> str:
        """The member that a cell means; blank and `park` mean the park itself.

        Example:
            >>> from tanlu.catalog.load import load_catalog
            >>> Known(load_catalog(), "ganzhou", {}).member("park")
            'ganzhou'
        """
        return self.park_id if text in (None, PARK) else str(text)

    def has_document(self, citation: str) -> bool:
        """Whether a document is in the catalogue or among the park's own."""
        return citation in self.catalog.citations or citation in self.keys["citations"]

    def system(self, member: str | None) -> str | None:
        """A member's system, or the nearest above it that has one."""
        for _ in range(MOST_LEVELS):  # ownership that goes in circles is a fault of its own
            if member is None or member == WORLD:
                return None
            if member in self.systems:
                return self.systems[member]
            member = self.parents.get(member)
        return None


def known_names(catalog: Catalog, park_id: str, pages: Mapping[str, Page]) -> Known:
    """Collect the names of all tables, before any row is judged.

    Args:
        catalog: The rules.
        park_id: The park's own code.
        pages: All tables, as read.

    Returns:
        The names; members' parents and systems included.
    """
    keys = {
        name: frozenset(v for v in page.columns[page.table.id_field] if v is not None)
        for name, page in pages.items()
    }
    known = Known(catalog, park_id, keys)
    for member, parent, system in pages["members"].rows("member_id", "parent_id", "system"):
        known.parents[member] = known.member(parent)
        if system:
            known.systems[member] = system
    return known
