"""The decomposition with its logarithms in view, and the verdict on the regression."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tanlu.explain.kaya import NAMES, Year, identity
from tanlu.explain.lmdi import log_mean
from tanlu.model.driver import Decomposition
from tanlu.report.findings import Findings
from tanlu.report.verdict import verdict_lines
from tanlu.report.workbook_compare import DriverCells
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_sums import SumCells

# columns of a step's table
_CO2, _WEIGHT, _FACTORS, _MOVED, _EFFECTS = 1, 3, 4, 12, 13
_SUM = _EFFECTS + len(NAMES)


@dataclass
class StepCells:
    """Closing cells of the decomposition: sum of effects less the change. [t]"""

    closing: dict[str, Cell] = field(default_factory=dict)
    effects: dict[tuple[str, str], Cell] = field(default_factory=dict)


def write_drivers(pen: Pen, findings: Findings, sums: SumCells, used: DriverCells) -> StepCells:
    """Write each step of the decomposition with live formulas."""
    page = pen.pages["drivers"]
    page.widths(26, 15, 15, 15, *[15.0] * 8, 8, *[15.0] * 6)
    cells = StepCells()
    row = 3
    if not findings.steps:
        page.text(row, 0, pen.words("drivers.none"))
    for step in findings.steps:
        row = _Writer(page, findings, sums, used, step, cells).write(row) + 2
    return cells


class _Writer:
    """Writes one step: one row a carrier, then sums and the closing check."""

    def __init__(
        self, page: Page, findings: Findings, sums: SumCells, used: DriverCells,
        step: Decomposition, cells: StepCells,
    ) -> None:  # fmt: skip
        self.page, self.findings, self.sums, self.used = page, findings, sums, used
        self.step, self.cells = step, cells
        self.years = (int(step.start), int(step.end))
        self.carriers = list(step.by_category)
        self.values = _factor_values(findings, self.years)

    def write(self, row: int) -> int:
        """Write the table; gives its last row."""
        page, words = self.page, self.page.pen.words
        title = words("drivers.step", start=self.step.start, end=self.step.end)
        page.text(row, 0, title, "section")
        page.heads(row + 1, self._heads())
        for index, carrier in enumerate(self.carriers, start=row + 2):
            self._carrier(index, carrier)
        return self._totals(row + 2, row + 2 + len(self.carriers))

    def _heads(self) -> list[str]:
        words, (first, last) = self.page.pen.words, self.years
        factors = [f"{words.name('drivers.letter', n)} {y}" for n in NAMES for y in (first, last)]
        effects = [words("drivers.effect", factor=words.name("driver", n)) for n in NAMES]
        co2 = [words("drivers.co2", year=y) for y in (first, last)]
        return [words("drivers.carrier"), *co2, words("drivers.weight"), *factors,
                words("drivers.moved"), *effects, words("drivers.sum")]  # fmt: skip

    def _carrier(self, row: int, carrier: str) -> None:
        page, language = self.page, self.page.pen.words.language
        page.text(row, 0, self.findings.catalog.carriers[carrier].label.of(language))
        pairs = self._factors(row, carrier)
        v0, v1 = self._co2(row, pairs)
        weight = self._weight(row, v0, v1)
        moved = self._moved(row, pairs)
        for index, (name, (start, end)) in enumerate(pairs.items()):
            a, b = start.at(page), end.at(page)
            at_zero = (
                f"IF({moved.at(page)}=0,0,IF(({a}=0)=({b}=0),0,"
                f"({v1.at(page)}-{v0.at(page)})/{moved.at(page)}))"
            )
            live = f"{weight.at(page)}*LN({b}/{a})"
            formula = f"IF({v0.at(page)}*{v1.at(page)}>0,{live},{at_zero})"
            value = self.step.by_category[carrier][name]
            page.formula(row, _EFFECTS + index, formula, value, "tonnes")

    def _factors(self, row: int, carrier: str) -> dict[str, tuple[Cell, Cell]]:
        page, found = self.page, {}
        styles = {"output": "money", "intensity": "small", "mix": "share", "factor": "factor"}
        for index, name in enumerate(NAMES):
            pair = []
            for side, year in enumerate(self.years):
                formula = self._factor(name, carrier, year)
                value = self.values[year][carrier][name]
                column = _FACTORS + 2 * index + side
                pair.append(page.formula(row, column, formula, value, styles[name]))
            found[name] = (pair[0], pair[1])
        return found

    def _factor(self, name: str, carrier: str, year: int) -> str:
        page, used = self.page, self.used
        carriers = [c for c, y in used.energy if y == year]
        whole = "(" + "+".join(used.energy[c, year].at(page) for c in carriers) + ")"
        output = self.sums.at("indicator", "output", year).at(page)
        energy = used.energy[carrier, year]
        if name == "factor":
            known = year if energy.number else _first_used(used, carrier, self.sums.years)
            if known is None:
                return "0"
            return f"{used.co2[carrier, known].at(page)}/{used.energy[carrier, known].at(page)}"
        formulas = {"output": output, "intensity": f"{whole}/{output}",
                    "mix": f"{energy.at(page)}/{whole}"}  # fmt: skip
        return formulas[name]

    def _co2(self, row: int, pairs: Mapping[str, tuple[Cell, Cell]]) -> tuple[Cell, Cell]:
        found = []
        for side in (0, 1):
            parts = [pair[side] for pair in pairs.values()]
            formula = "*".join(part.at(self.page) for part in parts)
            value = math.prod(part.number for part in parts)
            found.append(self.page.formula(row, _CO2 + side, formula, value, "tonnes"))
        return found[0], found[1]

    def _weight(self, row: int, v0: Cell, v1: Cell) -> Cell:
        a, b = v0.at(self.page), v1.at(self.page)
        series = f"{a}*(1+({b}/{a}-1)/2-({b}/{a}-1)^2/12+({b}/{a}-1)^3/24)"
        formula = f"IF({a}*{b}=0,0,IF(ABS({b}/{a}-1)<0.0001,{series},({b}-{a})/LN({b}/{a})))"
        value = log_mean(v0.number, v1.number)
        return self.page.formula(row, _WEIGHT, formula, value, "tonnes")

    def _moved(self, row: int, pairs: Mapping[str, tuple[Cell, Cell]]) -> Cell:
        parts = [f"IF(({a.at(self.page)}=0)=({b.at(self.page)}=0),0,1)" for a, b in pairs.values()]
        value = sum((a.number == 0) != (b.number == 0) for a, b in pairs.values())
        return self.page.formula(row, _MOVED, "+".join(parts), value, "integer")

    def _totals(self, first: int, row: int) -> int:
        page, step, words = self.page, self.step, self.page.pen.words
        page.text(row, 0, words("sum.total"), "total")
        sums = {}
        for column, value in self._sums():
            span = f"{_cell(page, first, column)}:{_cell(page, row - 1, column)}"
            sums[column] = page.formula(row, column, f"SUM({span})", value, "total")
        for index, name in enumerate(NAMES):
            self.cells.effects[f"{step.start}-{step.end}", name] = sums[_EFFECTS + index]
        span = f"{_cell(page, row, _EFFECTS)}:{_cell(page, row, _SUM - 1)}"
        effects = math.fsum(step.effects.values())
        total = page.formula(row, _SUM, f"SUM({span})", effects, "total")
        page.text(row + 1, 0, words("drivers.closing"))
        change = f"({sums[_CO2 + 1].at(page)}-{sums[_CO2].at(page)})"
        formula = f"ROUND({total.at(page)}-{change},6)"
        self.cells.closing[f"{step.start}–{step.end}"] = page.formula(
            row + 1, _SUM, formula, 0.0, "tonnes"
        )
        return row + 1

    def _sums(self) -> list[tuple[int, float]]:
        step = self.step
        effects = [(_EFFECTS + i, step.effects[n]) for i, n in enumerate(NAMES)]
        return [(_CO2, step.start_value), (_CO2 + 1, step.end_value), *effects]


def _cell(page: Page, row: int, column: int) -> str:
    return Cell(page.name, row, column, None).at(page)


def _first_used(used: DriverCells, carrier: str, years: Sequence[int]) -> int | None:
    return next((y for y in years if used.energy[carrier, y].number), None)


def _factor_values(
    findings: Findings, years: Sequence[int]
) -> dict[int, Mapping[str, Mapping[str, float]]]:
    known = [f for f in findings.driver_facts.values() if f.output_cny and f.energy_tce]
    built = identity([Year(str(f.year), f.output_cny or 0.0, f.energy_by, f.co2_by) for f in known])
    return {int(name): factors for name, factors in built if int(name) in years}


def write_regression(pen: Pen, findings: Findings) -> None:
    """Write what the regression can and cannot say; no slopes."""
    page = pen.pages["regression"]
    page.widths(34, 120)
    for row, (head, text) in enumerate(verdict_lines(findings, pen.words), start=3):
        page.text(row, 0, head, "wrap")
        page.text(row, 1, text, "wrap")
