"""The lines: from the record as entered to tonnes, each step a live formula."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from xlsxwriter.utility import xl_col_to_name

from tanlu.account.cut import cells_of
from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.model.inventory import Choice, Ledger
from tanlu.report.findings import Findings
from tanlu.report.workbook_factors import FactorCells
from tanlu.report.workbook_pen import Page, Pen
from tanlu.report.workbook_records import RecordCells, conversion
from tanlu.report.workbook_terms import energy_of, terms_of

HEAD_ROW = 3
_FACTORS = ("ncv", "carbon", "carbon_content", "oxidised", "stored", "emission", "factor")
COLUMNS: Mapping[str, float] = {
    "line_id": 22, "table": 11, "record_id": 20, "row": 6, "year": 7, "start": 11, "end": 11,
    "from": 18, "to": 18, "from_cell": 9, "cell": 9, "carrier": 16, "carrier_id": 14, "stream": 14,
    "system": 14, "system_id": 12, "scope": 7, "gas": 8, "quality": 11, "written": 13,
    "written_unit": 10, "times": 9, "over": 9, "share": 9, "amount": 15, "amount_unit": 8,
    "coefficient": 12, "physical": 16, "physical_unit": 8, "energy": 14, "ncv": 11, "carbon": 11,
    "carbon_content": 11, "oxidised": 9, "stored": 9, "emission": 11, "factor": 11, "formula": 30,
    "gas_t": 15, "gwp": 7, "co2": 16, "booked": 9, "cancels": 9, "sent": 9, "evidence": 26,
}  # fmt: skip
INDEX = {name: index for index, name in enumerate(COLUMNS)}
LETTER = {name: xl_col_to_name(index) for name, index in INDEX.items()}


@dataclass
class LineCells:
    """The sheet of lines: its ranges by column, and the same lines as a frame."""

    page: Page
    frame: pl.DataFrame
    numbers: dict[str | int, int]

    def span(self, column: str) -> str:
        """The range of a column over all lines."""
        return self.page.span(INDEX[column], HEAD_ROW + 1, HEAD_ROW + max(len(self.frame), 1))


def member_numbers(ledger: Ledger) -> dict[str | int, int]:
    """A number for each member: sums refer to it, since texts such as 001 and 1 look alike."""
    return {member: index for index, member in enumerate(ledger.chains, start=1)}


def booked_lines(ledger: Ledger) -> pl.DataFrame:
    """All lines with who books them, and whether they cancel among members or leave the park."""
    cells = cells_of(ledger, ledger.park_id, "enterprise")
    frame = ledger.lines.with_columns(from_cell=_cell("from_id", cells), cell=_cell("to_id", cells))
    inside, sent = pl.col("cell").is_not_null(), pl.col("from_cell").is_not_null()
    booked = inside & pl.col("from_cell").eq_missing(pl.col("cell")).not_()
    return frame.with_columns(
        booked=booked.cast(pl.Int8),
        cancels=(booked & sent).cast(pl.Int8),
        sent=(sent & inside.not_()).cast(pl.Int8),
    )


def _cell(column: str, cells: Mapping[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(cells, default=None, return_dtype=pl.String)


def write_lines(
    pen: Pen, findings: Findings, records: RecordCells, factors: FactorCells
) -> LineCells:
    """Write one row per line."""
    page = pen.pages["lines"]
    page.heads(HEAD_ROW, [pen.words(f"line.{name}") for name in COLUMNS])
    page.widths(*COLUMNS.values())
    page.frozen(HEAD_ROW + 1, 1)
    frame = booked_lines(findings.ledger)
    writer = _Writer(page, findings, records, factors, member_numbers(findings.ledger))
    for index, line in enumerate(frame.iter_rows(named=True)):
        writer.write(HEAD_ROW + 1 + index, line)
    page.sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + max(len(frame), 1), len(COLUMNS) - 1)
    return LineCells(page, frame, writer.numbers)


class _Writer:
    """Writes lines; what every line of a kind shares is looked up once."""

    def __init__(
        self, page: Page, findings: Findings, records: RecordCells, factors: FactorCells,
        numbers: dict[str | int, int],
    ) -> None:  # fmt: skip
        self.page, self.findings, self.records = page, findings, records
        self.factors, self.numbers = factors, numbers
        self.words = page.pen.words
        self.rows = _written_rows(findings)
        self.said = {code: f"{f.text()}  [{f.cite}]" for code, f in FORMULAS.items()}

    def write(self, row: int, line: Mapping[str, Any]) -> None:
        """Write one line."""
        choice = self.findings.ledger.choices[line["choice"]]
        self._texts(row, line, choice)
        self._amounts(row, line)
        self._physical(row, line, choice)
        self._factors(row, choice)
        self._gas(row, line, choice)
        self._flags(row, line)

    def _texts(self, row: int, line: Mapping[str, Any], choice: Choice) -> None:
        labels, language = self.findings.ledger.labels, self.words.language
        carrier = self.findings.catalog.carriers.get(line["carrier"])
        texts = {
            "line_id": line["line_id"],
            "table": self.words.name("record_table", line["table"]),
            "record_id": line["record_id"],
            "start": line["start"].isoformat(),
            "end": line["end"].isoformat(),
            "from": labels[line["from_id"]].of(language) if line["from_id"] else "",
            "to": labels[line["to_id"]].of(language),
            "carrier": carrier.label.of(language) if carrier else line["carrier"],
            "carrier_id": line["carrier"],
            "stream": self.words.name("stream", line["stream"]),
            "system": self.words.name("system", line["system"]),
            "system_id": line["system"] or "none",
            "gas": line["gas"],
            "quality": self.words.name("quality", line["quality"]),
            "amount_unit": line["written_unit"],
            "physical_unit": line["amount_unit"],
            "formula": self.said[choice.formula],
        }
        for name, text in texts.items():
            self.page.text(row, INDEX[name], text)
        for name in ("row", "year", "scope"):
            self.page.number(row, INDEX[name], line[name], "integer")
        self.page.number(row, INDEX["from_cell"], self.numbers.get(line["from_cell"]), "integer")
        self.page.number(row, INDEX["cell"], self.numbers.get(line["cell"]), "integer")

    def _amounts(self, row: int, line: Mapping[str, Any]) -> None:
        page = self.page
        key = (line["table"], line["row"])
        unit, evidence = self.rows.get(key, (line["written_unit"], ""))
        page.text(row, INDEX["evidence"], evidence)
        terms = terms_of(line, self.findings, self.records, page)
        entered = None if terms else self.records.find(*key, "quantity")
        page.text(row, INDEX["written_unit"], unit if entered else line["written_unit"])
        times, over = conversion(unit, line["written_unit"]) if entered else (1, 1)
        if terms:
            page.formula(row, INDEX["written"], terms, line["written_amount"])
        elif entered:
            page.formula(row, INDEX["written"], entered.at(page), entered.value)
        else:
            page.number(row, INDEX["written"], line["written_amount"])
        page.number(row, INDEX["times"], times)
        page.number(row, INDEX["over"], over)
        self._shared(row, line, is_whole=bool(terms) or entered is None)

    def _shared(self, row: int, line: Mapping[str, Any], *, is_whole: bool) -> None:
        page, share = self.page, 1.0 if is_whole or line["share"] is None else line["share"]
        page.number(row, INDEX["share"], share, "factor")
        parts = [_at(name, row) for name in ("written", "times", "over", "share")]
        formula = f"{parts[0]}*{parts[1]}/{parts[2]}*{parts[3]}"
        page.formula(row, INDEX["amount"], formula, line["written_amount"], "tonnes")

    def _physical(self, row: int, line: Mapping[str, Any], choice: Choice) -> None:
        page, amount = self.page, _at("amount", row)
        coefficient = choice.factors.get("coal_equivalent")
        if coefficient:
            cell = self.factors.of(coefficient)
            page.formula(row, INDEX["coefficient"], cell.at(page), cell.value, "factor")
        names = {"energy": amount, "coefficient": _at("coefficient", row)}
        is_coal = line["written_unit"] == "tce"
        from_coal = FORMULAS["amount_of_coal_equivalent"].excel(names).removeprefix("=")
        physical = from_coal if is_coal else amount
        page.formula(row, INDEX["physical"], physical, line["amount"], "tonnes")
        if line["energy_tce"] is not None:
            names = {"amount": _at("physical", row), "coefficient": _at("coefficient", row)}
            to_coal = FORMULAS["coal_equivalent"].excel(names).removeprefix("=")
            of_terms = energy_of(line, choice, self.findings, self.factors, page)
            formula = of_terms or (amount if is_coal else to_coal)
            page.formula(row, INDEX["energy"], formula, line["energy_tce"], "tonnes")

    def _factors(self, row: int, choice: Choice) -> None:
        for name in _FACTORS:
            resolved = choice.factors.get(name)
            if resolved:
                cell = self.factors.of(resolved)
                at = cell.at(self.page)
                self.page.formula(row, INDEX[name], at, cell.value, "factor")

    def _gas(self, row: int, line: Mapping[str, Any], choice: Choice) -> None:
        page = self.page
        formula = self._live(choice).replace(_ROW, str(row + 1))
        page.formula(row, INDEX["gas_t"], formula, line["gas_t"], "tonnes")
        gwp = self.factors.potentials[choice.gas, choice.gwp]
        page.formula(row, INDEX["gwp"], gwp.at(page), gwp.value)
        product = f"{_at('gas_t', row)}*{_at('gwp', row)}"
        page.formula(row, INDEX["co2"], product, line["co2_t"], "tonnes")

    def _live(self, choice: Choice) -> str:
        # arguments that have no column of their own stand on the sheet of factors
        formula = FORMULAS[choice.formula]
        cells = {n: self._cell(n, choice) for n in formula.symbols}
        return formula.excel(cells)[1:]

    def _cell(self, argument: str, choice: Choice) -> str:
        if argument in AMOUNTS:
            return f"{LETTER['physical']}{_ROW}"
        if argument in _FACTORS:
            return f"{LETTER[argument]}{_ROW}"
        return self.factors.of(choice.factors[argument]).at(self.page)

    def _flags(self, row: int, line: Mapping[str, Any]) -> None:
        to, come = _at("cell", row), _at("from_cell", row)
        booked = f'IF({to}="",0,IF({come}={to},0,1))'
        cancels = f'IF({come}="",0,{_at("booked", row)})'
        sent = f'IF({come}="",0,IF({to}="",1,0))'
        for name, formula in (("booked", booked), ("cancels", cancels), ("sent", sent)):
            self.page.formula(row, INDEX[name], formula, line[name], "integer")


_ROW = "§"  # stands for the row in a formula that all lines of a kind share


def _at(column: str, row: int) -> str:
    return f"{LETTER[column]}{row + 1}"


def _written_rows(findings: Findings) -> dict[tuple[str, int], tuple[str, str]]:
    found = {}
    for table in ("activities", "flows", "stocks", "mass_balance", "cems"):
        rows = findings.book.table(table).select("row", "unit", "cite").iter_rows()
        found.update({(table, row): (unit, cite or "") for row, unit, cite in rows})
    return found
