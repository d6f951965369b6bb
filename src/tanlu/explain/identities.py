"""The products that a park's emissions may be written as, and which of them its data allow.

`carrier`: C = Σ G · E/G · E_i/E · C_i/E_i over carriers; `enterprise` puts the share of each
enterprise in energy between, `enterprise_output` its share in output; `output`: C = G · C/G;
`energy`: C = Σ E · E_i/E · C_i/E_i. What carries no energy, or energy of unknown coal
equivalent, has emissions per output in place of intensity, share and factor.
Method: Kaya identity as [wang2024] section 2 names its factors; Ang 2015 for its levels.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from tanlu.explain.branches import Branch
from tanlu.explain.divisia import Array
from tanlu.types import Text

Key = tuple[str, str]
"""Member and carrier; the member is empty where enterprises are not told apart."""

_COVERAGE = 0.01  # how far outputs of enterprises may be off the park's, before it is no split


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year of a park: output [CNY], energy [tce] and CO2 [t] by member and carrier.

    `unknown` are pairs of which some coal equivalent is unknown; `outputs` those
    enterprises' output values that are on record.
    """

    year: int
    output_cny: float | None
    energy: Mapping[Key, float]
    co2: Mapping[Key, float]
    unknown: frozenset[Key] = frozenset()
    outputs: Mapping[str, float] = field(default_factory=dict)


def category(key: Key) -> str:
    """The name of a member's carrier.

    Example:
        >>> category(("", "coal")), category(("mill", "coal"))
        ('coal', 'mill:coal')
    """
    return ":".join(part for part in key if part)


@dataclass(frozen=True, slots=True)
class _Table:
    keys: list[Key]
    energy: Array
    co2: Array
    carried: list[bool]

    def only(self, *, energy: bool) -> "_Table":
        at = [i for i, is_energy in enumerate(self.carried) if is_energy == energy]
        return _Table([self.keys[i] for i in at], self.energy[:, at], self.co2[:, at], [])

    @property
    def total(self) -> Array:
        found: Array = self.energy.sum(axis=1, keepdims=True)
        return found

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(category(key) for key in self.keys)

    def by_member(self) -> Array:
        _, at = np.unique([m for m, _ in self.keys], return_inverse=True)
        sums = np.zeros((len(self.energy), int(at.max()) + 1))
        np.add.at(sums.T, at, self.energy.T)
        found: Array = sums[:, at]
        return found


def _table(years: Sequence[YearOf]) -> _Table:
    keys = list(dict.fromkeys(k for y in years for k in (*y.energy, *y.co2)))
    energy = np.array([[y.energy.get(k, 0.0) for k in keys] for y in years])
    co2 = np.array([[y.co2.get(k, 0.0) for k in keys] for y in years])
    unknown = [any(k in y.unknown for y in years) for k in keys]
    whole = ((energy >= 0) & ((energy > 0) | (co2 == 0))).all(axis=0) & (energy > 0).any(axis=0)
    carried = [bool(w) and not u for w, u in zip(whole, unknown, strict=True)]
    return _Table(keys, energy, co2, carried)


def _ratio(above: Array, below: Array) -> Array:
    """A ratio; where there is nothing to divide by, that of the nearest year which has it."""
    above, below = np.broadcast_arrays(above, below)
    found = np.where(below > 0, above / np.where(below > 0, below, 1.0), np.nan)
    for rows in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for t in rows:
            near = found[t - 1] if rows.step > 0 else found[t + 1]
            found[t] = np.where(np.isnan(found[t]), near, found[t])
    filled: Array = np.nan_to_num(found, nan=0.0)
    return filled


def _stack(names: tuple[str, ...], factors: Mapping[str, Array], shape: tuple[int, ...]) -> Branch:
    columns = [np.broadcast_to(values, shape) for values in factors.values()]
    return Branch(names, tuple(factors), np.stack(columns, axis=2))


def _output(years: Sequence[YearOf]) -> Array:
    return np.array([[y.output_cny or 0.0] for y in years])


def _branches(
    years: Sequence[YearOf], energy: Callable[[_Table, Array], Mapping[str, Array]],
    direct: Callable[[_Table, Array], Mapping[str, Array]],
) -> list[Branch]:  # fmt: skip
    table, output = _table(years), _output(years)
    found = []
    for is_energy, factors in ((True, energy), (False, direct)):
        part = table.only(energy=is_energy)
        if part.keys:
            found.append(_stack(part.names, factors(part, output), part.co2.shape))
    return found


def _mixed(t: _Table) -> Mapping[str, Array]:
    return {"mix": _ratio(t.energy, t.total), "factor": _ratio(t.co2, t.energy)}


def _per_output(t: _Table, output: Array) -> Mapping[str, Array]:
    return {"output": output, "direct_intensity": t.co2 / output}


def _by_carrier(years: Sequence[YearOf]) -> list[Branch]:
    return _branches(
        years, lambda t, g: {"output": g, "intensity": t.total / g, **_mixed(t)}, _per_output
    )


def _by_enterprise(years: Sequence[YearOf]) -> list[Branch]:
    def energy(t: _Table, output: Array) -> Mapping[str, Array]:
        own = t.by_member()
        return {
            "output": output, "intensity": t.total / output, "structure": _ratio(own, t.total),
            "mix": _ratio(t.energy, own), "factor": _ratio(t.co2, t.energy),
        }  # fmt: skip

    return _branches(years, energy, _per_output)


