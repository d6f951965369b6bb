"""A park's change, taken apart, for the API: whole, step by step, and summed up."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tanlu.explain.branches import Change
from tanlu.explain.identities import IdentityOf
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.park_drivers import Split, offered, split, years_between
from tanlu.workflow.views.figure import View, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label

_CALIBRATED = Text(
    "Additive LMDI-I; energy shares calibrated so that totals equal the published ones.",
    "LMDI-I 加法分解；能源占比按公布总量校准。",
)
_PLAIN = Text("Additive LMDI-I on the recorded data.", "基于记录数据的 LMDI-I 加法分解。")
_APART = Text(
    "Without coal equivalent, explained by emissions per output instead of energy: {names}.",
    "无折标煤数据，按单位产值排放而非能耗解释：{names}。",
)
_ZERO = Text(
    "What appears or vanishes counts whole under the share that appeared or vanished.",
    "新出现或消失的部分全部计入相应占比的变化。",
)


def split_view(findings: Findings, code: str, start: int, end: int) -> View:
    """The API's record `DriverSplit`."""
    years = years_between(findings, start, end)
    found = split(findings, code, years)
    span = (years[0], years[-1])
    whole = found.change(*span)
    steps = [(pair, found.change(*pair)) for pair in pairwise(years)]
    shown = Shown(findings, found, span)
    return {
        "park_id": findings.book.park.park_id,
        "version": findings.version,
        "identity": found.identity.code,
        "formula": found.identity.formula,
        "identities": [_choice(*each) for each in offered(findings, years)],
        "years": list(findings.inventories),
        "from_year": span[0],
        "to_year": span[1],
        "basis": text(basis(findings, found)),
        "notes": [text(note) for note in notes(findings, found)],
        "whole": shown.change(span, whole),
        "steps": [shown.change(pair, each) for pair, each in steps],
        "running": [shown.running(steps[: n + 1]) for n in range(len(steps))],
        "finding": text(finding(span, whole, found)),
        "chain_finding": text(_chained(span, steps, whole, found)),
    }


def _choice(identity: IdentityOf, refused: Text | None) -> View:
    return {
        "code": identity.code,
        "label": text(identity.label),
        "formula": identity.formula,
        "reason": text(refused) if refused else None,
    }


def basis(findings: Findings, found: Split) -> Text:
    """On which figures a split rests."""
    is_calibrated = findings.is_calibrated and not found.identity.is_by_member
    return _CALIBRATED if is_calibrated else _PLAIN


def notes(findings: Findings, found: Split) -> list[Text]:
    """What a reader has to know of a split."""
    direct = [b for b in found.branches if {"direct_intensity", "direct"} & set(b.factors)]
    names = [carrier_name(findings, c) for b in direct for c in b.categories]
    said = []
    if names and "energy" not in factors_of(found):
        listed = Text(", ".join(n.en for n in names[:6]), "、".join(n.zh for n in names[:6]))
        said.append(_APART.fill(names=listed))
    if any(_appears(branch.values == 0) for branch in found.branches):
        said.append(_ZERO)
    return said


def _appears(zero: npt.NDArray[np.bool_]) -> bool:
    return bool((zero.any(axis=0) & ~zero.all(axis=0)).any())


def factors_of(found: Split) -> list[str]:
    """Names of the factors, in the order of the identity."""
    return list(dict.fromkeys(name for branch in found.branches for name in branch.factors))


def members_of(found: Split) -> list[str]:
    """Members that categories belong to; none where they are not told apart."""
    if not found.identity.is_by_member:
        return []
    return list(dict.fromkeys(c.partition(":")[0] for b in found.branches for c in b.categories))


def carriers_of(found: Split) -> list[str]:
    """Carriers that categories belong to; none when there is only the whole."""
    names = [c.rpartition(":")[2] for b in found.branches for c in b.categories]
    return [] if names == ["park"] else list(dict.fromkeys(names))


def carrier_name(findings: Findings, category: str) -> Text:
    """What a category is called: its carrier, after its member where there is one."""
    member, _, carrier = category.rpartition(":")
    if category == "park":
        return Text("whole park", "全园区")
    name = slice_label(findings, "carrier", carrier)
    if not member:
        return name
    owner = slice_label(findings, "member", member)
    return Text(f"{owner.en}, {name.en}", f"{owner.zh} {name.zh}")


def part_by_member(change: Change, member: str) -> float:
    """What the carriers of one member add."""
    return sum(c.effect for c in change.cells if c.category.partition(":")[0] == member)


def part_by_carrier(change: Change, carrier: str) -> float:
    """What one carrier adds over all members."""
    return sum(c.effect for c in change.cells if c.category.rpartition(":")[2] == carrier)


