"""Use case: carbon flow, embodied trade and by-products of tables that a browser sends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tanlu.connect.plain import sheet_of
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.model.book import Sheet
from tanlu.trace.embodied import embodied
from tanlu.trace.flows import Loss
from tanlu.trace.read_byproduct import read_byproducts
from tanlu.trace.read_extra import EXTRAS
from tanlu.trace.read_trade import read_trade
from tanlu.workflow.trace_byproducts import byproduct_record
from tanlu.workflow.trace_exchange import exchange_record
from tanlu.workflow.trace_flow import (
    TABLES,
    circles,
    flow_record,
    reconciled_sheets,
    traced_sheets,
)
from tanlu.workflow.trace_parts import market_record, meter_record, rules_record, shares_record
from tanlu.workflow.views.figure import View, fault_view


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of tables of hours: who bears losses, meters' class [%], and what else."""

    loss: Loss = "sink"
    meter_class: float = 0.0
    shares: bool = False
    meter: str = ""
    rules: bool = False


def flow_of_tables(texts: Mapping[str, str], wanted: Wanted) -> View:
    """Trace tables by name: those of `tanlu trace flow`, without their ending.

    Args:
        texts: Name to CSV text.
        wanted: What is asked.

    Returns:
        The API's record `FlowOfTables`.

    Raises:
        InputError: With every fault of all tables.
    """
    sheets = _sheets(texts)
    if wanted.meter_class:
        found = reconciled_sheets(sheets, wanted.loss, wanted.meter_class)
    else:
        found = traced_sheets(sheets, wanted.loss)
    record = {"loss": wanted.loss, **flow_record(found)}
    if found.hours.apart.contracts:
        record["market"] = market_record(found)["hours"]
    if wanted.shares:
        record["shares"] = shares_record(found)
    if wanted.meter:
        record["meter"] = meter_record(found, wanted.meter)["hours"]
    if wanted.rules:
        record["rules"] = rules_record(found, wanted.loss)
    record["warnings"] = [fault_view(fault) for fault in circles(found.hours, found.traced)]
    return record


def _sheets(texts: Mapping[str, str]) -> dict[str, Sheet]:
    known = (*TABLES, *EXTRAS)
    faults = [
        Fault("unknown_table", Place(f"{name}.csv"), {"table": name, "known": ", ".join(known)})
        for name in texts
        if name not in known
    ]
    faults += [
        Fault("no_such_file", Place(f"{name}.csv"), {"path": f"{name}.csv"})
        for name in TABLES
        if name not in texts
    ]
    sheets = {}
    for name, text in texts.items():
        try:
            sheets[name] = sheet_of(text.encode(), f"{name}.csv")
        except InputError as error:
            faults += error.faults
    raise_errors(faults)
    return sheets


def exchange_of_table(name: str, text: str) -> View:
    """Embodied carbon of a table: the API's record `ExchangeOfTable`."""
    trade, warnings = read_trade(sheet_of(text.encode(), name))
    record: dict[str, Any] = exchange_record(embodied(trade))
    return {**record, "warnings": [fault_view(fault) for fault in warnings]}


def byproducts_of_table(name: str, text: str) -> View:
    """By-products of a table, booked on both sides: the API's record `ByproductsOfTable`."""
    return byproduct_record(read_byproducts(sheet_of(text.encode(), name)))
