"""CO2 measured in stacks beside the calculated; one of the two is booked, never both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from typing import Any

import polars as pl

from tanlu.account.prepare.records import covered_days, line_name, rows_of
from tanlu.errors import Fault, raise_errors
from tanlu.model.book import Book
from tanlu.model.inventory import LINE_SCHEMA, Choice
from tanlu.model.label import label
from tanlu.model.preparation import APART, Preparation, StackComparison

CARRIER = "flue_gas"
"""The catalogue's name for what a stack emits, whatever was burned."""
_COVERS = {
    "combustion": ("combustion",),
    "all": ("combustion", "process", "feedstock", "mass_balance"),
}
_CO2 = ("co2", "co2_biogenic")
Row = Mapping[str, Any]
Chains = Mapping[str, tuple[str, ...]]
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Group:
    """All stack rows of a member and year, and the lines that they stand beside."""

    rows: Sequence[Row]
    lines: pl.DataFrame
    cut: pl.DataFrame

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def is_booked(self) -> bool:
        return bool(self.first["booked"] == "measured")


def with_stacks(
    lines: pl.DataFrame, choices: list[Choice], book: Book, chains: Chains, done: Preparation
) -> tuple[pl.DataFrame, Preparation]:
    """Lines with what stacks measured in the place of what they replace.

    Args:
        lines: All lines as calculated.
        choices: All choices; those of measured and replaced lines are appended.
        book: A checked park.
        chains: Each member with those above it.
        done: What was prepared so far.

    Returns:
        Lines; of a replaced line the energy stays and its CO2 stands apart. And the
        preparation with the comparison of every member and year.

    Raises:
        InputError: When one line would be counted by two stacks or in two ways.
    """
    rows = rows_of(book.table("cems").sort("member_id", "start", "stack"))
    if not rows:
        return lines, done
    grouped: dict[Key, list[Row]] = {}
    for row in rows:
        grouped.setdefault((row["member_id"], row["year"]), []).append(row)
    groups = [_group(own, lines, chains) for own in grouped.values()]
    faults = [f for g in groups for f in _faults(book, g)] + _twice(book, groups)
    raise_errors(faults)
    compared = [_comparison(group) for group in groups]
    faults += [f for g, c in zip(groups, compared, strict=True) for f in _told(book, g, c)]
    booked = [(g, c) for g, c in zip(groups, compared, strict=True) if g.is_booked]
    taken = [name for _, c in booked for name in c.line_ids]
    kept = _apart(lines, taken, choices)
    measured = _measured(booked, book, choices)
    found = replace(done, stacks=tuple(compared), warnings=(*done.warnings, *faults))
    return pl.concat([kept, measured]), found


def _group(rows: Sequence[Row], lines: pl.DataFrame, chains: Chains) -> _Group:
    first = rows[0]
    inside = [name for name, chain in chains.items() if first["member_id"] in chain]
    start, end = min(r["start"] for r in rows), max(r["end"] for r in rows)
    beside = lines.filter(
        pl.col("to_id").is_in(inside), pl.col("from_id").is_null(), pl.col("gas").is_in(_CO2),
        pl.col("stream").is_in(_COVERS[first["covers"]]), pl.col("start") < end,
        pl.col("end") > start,
    )  # fmt: skip
    spans = [(row["start"], row["end"]) for row in rows]
    whole = [_is_within(span, spans) for span in beside.select("start", "end").iter_rows()]
    met = [_meets(span, spans) for span in beside.select("start", "end").iter_rows()]
    is_whole = pl.Series(whole, dtype=pl.Boolean)
    is_cut = pl.Series([m and not w for m, w in zip(met, whole, strict=True)], dtype=pl.Boolean)
    return _Group(rows, beside.filter(is_whole), beside.filter(is_cut))


def _is_within(span: tuple[date, date], spans: Sequence[tuple[date, date]]) -> bool:
    clipped = [(max(s, span[0]), min(e, span[1])) for s, e in spans if s < span[1] and e > span[0]]
    return covered_days(clipped) == (span[1] - span[0]).days


