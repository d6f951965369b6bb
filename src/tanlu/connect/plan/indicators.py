"""The block `zero_carbon` of a plan: indicators of zero-carbon parks as constraints."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tanlu.catalog.indicator_sets import indicator_set, indicator_sets
from tanlu.connect.plan.reader import Reader
from tanlu.plan.model import System
from tanlu.plan.zero_carbon import as_notice_counts, zero_carbon_policies

_KEYS = ("set", "from", "energy_tce", "power", "note")


def with_indicators(reader: Reader, raw: Mapping[str, Any], system: System) -> System:
    """The system with the indicators asked for; itself where none are.

    Written as `zero_carbon: {set: national, from: 2035, energy_tce: 300000, power: [power]}`:
    the set of the catalogue, the first period that must keep it, the park's energy use, which
    tells its class, and the nodes that carry electricity.

    Args:
        reader: The file.
        raw: What it says.
        system: The system so far.

    Returns:
        The system.
    """
    asked = raw.get("zero_carbon")
    if not isinstance(asked, dict):
        return system
    reader.known(asked, _KEYS, "zero_carbon.")
    known = sorted(indicator_sets())
    name = reader.one_of(asked.get("set", "national"), known, "zero_carbon.set")
    energy = reader.number(asked.get("energy_tce"), "zero_carbon.energy_tce")
    start = reader.number(asked.get("from", reader.years[0]), "zero_carbon.from")
    if name is None or energy is None or start is None:
        return system
    rules = indicator_set(name)
    years = [year for year in reader.years if year >= start]
    added = zero_carbon_policies(rules, years, energy)
    counted = as_notice_counts(system, rules, [str(node) for node in asked.get("power", ())])
    return replace(counted, policies=(*system.policies, *added))
