"""Lines of carbon mass balances: one a member and period, its net carbon as CO2."""

from collections.abc import Collection, Mapping
from math import fsum
from typing import Any

import polars as pl

from tanlu.account.choose import Chooser, Kind
from tanlu.account.measured import balance_co2
from tanlu.account.prepare.records import line_name
from tanlu.account.prepare.streams import counts_stream
from tanlu.model.book import Book
from tanlu.model.factor import Resolved
from tanlu.model.inventory import LINE_SCHEMA, Choice
from tanlu.model.preparation import CarbonBalance, Preparation, Term

CARRIER = "carbon_balance"
"""The catalogue's name for what a balance emits."""


def balance_lines(
    preparation: Preparation, book: Book, chooser: Chooser, choices: list[Choice]
) -> pl.DataFrame:
    """The lines of all balances.

    Args:
        preparation: With its balances.
        book: The park, for the members' systems.
        chooser: For the energy of fuels that enter a balance.
        choices: All choices; that of balances is appended.

    Returns:
        Lines; empty when the method counts no processes.
    """
    method = chooser.resolver.method
    if not preparation.balances or not counts_stream(method, "mass_balance"):
        return pl.DataFrame(schema=LINE_SCHEMA)
    apart = {name for name in book.table("parts")["counted_by"] if name}
    systems = dict(book.table("members").select("member_id", "system").iter_rows())
    rows = []
    for balance in preparation.balances:
        coal = _coal(balance, chooser, apart)
        factors = {f"coal_equivalent:{c}": found for c, found in coal.items() if found}
        choices.append(Choice("balance_co2", "co2", factors, chooser.potentials["co2"].value))
        line = _line(balance, systems.get(balance.member_id), len(choices) - 1)
        rows.append({**line, "energy_tce": _energy(balance, coal)})
    return pl.DataFrame(rows, schema=LINE_SCHEMA, infer_schema_length=None)


def _line(balance: CarbonBalance, system: str | None, choice: int) -> dict[str, Any]:
    blank: Mapping[str, None] = dict.fromkeys(LINE_SCHEMA)
    co2 = float(balance_co2(balance.net))
    first = balance.terms[0]
    return {
        **blank,
        "line_id": line_name("mass_balance", first.record_id, "co2"), "table": "mass_balance",
        "record_id": first.record_id, "row": first.row, "to_id": balance.member_id,
        "stream": "mass_balance", "carrier": CARRIER, "system": system, "scope": 1, "gas": "co2",
        "start": balance.start, "end": balance.end, "year": balance.start.year,
        "quality": "calculated", "written_amount": balance.net, "written_unit": "t C",
        "amount": balance.net, "amount_unit": "t C", "gas_t": co2, "co2_t": co2,
        "formula": "balance_co2", "choice": choice,
    }  # fmt: skip


def _coal(
    balance: CarbonBalance, chooser: Chooser, apart: Collection[str]
) -> dict[str, Resolved | None]:
    # a part of an activity record that the balance counts has its energy there
    used = {t.carrier for t in balance.terms if t.carrier and t.record_id not in apart}
    whose = (balance.member_id,)
    return {c: chooser.coal(Kind(c, balance.start, "", whose)) for c in sorted(used)}


def _energy(balance: CarbonBalance, coal: Mapping[str, Resolved | None]) -> float | None:
    # fuels that enter are energy used, fuels that leave are not (R7)
    if None in coal.values():
        return None
    return fsum(
        _signed(term) * found.value
        for term in balance.terms
        if (found := coal.get(term.carrier or ""))
    )


def _signed(term: Term) -> float:
    return term.amount if term.side == "input" else -term.amount
