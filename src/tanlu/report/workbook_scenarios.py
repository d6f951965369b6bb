"""Scenarios year by year with live formulas, from stated assumptions to the gap to targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tanlu.model.pathway import Assumed, Base, Projection
from tanlu.plan.assume import Path, effective
from tanlu.plan.project import PARK, Paths, paths_of, shares_at
from tanlu.report.findings import Findings
from tanlu.report.workbook_factors import FactorCells
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_records import RecordCells, conversion
from tanlu.report.workbook_sums import SumCells
from tanlu.report.workbook_targets import Span, write_targets

Knots = Sequence[tuple[int, Cell]]
_GIVEN = ("scenario", "record", "branch", "quantity", "year", "value", "unit", "times", "over",
          "coal", "used", "low", "high", "cite", "note")  # fmt: skip


@dataclass
class Sources:
    """Cells that scenarios start from."""

    findings: Findings
    base: Base
    sums: SumCells
    records: RecordCells
    factors: FactorCells
    coal: Mapping[str, Cell]
    assumed_rows: Mapping[str, Mapping[str, Any]]


@dataclass
class ScenarioCells:
    """The first year's total and the peak of each scenario."""

    first: dict[str, Cell] = field(default_factory=dict)
    peak_year: dict[str, Cell] = field(default_factory=dict)
    peak: dict[str, Cell] = field(default_factory=dict)
    is_inside: dict[str, Cell] = field(default_factory=dict)


def coal_cells(findings: Findings, factors: FactorCells) -> dict[str, Cell]:
    """Cells of coal equivalent per unit of each carrier, as the base year took it."""
    found = {}
    for choice in findings.ledger.choices:
        resolved = choice.factors.get("coal_equivalent")
        is_base = findings.base and resolved and resolved.request.on.year == findings.base.year
        if resolved and is_base:
            found[resolved.request.subject] = factors.of(resolved)
    return found


def write_scenarios(
    pen: Pen, findings: Findings, sums: SumCells, records: RecordCells, factors: FactorCells
) -> ScenarioCells:
    """Write every scenario: assumptions, years, peak, gaps."""
    page = pen.pages["scenarios"]
    page.widths(26, 20, 16, 22, *[15.0] * 20)
    cells = ScenarioCells()
    if findings.base is None or not findings.projections:
        page.text(3, 0, pen.words("scenario.none"))
        return cells
    rows = {r["record_id"]: r for r in findings.book.table("assumptions").iter_rows(named=True)}
    sources = Sources(
        findings, findings.base, sums, records, factors, coal_cells(findings, factors), rows
    )
    row = 3
    for projection in findings.projections:
        row = _Writer(page, sources, projection, cells).write(row) + 2
    return cells


