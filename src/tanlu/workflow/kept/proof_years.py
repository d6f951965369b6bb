"""Proofs of a comparison of years."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.workflow.kept.proof_bridge import (
    MOST_PARTS,
    cause_proof,
    difference_proof,
    item_of,
    item_proof,
    side_proof,
)
from tanlu.workflow.kept.years import Compared, compared
from tanlu.workflow.views.figure import View, key_of, mass, named
from tanlu.workflow.views.inventory import line_rows
from tanlu.workflow.views.proof_parts import line_figure


def _compare(findings: Findings, parts: list[str]) -> View:
    old, new, member, what = parts[0], parts[1], parts[2], parts[3]
    found = compared(findings, (int(old), int(new)), member)
    if what in ("old", "new"):
        side = found.old if what == "old" else found.new
        key = key_of("total", side.year, "park", side.member_id)
        shown = found.naming.mass(side.total_t, label("bridge", what), what)
        return side_proof(shown, mass(findings, key, side.total_t, named("total")))
    if what == "difference":
        return difference_proof(found.bridge, found.naming)
    if what == "stream":
        return _stream(findings, found, parts[3:])
    return cause_proof(found.bridge, found.naming, what)


def _stream(findings: Findings, found: Compared, key: list[str]) -> View:
    row = item_of(found.bridge, key)
    names = ("table", "from_id", "to_id", "stream", "carrier", "system", "gas")
    is_it = pl.all_horizontal(pl.col(name).eq_missing(pl.lit(row[name])) for name in names)
    sides = [
        line_figure(findings, line)
        for side in (found.old, found.new)
        for line in line_rows(side.entering.filter(is_it))[:MOST_PARTS]
    ]
    return item_proof(row, found.naming, sides)


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {"compare": _compare}
"""Kind of figure to the function that proves it."""
