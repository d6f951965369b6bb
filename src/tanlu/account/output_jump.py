"""Members whose emissions per output value moved too far from one year to the next."""

from collections.abc import Iterator, Mapping

import polars as pl

from tanlu.errors import Fault, Place
from tanlu.model.bridge import Bridge
from tanlu.model.inventory import Ledger
from tanlu.model.oddity import Check, Oddity


def output_jumps(
    ledger: Ledger,
    years: tuple[int, int],
    outputs: Mapping[tuple[str, int], float | None],
    check: Check,
    found: Bridge,
    root: str,
) -> Iterator[Oddity]:
    """Members of the compared boundary whose ratio moved beyond the limits.

    Args:
        ledger: All lines.
        years: The year before, and the year.
        outputs: Output value by member and year [CNY]; None when not known.
        check: The limits.
        found: The comparison, for what weighs something.
        root: Whose years are compared.
    """
    least = check.limits["share"] * max(abs(found.old_t), abs(found.new_t))
    for member, sides in _members(ledger, years, found, root).items():
        known = [outputs.get((member, year)) for year in years]
        if not all(sides) or not all(known) or max(sides) < least:
            continue
        before, after = (co2 / (output or 1.0) for co2, output in zip(sides, known, strict=True))
        ratio = after / before
        if check.limits["below"] <= ratio <= check.limits["above"]:
            continue
        params = {"member": member, "times": f"{ratio:.3g}"}
        fault = Fault("look_per_output", Place("indicators.csv"), params)
        change = sides[1] - sides[0]
        yield Oddity(
            "per_output", member, "", "indicators", (), after, before, "t/CNY", change, fault
        )


def _members(
    ledger: Ledger, years: tuple[int, int], found: Bridge, root: str
) -> dict[str, tuple[float, float]]:
    sums = {
        (member, year): co2
        for member, year, co2 in ledger.lines.group_by("to_id", "year")
        .agg(pl.col("co2_t").sum())
        .iter_rows()
    }
    inside = sorted(set(found.items["to_id"]))
    each = {m: (sums.get((m, years[0]), 0.0), sums.get((m, years[1]), 0.0)) for m in inside}
    return {**each, root: (found.old_t, found.new_t)}
