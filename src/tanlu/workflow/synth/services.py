"""Members that are no factories: utilities, public works, logistics, offices."""

from collections.abc import Callable
from typing import Any

from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.meter import Member, Meter

Made = tuple[list[Member], list[Meter]]


def _facility(member: Member, name: str, system: str, en: str, zh: str) -> Member:
    own = f"{member.member_id}-{name}"
    return Member(own, member.member_id, "facility", system, f"{en} {member.member_id}",
                  f"{zh} {member.member_id}")  # fmt: skip


def _meter(
    place: str, name: str, carrier: str, unit: str, role: str, shape: str, mean: float,
    en: str, zh: str, **more: Any,  # noqa: ANN401 - fields of a meter, by name
) -> Meter:  # fmt: skip
    return Meter(
        f"{place}-{name}", place, carrier, unit, "interval", role, shape, mean, en, zh, **more
    )  # fmt: skip


def bought(
    place: str, name: str, shape: str, mean: float, en: str, zh: str, tariff: str = "industrial"
) -> Meter:
    """A meter of power bought from the grid. `mean` in kW."""
    return _meter(
        place, name, "electricity", "kWh", "supply", shape, mean, en, zh, tariff_id=tariff,
        factor_channel="grid-factor", meter_class="0.5",
    )  # fmt: skip


def utility(member: Member, size: float) -> Made:
    """A combined heat and power plant, a field of PV, a battery and a chiller house.

    Args:
        member: The enterprise.
        size: Mean power of the park's customers. [kW]

    Returns:
        Its facilities and 13 meters: what leaves it follows what its customers draw.
    """
    plant = _facility(member, "chp", "energy", "CHP plant", "热电厂")
    sun = _facility(member, "pv", "energy", "PV field", "光伏电站")
    store = _facility(member, "bess", "energy", "Battery", "储能站")
    cold = _facility(member, "cold", "energy", "Chiller house", "集中供冷站")
    return [plant, sun, store, cold], [
        *_plant(plant.member_id),
        *_sun(sun.member_id, size),
        *_store(store.member_id, size),
        *_chillers(cold.member_id),
    ]


def _plant(place: str) -> list[Meter]:
    given, loss = shapes()["utility"], shapes()["losses"]["steam"]
    steam = f"{place}-steam"
    coal = 0.8 / given["steam_per_fuel"] / given["coal_gj_per_t"]
    gas = 0.2 / given["steam_per_fuel"] / given["gas_gj_per_nm3"]
    power = given["power_per_fuel"] / given["steam_per_fuel"] * 1000 / 3.6
    return [
        _meter(place, "steam", "steam", "GJ", "check", "continuous", 2.0, "Steam sent out",
               "供汽总表", loss=loss, meter_class="1"),
        _meter(place, "coal", "bituminous_coal", "t", "combustion", "continuous", 0.0,
               "Coal belt scale", "入炉煤皮带秤", follows=steam, ratio=coal, meter_class="0.5"),
        _meter(place, "gas", "natural_gas", "Nm3", "combustion", "continuous", 0.0, "Gas meter",
               "燃气表", follows=steam, ratio=gas, meter_class="1"),
        _meter(place, "power", "electricity", "kWh", "generation", "continuous", 0.0,
               "Generator", "发电机出口表", follows=steam, ratio=power, meter_class="0.5"),
        bought(place, "own", "continuous", 120.0, "Own use", "厂用电"),
    ]  # fmt: skip


def _sun(place: str, size: float) -> list[Meter]:
    return [
        _meter(place, name, "electricity", "kWh", "generation", "pv", 0.01 * size, en, zh,
               meter_class="0.5")
        for name, en, zh in (("east", "East array", "东区"), ("west", "West array", "西区"))
    ]  # fmt: skip


def _store(place: str, size: float) -> list[Meter]:
    keep = shapes()["utility"]["store_efficiency"]
    return [
        bought(place, "charge", "store_in", 0.008 * size, "Charge", "充电"),
        _meter(place, "discharge", "electricity", "kWh", "export", "store_out",
               0.008 * size * keep, "Discharge", "放电", meter_class="0.5"),
        bought(place, "aux", "cold_store", 15.0, "Auxiliaries", "站用电"),
    ]  # fmt: skip


