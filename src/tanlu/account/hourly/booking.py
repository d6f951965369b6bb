"""Which channels are booked, to whom and in which scope, so that no use counts twice."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.account.prepare.streams import counts_stream
from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Method
from tanlu.measure.amount import carrier_target
from tanlu.measure.flaw import Flaw
from tanlu.model.book import WORLD, Book
from tanlu.model.channel import Channel, is_state, per_hour
from tanlu.model.factor import Carrier
from tanlu.model.hourly import Booked, Reason, Side

_SCOPE_1 = ("combustion", "process")


@dataclass(frozen=True, slots=True)
class Booking:
    """What booking needs to know of a park."""

    channels: Mapping[str, Channel]
    carriers: Mapping[str, Carrier]
    method: Method
    chains: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]


def booking_of(
    book: Book, channels: Mapping[str, Channel], catalog: Catalog,
    chains: Mapping[str, tuple[str, ...]],
) -> Booking:  # fmt: skip
    """What booking needs, out of a checked park."""
    kinds = dict(book.table("members").select("member_id", "kind").iter_rows())
    return Booking(channels, catalog.carriers, catalog.method(book.park.method), chains, kinds)


def book_channel(channel: Channel, booking: Booking) -> Booked | Reason:
    """A channel as the accounts see it, or why they do not.

    A channel of the role check is never booked: its use is within that of another.

    Args:
        channel: With its role filled.
        booking: The park.

    Returns:
        The channel booked, its source of factors still open.
    """
    reason = _left_out(channel, booking)
    if reason:
        return reason
    side: Side = "booked"
    if channel.role in ("export", "transfer"):
        side = "export" if channel.role == "export" else "transfer"
    is_direct = channel.role in _SCOPE_1
    return Booked(
        channel=channel,
        side=side,
        scope=1 if is_direct else 2,
        stream=channel.role if is_direct else "purchased",
        enterprise=_enterprise(channel.member_id, booking),
        giver=_giver(channel, booking),
    )


def _left_out(channel: Channel, booking: Booking) -> Reason | None:
    carrier = booking.carriers.get(channel.carrier)
    if carrier is None:
        return "no_carrier"
    if channel.role == "check":
        return "check"
    if is_state(channel.unit):
        return "state"
    if isinstance(carrier_target(per_hour(channel.unit), carrier), Flaw):
        return "unit"
    return None if _is_counted(channel, carrier, booking.method) else "not_counted"


def _is_counted(channel: Channel, carrier: Carrier, method: Method) -> bool:
    if channel.role in _SCOPE_1:
        return counts_stream(method, channel.role)
    return method.counts(f"purchased.{carrier.kind}", 2)


def _enterprise(member: str, booking: Booking) -> str:
    chain = booking.chains.get(member, (member,))
    firms = [above for above in chain if booking.kinds.get(above) == "enterprise"]
    return firms[-1] if firms else member


def _giver(channel: Channel, booking: Booking) -> str:
    if channel.role == "transfer":  # what stands behind a meter came through it
        above = booking.channels.get(channel.parent_id)
        park = next(iter(booking.chains))
        return above.member_id if above else park
    return "" if channel.role in _SCOPE_1 else WORLD
