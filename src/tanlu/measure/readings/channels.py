"""The table of channels as a park wrote it to channels with every blank filled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tanlu.catalog.content import Catalog
from tanlu.model.book import Book
from tanlu.model.channel import Channel, Kind, MeterEvent
from tanlu.types import Text

_INTERVAL_MINUTES = 15
_BURNED = {"fuel": "combustion", "process": "process"}


def channels_of(book: Book, catalog: Catalog) -> dict[str, Channel]:
    """The channels of a park.

    Args:
        book: The checked park.
        catalog: The rules, for what a carrier is.

    Returns:
        Channel id to channel: kind, grid, role and system filled by the rules
        that the columns' help states.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> from tanlu.measure.border import check
        >>> from tanlu.model.book import Draft, Row, Sheet
        >>> card = {"park_id": "p", "name_en": "P", "name_zh": "园", "place": "CN",
        ...     "method": "wang2024", "gwp_set": "AR5"}
        >>> cells = {"channel_id": "m", "carrier": "electricity", "unit": "kWh"}
        >>> draft = Draft(card, {"channels": Sheet("channels", [Row(2, cells)])})
        >>> found = channels_of(check(draft, load_catalog()), load_catalog())["m"]
        >>> found.kind, found.minutes, found.role, found.member_id
        ('interval', 15, 'supply', 'p')
    """
    systems = _systems(book)
    events = events_of(book)
    return {
        row["channel_id"]: _channel(row, catalog, systems, events.get(row["channel_id"], ()))
        for row in book.table("channels").iter_rows(named=True)
    }


def _channel(
    row: Mapping[str, Any],
    catalog: Catalog,
    systems: Mapping[str, str],
    events: tuple[MeterEvent, ...],
) -> Channel:
    kind: Kind = row["kind"] or "interval"
    usual = _INTERVAL_MINUTES if kind == "interval" else 0
    return Channel(
        channel_id=row["channel_id"],
        unit=row["unit"],
        kind=kind,
        minutes=row["minutes"] or usual,
        multiplier=1.0 if row["multiplier"] is None else row["multiplier"],
        carrier=row["carrier"] or "",
        member_id=row["member_id"] or "",
        system=row["system"] or systems.get(row["member_id"] or "", ""),
        parent_id=row["parent_id"] or "",
        role=row["role"] or _role(row, catalog),
        formula=row["formula"] or "",
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        register_max=row["register_max"],
        least=row["least"],
        most=row["most"],
        tariff_id=row["tariff_id"] or "",
        factor_channel=row["factor_channel"] or "",
        name=Text(row["name_en"] or row["channel_id"], row["name_zh"] or row["channel_id"]),
        meter_class=row["meter_class"],
        events=events,
    )


def _role(row: Mapping[str, Any], catalog: Catalog) -> Any:  # noqa: ANN401 - one of the roles
    carrier = catalog.carriers.get(row["carrier"] or "")
    if row["parent_id"] or carrier is None:
        return "check"  # its use is within its parent's, or nobody knows of what it is
    return _BURNED.get(carrier.kind, "supply")


def _systems(book: Book) -> dict[str, str]:
    rows = book.table("members").select("member_id", "parent_id", "system").iter_rows()
    above: dict[str, tuple[str | None, str | None]] = {m: (p, s) for m, p, s in rows}
    found = {}
    for member in above:
        at: str | None = member
        for _ in range(len(above)):
            if at not in above:
                break
            parent, system = above[at]
            if system:
                found[member] = system
                break
            at = parent
    return found


def events_of(book: Book) -> dict[str, tuple[MeterEvent, ...]]:
    """What happened to the meters of a park, by channel, in time.

    Args:
        book: The checked park.

    Returns:
        Channel id to its events; instants are zone-aware.
    """
    zone = ZoneInfo(book.park.time_zone)
    found: dict[str, list[MeterEvent]] = {}
    for row in book.table("meter_events").iter_rows(named=True):
        event = MeterEvent(
            row["event_id"], row["channel_id"], _moment(row["at"], zone), row["kind"],
            row["last_value"], row["first_value"], row["multiplier"],
        )  # fmt: skip
        found.setdefault(event.channel_id, []).append(event)
    return {channel: tuple(sorted(rows, key=lambda e: e.at)) for channel, rows in found.items()}


def _moment(text: str, zone: ZoneInfo) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=zone)
