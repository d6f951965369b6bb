"""The card of a park: who it is and by which rules it accounts."""

from collections.abc import Mapping
from zoneinfo import available_timezones

from tanlu.catalog.content import Catalog
from tanlu.errors import Fault, Place
from tanlu.measure.cell import Value, near, read_cell
from tanlu.measure.flaw import Flaw
from tanlu.model.book import PARK, WORLD, ZONE, Draft, Park
from tanlu.model.table import park_fields
from tanlu.types import Text


def card_place(draft: Draft, column: str = "") -> Place:
    """Where an entry of the card stands: the sheet `park`, or `park.yaml`.

    Example:
        >>> card_place(Draft({}, {}), "method").of("en")
        'park.yaml, column method'
    """
    book = next((sheet.file for sheet in draft.sheets.values() if sheet.sheet), None)
    return Place(book, PARK, None, column) if book else Place("park.yaml", column=column)


def read_card(draft: Draft, catalog: Catalog) -> tuple[Park, list[Fault]]:
    """The park's card and what is wrong with it.

    Args:
        draft: The park as written.
        catalog: The rules, for places, methods and warming potentials.

    Returns:
        The card, with blanks where an entry is faulty, and the faults.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> _, faults = read_card(Draft({"park_id": "p"}, {}), load_catalog())
        >>> {fault.code for fault in faults}
        {'missing_value'}
    """
    flaws: dict[str, Flaw] = {}
    values: dict[str, str] = {}
    for name, column in park_fields().items():
        value = read_cell(draft.card.get(name) or "", column)
        if isinstance(value, Flaw):
            flaws[name] = value
        values[name] = "" if value is None or isinstance(value, Flaw) else _plain(value)
    flaws = _rules(values, catalog) | _unknown(draft.card) | flaws
    return _park(values), [flaw.at(card_place(draft, name)) for name, flaw in flaws.items()]


def _plain(value: Value) -> str:
    return str(value)


def _park(values: Mapping[str, str]) -> Park:
    return Park(
        park_id=values["park_id"] or PARK,
        name=Text(values["name_en"], values["name_zh"]),
        place=values["place"],
        method=values["method"],
        gwp_set=values["gwp_set"],
        price_base=values["price_base"],
        note=values["note"],
        base_year=int(values["base_year"]) if values["base_year"] else None,
        base_threshold=float(values["base_threshold"]) / 100 if values["base_threshold"] else None,
        time_zone=values["time_zone"] or ZONE,
    )


def _rules(values: Mapping[str, str], catalog: Catalog) -> dict[str, Flaw]:
    flaws: dict[str, Flaw] = {}
    if values["park_id"] in (PARK, WORLD):
        flaws["park_id"] = Flaw("reserved_id", {"text": values["park_id"]})
    for name, known in (("place", catalog.places), ("method", catalog.methods)):
        value = values[name]
        if value and value not in known:
            names = near(value, known)
            flaws[name] = Flaw(f"unknown_{name}", {name: value[:80], "known": names})
    if values["time_zone"] and values["time_zone"] not in available_timezones():
        flaws["time_zone"] = Flaw("unknown_zone", {"zone": values["time_zone"][:80]})
    return flaws


def _unknown(card: Mapping[str, str]) -> dict[str, Flaw]:
    extra = [name for name in card if name not in park_fields()]
    return {
        name: Flaw("unknown_column", {"column": name[:80], "known": near(name, park_fields())})
        for name in extra
    }
