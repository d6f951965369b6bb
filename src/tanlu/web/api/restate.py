"""Kept inventories and their versions, bridges between them, and a year beside the year before."""

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import Field

from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.web.api.models import FaultView, Figure, Record, Slice, Text
from tanlu.workflow.kept import ask, years

router = APIRouter(responses=PROBLEM)


class KindSum(Record):
    """What one kind of change adds to a cause. [t CO2e]"""

    kind: str
    label: Text
    co2_t: float
    count: int


class BridgePart(Record):
    """A cause and what it comes to."""

    cause: Literal["activity", "factor", "method", "boundary"]
    label: Text
    co2_t: Figure
    of: list[KindSum]


class CarrierBridge(Record):
    """Old, new and the causes for one carrier. [t CO2e]"""

    code: str
    label: Text
    old_t: float
    new_t: float
    activity_t: float
    factor_t: float
    method_t: float
    boundary_t: float


class TakenFactor(Record):
    """A factor as one side took it."""

    value: float
    unit: str
    factor_id: str
    citation_id: str
    clause: str
    found: str


class FactorChange(Record):
    """A factor that differs; `co2_t` is null where it cannot be told apart. [t CO2e]"""

    cause: str
    subject: str
    subject_label: Text
    quantity: str
    quantity_label: Text
    gas: str
    old: TakenFactor | None
    new: TakenFactor | None
    lines: int
    co2_t: float | None


class BridgeItem(Record):
    """A record, or a stream of a year, that differs. [t CO2e]"""

    kind: str
    kind_label: Text
    table: str
    record_id: str | None
    row: int | None
    period: str | None
    gas: str
    scope: int
    stream: str
    member_id: str
    member: Text
    carrier: str
    carrier_label: Text
    unit: str | None
    old_amount: float | None
    new_amount: float | None
    old_t: float
    new_t: float
    change: Figure
    activity_t: float
    factor_t: float
    method_t: float
    boundary_t: float


class BridgeRules(Record):
    """By which rules a side was computed."""

    method: str
    gwp_set: str
    catalog_digest: str


class Bridge(Record):
    """A difference, split exactly into causes."""

    old: Figure
    new: Figure
    difference: Figure
    parts: list[BridgePart]
    by_carrier: list[CarrierBridge]
    changes: list[FactorChange]
    items: list[BridgeItem]
    item_count: int
    old_rules: BridgeRules
    new_rules: BridgeRules
    sentence: Text


class Look(Record):
    """Something worth a look: never a verdict. [t CO2e]"""

    check: str
    label: Text
    why: Text
    cite: str | None
    member_id: str
    member: Text
    carrier: str
    carrier_label: Text
    table: str
    record_ids: list[str]
    value: float | None
    usual: float | None
    unit: str
    co2_t: float
    reason: FaultView


class YearComparison(Record):
    """A year beside the year before: what moved, vanished, is new, looks wrong."""

    park_id: str
    member_id: str
    version: int
    from_year: int
    to_year: int
    years: list[int]
    bridge: Bridge
    moved: list[BridgeItem]
    vanished: list[BridgeItem]
    new: list[BridgeItem]
    looks: list[Look]
    missing: list[FaultView]


class KeptHead(Record):
    """One version of a kept inventory, without its lines."""

    version: int
    state: Literal["draft", "kept"]
    cause: Literal["kept", "restated"]
    method: str
    gwp_set: str
    park_version: int
    catalog_digest: str
    digest: str
    made_at: str
    made_by: str
    why: str
    accepted_at: str | None
    accepted_by: str | None
    total: Figure
    change_t: float | None


class KeptSeries(Record):
    """A kept inventory with all its versions, the newest first."""

    inventory_id: str
    park_id: str
    year: int
    boundary: str
    member_id: str
    member: Text
    versions: list[KeptHead]


class KeptLine(Record):
    """A line of a kept inventory with the factors it took."""

    record_id: str
    table: str
    stream: str
    carrier: str
    carrier_label: Text
    scope: int
    gas: str
    amount: float | None
    amount_unit: str | None
    quality: str | None
    member_id: str
    member: Text
    period: str
    co2_t: Figure
    factors: list[Text]


