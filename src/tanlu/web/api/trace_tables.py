"""Carbon flow, trade and by-products of one's own tables: records and routes; none is kept."""

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import Field

from tanlu.web.api.ask import PROBLEM
from tanlu.web.api.models import FaultView, Record, Text
from tanlu.workflow import trace_tables

router = APIRouter(responses=PROBLEM)
_MOST = 20_000_000
Named = dict[str, float | None]


class FlowQuestion(Record):
    """Tables by name (flows, sources, loads; stores, storage …) as CSV text, and what is asked.

    `meter_class` in % lets meters be moved until nodes balance; 0 demands that they do.
    """

    tables: dict[str, str]
    loss: Literal["gross", "sink", "net"] = "sink"
    meter_class: float = Field(default=0.0, ge=0.0, le=50.0)
    shares: bool = False
    meter: str = ""
    rules: bool = False


class FlowHour(Record):
    """An hour: intensity of nodes [t/MWh], carbon of loads and losses [t].

    `lost_by_source` where the generators bear what is lost.
    """

    hour: int | str
    nodes: Named
    loads: dict[str, float]
    losses_t: float
    closing_error: float
    lost_by_source: dict[str, float] | None = None


class StoreHour(Record):
    """A store at an hour's end, and what went in and out."""

    hour: int | str
    held_mwh: float
    held_t: float
    taken_t: float
    given_t: float
    left_t: float


class StoreLedger(Record):
    """The ledger of a store."""

    hours: list[StoreHour]
    closing_error_t: float


class ConverterHour(Record):
    """What a plant's carbon is in an hour, and what a unit of each output carries."""

    hour: int | str
    carbon_t: float
    outputs: Named


class ConverterLedger(Record):
    """The ledger of a plant, and the rule by which its outputs share."""

    rule: str
    hours: list[ConverterHour]


class MovedHour(Record):
    """How hard meters had to be moved in an hour."""

    hour: int | str
    chi2: float
    p: float


class MovedMeter(Record):
    """The meter moved most, in standard deviations."""

    hour: int | str
    meter: str
    measured_mwh: float
    reconciled_mwh: float
    deviations: float


class Moved(Record):
    """What reconciliation did."""

    dof: int
    hours: list[MovedHour]
    largest: MovedMeter


class MarketHour(Record):
    """An hour by contracts: the rest of all load carries the residual mix."""

    hour: int | str
    residual_t_per_mwh: float | None
    loads: dict[str, float]
    covered_mwh: dict[str, float]
    losses_t: float
    entered_t: float
    closing_error: float


class SharesHour(Record):
    """Which part of each node's energy comes from which source."""

    hour: int | str
    nodes: dict[str, dict[str, float]]


class MeterHour(Record):
    """What each source adds to the intensity of one node. [t/MWh]"""

    hour: int | str
    intensity: float
    parts: dict[str, float]


class RuleOfFlow(Record):
    """All hours under a rule of joint plants: mean intensity of each node; or why not."""

    rule: str
    name: Text
    status: str
    nodes: Named | None
    closing_error: float | None = None
    why: Text | None = None


class FlowOfTables(Record):
    """Tables traced hour by hour."""

    loss: str
    hours: list[FlowHour]
    stores: dict[str, StoreLedger] | None = None
    converters: dict[str, ConverterLedger] | None = None
    reconciled: Moved | None = None
    market: list[MarketHour] | None = None
    shares: list[SharesHour] | None = None
    meter: list[MeterHour] | None = None
    rules: list[RuleOfFlow] | None = None
    warnings: list[FaultView]


class TableQuestion(Record):
    """A table as CSV text, and its name for faults."""

    name: str = Field(default="table.csv", max_length=200)
    text: str = Field(max_length=_MOST)


class Shared(Record):
    """Shared responsibility: what producers keep, what goes with deliveries. [t]"""

    producers: dict[str, float]
    consumers: dict[str, float]


class ExchangeOfTable(Record):
    """Carbon in what enterprises sell: t per unit sold, and three views of the same tonnes."""

    multipliers: Named
    final_product: dict[str, float]
    income: dict[str, float]
    shared: Shared
    imports: dict[str, float] | None = None
    income_of_imports: dict[str, float] | None = None
    warnings: list[FaultView]


class BookedPair(Record):
    """What both sides of an exchange book, and what each saves. [t]"""

    pair: str
    rule: str
    giver: str
    taker: str
    giver_t: float
    taker_t: float
    giver_credit_t: float
    taker_credit_t: float


class BookedEnterprise(Record):
    """What an enterprise books and saves by all its exchanges. [t]"""

    booked_t: float
    credit_t: float


class ByproductsOfTable(Record):
    """By-products and waste heat, booked once on both sides. [t]"""

    pairs: list[BookedPair]
    enterprises: dict[str, BookedEnterprise]
    emitted_t: float
    avoided_t: float
    closing_error: float


@router.post("/trace/flow", response_model=FlowOfTables)
def flow_of_tables(asked: FlowQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """Trace tables of hours; all faults of all tables together."""
    wanted = trace_tables.Wanted(
        asked.loss, asked.meter_class, asked.shares, asked.meter, asked.rules
    )
    return trace_tables.flow_of_tables(asked.tables, wanted)


@router.post("/trace/exchange", response_model=ExchangeOfTable)
def exchange_of_table(asked: TableQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """Carbon embodied in the trade of a table."""
    return trace_tables.exchange_of_table(asked.name, asked.text)


@router.post("/trace/byproducts", response_model=ByproductsOfTable)
def byproducts_of_table(asked: TableQuestion) -> Any:  # noqa: ANN401 - shaped by the response model
    """By-products and waste heat of a table, booked on both sides by one rule."""
    return trace_tables.byproducts_of_table(asked.name, asked.text)
