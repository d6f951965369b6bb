"""The market-based view of purchased power, beside the location-based one (R3, R8, R9).

Own plants and proven direct lines first, then certificates cancelled for the user and
year, then the supplier's factor, then the residual mix or what the method names for it.
Method: [ghgp.scope2.2015] chapter 6.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from tanlu.account.choose import origin_factor
from tanlu.account.claim import DIRECT, THROUGH_GRID, claims_of, holdings_of, origins_of, sold_of
from tanlu.account.cover import Cover, Supply, allocate, carry_up
from tanlu.account.purchased import market_co2
from tanlu.account.rest import Rest
from tanlu.account.storage import stored_emission
from tanlu.account.uncovered import uncovered_lines
from tanlu.catalog.resolve import Resolver
from tanlu.errors import Fault, Place
from tanlu.model.book import WORLD, Book
from tanlu.model.factor import Factor
from tanlu.model.inventory import RENEWABLE, STORAGE, Choice
from tanlu.model.market import MARKET_SCHEMA, USE_SCHEMA, Market

_COLUMNS = (
    "line_id", "from_id", "to_id", "carrier", "origin", "start", "year", "amount", "co2_t",
    "choice",
)  # fmt: skip
_ROUNDING = 1e-9
Row = dict[str, Any]


@dataclass(slots=True)
class _Pages:
    """What is filled while years are read."""

    rest: Rest
    instruments: Mapping[str, Factor]
    lines: list[Row] = field(default_factory=list)
    uses: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def warn(self, code: str, table: str, **params: object) -> None:
        self.faults.append(Fault(code, Place(f"{table}.csv"), params))


def market(
    lines: pl.DataFrame, choices: Sequence[Choice], book: Book, resolver: Resolver,
    chains: Mapping[str, tuple[str, ...]],
) -> Market:  # fmt: skip
    """What each line of purchased power carries in the market-based view.

    Args:
        lines: All lines of the park.
        choices: What each took in the location-based view.
        book: The park, for its certificates.
        resolver: The method, the catalogue and the park's own factors.
        chains: For each member, itself and what it belongs to.

    Returns:
        Lines with market-based CO2 [t], null where no residual mix is known;
        uses and surplus of certificates; what is odd, as warnings.
    """
    catalog = resolver.catalog
    behind = {name: origin_factor(catalog, o) for name, o in origins_of(book).items()}
    power = [c for c, carrier in catalog.carriers.items() if carrier.kind == "power"]
    bought = lines.filter(
        pl.col("scope") == 2, pl.col("carrier").is_in(power), pl.col("gas") == "co2"
    )
    pages = _Pages(Rest(resolver, book.park.place), behind)
    frames = []
    for (year,), group in bought.select(_COLUMNS).group_by(["year"], maintain_order=True):
        if book.table("certificates").is_empty() and group["origin"].null_count() == len(group):
            frames.append(_uncovered(int(str(year)), group, choices, pages))
            continue
        rows = [_read(row, choices) for row in group.iter_rows(named=True)]
        _year(int(str(year)), rows, book, chains, pages)
    return Market(
        pl.concat([pl.DataFrame(pages.lines, schema=MARKET_SCHEMA), *frames]),
        pl.DataFrame(pages.uses, schema=USE_SCHEMA),
        _holdings(book, pages),
        tuple(pages.rest.factors),
        tuple(pages.faults),
    )


def _uncovered(
    year: int, group: pl.DataFrame, choices: Sequence[Choice], pages: _Pages
) -> pl.DataFrame:
    found = uncovered_lines(group, choices, pages.rest)
    is_open = found["market_t"].is_null()
    outside = group.filter(pl.col("from_id") == WORLD)["choice"].unique()
    by_supplier = any(choices[c].factors["emission"].found == "supplier" for c in outside)
    _tell(year, pages, float(found.filter(is_open)["rest_mwh"].sum()), 0.0, by_supplier=by_supplier)
    return found


def _read(row: Row, choices: Sequence[Choice]) -> Row:
    origin, is_outside = row["origin"], row["from_id"] == WORLD
    kind = "plain"  # through the grid, or passed on by a member
    if origin == STORAGE:
        kind = "stored"
    elif origin in RENEWABLE:
        kind = "direct" if is_outside else "own"
    elif origin == "chp" and not is_outside:
        kind = "shared"
    return {**row, "kind": kind, "emission": choices[row["choice"]].factors["emission"]}


def _year(
    year: int, rows: Sequence[Row], book: Book, chains: Mapping[str, tuple[str, ...]], pages: _Pages
) -> None:
    covers: dict[str, Cover] = {}
    for kind, kinds in (("plain", THROUGH_GRID), ("direct", DIRECT)):
        group = [row for row in rows if row["kind"] == kind]
        users = allocate(_loads(group), claims_of(book, year, kinds), chains)
        carried, circle = carry_up([_supply(r) for r in group if r["to_id"] != WORLD], users)
        covers |= carried
        pages.uses += _uses(users, carried)
        if circle and any(users.values()):
            pages.warn("power_in_circles", "flows", year=year, members=", ".join(circle))
    sold = _sold_shares(rows, sold_of(book, year))
    found = {
        row["line_id"]: _line(row, covers.get(row["line_id"], {}), sold, pages)
        for row in rows if row["kind"] != "stored"
    }  # fmt: skip
    found |= _stored(rows, found)
    pages.lines += found.values()
    _judge(year, rows, found, pages)


def _loads(rows: Sequence[Row]) -> dict[str, float]:
    # what a member passes on is its receiver's load
    loads: dict[str, float] = {}
    for row in rows:
        for member, sign in ((row["to_id"], 1.0), (row["from_id"], -1.0)):
            if member != WORLD:
                loads[member] = loads.get(member, 0.0) + sign * row["amount"]
    return loads


def _supply(row: Row) -> Supply:
    return Supply(row["line_id"], row["from_id"], row["to_id"], row["amount"])


def _uses(users: Mapping[str, Cover], carried: Mapping[str, Cover]) -> list[Row]:
    by_user = [(user, None, cover) for user, cover in users.items()]
    by_line = [(None, line, cover) for line, cover in carried.items()]
    return [
        {"certificate_id": name, "member_id": user, "line_id": line, "mwh": mwh}
        for user, line, cover in (*by_user, *by_line)
        for name, mwh in cover.items()
    ]


def _sold_shares(rows: Sequence[Row], sold: Mapping[str, float]) -> dict[str, float]:
    # certificates are sold with what is sent out; only more than that takes it from own use (R8)
    sent: dict[str, float] = {}
    kept: dict[str, float] = {}
    for row in (r for r in rows if r["kind"] == "own"):
        side = sent if row["to_id"] == WORLD else kept
        side[row["from_id"]] = side.get(row["from_id"], 0.0) + row["amount"]
    return {
        plant: min(max(mwh - sent.get(plant, 0.0), 0.0) / kept[plant], 1.0)
        for plant, mwh in sold.items()
        if kept.get(plant)
    }


def _line(row: Row, cover: Cover, sold: Mapping[str, float], pages: _Pages) -> Row:
    amount = row["amount"]
    covered = min(sum(cover.values()), amount)
    # what own plants send out is no use of anybody here, whoever has its certificates
    share = 0.0 if row["to_id"] == WORLD else sold.get(row["from_id"], 0.0)
    own = amount * (1.0 - share) if row["kind"] == "own" else 0.0
    rest = max(amount - covered - own, 0.0)
    rest = 0.0 if rest <= _ROUNDING * amount else rest
    index = _factor(row, pages.rest) if rest else None
    instrument_t = sum(mwh * pages.instruments[name].value for name, mwh in cover.items())
    known = index is not None or not rest
    rest_t = market_co2(rest, pages.rest.factors[index].value) if index is not None else 0.0
    return {
        "line_id": row["line_id"], "market_t": instrument_t + rest_t if known else None,
        "covered_mwh": covered, "own_mwh": own, "rest_mwh": rest, "rest": index,
        "way": row["kind"],
    }  # fmt: skip


def _factor(row: Row, rest: Rest) -> int | None:
    emission = row["emission"]
    is_contract = row["kind"] == "plain" and emission.found == "supplier"
    return (
        rest.keep(emission)
        if is_contract or row["kind"] == "shared"
        else rest.index(row["carrier"], row["start"], emission.request)
    )


def _stored(rows: Sequence[Row], found: Mapping[str, Row]) -> dict[str, Row]:
    charged: dict[str, float | None] = {}
    given: dict[str, float] = {}
    for row in rows:
        if row["kind"] == "stored":
            given[row["from_id"]] = given.get(row["from_id"], 0.0) + row["amount"]
            continue
        before, here = charged.get(row["to_id"], 0.0), found[row["line_id"]]["market_t"]
        charged[row["to_id"]] = None if before is None or here is None else before + here
    return {
        row["line_id"]: _given(row, charged.get(row["from_id"], 0.0), given[row["from_id"]])
        for row in rows
        if row["kind"] == "stored"
    }


def _given(row: Row, charged: float | None, given: float) -> Row:
    share = None if charged is None else stored_emission(charged, given) if given else 0.0
    return {
        "line_id": row["line_id"], "market_t": None if share is None else row["amount"] * share,
        "covered_mwh": 0.0, "own_mwh": 0.0, "rest_mwh": row["amount"], "rest": None,
        "way": "stored",
    }  # fmt: skip


def _judge(year: int, rows: Sequence[Row], found: Mapping[str, Row], pages: _Pages) -> None:
    open_mwh = sum(f["rest_mwh"] for f in found.values() if f["market_t"] is None)
    unproven = sum(found[r["line_id"]]["rest_mwh"] for r in rows if r["kind"] == "direct")
    by_supplier = any(
        r["kind"] == "plain" and r["from_id"] == WORLD and r["emission"].found == "supplier"
        for r in rows
    )
    _tell(year, pages, open_mwh, unproven, by_supplier=by_supplier)


def _tell(year: int, pages: _Pages, open_mwh: float, unproven: float, *, by_supplier: bool) -> None:
    if open_mwh:
        where = {"method": pages.rest.resolver.method.method_id, "place": pages.rest.place}
        pages.warn("no_residual_mix", "flows", year=year, mwh=f"{open_mwh:,.3f}", **where)
    if unproven:
        pages.warn("direct_line_unproven", "flows", year=year, mwh=f"{unproven:,.3f}")
    if by_supplier:
        pages.warn("location_by_supplier", "factors", year=year)


def _holdings(book: Book, pages: _Pages) -> tuple[Any, ...]:
    used: dict[str, float] = {}
    for use in pages.uses:
        if use["line_id"] is None:
            used[use["certificate_id"]] = used.get(use["certificate_id"], 0.0) + use["mwh"]
    holdings = holdings_of(book, used, pages.instruments)
    for year in sorted({h.year for h in holdings if h.surplus_mwh > 0}):
        left = sum(h.surplus_mwh for h in holdings if h.year == year)
        pages.warn("certificates_surplus", "certificates", year=year, mwh=f"{left:,.3f}")
    return holdings
