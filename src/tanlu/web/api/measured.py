"""Measured fuels: batches and their means, stocks, parts, carbon balances, stacks."""

from typing import Any, Literal

from fastapi import APIRouter

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import FaultView, Figure, Record, Text
from tanlu.workflow import measured as queries

router = APIRouter(responses=PROBLEM)


class FuelBatchView(Record):
    """An analysis as weighed, by unit of the mean: heat [GJ], carbon as received [t C]."""

    record_id: str
    row: int
    amount: float
    weight: float
    ncv: float | None
    content: float | None


class FuelMeanView(Record):
    """A weighted mean of batches, and the records that take it."""

    mean_id: str
    member_id: str
    member: Text
    period: str
    carrier: str
    carrier_label: Text
    unit: str
    values: list[Figure]
    weighed: float
    used: float | None
    records: list[str]
    batches: list[FuelBatchView]


class FuelStockItem(Record):
    """One item of a stock, in the stock's unit."""

    item: str
    label: Text
    amount: float
    record_id: str


class FuelStockView(Record):
    """A stock of a period beside what is recorded; `is_taken` where nothing else is."""

    balance_id: str
    member_id: str
    member: Text
    period: str
    carrier: str
    carrier_label: Text
    unit: str
    items: list[FuelStockItem]
    used: Figure
    recorded: float | None
    difference: float | None
    is_taken: bool
    records: list[str]


class FuelPartView(Record):
    """A part of a fuel's records: component, biogenic carbon or feedstock."""

    record_id: str
    member_id: str
    member: Text
    carrier: str
    carrier_label: Text
    part: Text
    component: Text | None
    fate: Text | None
    amount: Figure
    whole: float
    share: float | None
    records: list[str]


class CarbonTermView(Record):
    """One row of a carbon mass balance."""

    side: Literal["input", "output"]
    material: str
    amount: float
    unit: str
    content: float
    carbon: Figure
    destination: str | None
    record_id: str


class CarbonBalanceView(Record):
    """Carbon into and out of a member [t C], and what is emitted."""

    balance_id: str
    member_id: str
    member: Text
    period: str
    carbon_in: float
    carbon_out: float
    net: Figure
    co2: Figure
    terms: list[CarbonTermView]


class StackView(Record):
    """CO2 measured in stacks beside the calculated, and which is booked."""

    comparison_id: str
    member_id: str
    member: Text
    period: str
    stacks: list[str]
    covers: Text
    booked: Literal["measured", "calculated"]
    booked_label: Text
    measured: Figure
    calculated: Figure
    difference: Figure
    share: float | None


class Measured(Record):
    """All that was measured of fuels for one member and year."""

    park_id: str
    member_id: str
    year: int
    version: int
    means: list[FuelMeanView]
    stocks: list[FuelStockView]
    parts: list[FuelPartView]
    balances: list[CarbonBalanceView]
    stacks: list[StackView]
    warnings: list[FaultView]


@router.get("/parks/{park_id}/measured", response_model=Measured)
def measured(
    park_id: str, desk: OnDesk, viewer: By, year: int, member: str = "", version: int = 0
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Measured fuels of one year: batches, stocks, parts, balances, stacks."""
    return queries.measured(desk, viewer, park_id, year=year, member=member, version=version)
