"""Formulas of carbon flow with their symbols, so that any figure of it can show its own."""

from collections.abc import Mapping

from tanlu.model.formula import Formula, Symbol
from tanlu.types import Column, Text


def node_intensity(entering: Column, through: Column) -> Column:
    """Intensity of what flows through a node: all that enters is mixed.

    Args:
        entering: Carbon that enters with flows and sources. [t]
        through: Energy that flows through. [MWh]

    Returns:
        Intensity. [t/MWh]

    Example:
        >>> node_intensity(104.86, 160.0)
        0.655375

    Source: [zhou2012] eq. 13; [bialek1996], proportional sharing.
    """
    return entering / through


def carried(intensity: Column, energy: Column) -> Column:
    """Carbon that a flow or a load carries.

    Args:
        intensity: Intensity of the node it leaves. [t/MWh]
        energy: Energy. [MWh]

    Returns:
        Carbon. [t]

    Example:
        >>> carried(0.5, 100.0)
        50.0

    Source: [zhou2012], carbon flow rate.
    """
    return intensity * energy


def loss_carbon(intensity: Column, sent: Column, received: Column) -> Column:
    """Carbon of what is lost on the way, borne by the network's operator.

    Args:
        intensity: Intensity of the node that sent. [t/MWh]
        sent: Energy sent. [MWh]
        received: Energy received. [MWh]

    Returns:
        Carbon. [t]

    Example:
        >>> round(loss_carbon(0.5, 110.0, 104.6), 9)
        2.7

    Source: [ghgp.scope2.2015] chapter 5: losses of transmission are their operator's.
    """
    return intensity * (sent - received)


TRACE_SYMBOLS: Mapping[str, Symbol] = {
    "entering": Symbol("R", Text("carbon that enters", "流入的碳"), "t"),
    "through": Symbol("P", Text("energy that flows through", "通过的能量"), "MWh"),
    "intensity": Symbol("e", Text("intensity of the node", "节点碳强度"), "t/MWh"),
    "energy": Symbol("D", Text("energy taken", "取用的能量"), "MWh"),
    "sent": Symbol("p_s", Text("energy sent", "送出的能量"), "MWh"),
    "received": Symbol("p_r", Text("energy received", "收到的能量"), "MWh"),
}


def _pick(*names: str) -> dict[str, Symbol]:
    return {name: TRACE_SYMBOLS[name] for name in names}


FLOW_FORMULAS: Mapping[str, Formula] = {
    formula.code: formula
    for formula in (
        Formula("node_intensity", Text("Intensity of a node", "节点碳强度"), node_intensity,
                _pick("entering", "through"), "t/MWh", "zhou2012#eq-13"),
        Formula("carried", Text("Carbon carried by a flow", "流携带的碳"), carried,
                _pick("intensity", "energy"), "t", "zhou2012#carbon-flow-rate"),
        Formula("loss_carbon", Text("Carbon of losses", "损耗携带的碳"), loss_carbon,
                _pick("intensity", "sent", "received"), "t", "ghgp.scope2.2015#chapter-5"),
    )
}  # fmt: skip