class KeptInventory(Record):
    """A version as it was kept, read-only."""

    inventory_id: str
    version: int
    year: int
    boundary: str
    member_id: str
    member: Text
    method: str
    gwp_set: str
    catalog_digest: str
    park_version: int
    made_at: str
    made_by: str
    why: str
    total: Figure
    elimination: Figure
    by_scope: list[Slice]
    by_stream: list[Slice]
    by_carrier: list[Slice]
    by_gas: list[Slice]
    by_member: list[Slice]
    missing: list[FaultView]
    lines: list[KeptLine]
    line_count: int


class VersionBridge(Record):
    """Two versions of a kept inventory: old, new and the difference."""

    inventory_id: str
    old_version: int
    new_version: int
    bridge: Bridge


class BaseYear(Record):
    """The base year as kept, as it comes out now, and whether the difference is significant."""

    base_year: int | None
    threshold: float
    threshold_cite: str
    threshold_note: Text
    inventory_id: str | None
    kept_version: int | None
    kept_t: Figure | None
    now_t: Figure | None
    change: float | None
    is_significant: bool | None
    left_t: float | None
    structure_t: float | None
    finding: Text


class KeepOrder(Record):
    """Which inventory to keep, and why."""

    year: int
    member: str = ""
    boundary: Literal["park", "enterprise", "facility"] = "park"
    why: str = Field(default="", max_length=500)


class AcceptOrder(Record):
    """Why a restated version is accepted."""

    why: str = Field(default="", max_length=500)


@router.get("/parks/{park_id}/inventories", response_model=list[KeptSeries])
def inventories(park_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """All kept inventories with their versions."""
    return ask.inventories(desk, viewer, park_id)


@router.post("/parks/{park_id}/inventories", response_model=KeptSeries, status_code=201)
def keep(park_id: str, order: KeepOrder, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Keep an inventory as it comes out now."""
    return ask.keep(desk, viewer, park_id, **order.model_dump())


@router.get("/parks/{park_id}/inventories/{inventory_id}", response_model=KeptSeries)
def inventory_versions(park_id: str, inventory_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """One kept inventory with its versions."""
    return ask.series_of(desk, viewer, park_id, inventory_id)


@router.get(
    "/parks/{park_id}/inventories/{inventory_id}/versions/{version}", response_model=KeptInventory
)
def inventory_version(
    park_id: str, inventory_id: str, version: int, desk: OnDesk, viewer: By
) -> Any:  # noqa: ANN401 - shaped by the response model
    """A version as it was kept."""
    return ask.kept_version(desk, viewer, park_id, inventory_id, version)


@router.post(
    "/parks/{park_id}/inventories/{inventory_id}/versions/{version}/accept",
    response_model=KeptSeries,
)
def accept(
    park_id: str, inventory_id: str, version: int, order: AcceptOrder, desk: OnDesk, viewer: By
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Accept a restated version."""
    return ask.accept(desk, viewer, park_id, inventory_id, version, order.why)


@router.get("/parks/{park_id}/inventories/{inventory_id}/bridge", response_model=VersionBridge)
def inventory_bridge(
    park_id: str, inventory_id: str, desk: OnDesk, viewer: By, old: int = 0, new: int = 0
) -> Any:  # noqa: ANN401 - shaped by the response model
    """What changed between two versions; without numbers, the last one and the one before."""
    return ask.bridge_between(desk, viewer, park_id, inventory_id, old, new)


@router.get("/parks/{park_id}/base-year", response_model=BaseYear)
def base_year(park_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """The base year, and whether it has to be recalculated."""
    return years.base_year(desk, viewer, park_id)


@router.get("/parks/{park_id}/compare", response_model=YearComparison)
def compare(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    from_year: int = 0,
    to_year: int = 0,
    member: str = "",
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model
    """A year beside the year before; without years, the last two."""
    return years.comparison(
        desk, viewer, park_id, span=(from_year, to_year), member=member, version=version
    )
