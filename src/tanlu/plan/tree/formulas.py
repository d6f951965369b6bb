"""The identity of a leaf, so that any figure of a tree can show its own."""

from tanlu.model.formula import Formula, Symbol
from tanlu.types import Column, Text


def leaf_co2(
    activity: Column, structure: Column, intensity: Column, technology: Column, fuel: Column,
    factor: Column,
) -> Column:  # fmt: skip
    """CO2 of a leaf of the tree.

    Args:
        activity: Activity of the sector, in its own unit.
        structure: Share of the subsector, times how far the end use has spread. [1]
        intensity: Useful energy per activity. [tce per unit]
        technology: Share of the device in useful energy, over its efficiency. [1]
        fuel: Share of the fuel in the device's energy. [1]
        factor: CO2 that the carrier carries. [t/tce]

    Returns:
        CO2. [t]

    Example:
        >>> leaf_co2(100.0, 0.5, 0.2, 1.25, 0.8, 2.0)
        20.0
    """
    return activity * structure * intensity * technology * fuel * factor


LEAF = Formula(
    "leaf_co2", Text("Emissions of a branch", "分支排放量"), leaf_co2,
    {
        "activity": Symbol("A", Text("activity", "活动水平"), "unit of the sector"),
        "structure": Symbol("s", Text("structure", "结构"), "1"),
        "intensity": Symbol("I", Text("useful energy per activity", "单位活动有用能"), "tce/unit"),
        "technology": Symbol("d", Text("device share over efficiency", "设备占比 ÷ 效率"), "1"),
        "fuel": Symbol("f", Text("fuel share", "燃料占比"), "1"),
        "factor": Symbol("EF", Text("emission factor", "排放因子"), "t CO2/tce"),
    },
    "t CO2", "tanlu.rules#tree",
)  # fmt: skip
