"""An option as a component of a plan's folder, at the years of its periods."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tanlu.catalog.option_values import sheet
from tanlu.errors import InputError
from tanlu.model.option import STATUSES, Option, Reading

Entry = dict[str, Any]
_CAPACITY: Mapping[str, str] = {"generator": "MW", "converter": "MW", "store": "MWh"}
"""Kinds that a plan can take over, and the capacity that their costs must be per."""
_HOURS = 4.0  # hours of a store at full power where nobody says

Sheets = Sequence[tuple[int, Mapping[str, Reading]]]


def component_entry(
    option: Option, years: Sequence[int], price_year: int | None = None, hours: float = _HOURS
) -> Entry:
    """An entry of `components.yaml`, every number with its documents and status.

    Args:
        option: A generator, converter or store.
        years: First years of the plan's periods.
        price_year: Year of the prices wanted.
        hours: Hours of a store at full power; its own where the option says.

    Returns:
        The entry. Amounts of a converter are per unit of what its capacity is of; a
        store's costs are per MW of its power, the store of `hours` included.

    Raises:
        InputError: When the option is of a kind that has no such form.

    Example:
        >>> from tanlu.catalog.options import option
        >>> entry = component_entry(option("heat_pump_80c"), [2020])
        >>> round(entry["inputs"]["electricity"]["values"][2020], 4)
        0.2611
    """
    if _CAPACITY.get(option.kind) != option.capacity_unit:
        raise InputError.of("option_no_component", option=option.option_id, kind=option.kind)
    sheets = [(year, sheet(option, date(year, 1, 1), price_year)) for year in years]
    head: Entry = {
        "kind": option.kind,
        "option": option.option_id,
        "label": option.label.both(),
        "owner": option.owner,
        "life": round(sheets[0][1]["life"].value),
    }
    form = _store if option.kind == "store" else _flow
    return {**head, **form(option, sheets, hours)}


def _flow(option: Option, sheets: Sheets, _: float) -> Entry:
    carried = _costs(option, sheets, 1.0)
    if option.kind == "generator":
        return {"node": option.capacity_of, **carried}
    return {
        "inputs": {name: _amounts(option, f"in.{name}", sheets) for name in option.inputs},
        "outputs": {name: _amounts(option, f"out.{name}", sheets) for name in option.outputs},
        **carried,
    }


def _amounts(option: Option, name: str, sheets: Sheets) -> Entry:
    # per unit of the carrier that the capacity is of, whatever the printed basis
    unit = "in." if option.capacity_of in option.inputs else "out."
    values, used = {}, list[Reading]()
    for year, read in sheets:
        one = read[f"{unit}{option.capacity_of}"]
        values[year] = read[name].value / one.value
        used += [read[name], one]
    return {"values": values, **_said(used)}


def _store(option: Option, sheets: Sheets, hours: float) -> Entry:
    first = sheets[0][1]
    size = first["hours"].value if "hours" in first else hours
    keys = {
        "charge_efficiency": "charge_efficiency",
        "discharge_efficiency": "discharge_efficiency",
        "loss": "standing_loss",
    }
    plain = {
        key: {"value": first[name].value, **_said([first[name]])}
        for key, name in keys.items()
        if name in first
    }
    return {"node": option.capacity_of, "hours": size, **plain, **_costs(option, sheets, size)}


def _costs(option: Option, sheets: Sheets, size: float) -> Entry:
    investment, used = {}, list[Reading]()
    for year, read in sheets:
        parts = [(read["investment"], size)]
        parts += [(read["power_investment"], 1.0)] if "power_investment" in read else []
        investment[year] = sum(part.value * scale for part, scale in parts)
        used += [part for part, _ in parts]
    found: Entry = {"investment": {"unit": "CNY/MW", "values": investment, **_said(used)}}
    if "fixed_om" in option.quantities:
        found["fixed_om"] = _fixed(sheets, size)
    if "variable_om" in option.quantities:
        reads = [read["variable_om"] for _, read in sheets]
        values = {year: read["variable_om"].value for year, read in sheets}
        found["variable"] = {"unit": "CNY/MWh", "values": values, **_said(reads)}
    return found


def _fixed(sheets: Sheets, size: float) -> Entry:
    reads = [read["fixed_om"] for _, read in sheets]
    if reads[0].of:
        values = {year: read["fixed_om"].value for year, read in sheets}
        return {"unit": "1/a", "of": reads[0].of, "values": values, **_said(reads)}
    values = {year: read["fixed_om"].value * size for year, read in sheets}
    return {"unit": "CNY/MW", "values": values, **_said(reads)}


def _said(reads: Sequence[Reading]) -> Entry:
    """Documents and weakest status of what a number was made from."""
    cites = list(dict.fromkeys(cite for read in reads for cite in read.cites))
    status = max((read.status for read in reads), key=STATUSES.index)
    said: Entry = {"cite": "; ".join(cites)} if cites else {}
    steps = list(dict.fromkeys(step.label.en for read in reads for step in read.steps))
    said |= {"note": "converted by " + "; ".join(steps)} if steps else {}
    return {**said, "assumption": True} if status == "assumed" else {**said, "status": status}
