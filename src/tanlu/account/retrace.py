"""Lines that two methods both have: by which inputs they differ, and what each adds."""

import math
from dataclasses import dataclass

import numpy as np

from tanlu.account.formulas import FORMULAS
from tanlu.account.shares import MOST, shares
from tanlu.model.inventory import Choice

_CLOSE = 1e-9  # of the larger side: what floating-point sums may leave
_SAME = 1e-12  # one printed value read in two units is no difference


@dataclass(frozen=True, slots=True)
class Game:
    """Lines that both methods have, with everything by which the two may differ.

    Amounts are of the same lines in the same order under each method; `sign` is
    -1 for energy that is subtracted.
    """

    one: Choice
    other: Choice
    amounts: np.ndarray
    amounts_2: np.ndarray
    sign: float

    def split(self, ends: tuple[float, float]) -> dict[str, float]:
        """Each change's part of second less first; the formula takes what is not retraced."""
        changes = self._changes()
        whole = ends[1] - ends[0]
        if not changes or len(changes) > MOST or not self._is_retraced(changes, ends):
            is_same = math.isclose(*ends, rel_tol=_SAME)
            return {} if is_same else {"formula": whole}
        return shares(changes, self._value)

    def _is_retraced(self, changes: list[str], ends: tuple[float, float]) -> bool:
        made = (self._value(frozenset()), self._value(frozenset(changes)))
        return all(
            math.isclose(a, b, rel_tol=_CLOSE, abs_tol=1e-12)
            for a, b in zip(made, ends, strict=True)
        )

    def _changes(self) -> list[str]:
        one, other = self.one, self.other
        symbols = {*FORMULAS[one.formula].symbols, *FORMULAS[other.formula].symbols}
        found = [
            name
            for name, resolved in one.factors.items()
            if name in symbols
            and name in other.factors
            and not math.isclose(resolved.value, other.factors[name].value, rel_tol=_SAME)
        ]
        found += ["formula"] if one.formula != other.formula else []
        found += ["gwp"] if one.gwp != other.gwp else []
        return found + ([] if np.array_equal(self.amounts, self.amounts_2) else ["amount"])

    def _value(self, done: frozenset[str]) -> float:
        own, foreign = (self.other, self.one) if "formula" in done else (self.one, self.other)
        amounts = self.amounts_2 if "amount" in done else self.amounts
        inputs = {}
        for name in FORMULAS[own.formula].symbols:
            side = self.other if name in done else self.one
            taken = side.factors.get(name) if name in foreign.factors else own.factors.get(name)
            inputs[name] = amounts if taken is None else taken.value
        gwp = (self.other if "gwp" in done else self.one).gwp
        result = FORMULAS[own.formula].function(**inputs)
        return self.sign * gwp * float(np.sum(result))
