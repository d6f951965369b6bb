"""Purchased energy in both views as a plain record for JSON, each step with its rule."""

from typing import Any

import polars as pl

from tanlu.account.green import GreenPower, green_power
from tanlu.account.scope2 import Bought, Step, bought_lines
from tanlu.catalog.content import Catalog
from tanlu.errors import Fault
from tanlu.model.factor import Factor
from tanlu.model.inventory import Inventory
from tanlu.model.label import label
from tanlu.model.market import Holding
from tanlu.types import Text

Record = dict[str, Any]


def scope2_record(inventory: Inventory, catalog: Catalog) -> Record:
    """Scope 2 of an inventory: location-based and market-based side by side, never added (R3).

    Returns:
        Both totals [t CO2], lines with steps and rules, members, certificates used and left,
        green power [MWh], what was sent out, the net view where the method names it, warnings.
    """
    return {
        "location_t": inventory.location_t,
        "market_t": inventory.market_t,
        "market_total_t": inventory.market_total_t,
        "by_member": _members(inventory),
        "elimination": _both(inventory.internal.filter(pl.col("scope") == 2)),
        "lines": [_line(line, catalog) for line in bought_lines(inventory)],
        "certificates": [_holding(h, catalog) for h in holdings(inventory)],
        "green_power": green_record(green_power(inventory)),
        "exported": _exported(inventory),
        "net_purchased": net_purchased(inventory, catalog),
        "resolution": "year",
        "warnings": [_fault(fault) for fault in warnings(inventory)],
    }


def holdings(inventory: Inventory) -> list[Holding]:
    """Certificates claimed for the year of an inventory, by holder inside its member."""
    chains, member = inventory.ledger.chains, inventory.member_id
    used = certificates_of(inventory, member)
    return [
        h
        for h in inventory.ledger.market.holdings
        if h.year == inventory.year
        and (member in chains.get(h.group, (member,)) or h.certificate_id in used)
    ]


def warnings(inventory: Inventory) -> list[Fault]:
    """What is odd about the market-based view of the inventory's year."""
    return [f for f in inventory.ledger.market.faults if f.params.get("year") == inventory.year]


def net_purchased(inventory: Inventory, catalog: Catalog) -> Record | None:
    """Purchased less sent out, where the method names that view; None elsewhere (R7)."""
    method = catalog.method(inventory.ledger.method)
    if method.exports != "net":
        return None
    clause = method.clauses.get("exports")
    sent = _exported(inventory)
    return {
        "location_t": inventory.location_t - sent["location_t"],
        "named_by": clause.cite if clause else method.cite,
        "rules": ["R7"],
    }


def green_record(green: GreenPower) -> Record:
    """Green power as JSON. [MWh]"""
    names = ("used_mwh", "own_mwh", "line_mwh", "direct_mwh", "direct_sold_mwh", "traded_mwh",
             "certificated_mwh", "green_mwh")  # fmt: skip
    return {name: getattr(green, name) for name in names}


def certificates_of(inventory: Inventory, member: str) -> dict[str, float]:
    """Certificates that a cell's users took, each once. [MWh]"""
    chains = inventory.ledger.chains
    users = [n for n, chain in chains.items() if member in chain]
    uses = inventory.ledger.market.uses.filter(
        pl.col("member_id").is_in(users), pl.col("line_id").is_null()
    )
    of_year = {h.certificate_id for h in inventory.ledger.market.holdings if _is_year(h, inventory)}
    sums = uses.group_by("certificate_id").agg(pl.col("mwh").sum()).sort("certificate_id")
    return {name: mwh for name, mwh in sums.iter_rows() if name in of_year}


def _is_year(holding: Holding, inventory: Inventory) -> bool:
    return holding.year == inventory.year


def _members(inventory: Inventory) -> Record:
    lines = inventory.lines.filter(pl.col("scope") == 2)
    return {
        cell: {
            **_both(lines.filter(pl.col("cell") == cell)),
            "certificates": certificates_of(inventory, cell),
        }
        for cell in lines["cell"].unique().sort()
    }


