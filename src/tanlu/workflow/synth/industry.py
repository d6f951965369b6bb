"""The meters of one factory."""

from collections.abc import Iterator

from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.data import sectors, shapes
from tanlu.workflow.synth.meter import Member, Meter

_LEAVES = (
    ("line", "production line", "产线", ""),
    ("line", "production line", "产线", ""),
    ("air", "compressed air", "空压机", ""),
    ("hvac", "heating and cooling", "空调", "hvac"),
    ("line", "production line", "产线", ""),
    ("light", "lighting", "照明", "lighting"),
    ("pump", "pumps", "水泵", ""),
    ("oven", "furnace", "炉窑", ""),
)
_WORKSHOP = 6  # sub-meters from which a factory has workshops with meters of their own
_METERED = 0.9  # share of a factory's power that its sub-meters see


def pick(weights: dict[str, float], draw: float) -> str:
    """A name by weight.

    Example:
        >>> pick({"a": 1, "b": 3}, 0.3)
        'b'
    """
    rest = draw * sum(weights.values())
    for name, weight in weights.items():
        rest -= weight
        if rest < 0:
            return name
    return name


def shift_of(member: Member, draw: float) -> str:
    """The shift pattern of a factory, by its sector."""
    found = next(sector for sector in sectors() if sector["code"] == member.sector)
    return pick(found["shifts"], draw)


def factory(member: Member, meters: int, draws: Floats) -> tuple[list[Member], list[Meter]]:
    """A factory's facilities and meters.

    Args:
        member: The enterprise.
        meters: How many meters it has, at least 1.
        draws: Even numbers of [0, 1), 8 and one for each meter.

    Returns:
        Facilities that stand in other systems, and the meters, parents before children.
    """
    sector = next(found for found in sectors() if found["code"] == member.sector)
    shift = shift_of(member, draws[0])
    extra = list(_extras(member, sector, shift, meters, draws))
    facilities = [facility for facility, _ in extra if facility]
    subs = meters - 1 - len(extra)
    main = _main(member, shift, subs)
    below = list(_below(member, main, shift, subs, draws[8:]))
    return facilities, [main, *(meter for _, meter in extra), *below]


def _main(member: Member, shift: str, subs: int) -> Meter:
    rest = 1 - _METERED if subs else 1.0
    return Meter(
        f"{member.member_id}-main", member.member_id, "electricity", "kWh", "", "supply", shift,
        member.load * rest, f"Main meter of {member.name_en}", f"{member.name_zh}总表",
        loss=shapes()["losses"]["main"], tariff_id="industrial", factor_channel="grid-factor",
        meter_class="0.5",
    )  # fmt: skip


def _extras(
    member: Member, sector: dict[str, float], shift: str, meters: int, draws: Floats
) -> Iterator[tuple[Member | None, Meter]]:
    here = member.member_id
    if meters >= 2 and draws[1] < sector["gas"]:
        flow = member.load * 0.12
        yield None, _fuel(member, shift, flow)
    if meters >= 3 and draws[2] < sector["steam"]:
        yield None, Meter(
            f"{here}-steam", here, "steam", "GJ", "", "transfer", shift, member.load * 0.004,
            "Steam", "蒸汽", meter_class="1.5",
        )  # fmt: skip
    if meters >= 5 and draws[3] < 0.3:
        yield _own(member, "office", "buildings", "Office", "办公楼", member.load * 0.06, "supply")
    if meters >= 6 and draws[4] < 0.15:
        yield _own(member, "pv", "energy", "Roof PV", "屋顶光伏", member.load * 0.1, "generation")
    if meters >= 7 and draws[5] < 0.1:
        yield _own(member, "charging", "transport", "Charging", "充电桩", 12.0, "supply")


def _fuel(member: Member, shift: str, flow: float) -> Meter:
    return Meter(
        f"{member.member_id}-gas", member.member_id, "natural_gas", "Nm3", "", "combustion",
        shift, flow, "Gas meter", "燃气表", meter_class="1.5",
    )  # fmt: skip


def _own(
    member: Member, name: str, system: str, en: str, zh: str, mean: float, role: str
) -> tuple[Member, Meter]:
    place = f"{member.member_id}-{name}"
    facility = Member(
        place, member.member_id, "facility", system, f"{en} of {member.name_en}",
        f"{member.name_zh}{zh}",
    )  # fmt: skip
    is_bought = role == "supply"
    return facility, Meter(
        f"{place}-meter", place, "electricity", "kWh", "", role, name, mean, f"{en} meter",
        f"{zh}电表", tariff_id="commercial" if is_bought else "",
        factor_channel="grid-factor" if is_bought else "", meter_class="1",
    )  # fmt: skip


def _below(member: Member, main: Meter, shift: str, subs: int, draws: Floats) -> Iterator[Meter]:
    shops = subs // _WORKSHOP if subs > _WORKSHOP else 0
    seen = member.load * _METERED
    for shop in range(shops):
        yield _sub(member, main.channel_id, f"w{shop + 1:02d}", shift, 0.05 * seen / shops, 3)
    leaves = subs - shops
    weight = draws[:leaves] + 0.2
    for leaf in range(leaves):
        above = f"{member.member_id}-w{leaf % shops + 1:02d}" if shops else main.channel_id
        share = (0.95 if shops else 1.0) * weight[leaf] / weight.sum()
        yield _sub(member, above, f"s{leaf + 1:03d}", shift, share * seen, leaf % len(_LEAVES))


def _sub(member: Member, above: str, name: str, shift: str, mean: float, which: int) -> Meter:
    is_shop = name.startswith("w")
    en, zh, shape = ("workshop", "车间", "") if is_shop else _LEAVES[which][1:]
    return Meter(
        f"{member.member_id}-{name}", member.member_id, "electricity", "kWh", "", "check",
        shape or shift, float(mean), f"{en.capitalize()} {name[1:]}", f"{zh}{name[1:]}", above,
        loss=shapes()["losses"]["workshop"] if is_shop else 0.0, meter_class="1",
    )  # fmt: skip
