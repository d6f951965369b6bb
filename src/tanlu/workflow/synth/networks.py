"""What members of an invented park pass on to each other, as records of months.

Power comes to the utility from the grid, its plant, its sun and its battery, and goes over
feeders to everybody; steam and cold by pipe; hot water round a ring. Each record names the
meter that it was summed from, so that it can be laid out over its hours.
"""

from collections.abc import Iterator, Mapping, Sequence

from tanlu.model.book import WORLD
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.meter import Meter
from tanlu.workflow.synth.park import Plan
from tanlu.workflow.synth.ring import BACK, CARRIER, SENT, stations
from tanlu.workflow.synth.size import feeders, utilities

Cells = dict[str, str]
_JOINT = {"origin": "chp", "sharing": "efficiency"}
_GREEN = {"pv": "pv", "east": "pv", "west": "pv", "discharge": "storage"}
_HOLDERS = 10  # enterprises that buy green power


def grid_meters(plan: Plan) -> list[Cells]:
    """Virtual channels of what each utility draws from the grid: feeders less its own plants.

    Args:
        plan: The park.

    Returns:
        Rows of the table channels.
    """
    return [
        {
            "channel_id": f"{utility}-grid", "member_id": utility, "carrier": "electricity",
            "unit": "kWh", "name_en": f"Grid of {utility}", "name_zh": f"{utility} 电网关口",
            "role": "check", "formula": _formula(plan, utility),
        }
        for utility in _utilities(plan)
    ]  # fmt: skip


def flow_records(plan: Plan, used: Mapping[int, Floats]) -> list[Cells]:
    """Rows of the table flows.

    Args:
        plan: The park.
        used: By month, what flowed through each meter in its unit.

    Returns:
        One row per meter and month.
    """
    return [row for month, sums in used.items() for row in _flows(plan, month, sums)]


def burned_records(plan: Plan, used: Mapping[int, Floats]) -> list[Cells]:
    """Rows of the table activities: fuel burned.

    Args:
        plan: The park.
        used: By month, what flowed through each meter in its unit.

    Returns:
        One row per meter and month.
    """
    return [
        _record(plan, meter, month, sums)
        | {"member_id": meter.member_id, "stream": "combustion"}
        for month, sums in used.items()
        for meter in plan.meters
        if meter.role == "combustion"
    ]  # fmt: skip


def green_contracts(plan: Plan) -> list[Cells]:
    """Rows of the table certificates: green power that some factories bought for the year."""
    year = plan.size.year
    buyers = [member for member in plan.members if member.load][:_HOLDERS]
    return [
        {
            "certificate_id": f"green-{member.member_id}", "kind": "green_power_trade",
            "number": f"invented-{year}-{member.member_id}", "holder_id": member.member_id,
            "for_id": member.member_id, "origin": "wind", "period": str(year),
            "quantity": f"{member.load * 8.76 * 0.3:.3f}", "unit": "MWh",
            "cancelled_on": f"{year + 1}-02-01", "cite": f"invented#{member.member_id}",
        }
        for member in buyers
    ]  # fmt: skip


def documents() -> list[Cells]:
    """Rows of the table citations: the document that the contracts are said to stand in."""
    names = {"title_en": "Invented contracts", "title_zh": "虚构合同"}
    return [{"citation_id": "invented", **names, "note": "Invented 虚构"}]


def own_factors(plan: Plan) -> list[Cells]:
    """Rows of the table factors: of cold, and of power that no contract names; invented."""
    known, first = shapes()["factors"], f"{plan.size.year}-01-01"
    named = (
        ("cold", "emission", "t CO2/GJ", "supplier"),
        ("electricity", "residual", "t CO2/MWh", "stated"),
    )
    return [
        {
            "factor_id": f"own-{subject}", "subject": subject, "quantity": quantity,
            "from_on": first, "value": f"{known[subject]:g}", "unit": unit, "kind": kind,
            "cite": "invented#factors",
        }
        for subject, quantity, unit, kind in named
    ]  # fmt: skip