def _both(lines: pl.DataFrame) -> Record:
    market = lines["market_t"]
    return {
        "location_t": float(lines["co2_t"].sum()),
        "market_t": None if market.null_count() else float(market.sum()),
    }


def _exported(inventory: Inventory) -> Record:
    sent = inventory.exported.filter(pl.col("scope") == 2)
    return {
        "location_t": float(sent["co2_t"].sum()),
        "mwh": float(sent.filter(pl.col("amount_unit") == "MWh")["amount"].sum()),
        "rules": ["R7"],
    }


def _line(line: Bought, catalog: Catalog) -> Record:
    row = line.row
    kept = ("line_id", "record_id", "from_id", "to_id", "cell", "carrier", "origin", "amount",
            "amount_unit")  # fmt: skip
    return {
        **{name: row[name] for name in kept},
        "kwh": row["amount"] * 1000 if row["amount_unit"] == "MWh" else None,
        "location_t": row["co2_t"],
        "market_t": row["market_t"],
        "location_factor": factor_view(line.location.factor, line.location.found, catalog),
        "location_rules": _location_rules(line),
        "sharing": _sharing(line, catalog),
        "steps": [_step(step, catalog) for step in line.steps],
    }


def _location_rules(line: Bought) -> list[str]:
    by_found = {"shared": ["R10"], "origin": ["R8"], "stored": ["R8"]}
    return by_found.get(line.location.found, ["R3", "R5"])


def _sharing(line: Bought, catalog: Catalog) -> list[Record] | None:
    # what the other rules would give for the same flow (R10); the one taken first
    taken = line.location
    if taken.found != "shared":
        return None
    return [
        {
            "rule": factor.series.rpartition(".")[2],
            "location_t": line.row["amount"] * factor.value,
            "factor": factor_view(factor, "shared", catalog),
        }
        for factor in (taken.factor, *taken.alternatives)
    ]


def _step(step: Step, catalog: Catalog) -> Record:
    found = step.resolved.found if step.resolved else "origin" if step.factor else None
    return {
        "step": step.code,
        "label": _text(label("market_step", step.code)),
        "rules": list(step.rules),
        "mwh": step.mwh,
        "kwh": None if step.mwh is None else step.mwh * 1000,
        "market_t": step.market_t,
        "certificate_id": step.certificate_id or None,
        "factor": factor_view(step.factor, found, catalog) if step.factor else None,
    }


def factor_view(factor: Factor, found: str | None, catalog: Catalog) -> Record:
    """A factor as printed, with document, clause and how it was found."""
    document = catalog.citations.get(factor.citation_id)
    return {
        "value": factor.value,
        "unit": factor.unit,
        "citation": factor.citation_id,
        "document": document.title.en if document else None,
        "document_zh": document.title.zh if document else None,
        "clause": factor.clause,
        "found": found,
        "series": factor.series,
        "place": factor.place,
        "valid_from": factor.from_on.isoformat(),
        "status": factor.status,
        "printed": factor.printed,
    }


def _holding(holding: Holding, catalog: Catalog) -> Record:
    document = catalog.citations.get(holding.cite.partition("#")[0])
    return {
        "certificate_id": holding.certificate_id,
        "kind": holding.kind,
        "label": _text(label("certificate", holding.kind)),
        "for": holding.group,
        "year": holding.year,
        "state": holding.state,
        "state_label": _text(label("certificate_state", holding.state)),
        "issued_mwh": holding.issued_mwh,
        "used_mwh": holding.used_mwh,
        "surplus_mwh": holding.surplus_mwh,
        "cite": holding.cite,
        "document": document.title.en if document else None,
        "rules": ["R9"],
    }


def _fault(fault: Fault) -> Record:
    return {"code": fault.code, "en": fault.what("en"), "zh": fault.what("zh")}


def _text(text: Text) -> Record:
    return text.both()
