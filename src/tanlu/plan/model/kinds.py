"""The kinds of components, and for each the same three functions."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from tanlu.plan.model import converter, demand, generator, offset, store, supply
from tanlu.plan.model.converter import Converter
from tanlu.plan.model.demand import Demand
from tanlu.plan.model.generator import Generator
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.offset import Offset
from tanlu.plan.model.store import Store
from tanlu.plan.model.supply import Sale, Supply

Component: TypeAlias = Supply | Sale | Generator | Converter | Store | Demand | Offset


class Kind(NamedTuple):
    """What a kind adds: its columns and own rows, its flows, its yearly sums."""

    columns: Callable[[Grid, Any], None]
    balance: Callable[[Grid, Any], list[Flow]]
    tallies: Callable[[Grid, Any], list[Tally]]


KINDS: Mapping[type, Kind] = {
    Supply: Kind(supply.columns, supply.balance, supply.tallies),
    Sale: Kind(supply.sale_columns, supply.sale_balance, supply.sale_tallies),
    Generator: Kind(generator.columns, generator.balance, generator.tallies),
    Converter: Kind(converter.columns, converter.balance, converter.tallies),
    Store: Kind(store.columns, store.balance, store.tallies),
    Demand: Kind(demand.columns, demand.balance, demand.tallies),
    Offset: Kind(offset.columns, offset.balance, offset.tallies),
}
