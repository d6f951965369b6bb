"""Use case: the green-power ledger of a day, with figures that open to claims and records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from tanlu.errors import NotFoundError
from tanlu.report.findings import Findings
from tanlu.trace.green import KINDS
from tanlu.trace.loops import Values
from tanlu.trace.park_green import ParkGreen
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.trace_green import green_hours_of
from tanlu.workflow.trace_hours import month_by_hour
from tanlu.workflow.trace_pages import asked, head
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View, figure, key_of, named, pick, text
from tanlu.workflow.views.proof_parts import proof_of, record_view
from tanlu.workflow.views.trace_figures import who

GREEN = "trace_green"
PARK, SOURCES = "-", "sources"
_COVERED = ("used", *KINDS, "open")
_MOST = 50
_MWH = "MWh"
_RULES = Text(
    "A source gives no more than it gave in that hour, nobody covers more than was used in it, "
    "and nothing is carried to another hour: each kWh is owned once (R8, R9).",
    "每小时内任一来源不超过其供给，任一成员不超过其用电，余量不结转至其他小时；"
    "每千瓦时只归属一次 (R8、R9)。",
)
_OVER = Text(
    "What is over lowers nothing: it is listed, never negative emission.",
    "余量不作任何扣减：只列示，不计为负排放。",
)


@dataclass(frozen=True, slots=True)
class GreenOfDay:
    """A day's ledger with what its figures are named by."""

    findings: Findings
    day: date
    level: str
    green: ParkGreen

    def columns(self, member: str) -> Mapping[str, Values]:
        """Used, owned by kind and open of a member, or of all; by hour. [MWh]"""
        chosen = self._chosen(member)
        owned = [self.green.ledger.of_member(number) for number in chosen]
        nothing = np.zeros(len(self.green.hours))
        return {
            "used": self.green.loads[:, chosen].sum(axis=1),
            **{kind: sum((own[kind] for own in owned), nothing) for kind in KINDS},
            "open": self.green.ledger.open_load[:, chosen].sum(axis=1),
        }

    def _chosen(self, member: str) -> list[int]:
        members = self.green.members
        return list(range(len(members))) if member == PARK else [members.index(member)]

    def figure(self, what: str, member: str, value: float) -> View:
        """A sum over the day. [MWh]"""
        key = key_of(GREEN, self.day, self.level, what, member)
        return figure(key, value, _MWH, named(f"green_day_{what}"))

    def sums(self, member: str) -> dict[str, View]:
        """The day's sums of a member, or of all. [MWh]"""
        columns = self.columns(member)
        return {what: self.figure(what, member, float(columns[what].sum())) for what in _COVERED}


def green_of(desk: Desk, findings: Findings, day: date, level: str) -> GreenOfDay:
    """The ledger of a day, by the readings of a desk's park."""
    opened = of_desk(desk, findings.book.park.park_id)
    month = month_by_hour(findings.ledger, findings.book, opened, day)
    green = green_hours_of(month, findings.catalog, opened.clock, day, level)
    return GreenOfDay(findings, day, level, green)


def green_ledger(
    desk: Desk, viewer: Viewer, park_id: str, of: tuple[str, str], how: tuple[int, str, str, int]
) -> View:
    """A day of green power as the API's record `GreenLedger`: of the park, or of one member.

    Raises:
        NotFoundError: When there is no such day or member.
    """
    require_whole(viewer, park_id)
    day, member = of
    findings, span, done = asked(desk, park_id, day, how)
    if span.kind != "day":
        raise NotFoundError.of("not_found", thing=day)
    found = green_of(desk, findings, span.first, how[1])
    if member:
        pick(dict.fromkeys(found.green.members), member)
    columns = found.columns(member or PARK)
    over = found.green.ledger.unclaimed
    given = float(_given(found).sum())
    return {
        **head(desk, findings, done, span),
        "member_id": member or None,
        "by_hour": {
            **{what: values.tolist() for what, values in columns.items()},
            "over": over.sum(axis=1).tolist(),
        },
        "sums": found.sums(member or PARK),
        "given": found.figure("given", SOURCES, given),
        "over": found.figure("over", SOURCES, float(over.sum())),
        "members": [
            {"member_id": name, "member": text(who(findings, name)), **found.sums(name)}
            for name in _largest(found)
        ],
        "left_out": max(0, len(found.green.members) - _MOST),
        "sources": [
            {"source": name, "name": text(who(findings, name)), "over": float(over[:, n].sum()),
             "given": float(_given(found)[:, n].sum())}
            for n, name in enumerate(found.green.sources)
        ],
        "notes": [text(_RULES), text(_OVER)],
    }  # fmt: skip


