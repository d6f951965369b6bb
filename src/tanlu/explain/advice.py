"""Which method may be used on these data: read from the data, answered with reasons."""

from collections.abc import Callable
from dataclasses import dataclass

from tanlu.types import Text

ENOUGH_DOF = 15


@dataclass(frozen=True, slots=True)
class Shape:
    """What a method has to know about data before it may be used.

    `periods`, `categories`, `factors`: of an identity whose product is explained; 0
    where there is none. `dof` and `verdict`: of a regression; empty where no target
    is named. `has_zeros`, `turns`: whether a factor is zero, or a value changes sign.
    `enterprises`: how many series there are in a panel.
    """

    periods: int = 0
    categories: int = 0
    factors: int = 0
    has_zeros: bool = False
    turns: bool = False
    dof: int = 0
    verdict: str = ""
    worst_inflation: float = 0.0
    observations: int = 0
    enterprises: int = 1


@dataclass(frozen=True, slots=True)
class Advice:
    """A method, whether it may be used ("yes", "with_care", "no"), and why."""

    method: str
    label: Text
    answer: str
    reason: Text


_LABELS = {
    "lmdi": Text("LMDI-I", "LMDI-I 分解"),
    "lmdi_2": Text("LMDI-II", "LMDI-II 分解"),
    "shapley": Text("Shapley", "Shapley 分解"),
    "tapio": Text("Decoupling (Tapio)", "Tapio 脱钩"),
    "gdim": Text("GDIM", "GDIM 分解"),
    "ols": Text("STIRPAT, least squares", "STIRPAT 最小二乘"),
    "ridge": Text("STIRPAT, ridge", "STIRPAT 岭回归"),
    "forecast": Text("STIRPAT forecast", "STIRPAT 情景预测"),
    "ekc": Text("Kuznets curve (EKC)", "环境库兹涅茨曲线"),
    "granger": Text("Granger", "格兰杰检验"),
    "panel": Text("Panel of enterprises", "企业面板"),
    "frontier": Text("Frontier (SFA)", "随机前沿"),
}


def advise(shape: Shape) -> list[Advice]:
    """All methods with their answers, in the order in which to try them.

    Args:
        shape: What the data are.

    Returns:
        One advice a method.

    Example:
        >>> [a.answer for a in advise(Shape(periods=3, categories=2, factors=4))][:2]
        ['yes', 'yes']
    """
    found = []
    for method, judge in _JUDGES.items():
        answer, reason = judge(shape)
        found.append(Advice(method, _LABELS[method], answer, reason))
    return found


Answer = tuple[str, Text]
_NO_IDENTITY = Text(
    "needs an identity: factors by category whose product is the emissions, in two periods.",
    "需要恒等式：至少两期、按类别给出乘积等于排放的各因素。",
)
_NO_TARGET = Text("no explained column was named.", "未指定被解释变量。")


def _lmdi(shape: Shape) -> Answer:
    if shape.periods < 2 or not shape.factors:
        return "no", _NO_IDENTITY
    if shape.turns:
        return "with_care", Text(
            "a value changes its sign: part it into gross categories; what is left is split by "
            "Shapley and marked.",
            "有数值变号：请拆为正、负类别；其余按 Shapley 处理并标注。",
        )
    if shape.has_zeros:
        return "yes", Text(
            "two periods suffice; zeros have analytical limits.", "两期即可；零值取解析极限。"
        )
    return "yes", Text("two periods suffice, nothing is left over.", "两期即可，且无残差。")


def _lmdi_2(shape: Shape) -> Answer:
    if shape.periods < 2 or not shape.factors:
        return "no", _NO_IDENTITY
    if shape.turns:
        return "no", Text("has no weights where signs change.", "数值变号时没有权重。")
    return "yes", Text(
        "weights sum to 1, good for indices; parts do not add up to the whole.",
        "权重之和为 1，适合指数；但分组结果不能相加为总体。",
    )


def _shapley(shape: Shape) -> Answer:
    if shape.periods < 2 or not shape.factors:
        return "no", _NO_IDENTITY
    return "yes", Text("exact for zeros and for either sign.", "零值与正负号均精确。")


def _tapio(shape: Shape) -> Answer:
    if shape.periods < 2:
        return "no", Text("needs two periods.", "需要两期。")
    return "yes", Text(
        "says whether emissions part from output, not why.", "说明排放与产出是否脱钩，不说明原因。"
    )


