"""Market-based tracing beside the physical one: contracts take what they name out of the pool.

What a contract covers carries the contract's factor. Its source gives that much less to the
pool; the rest of all loads carries the mix of what is left. Both sums close to what was
given, each by its own factors, and they are never added (R3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.trace.flows import Flows
from tanlu.trace.formulas import carried, residual_mix
from tanlu.trace.loops import Values

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Contract:
    """Power that a load has from one source, by name: how much each hour, and its factor.

    `source` is the number of a source of the flows, `node` that of the load's node.
    """

    contract_id: str
    node: int
    source: int
    mwh: Values
    factor: float


@dataclass(frozen=True)
class MarketView:
    """Carbon of loads and of losses [t], and the mix of what no contract names [t/MWh].

    Not a number where a source's factor is not known: the figure is refused (R1, R3).
    """

    loads_t: Values
    lost_t: Values
    residual: Values
    covered_mwh: Values
    entered_t: Values

    @property
    def closing_error(self) -> Values:
        """Loads and losses less what entered. [t], (hours,)"""
        error: Values = self.loads_t.sum(axis=1) + self.lost_t - self.entered_t
        return error


def market_view(flows: Flows, contracts: Sequence[Contract], factors: Values) -> MarketView:
    """The market-based view of the same hours.

    Args:
        flows: Flows as traced.
        contracts: Contracts; together within what each source gives and each load takes.
        factors: Factor of each source for what no contract names: 0 for own plants whose
            certificates were not sold, the residual mix for the grid. [t/MWh], (sources,)

    Returns:
        The view.

    Raises:
        InputError: When contracts name more than a source gives or a load takes.

    Source: [ghgp.scope2.2015] chapter 6, residual mix.
    """
    named = np.zeros_like(flows.given)
    covered, by_contract = np.zeros_like(flows.loads), np.zeros_like(flows.loads)
    for contract in contracts:
        named[:, contract.source] += contract.mwh
        covered[:, contract.node] += contract.mwh
        by_contract[:, contract.node] += carried(contract.factor, contract.mwh)
    _check(flows.given - named, flows.given, "source")
    _check(flows.loads - covered, flows.loads, "load")
    left = np.maximum(flows.given - named, 0.0)
    pool = np.where(left > 0.0, left * factors, 0.0).sum(axis=1)
    residual = _mix(pool, left.sum(axis=1))
    rest = np.maximum(flows.loads - covered, 0.0)
    lost = flows.lost.sum(axis=1)
    return MarketView(
        by_contract + _carried(residual[:, None], rest), _carried(residual, lost), residual,
        covered, pool + by_contract.sum(axis=1),
    )  # fmt: skip


def _mix(pool: Values, energy: Values) -> Values:
    with np.errstate(divide="ignore", invalid="ignore"):
        mix: Values = residual_mix(pool, energy)
    return mix


def _carried(mix: Values, energy: Values) -> Values:
    carbon: Values = np.where(energy > 0.0, carried(mix, energy), 0.0)
    return carbon


def _check(left: Values, whole: Values, side: str) -> None:
    over = left < -_ROUNDING * np.where(whole > 0.0, whole, 1.0)
    if over.any():
        hour, number = (int(n) for n in np.argwhere(over)[0])
        by = f"{-left[hour, number]:.6g}"
        raise InputError.of("contract_above", side=side, number=number, hour=hour, by=by)
