"""Two methods on the same records: each difference split exactly into named causes.

A line that only one method has is one cause: the method does not count the
stream or the gas, has no factor, or does not subtract what is sent out (R7). A
line that both have differs by factors, formula, coal equivalent or warming
potential; what these make together is shared by `account.shares`.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.account.retrace import Game
from tanlu.catalog.method import Method
from tanlu.errors import BalanceError
from tanlu.model.factor import Resolved
from tanlu.model.inventory import Choice, Inventory
from tanlu.model.side_by_side import Basis, Pair, Part, SideBySide

_COAL = "coal_equivalent"
SENT_OUT = "sent_out"
"""The stream of energy sent out, where a method subtracts it."""
_CLOSE = 1e-9  # of the larger total: what floating-point sums may leave
_BIOGENIC = "co2_biogenic"


@dataclass(frozen=True, slots=True)
class Counted:
    """An inventory, the method that it was drawn by, and the kinds of carriers."""

    inventory: Inventory
    method: Method
    kinds: Mapping[str, str]

    @property
    def lines(self) -> pl.DataFrame:
        """What adds to the method's total: lines that enter, and less what is sent out (R7)."""
        entering = self.inventory.entering.select(_KEPT)
        entering = entering.with_columns(is_export=pl.lit(value=False), sign=pl.lit(1.0))
        if self.method.exports != "net":
            return _numbered(entering)
        sent = self.inventory.exported.select(_KEPT)
        sent = sent.with_columns(is_export=pl.lit(value=True), sign=pl.lit(-1.0))
        return _numbered(pl.concat([entering, sent]))

    @property
    def basis(self) -> Basis:
        """By which rules it was computed."""
        method = self.method
        return Basis(method.method_id, self.inventory.ledger.gwp_set, method.exports)

    def choice(self, index: int) -> Choice:
        """The formula and factors of a line."""
        return self.inventory.ledger.choices[index]


_KEPT = ["line_id", "scope", "stream", "carrier", "gas", "amount", "co2_t", "choice"]


def _numbered(lines: pl.DataFrame) -> pl.DataFrame:
    turn = pl.int_range(pl.len()).over("line_id", "is_export")
    return lines.with_columns(turn=turn, t=pl.col("co2_t") * pl.col("sign"))


def total_of(counted: Counted) -> float:
    """The total by the method's own rule for energy sent out. [t CO2e]"""
    return float(counted.lines["t"].sum())


def side_by_side(first: Counted, second: Counted) -> SideBySide:
    """Lay two methods side by side.

    Args:
        first: The inventory by the first method.
        second: The inventory of the same member and year by the second.

    Returns:
        Both totals and each stream with the parts of its difference, which sum
        to it. [t CO2e]

    Raises:
        BalanceError: When the parts do not sum to the difference.

    Example:
        See `tests/laws/test_side_by_side.py`: nothing to oneself, opposite signs
        when exchanged, parts that sum.
    """
    one, other = first.lines, second.lines
    joined = _joined(one, other)
    parts = list(_parts(joined, first, second))
    found = SideBySide(
        member_id=first.inventory.member_id,
        year=first.inventory.year,
        first=first.basis,
        second=second.basis,
        first_t=float(one["t"].sum()),
        second_t=float(other["t"].sum()),
        pairs=tuple(_pairs(joined, parts)),
    )
    open_t = math.fsum(part.amount_t for part in parts) - found.difference_t
    if not abs(open_t) <= _CLOSE * max(abs(found.first_t), abs(found.second_t), 1.0):
        raise BalanceError.of("side_by_side_open", open=f"{open_t:.6g}")
    return found


