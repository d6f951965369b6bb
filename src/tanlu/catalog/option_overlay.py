"""A park's own quotes on the options of the catalogue.

A quote is a file of the same format. `of` names the option that it goes over: the
quantities it states replace those of the catalogue, which stay beside them in `others`.
Without `of` it is an option of the park's own. What it states has the status `own`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tanlu.catalog.option_check import option_faults
from tanlu.catalog.option_parse import HEAD, option_fault, option_of, quantities_of
from tanlu.errors import Fault, InputError
from tanlu.model.option import Option, Quantity

PLACE = "own"
"""The place of a park's own numbers."""


def overlaid(
    known: Mapping[str, Option], files: Sequence[tuple[str, Any]], documents: Collection[str]
) -> Mapping[str, Option]:
    """Options with a park's quotes on them.

    Args:
        known: The catalogue's options.
        files: Name and content of each quote; `cite` at its head holds for all of it.
        documents: Codes of the documents that are registered, the park's own included.

    Raises:
        InputError: With file, key and reason of every fault.

    Example:
        >>> from tanlu.catalog.options import options
        >>> quote = {"of": "pv_roof", "cite": "offer.2026#1", "investment": {
        ...     "unit": "元/W", "price_year": 2026, "value": 2.4}}
        >>> documents = ["offer.2026", "dk.dea.el_dh", "zhu2025"]
        >>> found = overlaid(options(), [("q.yaml", quote)], documents)
        >>> found["pv_roof"].quantities["investment"].taken.points[0].status
        'own'
    """
    found, faults = dict(known), list[Fault]()
    for name, raw in files:
        made = _made(name, raw, found, faults)
        if made:
            faults += option_faults(name, made, documents)
            found[made.option_id] = made
    if faults:
        raise InputError(faults)
    return found


def _made(
    name: str,
    raw: Any,  # noqa: ANN401 - as the file has it
    known: Mapping[str, Option],
    faults: list[Fault],
) -> Option | None:
    if not isinstance(raw, Mapping):
        faults.append(option_fault(name, "of", "not a mapping"))
        return None
    said = _owned(raw)
    if "of" not in raw:
        return option_of(name, said, faults)
    if raw["of"] not in known:
        faults.append(option_fault(name, "of", f"there is no option {raw['of']}"))
        return None
    return _over(known[raw["of"]], name, said, faults)


def _owned(raw: Mapping[str, Any]) -> dict[str, Any]:
    around = {"status": "own", "place": PLACE, **({"cite": raw["cite"]} if "cite" in raw else {})}

    def own(entry: Any) -> Any:  # noqa: ANN401 - a number or a mapping
        return {**around, **entry, "status": "own"} if isinstance(entry, Mapping) else entry

    said = {key: entry if key in HEAD else own(entry) for key, entry in raw.items()}
    for group in ("in", "out"):
        if group in raw:
            said[group] = {carrier: own(entry) for carrier, entry in raw[group].items()}
    return said


def _over(under: Option, name: str, said: Mapping[str, Any], faults: list[Fault]) -> Option:
    inputs, outputs, quantities = quantities_of(name, said, faults)
    return replace(
        under,
        inputs=_merged(under.inputs, inputs),
        outputs=_merged(under.outputs, outputs),
        quantities=_merged(under.quantities, quantities),
    )


def _merged(under: Mapping[str, Quantity], over: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
    merged = dict(under)
    for name, quantity in over.items():
        beneath = under.get(name)
        others = (beneath.taken, *beneath.others) if beneath else ()
        merged[name] = replace(quantity, others=(*quantity.others, *others))
    return merged