def _gdim(shape: Shape) -> Answer:
    if shape.periods < 2:
        return "no", Text("needs two periods.", "需要两期。")
    return "with_care", Text(
        "experimental: it depends on units, so indices only, and then on the base period.",
        "试验性：结果随单位改变，故仅用指数，且仍取决于基期。",
    )


def _refused(shape: Shape) -> Answer | None:
    if not shape.verdict:
        return "no", _NO_TARGET
    if shape.verdict == "under-determined":
        return "no", Text(
            f"{shape.observations} observations leave {shape.dof} degrees of freedom, or drivers "
            "move together: a perfect fit says nothing.",
            f"{shape.observations} 个观测，自由度 {shape.dof}，或因素共线：完全拟合不说明问题。",
        )
    return None


def _ols(shape: Shape) -> Answer:
    refused = _refused(shape)
    if refused:
        return refused
    if shape.dof < ENOUGH_DOF:
        return "with_care", Text(
            f"{shape.dof} degrees of freedom; below {ENOUGH_DOF} slopes move much with each "
            "observation.",
            f"自由度 {shape.dof}；不足 {ENOUGH_DOF} 时系数对单个观测敏感。",
        )
    return "yes", Text(f"{shape.dof} degrees of freedom.", f"自由度 {shape.dof}。")


def _ridge(shape: Shape) -> Answer:
    refused = _refused(shape)
    if refused:
        return refused
    if shape.worst_inflation < 10:
        return "with_care", Text(
            "drivers hardly move together (all VIF below 10): least squares is less biased.",
            "因素共线性弱（VIF 均小于 10）：最小二乘偏差更小。",
        )
    return "yes", Text(
        f"drivers move together (VIF up to {shape.worst_inflation:.0f}): it steadies slopes, and "
        "makes them too small; k must be shown.",
        f"因素共线（VIF 最大 {shape.worst_inflation:.0f}）：可稳定系数，但会偏小；须给出 k。",
    )


def _forecast(shape: Shape) -> Answer:
    refused = _refused(shape)
    if refused:
        return refused
    if shape.verdict != "identified":
        return "no", Text(
            f"{shape.dof} degrees of freedom: slopes are too loose to foretell with.",
            f"自由度 {shape.dof}：系数过于不确定，不宜预测。",
        )
    return "with_care", Text(
        "says what slopes would give if they held; years beyond the data are marked.",
        "仅说明系数不变时的结果；超出数据范围的年份会标注。",
    )


def _ekc(shape: Shape) -> Answer:
    refused = _refused(shape)
    if refused:
        return refused
    if shape.dof < ENOUGH_DOF:
        return "no", Text(
            f"{shape.dof} degrees of freedom do not tell a bend from a line.",
            f"自由度 {shape.dof}，不足以区分曲线与直线。",
        )
    return "with_care", Text(
        "a turn outside the data is an extrapolation.", "落在数据范围之外的拐点属于外推。"
    )


def _granger(shape: Shape) -> Answer:
    if not shape.verdict:
        return "no", _NO_TARGET
    if shape.observations < 15:
        return "no", Text(
            f"{shape.observations} observations; one lag needs 15. Yearly data never qualify.",
            f"{shape.observations} 个观测；一阶滞后至少需 15 个，年度数据不具备条件。",
        )
    return "with_care", Text(
        "predicts, and never proves a cause.", "只说明可预测性，不能证明因果。"
    )


def _panel(shape: Shape) -> Answer:
    if shape.enterprises < 2:
        return "no", Text(
            "needs several enterprises over several months: the right home of STIRPAT in a park.",
            "需要多家企业的多期数据：园区 STIRPAT 的合适用法。",
        )
    return "yes", Text(f"{shape.enterprises} enterprises.", f"{shape.enterprises} 家企业。")


def _frontier(shape: Shape) -> Answer:
    if not shape.verdict or shape.observations < 30:
        return "no", Text(
            "needs some thirty enterprises or more with output and inputs.",
            "需要约三十家以上企业的产出与投入。",
        )
    return "with_care", Text("rests on how errors are distributed.", "依赖误差分布假设。")


_JUDGES: dict[str, Callable[[Shape], Answer]] = {
    "lmdi": _lmdi,
    "lmdi_2": _lmdi_2,
    "shapley": _shapley,
    "tapio": _tapio,
    "gdim": _gdim,
    "ols": _ols,
    "ridge": _ridge,
    "forecast": _forecast,
    "ekc": _ekc,
    "granger": _granger,
    "panel": _panel,
    "frontier": _frontier,
}