def _joined(one: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    on = ["line_id", "is_export", "turn"]
    joined = one.join(other, on=on, how="full", coalesce=True, suffix="_2", nulls_equal=True)
    names = ("scope", "stream", "carrier", "gas")
    return joined.with_columns(pl.coalesce(name, f"{name}_2").alias(name) for name in names).sort(
        "line_id", "is_export", "turn"
    )


class _At(NamedTuple):
    """Where lines that are compared together stand."""

    scope: int
    stream: str
    carrier: str
    gas: str
    is_export: bool

    @property
    def shown(self) -> str:
        """The stream as it is told: what is sent out is one of its own."""
        return SENT_OUT if self.is_export else self.stream


def _parts(joined: pl.DataFrame, first: Counted, second: Counted) -> Iterator[Part]:
    sets = (first.basis.gwp_set, second.basis.gwp_set)
    groups = joined.group_by(*_At._fields, "choice", "choice_2", maintain_order=True)
    for key, lines in groups:
        at, (one, other) = _At(*key[:-2]), key[-2:]
        if one is None or other is None:
            yield _alone(at, lines, first, second)
        else:
            yield from _both(at, lines, (first.choice(one), second.choice(other)), sets)


def _alone(at: _At, lines: pl.DataFrame, first: Counted, second: Counted) -> Part:
    is_first = lines["choice"][0] is not None
    having, lacking = (first, second) if is_first else (second, first)
    formula = having.choice(lines["choice" if is_first else "choice_2"][0]).formula
    was, now = (formula, "") if is_first else ("", formula)
    amount = -float(lines["t"].sum()) if is_first else float(lines["t_2"].sum())
    cause = _why_lacking(lacking, at)
    return Part(cause, at.scope, at.shown, at.carrier, at.gas, amount, len(lines), was=was, now=now)


def _why_lacking(side: Counted, at: _At) -> str:
    if at.is_export:
        return "export"
    is_bought = at.stream == "purchased"
    name = f"purchased.{side.kinds[at.carrier]}" if is_bought else at.stream
    if not side.method.counts(name, at.scope):
        return "stream"
    counted = "co2" if at.gas == _BIOGENIC else at.gas
    return "no_factor" if side.method.counts_gas(counted, at.stream) else "gas"


def _both(
    at: _At, lines: pl.DataFrame, choices: tuple[Choice, Choice], sets: tuple[str, str]
) -> Iterator[Part]:
    one, other = choices
    amounts = (lines["amount"].to_numpy(), lines["amount_2"].to_numpy())
    game = Game(one, other, *amounts, -1.0 if at.is_export else 1.0)
    ends = (float(lines["t"].sum()), float(lines["t_2"].sum()))
    for name, amount in game.split(ends).items():
        if amount == 0:  # such as of biogenic CO2, which weighs nothing
            continue
        cause = name if name in ("formula", "gwp", "amount") else "factor"
        quantity = {"amount": _COAL, "factor": name}.get(cause, "")
        was, now = _told(cause, choices, sets)
        yield Part(
            cause, at.scope, at.shown, at.carrier, at.gas, amount, len(lines), quantity,
            one.factors.get(quantity), other.factors.get(quantity), was, now,
            _inputs(choices) if cause == "formula" else ((), ()),
        )  # fmt: skip


def _inputs(
    choices: tuple[Choice, Choice],
) -> tuple[tuple[Resolved, ...], tuple[Resolved, ...]]:
    one, other = choices
    return _own(one, other), _own(other, one)


def _own(choice: Choice, other: Choice) -> tuple[Resolved, ...]:
    # what the formula of this side takes and the other's does not
    names = FORMULAS[choice.formula].symbols
    return tuple(r for n, r in choice.factors.items() if n in names and n not in other.factors)


def _told(cause: str, choices: tuple[Choice, Choice], sets: tuple[str, str]) -> tuple[str, str]:
    one, other = choices
    if cause == "formula":
        return one.formula, other.formula
    return (
        (f"{one.gwp:g} ({sets[0]})", f"{other.gwp:g} ({sets[1]})") if cause == "gwp" else ("", "")
    )


def _pairs(joined: pl.DataFrame, parts: list[Part]) -> Iterator[Pair]:
    stream = pl.when("is_export").then(pl.lit(SENT_OUT)).otherwise("stream")
    sums = (
        joined.with_columns(stream=stream)
        .group_by("scope", "stream", "carrier")
        .agg(pl.when(pl.col(name).count() > 0).then(pl.col(name).sum()) for name in ("t", "t_2"))
        .sort("scope", "stream", "carrier")
    )
    own: dict[tuple[int, str, str], list[Part]] = {}
    for part in parts:
        own.setdefault((part.scope, part.stream, part.carrier), []).append(part)
    for row in sums.iter_rows(named=True):
        key = (row["scope"], row["stream"], row["carrier"])
        yield Pair(*key, row["t"], row["t_2"], tuple(_merged(own.get(key, []))))


def _merged(parts: list[Part]) -> Iterator[Part]:
    found: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        ids = (r.factor.factor_id if r else "" for r in (part.first, part.second))
        key = (part.cause, part.quantity, part.gas, part.was, part.now, *ids)
        found.setdefault(key, []).append(part)
    for same in found.values():
        whole = math.fsum(part.amount_t for part in same)
        yield replace(same[0], amount_t=whole, lines=sum(part.lines for part in same))