def _given(found: GreenOfDay) -> Values:
    # what a source gave is what is owned of it and what is over
    ledger = found.green.ledger
    total = ledger.unclaimed.copy()
    for place, claim in enumerate(ledger.claims):
        total[:, claim.source] += ledger.granted[:, place]
    return total


def _largest(found: GreenOfDay) -> list[str]:
    used = found.green.loads.sum(axis=0)
    ranked = np.argsort(-used, kind="stable")[:_MOST]
    return [found.green.members[number] for number in ranked]


def green_proof(desk: Desk, findings: Findings, parts: list[str]) -> View:
    """The proof of a sum of green power.

    Raises:
        NotFoundError: When no figure has this key.
    """
    try:
        day, level, what, member = parts
        found = green_of(desk, findings, date.fromisoformat(day), level)
        return _source_proof(found, what) if member == SOURCES else _proof(found, what, member)
    except (KeyError, ValueError, IndexError) as error:
        raise NotFoundError.of("not_found", thing="~".join([GREEN, *parts])) from error


def _proof(found: GreenOfDay, what: str, member: str) -> View:
    shown = found.sums(member)[what]
    if member == PARK:
        inner = [found.sums(name)[what] | {"label": text(who(found.findings, name))}
                 for name in _largest(found)]  # fmt: skip
        parts = [part for part in inner if part["value"]]
        return proof_of(shown, parts=parts, notes=[text(_RULES)])
    number = found.green.members.index(member)
    claims = [
        c.claim_id for c in found.green.ledger.claims if c.kind == what and c.member == number
    ]
    whole = found.sums(member)
    parts = [whole[kind] for kind in (*KINDS, "open")] if what == "used" else []
    records = _records(found.findings, claims)
    return proof_of(shown, parts=parts, records=records, notes=[text(_RULES)])


def _source_proof(found: GreenOfDay, what: str) -> View:
    over = float(found.green.ledger.unclaimed.sum())
    given = float(_given(found).sum())
    value = {"given": given, "over": over}[what]
    claims = [claim.claim_id for claim in found.green.ledger.claims]
    owned = found.sums(PARK)
    parts = [owned[kind] for kind in KINDS]
    if what == "given":
        parts = [*parts, found.figure("over", SOURCES, over)]
    return proof_of(
        found.figure(what, SOURCES, value), parts=parts,
        records=_records(found.findings, claims), notes=[text(_RULES), text(_OVER)],
    )  # fmt: skip


def _records(findings: Findings, claims: list[str]) -> list[View]:
    flows = set(findings.book.table("flows")["record_id"])
    named_ = list(dict.fromkeys(claims))[:_MOST]
    found = [record_view(findings, "flows", name) for name in named_ if name in flows]
    held = {
        row.cells.get("certificate_id"): row
        for row in findings.book.draft.sheet("certificates").rows
    } if any(name not in flows for name in named_) else {}  # fmt: skip
    return found + [
        {"table": "certificates", "row": held[name].number, "record_id": name,
         "fields": dict(held[name].cells), "evidence": None}
        for name in named_ if name in held
    ]  # fmt: skip
