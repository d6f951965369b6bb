"""Carbon embodied in what enterprises sell to each other, seen from buyers, sellers, and both.

A view beside scopes 1 and 2, never added to them: each view shares the same direct
emissions out in another way, and its parts sum to them.
Method: [miller2009] chapters 2 (Leontief), 12 (Ghosh); [lenzen2007] (shared).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tanlu.errors import InputError
from tanlu.trace.loops import Index, Values

_TERMS = 300
_STILL = 2e-16  # relative change of a sum of positive terms that has stopped


@dataclass(frozen=True)
class Trade:
    """Sales among enterprises, what each delivers out of the park, and its direct CO2 [t].

    `sales[i, j]` is what i sells to j, in money or in one physical unit; `brought_t` is
    the carbon in what each buys from outside the park, and `imports` what that is, in the
    unit of the sales.
    """

    names: tuple[str, ...]
    sales: Values
    deliveries: Values
    direct_t: Values
    brought_t: Values
    imports: Values | None = None

    @cached_property
    def bought_outside(self) -> Values:
        """What each buys from outside the park; nothing where it is not known."""
        return np.zeros(len(self.names)) if self.imports is None else self.imports

    @cached_property
    def output(self) -> Values:
        """All that each sells."""
        total: Values = self.sales.sum(axis=1) + self.deliveries
        return total

    @cached_property
    def added(self) -> Values:
        """Value that each adds: what it sells less what it buys in the park and outside."""
        added: Values = self.output - self.sales.sum(axis=0) - self.bought_outside
        return added

    @property
    def carbon(self) -> Values:
        """What each brings into the park's products. [t]"""
        return self.direct_t + self.brought_t


@dataclass(frozen=True)
class Embodied:
    """The three views. `multipliers` are t per unit sold, the others t by enterprise."""

    trade: Trade
    multipliers: Values
    enabled: Values
    handled: Values

    @property
    def final_product(self) -> Values:
        """Carbon of what each delivers out of the park, with all upstream of it. [t]

        Who sells nothing uses itself what it buys.
        """
        used = np.where(self.trade.output == 0.0, self.moved.sum(axis=0), 0.0)
        final: Values = self.multipliers * self.trade.deliveries + used
        return final

    @property
    def income(self) -> Values:
        """Carbon that each one's value added enables, with all downstream of it. [t]"""
        return self.trade.added * self.enabled

    @property
    def income_of_imports(self) -> Values:
        """Carbon that each one's purchases outside the park enable: the rest of the income. [t]"""
        return self.trade.bought_outside * self.enabled

    @property
    def moved(self) -> Values:
        """Carbon in each sale. [t], (sellers, buyers)"""
        return self.multipliers[:, None] * self.trade.sales

    @property
    def producers(self) -> Values:
        """Shared responsibility: what each keeps, as much as it adds value. [t]"""
        return self.handled * retained(self.trade)

    @property
    def consumers(self) -> Values:
        """Shared responsibility: what goes with each one's deliveries out of the park. [t]"""
        net = _net_sales(self.trade)
        passed = self.handled * (1.0 - retained(self.trade))
        return _per(passed * self.trade.deliveries, net)


def embodied(trade: Trade) -> Embodied:
    """Carbon embodied in a park's trade.

    Args:
        trade: Sales, deliveries and direct emissions.

    Returns:
        Views whose parts sum to the emissions.

    Raises:
        InputError: When enterprises sell to each other only, so that their carbon stays in
            a circle, or one emits and sells nothing.

    Example:
        >>> two = Trade(("a", "b"), np.array([[0.0, 50.0], [0.0, 0.0]]), np.array([50.0, 100.0]),
        ...     np.array([10.0, 5.0]), np.zeros(2))
        >>> found = embodied(two)
        >>> found.multipliers.tolist(), found.final_product.tolist()
        ([0.1, 0.1], [5.0, 10.0])

    Source: [miller2009] eqs. 2.13 and 12.6; [lenzen2007] eq. 9.
    """
    _check(trade)
    seller, buyer = np.nonzero(trade.sales)
    sold = trade.sales[seller, buyer]
    bought = _per(sold, trade.output[buyer])
    given = _per(sold, trade.output[seller])
    apart = seller != buyer
    passing = (1.0 - retained(trade))[seller] * _per(sold, _net_sales(trade)[seller]) * apart
    each = _per(trade.carbon, trade.output)
    return Embodied(
        trade,
        multipliers=_series(each, buyer, seller, bought),
        enabled=_series(each, seller, buyer, given),
        handled=_series(trade.carbon, buyer, seller, passing),
    )


def retained(trade: Trade) -> Values:
    """Part of what it handles that each enterprise keeps: value added over net sales. [1]

    Who adds no value keeps nothing; who sells nothing hands nothing on.
    """
    kept = _per(np.maximum(trade.added, 0.0), _net_sales(trade))
    return np.where(trade.output == 0.0, 1.0, kept)


def _net_sales(trade: Trade) -> Values:
    net: Values = trade.output - np.diagonal(trade.sales)
    return net


def _per(amount: Values, of: Values) -> Values:
    share: Values = np.divide(amount, of, out=np.zeros_like(amount), where=of != 0.0)
    return share


def _series(known: Values, to: Index, of: Index, part: Values) -> Values:
    # x[to] = known[to] + Σ part · x[of]; the terms of the series fall as trade goes round
    total: Values = known
    term: Values = known
    for _ in range(_TERMS):
        term = np.bincount(to, part * term[of], len(known)).astype(float)
        total = total + term
        if np.all(term <= _STILL * total):
            return total
    return _solved(known, to, of, part)


def _solved(known: Values, to: Index, of: Index, part: Values) -> Values:
    matrix = np.eye(len(known))
    np.subtract.at(matrix, (to, of), part)
    return np.linalg.solve(matrix, known).astype(float)


def _check(trade: Trade) -> None:
    idle = [
        n for n, x, t in zip(trade.names, trade.output, trade.carbon, strict=True) if t > x == 0
    ]
    if idle:
        raise InputError.of("exchange_idle", names=", ".join(idle))
    inside = [n for n, reaches in zip(trade.names, _reaching(trade), strict=True) if not reaches]
    if inside:
        raise InputError.of("exchange_circle", names=", ".join(inside))


def _reaching(trade: Trade) -> Values:
    # whether anything of it leaves the park; who sells nothing holds nothing up
    reaches = (trade.deliveries > 0.0) | (trade.output == 0.0)
    sells = trade.sales > 0.0
    for _ in trade.names:
        wider = reaches | (sells & reaches[None, :]).any(axis=1)
        if np.array_equal(wider, reaches):
            break
        reaches = wider
    return np.asarray(reaches)
