"""A component with one of its quantities multiplied."""

from dataclasses import replace
from typing import Any

import numpy as np

from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Component, Value
from tanlu.plan.model.value import value_of


def scaled(component: Component, field: str, by: Numbers) -> Component:
    """The component with a quantity multiplied by a number a period.

    Args:
        component: The component.
        field: The field, such as `price`; `stock.investment` is one of its stock.
        by: Multipliers, shape (periods,). [1]

    Returns:
        The component.

    Raises:
        AttributeError: When it has no such field.

    Example:
        >>> from tanlu.plan.model import Supply
        >>> scaled(Supply("grid", "power", price=600.0), "price", np.array([1.0, 1.5])).price
        Value(by_period=(600.0, 900.0), series='')
    """
    made: Component = _scaled(component, field.split("."), by)
    return made


def has_quantity(component: Component, field: str) -> bool:
    """Whether a component has a quantity of that name that can be multiplied.

    Example:
        >>> from tanlu.plan.model import Supply
        >>> has_quantity(Supply("grid", "power"), "price"), has_quantity(Supply("g", "p"), "hue")
        (True, False)
    """
    thing: Any = component
    for name in field.split("."):
        thing = getattr(thing, name, None)
    is_number = isinstance(thing, int | float | tuple | Value) and not isinstance(thing, bool)
    return is_number and bool(field)


def _scaled(thing: Any, path: list[str], by: Numbers) -> Any:  # noqa: ANN401 - component or stock
    name, *rest = path
    inner = getattr(thing, name)
    made = _scaled(inner, rest, by) if rest else _times(value_of(inner), by)
    return replace(thing, **{name: made})


def _times(value: Value, by: Numbers) -> Value:
    return Value(tuple((np.array(value.by_period) * by).tolist()), value.series)
