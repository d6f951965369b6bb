"""Who in a park owns which green kWh in which hour: plants, stores, direct lines, certificates.

What the market-based view grants for the year is laid over the hours: own plants and direct
lines as they gave, stores as they gave and as far as green power charged them in the month,
certificates evenly over the year, since none says its hour. A kWh that charges a store is not
used yet; it is owned when the store gives it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import polars as pl

from tanlu.account.cut import cells_of
from tanlu.model.book import WORLD
from tanlu.model.inventory import PRIMARY, RENEWABLE, STORAGE, Ledger
from tanlu.trace.green import KINDS, Claim, ClaimKind, GreenHours, green_hours
from tanlu.trace.loops import Values

_MADE = (*PRIMARY, "biomass", "chp")


@dataclass(frozen=True, slots=True)
class ParkGreen:
    """Hours of a park: who used how much power [MWh], and who owns what of it."""

    hours: tuple[datetime, ...]
    members: tuple[str, ...]
    sources: tuple[str, ...]
    loads: Values
    ledger: GreenHours


def park_green(
    ledger: Ledger,
    lines: pl.DataFrame,
    charged: Mapping[str, float],
    level: str,
    year: tuple[int, int],
) -> ParkGreen:  # fmt: skip
    """The green-power ledger of some hours.

    Args:
        ledger: All lines of the park, with its market-based view.
        lines: Records of power by hour (`month` is the hour).
        charged: For each store, which part of what charged it in the month was green. [1]
        level: `enterprise` or `facility`.
        year: The year and its hours, over which the certificates claimed for it are laid.

    Returns:
        Loads, and claims granted: each kWh once, no member more than it used.
    """
    cells = cells_of(ledger, ledger.park_id, level)
    lines = _marked(lines, ledger, cells)
    hours = tuple(sorted(lines["month"].unique()))
    users = sorted({*lines["to_cell"], *lines["from_cell"]} - {WORLD})
    loads = np.maximum(_loads(lines, hours, users), 0.0)
    wanted = [*_supplied(lines, charged), *_certified(ledger, cells, year, hours)]
    sources = list(dict.fromkeys(source for _, _, _, source, _ in wanted))
    given = np.zeros((len(hours), len(sources)))
    claims = []
    for name, kind, cell, source, by_hour in wanted:
        mwh = np.array([by_hour.get(hour, 0.0) for hour in hours])
        given[:, sources.index(source)] += mwh
        if cell in users:
            claims.append(Claim(name, kind, users.index(cell), sources.index(source), mwh))
    return ParkGreen(
        hours, tuple(users), tuple(sources), loads, green_hours(loads, given, claims)
    )  # fmt: skip


Wanted = tuple[str, ClaimKind, str, str, Mapping[datetime, float]]


def _marked(lines: pl.DataFrame, ledger: Ledger, cells: Mapping[str, str]) -> pl.DataFrame:
    market = ledger.market.lines.select(
        of=pl.col("line_id"), way="way",
        granted=pl.col("own_mwh") + pl.col("covered_mwh"),
        whole=pl.sum_horizontal("own_mwh", "covered_mwh", "rest_mwh"),
    )  # fmt: skip
    both = lines.with_columns(
        of=pl.format("{}.co2", "record_id"), from_cell=_cell("from_id", cells),
        to_cell=_cell("to_id", cells),
    ).join(market, on="of", how="left", maintain_order="left")  # fmt: skip
    share = pl.when(pl.col("whole") > 0).then(pl.col("granted") / pl.col("whole"))
    return both.with_columns(share=share.fill_null(0.0))


def _cell(column: str, cells: Mapping[str, str]) -> pl.Expr:
    named = pl.col(column).replace_strict(dict(cells), default=None, return_dtype=pl.String)
    return pl.coalesce(named, pl.lit(WORLD))


def _loads(lines: pl.DataFrame, hours: Sequence[datetime], users: Sequence[str]) -> Values:
    found = np.zeros((len(hours), len(users)))
    at, number = ({name: n for n, name in enumerate(names)} for names in (hours, users))
    made = pl.col("origin").is_in(_MADE).fill_null(value=False)
    crosses = pl.col("from_cell") != pl.col("to_cell")
    into = lines.filter(crosses | made).select("month", "to_cell", "amount")
    out = lines.filter(crosses & made.not_()).select("month", "from_cell", -pl.col("amount"))
    for hour, cell, amount in (*into.iter_rows(), *out.iter_rows()):
        if cell in number:
            found[at[hour], number[cell]] += amount
    return found


def _supplied(lines: pl.DataFrame, charged: Mapping[str, float]) -> list[Wanted]:
    found: list[Wanted] = []
    green = lines.filter(
        pl.col("origin").is_in(RENEWABLE), pl.col("to_id").is_in(list(charged)).not_()
    )
    stored = lines.filter(pl.col("origin") == STORAGE)
    for kinds, share in ((green, None), (stored, charged)):
        for (record, start, cell, way), rows in kinds.group_by(
            ["record_id", "from_id", "to_cell", "way"], maintain_order=True
        ):
            part = rows["share"] if share is None else share.get(str(start), 0.0)
            mwh = dict(zip(rows["month"], (rows["amount"] * part).to_list(), strict=True))
            kind: ClaimKind = "own" if way == "own" else "contract" if share is None else "store"
            found.append((str(record), kind, str(cell), f"{start}", mwh))
    return found


def _certified(
    ledger: Ledger, cells: Mapping[str, str], year: tuple[int, int], hours: Sequence[datetime]
) -> list[Wanted]:
    # what was claimed for another year is that year's
    kinds = {h.certificate_id: h.kind for h in ledger.market.holdings if h.year == year[0]}
    uses = ledger.market.uses.filter(
        pl.col("line_id").is_null(), pl.col("mwh") > 0.0,
        pl.col("certificate_id").is_in(list(kinds)),
    )  # fmt: skip
    found: list[Wanted] = []
    for name, member, mwh in uses.select("certificate_id", "member_id", "mwh").iter_rows():
        if kinds[name] == "direct_line_contract":
            continue  # what it proves stands on the line
        kind: ClaimKind = "contract" if kinds[name] == "green_power_trade" else "certificate"
        even = dict.fromkeys(hours, mwh / year[1])
        found.append((name, kind, cells.get(member, member), name, even))
    return found


def green_record(found: ParkGreen) -> list[dict[str, object]]:
    """Members with what they used and own by kind, hour by hour. [MWh]"""
    rows: list[dict[str, object]] = []
    for number, member in enumerate(found.members):
        owned = found.ledger.of_member(number)
        rows.append(
            {
                "member": member, "used": found.loads[:, number].tolist(),
                **{kind: owned[kind].tolist() for kind in KINDS},
                "open": found.ledger.open_load[:, number].tolist(),
            }
        )  # fmt: skip
    return rows
