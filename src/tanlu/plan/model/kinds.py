"""The kinds of components, and for each the same few functions."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from tanlu.plan.model import (
    capture,
    contract,
    converter,
    demand,
    fleet,
    generator,
    measure,
    offset,
    process,
    store,
    supply,
)
from tanlu.plan.model.capture import Capture
from tanlu.plan.model.contract import Certificates, DirectLine, GreenPower
from tanlu.plan.model.converter import Converter
from tanlu.plan.model.demand import Demand
from tanlu.plan.model.fleet import Fleet
from tanlu.plan.model.generator import Generator
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.measure import Measure
from tanlu.plan.model.offset import Offset
from tanlu.plan.model.process import Process
from tanlu.plan.model.store import Store
from tanlu.plan.model.supply import Sale, Supply

Component: TypeAlias = (
    Supply
    | Sale
    | Generator
    | Converter
    | Store
    | Demand
    | Process
    | Measure
    | Capture
    | Offset
    | DirectLine
    | GreenPower
    | Certificates
    | Fleet
)


def no_link(grid: Grid, c: Component) -> None:
    """No rows that need the columns of another component."""


class Kind(NamedTuple):
    """What a kind adds: columns and own rows, flows, yearly sums, rows on others' columns."""

    columns: Callable[[Grid, Any], None]
    balance: Callable[[Grid, Any], list[Flow]]
    tallies: Callable[[Grid, Any], list[Tally]]
    link: Callable[[Grid, Any], None] = no_link


KINDS: Mapping[type, Kind] = {
    Supply: Kind(supply.columns, supply.balance, supply.tallies),
    Sale: Kind(supply.sale_columns, supply.sale_balance, supply.sale_tallies),
    Generator: Kind(generator.columns, generator.balance, generator.tallies),
    Converter: Kind(converter.columns, converter.balance, converter.tallies),
    Store: Kind(store.columns, store.balance, store.tallies),
    Demand: Kind(demand.columns, demand.balance, demand.tallies),
    Process: Kind(process.columns, process.balance, process.tallies),
    Measure: Kind(measure.columns, measure.balance, measure.tallies),
    Capture: Kind(capture.columns, capture.balance, capture.tallies, capture.link),
    Offset: Kind(offset.columns, offset.balance, offset.tallies),
    DirectLine: Kind(contract.line_columns, contract.line_balance, contract.line_tallies),
    GreenPower: Kind(
        contract.green_columns, contract.nothing, contract.green_tallies, contract.green_link
    ),
    Certificates: Kind(
        contract.certificate_columns,
        contract.nothing,
        contract.certificate_tallies,
        contract.certificate_link,
    ),
    Fleet: Kind(fleet.columns, fleet.balance, fleet.tallies),
}
