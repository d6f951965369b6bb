"""Which meter, invoice or factor to mend first: by the width that the interval would lose."""

from collections.abc import Sequence

import numpy as np

from tanlu.account.uncertainty.propagate import Linear
from tanlu.account.uncertainty.spread import sides
from tanlu.catalog.content import Catalog
from tanlu.model.uncertainty import Input, Mend, Stated, UncertaintyRules


def mend_first(
    total: Linear, inputs: Sequence[Input], rules: UncertaintyRules, catalog: Catalog
) -> list[Mend]:
    """What each input, brought to the level that can be reached, takes off the interval.

    Args:
        total: The total, linear in its inputs.
        inputs: All of them.
        rules: Levels that can be reached, each with its document.
        catalog: Carriers.

    Returns:
        Inputs that are worth mending; those that win most first. An input without a
        documented level stands by what it would win were it exact.
    """
    found = [_mend(n, total, each, rules, catalog) for n, each in enumerate(inputs) if each.spread]
    worth = [mend for mend in found if mend.most_t > 0 and (mend.won_t is None or mend.won_t > 0)]
    return sorted(worth, key=lambda m: (-(m.won_t or 0.0), -m.most_t, inputs[m.index].key))


def _mend(n: int, total: Linear, each: Input, rules: UncertaintyRules, catalog: Catalog) -> Mend:
    assert each.spread is not None  # noqa: S101 - narrowed by the caller
    now = sum(sides(each.spread)) / 2
    reach = reachable(each, rules, catalog)
    most = _won(total, n, 0.0)
    level = reach.percent / 100 if reach else None
    won = _won(total, n, level / now) if level is not None and level < now else None
    return Mend(n, now, reach, won if level is None or level < now else 0.0, most)


def _won(total: Linear, n: int, scale: float) -> float:
    # width of the interval less its width with this input's part scaled down
    widths = []
    for part in total.parts():
        squares = np.square(part)
        rest = squares.sum() - squares[n]
        widths.append(np.sqrt(squares.sum()) - np.sqrt(rest + squares[n] * scale**2))
    return float(sum(widths))


def reachable(each: Input, rules: UncertaintyRules, catalog: Catalog) -> Stated | None:
    """The level that an input can be brought to; None where no document names one."""
    if each.kind == "factor":
        carrier = catalog.carriers.get(each.subject)
        is_fuel = carrier is not None and carrier.kind == "fuel"
        return rules.reachable.get(each.quantity) if is_fuel else None
    return rules.reachable.get(each.subject) or rules.reachable.get("amount")
