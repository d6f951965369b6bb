"""A year beside the year before, and the base year beside what it comes to now."""

from dataclasses import dataclass

import polars as pl

from tanlu.account.cut import cut, years_of
from tanlu.account.indicator import indicator
from tanlu.account.oddity import oddities
from tanlu.account.output_jump import output_jumps
from tanlu.account.yearly import compare_years
from tanlu.catalog.comparison import base_policy, checks
from tanlu.errors import InputError
from tanlu.model.bridge import Bridge
from tanlu.model.inventory import Inventory
from tanlu.model.oddity import Oddity
from tanlu.report.findings import Findings
from tanlu.store.inventories import KeptVersion, acceptances, kept_versions
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.kept.ask import state_of
from tanlu.workflow.kept.bridge_view import Naming, bridge_record
from tanlu.workflow.kept.follow import inventory_id, read_kept
from tanlu.workflow.viewer import Viewer, allowed_member, require_whole
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, named, text


@dataclass(frozen=True, slots=True)
class Compared:
    """Two years of a member, their difference, and what is worth a look."""

    old: Inventory
    new: Inventory
    bridge: Bridge
    looks: list[Oddity]
    naming: Naming


def compared(findings: Findings, span: tuple[int, int], member: str) -> Compared:
    """Compare two years of a member; a year of 0 means the last, and the one before.

    Raises:
        InputError: When there are not two such years.
    """
    known = years_of(findings.ledger)
    before, year = _span(span, known)
    old, new = (cut(findings.ledger, year=y, member_id=member) for y in (before, year))
    found = compare_years(old, new)
    limits = checks()
    outputs = {
        (name, y): indicator(findings.book, name, "output_value", y)
        for name in findings.ledger.chains for y in (before, year)
    }  # fmt: skip
    looks = [
        *oddities(old, new, found, limits),
        *output_jumps(
            findings.ledger, (before, year), outputs, limits["per_output"], found, old.member_id
        ),
    ]
    carriers = {c: carrier.label for c, carrier in findings.catalog.carriers.items()}
    prefix = ("compare", before, year, old.member_id)
    naming = Naming(prefix, findings.ledger.labels, carriers, findings.mass_unit)
    return Compared(old, new, found, looks, naming)


def _span(span: tuple[int, int], known: list[int]) -> tuple[int, int]:
    year = span[1] or (known[-1] if known else 0)
    earlier = [y for y in known if y < year]
    before = span[0] or (earlier[-1] if earlier else 0)
    if not before:
        raise InputError.of("no_year_before", year=year, known=", ".join(map(str, known)))
    return before, year


