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


def stored_intensity(held_t: Column, held: Column, e_out: Column) -> Column:
    """Intensity of what a store gives: the carbon in it, and its loss on the way out.

    Args:
        held_t: Carbon in the store. [t]
        held: Energy in the store. [MWh]
        e_out: Efficiency of coming out, 0 to 1. [1]

    Returns:
        Intensity. [t/MWh]

    Example:
        >>> round(stored_intensity(2.4, 7.6, 0.95), 5)
        0.33241

    Source: [tanlu.rules] R8: losses belong to who uses the store.
    """
    return held_t / held / e_out


def heat_after_power(electric: Column, displaced: Column, co2: Column) -> Column:
    """Part of heat when power bears what it displaces elsewhere, and heat the rest.

    Args:
        electric: Power delivered. [MWh]
        displaced: Intensity of the power it displaces. [t/MWh]
        co2: What the plant emits. [t]

    Returns:
        Part of the emissions; below 0 where power displaces more than the plant emits. [1]

    Example:
        >>> round(heat_after_power(350.0, 0.5703, 201.96), 4)
        0.0117

    Source: [tanlu.rules] R10, power bonus.
    """
    return 1 - electric * displaced / co2


def mixed_heat(first: Column, first_t: Column, second: Column, second_t: Column) -> Column:
    """Intensity of two streams of heat that meet; both counted above the return.

    Args:
        first: Heat of one stream above the temperature of return. [MWh]
        first_t: Its carbon. [t]
        second: Heat of the other. [MWh]
        second_t: Its carbon. [t]

    Returns:
        Intensity. [t/MWh]

    Example:
        >>> round(mixed_heat(1.6744, 1.6744 * 0.25, 0.6279, 0.6279 * 0.05), 5)
        0.19545

    Source: [tanlu.rules] R10: heat counts above what comes back.
    """
    return (first_t + second_t) / (first + second)


def heat_above_return(flow: Column, capacity: Column, supply: Column, back: Column) -> Column:
    """Heat that a stream of water delivers: above the temperature at which it returns.

    Args:
        flow: Mass flow. [kg/s]
        capacity: Specific heat. [kJ/(kg K)]
        supply: Temperature of supply. [°C]
        back: Temperature of return. [°C]

    Returns:
        Power of heat. [MW]

    Example:
        >>> round(heat_above_return(10.0, 4.186, 90.0, 50.0), 4)
        1.6744

    Source: [ghgp.chp.2006] appendix I, heat is counted net of what returns.
    """
    return flow * capacity * (supply - back) / 1000


def residual_mix(pool_t: Column, pool: Column) -> Column:
    """Mix of all power that no contract names.

    Args:
        pool_t: Its carbon, by the factors of its sources. [t]
        pool: Its energy. [MWh]

    Returns:
        Intensity. [t/MWh]

    Example:
        >>> residual_mix(30.0, 60.0)
        0.5

    Source: [ghgp.scope2.2015] chapter 6, residual mix.
    """
    return pool_t / pool


def remaining(direct: Column, bought: Column, received: Column, passed: Column) -> Column:
    """What remains with a member after all that it passed on.

    Args:
        direct: What it emitted itself. [t]
        bought: What came with energy from outside the park. [t]
        received: What came with energy from other members. [t]
        passed: What went with energy to other members. [t]

    Returns:
        Its own carbon; summed over members it is the park's total. [t]

    Example:
        >>> remaining(100.0, 30.0, 0.0, 50.0)
        80.0

    Source: [tanlu.rules] R2: supply between members cancels.
    """
    return direct + bought + received - passed


TRACE_SYMBOLS: Mapping[str, Symbol] = {
    "entering": Symbol("R", Text("carbon that enters", "流入的碳"), "t"),
    "through": Symbol("P", Text("energy that flows through", "通过的能量"), "MWh"),
    "intensity": Symbol("e", Text("intensity of the node", "节点碳强度"), "t/MWh"),
    "energy": Symbol("D", Text("energy taken", "取用的能量"), "MWh"),
    "held_t": Symbol("K", Text("carbon in the store", "储能内的碳"), "t"),
    "held": Symbol("S", Text("energy in the store", "储能量"), "MWh"),
    "e_out": Symbol("η_d", Text("efficiency of coming out", "放能效率"), "1"),
    "electric": Symbol("W", Text("power delivered", "供电量"), "MWh"),
    "displaced": Symbol("d", Text("intensity displaced", "被替代电力的碳强度"), "t/MWh"),
    "co2": Symbol("C", Text("what the plant emits", "电站排放"), "t"),
    "first": Symbol("Q_1", Text("heat of one stream", "第一股热量"), "MWh"),
    "first_t": Symbol("C_1", Text("carbon of one stream", "第一股热的碳"), "t"),
    "second": Symbol("Q_2", Text("heat of the other stream", "第二股热量"), "MWh"),
    "second_t": Symbol("C_2", Text("carbon of the other stream", "第二股热的碳"), "t"),
    "flow": Symbol("m", Text("mass flow", "质量流量"), "kg/s"),
    "capacity": Symbol("c", Text("specific heat", "比热容"), "kJ/(kg K)"),
    "supply": Symbol("T_s", Text("temperature of supply", "供水温度"), "°C"),
    "back": Symbol("T_r", Text("temperature of return", "回水温度"), "°C"),
    "pool_t": Symbol("R_r", Text("carbon that no contract names", "未被合同指定的碳"), "t"),
    "pool": Symbol("G_r", Text("energy that no contract names", "未被合同指定的电量"), "MWh"),
    "direct": Symbol("E_1", Text("own emissions", "自身直接排放"), "t"),
    "bought": Symbol("E_b", Text("with energy from outside", "外购能源携带的碳"), "t"),
    "got": Symbol("E_r", Text("with energy from members", "自其他成员接收的碳"), "t"),
    "passed": Symbol("E_g", Text("with energy to members", "转移给其他成员的碳"), "t"),
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
        Formula("stored_intensity", Text("Intensity of what a store gives", "储能放能碳强度"),
                stored_intensity, _pick("held_t", "held", "e_out"), "t/MWh",
                "tanlu.rules#R8-storage"),
        Formula("residual_mix", Text("Residual mix of the park", "园区剩余电力结构"), residual_mix,
                _pick("pool_t", "pool"), "t/MWh", "ghgp.scope2.2015#chapter-6"),
        Formula("remaining", Text("What remains with a member", "成员留存的碳"), remaining,
                {"direct": TRACE_SYMBOLS["direct"], "bought": TRACE_SYMBOLS["bought"],
                 "received": TRACE_SYMBOLS["got"], "passed": TRACE_SYMBOLS["passed"]}, "t",
                "tanlu.rules#R2"),
        Formula("heat_after_power", Text("Part of heat, power first", "供热分摊比（电优先）"),
                heat_after_power, _pick("electric", "displaced", "co2"), "1", "tanlu.rules#R10"),
        Formula("mixed_heat", Text("Intensity of mixed heat", "混合热力碳强度"), mixed_heat,
                _pick("first", "first_t", "second", "second_t"), "t/MWh", "tanlu.rules#R10"),
        Formula("heat_above_return", Text("Heat above return", "以回水为基准的热量"),
                heat_above_return, _pick("flow", "capacity", "supply", "back"), "MW",
                "ghgp.chp.2006#work-potential-method"),
    )
}  # fmt: skip
