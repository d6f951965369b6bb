"""A missing factor with the way out: the nearest value, or what the method has values for."""

import difflib
from collections.abc import Iterator
from datetime import date

from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Method
from tanlu.errors import Fault

_MOST = 6  # names that a message can hold


def with_nearest(fault: Fault, catalog: Catalog) -> Fault:
    """The fault of a missing factor, naming what there is instead.

    Args:
        fault: Any fault; others than a missing factor are given back.
        catalog: The factor catalogue.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> from tanlu.errors import Place
        >>> missing = {"subject": "raw_coal", "quantity": "co2", "on": "2024-01-01",
        ...            "place": "GB", "method": "uk.desnz"}
        >>> with_nearest(Fault("no_factor", Place(), missing), load_catalog()).code
        'no_factor_subject'
    """
    if fault.code != "no_factor":
        return fault
    params = dict(fault.params)
    method = catalog.methods[str(params["method"])]
    subject, quantity = str(params["subject"]), str(params["quantity"])
    on = date.fromisoformat(str(params["on"]))
    order = method.order(subject, quantity, on)
    around = catalog.around(str(params["place"]))
    values = [f for f in catalog.by_subject.get((subject, quantity), ()) if f.series in order]
    if not values:
        return _other_subjects(fault, catalog, method)
    near = min(values, key=lambda f: (f.place not in around, abs(f.from_on - on)))
    nearest = f"{near.value:g} {near.unit}, {near.place}, {near.from_on}"
    told = {**params, "nearest": nearest, "citation": near.citation_id}
    return Fault("no_factor_near", fault.place, told)


def _other_subjects(fault: Fault, catalog: Catalog, method: Method) -> Fault:
    subject, quantity = str(fault.params["subject"]), str(fault.params["quantity"])
    names = sorted(set(_subjects(catalog, method, quantity)))
    last = subject.rpartition("_")[2]  # raw_coal, bituminous_coal: coals
    alike = [name for name in names if last in name.split("_")]
    close = difflib.get_close_matches(subject, names, n=_MOST, cutoff=0.5)
    found = list(dict.fromkeys((*alike, *close)))[:_MOST]
    if not found:
        return fault
    known = ", ".join(f"{name} ({catalog.carriers[name].label.zh})" for name in found)
    return Fault("no_factor_subject", fault.place, {**dict(fault.params), "known": known})


def _subjects(catalog: Catalog, method: Method, quantity: str) -> Iterator[str]:
    for (subject, parameter), values in catalog.by_subject.items():
        if parameter == quantity and subject in catalog.carriers:
            order = method.order(subject, quantity)
            if any(value.series in order for value in values):
                yield subject