def _own(years: Sequence[YearOf], t: _Table) -> Array:
    return np.array([[y.outputs.get(m, 0.0) for m, _ in t.keys] for y in years])


def _by_own_output(years: Sequence[YearOf]) -> list[Branch]:
    def energy(t: _Table, output: Array) -> Mapping[str, Array]:
        own, used = _own(years, t), t.by_member()
        return {
            "output": output, "structure": own / output, "intensity": _ratio(used, own),
            "mix": _ratio(t.energy, used), "factor": _ratio(t.co2, t.energy),
        }  # fmt: skip

    def direct(t: _Table, output: Array) -> Mapping[str, Array]:
        own = _own(years, t)
        return {"output": output, "structure": own / output, "direct_intensity": t.co2 / own}

    return _branches(years, energy, direct)


def _by_output(years: Sequence[YearOf]) -> list[Branch]:
    output, total = _output(years), np.array([[sum(y.co2.values())] for y in years])
    factors = {"output": output, "carbon_intensity": total / output}
    return [_stack(("park",), factors, total.shape)]


def _by_energy(years: Sequence[YearOf]) -> list[Branch]:
    return _branches(
        years, lambda t, _: {"energy": t.total, **_mixed(t)}, lambda t, _: {"direct": t.co2}
    )


Refusal = Text | None
_MANY = Text("No enterprises are told apart in the inventory.", "清单未区分企业。")
_NO_OUTPUT = Text("Output value is missing in {years}.", "{years} 年缺少产值。")
_NO_ENERGY = Text("No energy is on record in {years}.", "{years} 年没有能源消费记录。")
_OWN = Text("The output value of {names} is missing in a year.", "{names} 某年缺少产值。")
_COVERS = Text(
    "Outputs of enterprises sum to {share} % of the park's in {year}: the rest is nobody's.",
    "{year} 年各企业产值合计为园区的 {share} %，其余无归属。",
)
_MOST_NAMED = 3


def _listed(years: Sequence[YearOf]) -> str:
    return ", ".join(str(y.year) for y in years)


def _lacks_output(years: Sequence[YearOf]) -> Refusal:
    empty = [y for y in years if not (y.output_cny or 0.0) > 0]
    return _NO_OUTPUT.fill(years=_listed(empty)) if empty else None


def _lacks_energy(years: Sequence[YearOf]) -> Refusal:
    totals = _table(years).only(energy=True).total[:, 0]
    empty = [y for y, total in zip(years, totals, strict=True) if not total > 0]
    return _NO_ENERGY.fill(years=_listed(empty)) if empty else None


def _lacks_both(years: Sequence[YearOf]) -> Refusal:
    return _lacks_output(years) or _lacks_energy(years)


def _members(years: Sequence[YearOf]) -> set[str]:
    return {m for y in years for m, _ in (*y.energy, *y.co2)}


def _lacks_enterprises(years: Sequence[YearOf]) -> Refusal:
    return _MANY if len(_members(years)) < 2 else _lacks_both(years)


def _lacks_own(years: Sequence[YearOf]) -> Refusal:
    refused = _lacks_enterprises(years)
    if refused:
        return refused
    without = sorted({m for m in _members(years) for y in years if not y.outputs.get(m, 0.0) > 0})
    if without:
        more = " …" if len(without) > _MOST_NAMED else ""
        return _OWN.fill(names=", ".join(without[:_MOST_NAMED]) + more)
    for y in years:
        share = sum(y.outputs.values()) / (y.output_cny or 1.0)
        if abs(share - 1) > _COVERAGE:
            return _COVERS.fill(share=f"{share * 100:.1f}", year=y.year)
    return None


@dataclass(frozen=True, slots=True)
class IdentityOf:
    """A way to write emissions as products: its name, formula, test and factors."""

    code: str
    label: Text
    formula: str
    refuses: Callable[[Sequence[YearOf]], Refusal]
    branches: Callable[[Sequence[YearOf]], list[Branch]]
    is_by_member: bool = False


IDENTITIES: Mapping[str, IdentityOf] = MappingProxyType(
    {
        found.code: found
        for found in (
            IdentityOf("carrier", Text("by carrier", "按能源品种"),
                       "C = Σ G × E/G × E_i/E × C_i/E_i", _lacks_both, _by_carrier),
            IdentityOf("enterprise", Text("by enterprise and carrier", "按企业和能源品种"),
                       "C = Σ G × E/G × E_m/E × E_mi/E_m × C_mi/E_mi", _lacks_enterprises,
                       _by_enterprise, is_by_member=True),
            IdentityOf("enterprise_output",
                       Text("by enterprise, with its output", "按企业（含企业产值）"),
                       "C = Σ G × G_m/G × E_m/G_m × E_mi/E_m × C_mi/E_mi", _lacks_own,
                       _by_own_output, is_by_member=True),
            IdentityOf("output", Text("output alone", "仅按产值"), "C = G × C/G",
                       _lacks_output, _by_output),
            IdentityOf("energy", Text("energy, without output", "仅按能源（不含产值）"),
                       "C = Σ E × E_i/E × C_i/E_i", _lacks_energy, _by_energy),
        )
    }
)  # fmt: skip
"""Code of an identity to it, the one to try first in front."""