def comparison(
    desk: Desk, viewer: Viewer, park_id: str, *, span: tuple[int, int], member: str, version: int
) -> View:
    """A comparison of years for the API."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    return {
        "park_id": park_id,
        "version": findings.version,
        **comparison_record(findings, compared(findings, span, allowed)),
    }


def comparison_record(findings: Findings, found: Compared) -> View:
    """What two years differ in, and what is worth a look."""
    whole = bridge_record(found.bridge, found.naming)
    streams = whole["items"]
    kinds = {name: [i for i in streams if i["kind"] in of] for name, of in _LISTS.items()}
    kinds["moved"] = [i for i in kinds["moved"] if i["change"]["value"]]
    missing = {fault.what("en"): fault for side in (found.old, found.new) for fault in side.missing}
    return {
        "member_id": found.new.member_id,
        "from_year": found.old.year,
        "to_year": found.new.year,
        "years": years_of(findings.ledger),
        "bridge": {**whole, "items": []},
        **kinds,
        "looks": [look_record(look, found.naming) for look in found.looks],
        "missing": [fault_view(fault) for fault in missing.values()],
    }


_LISTS = {"moved": ("moved",), "vanished": ("vanished", "left"), "new": ("new", "joined")}


def look_record(look: Oddity, naming: Naming) -> View:
    """A finding with its reason and the rule it comes from."""
    check = checks()[look.check]
    return {
        "check": look.check,
        "label": text(check.label),
        "why": text(check.why),
        "cite": check.cite,
        "member_id": look.member_id,
        "member": text(naming.member(look.member_id)),
        "carrier": look.carrier,
        "carrier_label": text(naming.carrier(look.carrier) if look.carrier else Text("—", "—")),
        "table": look.table,
        "record_ids": list(look.record_ids),
        "value": look.value,
        "usual": look.usual,
        "unit": look.unit,
        "co2_t": look.co2_t,
        "reason": fault_view(look.fault),
    }


def base_year(desk: Desk, viewer: Viewer, park_id: str) -> View:
    """The base year as somebody answers for it, beside what it comes to now.

    Small changes add up: the comparison is with the last version that was kept or
    accepted, not with the last draft.
    """
    require_whole(viewer, park_id)
    findings = desk.findings(park_id)
    policy, park = base_policy(), findings.book.park
    threshold = park.base_threshold if park.base_threshold is not None else policy.threshold
    own = park.base_threshold is not None
    told: View = {
        "base_year": park.base_year,
        "threshold": threshold,
        "threshold_cite": "park.yaml" if own else policy.cite,
        "threshold_note": text(policy.note),
        **dict.fromkeys(
            ("inventory_id", "kept_version", "kept_t", "now_t", "change", "is_significant",
             "left_t", "structure_t")
        ),
    }  # fmt: skip
    if park.base_year is None:
        return {**told, "finding": text(_NO_BASE)}
    code = inventory_id(park.base_year, "park", park.park_id)
    accepted = {a.version: a for a in acceptances(desk.engine, park_id, code)}
    heads = [
        h for h in kept_versions(desk.engine, park_id, code)
        if state_of(h, accepted.get(h.version)) == "kept"
    ]  # fmt: skip
    if not heads:
        return {**told, "finding": text(_NOT_KEPT.fill(year=park.base_year))}
    return {**told, **_judged(desk, findings, heads[0], threshold)}


_NO_BASE = Text(
    "The park's card names no base year (base_year).", "园区卡片未填写基准年 (base_year)。"
)
_NOT_KEPT = Text(
    "The inventory of the base year {year} is not kept yet.", "基准年 {year} 的清单尚未留存。"
)
_SIGNIFICANT = Text(
    "The base year {year} comes out {change} from the version that is answered for: "
    "at or above the threshold of {threshold}, it is to be recalculated.",
    "基准年 {year} 与已确认版本相差 {change}，达到阈值 {threshold}，应重新计算。",
)
_SMALL = Text(
    "The base year {year} comes out {change} from the version that is answered for: "
    "below the threshold of {threshold}.",
    "基准年 {year} 与已确认版本相差 {change}，低于阈值 {threshold}。",
)


def _judged(desk: Desk, findings: Findings, head: KeptVersion, threshold: float) -> View:
    kept = read_kept(desk.engine, head)
    drawn = cut(findings.ledger, year=head.year)
    change = drawn.total_t / head.total_t - 1 if head.total_t else None
    is_significant = None if change is None else abs(change) >= threshold
    said = _SIGNIFICANT if is_significant else _SMALL
    left = _left(kept.inventory, findings)
    unit = findings.mass_unit
    return {
        "inventory_id": head.inventory_id,
        "kept_version": head.version,
        "kept_t": figure(key_of("kept", head.inventory_id, head.version, "total"), head.total_t,
                         unit, named("total")),
        "now_t": figure(key_of("total", head.year, "park", drawn.member_id), drawn.total_t, unit,
                        named("total")),
        "change": change,
        "is_significant": is_significant,
        "left_t": left,
        "structure_t": head.total_t - left,
        "finding": text(said.fill(
            year=head.year, change="—" if change is None else f"{change:+.2%}",
            threshold=f"{threshold:.1%}",
        )),
    }  # fmt: skip


def _left(kept: Inventory, findings: Findings) -> float:
    # what members emitted in the base year that the park has no longer
    known = list(findings.ledger.chains)
    gone = kept.entering.filter(~pl.col("to_id").is_in(known))
    return float(gone["co2_t"].sum())