def _chillers(place: str) -> list[Meter]:
    loss = shapes()["losses"]["cold"]
    cold = f"{place}-cold"
    return [
        _meter(place, "cold", "cold", "GJ", "check", "hvac", 0.2, "Cold sent out", "供冷总表",
               loss=loss, meter_class="1.5"),
        _meter(place, "power", "electricity", "kWh", "supply", "hvac", 0.0, "Chillers", "冷机",
               follows=cold, ratio=1000 / 3.6 / 4.5, tariff_id="industrial",
               factor_channel="grid-factor", meter_class="0.5"),
        bought(place, "pumps", "continuous", 25.0, "Pumps", "循环泵"),
    ]  # fmt: skip


def works(member: Member, size: float) -> Made:
    """Public works: street lights, a sewage plant and a pumping station; 6 meters."""
    lights = _facility(member, "lights", "infrastructure", "Street lights", "路灯")
    sewage = _facility(member, "sewage", "infrastructure", "Sewage plant", "污水厂")
    return [lights, sewage], [
        bought(lights.member_id, "north", "street", 0.0012 * size, "North roads", "北片路灯"),
        bought(lights.member_id, "south", "street", 0.0012 * size, "South roads", "南片路灯"),
        bought(sewage.member_id, "main", "sewage", 0.003 * size, "Sewage plant", "污水厂总表"),
        _below_sewage(sewage.member_id, "blowers", 0.008 * size, "Blowers", "鼓风机"),
        _below_sewage(sewage.member_id, "pumps", 0.004 * size, "Pumps", "水泵"),
        bought(member.member_id, "water", "sewage", 0.002 * size, "Water station", "供水泵站"),
    ]


def _below_sewage(place: str, name: str, mean: float, en: str, zh: str) -> Meter:
    return _meter(
        place, name, "electricity", "kWh", "check", "sewage", mean, en, zh,
        parent_id=f"{place}-main", meter_class="1",
    )  # fmt: skip


def logistics(member: Member, size: float) -> Made:
    """A haulier: a warehouse, charging piles and a diesel pump; 5 meters."""
    piles = _facility(member, "piles", "transport", "Charging station", "充电站")
    store = _facility(member, "cold", "buildings", "Cold store", "冷库")
    here = member.member_id
    return [piles, store], [
        bought(here, "main", "two_shifts", 0.004 * size, "Warehouse", "仓库总表"),
        bought(piles.member_id, "fast", "charging", 0.004 * size, "Fast piles", "快充桩"),
        bought(piles.member_id, "slow", "charging", 0.002 * size, "Slow piles", "慢充桩"),
        bought(store.member_id, "main", "cold_store", 0.003 * size, "Cold store", "冷库"),
        _meter(here, "diesel", "diesel", "kg", "combustion", "fleet", 0.0006 * size,
               "Diesel pump", "加油机", meter_class="0.5"),
    ]  # fmt: skip


def offices(member: Member, size: float) -> Made:
    """An office tower: main meter, its air conditioning behind it, cold by pipe; 3 meters."""
    here = member.member_id
    load = 0.003 * size
    return [], [
        bought(here, "main", "office", 0.6 * load, "Office main", "写字楼总表", "commercial"),
        _meter(here, "hvac", "electricity", "kWh", "check", "hvac", 0.4 * load, "Air handling",
               "空调", parent_id=f"{here}-main", meter_class="1"),
        _meter(here, "cold", "cold", "GJ", "transfer", "hvac", 0.0015 * load, "Cold by pipe",
               "集中供冷", meter_class="1.5"),
    ]  # fmt: skip


KINDS: dict[str, tuple[Callable[[Member, float], Made], int]] = {
    "u": (utility, 13),
    "w": (works, 6),
    "l": (logistics, 5),
    "b": (offices, 3),
}
"""By first letter of the member: what makes its meters, and how many there are."""