class _Writer:
    """Writes one scenario."""

    def __init__(
        self, page: Page, sources: Sources, projection: Projection, cells: ScenarioCells
    ) -> None:
        self.page, self.sources, self.projection, self.cells = page, sources, projection, cells
        self.words = page.pen.words
        self.given = effective(projection.chain)
        coal = {carrier: cell.number for carrier, cell in sources.coal.items()}
        self.paths: Paths = paths_of(projection.chain, sources.base, coal)
        self.carriers = list(sources.base.energy_tce)
        self.knots: dict[tuple[str, str], list[tuple[int, Cell]]] = {}

    def write(self, row: int) -> int:
        """Write title, assumptions, years, peak and gaps; gives the last row."""
        language = self.words.language
        self.page.text(row, 0, self.projection.scenario.label.of(language), "section")
        row = self._assumptions(row + 1)
        span = self._years(row + 2)
        return self._outcome(span.last + 2, span)

    def _assumptions(self, row: int) -> int:
        page = self.page
        page.heads(row, [self.words(f"scenario.{name}") for name in _GIVEN])
        for (branch, quantity), values in self.given.items():
            for assumed in values:
                row += 1
                cell = self._assumption(row, assumed)
                self.knots.setdefault((branch, quantity), []).append((assumed.year, cell))
        return row

    def _assumption(self, row: int, assumed: Assumed) -> Cell:
        page, language = self.page, self.words.language
        record = self.sources.assumed_rows[assumed.record_id]
        labels = {s.scenario_id: s.label.of(language) for s in self.projection.chain}
        texts = {0: labels[assumed.scenario_id], 1: assumed.record_id,
                 2: self._branch(assumed.branch), 3: self.words.name("assumed", assumed.quantity),
                 6: record["unit"], 13: self._cite(assumed.cite), 14: assumed.note}  # fmt: skip
        for column, text in texts.items():
            page.text(row, column, text)
        page.number(row, 4, assumed.year, "integer")
        entered = self.sources.records.find("assumptions", record["row"], "value")
        value = page.formula(row, 5, entered.at(page), entered.value) if entered else page.number(
            row, 5, record["value"])  # fmt: skip
        times, over = conversion(record["unit"], assumed.unit)
        up, down = page.number(row, 7, times), page.number(row, 8, over)
        page.number(row, 11, assumed.low)
        page.number(row, 12, assumed.high)
        formula, used = f"{value.at(page)}*{up.at(page)}/{down.at(page)}", assumed.value
        coal = self.sources.coal.get(assumed.branch)
        if assumed.quantity == "factor" and coal:
            shown = page.formula(row, 9, coal.at(page), coal.value, "factor")
            formula, used = f"{formula}/{shown.at(page)}", used / coal.number
        return page.formula(row, 10, formula, used, "factor")

    def _branch(self, branch: str) -> str:
        if branch == PARK:
            return self.words("park_branch")
        return self.sources.findings.catalog.carriers[branch].label.of(self.words.language)

    def _cite(self, cite: str) -> str:
        return self.words("assumption") if cite == "assumption" else cite

    def _years(self, row: int) -> Span:
        page, points = self.page, self.projection.points
        heads = self._heads()
        page.heads(row, heads)
        columns = {name: index for index, name in enumerate(self._keys())}
        span = Span(row + 1, row + len(points), columns)
        for index, point in enumerate(points):
            self._year(row + 1 + index, index, point.year, span)
        return span

    def _keys(self) -> list[str]:
        parts = [f"{k}.{c}" for k in ("share", "factor", "co2") for c in self.carriers]
        return ["year", "growth", "output", "change", "intensity", *parts,
                "total", "low", "high", "energy", "per_energy", "per_output"]  # fmt: skip

    def _heads(self) -> list[str]:
        found = []
        for key in self._keys():
            name, _, carrier = key.partition(".")
            label = self._branch(carrier) if carrier else ""
            found.append(self.words(f"scenario.column.{name}", carrier=label))
        return found

    def _year(self, row: int, index: int, year: int, span: Span) -> None:
        page, point = self.page, self.projection.points[index]
        page.number(row, 0, year, "integer")
        cells = self._first(row, span) if index == 0 else self._next(row, year, span)
        branches = []
        for carrier in self.carriers:
            parts = [span.at(row, "output"), span.at(row, "intensity")]
            parts += [cells[f"{name}.{carrier}"].at(page) for name in ("share", "factor")]
            column = span.columns[f"co2.{carrier}"]
            value = point.branches[carrier]
            branches.append(page.formula(row, column, "*".join(parts), value, "tonnes"))
        formula = f"SUM({branches[0].at(page)}:{branches[-1].at(page)})"
        total = page.formula(row, span.columns["total"], formula, point.co2_t, "tonnes")
        page.number(row, span.columns["low"], point.low_t, "tonnes")
        page.number(row, span.columns["high"], point.high_t, "tonnes")
        self._ratios(row, span, total, point.energy_tce, point.output_cny)
        if index == 0:
            self.cells.first[self.projection.scenario.scenario_id] = total

    def _ratios(self, row: int, span: Span, total: Cell, energy: float, output: float) -> None:
        page, at = self.page, span.at
        formula = f"{at(row, 'output')}*{at(row, 'intensity')}"
        page.formula(row, span.columns["energy"], formula, energy, "tonnes")
        for name, below, value in (("per_energy", "energy", energy),
                                   ("per_output", "output", output)):  # fmt: skip
            formula = f"{total.at(page)}/{at(row, below)}"
            style = "0.0000" if name == "per_energy" else "small"
            page.formula(row, span.columns[name], formula, total.number / value, style)

    def _first(self, row: int, span: Span) -> dict[str, Cell]:
        page, sums, base = self.page, self.sources.sums, self.sources.base
        output = sums.at("indicator", "output", base.year)
        page.formula(row, span.columns["output"], output.at(page), base.output_cny, "money")
        whole = "(" + "+".join(self._energy(c) for c in self.carriers) + ")"
        total = sum(base.energy_tce.values())
        ratio = total / base.output_cny
        formula = f"{whole}/{output.at(page)}"
        page.formula(row, span.columns["intensity"], formula, ratio, "small")
        cells = {}
        for carrier in self.carriers:
            co2 = sums.at("carrier", carrier, base.year).at(page)
            energy, share = self._energy(carrier), base.energy_tce[carrier] / total
            pairs = (
                ("share", f"{energy}/{whole}", share),
                ("factor", f"{co2}/{energy}", base.factor_t_per_tce[carrier]),
            )
            for name, formula, value in pairs:
                column = span.columns[f"{name}.{carrier}"]
                style = "share" if name == "share" else "0.0000"
                cell = page.formula(row, column, formula, value, style)
                cells[f"{name}.{carrier}"] = cell
                self.knots.setdefault((carrier, name), []).insert(0, (base.year, cell))
        return cells

    def _energy(self, carrier: str) -> str:
        return self.sources.sums.at("energy", carrier, self.sources.base.year).at(self.page)

    def _next(self, row: int, year: int, span: Span) -> dict[str, Cell]:
        page, point = self.page, self._point(year)
        for name, quantity, path, of in (
            ("growth", "output_growth", self.paths.growth, "output"),
            ("change", "intensity_change", self.paths.intensity, "intensity"),
        ):
            formula = self._along((PARK, quantity), row, year, path)
            page.formula(row, span.columns[name], formula, path.at(year), "share")
            before, rate = span.at(row - 1, of), span.at(row, name)
            value = point.output_cny if of == "output" else point.energy_tce / point.output_cny
            style = "money" if of == "output" else "small"
            page.formula(row, span.columns[of], f"{before}*(1+{rate})", value, style)
        return {**self._shares(row, year, span), **self._factor_cells(row, year, span)}

    def _point(self, year: int) -> Any:  # noqa: ANN401 - a Point
        return next(p for p in self.projection.points if p.year == year)

    def _along(self, key: tuple[str, str], row: int, year: int, path: Path) -> str:
        if key not in self.knots:
            return f"{path.at(year)!r}"
        return between(self.knots[key], f"A{row + 1}", year, self.page)

    def _shares(self, row: int, year: int, span: Span) -> dict[str, Cell]:
        values = shares_at(self.paths, self.sources.base, year)
        given = [c for c in self.carriers if c in self.paths.shares]
        others = [c for c in self.carriers if c not in given]
        left = "(1" + "".join(f"-{span.at(row, f'share.{c}')}" for c in given) + ")"
        rest = "(" + "+".join(span.at(span.first, f"share.{c}") for c in others) + ")"
        cells = {}
        for carrier in self.carriers:
            own = span.at(span.first, f"share.{carrier}")
            formula = f"{left}*{own}/{rest}" if carrier in others else self._along(
                (carrier, "share"), row, year, self.paths.shares[carrier])  # fmt: skip
            column = span.columns[f"share.{carrier}"]
            cell = self.page.formula(row, column, formula, values[carrier], "share")
            cells[f"share.{carrier}"] = cell
        return cells

    def _factor_cells(self, row: int, year: int, span: Span) -> dict[str, Cell]:
        cells = {}
        for carrier in self.carriers:
            path = self.paths.factors[carrier]
            formula = self._along((carrier, "factor"), row, year, path)
            column = span.columns[f"factor.{carrier}"]
            cell = self.page.formula(row, column, formula, path.at(year), "0.0000")
            cells[f"factor.{carrier}"] = cell
        return cells

    def _outcome(self, row: int, span: Span) -> int:
        peak = write_targets(self.page, row, span, self.projection, self.sources.records,
                             self.sources.findings)  # fmt: skip
        key = self.projection.scenario.scenario_id
        self.cells.peak_year[key], self.cells.peak[key] = peak.year, peak.co2
        self.cells.is_inside[key] = peak.is_inside
        return peak.last_row


def between(knots: Knots, year_cell: str, year: int, page: Page) -> str:
    """The formula of a straight line between the knots around a year, flat outside them."""
    before = [k for k in knots if k[0] <= year]
    after = [k for k in knots if k[0] > year]
    if not before:
        return knots[0][1].at(page)
    if not after:
        return before[-1][1].at(page)
    (y0, v0), (y1, v1) = before[-1], after[0]
    first, last = v0.at(page), v1.at(page)
    return f"{first}+({last}-{first})*({year_cell}-{y0})/{y1 - y0}"
