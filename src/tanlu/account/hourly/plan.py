"""A park's channels booked, and each given the source of its factors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tanlu.account.choose import Chooser
from tanlu.account.hourly.booking import book_channel, booking_of
from tanlu.account.hourly.profile import fits
from tanlu.account.hourly.unit_factor import ask_of, lacking, steps_of
from tanlu.catalog.content import Catalog
from tanlu.catalog.overlay import ancestry, own_factors
from tanlu.catalog.resolve import Resolver
from tanlu.errors import Fault, Place
from tanlu.model.book import Book
from tanlu.model.channel import Channel, per_hour
from tanlu.model.hourly import Booked, Plan, Reason, Source, Step

_PREPARED = ("batches", "parts", "mass_balance", "cems", "stocks")
Key = tuple[str, str, tuple[str, ...], str, str, bool, str]


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are asked for: from `start` up to, not including, `end`."""

    start: date
    end: date


def plan_of(
    book: Book, channels: Mapping[str, Channel], catalog: Catalog, span: Span
) -> tuple[Plan, list[Fault]]:
    """How a park's readings are accounted.

    Args:
        book: The checked park.
        channels: Its channels, blanks filled.
        catalog: The rules.
        span: The days that are asked for.

    Returns:
        The plan, and warnings: factors that are missing (their emissions are absent, not
        zero), tables that hourly accounts do not look into.
    """
    chains = ancestry(book.table("members"), book.park.park_id)
    chooser = chooser_of(book, catalog)
    booking = booking_of(book, channels, catalog, chains)
    found = {name: book_channel(channel, booking) for name, channel in channels.items()}
    keys: dict[Key, int] = {}
    sources: list[Source] = []
    faults = _unprepared(book, found)
    booked = {}
    for name, one in found.items():
        if not isinstance(one, Booked):
            continue
        key = _key(one, chooser, chains)
        if key not in keys:
            faults += _unfit(one.channel, channels, _place(book, name))
            keys[key] = len(sources)
            sources.append(_source(key, one, chooser, span, _place(book, name), faults))
        booked[name] = replace(one, source=keys[key])
    left = {name: one for name, one in found.items() if not isinstance(one, Booked)}
    return Plan(booked, left, tuple(sources), catalog.digest), faults


def chooser_of(book: Book, catalog: Catalog) -> Chooser:
    """The ledger's chooser of a park, without what its batches of fuel say."""
    method = catalog.method(book.park.method)
    resolver = Resolver(catalog, method, own_factors(book))
    return Chooser(resolver, catalog.carriers, catalog.gwp[book.park.gwp_set], book.park.place)


def _key(one: Booked, chooser: Chooser, chains: Mapping[str, tuple[str, ...]]) -> Key:
    # a member or giver is part of the key only where a factor of its own may be taken
    owners = {f.member_id for f in chooser.resolver.own if f.member_id}
    sellers = {f.supplier_id for f in chooser.resolver.own if f.supplier_id}
    chain = chains.get(one.channel.member_id, (one.channel.member_id,))
    receives = one.side != "export"
    return (
        one.channel.carrier,
        per_hour(one.channel.unit),
        chain if receives and not owners.isdisjoint(chain) else (),
        one.giver if one.giver in sellers else "",
        "generation" if one.channel.role == "generation" else "",
        one.scope == 1,
        one.channel.factor_channel,
    )


def _source(
    key: Key, one: Booked, chooser: Chooser, span: Span, where: Place, faults: list[Fault]
) -> Source:
    carrier = chooser.carriers[one.channel.carrier]
    ask = ask_of(one, span.start, key[2], carrier)
    steps = tuple(_merged(steps_of(ask, chooser, span.start, span.end, where)))
    for step in steps:
        if step.co2_t is None:
            kind = replace(ask.kind, on=step.from_on)
            faults += [_told(f) for f in lacking(replace(ask, kind=kind), chooser, where)]
    written = ask.kind.unit or carrier.unit
    return Source(carrier.carrier_id, key[1], steps, key[6], ask.amount, written)


def _unfit(channel: Channel, channels: Mapping[str, Channel], place: Place) -> list[Fault]:
    factor = channels.get(channel.factor_channel)
    if factor is None or fits(factor.unit, per_hour(channel.unit)):
        return []
    params = {"channel": factor.channel_id, "unit": factor.unit, "of": per_hour(channel.unit)}
    return [Fault("hourly_factor_unit", place, params)]


def _merged(steps: Iterator[Step]) -> Iterator[Step]:
    last: Step | None = None
    for step in steps:
        if last is None or _values(step) != _values(last):
            yield step
            last = step


def _values(step: Step) -> tuple[object, ...]:
    names = tuple(f.factor.factor_id for c in step.choices for f in c.factors.values())
    return (step.co2_t, step.biogenic_t, names)


def _told(fault: Fault) -> Fault:
    # one channel without a factor does not hide the others: its emissions stay absent
    return replace(fault, code="hourly_no_factor") if fault.code == "no_factor" else fault


def _place(book: Book, channel: str) -> Place:
    sheet = book.draft.sheet("channels")
    rows = (row.number for row in sheet.rows if row.cells.get("channel_id") == channel)
    return sheet.place(next(rows, None), "carrier")


def _unprepared(book: Book, found: Mapping[str, Booked | Reason]) -> list[Fault]:
    burns = any(isinstance(one, Booked) and one.scope == 1 for one in found.values())
    tables = [name for name in _PREPARED if name in book.tables and book.table(name).height]
    if not (burns and tables):
        return []
    return [Fault("hourly_not_prepared", params={"tables": ", ".join(tables)})]
