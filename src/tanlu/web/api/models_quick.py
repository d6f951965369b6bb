"""Records of a quick answer: one number now, cited."""

from typing import Literal

from pydantic import Field

from tanlu.web.api.models import Record, Text


class QuickQuestion(Record):
    """A few amounts, each as "name=amount unit"."""

    items: list[str] = Field(min_length=1, max_length=200)
    region: str = "CN"
    year: int = Field(ge=1990, le=2100)
    method: str = "cn.park"
    gwp_set: Literal["AR4", "AR5", "AR6"] = "AR5"


class QuickFactor(Record):
    """A factor of a quick answer."""

    quantity: str
    value: float
    unit: str
    printed: str
    document: str
    title: Text | None
    clause: str
    how_found: str
    found_label: Text
    quantity_label: Text
    status: str
    valid_from: str
    place: str


class QuickLine(Record):
    """One amount of a quick answer; a gas not counted by the method is null."""

    name: str
    code: str
    label: Text
    activity: float
    unit: str
    written: str
    scope: int
    co2_t: float | None
    ch4_t: float | None
    n2o_t: float | None
    co2_biogenic_t: float | None
    gases_t: dict[str, float]
    co2e_t: float
    factors: list[QuickFactor]


class QuickAnswer(Record):
    """One number now, cited."""

    co2e_t: float
    method: str
    gwp_set: str
    region: str
    year: int
    catalog_digest: str
    lines: list[QuickLine]
    warnings: list[Text]