def _utilities(plan: Plan) -> list[str]:
    return [f"u{n + 1:04d}" for n in range(utilities(plan.size.enterprises))]


def _of_feeder(plan: Plan, feeder: str) -> str:
    known = _utilities(plan)
    return known[(int(feeder[1:]) - 1) % len(known)]


def _own(plan: Plan, utility: str) -> list[Meter]:
    return [
        meter for meter in plan.meters
        if meter.member_id.startswith(f"{utility}-") and meter.role in ("generation", "export")
    ]  # fmt: skip


def _formula(plan: Plan, utility: str) -> str:
    names = (f"f{n + 1:03d}" for n in range(feeders(plan.size.enterprises)))
    drawn = [f"[{name}]" for name in names if _of_feeder(plan, name) == utility]
    made = [f"[{meter.channel_id}]" for meter in _own(plan, utility)]
    return " + ".join(drawn) + "".join(f" - {name}" for name in made)


def _record(plan: Plan, meter: Meter, month: int, sums: Floats) -> Cells:
    when = f"{plan.size.year}-{month:02d}"
    return {
        "record_id": f"{meter.channel_id}-{when}", "carrier": meter.carrier,
        "channel_id": meter.channel_id, "period": when,
        "quantity": f"{sums[plan.row[meter.channel_id]]:.4f}", "unit": meter.unit,
        "quality": "measured",
    }  # fmt: skip


def _flows(plan: Plan, month: int, sums: Floats) -> Iterator[Cells]:
    for meter in plan.meters:
        ends = _ends(plan, meter)
        if ends:
            start, end, more = ends
            yield _record(plan, meter, month, sums) | {"from_id": start, "to_id": end} | more
    yield from _bought(plan, month, sums)


def _ends(plan: Plan, meter: Meter) -> tuple[str, str, Cells] | None:
    """From whom a meter's energy comes, to whom it goes, and its origin."""
    place = meter.member_id
    if meter.role == "supply":
        return _of_feeder(plan, meter.parent_id), place, {}
    if meter.role in ("generation", "export"):
        name = meter.channel_id.removeprefix(f"{place}-")
        origin = _GREEN.get(place.rpartition("-")[2]) or _GREEN.get(name)
        return place, place.partition("-")[0], {"origin": origin} if origin else _JOINT
    if meter.role != "transfer":
        return None
    if meter.carrier == CARRIER:
        return _round(meter)
    start = meter.parent_id.rpartition("-")[0]
    return start, place, _JOINT if meter.carrier == "steam" else {}


def _round(meter: Meter) -> tuple[str, str, Cells]:
    own = meter.parent_id == SENT
    start = SENT.rpartition("-")[0] if own else meter.parent_id.removesuffix("-ring")
    return start, meter.member_id, _JOINT if own else {}


def _bought(plan: Plan, month: int, sums: Floats) -> Iterator[Cells]:
    row = plan.row
    for utility in _utilities(plan):
        names = (f"f{n + 1:03d}" for n in range(feeders(plan.size.enterprises)))
        drawn = sum(sums[row[name]] for name in names if _of_feeder(plan, name) == utility)
        made = sum(sums[row[meter.channel_id]] for meter in _own(plan, utility))
        ends = (WORLD, utility) if drawn >= made else (utility, WORLD)
        when = f"{plan.size.year}-{month:02d}"
        yield {
            "record_id": f"{utility}-grid-{when}", "from_id": ends[0], "to_id": ends[1],
            "carrier": "electricity", "channel_id": f"{utility}-grid", "period": when,
            "quantity": f"{abs(drawn - made):.4f}", "unit": "kWh", "quality": "calculated",
        }  # fmt: skip


def on_ring(plan: Plan) -> Sequence[str]:
    """Members on the ring of hot water, in the order of the flow; the first gets the rest."""
    return [member.member_id for member in stations(plan.members)] if BACK in plan.row else []
