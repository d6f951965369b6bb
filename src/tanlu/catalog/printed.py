"""Tables that print several gases per amount of many fuels: one row, several factors.

A header says what holds for all rows: series, place, first day, document, status,
the unit of each column with `{unit}` for the row's own, and by which potentials a
column that is printed as CO2 equivalent is turned back into the gas.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

_GAS = {"emission": "CO2", "co2": "CO2"}
_SHARED = ("series", "place", "from", "to", "cite", "status", "note")


def entries(raw: Mapping[str, Any]) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Every factor of a table.

    Args:
        raw: `header` and `rows` of the table.

    Returns:
        Row of the file, subject, and the entry as a file of a fuel has it.

    Example:
        >>> head = {"series": "s", "columns": {"ch4": "kg CO2e/{unit}"}, "co2e_by": {"ch4": 25}}
        >>> rows = [{"subject": "diesel", "unit": "L", "ch4": "0.05"}]
        >>> [(n, s, e["value"], e["unit"], e["printed"])
        ...  for n, s, e in entries({"header": head, "rows": rows})]
        [(2, 'diesel', '0.002', 'kg CH4/L', '0.05 kg CO2e/L')]
    """
    head = raw["header"]
    shared = {name: head[name] for name in _SHARED if name in head}
    for number, row in enumerate(raw["rows"], start=2):
        own = {name: row[name] for name in _SHARED if row.get(name)}
        for quantity, unit in head["columns"].items():
            if row.get(quantity):
                value = _value(row[quantity], unit.format(unit=row["unit"]), quantity, head)
                yield number, row["subject"], {**shared, **own, "quantity": quantity, **value}


def _value(text: str, unit: str, quantity: str, head: Mapping[str, Any]) -> dict[str, str]:
    potential = head.get("co2e_by", {}).get(quantity)
    if potential is None:
        return {"value": text, "unit": unit}
    mass = Decimal(text) / Decimal(str(potential))
    of_gas = unit.replace("CO2e", _GAS.get(quantity, quantity.upper()))
    return {"value": format(mass.normalize(), "f"), "unit": of_gas, "printed": f"{text} {unit}"}