class Shown:
    """A split with the park that it belongs to: turns changes into records."""

    def __init__(self, findings: Findings, found: Split, span: tuple[int, int]) -> None:
        """Keep what every figure's key needs."""
        self.findings, self.found = findings, found
        self.span = span
        self.at = (found.identity.code, *span)

    def figure(self, kind: str, value: float, name: Text, *parts: object) -> View:
        """A mass with its key."""
        return mass(self.findings, key_of(kind, *self.at, *parts), value, name)

    def effect(self, kind: str, code: str, value: float, name: Text, *parts: object) -> View:
        """A named part of a change."""
        figure = self.figure(kind, value, name, *parts, code)
        return {"code": code, "label": text(name), "co2_t": figure}

    def change(self, pair: tuple[int, int], found: Change) -> View:
        """The API's record `DriverChange`."""
        ends = (("start", pair[0], found.start_value), ("end", pair[1], found.end_value))
        year = Text("Emissions {year}", "{year} 年排放量")
        return {
            "from_year": pair[0],
            "to_year": pair[1],
            **{
                side: self.figure(f"driver_{side}", value, year.fill(year=at), *pair)
                for side, at, value in ends
            },
            "total": self.figure("driver_total", found.total, named("change"), *pair),
            "effects": [
                self.effect("driver_effect", f, found.effect(f), label("factor", f), *pair)
                for f in factors_of(self.found)
            ],
            "by_member": self._by(pair, found, "member"),
            "by_carrier": self._by(pair, found, "carrier"),
            "closing_error": found.closing_error,
        }

    def _by(self, pair: tuple[int, int], found: Change, column: str) -> list[View]:
        codes, part = {
            "member": (members_of, part_by_member), "carrier": (carriers_of, part_by_carrier),
        }[column]  # fmt: skip
        rows = [
            self.effect(f"driver_{column}", code, part(found, code),
                        slice_label(self.findings, column, code), *pair)
            for code in codes(self.found)
        ]  # fmt: skip
        return sorted(rows, key=lambda row: -abs(row["co2_t"]["value"]))

    def running(self, steps: Sequence[tuple[tuple[int, int], Change]]) -> View:
        """Effects summed over steps, up to the last of them."""
        year = steps[-1][0][1]
        sums = {f: sum(c.effect(f) for _, c in steps) for f in factors_of(self.found)}
        total = sum(c.total for _, c in steps)
        return {
            "year": year,
            "total": self.figure("driver_total", total, named("change"), self.at[1], year),
            "effects": [
                self.effect("driver_running", f, value, label("factor", f), year)
                for f, value in sums.items()
            ],
        }


def amount(value: float) -> Text:
    """A change in words, signed: 10⁴ t where it is large."""
    sign = "+" if value > 0 else "−"
    size = abs(value)
    if size >= 1e4:
        return Text(f"{sign}{size / 1e4:,.2f} ×10⁴ t", f"{sign}{size / 1e4:,.2f} 万 t")
    return Text(f"{sign}{size:,.4g} t", f"{sign}{size:,.4g} t")


def finding(span: tuple[int, int], whole: Change, found: Split) -> Text:
    """One line: what moved the emissions most, up and down."""
    effects = {f: whole.effect(f) for f in factors_of(found)}
    up, down = max(effects, key=effects.__getitem__), min(effects, key=effects.__getitem__)
    sentence = Text(
        "{start} to {end}: emissions {total}. Most up: {up} {plus}; most down: {down} {minus}.",
        "{start}—{end} 年排放 {total}：增加最多的是{up}（{plus}），减少最多的是{down}（{minus}）。",
    )
    if effects[up] <= 0 or effects[down] >= 0:
        most = up if abs(effects[up]) >= abs(effects[down]) else down
        sentence = Text(
            "{start} to {end}: emissions {total}, most of it by {up} {plus}.",
            "{start}—{end} 年排放 {total}，主要来自{up}（{plus}）。",
        )
        up = most
    return sentence.fill(
        start=span[0], end=span[1], total=amount(whole.total), up=label("factor", up),
        plus=amount(effects[up]), down=label("factor", down), minus=amount(effects[down]),
    )  # fmt: skip


def _chained(
    span: tuple[int, int], steps: Sequence[tuple[tuple[int, int], Change]], whole: Change,
    found: Split,
) -> Text:  # fmt: skip
    sums = {f: sum(c.effect(f) for _, c in steps) for f in factors_of(found)}
    most = max(sums, key=lambda f: abs(sums[f]))
    sentence = Text(
        "{start} to {end}, summed year by year: {name} {chained} (first against last year "
        "{direct}).",
        "{start}—{end} 年逐年累计：{name} {chained}（首末年对比为 {direct}）。",
    )
    return sentence.fill(
        start=span[0], end=span[1], name=label("factor", most), chained=amount(sums[most]),
        direct=amount(whole.effect(most)),
    )  # fmt: skip
