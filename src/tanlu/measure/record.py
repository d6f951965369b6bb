"""Records in time: nothing twice, nothing overlapping, nothing across a year's end."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tanlu.measure.amount import carrier_target
from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.page import Page
from tanlu.model.book import WORLD
from tanlu.model.channel import is_state, per_hour
from tanlu.periods import Period


def check_ids(page: Page) -> None:
    """Every row's code is unique in its table.

    Args:
        page: Any table.
    """
    seen: dict[str, int] = {}
    for index, (name,) in enumerate(page.rows(page.table.id_field)):
        if name in seen:
            first = page.numbers[seen[name]]
            page.note(index, page.table.id_field, Flaw("duplicate_id", {"id": name, "row": first}))
        elif name is not None:
            seen[name] = index


def check_keys(page: Page) -> None:
    """No two rows say the same thing, and no two spans of one key share a day.

    Args:
        page: A table with its references resolved.
    """
    key = [name for name in page.table.key if name != "period"]
    if key == [page.table.id_field]:
        return
    groups: dict[tuple[Any, ...], list[int]] = {}
    for index, values in enumerate(page.rows(*key)):
        if not _is_faulty(page, key, values):
            groups.setdefault(values, []).append(index)
    for rows in groups.values():
        if len(rows) > 1:
            _check_group(page, rows)


def _is_faulty(page: Page, key: list[str], values: tuple[Any, ...]) -> bool:
    return any(
        value is None and page.table.fields[name].is_required
        for name, value in zip(key, values, strict=True)
    )


def _check_group(page: Page, rows: list[int]) -> None:
    if "period" not in page.columns:
        for index in rows[1:]:
            page.note(index, "", Flaw("duplicate_row", {"row": page.numbers[rows[0]]}))
        return
    spans = [(page.columns["period"][i], i) for i in rows if page.columns["period"][i]]
    for index, other, is_same in _overlaps(spans):
        code = "duplicate_row" if is_same else "overlapping_periods"
        params = {"row": page.numbers[other], "period": str(page.columns["period"][other])}
        page.note(index, "period", Flaw(code, params))


def _overlaps(spans: Iterable[tuple[Period, int]]) -> list[tuple[int, int, bool]]:
    found = []
    last: tuple[Period, int] | None = None
    for span, index in sorted(spans):
        if last and span.start < last[0].end:
            found.append((index, last[1], span == last[0]))
        if last is None or span.end > last[0].end:
            last = (span, index)
    return found


def check_years(page: Page) -> None:
    """A record lies within one calendar year, so that it belongs to one inventory.

    Args:
        page: A table with periods.
    """
    for index, period in enumerate(page.columns["period"]):
        if period is not None and period.end > date(period.year + 1, 1, 1):
            params = {"period": str(period), "year": period.year, "following": period.year + 1}
            page.note(index, "period", Flaw("crosses_year", params))


def check_ends(page: Page) -> None:
    """A flow goes from one place to another.

    Args:
        page: The table of flows, references resolved.
    """
    for index, (start, end) in enumerate(page.rows("from_id", "to_id")):
        if start is not None and start == end:
            code = "outside_flow" if start == WORLD else "flow_to_itself"
            page.note(index, "to_id", Flaw(code, {"member": start}))


_KIND_OF = {"combustion": "fuel", "process": "process"}


def check_burned(page: Page, known: Known) -> None:
    """Only a fuel burns, and a process is no fuel.

    Args:
        page: The table of activities, references resolved.
        known: The names there are.
    """
    for index, (carrier, stream) in enumerate(page.rows("carrier", "stream")):
        if carrier is None or stream is None:
            continue
        found = known.catalog.carriers[carrier]
        if found.kind != _KIND_OF[stream]:
            code = "not_a_fuel" if stream == "combustion" else "not_a_process"
            page.note(index, "carrier", Flaw(code, {"carrier": found.label}))


def check_meters(page: Page, known: Known) -> None:
    """A channel's unit measures what flows through it.

    Args:
        page: The table of channels, references resolved.
        known: The names there are.
    """
    for index, (carrier, unit) in enumerate(page.rows("carrier", "unit")):
        if carrier is not None and unit is not None:
            target = carrier_target(per_hour(unit), known.catalog.carriers[carrier], known)
            if isinstance(target, Flaw) and not is_state(unit):
                page.note(index, "unit", target)


def check_channels(page: Page, known: Known) -> None:
    """A record's channel measures what the record says.

    Args:
        page: Activities or flows, references resolved.
        known: The names there are, channels' carriers included.
    """
    for index, (carrier, channel) in enumerate(page.rows("carrier", "channel_id")):
        measures = known.channels.get(channel)
        if carrier and measures and carrier != measures:
            params = {"channel": channel, "measures": measures, "carrier": carrier}
            page.note(index, "channel_id", Flaw("other_carrier", params))


def fill_systems(page: Page, known: Known) -> None:
    """A record without a system takes its member's; a flow its receiver's.

    Args:
        page: Activities or flows, references resolved; `system` is filled in place.
        known: The names there are.
    """
    ends = ("to_id", "from_id") if "to_id" in page.columns else ("member_id",)
    systems = page.columns["system"]
    for index, members in enumerate(page.rows(*ends)):
        if systems[index] is None:
            inside = [member for member in members if member != WORLD]
            systems[index] = known.system(inside[0]) if inside else None
