"""All that tanlu finds out about a park, in one record that statements and pages read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.catalog.content import Catalog
from tanlu.model.book import Book
from tanlu.model.driver import Decomposition, Identification
from tanlu.model.facts import Comparison, YearFacts
from tanlu.model.inventory import Inventory, Ledger
from tanlu.model.pathway import Base, Projection


@dataclass(frozen=True, slots=True)
class Findings:
    """A park's inventories, drivers and first path, computed from one version.

    `facts` are as recorded; `driver_facts` are those that the decomposition
    uses: calibrated to published totals where the park asks for it.
    `identification` is None when the park has no data for a regression;
    `base` and `projections` are empty when it has no scenarios.
    """

    book: Book
    catalog: Catalog
    ledger: Ledger
    inventories: Mapping[int, Inventory]
    facts: Mapping[int, YearFacts]
    driver_facts: Mapping[int, YearFacts]
    comparisons: Mapping[int, Comparison]
    steps: Sequence[Decomposition]
    identification: Identification | None
    base: Base | None
    projections: Sequence[Projection]
    version: int = 0

    @property
    def mass_unit(self) -> str:
        """The unit of emissions: of CO2 alone, or of all gases the method counts (R4)."""
        gases = self.catalog.method(self.book.park.method).gases
        return "t CO2" if gases == ("co2",) else "t CO2e"

    @property
    def is_calibrated(self) -> bool:
        """Whether drivers use shares calibrated to published totals."""
        return any(c.needed_share is not None for c in self.comparisons.values())
