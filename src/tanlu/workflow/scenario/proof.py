"""Proofs of figures of a tree: the identity with numbers, what is stated, what is beneath."""

from collections.abc import Callable, Mapping

from tanlu.errors import NotFoundError
from tanlu.plan.tree.branch import Stated, above, last
from tanlu.plan.tree.demand import DRIVERS
from tanlu.plan.tree.formulas import LEAF
from tanlu.plan.tree.paths import said_of
from tanlu.plan.tree.run import Run
from tanlu.plan.tree.wedges import wedges
from tanlu.types import Text
from tanlu.workflow.scenario.names import branch_name, coded, path_name
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.scenario.proof_diagnosis import DIAGNOSED
from tanlu.workflow.scenario.view import (
    CO2,
    difference_figure,
    sum_figure,
    total_figure,
)
from tanlu.workflow.views.figure import View, figure, key_of, text
from tanlu.workflow.views.proof_parts import formula_view, proof_of
from tanlu.workflow.views.proof_parts import total_figure as year_figure

_SUMS = Text("Sum of all branches; each opens below.", "各分支之和，可逐项展开。")
_IS_BASE = Text(
    "The base year is the park's inventory, divided among branches.",
    "基年即园区清单，按比例分摊到各分支。",
)
_LMDI = Text(
    "Additive LMDI-I between the two scenarios, branch by branch: L(C₁, C₀) · ln(x₁ / x₀); "
    "all drivers sum to the difference without residue. Ang 2015.",
    "两情景间逐分支的 LMDI-I 加法分解：L(C₁, C₀) · ln(x₁ / x₀)；各因素之和等于差值，无残差。"
    "Ang 2015。",
)
_AFTER = Text("The base year is not in the sum.", "累计不含基年。")
_LAID = Text("Laid over it: {name} ({cite})", "叠加：{name}（{cite}）")


def _total(opened: Opened, parts: list[str]) -> View:
    run, year = opened.run(parts[0]), int(parts[1])
    notes = [_SUMS, *_overlays(opened, run)]
    shown = [leaf_figure(opened, run, row, year) for row in run.rows]
    below = [each for each in shown if each["value"]]
    if year == opened.tree.base_year and opened.findings is not None:
        facts = opened.findings.facts[year]
        below = [year_figure(opened.findings, facts, opened.findings.book.park.park_id), *below]
        notes = [_IS_BASE]
    return proof_of(total_figure(run, year), parts=below, notes=[text(n) for n in notes])


def _overlays(opened: Opened, run: Run) -> list[Text]:
    own = [opened.tree.overlays[o] for o in run.case.overlays]
    return [_LAID.fill(name=o.label, cite=o.cite) for o in own]


def leaf_figure(opened: Opened, run: Run, row: str, year: int) -> View:
    """Emissions of a branch in a year. [t CO2]"""
    value = float(run.co2_t[run.rows.index(row), run.years.index(year)])
    key = key_of("leaf", run.case.case_id, year, coded(row))
    return figure(key, value, CO2, path_name(opened, row))


def _leaf(opened: Opened, parts: list[str]) -> View:
    run, year = opened.run(parts[0]), int(parts[1])
    row = next(r for r in run.rows if coded(r) == parts[2])
    values = run.drivers[run.rows.index(row), run.years.index(year)].tolist()
    formula = formula_view(LEAF, dict(zip(DRIVERS, values, strict=True)))
    notes = [_stated(opened, each) for each in _said(opened, run, row)]
    return proof_of(leaf_figure(opened, run, row, year), formula=formula,
                    notes=[text(n) for n in notes])  # fmt: skip


def _said(opened: Opened, run: Run, row: str) -> list[Stated]:
    own = {above(row, n) for n in range(1, 6)} | {f"supply/{last(row)}"}
    found = said_of(opened.tree, run.case)
    return [each for (branch, _), layers in found.items() if branch in own for each in layers]


def _stated(opened: Opened, each: Stated) -> Text:
    told = ", ".join(f"{k.year}: {k.value:g}" for k in each.knots)
    cites = ", ".join(dict.fromkeys(k.cite for k in each.knots if k.cite)) or "—"
    params = {"branch": branch_name(opened, each.branch), "quantity": each.quantity}
    return Text("{branch}, {quantity} ({how}): {told} {unit} [{cites}]",
                "{branch}，{quantity}（{how}）：{told} {unit} [{cites}]").fill(
        **params, how=each.how, told=told, unit=each.unit, cites=cites)  # fmt: skip


def _cumulative(opened: Opened, parts: list[str]) -> View:
    run = opened.run(parts[0])
    years = [total_figure(run, year) for year in run.years[1:]]
    return proof_of(sum_figure(run), parts=years, notes=[text(_AFTER)])


def _wedge(opened: Opened, parts: list[str]) -> View:
    first, second, year, driver = parts[0], parts[1], int(parts[2]), parts[3]
    found = wedges(opened.run(first), opened.run(second))
    at = slice(1, None) if year == 0 else slice(*(found.years.index(year) + i for i in (0, 1)))
    own = found.total if driver == "all" else found.by_driver[driver]
    shown = difference_figure(found, driver, float(own[at].sum()), year)
    cut = found.parts[:, :, at].sum(axis=2)
    column = cut.sum(axis=1) if driver == "all" else cut[:, DRIVERS.index(driver)]
    rows = [(path_name(opened, row), float(v)) for row, v in zip(found.rows, column, strict=True)]
    told = [Text(f"{name.en}: {v:,.1f} t", f"{name.zh}：{v:,.1f} t") for name, v in rows if v]
    below = []
    if driver == "all" and year:
        below = [total_figure(opened.run(case), year) for case in (second, first)]
    if driver == "all" and not year:
        below = [sum_figure(opened.run(case)) for case in (second, first)]
    return proof_of(shown, parts=below, notes=[text(n) for n in (_LMDI, *told)])


_HANDLERS: Mapping[str, Callable[[Opened, list[str]], View]] = {
    "tree": _total, "leaf": _leaf, "treesum": _cumulative, "wedge": _wedge, **DIAGNOSED,
}  # fmt: skip
KINDS = tuple(_HANDLERS)
"""Kinds of figures whose proof lies in a tree."""


def tree_proof(opened: Opened, kind: str, parts: list[str]) -> View:
    """The proof of a figure, without version and author.

    Raises:
        NotFoundError: When no figure has this key.
    """
    try:
        return _HANDLERS[kind](opened, parts)
    except (KeyError, ValueError, IndexError, TypeError, StopIteration) as error:
        raise NotFoundError.of("not_found", thing=key_of(kind, *parts)) from error
