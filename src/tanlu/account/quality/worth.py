"""What a gap is worth: from the stream's own records, or from peers; never booked."""

from collections.abc import Sequence

import polars as pl

from tanlu.account.indicator import indicator
from tanlu.account.quality.ask import Asked
from tanlu.account.quality.score import gap_value
from tanlu.model.book import Book
from tanlu.model.inventory import Inventory
from tanlu.model.quality import OWN, PEERS, PEERS_BY_OUTPUT, UNKNOWN, Cell, Gap

_KEY = ("table", "from_id", "to_id", "stream", "carrier")
_ASK = ("code", "node")
_ROW = ["table", "row"]
_SECTOR = 3  # letter and two digits of GB/T 4754: the division


def gaps_of(
    book: Book, inventory: Inventory, lines: pl.DataFrame, asked: Asked, cells: Sequence[Cell]
) -> tuple[Gap, ...]:
    """Every cell that lacks days, with an estimate where anything is known.

    Args:
        book: A checked park.
        inventory: A cut of its ledger.
        lines: All years' lines that enter the boundary.
        asked: The asks of the boundary and the rows that answer them.
        cells: Expected and covered days.

    Returns:
        Gaps, the most tonnes first, those of unknown worth last.
    """
    worth = _Worth(book, inventory, lines, asked)
    found = [worth.of(cell) for cell in cells if cell.missing_days > 0]
    return tuple(sorted(found, key=_order))


def _order(gap: Gap) -> tuple[bool, float, str, str]:
    cell = gap.cell
    return (gap.mid_t is None, -abs(gap.mid_t or 0.0), cell.code, cell.member_id)


class _Worth:
    """What is known of the rates of streams, found once for all cells."""

    def __init__(self, book: Book, inventory: Inventory, lines: pl.DataFrame, asked: Asked) -> None:
        self.book, self.year = book, inventory.year
        self.rates = _grouped(lines, _KEY)
        answers = lines.join(asked.rows.unique(), on=_ROW)
        self.answers = _grouped(answers, _ASK)
        of_year = answers.filter(pl.col("year") == self.year)
        self.peers: dict[object, dict[str, float]] = {}
        for (code, node), rates in _grouped(of_year, _ASK).items():
            self.peers.setdefault(code, {})[str(node)] = sum(rates) / len(rates)
        members = book.table("members").select("member_id", "sector").iter_rows()
        self.sectors = {member: sector[:_SECTOR] for member, sector in members if sector}
        self.outputs: dict[str, float | None] = {}

    def of(self, cell: Cell) -> Gap:
        own = self._own(cell)
        if own:
            return _gap(cell, OWN, own)
        peers = self._peers(cell) if cell.why == "asked" else {}
        outputs = {name: self._output(name) for name in peers}
        mine = self._output(cell.member_id) if peers else None
        if mine and all(outputs.values()):
            scaled = [rate * mine / (outputs[name] or 1.0) for name, rate in peers.items()]
            return _gap(cell, PEERS_BY_OUTPUT, scaled)
        return _gap(cell, PEERS, list(peers.values())) if peers else Gap(cell, UNKNOWN)

    def _own(self, cell: Cell) -> list[float]:
        if cell.why == "asked":
            return self.answers.get((cell.code, cell.member_id), [])
        key = (cell.table, cell.from_id, cell.member_id, cell.stream, cell.carrier)
        return self.rates.get(key, [])

    def _peers(self, cell: Cell) -> dict[str, float]:
        # others that have the stream, those of the same sector if there are any
        found = {n: r for n, r in self.peers.get(cell.code, {}).items() if n != cell.member_id}
        mine = self.sectors.get(cell.member_id)
        alike = {n: rate for n, rate in found.items() if mine and self.sectors.get(n) == mine}
        return alike or found

    def _output(self, name: str) -> float | None:
        if name not in self.outputs:
            self.outputs[name] = indicator(self.book, name, "output_value", self.year)
        return self.outputs[name]


def _grouped(lines: pl.DataFrame, key: Sequence[str]) -> dict[tuple[object, ...], list[float]]:
    # records of one period are meters of one stream: their tonnes add up
    names = list(key)
    spans = lines.group_by(*names, "start", "end").agg(pl.col("co2_t").sum())
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    rates = spans.sort("start", "end").with_columns(rate=pl.col("co2_t") / days)
    listed = rates.group_by(names, maintain_order=True).agg("rate")
    return {tuple(values): rate for *values, rate in listed.iter_rows()}


def _gap(cell: Cell, basis: str, rates: Sequence[float]) -> Gap:
    low, high = min(rates), max(rates)
    mid = sum(rates) / len(rates)
    low_t, mid_t, high_t = (gap_value(rate, cell.missing_days) for rate in (low, mid, high))
    return Gap(cell, basis, low_t, mid_t, high_t, len(rates))
