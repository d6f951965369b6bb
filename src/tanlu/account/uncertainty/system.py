"""The lines of one or more years with the inputs that they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.model.inventory import Choice, Inventory
from tanlu.model.uncertainty import Input

Array = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Bundle:
    """Lines that take the same formula and factors: one function over arrays.

    Attributes:
        formula: Code of the formula; empty where it could not be run again.
        factors: Value of each factor, by argument.
        factor_inputs: Place of each factor's input, by argument.
        amount_names: Arguments that take the line's amount.
        amounts: Amount of each line.
        amount_inputs: Place of each amount's input.
        weight: CO2 equivalent per result of the formula, per line.
        rows: Place of each line in the system.
    """

    formula: str
    factors: Mapping[str, float]
    factor_inputs: Mapping[str, int]
    amount_names: tuple[str, ...]
    amounts: Array
    amount_inputs: Places
    weight: Array
    rows: Places

    def run(self, amounts: Any, factors: Mapping[str, Any]) -> Any:  # noqa: ANN401 - numbers or arrays, as given
        """The formula over other amounts and factors, before weighting."""
        if not self.formula:
            return amounts
        taken = {**factors, **dict.fromkeys(self.amount_names, amounts)}
        return FORMULAS[self.formula].function(**taken)


@dataclass(frozen=True, slots=True)
class System:
    """What totals depend on: bundles of lines, and the inputs they share.

    Attributes:
        inputs: Every input, those without a range among them.
        bundles: The lines.
        lines: Year, scope, member (`cell`), whether it enters, tonnes; one row each.
    """

    inputs: tuple[Input, ...]
    bundles: tuple[Bundle, ...]
    lines: pl.DataFrame

    def cuts(self) -> list["Cut"]:
        """The lines by total, by scope and by member, of each year."""
        entering, every = self.lines["enters"].to_numpy(), np.ones(len(self.lines), bool)
        return [
            self._cut("total", [], entering),
            self._cut("scope", ["scope"], entering),
            self._cut("member", ["cell"], every),
        ]

    def _cut(self, kind: str, by: list[str], kept: npt.NDArray[np.bool_]) -> "Cut":
        names = pl.concat_str([pl.col(n).cast(pl.String) for n in ("year", *by)], separator="|")
        codes = self.lines.select(names.alias("code"))["code"].filter(pl.Series(kept))
        known = codes.unique().sort()
        groups = np.full(len(self.lines), -1)
        groups[kept] = codes.cast(pl.Enum(known)).to_physical().to_numpy()
        return Cut(tuple((kind, *str(code).split("|", 1)) for code in known), groups)

    def outputs(self) -> dict[tuple[str, ...], Places]:
        """Figures by kind, year and code, each with the lines that it sums."""
        return {key: rows for cut in self.cuts() for key, rows in cut.rows().items()}


@dataclass(frozen=True, slots=True)
class Cut:
    """A division of lines among figures of one kind: a line counts in one, or in none.

    Attributes:
        keys: The figures, each as kind, year and code.
        groups: Place of each line's figure; -1 in none.
    """

    keys: tuple[tuple[str, ...], ...]
    groups: Places

    def rows(self) -> dict[tuple[str, ...], Places]:
        """The lines of each figure."""
        order = np.argsort(self.groups, kind="stable")
        bounds = np.searchsorted(self.groups[order], np.arange(len(self.keys) + 1))
        return {key: order[bounds[n] : bounds[n + 1]] for n, key in enumerate(self.keys)}


def system_of(inventories: Sequence[Inventory], ranges: Ranges) -> System:
    """Find what the totals of one or more years depend on.

    Args:
        inventories: Cuts of one park, a year each.
        ranges: Where ranges of amounts and factors come from.

    Returns:
        Bundles and inputs. A factor is one input however many streams, members
        or years take it; an amount is one for a stream, its meter and its year (R13).
    """
    lines = pl.concat([inventory.lines for inventory in inventories])
    choices = inventories[0].ledger.choices
    keyed, amounts = ranges.amounts(lines)
    inputs: dict[str, Input] = {found.key: found for found in amounts}
    bundles = []
    for key, part in keyed.with_row_index("n").group_by("choice", maintain_order=True):
        bundles.append(_bundle(part, choices[int(str(key[0]))], inputs, ranges))
    places = {key: n for n, key in enumerate(inputs)}
    about = keyed.select(
        "line_id", "table", "record_id", "row", "year", pl.col("scope").cast(pl.Int64), "cell",
        "co2_t", "carrier", enters=pl.col("from_cell").is_null(),
    )  # fmt: skip
    return System(
        tuple(inputs.values()), tuple(_placed(*bundle, places) for bundle in bundles), about
    )


_Loose = tuple[pl.DataFrame, Choice, dict[str, str], str]


def _bundle(part: pl.DataFrame, choice: Choice, inputs: dict[str, Input], ranges: Ranges) -> _Loose:
    formula = FORMULAS.get(choice.formula)
    names = tuple(formula.symbols) if formula else ()
    factors = {n: choice.factors[n] for n in names if n in choice.factors}
    is_whole = all(n in factors or n in AMOUNTS for n in names)
    is_told = formula is not None and is_whole and _reproduces(part, choice, names)
    if not is_told:
        blind = ranges.blind(choice)
        inputs.setdefault(blind.key, blind)
        return part, choice, {"": blind.key}, ""
    keys = {}
    for name, resolved in factors.items():
        found = inputs.setdefault((known := ranges.factor(resolved)).key, known)
        keys[name] = found.key
    return part, choice, keys, choice.formula


def _reproduces(part: pl.DataFrame, choice: Choice, names: Sequence[str]) -> bool:
    # what this function of amount and factors gives must be what the ledger has
    formula = FORMULAS[choice.formula]
    amount = part["amount"].to_numpy()
    values = {n: choice.factors[n].value if n in choice.factors else amount for n in names}
    again = np.broadcast_to(formula.function(**values), amount.shape)
    return bool(np.allclose(again, part["gas_t"].to_numpy(), rtol=_SAME, atol=0, equal_nan=True))


def _placed(
    part: pl.DataFrame, choice: Choice, keys: dict[str, str], formula: str,
    places: Mapping[str, int],
) -> Bundle:  # fmt: skip
    amounts = part["amount"].to_numpy()
    names = FORMULAS[formula].symbols if formula else ()
    factors = {n: choice.factors[n].value for n in names if n in choice.factors}
    tonnes = part["co2_t"].to_numpy()
    by_amount = np.divide(tonnes, amounts, out=np.zeros_like(tonnes), where=amounts != 0)
    return Bundle(
        formula=formula,
        factors=factors,
        factor_inputs={name: places[key] for name, key in keys.items()},
        amount_names=tuple(n for n in names if n not in factors),
        amounts=amounts,
        amount_inputs=np.array([places[key] for key in part["input"]], np.int64),
        weight=np.full(len(part), choice.gwp) if formula else by_amount,
        rows=part["n"].cast(pl.Int64).to_numpy(),
    )