def _meets(span: tuple[date, date], spans: Iterable[tuple[date, date]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _faults(book: Book, group: _Group) -> list[Fault]:
    sheet, first = book.draft.sheet("cems"), group.first
    found = []
    for row in group.rows[1:]:
        for column in ("booked", "covers"):
            if row[column] != first[column]:
                told = {
                    "member": row["member_id"],
                    "year": row["year"],
                    "column": column,
                }
                found.append(Fault("stacks_disagree", sheet.place(row["row"], column), told))
    days = {
        stack: covered_days([(r["start"], r["end"]) for r in group.rows if r["stack"] == stack])
        for stack in dict.fromkeys(row["stack"] for row in group.rows)
    }
    if len(set(days.values())) > 1:
        short = min(days, key=lambda stack: days[stack])
        told = {"stack": short, "days": days[short], "most": max(days.values())}
        found.append(Fault("stack_gap", sheet.place(first["row"], "period"), told))
    if group.is_booked and group.cut.height:
        told = {
            "record": group.cut["record_id"][0],
            "member": first["member_id"],
        }
        found.append(Fault("stack_cuts_record", sheet.place(first["row"], "period"), told))
    return found


def _twice(book: Book, groups: Sequence[_Group]) -> list[Fault]:
    seen: dict[str, _Group] = {}
    for group in groups:
        for line in group.lines["line_id"]:
            other = seen.get(line)
            if other is not None and (other.is_booked or group.is_booked):
                told = {"record": line.rpartition(".")[0], "member": group.first["member_id"],
                        "other": other.first["member_id"]}  # fmt: skip
                place = book.draft.sheet("cems").place(group.first["row"], "member_id")
                return [Fault("stack_twice", place, told)]
            seen[line] = group
    return []


def _comparison(group: _Group) -> StackComparison:
    first, lines = group.first, group.lines
    has_lines = bool(lines.height) and not group.cut.height
    biogenic = float(lines.filter(pl.col("gas") == "co2_biogenic")["gas_t"].sum())
    return StackComparison(
        comparison_id=f"{first['member_id']}.{first['year']}",
        member_id=first["member_id"],
        year=first["year"],
        start=min(row["start"] for row in group.rows),
        end=max(row["end"] for row in group.rows),
        stacks=tuple(dict.fromkeys(row["stack"] for row in group.rows)),
        covers=first["covers"],
        booked=first["booked"],
        measured=fsum(row["amount"] for row in group.rows),
        calculated=float(lines["gas_t"].sum()) if has_lines else None,
        biogenic=biogenic,
        record_ids=tuple(row["record_id"] for row in group.rows),
        line_ids=tuple(lines["line_id"]),
    )


def _told(book: Book, group: _Group, found: StackComparison) -> list[Fault]:
    place = book.draft.sheet("cems").place(group.first["row"], "quantity")
    told = {"member": found.member_id, "year": found.year,
                               "measured": f"{found.measured:,.6g}"}  # fmt: skip
    if found.calculated is None:
        return [Fault("stack_alone", place, told)]
    gap = found.measured - found.calculated
    share = f"{gap / found.calculated:+.1%}" if found.calculated else "–"
    said = {
        **told,
        "calculated": f"{found.calculated:,.6g}",
        "gap": share,
        "booked": label("booked", found.booked),
    }
    return [Fault("stack_differs", place, said)] if gap else []


def _apart(lines: pl.DataFrame, taken: Sequence[str], choices: list[Choice]) -> pl.DataFrame:
    # the energy of a replaced line stays; its CO2 is shown apart, with weight 0
    if not taken:
        return lines
    is_taken = pl.col("line_id").is_in(taken)
    other: dict[int, int] = {}
    for index in lines.filter(is_taken)["choice"].unique():
        other[index] = len(choices)
        choices.append(replace(choices[index], gas=APART, gwp=0.0))
    number = pl.col("choice").replace_strict(other, default=pl.col("choice"))
    return lines.with_columns(
        choice=pl.when(is_taken).then(number).otherwise("choice").cast(pl.Int64),
        gas=pl.when(is_taken).then(pl.lit(APART)).otherwise("gas"),
        co2_t=pl.when(is_taken).then(0.0).otherwise("co2_t"),
    )


def _measured(
    booked: Sequence[tuple[_Group, StackComparison]], book: Book, choices: list[Choice]
) -> pl.DataFrame:
    systems = dict(book.table("members").select("member_id", "system").iter_rows())
    rows = []
    for group, found in booked:
        share = found.biogenic / found.calculated if found.calculated else 0.0
        for row in group.rows:
            for gas, part in (("co2", 1.0 - share), ("co2_biogenic", share)):
                if part or gas == "co2":
                    rows.append(_line(row, systems.get(row["member_id"]), gas, part, choices))
    return pl.DataFrame(rows, schema=LINE_SCHEMA, infer_schema_length=None)


def _line(
    row: Row, system: str | None, gas: str, share: float, choices: list[Choice]
) -> dict[str, Any]:
    blank: Mapping[str, None] = dict.fromkeys(LINE_SCHEMA)
    gwp = 1.0 if gas == "co2" else 0.0
    amount = row["amount"] * share
    return {
        **blank,
        "line_id": line_name("cems", row["record_id"], gas), "table": "cems",
        "record_id": row["record_id"],
        "row": row["row"], "to_id": row["member_id"], "stream": "cems", "carrier": CARRIER,
        "system": system, "scope": 1, "gas": gas, "start": row["start"], "end": row["end"],
        "year": row["year"], "quality": "measured", "written_amount": amount,
        "written_unit": "t", "amount": amount, "amount_unit": "t", "energy_tce": 0.0,
        "gas_t": amount, "co2_t": amount * gwp, "formula": "stack_co2",
        "choice": _choice(gas, gwp, choices), "share": None if share == 1.0 else share,
    }  # fmt: skip


def _choice(gas: str, gwp: float, choices: list[Choice]) -> int:
    wanted = Choice("stack_co2", gas, {}, gwp)
    for index, choice in enumerate(choices):
        if choice == wanted:
            return index
    choices.append(wanted)
    return len(choices) - 1
