"""An assessment of uncertainty for the API."""

from tanlu.model.label import label
from tanlu.model.uncertainty import Assessment, Input, Mend, Worth
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.uncertainty import is_told
from tanlu.workflow.uncertainty_record import (
    mend_record,
    uncertainty_record,
    worth_record,
)
from tanlu.workflow.views.figure import View, key_of, mass, named, text
from tanlu.workflow.views.inventory import bounds_of, slice_label
from tanlu.workflow.views.uncertainty_words import BASES

MOST = 200
"""Inputs of a list that a page gets; the command line has all."""
_TOTAL = Text(
    "{year}: between {low} and {high} in 95 of 100 cases, of what is known; for {share} of the "
    "tonnes somebody would still have to state a range.",
    "{year} 年：就已知范围而言，95% 的可能在 {low} 至 {high} 之间；仍有 {share} 的排放量缺少"
    "某项输入的不确定度。",
)
_WHOLE = Text(
    "{year}: between {low} and {high} in 95 of 100 cases.",
    "{year} 年：95% 的可能在 {low} 至 {high} 之间。",
)


def uncertainty_view(findings: Findings, found: Assessment) -> View:
    """An assessment as the API's record `Uncertainty`."""
    record = uncertainty_record(findings, found)
    total_key = key_of("total", found.year, "park", found.member)
    mends = [_mend(findings, found, mend) for mend in found.mends[:MOST]]
    kept = ("year", "member", "unit", "draws", "seed", "clipped", "interactions", "is_exact")
    rest = record["contributions"][MOST:]
    return {
        **{name: record[name] for name in kept},
        "park_id": record["park"],
        "version": findings.version,
        "finding": text(_finding(findings, found)),
        "is_shown": is_told(found.total),
        "bases": {code: text(name) for code, name in BASES.items()},
        "total": worth_view(findings, total_key, found.total, named("total")),
        "by_scope": _parts(findings, found, "scope"),
        "by_member": _parts(findings, found, "member"),
        "contributions": record["contributions"][:MOST],
        "rest_share": sum(part["share"] for part in rest),
        "rest_count": len(rest),
        "mend_first": mends,
        "unknown": record["unknown"][:MOST],
        "unknown_count": len(record["unknown"]),
        "trend": _trend(record["trend"]),
    }


def _trend(record: View | None) -> View | None:
    return record and {**record, "inputs": record["inputs"][:MOST]}


def _finding(findings: Findings, found: Assessment) -> Text:
    worth = found.total
    bounds = {"low": _mass(findings, worth.interval.lower), "year": found.year,
              "high": _mass(findings, worth.interval.upper)}  # fmt: skip
    if not worth.unknown_share:
        return _WHOLE.fill(**bounds)
    return _TOTAL.fill(share=f"{worth.unknown_share:.0%}", **bounds)


def _mass(findings: Findings, value: float) -> str:
    unit = findings.mass_unit.replace("CO2", "CO₂")
    return f"{value:,.0f} {unit}"


def worth_view(findings: Findings, key: str, worth: Worth, name: Text, code: str = "") -> View:
    """A figure with its interval; the bounds stand on the figure whether or not all is known."""
    shown = {**mass(findings, key, worth.interval.value, name), **bounds_of(worth.interval)}
    return {**worth_record(worth), "figure": shown, "code": code, "label": text(name)}


def _parts(findings: Findings, found: Assessment, kind: str) -> list[View]:
    parts = [(key[2], worth) for key, worth in found.figures.items()
             if key[0] == kind and key[1] == str(found.year)]  # fmt: skip
    boundary = "enterprise" if kind == "member" else "park"
    at = (found.year, boundary, found.member, kind)
    return [
        worth_view(findings, key_of("slice", *at, code), worth, _name(findings, kind, code), code)
        for code, worth in parts
    ]


def _name(findings: Findings, kind: str, code: str) -> Text:
    return label("scope", code) if kind == "scope" else slice_label(findings, "member", code)


def token_of(each: Input) -> str:
    """An input in the key of a figure, which holds no stroke of an address."""
    return each.key.replace("/", "|")


def _mend(findings: Findings, found: Assessment, mend: Mend) -> View:
    record = mend_record(findings, found, mend)
    key = key_of("won", found.year, found.member, token_of(found.inputs[mend.index]))
    won = mend.most_t if mend.won_t is None else mend.won_t
    return {
        **{name: value for name, value in record.items() if name not in ("won_t", "most_t")},
        "won": mass(findings, key, won, Text("Interval won", "区间收窄")),
        "is_limit": mend.won_t is None,
    }
