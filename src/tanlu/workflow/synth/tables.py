"""The tables of an invented park, as a park folder holds them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from tanlu.model.book import Draft, Row, Sheet
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.meter import Member, Meter
from tanlu.workflow.synth.networks import (
    burned_records,
    documents,
    flow_records,
    green_contracts,
    grid_meters,
    own_factors,
)
from tanlu.workflow.synth.park import Plan
from tanlu.workflow.synth.registers import Event
from tanlu.workflow.synth.ring import CARRIER as RING
from tanlu.workflow.synth.year import FACTOR

_NOTE = (
    "An invented park, made by tanlu synth. Every member, meter, reading, price and factor is "
    "invented; only form and size are real. 由 tanlu synth 生成的虚构园区，全部数据均为虚构。"
)
# Hours and prices of an invented time-of-use tariff.
_BANDS: Mapping[str, Sequence[tuple[str, str, str, str]]] = {
    "industrial": (
        ("00:00", "08:00", "valley", "0.32"), ("08:00", "10:00", "flat", "0.64"),
        ("10:00", "12:00", "peak", "1.02"), ("12:00", "14:00", "flat", "0.64"),
        ("14:00", "17:00", "peak", "1.02"), ("17:00", "19:00", "flat", "0.64"),
        ("19:00", "21:00", "sharp", "1.23"), ("21:00", "22:00", "peak", "1.02"),
        ("22:00", "24:00", "flat", "0.64"),
    ),
    "commercial": (
        ("00:00", "08:00", "valley", "0.38"), ("08:00", "18:00", "flat", "0.72"),
        ("18:00", "22:00", "peak", "1.05"), ("22:00", "24:00", "flat", "0.72"),
    ),
}  # fmt: skip


def draft(
    plan: Plan,
    events: Iterable[tuple[Event, datetime]] = (),
    used: Mapping[int, Floats] = MappingProxyType({}),
) -> Draft:
    """The park as tables.

    Args:
        plan: The park.
        events: Meters replaced, once the readings are made.
        used: By month, what flowed through each meter, for the records of its networks.

    Returns:
        Card, members, channels, meter events, tariffs, output values, equipment.

    Example:
        >>> from tanlu.workflow.synth.park import plan
        >>> from tanlu.workflow.synth.size import Size
        >>> sorted(draft(plan(Size(26, 260, 2025))).sheets)[:2]
        ['assets', 'channels']
    """
    rows = {
        "members": [_member(member) for member in plan.members],
        "channels": [_factor_channel(), *map(_channel, plan.meters), *_virtual(plan)],
        "meter_events": [_event(plan, *event) for event in events],
        "tariffs": list(_tariffs(plan.size.year)),
        "indicators": list(_outputs(plan)),
        "assets": list(_assets(plan)),
        **(_networks(plan, used) if plan.size.has_networks else {}),
    }
    return Draft(_card(plan), {name: _sheet(name, cells) for name, cells in rows.items() if cells})


def _virtual(plan: Plan) -> list[dict[str, str]]:
    return grid_meters(plan) if plan.size.has_networks else []


def _networks(plan: Plan, used: Mapping[int, Floats]) -> dict[str, list[dict[str, str]]]:
    return {
        "flows": flow_records(plan, used),
        "activities": burned_records(plan, used),
        "certificates": green_contracts(plan),
        "citations": documents(),
        "factors": own_factors(plan),
    }


def _sheet(name: str, cells: Iterable[Mapping[str, str]]) -> Sheet:
    return Sheet(name, [Row(number, row) for number, row in enumerate(cells, 2)])


def _card(plan: Plan) -> dict[str, str]:
    size = plan.size
    return {
        "park_id": f"{'net' if size.has_networks else 'synth'}-{size.enterprises}-{size.meters}",
        "name_en": f"Invented park of {size.enterprises} enterprises",
        "name_zh": f"虚构园区（{size.enterprises} 家企业）",
        "place": "CN-36",
        "method": "cn.park",
        "gwp_set": "AR5",
        "price_base": "current prices",
        "time_zone": "Asia/Shanghai",
        "note": _NOTE,
    }


def _member(member: Member) -> dict[str, str]:
    return {
        "member_id": member.member_id,
        "parent_id": member.parent_id,
        "kind": member.kind,
        "system": member.system,
        "name_en": member.name_en,
        "name_zh": member.name_zh,
        "sector": member.sector,
    }


def _channel(meter: Meter) -> dict[str, str]:
    is_counter = meter.kind == "counter"
    return {
        "channel_id": meter.channel_id,
        "member_id": meter.member_id,
        "carrier": meter.carrier,
        "unit": meter.unit,
        # a station on the ring is no sub-meter of the one before it
        "parent_id": "" if meter.carrier == RING else meter.parent_id,
        "name_en": meter.name_en,
        "name_zh": meter.name_zh,
        "meter_class": meter.meter_class,
        "kind": meter.kind,
        "multiplier": f"{meter.multiplier:g}",
        "role": meter.role,
        "register_max": f"{meter.register_max:.0f}" if is_counter else "",
        "tariff_id": meter.tariff_id,
        "factor_channel": meter.factor_channel,
    }


def _factor_channel() -> dict[str, str]:
    return {
        "channel_id": FACTOR,
        "unit": "kg CO2/kWh",
        "name_en": "Hourly power factor (invented)",
        "name_zh": "逐时电力因子（虚构）",
        "kind": "instant",
        "minutes": "60",
        "role": "check",
    }


def _event(plan: Plan, event: Event, at: datetime) -> dict[str, str]:
    channel = plan.meters[event.row].channel_id
    return {
        "event_id": f"{channel}-{at:%Y%m%d}",
        "channel_id": channel,
        "at": at.isoformat(),
        "kind": "replaced",
        "last_value": repr(event.last_value),
        "first_value": repr(event.first_value),
    }


def _tariffs(year: int) -> Iterable[dict[str, str]]:
    for tariff, bands in _BANDS.items():
        for number, (start, end, band, price) in enumerate(bands, 1):
            yield {
                "band_id": f"{tariff}-{number}",
                "tariff_id": tariff,
                "valid_from": date(year, 1, 1).isoformat(),
                "start": start,
                "end": end,
                "band": band,
                "price": price,
                "unit": "CNY/kWh",
                "cite": "",
            }


def _outputs(plan: Plan) -> Iterable[dict[str, str]]:
    for member in plan.members:
        if member.load:
            value = member.load * 8760 * member.cny_per_kwh / 1e4
            yield {
                "record_id": f"output-{member.member_id}",
                "member_id": member.member_id,
                "indicator": "output_value",
                "period": str(plan.size.year),
                "quantity": f"{value:.1f}",
                "unit": "万元",
            }


_KINDS = {"pv": "pv", "bess": "battery", "chp": "chp", "cold": "chiller", "lights":
          "street_lighting", "sewage": "sewage_plant", "piles": "charging_pile",
          "charging": "charging_pile", "office": "building"}  # fmt: skip


def _assets(plan: Plan) -> Iterable[dict[str, str]]:
    for member in plan.members:
        kind = _KINDS.get(member.member_id.rpartition("-")[2])
        if member.kind == "facility" and kind:
            yield {
                "asset_id": f"{member.member_id}-1",
                "member_id": member.member_id,
                "kind": kind,
                "state": "in_use",
                "name_en": member.name_en,
                "name_zh": member.name_zh,
            }
