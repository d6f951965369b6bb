"""Emissions per energy used, counted as the notice asks and as the park counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.account.zero_carbon.heat import Heat, heat_of
from tanlu.account.zero_carbon.power import PowerUse
from tanlu.model.factor import Carrier
from tanlu.model.inventory import Inventory
from tanlu.model.zero_carbon import Accounting, Coefficient
from tanlu.model.zero_carbon_result import Basis, Part, Span, Step
from tanlu.types import Text

_UNKNOWN_ENERGY = Text("Coal equivalent of {names} is not known.", "{names} 的折标煤系数未知。")
_FACTORS = Text(
    "The notice points to the national factor database, which could not be read here: fuels and "
    "processes take the factors of the park's own method.",
    "通知要求采用国家温室气体排放因子数据库，此处未能读取；燃料与工业过程采用园区所选方法的因子。",
)
_GREEN = Text(
    "Green power counts zero only where it is recorded: {green} MWh of {used} MWh.",
    "绿色电力仅在有记录时计零：{used} MWh 中的 {green} MWh。",
)


@dataclass(frozen=True, slots=True)
class Base:
    """What both ends of a basis are computed from."""

    inventory: Inventory
    carriers: Mapping[str, Carrier]
    power: PowerUse
    equal_value: Coefficient


def direct_parts(base: Base) -> tuple[list[Part], list[Part], list[str]]:
    """Fuels burned and processes, each with emissions and energy; and what has no energy.

    Args:
        base: The park's cut with its carriers.

    Returns:
        Fuels, processes, and names of carriers whose coal equivalent is unknown.
        Only CO2 of fossil origin counts; energy of biogenic fuels does.
    """
    lines = base.inventory.entering.filter(pl.col("gas").str.starts_with("co2"))
    fuels: list[Part] = []
    processes: list[Part] = []
    unknown: list[str] = []
    for (carrier, stream), rows in lines.group_by("carrier", "stream", maintain_order=True):
        if base.carriers[str(carrier)].kind in _NET:
            continue
        if rows["energy_tce"].null_count() and stream != "process":
            unknown.append(str(carrier))
        part = _part(base, str(carrier), rows)
        (processes if stream == "process" else fuels).append(part)
    return fuels, processes, unknown


_NET = ("power", "heat", "cold")  # received net: their own steps


def _part(base: Base, carrier: str, rows: pl.DataFrame) -> Part:
    energy = float(rows["energy_tce"].sum())
    # carriers bought, such as hydrogen, are energy; the notice counts power and heat only
    emits = pl.col("gas") == "co2", pl.col("scope") == 1
    fossil = float(rows.filter(*emits)["gas_t"].sum())
    return Part(carrier, base.carriers[carrier].label, fossil, Span(energy, energy))


def notice_basis(base: Base, held: Accounting) -> Basis:
    """The core indicator as the notice counts: net power at its factor, energy at equal value.

    Args:
        base: The park's cut, carriers and power.
        held: The way of accounting of the set.

    Returns:
        Emissions [t CO2], energy [tce] and their ratio [t CO2/tce], with steps.

    Source: [cn.zero_carbon_park.2025] parts 1 to 3; [cn.zero_carbon_park.indicators.2025] part 2.
    """
    fuels, processes, unknown = direct_parts(base)
    heat = heat_of(base.inventory, base.carriers, held.heat)
    power = _power_step(base.power, held.power)
    co2 = _co2_step(fuels, processes, power, heat, held)
    energy = _energy_step(fuels, heat, base)
    ratio = _ratio_step(co2.result.low, energy.result, held.cite)
    parts = [*fuels, *processes, *heat.parts, _power_part(base, power)]
    unknown = [*unknown, *heat.unknown]
    is_known = not unknown and energy.result.low > 0
    return Basis(
        "notice", Text("as the notice counts", "按通知的核算方法"), held.cite,
        co2_t=co2.result.low,
        energy=energy.result if not unknown else None,
        ratio=ratio.result if is_known else None,
        steps=(power, *heat.steps, co2, energy, *([ratio] if is_known else [])),
        parts=tuple(p for p in parts if p.co2_t or p.energy.high),
        notes=(_FACTORS, _green_note(base.power)),
        obstacles=_obstacles(unknown, base),
    )  # fmt: skip


def _obstacles(unknown: list[str], base: Base) -> tuple[Text, ...]:
    if not unknown:
        return ()
    en = ", ".join(base.carriers[c].label.en for c in unknown)
    zh = "、".join(base.carriers[c].label.zh for c in unknown)
    return (_UNKNOWN_ENERGY.fill(names=Text(en, zh)),)


def _green_note(power: PowerUse) -> Text:
    return _GREEN.fill(green=f"{power.green_mwh:,.0f}", used=f"{power.used_mwh:,.0f}")


def _power_step(power: PowerUse, factor: Coefficient) -> Step:
    values = {"received": power.grid_mwh, "sent": power.sent_grid_mwh, "emission": factor.low}
    label = Text("Power received net", "电力净受入")
    return Step(label, FORMULAS["net_co2"], values, values, factor.cite, factor.note)


def _co2_step(
    fuels: list[Part], processes: list[Part], power: Step, heat: Heat, held: Accounting
) -> Step:
    values = {
        "fuels_co2": sum(p.co2_t for p in fuels),
        "processes_co2": sum(p.co2_t for p in processes),
        "power_co2": power.result.low,
        "heat_co2": heat.co2_t,
    }
    return Step(_EMISSIONS, FORMULAS["park_co2"], values, values, held.cite)


_EMISSIONS = Text("Emissions of the park", "园区碳排放量")


def _energy_step(fuels: list[Part], heat: Heat, base: Base) -> Step:
    known = {
        "fuels_tce": sum(p.energy.low for p in fuels),
        "heat_tce": heat.energy_tce,
        "power": base.power.used_mwh,
    }
    value = base.equal_value
    low, high = {**known, "equal_value": value.low}, {**known, "equal_value": value.high}
    label = Text("Energy used, power at equal value", "综合能源消费量（电力按等价值）")
    return Step(label, FORMULAS["park_energy"], low, high, value.cite, value.note)


def _ratio_step(co2_t: float, energy: Span, cite: str) -> Step:
    low, high = {"co2": co2_t, "used": energy.low}, {"co2": co2_t, "used": energy.high}
    return Step(
        Text("Emissions per energy", "单位能耗碳排放"), FORMULAS["unit_energy_co2"], low, high, cite
    )


def _power_part(base: Base, power: Step) -> Part:
    used, value = base.power.used_mwh, base.equal_value
    label = Text("Electricity", "电力")
    return Part("electricity", label, power.result.low, Span(used * value.low, used * value.high))


def own_basis(base: Base, cite: str, label: Text) -> Basis:
    """The same ratio by the park's own inventory: its factors, power at equivalent value.

    Args:
        base: The park's cut, carriers and power.
        cite: Document of the park's method.
        label: Name of the park's method.

    Returns:
        Emissions [t CO2], energy [tce] and their ratio [t CO2/tce].

    Source: [wang2024] table 6, last column over energy.
    """
    lines = base.inventory.entering.filter(pl.col("gas").str.starts_with("co2"))
    codes = lines["carrier"].unique(maintain_order=True)
    parts = tuple(_own_part(base, code, lines) for code in codes)
    unknown = lines.filter(
        pl.col("energy_tce").is_null(), pl.col("stream") != "process"
    )["carrier"].unique(maintain_order=True)  # fmt: skip
    steps = _own_steps(parts, lines, cite)
    ratio = steps[-1].result if unknown.is_empty() and steps else None
    energy = sum(p.energy.low for p in parts)
    return Basis(
        "own",
        Text(f"by the park's method: {label.en}", f"按园区方法：{label.zh}"),
        cite,
        co2_t=sum(p.co2_t for p in parts),
        energy=Span(energy, energy) if unknown.is_empty() else None,
        ratio=ratio,
        steps=steps,
        parts=parts,
        notes=(_OWN,),
        obstacles=_obstacles(list(unknown), base),
    )


def _own_steps(parts: tuple[Part, ...], lines: pl.DataFrame, cite: str) -> tuple[Step, ...]:
    energy = sum(p.energy.low for p in parts)
    if energy <= 0:
        return ()
    fossil = pl.col("gas") == "co2"
    scopes = [float(lines.filter(fossil, pl.col("scope") == n)["gas_t"].sum()) for n in (1, 2)]
    total = {"scope1": scopes[0], "scope2": scopes[1]}
    co2 = Step(_EMISSIONS, FORMULAS["total_co2"], total, total, cite)
    return (co2, _ratio_step(co2.result.low, Span(energy, energy), cite))


_OWN = Text(
    "Power at its equivalent value (0.1229 kgce/kWh in GB/T 2589) and at the factor of the park's "
    "method: what most parks publish. It is not the indicator of the notice.",
    "电力按当量值与园区方法的因子计算，多数园区如此公布；这不是通知规定的指标口径。",
)


def _own_part(base: Base, carrier: str, lines: pl.DataFrame) -> Part:
    is_it, sent = pl.col("carrier") == carrier, base.inventory.exported
    rows = lines.filter(is_it)
    energy = float(rows["energy_tce"].sum()) - float(sent.filter(is_it)["energy_tce"].sum())
    fossil = float(rows.filter(pl.col("gas") == "co2")["gas_t"].sum())
    return Part(carrier, base.carriers[carrier].label, fossil, Span(energy, energy))
